"""H415 cell-without-reason: ratings against a hypothesis that nobody explains.

## What it finds

A row with I or II in a cell, or one on which the verdict hangs, where neither the cell nor the row gives a reason.

## Why it matters

Such cells decide. Whoever reads the matrix later, or disagrees, has to know why the row does not fit, or the matrix
cannot be mended.

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
    | gale | C     | N       |
    | oil  | II    | C       |
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
    | gale | C     | N       | "a gale at night blows lamps out; a long wick would not care"
    | oil  | II "a gale leaves the oil where it is" | C |
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
    from argmap.matrix.cells import MatrixLine
    from argmap.matrix.result import MatrixAnalysis

_AGAINST = {"I", "II"}


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find rows that decide and give no reason."""
    for table in rated(assessment):
        pins = {one.name for one in table.together.linchpins if one.kind == "row" and table.verdict.leader is not None}
        for row in table.rows:
            if row.reason:
                continue
            columns = _unexplained(table, row)
            if not columns and (row.id not in pins or any(cell.together.reason for cell in row.cells)):
                continue
            name = quoted(assessment, [row.id])
            message = (
                f"{name} speaks against {quoted(assessment, columns)}" if columns else f"the verdict hangs on {name}"
            )
            yield Finding(
                f"{message}, and no reason is given",
                row_label(assessment, row),
                "words in quotes after the rating, or after the row",
            )


def _unexplained(table: MatrixAnalysis, row: MatrixLine) -> list[str]:
    """Return the hypotheses against which a row speaks without a word of reason from anybody."""
    return [
        name
        for name, cell in zip(table.ids, row.cells, strict=True)
        if cell.together.letter in _AGAINST and not any(one.reason for one in cell.raters.values())
    ]
