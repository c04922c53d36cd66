"""Stated probabilities that cannot all be true at once, and the coherent set nearest to them.

What they must keep follows from the map: answers of which at most one is true sum to at most 1, answers of which at
least one is true to at least 1, and a hypothesis is no likelier than one it entails. People's judgements often break
these laws; bringing them to the nearest coherent set made them more accurate in experiments (D. Mandel, C. Karvetski
and M. Dhami, "Boosting intelligence analysts' judgment accuracy", Judgment and Decision Making 13, 2018).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from argmap.matrix.result import Coherence, Incoherence
from argmap.model import Range
from argmap.scales import bands_of, hull

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

CLOSE = 1e-9  # probabilities nearer than this to a law keep it
_SWEEPS = 20_000
_REST = 1e-13


@dataclass(frozen=True, slots=True)
class Laws:
    """What probabilities of some hypotheses must keep.

    Attributes:
        least: What they sum to at least (1 where one of them is true), else None.
        most: What they sum to at most (1 where no two of them are true), else None.
        order: Pairs of numbers, of which the first entails the second.
    """

    least: float | None = None
    most: float | None = None
    order: tuple[tuple[int, int], ...] = ()


def coherence(
    key: Literal["prior", "likelihood"], names: Sequence[str], stated: Sequence[Range], laws: Laws
) -> Coherence:
    """Look at stated probabilities; they are coherent where some point within their ranges is."""
    low, high = [one.low for one in stated], [one.high for one in stated]
    middle = [(one.low + one.high) / 2.0 for one in stated]
    faults = _broken(names, low, high, laws)
    best = nearest(middle, laws, *(() if faults else (low, high)))
    if not faults and not (_kept(best, laws) and _within(best, low, high)):  # they break no law alone, and all together
        which: Literal["sum above 1", "sum below 1"]
        which, total = ("sum above 1", fsum(low)) if laws.most is not None else ("sum below 1", fsum(high))
        faults = [Incoherence(which, tuple(names), total)]
        best = nearest(middle, laws)
    return Coherence(key, dict(zip(names, middle, strict=True)), tuple(faults), dict(zip(names, best, strict=True)))


def stated(said: str | Range, scale: str) -> Range | None:
    """Return the probabilities that a likelihood stands for: a range, or a word of a scale (without a name, of any)."""
    if not isinstance(said, str):
        return said
    found = bands_of(said, scale) or bands_of(said)
    return Range(*hull(found)) if found else None


def nearest(
    point: Sequence[float], laws: Laws, low: Sequence[float] | None = None, high: Sequence[float] | None = None
) -> list[float]:
    """Return the nearest coherent point, by least squares (R. Dykstra's alternating projections, 1983).

    Args:
        point: Probabilities.
        laws: What they must keep.
        low: The least each may be; without it 0.
        high: The most each may be; without it 1.
    """
    count = len(point)
    low, high = low or [0.0] * count, high or [1.0] * count
    steps = 2 + len(laws.order)
    at, owed = list(point), [[0.0] * count for _ in range(steps)]
    for _ in range(_SWEEPS):
        moved = 0.0  # of the point and of what is owed: the point may rest for a while and then go on
        before = at
        for step in range(steps):
            start = [value + debt for value, debt in zip(at, owed[step], strict=True)]
            at = _projected(start, step, laws, low, high)
            left = [a - b for a, b in zip(start, at, strict=True)]
            moved = max(moved, _apart(left, owed[step]))
            owed[step] = left
        if max(moved, _apart(at, before)) < _REST:
            break
    return [min(max(value, 0.0), 1.0) for value in at]


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    return max((abs(a - b) for a, b in zip(one, other, strict=True)), default=0.0)


def _projected(point: list[float], step: int, laws: Laws, low: Sequence[float], high: Sequence[float]) -> list[float]:
    """Project onto one law: the bounds, the sum, or one pair."""
    if step == 0:
        return [min(max(value, a), b) for value, a, b in zip(point, low, high, strict=True)]
    if step == 1:
        total = fsum(point)
        wanted = min(total, laws.most) if laws.most is not None else total
        wanted = max(wanted, laws.least) if laws.least is not None else wanted
        return [value + (wanted - total) / len(point) for value in point]
    part, whole = laws.order[step - 2]
    if point[part] > point[whole]:
        point = list(point)
        point[part] = point[whole] = (point[part] + point[whole]) / 2.0
    return point


def _kept(point: Sequence[float], laws: Laws) -> bool:
    total = fsum(point)
    return (
        (laws.most is None or total <= laws.most + CLOSE)
        and (laws.least is None or total >= laws.least - CLOSE)
        and all(point[part] <= point[whole] + CLOSE for part, whole in laws.order)
    )


def _within(point: Sequence[float], low: Sequence[float], high: Sequence[float]) -> bool:
    return all(a - CLOSE <= value <= b + CLOSE for value, a, b in zip(point, low, high, strict=True))


def _broken(names: Sequence[str], low: Sequence[float], high: Sequence[float], laws: Laws) -> list[Incoherence]:
    """Return the laws that are broken, each for itself, wherever in their ranges the probabilities are taken."""
    found = []
    if laws.most is not None and fsum(low) > laws.most + CLOSE:
        found.append(Incoherence("sum above 1", tuple(names), fsum(low)))
    if laws.least is not None and fsum(high) < laws.least - CLOSE:
        found.append(Incoherence("sum below 1", tuple(names), fsum(high)))
    for part, whole in laws.order:
        if low[part] > high[whole] + CLOSE:
            found.append(Incoherence("part above whole", (names[part], names[whole]), low[part] - high[whole]))
    return found
