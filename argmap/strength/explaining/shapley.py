"""Shapley values: each input's fair part in a strength, over all orders in which inputs could come in.

The players are statements with something of their own to say: a base other than "no view", or say-so. A player that is
out is silent. The values add up to the strength less what it is with all of them silent.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial, fsum, sqrt
from random import Random
from typing import TYPE_CHECKING

from argmap.model import NO_VIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.strength.explaining.bench import Bench

EXACT_UP_TO = 9  # players; 2^9 runs
MOST_PLAYERS = 40
PERMUTATIONS = 200
_WORK = 8_000  # runs in all, when sampling


@dataclass(frozen=True, slots=True)
class Shapley:
    """Shapley values of one strength (0..1).

    Attributes:
        players: The classes of statements that take part.
        values: The value of each.
        errors: The standard error of each, 0 where all orders were counted.
        orders: How many orders were sampled; 0 where all were counted.
        silent: The strength with every player silent.
    """

    players: tuple[int, ...]
    values: tuple[float, ...]
    errors: tuple[float, ...]
    orders: int
    silent: float


def players(bench: Bench, target: int) -> list[int]:
    """Return the statements behind a target that have something of their own to say, itself included."""
    behind = bench.classes_behind([target])
    return [n for n in behind if not bench.given[n].no_view or bench.spoken[n] > 0.0]


def shapley(bench: Bench, target: int, *, seed: int = 1, orders: int = PERMUTATIONS) -> Shapley | None:
    """Return the Shapley values of a strength; None where too many take part for it to mean anything in time."""
    taking = players(bench, target)
    if len(taking) > MOST_PLAYERS:
        return None
    worth = _Worth(bench, target, taking)
    silent = worth(0)
    if len(taking) <= EXACT_UP_TO:
        values = _exact(worth, len(taking))
        return Shapley(tuple(taking), tuple(values), (0.0,) * len(taking), 0, silent)
    made = max(2, min(orders, _WORK // len(taking)))
    values, errors = _sampled(worth, len(taking), made, Random(seed))  # noqa: S311 - a simulation
    return Shapley(tuple(taking), tuple(values), tuple(errors), made, silent)


class _Worth:
    """The strength of the target when only some players speak, given as a set of bits; each worked out once."""

    def __init__(self, bench: Bench, target: int, taking: Sequence[int]) -> None:
        self.bench, self.target, self.taking = bench, target, taking
        self.known: dict[int, float] = {}

    def __call__(self, speaking: int) -> float:
        found = self.known.get(speaking)
        if found is None:
            out = [number for place, number in enumerate(self.taking) if not speaking >> place & 1]
            found = self.bench.run([self.target], dict.fromkeys(out, NO_VIEW), dict.fromkeys(out, 0.0))[self.target]
            self.known[speaking] = found
        return found


def _exact(worth: Callable[[int], float], count: int) -> list[float]:
    terms: list[list[float]] = [[] for _ in range(count)]
    for others in range(1 << count):
        size = others.bit_count()
        share = factorial(size) * factorial(count - size - 1) / factorial(count) if size < count else 0.0
        for place in range(count):
            if not others >> place & 1:
                terms[place].append(share * (worth(others | 1 << place) - worth(others)))
    return [fsum(one) for one in terms]


def _sampled(worth: Callable[[int], float], count: int, orders: int, drawn: Random) -> tuple[list[float], list[float]]:
    gains: list[list[float]] = [[] for _ in range(count)]
    order = list(range(count))
    for _ in range(orders):
        drawn.shuffle(order)
        speaking, before = 0, worth(0)
        for place in order:
            speaking |= 1 << place
            after = worth(speaking)
            gains[place].append(after - before)
            before = after
    means = [fsum(one) / orders for one in gains]
    spread = [fsum((gain - mean) ** 2 for gain in one) / (orders - 1) for one, mean in zip(gains, means, strict=True)]
    return means, [sqrt(one / orders) for one in spread]
