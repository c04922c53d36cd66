"""What a strength hangs on: swings, withdrawals, flip points, robustness and Shapley values, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.render.figures import NOT_ASSESSED
from argmap.render.text import clean
from argmap.render.wording import Names, counted, fixed, listed, signed
from argmap.strength.explaining.robustness import REACH
from argmap.strength.explaining.sensitivity import HIGH, LOW, slope

if TYPE_CHECKING:
    from argmap.strength.explaining.sensitivity import Flip, Swing
    from argmap.strength.explaining.telling import Contest, Told
    from argmap.strength.explaining.withdrawal import Withdrawal

_MOST = 3
_NOTHING = 1e-9
_KINDS = {"evidence": "evidence", "written": "base given", "assumption": "assumption", "bare": "nothing behind it"}


def hangs_on(told: Told) -> list[str]:
    """Say what a strength hangs on, a sentence or two for each way to ask."""
    return [
        *_swings(told),
        *_withdrawals(told),
        *(text for contest, leading in told.leading for text in _contest(told, contest, leading)),
        _robustness(told),
        *_scenarios(told),
        *_shapley(told),
    ]


def _swings(told: Told) -> list[str]:
    if not told.swings:
        why = ": its own word is worth more than its reasons" if told.account.say_so else ""
        return [f"No single input moves it, be its base put to {fixed(LOW)} or to {fixed(HIGH)}{why}."]
    most = [_swing(told, one) for one in told.swings[:_MOST]]
    rest = len(told.swings) - len(most)
    more = f" {counted(rest, 'further input')} would move it less." if rest else ""
    return [f"It answers most to {'; to '.join(most)}.{more}"]


def _swing(told: Told, one: Swing) -> str:
    bench = told.bench
    word = one.kind == "bare" and bench.spoken[one.input] > 0.0
    about = f"{'only its own word' if word else _KINDS[one.kind]}, base {fixed(one.base)}"
    steep = f"slope {fixed(slope(bench, one.input, told.target))}"
    at = f"{fixed(one.low[0])} at a base of {fixed(LOW)}, {fixed(one.high[0])} at {fixed(HIGH)}, {steep}"
    return f"{Names(bench).statement(one.input)} ({about}): {at}"


def _withdrawals(told: Told) -> list[str]:
    single = [one for one in told.withdrawals if one.kind == "statement"][:_MOST]
    others = [one for one in told.withdrawals if one.kind != "statement"][:_MOST]
    lines = []
    if single:
        lines.append(
            f"Silence the base of one statement at a time, and it is {listed(_without(told, one) for one in single)}."
        )
    if others:
        lines.append(
            f"Withdraw one source or voice at a time, and it is {listed(_without(told, one) for one in others)}."
        )
    elif told.bench.map.sources:
        lines.append("Withdrawing any one source or voice does not move it.")
    return lines


def _without(told: Told, one: Withdrawal) -> str:
    left = fixed(one.strengths[0]) + (" (no view)" if abs(one.strengths[0] - NO_VIEW) < _NOTHING else "")
    if one.kind == "statement":
        return f"{left} without that of {Names(told.bench).statement(one.fallen[0])}"
    remarks = ["root origin"] if one.root else []
    behind = len(told.bench.classes_behind([told.target]))
    if one.fallen:
        remarks.append(f"the only way to {len(one.fallen)} of {counted(behind, 'statement')} here")
    about = f" ({', '.join(remarks)})" if remarks else ""
    return f"{left} without the {one.kind} {clean(one.name)}{about}"


def _contest(told: Told, contest: Contest, leading: tuple[int, ...]) -> list[str]:
    names = Names(told.bench)
    question = clean(contest.question)
    if not leading:
        return [f"On {question} nobody leads: fewer than two answers are assessed."]
    place = next(n for n, (one, _) in enumerate(told.leading) if one is contest)
    who = names.statements(leading)
    verb = "leads" if len(leading) == 1 else "lead together"
    text = f"On {question} {who} {verb}{_margin(told, contest, leading)}{_how_often(told, place, leading)}."
    flips = told.flips[place][1]
    if not flips:
        return [f"{text} No single input changes that."]
    return [f"{text} {'; '.join(_flip(told, flip) for flip in flips[:_MOST])}."]


def _margin(told: Told, contest: Contest, leading: tuple[int, ...]) -> str:
    nodes = told.bench.solution.point.nodes
    others = [nodes[n] for n in contest.answers if n not in leading and told.bench.assessed(n)]
    return f" by {fixed(nodes[leading[0]] - max(others))}" if others else ""


def _how_often(told: Told, place: int, leading: tuple[int, ...]) -> str:
    found = told.robustness
    if found is None or not found.runs:
        return ""
    return f" (in {found.leads[place][leading[0]]} of {found.runs} runs with other grades)"


def _flip(told: Told, flip: Flip) -> str:
    names = Names(told.bench)
    who = names.statements(flip.instead) or "no answer"
    together = " together" if len(flip.instead) > 1 else ""
    way = "rose above" if flip.rising else "fell below"
    return f"{who} would lead{together} if the base of {names.statement(flip.input)} (now {fixed(flip.base)}) {way} {fixed(flip.at)}"


def _robustness(told: Told) -> str:
    found = told.robustness
    if found is None or not found.bearing[0]:
        return "It rests on no graded or written base, so that other grades could not move it."
    moved = counted(found.bearing[0], "graded or written base")
    low, high = fixed(found.low[0]), fixed(found.high[0])
    within = f"stays between {low} and {high}" if low != high else "does not move"
    return f"With the {moved} behind it moved at random by up to {fixed(REACH)} it {within} ({counted(found.runs, 'run')})."


def _scenarios(told: Told) -> list[str]:
    now = fixed(told.account.strength)
    shown = [(title, NOT_ASSESSED if strength is None else fixed(strength)) for title, strength in told.scenarios]
    moved = [f"{strength} in “{clean(title)}”" for title, strength in shown if strength != now]
    if not shown:
        return []
    if not moved:
        return [f"None of the {counted(len(shown), 'scenario')} of the map moves it."]
    rest = len(shown) - len(moved)
    left = f"; {counted(rest, 'other scenario leaves', 'other scenarios leave')} it as it is" if rest else ""
    return [f"It is {listed(moved)}{left}."]


def _shapley(told: Told) -> list[str]:
    found = told.shapley
    if found is None:
        return []
    names = Names(told.bench)
    order = sorted(zip(found.players, found.values, found.errors, strict=True), key=lambda one: -abs(one[1]))
    parts = [
        f"{names.statement(player)} {signed(value)}" + (f" ± {error:.4f}" if found.orders else "")
        for player, value, error in order
    ]
    how = f"{found.orders} orders sampled, ± one standard error" if found.orders else "all orders"
    base = f"with all of them silent it is {fixed(found.silent)}"
    return [f"Shapley values ({how}; {base}): {', '.join(parts)}."]
