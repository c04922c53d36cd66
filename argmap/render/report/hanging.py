"""What an answer hangs on, in a few lines: what it rests on most, what would change it, how fragile it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.figures import shown
from argmap.render.marks import NO_SUPPORT
from argmap.render.report.claims import weaknesses
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
_VOTING = ("inconsistency", "weighted", "squared", "bits")


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
        Item(context.ref_to(prop.id), f"takes it from {shown(prop.low)} to {shown(prop.high)} as its base goes from {shown(LOW)} to {shown(HIGH)}")
        for prop in hinge.props[:_MOST]
    )
    label = "Rests most on" if hinge.question else f"{who} rests most on"
    return Point(label, "" if items else f"no single input moves {who}", items)


def _turns(context: Context, hinge: Hinge) -> Point | None:
    if hinge.turns is None:
        return None
    items = []
    for turn in hinge.turns[:_MOST]:
        who = listed(context.label(context.view.home[name]) for name in turn.instead) or "no answer"
        way = "rises above" if turn.rising else "falls below"
        items.append(
            Item(context.ref_to(turn.id), f"{way} {shown(turn.at)} (now {shown(turn.base)}): then {who} leads")
        )
    text = "" if items else "no single input, put anywhere, makes another answer the strongest"
    return Point("Would change it", text, tuple(items))


def _fragility(matrix: MatrixAnalysis) -> Point:
    parts = []
    for rule, found in matrix.together.fragility.items():
        if rule not in _VOTING:
            continue
        if found.leader is None:
            parts.append(f"{rule}: a tie already")
        elif found.level is None:
            parts.append(f"{rule}: none would do")
        else:
            parts.append(f"{rule}: {found.level.steps}")
    return Point("Fragility of the matrix", f"one-step changes of cells until the lead is lost: {'; '.join(parts)}")


def _linchpins(context: Context, matrix: MatrixAnalysis) -> Point | None:
    found = matrix.together.linchpins
    items = []
    for one in found[:_MOST]:
        ref = context.ref_to(one.name) if one.kind == "row" else context.source(one.name)
        items.append(Item(ref, f"left out, the lead changes by {listed(one.changed)}"))
    return Point("Linchpins of the matrix", "", tuple(items)) if items else None


def _unsupported(context: Context, ranking: Ranking) -> Point | None:
    """Name what is claimed and not supported beneath these answers, what is nearest to them first."""
    bare = [one for one in _beneath(context, ranking) if NO_SUPPORT in weaknesses(context, one)]
    if not bare:
        return None
    items = tuple(Item(context.ref(one), "") for one in bare[:_MOST])
    more = f"{counted(len(bare), 'claim')} here without any support" + (", among them" if len(bare) > _MOST else "")
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
