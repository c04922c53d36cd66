"""What `answers:` on a step names: a critical question of the step's scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Mend

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.model import Attribute, Step
    from argmap.syntax.lexer import Token


def check_answers(work: Work) -> None:
    """Report each critical question that is answered, and is none of the step's scheme."""
    answering = [step for step in work.map.steps if step.get("answers") is not None]
    if not answering:
        return
    steps = {step.id: step for step in work.map.steps}
    for step in answering:
        asked_of = steps.get(step.target) if step.kind == "undercut" else step
        for attribute in step.all("answers"):
            if asked_of is not None:
                _check(work, step, attribute, asked_of.word("scheme"))


def belongs_on_step(work: Work, file: int, token: Token) -> bool:
    """Report a critical question that is named on a statement; return False where it is none."""
    from argmap.schemes import schemes

    name = token.value
    if not any(question.id == name for scheme in schemes().values() for question in scheme.questions):
        return False
    message = f"`{name}` is a critical question of a scheme, and this block belongs to a statement"
    mend = Mend(f"unless … as {{ answers: {name} }}", "with `as` before the block, which then belongs to the step")
    work.report(file, token, "L183", message, "the name of a question of the map; or the step's own block", mend)
    return True


def _check(work: Work, step: Step, attribute: Attribute, scheme: str) -> None:
    from argmap.schemes import schemes

    name = str(attribute.value)
    known = schemes().get(scheme)
    if known is None:
        message = f"`{name}` should be a critical question of this step's scheme, and the step has none"
        if step.kind == "undercut":
            message = (
                f"`{name}` should be a critical question of the scheme of the step that this undercuts, and it has none"
            )
        _report(work, step, attribute, message, "`scheme:` on the step, or no `answers:`")
        return
    ids = [question.id for question in known.questions]
    if name not in ids:
        wanted = "; ".join(f"`{question.id}` ({question.question})" for question in known.questions)
        _report(work, step, attribute, f"`{scheme}` has no critical question `{name}`", wanted, ids)


def _report(
    work: Work, step: Step, attribute: Attribute, message: str, wanted: str, known: list[str] | None = None
) -> None:
    text = work.source(step.file).text
    start = text.find(str(attribute.value), attribute.start + len(f"{attribute.key}:"), attribute.end)
    place = (start, start + len(str(attribute.value))) if start >= 0 else (attribute.start, attribute.end)
    near = work.nearby(str(attribute.value), known or (), 2, 0.5)
    mends = [work.mend(step.file, *place, name) for name in near]
    work.report(step.file, place, "L183", message, wanted, *mends)
