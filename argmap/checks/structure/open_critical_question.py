"""A312 open-critical-question: a question that the scheme of a step asks, and nobody answers.

## What it finds

A step with a `scheme:` to whose critical questions there is no answer: those which whoever takes the step should be
able to answer. `answers:` on the step says that, and in what words, it is answered; `answers:` on an `unless` takes a
question up; words quoted from an expert or a witness answer whether they were said. Questions that are for the
challenger to raise are not asked for, and a step that lacks the rule of its scheme is left to A303. Steps to one
conclusion by one scheme make one finding.

## Why it matters

Each kind of step goes wrong in known ways, and these questions are the short list of them. Whoever leans on an expert
should know what the expert went by.

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
    from argmap.model import Step


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find steps with open questions; those to one conclusion by one scheme come together."""
    outline = assessment.outline
    found: dict[tuple[str, str], list[Step]] = {}
    for step in assessment.map.steps:
        if step.get("scheme") and not wants_warrant(outline, step) and open_questions(outline, step):
            found.setdefault((step.target, step.word("scheme")), []).append(step)
    for (_, scheme), steps in found.items():
        questions = list(dict.fromkeys(question for step in steps for question in open_questions(outline, step)))
        told = listed([f"“{question.question}”" for question in questions])
        which = listed([step_called(assessment, step) for step in steps])
        message = f"the step {which} argues by `{scheme}` and leaves open: {told}"
        if len(steps) > 1:
            message = f"the steps {which} argue by `{scheme}` and leave open: {told}"
        answers = " and ".join(f"`answers: {question.id}`" for question in questions)
        first, *others = (at(assessment, step, step.get("scheme"), text="here as well") for step in steps)
        yield Finding(
            message, first._replace(text=""), f"{answers} on the step, with the answer in quotes", (), tuple(others)
        )
