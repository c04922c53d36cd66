"""What the scheme of a step asks of it: a general rule, and answers to critical questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.schemes import schemes

if TYPE_CHECKING:
    from argmap.model import Step
    from argmap.outline import Outline
    from argmap.schemes import CriticalQuestion

# Schemes that pass by a general rule, and which of their premises it is.
_RULE = {
    "cause-to-effect": 1,
    "sign": 1,
    "evidence-to-hypothesis": 0,
    "falsification": 0,
    "ignorance": 0,
    "statistical-syllogism": 0,
    "classification": 1,
    "rule": 0,
}
_SAID = "said"  # whether somebody really said it is answered by quoting the words


def wants_warrant(outline: Outline, step: Step) -> str:
    """Return the rule that the scheme of a step goes by, in the words of the catalogue, where the step lacks it."""
    place = _RULE.get(step.word("scheme")) if step.get("scheme") else None
    if place is None or step.warrants or len(step.premises) > 1 or step.id not in outline.taken:
        return ""
    return schemes()[step.word("scheme")].premises[place]


def open_questions(outline: Outline, step: Step) -> list[CriticalQuestion]:
    """Return the questions that whoever takes a step owes an answer to, and that nothing answers.

    Answers are `answers:` on the step, and an `unless` that takes a question up and is turned down in its turn; words
    quoted from a voice answer whether it was said.
    """
    scheme = schemes().get(step.word("scheme"))
    if scheme is None or step.id not in outline.taken:
        return []
    answered = set(step.all_names("answers"))
    for undercut in outline.undercuts[step.id]:
        answered.update(undercut.all_names("answers"))
    if any(citation.anchor for name in step.premises for citation in outline.by_id[name].citations):
        answered.add(_SAID)
    return [question for question in scheme.questions if question.is_assumption and question.id not in answered]
