"""H412 no-deception-hypothesis: an interested source, and nobody asks whether it deceives.

## What it finds

A matrix with rows that come from a source whose interest is declared (`interest:`), while no hypothesis and no row has
to do with deception: none is tagged `deception`, and none speaks of it.

## Why it matters

Who has a motive, an opportunity and the means may have staged what was seen. A matrix without that answer counts staged
evidence as it was meant to be counted.

## Example

```argmap
voice keeper "The keeper"
source log "The keeper's log" { interest: keeper }
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes  exhaustive: yes }
hypothesis storm "The storm put it out."
hypothesis neglect "Nobody trimmed the wick."
evidence gale "A gale blew at night." { cite: log p1 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | I       |
}
```

## Better

```argmap
voice keeper "The keeper"
source log "The keeper's log" { interest: keeper }
question cause "Why did the light fail?" { hypotheses: [storm, neglect, invented]  exclusive: yes  exhaustive: yes }
hypothesis storm "The storm put it out."
hypothesis neglect "Nobody trimmed the wick."
hypothesis invented "The keeper wrote the gale into the log to hide his neglect." { tags: [deception] }
evidence gale "A gale blew at night." { cite: log p1 }
matrix cause {
    |      | storm | neglect | invented |
    | gale | C     | I       | CC       |
}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.tables import quoted, rated, row_label
from argmap.checks.wording import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.matrix.result import MatrixAnalysis

_TAG = "deception"
_WORDS = re.compile(
    r"\b(?:decei\w+|decept\w+|mislead\w*|misled|stag(?:ed|ing)|feint|feign\w*|fake\w*|fabricat\w+|forg(?:ed|ery)"
    r"|bluff\w*|for show|cover story|invent(?:ed|ion))\b",
    re.IGNORECASE,
)


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find matrices that rest on interested sources and leave deception out."""
    same = assessment.grounds.same
    interested = {same[source.id]: source for source in assessment.map.sources if source.get("interest")}
    for table in rated(assessment) if interested else ():
        sources = {name: row for row in reversed(table.rows) for name in row.origins if name in interested}
        if not sources or _asks(assessment, table):
            continue
        name, row = next(iter(sorted(sources.items(), key=lambda one: one[1].place.start)))
        message = f"{quoted(assessment, [row.id])} comes from {named(assessment, name)}, an interested source, and no hypothesis says it may deceive"
        yield Finding(message, row_label(assessment, row), "a hypothesis or a row on it, with `tags: [deception]`")


def _asks(assessment: Assessment, table: MatrixAnalysis) -> bool:
    things = [assessment.outline.by_id[name] for name in (*table.ids, *(row.id for row in table.rows))]
    return any(_TAG in thing.names("tags") or _WORDS.search(thing.text) for thing in things)
