"""H408 ach-linchpin: a row on which the verdict hangs.

## What it finds

A row of a matrix, or all rows of one origin, without which another hypothesis would lead, or nobody. It speaks only
where the matrix has a leader (else H407 does).

## Why it matters

If that row is wrong, misread or a deception, the conclusion goes with it. It deserves the second look first.

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
    | wick | N     | N       |
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
source pilot "The pilot's report"
evidence calm "The wind had dropped by ten." { cite: pilot p1 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | N       |
    | oil  | II    | C       |
    | wick | N     | N       |
    | calm | II    | N       |
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.tables import quoted, rated, row_label, row_labels
from argmap.checks.wording import named
from argmap.matrix.readings import VOTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.matrix.readings import Removal
    from argmap.matrix.result import MatrixAnalysis


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find rows, and origins of several rows, without which the verdict is another."""
    for table in rated(assessment):
        leader = table.verdict.leader
        for one in table.together.linchpins if leader is not None else ():
            origin = one.kind == "origin"
            if origin and len(one.rows) == 1:
                continue  # the row itself was told
            what = f"all that comes from {named(assessment, one.name)}" if origin else quoted(assessment, [one.name])
            message = f"without {what} {_then(assessment, table, one)}"
            related = row_labels(assessment, table, one.rows[1:], "a row of the same origin")
            where = row_label(assessment, table.row(one.rows[0]))
            yield Finding(message, where, "a second look at it, or evidence that does not hang on it", (), related)


def _then(assessment: Assessment, table: MatrixAnalysis, one: Removal) -> str:
    """Say who leads then, by the rules under which that changes."""
    led = [table.together.scores[rule].leaders for rule in VOTING]
    rules = [rule for rule in VOTING if rule in one.changed]
    then = list(dict.fromkeys(name for rule in rules for name in one.leaders[rule]))
    before = list(dict.fromkeys(name for names in led for name in names))
    others = [name for name in then if name not in before]
    if others:
        verb = "leads" if len(others) == 1 else "lead"
        return (
            f"{quoted(assessment, others)} {verb}, or as much as {quoted(assessment, before)}, under {', '.join(rules)}"
        )
    return f"the lead of {quoted(assessment, before)} is gone under {', '.join(rules)}"
