"""How strengths answer to their inputs: swing, gradient, and the points at which another answer leads.

A gradient alone is blind where a premise falls silent and where two premises are equally weak; the swing is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.strength.bases import Base
from argmap.strength.constants import CLIP_HIGH, CLIP_LOW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.strength.evaluate import Track
    from argmap.strength.explaining.bench import Bench

LOW, HIGH = 0.1, 0.95  # from where to where an input is swung
TIED = 1e-6  # strengths nearer to each other than this are equal: both lead
_STEP = 1e-6  # the increment of a finite difference
_HALVINGS = 12  # of a bisection: after them a flip point is known to 4 decimals
_SCAN = 8  # into how many parts the way of an input is divided in search of flip points

InputKind = Literal["evidence", "written", "assumption", "bare"]


class Swing(NamedTuple):
    """What strengths become when the base of one input is put to .1 and to .95.

    `low` and `high` are the strengths of the targets, in their order; `base` is the input's own.
    """

    input: int
    kind: InputKind
    base: float
    low: tuple[float, ...]
    high: tuple[float, ...]

    def width(self, target: int) -> float:
        """Return how far the target of this place moves."""
        return abs(self.high[target] - self.low[target])


@dataclass(frozen=True, slots=True)
class Flip:
    """Where another answer leads: when the base of an input falls below `at` (or rises above it, if `rising`).

    `now` are the classes that lead (several where they tie), `instead` those that lead beyond.
    """

    input: int
    base: float
    at: float
    instead: tuple[int, ...]
    rising: bool
    now: tuple[int, ...]


def input_kind(bench: Bench, number: int) -> InputKind | None:
    """Tell what kind of input a class of statements is; None where it is wholly worked out from others.

    A claim or hypothesis without a view of its own is an input only where nothing supports it.
    """
    members = bench.classes[number]
    if any(statement.range("base") is not None for statement in members):
        return "written"
    if members[0].kind == "assumption":
        return "assumption"
    if not bench.given[number].no_view:
        return "evidence"
    network = bench.network
    return None if network.supports.of(number) or network.lifts.of(number) else "bare"


def swing(bench: Bench, number: int, targets: Sequence[int]) -> Swing | None:
    """Swing one input; None where it is none, or a target itself."""
    kind = input_kind(bench, number)
    if kind is None or number in targets:
        return None
    ends = [bench.run(targets, {number: base}) for base in (LOW, HIGH)]
    low, high = (tuple(nodes[target] for target in targets) for nodes in ends)
    return Swing(number, kind, bench.given[number].value, low, high)


def ends(bench: Bench, one: Swing, target: int) -> tuple[float | None, float | None]:
    """Return the strength of the first target at both ends of a swing; None where it is not assessed there."""
    low, high = (bench.strengths_under([target], {one.input: Base(at, at, at)})[0] for at in (LOW, HIGH))
    return low, high


def swings(bench: Bench, targets: Sequence[int], most: int = 200) -> list[Swing]:
    """Swing every input that the targets rest on, but not more than `most` of them: those with steep slopes first."""
    behind = [number for number in bench.classes_behind(targets) if number not in targets]
    kinds = {number: kind for number in behind if (kind := input_kind(bench, number)) is not None}
    ordered = list(kinds)
    if len(ordered) > most:
        from argmap.strength.explaining.gradient import gradients

        slopes = [gradients(bench, target) for target in targets]
        steep = {n: max(abs(s[node]) for s in slopes for node in bench.nodes_of[n]) for n in ordered}
        ordered = sorted(ordered, key=lambda n: -steep[n])[:most]
    found = (swing(bench, number, targets) for number in ordered)
    return [one for one in found if one is not None]


def slope(bench: Bench, number: int, target: int) -> float:
    """Return the right-hand derivative of a strength by the base of a class, as a finite difference."""
    base = bench.given[number].value
    here, there = (bench.run([target], {number: at})[target] for at in (base, base + _STEP))
    return (there - here) / _STEP


def leaders(bench: Bench, track: Track, answers: Sequence[int]) -> tuple[int, ...]:
    """Return the strongest of the answers that are assessed, several where they tie; none where fewer than two are.

    `track` is that of a run: what is first heard in it may lead, and what falls silent in it does not. Where all but one
    fall silent, that one leads only if it did before.
    """
    known = [number for number in answers if bench.assessed(number) or bench.heard(number, track)]
    heard = [number for number in known if bench.heard(number, track)]
    if len(known) < 2 or not heard:  # noqa: PLR2004 a contest takes two
        return ()
    if len(heard) == 1:
        before = _strongest(bench.solution.point, known)
        return tuple(heard) if heard[0] in before else ()
    return _strongest(track, heard)


def _strongest(track: Track, numbers: Sequence[int]) -> tuple[int, ...]:
    most = max(track.nodes[number] for number in numbers)
    return tuple(number for number in numbers if track.nodes[number] > most - TIED)


def flips(bench: Bench, number: int, answers: Sequence[int]) -> list[Flip]:
    """Find where others lead among answers as the base of an input falls, and as it rises: nearest first."""
    base = bench.given[number].value

    def leads(at: float) -> tuple[int, ...]:
        return leaders(bench, bench.track(answers, {number: at}), answers)

    now = leads(base)
    if not now or number in answers:
        return []
    found = []
    for end in (CLIP_LOW, CLIP_HIGH):
        kept = base
        for part in range(1, _SCAN + 1):
            at = base + (end - base) * part / _SCAN
            if leads(at) != now:
                found.append(Flip(number, base, *_bisected(leads, kept, at), end > base, now))
                break
            kept = at
    return sorted(found, key=lambda flip: abs(flip.at - base))


def _bisected(leads: Callable[[float], tuple[int, ...]], kept: float, lost: float) -> tuple[float, tuple[int, ...]]:
    """Return where the leader changes between two bases, and who leads just beyond (no tie, as there is at the point)."""
    now, instead = leads(kept), leads(lost)
    for _ in range(_HALVINGS):
        middle = (kept + lost) / 2.0
        between = leads(middle)
        if between == now:
            kept = middle
            continue
        lost = middle
        instead = instead if set(now) & set(between) else between
    return (kept + lost) / 2.0, instead
