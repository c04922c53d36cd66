"""H406 nothing-disconfirms: a matrix in which nothing speaks against anything.

## What it finds

A matrix without a single I or II, and one whose leader has neither I nor II nor any row that could have given it one:
all its cells are C, CC or not rated.

## Why it matters

Evidence can fit many hypotheses; it is what does not fit that decides. A matrix of nothing but agreement was filled in
to confirm.

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
    | gale | CC    | N       |
    | oil  | N     | C       |
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
    | gale | CC    | N       |
    | oil  | II "a gale leaves the oil where it is" | C |
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.tables import label, quoted, rated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.matrix.result import MatrixAnalysis

_AGAINST = {"I", "II"}
_FOR = {"C", "CC", None}


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find matrices that were filled in to confirm."""
    for table in rated(assessment):
        leader = table.verdict.leader
        if not any(cell.together.letter in _AGAINST for row in table.rows for cell in row.cells):
            message = "nothing in this matrix speaks against any hypothesis"
            wanted = "evidence that at least one hypothesis cannot well explain"
            yield Finding(message, label(assessment, table.place), wanted)
        elif leader is not None and _only_fits(table, leader):
            message = f"every row fits {quoted(assessment, [leader])}, which leads: what would not?"
            yield Finding(message, label(assessment, table.place), "a row that could speak against it")


def _only_fits(table: MatrixAnalysis, name: str) -> bool:
    column = table.ids.index(name)
    return all(row.cells[column].together.letter in _FOR for row in table.rows)
