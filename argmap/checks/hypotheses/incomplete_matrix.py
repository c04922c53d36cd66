"""H405 incomplete-matrix: hypotheses that the matrix hardly tests.

## What it finds

A matrix with cells that are not yet rated, and columns of which more than half (`unrated-share`) is NA or not rated.
“None of these” is left out: nobody can say what it would lead one to expect. One finding tells of the whole matrix.

## Why it matters

A hypothesis that was never held against the evidence has nothing against it, and so wins. An empty cell is no N: nobody
has thought about it yet.

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
    | gale | C     |         |
    | oil  | I     |         |
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
from argmap.checks.tables import label, quoted, rated
from argmap.checks.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.matrix.result import MatrixAnalysis


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find empty cells, and columns without much in them."""
    for table in rated(assessment):
        columns = [number for number, one in enumerate(table.hypotheses) if not one.residual]
        empty = {number: _share(table, number, None) for number in columns}
        blank = sum(empty.values())
        limit = settings.thresholds.unrated_share * len(table.rows)
        thin = [number for number in columns if empty[number] + _share(table, number, "NA") > limit]
        if not blank and not thin:
            continue
        parts = [f"{counted(blank, 'cell')} of this matrix {'is' if blank == 1 else 'are'} not rated"] if blank else []
        if thin:
            names = quoted(assessment, [table.ids[number] for number in thin])
            parts.append(f"most rows say nothing of {names}")
        yield Finding("; ".join(parts), label(assessment, table.place), "CC C N I II, or NA with the reason")


def _share(table: MatrixAnalysis, column: int, letter: str | None) -> int:
    return sum(row.cells[column].together.letter == letter for row in table.rows)
