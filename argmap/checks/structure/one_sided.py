"""A308 one-sided: key claims against which nothing at all is said.

## What it finds

Key claims with reasons, but with no objection: no `but`, no `unless` and no rival, neither at the claim nor anywhere
below it, and no `considered: none`. All of one file make one finding.

## Why it matters

Reasons for what we believe come to mind by themselves; reasons against have to be looked for. Where none is recorded
nobody knows whether anyone looked.

## Example

```argmap
claim open "The library should open on Sundays." {
    because "Most people can come on Sundays only."
}
```

## Better

```argmap
claim open "The library should open on Sundays." {
    considered: none "asked staff and neighbours in May"
    because "Most people can come on Sundays only."
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.wording import by_file, counted, places, statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.outline import Outline


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find key claims that meet no objection, file by file."""
    outline = assessment.outline
    contested = _contested(outline)
    alone = [outline.by_id[name] for name in outline.concluded if name not in contested]
    for statements in by_file(alone):
        names = [statement.id for statement in statements]
        meets = "meets" if len(names) == 1 else "meet"
        first, *others = places(assessment, names, "no objection either")
        told = statement_names(assessment, names)
        yield Finding(
            f"{counted(len(names), 'key claim')} {meets} no objection anywhere: {told}",
            first._replace(text=""),
            'the best objection, as a `but` or an `unless`; or `considered: none "where you looked"`',
            (),
            tuple(others),
        )


def _contested(outline: Outline) -> set[str]:
    """Return the statements that meet an objection, or rest on one that does."""
    found: set[str] = set()
    for part in outline.parts:
        if any(_meets(outline, name) or not found.isdisjoint(outline.below[name]) for name in part):
            found.update(part)
    return found


def _meets(outline: Outline, name: str) -> bool:
    return (
        bool(outline.attacks[name] or outline.opposed[name])
        or any(outline.undercuts[step.id] for step in outline.supports[name])
        or any(member.get("considered") for member in outline.groups[name])
    )
