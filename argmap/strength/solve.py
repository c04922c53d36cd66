"""Solve a network: one pass where nothing rests on itself, a search for balance where it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.strength.constants import EVALUATIONS, MET, SWEEPS_LEAST, SWEEPS_MOST
from argmap.strength.evaluate import Rule, Track
from argmap.strength.knots import Search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.network import Inputs, Knot, Network
    from argmap.strength.semantics import Semantics


@dataclass(frozen=True, slots=True)
class Solution:
    """What a network comes to.

    Attributes:
        rule: The network and the semantics that were solved.
        bases: The base of each node, at its middle.
        point: The values with every base at its middle.
        low: Lower bounds of every balance, at every base within its range.
        high: Upper bounds of the same.
        undetermined: For each node whether it has no one value even with every base at its middle: it lies in a
            cycle whose bounds do not meet, or rests on one by whatever way.
        settled: Whether a balance was found.
    """

    rule: Rule
    bases: Sequence[float]
    point: Track
    low: Track
    high: Track
    undetermined: list[bool]
    settled: bool


def solve(network: Network, semantics: Semantics, given: Inputs) -> Solution:
    """Return the strengths in a network with their bounds.

    Bounded in time, and deterministic: equal for every order of the map's lines.
    """
    weights = network.weights if given.weights is None else given.weights
    rule = Rule(network, semantics, given.say, weights)
    searches = _searches(rule)
    found = _Pass(rule, given.value, searches)
    found.run()
    gaps = zip(found.low.nodes, found.high.nodes, strict=True)
    undetermined = [above - below > MET for below, above in gaps]
    low, high = (found.low, found.high) if given.exact else _bounds(rule, (given.low, given.high), searches)
    return Solution(rule, given.value, found.point, low, high, undetermined, found.settled)


class _Pass:
    """One pass over the plan. Up to the first knot that leaves a gap, bounds are the values themselves."""

    def __init__(self, rule: Rule, bases: Sequence[float], searches: Sequence[Search]) -> None:
        self.rule = rule
        self.bases = bases
        self.searches = searches
        self.point = _empty(rule.network)
        self.low = _empty(rule.network) if searches else self.point
        self.high = _empty(rule.network) if searches else self.point
        self.parted = False
        self.settled = True

    def run(self) -> None:
        """Compute everything once."""
        count = self.rule.network.nodes
        for entry in self.rule.network.plan:
            if entry >= count:
                self._step(entry - count)
            elif entry >= 0:
                self._node(entry)
            else:
                self._knot(-1 - entry)

    def _step(self, step: int) -> None:
        rule, low, high = self.rule, self.low, self.high
        value = below = above = rule.step(step, self.point, self.point)
        if self.parted:
            below, above = rule.step(step, low, high), rule.step(step, high, low)
        self.point.steps[step], low.steps[step], high.steps[step] = value, below, above

    def _node(self, node: int) -> None:
        rule, low, high, base = self.rule, self.low, self.high, self.bases[node]
        value = below = above = rule.node(node, base, self.point, self.point)
        if self.parted:
            below, above = rule.node(node, base, low, high), rule.node(node, base, high, low)
        self.point.nodes[node], low.nodes[node], high.nodes[node] = value, below, above

    def _knot(self, number: int) -> None:
        search, knot = self.searches[number], self.rule.network.knots[number]
        search.enclose((self.bases, self.bases), (self.low, self.high))
        settled = search.balance(self.bases, self.point, (self.low, self.high))
        gaps = [self.high.nodes[node] - self.low.nodes[node] for node in knot.nodes]
        gaps += [self.high.steps[step] - self.low.steps[step] for step in knot.looped]
        if max(gaps) <= MET:
            self._close(knot)
        else:
            self.parted = True
            self.settled &= settled

    def _close(self, knot: Knot) -> None:
        """Put the values themselves where the bounds met but for the last digits."""
        for node in knot.nodes:
            self.low.nodes[node] = self.high.nodes[node] = self.point.nodes[node]
        for step in (*knot.steps, *knot.looped):
            self.low.steps[step] = self.high.steps[step] = self.point.steps[step]


def _searches(rule: Rule) -> list[Search]:
    """Return the search of each knot, allowed as much work as all of them together may do."""
    found = [Search(rule, knot, SWEEPS_LEAST) for knot in rule.network.knots]
    size = sum(search.size for search in found)
    for search in found:
        search.sweeps = max(SWEEPS_LEAST, min(SWEEPS_MOST, EVALUATIONS // size))
    return found


def _empty(network: Network) -> Track:
    return Track([0.0] * network.nodes, [0.0] * len(network.kinds))


def _bounds(
    rule: Rule, bases: tuple[Sequence[float], Sequence[float]], searches: Sequence[Search]
) -> tuple[Track, Track]:
    """Compute lower and upper bounds of everything together, in the order of the plan."""
    low, high = _empty(rule.network), _empty(rule.network)
    count = rule.network.nodes
    for entry in rule.network.plan:
        if entry >= count:
            step = entry - count
            low.steps[step], high.steps[step] = rule.step(step, low, high), rule.step(step, high, low)
        elif entry >= 0:
            low.nodes[entry] = rule.node(entry, bases[0][entry], low, high)
            high.nodes[entry] = rule.node(entry, bases[1][entry], high, low)
        else:
            searches[-1 - entry].enclose(bases, (low, high))
    return low, high
