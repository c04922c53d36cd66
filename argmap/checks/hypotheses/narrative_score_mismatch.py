"""H410 narrative-score-mismatch: a likelihood that goes against what was found.

## What it finds

Hypotheses of one question whose stated likelihoods (`likelihood:`) put them in the opposite order to the matrix, where
that has a leader, or else to the strengths, where the ranges leave no doubt. Likelihoods that overlap say no order. It also finds a likelihood outside what
the posteriors of the matrix allow.

## Why it matters

The words of a report are what people remember. Where they rank the answers otherwise than the evidence that was written
down, either the evidence is not the real reason, or the words have not kept up with it.

## Example

```argmap
source log "The keeper's log"
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes  exhaustive: yes }
hypothesis storm "The storm put it out." { likelihood: 80% }
hypothesis neglect "Nobody trimmed the wick." { likelihood: 20% }
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
hypothesis storm "The storm put it out." { likelihood: 20% }
hypothesis neglect "Nobody trimmed the wick." { likelihood: 80% }
evidence gale "A gale blew at night." { cite: log p1 }
evidence oil "The oil ran out." { cite: log p2 }
matrix cause {
    |      | storm | neglect |
    | gale | C     | N       |
    | oil  | II    | C       |
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.stated import spread, stated
from argmap.checks.tables import rated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.checks.stated import Stated
    from argmap.matrix.result import MatrixAnalysis
    from argmap.strength.result import StatementStrength

_ANSWER = "a likelihood that follows from the evidence, or the evidence it follows from"


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find likelihoods in the opposite order to matrix or strengths, and outside the posteriors."""
    said = {one.statement.id: one for one in stated(assessment, settings)}
    if not said:
        return
    tables = {table.question: table for table in rated(assessment)}
    for question in assessment.map.questions:
        answers = [said[name] for name in question.hypotheses if name in said]
        table = tables.get(question.id)
        if table is not None:
            yield from _outside(assessment, table, answers)
            yield from _against_matrix(assessment, table, answers)
        else:
            yield from _against_strengths(assessment, answers)


def _outside(assessment: Assessment, table: MatrixAnalysis, answers: list[Stated]) -> Iterator[Finding]:
    for one in answers:
        limits = table.posteriors.limits.get(one.statement.id)
        if limits is not None and not any(band.meets(*limits) for band in one.bands):
            message = (
                f"{called(one.statement)} is {one.shown}; likelihoods and priors of the matrix give {spread(*limits)}"
            )
            yield Finding(message, at(assessment, one.statement, one.attribute), _ANSWER)


def _against_matrix(assessment: Assessment, table: MatrixAnalysis, answers: list[Stated]) -> Iterator[Finding]:
    leader = next((one for one in answers if one.statement.id == table.verdict.leader), None)
    if leader is None or table.posteriors.values:
        return
    for one in answers:
        if one.is_above(leader):
            yield _finding(assessment, one, leader, "leads the matrix")


def _against_strengths(assessment: Assessment, answers: list[Stated]) -> Iterator[Finding]:
    ordered = [(one, other) for one in answers for other in answers if one.is_above(other)]
    if ordered:
        found = _strengths(assessment)
        for one, other in ordered:
            here, there = found[one.statement.id], found[other.statement.id]
            if here.high is not None and there.low is not None and here.high < there.low:
                yield _finding(assessment, one, other, "is the stronger one in this map, whatever the ranges")


def _strengths(assessment: Assessment) -> dict[str, StatementStrength]:
    """Return the strengths of the leading reading: worked out only now, for few maps come this far."""
    if assessment.strengths is not None:
        return assessment.strengths.leading.statements
    from argmap.strength.engine import assess

    return assess(assessment.map).leading.statements


def _finding(assessment: Assessment, one: Stated, other: Stated, why: str) -> Finding:
    message = f"{called(one.statement)} is {one.shown} and {called(other.statement)} {other.shown}, which {why}"
    label = at(assessment, other.statement, other.attribute, text=f"{other.shown}, and {why}")
    return Finding(message, at(assessment, one.statement, one.attribute), _ANSWER, (), (label,))
