"""A309 contradictory-support: one conclusion drawn from two statements that cannot both be true.

## What it finds

A conclusion for which somebody argues both from a statement and from one that cannot be true beside it: by `excludes`,
by `contradicts`, or as two answers to an exclusive question. Each may speak for it directly or over other steps.
What two parties say against each other is no fault of either, and is left alone. All of one conclusion make one
finding.

## Why it matters

Whoever argues so knows that one of the two reasons is false, and counts both. If the conclusion follows either way,
that is an argument of its own, and should be made: whichever is true, it holds.

## Example

```argmap
claim close "The bridge must be closed." {
    because rusty & "Rusty bridges break."
    because sound & "Sound bridges are repaired first."
}
claim rusty "The bridge is full of rust."
claim sound "The bridge is free of rust."
rusty excludes sound
```

## Better

```argmap
claim close "The bridge must be closed." {
    because rusty & "Rusty bridges break."
}
claim rusty "The bridge is full of rust."
claim sound "The bridge is free of rust."
rusty excludes sound
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import places, statement_names
from argmap.outline import citations, party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.outline import Outline


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find conclusions that one party draws from contraries."""
    outline = assessment.outline
    order = outline.order
    reach: dict[str, set[str]] = {}
    drawn: dict[str, list[tuple[str, str]]] = {}  # by conclusion: the contraries it is drawn from
    for one, others in outline.opposed.items():
        for other in others:
            if order[one] > order[other] or not _one_holder(outline, one, other):
                continue
            for name in (one, other):
                if name not in reach:
                    reach[name] = _conclusions(outline, name)
            common = reach[one] & reach[other] - {one, other}
            if common:
                drawn.setdefault(min(common, key=order.__getitem__), []).append((one, other))
    for conclusion, pairs in drawn.items():
        yield _told(assessment, conclusion, pairs)


def _conclusions(outline: Outline, name: str) -> set[str]:
    """Return all that is concluded from a statement, directly or over other steps that somebody takes."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for step in outline.used[waiting.pop()]:
            target = outline.first.get(step.target)
            if step.kind == "support" and target is not None and target not in found and step.id in outline.taken:
                found.add(target)
                waiting.append(target)
    return found


def _one_holder(outline: Outline, one: str, other: str) -> bool:
    """Tell whether one party holds both: a document or voice, or the map's author where nobody is cited."""
    holders = []
    for name in (one, other):
        cited = citations(outline.groups[name])
        holders.append({party(c) for c in cited if c.stance == "endorsed"} if cited else {()})
    return not holders[0].isdisjoint(holders[1])


def _told(assessment: Assessment, conclusion: str, pairs: list[tuple[str, str]]) -> Finding:
    by_id = assessment.outline.by_id
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    told = statement_names(assessment, names)
    both, all_ = ("both ", "both") if len(pairs) == 1 else ("", "all")
    return Finding(
        f"{called(by_id[conclusion])} is drawn {both}from {told}, which cannot {all_} be true",
        at(assessment, by_id[conclusion]),
        "which of them is held; or one step that says why it holds either way",
        (),
        places(assessment, names, "not true beside another"),
    )
