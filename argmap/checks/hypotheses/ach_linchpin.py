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
from argmap.checks.wording import listed, named
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
        pins = table.together.linchpins if table.verdict.leader is not None else ()
        told = {one.name for one in pins if one.kind == "row"}
        for one in pins:
            origin = one.kind == "origin"
            if origin and not told.isdisjoint(one.rows):
                continue  # that one row of it was told
            what = f"all that comes from {named(assessment, one.name)}" if origin else quoted(assessment, [one.name])
            message = f"without {what} {_then(assessment, table, one)}"
            related = row_labels(assessment, table, one.rows[1:], "a row of the same origin")
            where = row_label(assessment, table.row(one.rows[0]))
            yield Finding(message, where, "a second look at it, or evidence that does not hang on it", (), related)


def _then(assessment: Assessment, table: MatrixAnalysis, one: Removal) -> str:
    """Say who leads then, by the rules under which that changes."""
    rules = [rule for rule in VOTING if rule in one.changed]
    before = table.verdict.leader or ""
    others = list(dict.fromkeys(name for rule in rules for name in one.leaders[rule] if name != before))
    ties = [before in one.leaders[rule] for rule in rules]
    leader, names = quoted(assessment, [before]), quoted(assessment, others) if others else "nobody"
    many = len(others) > 1
    if all(ties):
        then = f"{names} tie{'' if many else 's'} with {leader}"
    elif any(ties):
        then = f"{names} tie{'' if many else 's'} with {leader} or lead{'' if many else 's'}"
    else:
        then = f"{names} lead{'' if many else 's'} instead of {leader}"
    return f"{then}, under {listed(rules)}"
