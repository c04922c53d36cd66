"""A312 open-critical-question: a question that the scheme of a step asks, and nobody answers.

## What it finds

A step with a `scheme:` to whose critical questions there is no answer: those which whoever takes the step should be
able to answer. `answers:` on the step says that, and in what words, it is answered; `answers:` on an `unless` takes a
question up; words quoted from an expert or a witness answer whether they were said. Questions that are for the
challenger to raise are not asked for, and a step that lacks the rule of its scheme is left to A303.

## Why it matters

Each kind of step goes wrong in known ways. The questions are the short list of them: whoever leans on an expert should
know what the expert went by.

## Example

```argmap
claim safe "The bridge is safe." {
    because "The engineer says so." as expert { scheme: expert-opinion }
}
```

## Better

```argmap
claim safe "The bridge is safe." {
    because "The engineer says so." as expert {
        scheme: expert-opinion
        answers: evidence "she measured every pier"
        answers: said "in her report, in these words"
    }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.structure.asking import open_questions, wants_warrant
from argmap.checks.wording import listed, step_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find steps with open questions."""
    outline = assessment.outline
    for step in assessment.map.steps:
        questions = open_questions(outline, step) if step.get("scheme") else []
        if not questions or wants_warrant(outline, step):
            continue
        told = listed([f"“{question.question}”" for question in questions])
        answers = " and ".join(f"`answers: {question.id}`" for question in questions)
        yield Finding(
            f"the step {step_called(assessment, step)} argues by `{step.word('scheme')}` and leaves open: {told}",
            at(assessment, step, step.get("scheme")),
            f"{answers} with the answer in quotes, on the step",
        )
