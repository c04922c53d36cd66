"""H413 no-indicators: nothing to watch for.

## What it finds

A matrix whose two best hypotheses have no indicator: no statement with `seen:` that would be expected if one of them
were true.

## Why it matters

A judgement is of its day. Indicators, written down beforehand, say what would show that it has to be changed, before
one has reasons not to see it.

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
claim dry "The lamp is found dry." { seen: no }
matrix cause {
    |      | storm | neglect |
    | gale | C     | N       |
    | oil  | I     | C       |
    | dry  | N     | C       |
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.tables import ENOUGH, label, quoted, rated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find matrices whose leaders nothing would show to be right or wrong."""
    for table in rated(assessment):
        best = table.together.scores["inconsistency"].order[:ENOUGH]
        watched = {name for one in table.indicators for name in (*one.expected_by, *one.against)}
        if watched.isdisjoint(best):
            message = f"nothing is named that one would see if {quoted(assessment, best)} were true"
            yield Finding(message, label(assessment, table.place), "a statement with `seen: no`, and a row for it")
