"""H411 incoherent-probabilities: probabilities that cannot all be true at once.

## What it finds

Stated probabilities (`prior:`, and `likelihood:` as a number or a word) that break a law of probability, at whichever
point of their ranges they are taken: answers of which at most one is true that sum to more than 1, answers of which one
must be true that sum to less, a statement likelier than what it entails, two that exclude each other and sum to more
than 1.

## Why it matters

Whoever bet by such numbers would lose whatever happened. In experiments, bringing people's judgements to the nearest
coherent ones made them more accurate (Mandel, Karvetski and Dhami 2018); that set is given where there is one.

## Example

```argmap
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes }
hypothesis storm "The storm alone put it out." { likelihood: 70% }
hypothesis neglect "Nobody trimmed the wick." { likelihood: 60% }
```

## Better

```argmap
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes }
hypothesis storm "The storm alone put it out." { likelihood: 55% }
hypothesis neglect "Nobody trimmed the wick." { likelihood: 45% }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.stated import Stated, stated
from argmap.checks.wording import listed
from argmap.matrix.coherence import CLOSE, Laws, coherence
from argmap.model import Range
from argmap.scales import Band

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Question

_SUM = {"sum above 1": "at least", "sum below 1": "at most"}


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find sets of answers, then pairs of statements, that keep no law."""
    likelihoods = {one.statement.id: one for one in stated(assessment, settings)}
    priors = {
        statement.id: Stated(statement, given, "", (Band((), *given.value),))
        for statement in assessment.map.statements
        if (given := statement.get("prior")) is not None and isinstance(given.value, Range)
    }
    for question in assessment.map.questions:
        yield from _answers(assessment, question, "prior", priors)
        yield from _answers(assessment, question, "likelihood", likelihoods)
    told = {pair for question in assessment.map.questions if question.flag("exclusive") for pair in _pairs(question)}
    for said in (priors, likelihoods):
        for relation in assessment.map.relations:
            left, right = said.get(relation.left), said.get(relation.right)
            if left is None or right is None:
                continue
            if relation.kind == "entails" and left.low > right.high + CLOSE:
                message = f"{called(left.statement)} is {left.shown}, and {called(right.statement)}, which it entails, {right.shown}"
                yield _pair(assessment, left, right, message, "at least as much for what follows from it")
            elif (
                relation.kind in {"excludes", "contradicts"}
                and left.low + right.low > 1.0 + CLOSE
                and frozenset((relation.left, relation.right)) not in told
            ):
                message = f"{called(left.statement)} is {left.shown} and {called(right.statement)} {right.shown}, and at most one of them is true"
                yield _pair(assessment, left, right, message, "a sum of 100 % at most")


def _answers(assessment: Assessment, question: Question, key: str, said: dict[str, Stated]) -> Iterator[Finding]:
    """Look at the answers of one question."""
    given = [said[name] for name in question.hypotheses if name in said]
    whole = question.flag("exhaustive") and len(given) == len(question.hypotheses)
    laws = Laws(1.0 if whole else None, 1.0 if question.flag("exclusive") else None)
    if len(given) < 2 or (laws.least is None and laws.most is None):  # noqa: PLR2004 - one alone keeps any law
        return
    names = [one.statement.id for one in given]
    found = coherence(
        "prior" if key == "prior" else "likelihood", names, [Range(one.low, one.high) for one in given], laws
    )
    for fault in found.faults:
        if fault.kind not in _SUM:
            continue
        total = f"{fault.total * 100:.3g} %"
        message = f"the {key}s of {listed([called(one.statement) for one in given])} sum to {_SUM[fault.kind]} {total}"
        nearest = listed([f"{called(one.statement)} {found.nearest[one.statement.id] * 100:.3g} %" for one in given])
        where = at(assessment, given[0].statement, given[0].attribute)
        related = tuple(at(assessment, one.statement, one.attribute, text=one.shown) for one in given[1:])
        yield Finding(message, where, f"the nearest that can be: {nearest}", (), related)


def _pairs(question: Question) -> Iterator[frozenset[str]]:
    for place, one in enumerate(question.hypotheses):
        yield from (frozenset((one, other)) for other in question.hypotheses[place + 1 :])


def _pair(assessment: Assessment, left: Stated, right: Stated, message: str, wanted: str) -> Finding:
    related = (at(assessment, right.statement, right.attribute, text=right.shown),)
    return Finding(message, at(assessment, left.statement, left.attribute), wanted, (), related)
