"""H404 non-diagnostic: a row that tells nothing apart.

## What it finds

A row of a matrix that is rated the same under every hypothesis. It may be kept to show just that: a row with a reason
in quotes behind it is left alone.

## Why it matters

Evidence that fits every answer says nothing about which is true, however striking it is. It lends the favourite a
weight it does not have.

## Example

```argmap
source log "The keeper's log"
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes  exhaustive: yes }
hypothesis storm "The storm put it out." { because gale }
hypothesis neglect "Nobody trimmed the wick." { because oil }
evidence gale "A gale blew at night." { cite: log p1 }
evidence oil "The oil ran out." { cite: log p2 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | C       |
    | oil  | I     | C       |
}
```

## Better

```argmap
source log "The keeper's log"
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes  exhaustive: yes }
hypothesis storm "The storm put it out." { because gale }
hypothesis neglect "Nobody trimmed the wick." { because oil }
evidence gale "A gale blew at night." { cite: log p1 }
evidence oil "The oil ran out." { cite: log p2 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | N       |
    | oil  | I     | C       |
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.tables import quoted, rated, row_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find rows that rate every hypothesis alike."""
    for table in rated(assessment):
        for row in table.rows:
            if row.diagnosticity.flat and row.counted and not row.reason:
                letter = next(cell.together.letter for cell in row.cells if not cell.together.blank)
                message = (
                    f"{quoted(assessment, [row.id])} is {letter} under every hypothesis, and so tells nothing apart"
                )
                yield Finding(
                    message,
                    row_label(assessment, row),
                    "a row that fits one answer better, or the reason why this one is kept",
                )
