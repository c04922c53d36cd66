"""S108 undated-source: sources without a date.

## What it finds

Sources that carry a statement and have no `date:`, in a map that goes by dates: it has an `as-of:` day, or dates other
sources. They make one finding.

## Why it matters

Without its date a reader cannot tell whether a source speaks of the time in question, or came before what changed
it.

## Example

```argmap
source minutes "Minutes of the council" { kind: minutes  date: 2025-02-11 }
source leaflet "Leaflet of the ferry company" { kind: leaflet }
claim cheap "The ferry has become cheaper." {
    because evidence before "It cost nine crowns." { cite: leaflet p1 }
    because evidence now "It costs seven crowns." { cite: minutes p4 }
}
```

## Better

```argmap
source minutes "Minutes of the council" { kind: minutes  date: 2025-02-11 }
source leaflet "Leaflet of the ferry company" { kind: leaflet  date: 2023 }
claim cheap "The ferry has become cheaper." {
    because evidence before "It cost nine crowns." { cite: leaflet p1 }
    because evidence now "It costs seven crowns." { cite: minutes p4 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.wording import counted, listed, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find sources without a date, in maps that go by dates."""
    sources = assessment.map.sources
    if not assessment.map.word("as-of") and not any(source.get("date") for source in sources):
        return
    carried = assessment.grounds.carried
    names = [source.id for source in sources if carried[source.id] and not source.get("date")]
    if names:
        has = "has" if len(names) == 1 else "have"
        message = f"{counted(len(names), 'source')} {has} no date: {listed([f'`{name}`' for name in names])}"
        first, *others = places(assessment, names, "no date either")
        yield Finding(message, first._replace(text=""), "`date:` with a year, a month or a day", (), tuple(others))
