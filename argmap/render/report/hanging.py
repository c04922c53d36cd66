"""What an answer hangs on, in a few lines: what it rests on most, what would change it, how fragile it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.matrix.readings import VOTING
from argmap.render.figures import shown
from argmap.render.picture.marks import NO_SUPPORT
from argmap.render.report.claims import weaknesses
from argmap.render.text import shorten
from argmap.render.wording import counted, listed
from argmap.strength.explaining.sensitivity import HIGH, LOW

if TYPE_CHECKING:
    from argmap.matrix.result import MatrixAnalysis
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Ref
    from argmap.render.view import Proposition
    from argmap.strength.explaining.hinges import Hinge
    from argmap.strength.explaining.ranking import Ranking

_MOST = 3
_BRIEF = 34


@dataclass(frozen=True, slots=True)
class Item:
    """A statement or source that something hangs on, and how; `before` stands before it."""

    ref: Ref | None
    words: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know of a judgement: a label, a sentence or nothing, and what it is about."""

    label: str
    text: str
    items: tuple[Item, ...] = ()


def hanging(context: Context, ranking: Ranking, matrix: MatrixAnalysis | None) -> tuple[Point, ...]:
    """Gather what a judgement hangs on."""
    found = context.analysis.assessment.hinges or ()
    mine = [one for one in found if one.question == ranking.question]
    points = []
    if ranking.question is not None:
        points += [point for one in mine for point in (_props(context, one), _turns(context, one))]
    else:
        points += [_props(context, one) for one in mine[:_MOST]]
    if matrix is not None:
        points.append(_fragility(matrix))
        points.append(_linchpins(context, matrix))
    points.append(_unsupported(context, ranking))
    return tuple(point for point in points if point is not None)


def _props(context: Context, hinge: Hinge) -> Point | None:
    if not hinge.about:
        return None
    who = listed(context.label(context.view.home[name]) for name in hinge.about[:1])
    items = tuple(
        Item(_brief(context, prop.id), f"{shown(prop.low)} … {shown(prop.high)}") for prop in hinge.props[:_MOST]
    )
    text = f"(strength as one base goes from {shown(LOW)} to {shown(HIGH)})"
    return Point(f"{who} rests most on", text if items else "no single input moves it", items)


def _turns(context: Context, hinge: Hinge) -> Point | None:
    if hinge.turns is None:
        return None
    items = []
    for turn in hinge.turns[:_MOST]:
        who = listed(context.label(context.view.home[name]) for name in turn.instead) or "no answer"
        way = "above" if turn.rising else "below"
        items.append(Item(_brief(context, turn.id), f"{way} {shown(turn.at)}, now {shown(turn.base)}: {who}"))
    text = "another leads with the base of" if items else "no single input, put anywhere, makes another answer lead"
    return Point("What would change that", text, tuple(items))


def _brief(context: Context, identifier: str) -> Ref:
    """Name a statement by the beginning of its text, so that several stand below each other, a line or two each."""
    ref = context.ref_to(identifier)
    return replace(ref, words=shorten(ref.words, _BRIEF))


def _fragility(matrix: MatrixAnalysis) -> Point:
    voting = {rule: found for rule, found in matrix.together.fragility.items() if rule in VOTING}
    tied = [rule for rule, found in voting.items() if found.leader is None]
    held = [rule for rule, found in voting.items() if found.leader is not None and found.level is None]
    lost = [f"{rule} {found.level.steps}" for rule, found in voting.items() if found.leader is not None and found.level]
    parts = [f"one-step changes of cells that cost the lead: {', '.join(lost)}"] if lost else []
    parts += [f"tied already by {listed(tied)}"] if tied else []
    parts += [f"no change of cells costs the lead by {listed(held)}"] if held else []
    return Point("Fragility of the matrix", "; ".join(parts))


def _linchpins(context: Context, matrix: MatrixAnalysis) -> Point | None:
    found = matrix.together.linchpins
    items = []
    for one in found[:_MOST]:
        ref = _brief(context, one.name) if one.kind == "row" else context.source(one.name)
        items.append(Item(ref, f"(by {listed(rule for rule in one.changed if rule in VOTING)})"))
    return Point("Linchpins of the matrix", "without it others lead:", tuple(items)) if items else None


def _unsupported(context: Context, ranking: Ranking) -> Point | None:
    """Name what is claimed and not supported beneath these answers, what is nearest to them first."""
    beneath = [
        one for one in _beneath(context, ranking) if not one.first.flag("residual")
    ]  # "none of these" needs none
    bare = [one for one in beneath if NO_SUPPORT in weaknesses(context, one)]
    if not bare:
        return None
    items = tuple(Item(_brief(context, one.id), "") for one in bare[:_MOST])
    more = f"{counted(len(bare), 'claim')} here without any support" + (", among them" if len(bare) > _MOST else ":")
    return Point("Unsupported", more, items)


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
