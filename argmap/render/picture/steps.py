"""Makes the lines of a picture: steps with the points where they meet or are undercut, relations, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Range
from argmap.render.figures import shown_contribution
from argmap.render.picture.boxes import box_id, mention, question_id, shown_name
from argmap.render.picture.parts import Joint, Line
from argmap.render.places import anchor_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model import Question, Relation, Step
    from argmap.render.picture.look import LabelKind
    from argmap.render.picture.parts import LineKind, Part
    from argmap.render.view import Proposition, View
    from argmap.strength.result import StepStrength

_THINNEST, _HEAVIEST = 0.8, 5.0
_BITS = {"weak": 1.0, "moderate": 2.0, "strong": 3.0}
_UNDERCUT_SCALE = 3.0  # so that an undercut that takes a step away wholly is as thick as a strong step
_RELATION_WIDTHS: dict[LineKind, float] = {"contradicts": 2.8, "excludes": 2.8, "entails": 2.0}
_LIGHT = 1.2
_VERBS = {
    "support": ("supports", "together support"),
    "attack": ("attacks", "together attack"),
    "undercut": ("undercuts", "together undercut"),
}


def step_id(step: Step) -> str:
    """Return the id of a step, in DOT and SVG."""
    return f"step-{anchor_of(step.id)}"


def step_parts(
    view: View, step: Step, shown: Collection[str], drawn: Collection[str], label: LabelKind
) -> tuple[Joint | None, list[Line]]:
    """Make the line of a step; or its point, a line from each premise to it, and one from there.

    A step has a point where it has several premises, or is undercut in the picture.

    Args:
        view: The whole map.
        step: The step.
        shown: The ids of the statements in the picture: there are lines from these alone.
        drawn: The ids of the steps in the picture.
        label: What is written beside the line that reaches the conclusion.
    """
    premises, found = view.premises(step), _strength(view, step)
    name, target, kind = step_id(step), _target_id(view, step), step.kind
    width, words, bits = _stroke(step, found), _says(view, step), _contribution(view, step, found)
    written = _label(step, bits, label)
    tails = tuple(map(box_id, premises))
    if len(tails) == 1 and not any(undercut.id in drawn for undercut in view.undercuts(step)):
        return None, [Line(name, tails[0], target, kind, width, words, "whole", step.id, bits, written)]
    lines = [
        Line(f"{name}:{tail}", tail, name, kind, width, words, _part(view, step, premise), step.id, bits)
        for premise, tail in zip(premises, tails, strict=True)
        if premise.id in shown
    ]
    lines.append(Line(f"{name}:end", name, target, kind, width, words, "conclusion", step.id, bits, written))
    return Joint(name, kind, len(tails), words, step.id, tails, target), lines


def relation_line(view: View, relation: Relation, number: int) -> Line:
    """Make the line of a relation between two statements."""
    left, right = view.home[relation.left], view.home[relation.right]
    words = f"{mention(left)} {relation.kind} {mention(right)}"
    kind: LineKind = relation.kind  # type: ignore[assignment] # restatements are one box
    width = _RELATION_WIDTHS.get(kind, _LIGHT)
    return Line(f"relation-{number}", box_id(left), box_id(right), kind, width, words)


def answer_line(question: Question, answer: Proposition) -> Line:
    """Make the line from a hypothesis to the question it answers."""
    name = f"answer-{anchor_of(question.id)}:{anchor_of(answer.id)}"
    words = f"{mention(answer)} answers {shown_name(question.id) or 'the question'}"
    return Line(name, box_id(answer), question_id(question), "answers", _LIGHT, words)


def _says(view: View, step: Step) -> str:
    """Tell a step in a sentence: `C1 and C2 together support H1`."""
    *others, last = map(mention, view.premises(step))
    one, many = _VERBS[step.kind]
    subject = f"{', '.join(others)} and {last} {many}" if others else f"{last} {one}"
    return f"{subject} {_object(view, step)}"


def _strength(view: View, step: Step) -> StepStrength | None:
    leading = view.analysis.leading
    return leading.steps.get(step.id) if leading is not None else None


def _stroke(step: Step, found: StepStrength | None) -> float:
    """Return how thick the line of a step is: .8 and its weight in bits."""
    weight = _written(step) if found is None else found.weight
    if found is not None and step.kind == "undercut":
        weight *= _UNDERCUT_SCALE
    return round(_THINNEST + min(max(weight, 0.0), _HEAVIEST), 2)


def _contribution(view: View, step: Step, found: StepStrength | None) -> float | None:
    """Return what a step contributes as things stand, in the unit of the semantics; None where that is not assessed."""
    if found is None:
        return None
    if found.contribution:
        return found.contribution
    strengths = [view.strength(premise, view.analysis.leading) for premise in view.premises(step)]
    known = all(each is not None and each.strength is not None for each in strengths)
    return found.contribution if known else None


def _label(step: Step, bits: float | None, label: LabelKind) -> str:
    """Write beside a line what was asked for: its contribution with its direction, or its kind."""
    if label == "kind":
        return {"support": "supports", "attack": "attacks", "undercut": "undercuts"}[step.kind]
    if label != "bits":
        return ""
    return shown_contribution(step.kind, bits)


def _written(step: Step) -> float:
    """Return the weight that is written on a step, in bits."""
    attribute = step.get("weight")
    value = attribute.value if attribute is not None else "moderate"
    if isinstance(value, str):
        return _BITS.get(value, _BITS["moderate"])
    number = value.high if isinstance(value, Range) else value if isinstance(value, float) else 2.0
    return number * (_UNDERCUT_SCALE if step.kind == "undercut" else 1.0)


def _object(view: View, step: Step) -> str:
    if step.kind != "undercut":
        return mention(view.home[step.target])
    undercut = view.step(step.target)
    names = ", ".join(mention(premise) for premise in view.premises(undercut))
    if undercut.kind == "undercut":
        return f"the undercut from {names}"
    return f"the step from {names} to {mention(view.home[undercut.target])}"


def _target_id(view: View, step: Step) -> str:
    if step.kind == "undercut":
        return f"step-{anchor_of(step.target)}"
    return box_id(view.home[step.target])


def _part(view: View, step: Step, premise: Proposition) -> Part:
    is_premise = any(view.home[name] is premise for name in step.premises)
    return "premise" if is_premise else "warrant"
