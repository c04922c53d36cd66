"""S103 circular-sourcing: sources that draw on each other.

## What it finds

Sources whose `derived-from:` leads back to themselves: A draws on B, and B on A.

## Why it matters

Each seems to confirm the other, and perhaps nobody has seen anything. Somewhere the report must begin; until that
place is found the circle is no witness at all.

## Example

```argmap
source post "The Evening Post" { kind: news  derived-from: herald }
source herald "The Morning Herald" { kind: news  derived-from: post }
claim closed "The mill will close." {
    because evidence told "The owners have told the staff." { cite: post p1  cite: herald p3 }
}
```

## Better

```argmap
source post "The Evening Post" { kind: news  derived-from: letter }
source herald "The Morning Herald" { kind: news  derived-from: post }
source letter "Letter of the owners to the staff" { kind: letter }
claim closed "The mill will close." {
    because evidence told "The owners have told the staff." { cite: post p1  cite: herald p3 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.assessment import asked
from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import listed, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find circles of sources."""
    for circle in asked(assessment.origins).sources.circles:
        first = assessment.outline.speakers[circle[0]]
        if len(circle) == 1:
            message = f"the source `{circle[0]}` is derived from itself"
        else:
            message = f"the sources {listed([f'`{name}`' for name in circle])} draw on each other in a circle"
        yield Finding(
            message,
            at(assessment, first, first.get("derived-from")),
            "where the report begins: the source that draws on none of the others",
            (),
            places(assessment, circle[1:], "draws on the same circle"),
        )
