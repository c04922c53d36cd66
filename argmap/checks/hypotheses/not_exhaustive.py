"""H402 not-exhaustive: answers that may all be wrong, and nothing that says so.

## What it finds

A question with competing hypotheses that does not say whether one of them must be true (`exhaustive: yes` or `no`), and
has no “none of these” (`residual: yes`). Where a matrix ranks the hypotheses, `exhaustive: no` alone is not enough.

## Why it matters

A hypothesis that is not on the list cannot win. A ranking of the listed ones reads as an answer even where the truth is
something else; “none of these” keeps the room open.

## Example

```argmap
question cause "Why did the light fail?" { hypotheses: [storm, neglect] }
hypothesis storm "The storm put it out." { because "A gale blew at night." }
hypothesis neglect "Nobody trimmed the wick." { because "The oil ran out." }
```

## Better

```argmap
question cause "Why did the light fail?" { hypotheses: [storm, neglect, other] }
hypothesis storm "The storm put it out." { because "A gale blew at night." }
hypothesis neglect "Nobody trimmed the wick." { because "The oil ran out." }
hypothesis other "Something else did it." { residual: yes }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.tables import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find questions of which nobody knows whether their answers are all there are."""
    ranked = {matrix.question for matrix in assessment.map.matrices}
    for question in assessment.map.questions:
        answers = [assessment.outline.by_id[name] for name in question.hypotheses if name in assessment.outline.by_id]
        said = question.word("exhaustive")
        if len(answers) < ENOUGH or said == "yes" or any(answer.flag("residual") for answer in answers):
            continue
        if said == "no" and question.id not in ranked:
            continue
        message = f"the answers to `{question.id}` may all be wrong, and none of them says so"
        wanted = "a hypothesis with `residual: yes`, or `exhaustive: yes` if there can be no other"
        yield Finding(message, at(assessment, question), wanted)
