"""Solve large plain graphs by arrays; it needs numpy and scipy (the extra `scale`).

The same results as argmap.strength.plain.solve but for rounding. What is wide is computed at once; what is narrow, such
as a chain of 10^6 statements, one by one: a level at a time would cost more in calls than in numbers.
"""

from __future__ import annotations

from math import inf, nan
from typing import TYPE_CHECKING

import numpy as np

from argmap import graph as graphs
from argmap.strength.plain.arrays.block import Block
from argmap.strength.plain.arrays.graph import array_graph, seen
from argmap.strength.plain.arrays.knots import ArrayTracks, Knots
from argmap.strength.plain.arrays.order import WIDE, parts, runs
from argmap.strength.plain.knots import Knot, sweeps_for
from argmap.strength.plain.rule import Tracks
from argmap.strength.plain.solve import Solution

if TYPE_CHECKING:
    from argmap.strength.plain.arrays.graph import ArrayGraph
    from argmap.strength.plain.arrays.order import Parts, Runs
    from argmap.strength.plain.arrays.rules import Integers
    from argmap.strength.plain.graph import PlainGraph


def solve_arrays(plain: PlainGraph) -> Solution:
    """Return the strengths in a graph and their bounds.

    Raises:
        EdgeError: An edge is given twice.
    """
    graph = array_graph(plain)
    found = _Pass(graph)
    with np.errstate(over="ignore", invalid="ignore"):
        peeled = runs(graph.leads_to)
        found.peeled(peeled)
        if sum(map(len, peeled)) < graph.vertices:
            found.rest(parts(graph.leads_to, peeled))
    return found.solution()


class _Pass:
    """One pass over the graph. Up to the first knot that leaves a gap, the bounds are the values themselves."""

    def __init__(self, graph: ArrayGraph) -> None:
        self.graph = graph
        point = np.concatenate([graph.base, np.zeros(graph.vertices - graph.count)])
        self.tracks = ArrayTracks(point, point, point)
        self.views = Tracks(*map(seen, self.tracks))
        self.parted = False
        self.loose: list[int] = []  # vertices of knots that nothing bounds
        self.lost: list[int] = []  # vertices of knots that found no balance

    def peeled(self, found: Runs) -> None:
        """Compute what rests on no cycle."""
        for place, run in enumerate(found):
            if place or isinstance(run, list):  # what the first level comes to is its bases
                self._vertices(run)

    def rest(self, found: Parts) -> None:
        """Compute the cycles and what rests on them."""
        point = self.tracks.point
        self.tracks = ArrayTracks(point, point.copy(), point.copy())
        self.views = Tracks(*map(seen, self.tracks))
        knotted = found.knotted
        sweeps = sweeps_for(int(np.diff(found.start)[knotted].sum()))
        for run in found.runs:
            if isinstance(run, list):
                for number in run:
                    one = np.array([number])
                    if knotted[number]:
                        self._knots(found, one, sweeps)
                    else:
                        self._vertices(found.members[found.start[one]].tolist())
            else:
                self._vertices(found.members[found.start[run[~knotted[run]]]])
                self._knots(found, run[knotted[run]], sweeps)

    def solution(self) -> Solution:
        """Return what was found, in all that rests on a knot without balance or without bounds too."""
        count, tracks = self.graph.count, self.tracks
        if not (self.parted or self.lost or self.loose):
            point = tracks.point[:count].tolist()
            return Solution(point, point, point)
        loose, lost = self._beyond(self.loose), self._beyond(self.lost)
        tracks.low[loose], tracks.high[loose], tracks.point[lost] = -inf, inf, nan
        return Solution(*(track[:count].tolist() for track in tracks))

    def _vertices(self, vertices: Integers | list[int]) -> None:
        """Compute vertices: those of an array at once, those of a list one after the other."""
        if isinstance(vertices, list):
            self._each(vertices)
            return
        block = Block(self.graph, vertices)
        point, low, high = self.tracks
        block.compute(point, point)
        if self.parted:
            block.compute(low, high)
            block.compute(high, low)
        elif low is not point:
            low[vertices] = high[vertices] = point[vertices]

    def _each(self, vertices: list[int]) -> None:
        """Compute vertices one after another; each may rest on those before."""
        rule, (point, low, high) = self.graph.rule, self.views
        if self.tracks.low is self.tracks.point:
            self._each_alone(vertices)
            return
        for vertex in vertices:
            value = below = above = rule.value(vertex, point, point)
            if self.parted:
                below, above = rule.value(vertex, low, high), rule.value(vertex, high, low)
            point[vertex], low[vertex], high[vertex] = value, below, above

    def _each_alone(self, vertices: list[int]) -> None:
        """The same before the first cycle; a list is read faster than an array, where that pays for making one."""
        track = self.tracks.point
        if len(vertices) * _COPIES > len(track):
            point = track.tolist()
            self.graph.rule.run(vertices, point)
            track[:] = point
        else:
            self.graph.rule.run(vertices, self.views.point)

    def _knots(self, found: Parts, numbers: Integers, sweeps: int) -> None:
        """Find the bounds and the balance of knots none of which rests on another."""
        if not len(numbers):
            return
        members = [found.members[found.start[number] : found.start[number + 1]] for number in numbers.tolist()]
        together = np.concatenate(members)
        if len(together) < WIDE:
            settled = [self._knot(one.tolist(), sweeps) for one in members]
        else:
            sizes = np.diff(found.start)[numbers]
            settled = Knots(self.graph, together, sizes).solve(self.tracks, sweeps).tolist()
        for one, fine in zip(members, settled, strict=True):
            if not fine:
                self.lost += one.tolist()
        if not self.graph.plain.semantics.bounded:
            self.loose += together.tolist()
        elif not self.parted:
            self.parted = bool((self.tracks.low[together] < self.tracks.high[together]).any())

    def _knot(self, part: list[int], sweeps: int) -> bool:
        count = self.graph.count
        nodes, sets = [one for one in part if one < count], [one for one in part if one >= count]
        return Knot(self.graph.rule, nodes, sets, sweeps).solve(self.views)

    def _beyond(self, starts: list[int]) -> Integers:
        """Return these vertices and all that rest on them."""
        if not starts:
            return np.zeros(0, np.int64)
        forward = graphs.Rows(self.graph.leads_to.start.tolist(), self.graph.leads_to.items.tolist())
        return np.flatnonzero(graphs.reachable(forward, starts))


_COPIES = 8  # to copy so many numbers to a list and back takes as long as reading one vertex from an array
