"""The fewest steps that gain enough, where each thing can be moved several steps and gains by each.

Exact: first the best gains for each step are taken (along the upper hull of what a thing gains, which also gives a
lower bound); where that needs more steps than the bound, every way of spending fewer is weighed.
"""

from __future__ import annotations

from math import ceil, inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Gains = tuple[float, ...]  # what a thing gains in all by one, two, … steps

_SLACK = 1e-12


class _Piece(NamedTuple):
    """A straight piece of the hull: thing number `item` moved from so many steps to so many, and the gain for each."""

    slope: float
    item: int
    start: int
    end: int


def least(things: Sequence[Gains], need: float) -> float:
    """Return a lower bound on the steps that are needed; infinite where nothing suffices."""
    if need <= 0:
        return 0.0
    steps = 0.0
    for piece in _pieces(things):
        gain = piece.slope * (piece.end - piece.start)
        if gain >= need:
            return steps + need / piece.slope
        steps, need = steps + piece.end - piece.start, need - gain
    return steps if need <= _SLACK else inf


def fewest(things: Sequence[Gains], need: float) -> dict[int, int] | None:
    """Return how far to move which things so that the gain is at least `need`, in as few steps as can be.

    Returns:
        The steps of each thing that is moved, by its number; None where all of them together do not suffice.
    """
    if need <= 0:
        return {}
    taken: dict[int, int] = {}
    gained = 0.0
    for piece in _pieces(things):
        taken[piece.item] = piece.end
        gained += piece.slope * (piece.end - piece.start)
        if gained >= need - _SLACK:
            break
    else:
        return None
    most = sum(taken.values())
    if most <= ceil(least(things, need) - _SLACK):
        return dict(sorted(taken.items()))
    return _weighed(things, need, most - 1) or dict(sorted(taken.items()))


def _pieces(things: Sequence[Gains]) -> list[_Piece]:
    """Return the pieces of all upper hulls, the steepest first."""
    found = [piece for item, gains in enumerate(things) for piece in _hull(item, gains)]
    return sorted(found, key=lambda piece: (-piece.slope, piece.item, piece.start))


def _hull(item: int, gains: Gains) -> list[_Piece]:
    pieces, at, height = [], 0, 0.0
    while at < len(gains):
        slope, end = max(((gains[n] - height) / (n + 1 - at), n + 1) for n in range(at, len(gains)))
        if slope <= _SLACK:
            break
        pieces.append(_Piece(slope, item, at, end))
        at, height = end, gains[end - 1]
    return pieces


def _weighed(things: Sequence[Gains], need: float, most: int) -> dict[int, int] | None:
    """Return the fewest steps, at most `most`, by dynamic programming; None where so many do not suffice."""
    best = [0.0] + [-inf] * most
    ways: list[dict[int, int]] = [{} for _ in best]
    for item in _worth_trying(things, most):
        gains = things[item]
        for spent in range(most, 0, -1):
            for steps in range(1, min(len(gains), spent) + 1):
                gain = best[spent - steps] + gains[steps - 1]
                if gain > best[spent] + _SLACK:
                    best[spent] = gain
                    ways[spent] = {**ways[spent - steps], item: steps}
    return next((ways[spent] for spent, gain in enumerate(best) if gain >= need - _SLACK), None)


def _worth_trying(things: Sequence[Gains], most: int) -> list[int]:
    """Return the things that can be among the best: for each number of steps those that gain most by it."""
    kept: set[int] = set()
    longest = max(map(len, things))
    for steps in range(1, min(longest, most) + 1):
        able = [item for item, gains in enumerate(things) if len(gains) >= steps]
        able.sort(key=lambda item: (-things[item][steps - 1], item))
        kept.update(able[: most // steps + most])
    return sorted(kept)
