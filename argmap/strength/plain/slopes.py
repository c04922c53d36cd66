"""How fast the published semantics change: one-sided derivatives of their pushes, aggregations and influences.

Where a function has a kink (the gate of `log-odds`, a tie of `max` or `min`, an aggregate of 0 under `df-quad`) its
slopes to the right, as the argument rises, and to the left differ; elsewhere they are equal.
"""

from __future__ import annotations

from math import exp, log, log2, prod
from typing import TYPE_CHECKING, Final, NamedTuple

from argmap.model import NO_VIEW
from argmap.strength import published
from argmap.strength.semantics import gate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.strength.published import Published


class Slopes(NamedTuple):
    """Derivatives to the right and to the left."""

    right: float
    left: float


class Moves(NamedTuple):
    """How an influence changes with the base (which has no kink), and with the aggregate."""

    base: float
    moved: Slopes


_LN2 = log(2.0)
_CAP_AT_0 = 2.0 / _LN2  # the slope of log2((1 + g) / (1 - g)) at g = 0
_FAR = 300.0  # e to the power of this, and its square, have a float


def push_slopes(semantics: Published, weight: float, strength: float) -> Slopes:
    """Return how fast a push changes with the strength of where it comes from; never negative."""
    if semantics.push is published.weighted:
        return Slopes(weight, weight)
    return _weighted_bits(weight, strength)


def gather_slopes(semantics: Published, pushes: Sequence[float]) -> list[Slopes]:
    """Return how fast the pushes of one side, taken together, change with each of them; never negative."""
    if semantics.gathering == "sum":
        return [Slopes(1.0, 1.0)] * len(pushes)
    if semantics.gathering == "product":
        return [Slopes(left, left) for left in _all_but_one([1.0 - push for push in pushes])]
    largest = max(pushes, default=0.0)
    alone = sum(push == largest for push in pushes) == 1
    return [Slopes(float(push == largest), float(push == largest and alone)) for push in pushes]


def weakest_slopes(strengths: Sequence[float]) -> list[Slopes]:
    """Return how fast the least of some strengths changes with each of them."""
    least = min(strengths)
    alone = sum(strength == least for strength in strengths) == 1
    return [Slopes(float(one == least and alone), float(one == least)) for one in strengths]


def influence_slopes(semantics: Published, base: float, moved: float) -> Moves:
    """Return how fast the strength changes with base and aggregate; never negative."""
    return _INFLUENCES[semantics.influence](base, moved)


def _all_but_one(factors: Sequence[float]) -> list[float]:
    """Return for each factor the product of the others; division would fail at 0."""
    return [prod(sorted([*factors[:place], *factors[place + 1 :]])) for place in range(len(factors))]


def _weighted_bits(weight: float, strength: float) -> Slopes:
    if strength < NO_VIEW:
        return Slopes(0.0, 0.0)
    passed = gate(strength)
    if passed in {0.0, 1.0}:
        slope = 2.0 * min(weight, _CAP_AT_0) if passed == 0.0 else 2.0 * weight
        return Slopes(slope, 0.0 if passed == 0.0 else slope)
    open_, capped = weight * passed, log2((1.0 + passed) / (1.0 - passed))
    of_open, of_cap = 2.0 * weight, 2.0 * _CAP_AT_0 / (1.0 - passed * passed)
    if open_ == capped:
        return Slopes(min(of_open, of_cap), max(of_open, of_cap))
    slope = of_open if open_ < capped else of_cap
    return Slopes(slope, slope)


def _towards(base: float, share: float, steepness: float) -> Moves:
    """Return the slopes of a base moved by a share of its way to 1 or 0, where the share has this steepness."""
    right = steepness * (1.0 - base if share >= 0.0 else base)
    left = steepness * (1.0 - base if share > 0.0 else base)
    return Moves(1.0 - abs(share), Slopes(right, left))


def _linear(base: float, moved: float) -> Moves:
    return _towards(base, moved, 1.0)


def _one_max(base: float, moved: float) -> Moves:
    room = 1.0 + abs(moved)
    return _towards(base, moved / room, 1.0 / (room * room))


def _two_max(base: float, moved: float) -> Moves:
    room = 1.0 + moved * moved
    share = 1.0 - 1.0 / room
    return _towards(base, share if moved >= 0.0 else -share, 2.0 * abs(moved) / (room * room))


def _euler(base: float, moved: float) -> Moves:
    power = exp(min(moved, _FAR))
    below = (1.0 + base * power) * (1.0 + base * power)
    above = 1.0 - base * base
    slope = above * base * power / below
    return Moves((2.0 * base * (1.0 + base * power) + above * power) / below, Slopes(slope, slope))


def _logistic(base: float, moved: float) -> Moves:
    power = exp(max(-_FAR, min(moved, _FAR)))
    below = base * power + 1.0 - base
    slope = base * power * (1.0 - base) / (below * below)
    return Moves(power / (below * below), Slopes(slope, slope))


def _quotient(base: float, moved: float) -> Moves:
    room = 1.0 - moved
    slope = base / (room * room)
    return Moves(1.0 / room, Slopes(slope, slope))


def _shifted(_base: float, _moved: float) -> Moves:
    return Moves(1.0, Slopes(1.0, 1.0))


def _by_bits(base: float, moved: float) -> Moves:
    natural = _logistic(base, _LN2 * moved)
    slope = _LN2 * natural.moved.right
    return Moves(natural.base, Slopes(slope, slope))


_INFLUENCES: Final[dict[object, Callable[[float, float], Moves]]] = {
    published.linear: _linear,
    published.one_max: _one_max,
    published.two_max: _two_max,
    published.euler: _euler,
    published.logistic: _logistic,
    published.quotient: _quotient,
    published.shifted: _shifted,
    published.by_bits: _by_bits,
}
