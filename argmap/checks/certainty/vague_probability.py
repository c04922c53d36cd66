"""C202 vague-probability: a judgement that something "may" be so.

## What it finds

A claim or hypothesis whose text says may, might, possibly, perhaps or cannot be ruled out, and that has no `likelihood:`.
What is only used as an exception (`unless`) may be a mere possibility. This rule reads wording, and runs with `--preview`
only.

## Why it matters

"May" covers everything from one in a hundred to nine in ten, and cannot be wrong. Say how likely, in a word of a scale
or a number; or say the thing plainly and put the hedge of a document into its citation.

## Example

```argmap
claim strike "The pilots may strike in May." {
    because "Their pay was cut."
}
```

## Better

```argmap
claim strike "The pilots will strike in May." {
    likelihood: likely
    because "Their pay was cut."
}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_VAGUE = re.compile(r"\b(may|might|maybe|possibly|perhaps|conceivably|cannot be ruled out|cannot be excluded)\b")


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find judgements in vague words without a likelihood."""
    outline = assessment.outline
    for name, members in outline.groups.items():
        statement = members[0]
        if statement.kind not in {"claim", "hypothesis"} or any(each.get("likelihood") for each in members):
            continue
        word = _VAGUE.search(statement.text)
        uses = outline.used[name]
        if word is None or (uses and all(step.kind == "undercut" for step in uses)):
            continue
        yield Finding(
            f"{called(statement)} says “{word[0]}” and not how likely",
            at(assessment, statement),
            "`likelihood:` with a word of a scale or a number; or the plain claim, with the hedge in its `cite:`",
        )
