"""Solve a plain graph in pure Python: one pass where nothing rests on itself, a search for balance where it does."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isnan, nan
from typing import TYPE_CHECKING

from argmap import graph
from argmap.strength.constants import MET
from argmap.strength.plain_edges import repeated
from argmap.strength.plain_knots import Knot, sweeps_for
from argmap.strength.plain_rule import Incoming, Rule, Tracks

if TYPE_CHECKING:
    from argmap.graph import Rows
    from argmap.strength.plain_graph import PlainGraph, Side


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


def solve(plain: PlainGraph) -> Solution:
    """Return the strengths in a graph and their bounds: bounded in time, and equal for every order of the input.

    Raises:
        EdgeError: An edge is given twice.
    """
    rule = rule_of(plain)
    rests_on = dependencies(plain, rule)
    parts = graph.components(rests_on)
    knots = [part for part in parts if graph.is_cyclic(rests_on, part)]
    found = _Pass(rule, plain, sweeps_for(sum(map(len, knots))))
    for part in parts:
        if knots and graph.is_cyclic(rests_on, part):
            found.knot(part)
        else:
            found.vertex(part[0])
    return found.solution(rests_on)


def rule_of(plain: PlainGraph) -> Rule:
    """Return what computes one statement after another."""
    count = len(plain.names)
    supports, attacks = _incoming(plain, plain.supports, "supports"), _incoming(plain, plain.attacks, "attacks")
    return Rule(plain.semantics, count, plain.base, supports, attacks, plain.sets)


def dependencies(plain: PlainGraph, rule: Rule) -> Rows:
    """Return the graph in which each vertex leads to what it is computed from."""
    lists = [[*rule.supports.sources[node], *rule.attacks.sources[node]] for node in range(rule.count)]
    return graph.rows(lists + plain.sets)


def _incoming(plain: PlainGraph, side: Side, word: str) -> Incoming:
    sources: list[list[int]] = [[] for _ in plain.names]
    for source, target in zip(side.sources, side.targets, strict=True):
        sources[target].append(source)
    for target, row in enumerate(sources):
        if len(row) > 1 and len(set(row)) < len(row):
            repeated(plain, word, next(one for one in row if row.count(one) > 1), target)
    if side.weights is None:
        return Incoming(sources, None)
    weights: list[list[float]] = [[] for _ in plain.names]
    for weight, target in zip(side.weights, side.targets, strict=True):
        weights[target].append(weight)
    return Incoming(sources, weights)


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
