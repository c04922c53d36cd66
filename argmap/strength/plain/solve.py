"""Solve a plain graph in pure Python: one pass where nothing rests on itself, a search for balance where it does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf, isnan, nan
from typing import TYPE_CHECKING

from argmap import graph
from argmap.strength.constants import MET
from argmap.strength.plain.edges import repeated
from argmap.strength.plain.flat import Arrivals
from argmap.strength.plain.knots import Knot, sweeps_for
from argmap.strength.plain.rule import Rule, Tracks

if TYPE_CHECKING:
    from argmap.graph import Rows
    from argmap.strength.plain.graph import PlainGraph, Side


@dataclass(frozen=True, slots=True)
class Solution:
    """What a plain graph comes to, by the number of each statement.

    Attributes:
        point: The strengths; NaN where a cycle found no balance, and in all that rests on it.
        low: Lower bounds of every balance.
        high: Upper bounds of the same.
    """

    point: list[float]
    low: list[float]
    high: list[float]

    @property
    def open(self) -> list[int]:
        """The statements whose strength is not determined: bounds do not meet, or no balance was found."""
        if self.low is self.point:
            return []
        gaps = zip(self.point, self.low, self.high, strict=True)
        return [number for number, (point, low, high) in enumerate(gaps) if not high - low <= MET or isnan(point)]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A graph in the order in which it is computed.

    Attributes:
        plain: The graph.
        rule: What computes one statement after another.
        rests_on: The graph in which each vertex leads to what it is computed from.
        parts: Its strongly connected parts, each after those that it rests on.
        knotted: Whether each part is a knot, in which every statement rests on every other.
    """

    plain: PlainGraph
    rule: Rule
    rests_on: Rows
    parts: list[list[int]]
    knotted: list[bool]

    @property
    def in_knots(self) -> int:
        """How many vertices lie in knots."""
        return sum(len(part) for part, knot in zip(self.parts, self.knotted, strict=True) if knot)


def ordered(plain: PlainGraph) -> Ordered:
    """Put a graph in order.

    Raises:
        EdgeError: An edge is given twice.
    """
    rule = rule_of(plain)
    rests_on = dependencies(plain, rule)
    parts = graph.components(rests_on)
    return Ordered(plain, rule, rests_on, parts, [graph.is_cyclic(rests_on, part) for part in parts])


def solve(plain: PlainGraph) -> Solution:
    """Return the strengths in a graph and their bounds: bounded in time, and equal for every order of the input.

    Raises:
        EdgeError: An edge is given twice.
    """
    return solve_ordered(ordered(plain))


def solve_ordered(order: Ordered) -> Solution:
    """Return the same of a graph that is in order already."""
    plain, rule = order.plain, order.rule
    if not any(order.knotted):
        point = plain.base + [0.0] * len(plain.sets)
        rule.run((vertex for (vertex,) in order.parts), point)
        point = point[: rule.count]
        return Solution(point, point, point)
    found = _Pass(rule, plain, sweeps_for(order.in_knots))
    for part, knot in zip(order.parts, order.knotted, strict=True):
        if knot:
            found.knot(part)
        else:
            found.vertex(part[0])
    return found.solution(order.rests_on)


def rule_of(plain: PlainGraph) -> Rule:
    """Return what computes one statement after another.

    Raises:
        EdgeError: An edge is given twice.
    """
    supports, attacks = _arrivals(plain, plain.supports, "supports"), _arrivals(plain, plain.attacks, "attacks")
    return Rule(plain.semantics, len(plain.names), plain.base, supports, attacks, plain.sets)


def dependencies(plain: PlainGraph, rule: Rule) -> Rows:
    """Return the graph in which each vertex leads to what it is computed from."""
    lists = [rule.supports.row(node) + rule.attacks.row(node) for node in range(rule.count)]
    return graph.rows(lists + plain.sets)


def _arrivals(plain: PlainGraph, side: Side, word: str) -> Arrivals:
    """Put the edges of one side in the order of where they go."""
    vertices = len(plain.names) + len(plain.sets)
    keys = [target * vertices + source for source, target in zip(side.sources, side.targets, strict=True)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    for edge, following in pairwise(order):
        if keys[edge] == keys[following]:
            repeated(plain, word, side.sources[edge], side.targets[edge])
    counts = [0] * len(plain.names)
    for target in side.targets:
        counts[target] += 1
    weights = None if side.weights is None else [side.weights[edge] for edge in order]
    return Arrivals(list(accumulate(counts, initial=0)), [side.sources[edge] for edge in order], weights)


class _Pass:
    """One pass over the parts. Up to the first knot that leaves a gap, the bounds are the values themselves."""

    def __init__(self, rule: Rule, plain: PlainGraph, sweeps: int) -> None:
        self.rule = rule
        self.sweeps = sweeps
        self.point = plain.base + [0.0] * len(plain.sets)
        self.low, self.high = self.point.copy(), self.point.copy()
        self.parted = False
        self.loose: list[int] = []  # vertices of knots that nothing bounds
        self.lost: list[int] = []  # vertices of knots that found no balance

    def vertex(self, vertex: int) -> None:
        """Compute a vertex that rests on earlier ones only."""
        rule, point, low, high = self.rule, self.point, self.low, self.high
        value = below = above = rule.value(vertex, point, point)
        if self.parted:
            below, above = rule.value(vertex, low, high), rule.value(vertex, high, low)
        point[vertex], low[vertex], high[vertex] = value, below, above

    def knot(self, part: list[int]) -> None:
        """Find the bounds and the balance of a knot."""
        count = self.rule.count
        nodes = [vertex for vertex in part if vertex < count]
        knot = Knot(self.rule, nodes, [vertex for vertex in part if vertex >= count], self.sweeps)
        if not knot.solve(Tracks(self.point, self.low, self.high)):
            self.lost += part
        if not self.rule.semantics.bounded:
            self.loose += part
        elif not self.parted:
            self.parted = any(self.low[node] < self.high[node] for node in nodes)

    def solution(self, rests_on: Rows) -> Solution:
        """Return what was found, in all that rests on a knot without balance or without bounds too."""
        count, point = self.rule.count, self.point
        if not (self.parted or self.lost or self.loose):
            point = point[:count]
            return Solution(point, point, point)
        before = graph.reverse(rests_on)
        for vertex in _beyond(before, self.loose):
            self.low[vertex], self.high[vertex] = -inf, inf
        for vertex in _beyond(before, self.lost):
            point[vertex] = nan
        return Solution(point[:count], self.low[:count], self.high[:count])


def _beyond(before: Rows, starts: list[int]) -> list[int]:
    """Return these vertices and all that rest on them."""
    if not starts:
        return []
    return [vertex for vertex, reached in enumerate(graph.reachable(before, starts)) if reached]
