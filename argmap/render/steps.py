"""Makes the lines of a picture: steps with the points where they meet or are undercut, relations, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Range
from argmap.render.boxes import box_id, mention, question_id, shown_name
from argmap.render.picture import Joint, Line
from argmap.render.places import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Question, Relation, Step
    from argmap.render.picture import LineKind, Part
    from argmap.render.view import Proposition, View

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


def has_point(view: View, step: Step) -> bool:
    """Tell whether a step is drawn with a point of its own: it has several premises, or is undercut."""
    return len(view.premises(step)) > 1 or bool(view.undercuts(step))


def step_id(step: Step) -> str:
    """Return the id of a step, in DOT and SVG."""
    return f"step-{anchor_of(step.id)}"


def joint(view: View, step: Step) -> Joint:
    """Make the point of a step."""
    return Joint(step_id(step), step.kind, len(view.premises(step)), says(view, step))


def step_lines(view: View, step: Step) -> Iterator[Line]:
    """Make the lines of a step: one from its premise, or one from each to its point and one from there."""
    name, width, words = step_id(step), stroke(view, step), says(view, step)
    target = _target_id(view, step)
    premises = view.premises(step)
    if not has_point(view, step):
        yield Line(name, box_id(premises[0]), target, step.kind, width, words)
        return
    for premise in premises:
        part = _part(view, step, premise)
        yield Line(f"{name}:{box_id(premise)}", box_id(premise), name, step.kind, width, words, part)
    yield Line(f"{name}:end", name, target, step.kind, width, words, "conclusion")


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


def says(view: View, step: Step) -> str:
    """Tell a step in a sentence: `C1 and C2 together support H1`."""
    names = [mention(premise) for premise in view.premises(step)]
    one, many = _VERBS[step.kind]
    subject = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"{subject} {many if len(names) > 1 else one} {_object(view, step)}"


def stroke(view: View, step: Step) -> float:
    """Return how thick the line of a step is: .8 and its weight in bits."""
    leading = view.analysis.leading
    found = leading.steps.get(step.id) if leading is not None else None
    weight = _written(step) if found is None else found.weight
    if found is not None and step.kind == "undercut":
        weight *= _UNDERCUT_SCALE
    return round(_THINNEST + min(max(weight, 0.0), _HEAVIEST), 2)


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
    undercut = next(other for other in view.steps if other.id == step.target)
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
