"""The published semantics on maps: through the silent gate, with one voice per origin, weights from bits.

A step pushes with k times what its weakest premise passes on (g), k half its bits: a moderate step weighs 1. The
semantics that multiply, which weights above 1 would break, take 1 at most. Undercuts and origins work as everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.constants import WEIGHT_BITS
from argmap.strength.published import DEFAULT, SEMANTICS
from argmap.strength.semantics import LOG_ODDS, Semantics, from_bits
from argmap.strength.semantics import bits as bits_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.published import Published

# Those that every report compares: they disagree on about one pair of statements in six.
BAND = ("log-odds", "df-quad", "quadratic-energy", "euler")
_CLIPPED = frozenset({"mlp"})  # on maps; a base of 0 or 1 would be beyond argument there


def on_maps(name: str) -> Semantics:
    """Return a semantics by its name as it is used on maps.

    Raises:
        ValueError: there is no such semantics for maps.
    """
    if name == DEFAULT:
        return LOG_ODDS
    published = SEMANTICS.get(name)
    if published is None or not published.bounded:
        known = ", ".join(one for one in SEMANTICS if SEMANTICS[one].bounded)
        raise ValueError(f"no semantics {name!r} for maps: there are {known}")
    return _adapted(published)


def push_weight(bits: float, heaviest: float) -> float:
    """Return the weight of a step of so many bits under a semantics that allows none above `heaviest`."""
    return min(heaviest, bits / WEIGHT_BITS["moderate"])


def _adapted(published: Published) -> Semantics:
    aggregate, influence, heaviest = published.aggregate, published.influence, published.heaviest

    def step(weight: float, passed: float, factor: float) -> float:
        return factor * push_weight(weight, heaviest) * passed

    def combine(base: float, supports: Sequence[float], attacks: Sequence[float], say: float) -> float:
        strength = influence(base, aggregate(supports, attacks))
        if not say:
            return strength
        return max(strength, influence(from_bits(bits_of(base) + say), aggregate((), attacks)))

    def together(pushes: Sequence[float]) -> float:
        return aggregate(pushes, ())

    return Semantics(
        published.name,
        step,
        combine,
        together,
        published.gathering,
        in_bits=False,
        clips=published.name in _CLIPPED,
        attacks_only=published.attacks_only,
        heaviest=heaviest,
    )
