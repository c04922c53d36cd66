"""H401 too-few-hypotheses: a question with one answer only.

## What it finds

A question that names a single hypothesis, by `hypotheses:` or in its matrix.

## Why it matters

An answer that competes with nothing wins whatever the evidence says. The method of competing hypotheses begins with
writing down the others, above all those one would rather not believe.

## Example

```argmap
question cause "Why did the light fail?" { hypotheses: [storm] }
hypothesis storm "The storm put it out." { because "A gale blew at night." }
```

## Better

```argmap
question cause "Why did the light fail?" { hypotheses: [storm, neglect] }
hypothesis storm "The storm put it out." { because "A gale blew at night." }
hypothesis neglect "Nobody trimmed the wick." { because "The oil ran out." }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find questions with a single answer."""
    columns = {matrix.question: matrix.hypotheses for matrix in assessment.map.matrices}
    for question in assessment.map.questions:
        answers = dict.fromkeys((*question.hypotheses, *columns.get(question.id, ())))
        if len(answers) == 1:
            only = assessment.outline.by_id.get(next(iter(answers)))
            name = called(only) if only is not None else "its only answer"
            message = f"`{question.id}` has one answer, {name}: nothing competes with it"
            yield Finding(message, at(assessment, question), "a second hypothesis, the likeliest one to be overlooked")
