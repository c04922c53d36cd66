"""How firm a lead in a matrix is, in a few lines: the fewest steps, rows, sources and scenarios that would end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.reading import FRAGILE
from argmap.matrix.readings import VOTING
from argmap.render.places import anchor_of
from argmap.render.report.hanging import Item, Point, brief
from argmap.render.report.mind import by, following, led, named
from argmap.render.report.parts import Ref
from argmap.render.text import clean
from argmap.render.wording import listed
from argmap.strength.explaining.sensitivity import TIED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.matrix.readings import Fragility, Removal
    from argmap.matrix.result import MatrixAnalysis, ScenarioOutcome
    from argmap.render.report.context import Context
    from argmap.strength.explaining.ranking import Ranking

_MOST = 3
_FEW = 2


def enders(ranking: Ranking, matrix: MatrixAnalysis, leader: str) -> tuple[str, bool]:
    """Say what a lead by strength and in the matrix would not outlast, each by itself; else what it would, all of it.

    Returns:
        The words, and whether one of these would end the lead.
    """
    pins = {one.kind for one in matrix.together.linchpins}
    fragile = any(one.lost and one.lost.steps <= FRAGILE for one in matrix.together.fragility.values())
    tried = {"row": "row" in pins}
    if any(one.kind == "origin" for one in matrix.together.removals):
        tried["source"] = "origin" in pins
    if matrix.scenarios:
        tried["scenario"] = _ends_in_a_scenario(ranking, matrix, leader)
    tried["step in one cell"] = fragile
    ending = [what for what, ends in tried.items() if ends]
    return listed(ending or tried, "or"), bool(ending)


def _ends_in_a_scenario(ranking: Ranking, matrix: MatrixAnalysis, leader: str) -> bool:
    there = {scenario for scenario in ranking.standings[0].scenarios if strongest(ranking, scenario) != (leader,)}
    return bool(there) or any(one.reading.verdict.leader != leader for one in matrix.scenarios)


def strongest(ranking: Ranking, scenario: str) -> tuple[str, ...]:
    """Return which answers have the most strength in a scenario, several where they tie; none where none is assessed."""
    heard = [(one.id, value) for one in ranking.standings if (value := one.scenarios[scenario]) is not None]
    most = max((value for _, value in heard), default=0.0)
    return tuple(name for name, value in heard if most - value < TIED)


def firmness(context: Context, matrix: MatrixAnalysis) -> Iterator[Point]:
    """Say what the lead in a matrix hangs on, and what to find out next."""
    yield Point("Fragility", _fragility(context, matrix))
    pins = matrix.together.linchpins[:_MOST]
    if pins:
        yield Point("Linchpins", "without it others lead or tie:", tuple(_pins(context, pins)))
    if matrix.next is not None:
        words = ". ".join(following(context, matrix.next))
        yield Point("Most useful next", "", (Item(brief(context, matrix.next.row), words),))
    turned = [one for one in matrix.scenarios if one.leaders_changed]
    if turned:
        items = tuple(_scenario(context, matrix, one) for one in turned[:_MOST])
        yield Point("Scenarios", f"{len(turned)} of {len(matrix.scenarios)} change who leads:", items)


def _pins(context: Context, pins: Sequence[Removal]) -> Iterator[Item]:
    """Give rows and sources with who leads without them; of neighbours with the same outcome it is said once."""
    told = [led(context, {rule: one.leaders[rule] for rule in one.changed if rule in VOTING}, _FEW) for one in pins]
    for place, (one, words) in enumerate(zip(pins, told, strict=True)):
        ref = brief(context, one.name) if one.kind == "row" else context.source(one.name)
        again = place > 0 and words == told[place - 1]
        more = words in told[place + 1 : place + 2]
        yield Item(ref, "" if more else f"({'each: ' if again else ''}{words})")


def _scenario(context: Context, matrix: MatrixAnalysis, one: ScenarioOutcome) -> Item:
    place = f"#scenarios-matrix-{anchor_of(matrix.question)}" if "hypotheses" in context.sections else ""
    after = {rule: one.reading.scores[rule].leaders for rule in one.leaders_changed}
    undecided = matrix.verdict.leader is None and one.reading.verdict.leader is None
    words = "still one cannot decide" if undecided else led(context, after, _FEW)
    return Item(Ref(f"“{clean(one.title)}”", place), f"({words})")


def _fragility(context: Context, matrix: MatrixAnalysis) -> str:
    """Say after how few steps of cells which rivals are level or ahead, rules of which the same holds together."""
    told: dict[str, list[str]] = {}
    for rule in VOTING:
        told.setdefault(_ended(context, matrix.together.fragility[rule]), []).append(rule)
    return "; ".join(f"{what} {by(rules)}" for what, rules in told.items())


def _ended(context: Context, one: Fragility) -> str:
    if one.leader is None:
        return "tied already"
    if one.lost is None:
        return "no steps of cells end the lead"
    steps, single = one.lost.steps, one.lost.steps == 1
    who = named(context, one.lost.rivals)
    what = "1 step of a cell" if single else f"{steps} steps of cells"
    if one.level is not None:
        return f"{what} {'brings' if single else 'bring'} {who} level"
    return f"{what} {'puts' if single else 'put'} {who} ahead"
