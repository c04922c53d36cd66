"""S101 uncited-claim: evidence without a source.

## What it finds

A statement of evidence for which no source is given: no `cite:`, no `from:`, no `by:`. Evidence that rests on other
statements of the map is left alone, and so are maps that declare no source at all.

## Why it matters

Without its source no reader can look an observation up, and nobody can tell whether two of them are one.

## Example

```argmap
source diary "The keeper's diary" { kind: diary }
claim late "The ferry ran late." {
    because evidence log "It left the pier at ten past nine."
}
```

## Better

```argmap
source diary "The keeper's diary" { kind: diary }
claim late "The ferry ran late." {
    because evidence log "It left the pier at ten past nine." { cite: diary p4 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find evidence without a source."""
    outline = assessment.outline
    for name, members in outline.groups.items():
        statement = members[0]
        named = any(each.citations or each.get("from") or each.get("by") for each in members)
        if statement.kind == "evidence" and not named and not outline.supports[name]:
            yield Finding(
                f"the evidence {called(statement)} names no source",
                at(assessment, statement),
                "where it comes from: `cite:` a document, `from:` what it relies on, or `by:` whoever saw it",
            )
