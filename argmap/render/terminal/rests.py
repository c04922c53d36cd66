"""What a strength hangs on: swings, withdrawals, flip points, robustness and Shapley values, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.render.figures import NOT_ASSESSED
from argmap.render.text import clean
from argmap.render.wording import BALANCED, Names, counted, fixed, fixed_or_not, listed, signed
from argmap.rounding import rounded
from argmap.strength.explaining.robustness import REACH
from argmap.strength.explaining.sensitivity import HIGH, LOW, ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.contests import Contest
    from argmap.strength.explaining.sensitivity import Flip, Swing
    from argmap.strength.explaining.telling import Told
    from argmap.strength.explaining.withdrawal import Withdrawal

_MOST = 3
_NAMED = 4  # of inputs that are alike
_LOW, _HIGH, _REACH = (f"{at:g}".removeprefix("0") for at in (LOW, HIGH, REACH))
_KINDS = {"evidence": "evidence", "written": "base given", "assumption": "assumption"}


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
        return [f"No single input moves it, be its base put to {_LOW} or to {_HIGH}{why}."]
    known = [one for one in told.swings if not _bare(told, one)]
    bare = [one for one in told.swings if _bare(told, one)]
    lines = []
    if known:
        moved = _most(told, known, "; then that of ")
        lines.append(f"What moves it most is the base of {moved}.{_further(told, known, 'would move it less')}")
        what = "What nothing backs yet could move it as well, above all the base of "
    else:
        what = "Nothing that has evidence or a word behind it moves it by itself. What nothing backs yet could, above all the base of "
    if bare:
        lines.append(f"{what}{_most(told, bare, '; then that of ')}.{_further(told, bare, 'could, but less')}")
    return lines


def _bare(told: Told, one: Swing) -> bool:
    return one.kind == "bare" and not told.bench.spoken[one.input]


def _most(told: Told, swings: Sequence[Swing], between: str) -> str:
    groups = list(_alike(told, swings).items())[:_MOST]
    return between.join(f"{_together(told, group)} {text}" for text, group in groups)


def _further(told: Told, swings: Sequence[Swing], do: str) -> str:
    rest = sum(map(len, list(_alike(told, swings).values())[_MOST:]))
    return f" {counted(rest, 'further input')} {do}." if rest else ""


def _alike(told: Told, swings: Sequence[Swing]) -> dict[str, list[int]]:
    """Put inputs together of which the same is to be said."""
    found: dict[str, list[int]] = {}
    for one in swings:
        about = "" if _bare(told, one) else f"{'only its own word' if one.kind == 'bare' else _KINDS[one.kind]}, "
        found.setdefault(f"({about}now {fixed(one.base)}): {_at_ends(told, one)}", []).append(one.input)
    return found


def _at_ends(told: Told, one: Swing) -> str:
    """Say what the strength would be at either end of a swing; an end that changes nothing is left out."""
    now = fixed(told.account.strength)
    both = list(zip((_LOW, _HIGH), map(fixed_or_not, ends(told.bench, one, told.target)), strict=True))
    first, *second = [(at, text) for at, text in both if text != now] or both
    return f"at {first[0]} it would be {first[1]}" + "".join(f", at {at} {text}" for at, text in second)


def _together(told: Told, inputs: Sequence[int], word: str = "and", alike: str = " alike") -> str:
    names = [Names(told.bench).statement(number) for number in inputs]
    return listed(names, word, most=_NAMED) + (alike if len(names) > 1 else "")


def _withdrawals(told: Told) -> list[str]:
    single: dict[str, list[int]] = {}
    for one in told.withdrawals:
        if one.kind == "statement":
            single.setdefault(_left(one), []).append(one.fallen[0])
    others = [one for one in told.withdrawals if one.kind != "statement"][:_MOST]
    lines = []
    if single:
        groups = list(single.items())[:_MOST]
        what = "; ".join(f"{left} without {_together(told, group, 'or', '')}" for left, group in groups)
        lines.append(f"With one statement silenced at a time it is {what}.")
    if others:
        what = "; ".join(_without(told, one) for one in others)
        lines.append(f"With one source or voice withdrawn at a time it is {what}.")
    elif told.bench.map.sources:
        lines.append("Withdrawing any one source or voice does not move it.")
    return lines


def _left(one: Withdrawal) -> str:
    text = fixed_or_not(one.strengths[0])
    return f"{text} ({BALANCED})" if text == fixed(NO_VIEW) else text


def _without(told: Told, one: Withdrawal) -> str:
    remarks = ["a root origin"] if one.root else []
    behind = len(told.bench.classes_behind([told.target]))
    if one.fallen:
        remarks.append(f"{len(one.fallen)} of {counted(behind, 'statement')} here come by it alone")
    about = f" ({'; '.join(remarks)})" if remarks else ""
    return f"{_left(one)} without the {one.kind} {clean(one.name)}{about}"


def _contest(told: Told, contest: Contest, leading: tuple[int, ...]) -> list[str]:
    names = Names(told.bench)
    question = clean(contest.question)
    if not leading:
        return [f"Among the answers to {question} nobody leads: fewer than two answers are assessed."]
    place = next(n for n, (one, _) in enumerate(told.leading) if one is contest)
    who = names.statements(leading)
    verb = "leads" if len(leading) == 1 else "lead together"
    text = f"Among the answers to {question}, {who} {verb}{_margin(told, contest, leading)}{_how_often(told, place, leading)}"
    flips = told.flips[place][1]
    if not flips:
        return [f"{text}. No single input changes that."]
    alike: dict[tuple[str, str], list[int]] = {}
    for flip in flips:
        alike.setdefault(_flip(told, flip), []).append(flip.input)
    said = [
        f"{what} if the base of {'any of ' if len(group) > 1 else ''}{_together(told, group, 'or', '')} {at}"
        for (what, at), group in list(alike.items())[:_MOST]
    ]
    return [f"{text}; {'; '.join(said)}."]


def _margin(told: Told, contest: Contest, leading: tuple[int, ...]) -> str:
    nodes = told.bench.solution.point.nodes
    others = [nodes[n] for n in contest.answers if n not in leading and told.bench.assessed(n)]
    return f" by {fixed(nodes[leading[0]] - max(others))}" if others else ""


def _how_often(told: Told, place: int, leading: tuple[int, ...]) -> str:
    found = told.robustness
    if found is None or not found.runs:
        return ""
    return f" (in {found.leads[place][leading[0]]} of {found.runs} runs with grades moved at random)"


def _flip(told: Told, flip: Flip) -> tuple[str, str]:
    """Say who would lead, or that nobody would, and when."""
    who = Names(told.bench).statements(flip.instead)
    together = " together" if len(flip.instead) > 1 else ""
    way = "rose above" if flip.rising else "fell below"
    what = f"{who} would lead{together}" if who else "fewer than two would be assessed, and none lead,"
    return what, f"(now {fixed(flip.base)}) {way} {fixed(flip.at)}"


def _robustness(told: Told) -> str:
    found = told.robustness
    if found is None or not found.bearing[0]:
        return "It rests on no graded or written base, so that other grades could not move it."
    moved = counted(found.moved, "graded or written base") if found.moved > 1 else "one graded or written base"
    low, high = fixed(found.low[0]), fixed(found.high[0])
    within = f"stays between {low} and {high}" if low != high else "does not move"
    return f"With the {moved} behind it moved at random by up to {_REACH} it {within} ({counted(found.runs, 'run')})."


def _scenarios(told: Told) -> list[str]:
    now = fixed(told.account.strength)
    shown = [(title, NOT_ASSESSED if strength is None else fixed(strength)) for title, strength in told.scenarios]
    moved = [f"{strength} in “{clean(title)}”" for title, strength in shown if strength != now]
    if not shown:
        return []
    if not moved:
        none = "The one scenario" if len(shown) == 1 else f"None of the {len(shown)} scenarios"
        return [f"{none} of the map {'does not move' if len(shown) == 1 else 'moves'} it."]
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
        f"{names.statement(player)} {signed(value)}" + (f" ± {rounded(error, 4)}" if found.orders else "")
        for player, value, error in order
    ]
    how = f"{found.orders} orders sampled, ± one standard error" if found.orders else "all orders"
    base = f"with all of them silent it is {fixed(found.silent)}"
    return [f"Shapley values ({how}; {base}): {', '.join(parts)}."]
