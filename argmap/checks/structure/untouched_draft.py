"""A315 untouched-draft: statements that stand as they were copied from a draft.

## What it finds

Statements marked `untouched: yes`. `argmap new --from` writes the first sentence of each paragraph of a draft into a
claim and marks it so; strike the mark out once the claim says in your own words what the paragraph claims. Until then
`argmap coverage` does not count the paragraph as mapped, and `argmap todo` lists the claim.

## Why it matters

The first sentence of a paragraph is often not its claim. A map of copied sentences looks complete, and nobody has read
the text for its argument yet.

## Example

```argmap
source draft "Sundays" { kind: draft }
claim readers-come "Most readers would come on Sundays." {
    cite: draft par2
    untouched: yes
}
```

## Better

```argmap
source draft "Sundays" { kind: draft }
claim open "The library should open on Sundays." {
    cite: draft par1
    because readers-come
}
claim readers-come "Most readers would come on Sundays." {
    cite: draft par2
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import by_file, counted, statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find, file by file, the statements that are marked as untouched."""
    for group in by_file(each for each in assessment.map.statements if each.flag("untouched")):
        names = [statement.id for statement in group]
        verb = "stands as it was" if len(names) == 1 else "stand as they were"
        message = f"{counted(len(names), 'statement')} {verb} copied from a draft: {statement_names(assessment, names)}"
        answer = "the claim of each in your own words, without `untouched: yes`"
        yield Finding(message, at(assessment, group[0]), answer)
