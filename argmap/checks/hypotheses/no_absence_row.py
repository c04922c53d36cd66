"""H414 no-absence-row: what was expected and not seen is not counted.

## What it finds

A matrix without a row for something that was looked for and not found (`seen: no`, or a row whose text says so), and
statements of the map with `seen: no` that have no row.

## Why it matters

The dog that did not bark is evidence. People overlook what is missing, and a matrix of what was found can lean to the
hypothesis that leaves many traces.

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
claim glass "Broken glass lies about." { seen: no }
matrix cause {
    |       | storm | neglect |
    | gale  | C     | N       |
    | oil   | I     | C       |
    | glass | C     | N       |
}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.tables import label, quoted, rated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings

_ABSENT = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|without|neither|absen\w+|silen\w+|missing)\b", re.IGNORECASE
)


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find matrices of nothing but what was found."""
    for table in rated(assessment):
        unrated = [one.id for one in table.indicators if one.seen == "no" and not one.row]
        if any(row.seen == "no" or _ABSENT.search(row.text) for row in table.rows):
            continue
        where = label(assessment, table.place)
        if unrated:
            message = f"{quoted(assessment, unrated)} was looked for and not seen, and has no row"
            yield Finding(message, where, "a row for it: its absence counts, too")
        else:
            message = "this matrix counts only what was found"
            yield Finding(message, where, "a row for what should have been seen and was not (`seen: no`)")
