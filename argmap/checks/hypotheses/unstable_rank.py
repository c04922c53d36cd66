"""H407 unstable-rank: a matrix that cannot decide.

## What it finds

A matrix whose hypotheses tie, whose rules of scoring or whose raters disagree on who leads, or whose leader is ahead
by less than the threshold `margin` under `inconsistency`.

## Why it matters

Each rule of scoring is somebody's choice. Where a tie, or that choice, or one rater decides who leads, the matrix has
not decided, and saying who leads would be saying more than was found.

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
    | gale | C     | I       |
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
evidence wick "The wick was long." { cite: log p3 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | N       |
    | oil  | II    | C       |
    | wick | N     | C       |
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
    from argmap.matrix.readings import Reason

_ANSWER = "rows that tell these apart: `argmap matrix` names the most useful one"


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find ties, disagreements and narrow leads."""
    for table in rated(assessment):
        where = label(assessment, table.place)
        if table.verdict.leader is None:
            reasons = "; ".join(_in_words(assessment, one) for one in table.verdict.reasons)
            yield Finding(f"this matrix cannot decide: {reasons}", where, _ANSWER)
            continue
        score = table.together.scores["inconsistency"]
        if score.margin is not None and score.margin < settings.thresholds.margin and len(score.leaders) == 1:
            leader = quoted(assessment, [table.verdict.leader])
            message = f"{leader} leads by {score.margin:.3g} only, under `inconsistency`"
            yield Finding(message, where, _ANSWER)


def _in_words(assessment: Assessment, reason: Reason) -> str:
    names = quoted(assessment, reason.hypotheses)
    if reason.doubt == "tie":
        return f"{names} tie"
    return f"{reason.doubt} on {names}"
