"""A301 circular-argument: statements that support each other in a circle.

## What it finds

Reasons that lead back to what they are reasons for: A because B, and B because A, directly or over others. Steps that a
document only passes on or turns down are left out, and so is `entails`, which is no reason.

## Why it matters

Whoever doubts one of them doubts them all, and nothing in the circle answers the doubt. The argument begs its
question.

## Example

```argmap
claim honest "The witness is honest." {
    because true-words
}
claim true-words "What she said is true." {
    because honest
}
```

## Better

```argmap
claim honest "The witness is honest." {
    because "She spoke against her own interest."
}
claim true-words "What she said is true." {
    because honest
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import listed
from argmap.graph import components, is_cyclic, rows
from argmap.outline import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Step
    from argmap.outline import Outline


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find circles of reasons, and show the shortest way round each."""
    outline = assessment.outline
    for names in outline.parts:
        if len(names) == 1:
            continue
        index = {name: number for number, name in enumerate(names)}
        edges = [_reasons(outline, name, index) for name in names]
        graph = rows([list(found) for found in edges])
        for part in sorted(components(graph)):
            if is_cyclic(graph, part):
                yield _told(assessment, [names[number] for number in part], _round(edges, part))


def _reasons(outline: Outline, name: str, index: dict[str, int]) -> dict[int, Step]:
    """Return the reasons for a statement among those that may be in a circle with it, and the step of each."""
    found: dict[int, Step] = {}
    for step in outline.supports[name]:
        if step.id in outline.taken:
            for premise in reasons(step):
                place = index.get(outline.first[premise])
                if place is not None:
                    found.setdefault(place, step)
    return found


def _round(edges: list[dict[int, Step]], part: list[int]) -> list[Step]:
    """Return the steps of a shortest way from the first of a circle back to it."""
    first, inside = part[0], set(part)
    came: dict[int, tuple[int, Step]] = {}
    waiting = [first]
    for place in waiting:
        for other, step in edges[place].items():
            if other in inside and other not in came:
                came[other] = (place, step)
                waiting.append(other)
    steps: list[Step] = []
    place = first
    while not steps or place != first:
        place, step = came[place]
        steps.append(step)
    return steps[::-1]


def _told(assessment: Assessment, names: list[str], steps: list[Step]) -> Finding:
    by_id = assessment.outline.by_id
    way = [called(by_id[step.target]) for step in steps]
    message = f"{' because '.join([*way, way[0]])}: these reasons go round in a circle"
    more = [called(by_id[name]) for name in names if by_id[name].id not in {step.target for step in steps}]
    if more:
        message += f" ({listed(more)} {'is' if len(more) == 1 else 'are'} part of it as well)"
    related = tuple(at(assessment, step, text="goes on here") for step in steps[1:])
    return Finding(message, at(assessment, steps[0]), "a reason from outside, for one of them at least", (), related)
