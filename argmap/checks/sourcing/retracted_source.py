"""S110 retracted-source: a retracted or corrected source that still carries support.

## What it finds

A source with `status: retracted` or `status: corrected` on which statements of the map still rest.

## Why it matters

What its own publisher has taken back is no evidence; what was corrected may be, but in its corrected form.

## Example

```argmap
source study "Study of the fish stock" { kind: article  date: 2021  status: retracted "figures made up" }
claim recovered "The herring has come back." {
    because evidence doubled "The stock has doubled." { cite: study p3 }
}
```

## Better

```argmap
source study "Study of the fish stock" { kind: article  date: 2021  status: retracted "figures made up" }
source count "Count of the fishery office" { kind: report  date: 2023 }
claim recovered "The herring has come back." {
    because evidence doubled "The stock has doubled." { cite: study p3 rejected  cite: count p7 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import places, statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find retracted and corrected sources that carry something."""
    carried = assessment.grounds.carried
    for source in assessment.map.sources:
        status, names = source.get("status"), carried[source.id]
        if status is None or not names:
            continue
        rests = "rests" if len(names) == 1 else "rest"
        yield Finding(
            f"`{source.id}` was {status.value}, and {statement_names(assessment, names)} still {rests} on it",
            at(assessment, source, status),
            "another source; or `rejected` in its `cite:`, where the map only tells that it was said",
            (),
            places(assessment, names, f"rests on what was {status.value}"),
        )
