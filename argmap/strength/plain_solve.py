"""Solve a plain graph in pure Python: one pass where nothing rests on itself, a search for balance where it does."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isnan
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
    if not knots:
        for part in parts:
            found.vertex(part[0])
    else:
        for part in parts:
            if graph.is_cyclic(rests_on, part):
                found.knot(part)
            else:
                found.vertex(part[0])
    return found.solution(rests_on)


def rule_of(plain: PlainGraph) -> Rule:
    """Return what computes one statement after another."""
    count = len(plain.names)
    sides = (_incoming(plain, side, word) for side, word in ((plain.supports, "supports"), (plain.attacks, "attacks")))
    return Rule(plain.semantics, count, plain.base, *sides, plain.sets)


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
        self.low = self.high = self.point
        self.loose: list[int] = []  # vertices of knots that no bounds hold
        self.lost: list[int] = []  # vertices of knots that found no balance

    def vertex(self, vertex: int) -> None:
        """Compute a vertex that rests on earlier ones only."""
        rule, point, low, high = self.rule, self.point, self.low, self.high
        point[vertex] = rule.value(vertex, point, point)
        if low is not point:
            low[vertex], high[vertex] = rule.value(vertex, low, high), rule.value(vertex, high, low)

    def knot(self, part: list[int]) -> None:
        """Find the bounds and the balance of a knot."""
        count = self.rule.count
        nodes = [vertex for vertex in part if vertex < count]
        knot = Knot(self.rule, nodes, [vertex for vertex in part if vertex >= count], self.sweeps)
        start = [self.rule.base[node] for node in nodes]
        if not self.rule.semantics.bounded:
            self.loose += part
            if not knot.balance(start, self.point):
                self.lost += part
            return
        if self.low is self.point:
            self.low, self.high = self.point.copy(), self.point.copy()
        low, high = self.low, self.high
        met = knot.enclose(Tracks(self.point, low, high))
        if met:
            start = [(low[node] + high[node]) / 2 for node in nodes]
        if not knot.balance(start, self.point):
            self.lost += part
        elif met:
            for vertex in part:
                low[vertex] = high[vertex] = self.point[vertex]
