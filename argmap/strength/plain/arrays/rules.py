"""The semantics of plain graphs on whole arrays: the functions of argmap.strength.published, many statements at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from argmap.strength import published

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from argmap.strength.published import Published
    from argmap.strength.semantics import Gathering

Floats: TypeAlias = "NDArray[np.float64]"
Integers: TypeAlias = "NDArray[np.int64]"
Push: TypeAlias = "Callable[[Floats | float, Floats], Floats]"
Influence: TypeAlias = "Callable[[Floats, Floats], Floats]"

# How the pushes on each statement are gathered, for one side: the operation, and what it gives for none.
OPERATIONS: Final[dict[Gathering, tuple[np.ufunc, float]]] = {
    "sum": (np.add, 0.0),
    "product": (np.multiply, 1.0),
    "top": (np.maximum, 0.0),
}


def push_of(semantics: Published) -> Push:
    """Return what an edge does."""
    return _PUSHES[semantics.push]


def influence_of(semantics: Published) -> Influence:
    """Return how a base is moved by an aggregate."""
    return _INFLUENCES[semantics.influence]


def prepared(semantics: Published, base: Floats) -> Floats:
    """Return bases in the form that the influence takes: what of it does not change is computed once."""
    return np.log2(base / (1.0 - base)) if semantics.clips else base


def _weighted(weight: Floats | float, strength: Floats) -> Floats:
    return strength if isinstance(weight, float) and weight == 1.0 else weight * strength


def _weighted_bits(weight: Floats | float, strength: Floats) -> Floats:
    passed = np.maximum(2.0 * strength - 1.0, 0.0)
    with np.errstate(divide="ignore"):
        return np.minimum(weight * passed, np.log2((1.0 + passed) / (1.0 - passed)))


def _linear(base: Floats, moved: Floats) -> Floats:
    return base + np.where(moved >= 0.0, 1.0 - base, base) * moved


def _one_max(base: Floats, moved: Floats) -> Floats:
    return _linear(base, moved / (1.0 + np.abs(moved)))


def _two_max(base: Floats, moved: Floats) -> Floats:
    squared = np.minimum(moved * moved, 1e300)
    return _linear(base, np.copysign(squared / (1.0 + squared), moved))


def _euler(base: Floats, moved: Floats) -> Floats:
    return 1.0 - (1.0 - base * base) / (1.0 + base * np.exp(np.minimum(moved, 700.0)))


def _logistic(base: Floats, moved: Floats) -> Floats:
    fading = np.exp(-np.abs(moved))
    up, down = np.where(moved >= 0.0, 1.0, fading), np.where(moved >= 0.0, fading, 1.0)
    return base * up / (base * up + (1.0 - base) * down)


def _quotient(base: Floats, moved: Floats) -> Floats:
    return base / (1.0 - moved)


def _shifted(base: Floats, moved: Floats) -> Floats:
    return base + moved


def _by_bits(base: Floats, moved: Floats) -> Floats:  # the base is prepared
    odds = base + moved
    fading = np.exp2(-np.abs(odds))
    return np.where(odds >= 0.0, 1.0, fading) / (1.0 + fading)


_PUSHES: Final[dict[object, Push]] = {
    published.weighted: _weighted,
    published.weighted_bits: _weighted_bits,
}
_INFLUENCES: Final[dict[object, Influence]] = {
    published.linear: _linear,
    published.one_max: _one_max,
    published.two_max: _two_max,
    published.euler: _euler,
    published.logistic: _logistic,
    published.quotient: _quotient,
    published.shifted: _shifted,
    published.by_bits: _by_bits,
}
