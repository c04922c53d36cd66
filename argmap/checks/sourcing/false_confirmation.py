"""S112 false-confirmation: evidence graded as confirmed for which one origin stands.

## What it finds

A statement with `credibility: 1` that has fewer than two independent origins, what supports it included.

## Why it matters

Grade 1 means confirmed by other, independent sources; one careful witness is a 2.

## Example

```argmap
source diary "The keeper's diary" { kind: diary }
evidence light "The lamp was out from two to three." { cite: diary p4  credibility: 1 "very careful" }
```

## Better

```argmap
source diary "The keeper's diary" { kind: diary }
source log "Log of the mail boat" { kind: log }
evidence light "The lamp was out from two to three." { cite: diary p4  cite: log p31  credibility: 1 }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import named, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find grades of 1 without a second origin."""
    for name, members in assessment.outline.groups.items():
        grade = next((member for member in members if member.word("credibility") == "1"), None)
        if grade is None:
            continue
        origins = assessment.grounds.of(name)
        if len(origins) > 1:
            continue
        alone = f"only {named(assessment, origins[0])} stands behind it" if origins else "no source stands behind it"
        yield Finding(
            f"{called(grade)} is graded 1, confirmed by others, and {alone}",
            at(assessment, grade, grade.get("credibility")),
            "a second source that does not depend on the first, or `credibility: 2`",
            (),
            places(assessment, origins, "the only origin"),
        )
