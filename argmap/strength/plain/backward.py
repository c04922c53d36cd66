"""One pass backwards through a plain graph: how fast one strength changes with everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, NamedTuple

from argmap import graph as graphs
from argmap.strength.constants import CLIP_HIGH, CLIP_LOW
from argmap.strength.plain.slopes import (
    Slopes,
    gather_slopes,
    influence_slopes,
    push_slopes,
    weakest_slopes,
)
from argmap.strength.plain.solve import dependencies, rule_of, solve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.strength.plain.flat import Arrivals
    from argmap.strength.plain.graph import PlainGraph


class Transfer(NamedTuple):
    """By how much a vertex changes with one that it rests on; `sign` is -1 for an attacker."""

    source: int
    sign: int
    slopes: Slopes


@dataclass(slots=True)
class Adjoint:
    """How fast the topic changes with each vertex, as that one rises and as it falls."""

    rising: list[float]
    falling: list[float]

    @property
    def flat(self) -> list[float]:
        """Both, one after the other."""
        return self.rising + self.falling

    def add(self, part: Adjoint, vertex: int, transfer: Transfer) -> None:
        """Add what reaches the topic through `vertex`, whose own adjoint is read from `part`."""
        source, sign, slopes = transfer
        up, down = part.rising[vertex], part.falling[vertex]
        self.rising[source] += slopes.right * up if sign > 0 else -slopes.right * down
        self.falling[source] += slopes.left * down if sign > 0 else -slopes.left * up


class Backward:
    """The pass, from the topic back to all that it rests on."""

    def __init__(self, plain: PlainGraph) -> None:
        self.plain = plain
        self.rule = rule_of(plain)
        self.rests_on = dependencies(plain, self.rule)
        self.strengths = solve(plain).point
        self.strengths = self.strengths + [min(self.strengths[one] for one in members) for members in plain.sets]
        count = len(self.strengths)
        self.adjoint = Adjoint([0.0] * count, [0.0] * count)

    def run(self, topic: int) -> None:
        """Work out how fast the topic changes with each vertex."""
        adjoint = self.adjoint
        if isnan(self.strengths[topic]):
            reached = graphs.reachable(self.rests_on, [topic])
            adjoint.rising = [nan if one else 0.0 for one in reached]
            return
        adjoint.rising[topic] = adjoint.falling[topic] = 1.0
        for part in reversed(graphs.components(self.rests_on)):
            if not any(adjoint.rising[vertex] or adjoint.falling[vertex] for vertex in part):
                continue
            if graphs.is_cyclic(self.rests_on, part):
                self._knot(part)
            else:
                for transfer in self._transfers(part[0]):
                    adjoint.add(adjoint, part[0], transfer)

    def _knot(self, part: list[int]) -> None:
        """Work out the adjoint of a cycle, which feeds itself, and pass it on to what the cycle rests on."""
        within = {vertex: place for place, vertex in enumerate(part)}
        inner: list[tuple[int, Transfer]] = []
        outer: list[tuple[int, Transfer]] = []
        for vertex in part:
            for transfer in self._transfers(vertex):
                if transfer.source in within:
                    inner.append((within[vertex], transfer._replace(source=within[transfer.source])))
                else:
                    outer.append((vertex, transfer))
        fed = Adjoint(*([row[vertex] for vertex in part] for row in (self.adjoint.rising, self.adjoint.falling)))
        found = _settled(fed, inner)
        for vertex, rising, falling in zip(part, found.rising, found.falling, strict=True):
            self.adjoint.rising[vertex], self.adjoint.falling[vertex] = rising, falling
        for vertex, transfer in outer:
            self.adjoint.add(self.adjoint, vertex, transfer)

    def by_base(self, node: int, given: float) -> float:
        """Return how fast the topic changes with a base, of which this was given."""
        semantics, rising = self.plain.semantics, self.adjoint.rising[node]
        if not rising or (semantics.clips and not CLIP_LOW <= given < CLIP_HIGH):
            return 0.0
        return rising * influence_slopes(semantics, self.plain.base[node], self._moved(node)).base

    def _moved(self, node: int) -> float:
        rule = self.rule
        supports, attacks = (rule.pushes(side, node, self.strengths) for side in (rule.supports, rule.attacks))
        return rule.aggregate(supports, attacks)

    def _transfers(self, vertex: int) -> Iterator[Transfer]:
        """Go through what a vertex rests on."""
        rule = self.rule
        if vertex >= rule.count:
            members = self.plain.sets[vertex - rule.count]
            for member, slopes in zip(members, weakest_slopes([self.strengths[one] for one in members]), strict=True):
                yield Transfer(member, 1, slopes)
            return
        outer = influence_slopes(rule.semantics, self.plain.base[vertex], self._moved(vertex)).moved
        yield from self._from_side(rule.supports, vertex, 1, outer)
        yield from self._from_side(rule.attacks, vertex, -1, Slopes(outer.left, outer.right))

    def _from_side(self, side: Arrivals, node: int, sign: int, outer: Slopes) -> Iterator[Transfer]:
        semantics, sources = self.plain.semantics, side.row(node)
        gathered = gather_slopes(semantics, self.rule.pushes(side, node, self.strengths))
        weights = side.row_weights(node, semantics.weight)
        for source, weight, middle in zip(sources, weights, gathered, strict=True):
            inner = push_slopes(semantics, weight, self.strengths[source])
            right, left = (a * b * c for a, b, c in zip(outer, middle, inner, strict=True))
            yield Transfer(source, sign, Slopes(right, left))


def _settled(fed: Adjoint, inner: Sequence[tuple[int, Transfer]]) -> Adjoint:
    """Solve x = fed + T x, where T is what vertices of a cycle pass to each other, by ever shorter strides.

    A stride of 1 settles what the iteration settles, a shorter one what the continuous semantics does; NaN otherwise.
    """
    for stride in _STRIDES:
        state = Adjoint(list(fed.rising), list(fed.falling))
        for _ in range(_SWEEPS):
            following = Adjoint(list(fed.rising), list(fed.falling))
            for vertex, transfer in inner:
                following.add(state, vertex, transfer)
            ways = [new - old for new, old in zip(following.flat, state.flat, strict=True)]
            largest = max(map(abs, state.flat))
            if max(map(abs, ways)) <= _PRECISION * max(1.0, largest):
                return following
            if largest > _LARGEST:
                break
            moved = [old + stride * way for old, way in zip(state.flat, ways, strict=True)]
            state = Adjoint(moved[: len(fed.rising)], moved[len(fed.rising) :])
    return Adjoint([nan] * len(fed.rising), [nan] * len(fed.rising))


_STRIDES = (1.0, 0.5, 0.2, 0.05)
_SWEEPS = 1_000
_PRECISION = 1e-12
_LARGEST = 1e9
