"""A305 dangling-term: a premise that has nothing to do with the rest of its step.

## What it finds

In a step of several linked premises: one that shares no word of weight with the others, with the `since`, or with the
conclusion. Words are compared by their beginnings. This rule reads wording, and runs with `--preview`
only.

## Why it matters

Linked premises hold hands: each must speak of something that another premise or the conclusion speaks of. One that
does not is idle, or the premise that would join it is missing.

## Example

```argmap
claim late "The ferry was late." {
    because "The ferry waited for the mail." & "Herring is cheap in May."
}
```

## Better

```argmap
claim late "The ferry was late." {
    because "The ferry waited for the mail." & "The mail came at ten."
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.structure.terms import terms
from argmap.checks.wording import step_called
from argmap.outline import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find premises that share no term with the rest of their step."""
    outline = assessment.outline
    for step in assessment.map.steps:
        names = step.premises
        if len(names) == 1 or step.kind == "undercut" or step.id not in outline.taken:
            continue
        words = {name: set(terms(outline.by_id[name].text)) for name in (*reasons(step), step.target)}
        for name in names:
            others = set().union(*(found for other, found in words.items() if other != name))
            if words[name] and words[name].isdisjoint(others):
                statement = outline.by_id[name]
                yield Finding(
                    f"{called(statement)} shares no term with the rest of the step {step_called(assessment, step)}",
                    at(assessment, step),
                    "what joins it to the others; or the step without it",
                    (),
                    (at(assessment, statement, text="the premise"),),
                )
