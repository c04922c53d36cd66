"""H416 rated-against-argument: the map argues one thing and its matrix says another.

## What it finds

A cell that says I or II of a row which, in the map, reaches the hypothesis only by steps that speak for it; or C or CC
where it reaches it only by steps that speak against it. Cells that are N are left alone: `argmap matrix` shows them.

## Why it matters

Both are by the same hand. Either the step or the rating has changed since the other was written, or one of them stands
for something the map does not say.

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
    | gale | I     | C       |
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
from argmap.checks.tables import label, quoted, rated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings

_SAYS = {"C": "for", "I": "against"}


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find cells that say the opposite of the steps."""
    for table in rated(assessment):
        for one in table.argued.differences:
            if one.kind == "opposite":
                row, hypothesis = quoted(assessment, [one.row]), quoted(assessment, [one.hypothesis])
                message = f"in the map {row} speaks {_SAYS[one.argued]} {hypothesis}, and here it is rated {one.rated}"
                yield Finding(message, label(assessment, one.place), "a rating and a step that say the same")
