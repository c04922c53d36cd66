"""H409 dependent-rows: rows of one origin, counted as several.

## What it finds

Rows of a matrix that go back to the same origin, where counting them as one voice changes who leads, or leaves fewer
than half as many independent rows as there are rows. One finding tells of the whole matrix.

## Why it matters

Five sentences of one witness are one witness. Sums over rows count the witness five times.

## Example

```argmap
source log "The keeper's log"
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes  exhaustive: yes }
hypothesis storm "The storm put it out." { because gale }
hypothesis neglect "Nobody trimmed the wick." { because oil }
evidence gale "A gale blew at night." { cite: log p1 }
evidence oil "The oil ran out." { cite: log p2 }
evidence wick "The wick was long." { cite: log p3 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | N       |
    | oil  | I     | C       |
    | wick | I     | C       |
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
source pilot "The pilot's report"
evidence wick "The wick was long." { cite: pilot p1 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | N       |
    | wick | I     | C       |
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.tables import label, quoted, rated, row_labels
from argmap.checks.wording import named
from argmap.matrix.readings import VOTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.matrix.result import MatrixAnalysis

_HALF = 0.5


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find matrices whose rows are fewer than they look."""
    for table in rated(assessment):
        told = table.independence
        changes = _changes(table)
        if not told.clusters or not (changes or told.effective <= told.nominal * _HALF):
            continue
        largest = max(told.clusters, key=lambda cluster: len(cluster.rows))
        message = (
            f"{told.nominal} rows count as {told.effective:.3g} independent {'row' if told.effective <= 1 else 'rows'}"
        )
        if changes:
            message += f"; with one voice for each origin {quoted(assessment, changes)} would lead as well, or instead"
        related = row_labels(assessment, table, largest.rows, f"from {named(assessment, largest.origin)}")
        yield Finding(message, label(assessment, table.place), "rows from other origins", (), related)


def _changes(table: MatrixAnalysis) -> list[str]:
    """Return who leads only once each origin has one voice."""
    here = table.together
    led = {name for rule in VOTING for name in here.scores[rule].leaders}
    return list(dict.fromkeys(name for rule in VOTING for name in here.by_origin[rule].leaders if name not in led))
