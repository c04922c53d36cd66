"""What the strength of an answer hangs on, in a few lines: what moves it, what would change the order, what lacks support."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.render.figures import shown
from argmap.render.report.support import lacking
from argmap.render.text import shorten
from argmap.render.wording import listed
from argmap.strength.explaining.sensitivity import HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.report.context import Context
    from argmap.render.report.parts import Ref
    from argmap.render.view import Proposition
    from argmap.strength.explaining.hinges import Hinge, Prop, Side
    from argmap.strength.explaining.ranking import Ranking

_MOST = 3
_BRIEF = 34
_SIDES: dict[Side, str] = {
    "for": "{} rests most on",
    "against": "Most against it",
    "open": "Not backed yet, but would move it",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or source that something hangs on, and how."""

    ref: Ref
    words: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know of a judgement: a label, a sentence or nothing, and what it is about."""

    label: str
    text: str
    items: tuple[Item, ...] = ()
    warns: bool = False


def hanging(context: Context, ranking: Ranking) -> tuple[Point, ...]:
    """Gather what the strength of a leader, or of each of the first main claims, hangs on."""
    found = context.analysis.assessment.hinges or ()
    mine = [one for one in found if one.question == ranking.question]
    points: list[Point] = []
    for one in mine[:_MOST]:
        points += (*_moving(context, one, explained=any(point.items for point in points)), *_turns(context, one))
    return (*points, *_unsupported(context, ranking))


def brief(context: Context, identifier: str) -> Ref:
    """Name a statement by the beginning of its text, so that several stand below each other, a line or two each."""
    ref = context.ref_to(identifier)
    return replace(ref, words=shorten(ref.words, _BRIEF))


def _moving(context: Context, hinge: Hinge, *, explained: bool) -> Iterator[Point]:
    """Say what moves a statement: what it rests on, what speaks against it, and what would if it were backed.

    `explained` tells whether it was said before what the figures are.
    """
    if not hinge.about:
        return
    who = context.label(context.view.home[hinge.about[0]])
    if not hinge.props:
        yield Point(f"{who} rests on", "no single input: none moves it by itself")
        return
    how = "" if explained else f"(strength as one base goes from {shown(LOW)} to {shown(HIGH)})"
    for side, label in _SIDES.items():
        props = [prop for prop in hinge.props if prop.side == side]
        if props:
            yield Point(label.format(who), how, tuple(_item(context, prop) for prop in props))
            how = ""
        elif side == "for":
            yield Point(f"{who} rests on", "nothing that moves it up by itself and is backed")


def _item(context: Context, prop: Prop) -> Item:
    ends = f"{shown(prop.low)}→{shown(prop.high)}"
    unseen = prop.id in context.analysis.assessment.outline.awaited
    return Item(brief(context, prop.id), f"{ends}, not yet seen" if unseen else ends)


def _turns(context: Context, hinge: Hinge) -> Iterator[Point]:
    if hinge.turns is None:
        return
    items = []
    for turn in hinge.turns[:_MOST]:
        who = listed(context.label(context.view.home[name]) for name in turn.instead) or "no answer"
        way = "above" if turn.rising else "below"
        now = f"now {shown(turn.base)}" if turn.backed else "not backed yet"
        items.append(Item(brief(context, turn.id), f"{way} {shown(turn.at)}, {now}: {who}"))
    text = (
        "another is strongest with the base of" if items else "no single input, put anywhere, makes another strongest"
    )
    yield Point("What would change that", text, tuple(items))


def _unsupported(context: Context, ranking: Ranking) -> Iterator[Point]:
    """Name what is put forward and not supported beneath these answers, what is nearest to them first."""
    found = lacking(context, _beneath(context, ranking))
    if not found.bare:
        return
    total, here = len(context.analysis.assessment.outline.unsupported), len(found.bare)
    text = found.unsupported + (f" ({total} in the whole map)" if total > here else "")
    items = tuple(Item(brief(context, one.id)) for one in found.bare[:_MOST])
    yield Point("Unsupported", text + (", among them" if here > _MOST else ":"), items, warns=True)


def _beneath(context: Context, ranking: Ranking) -> list[Proposition]:
    """Return the answers and what bears on them at whatever distance, nearest first."""
    view = context.view
    queue = [view.home[one.id] for one in ranking.standings]
    seen = {each.id for each in queue}
    for each in queue:
        steps = [*view.onto.get(each.id, ())]
        for step in steps:
            steps += [undercut for undercut in view.undercuts(step) if undercut not in steps]
            for premise in view.premises(step):
                if premise.id not in seen:
                    seen.add(premise.id)
                    queue.append(premise)
    return queue
