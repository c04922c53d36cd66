"""Balance within many knots of a plain graph at once.

What argmap.strength.plain.knots does with one knot is done here with each of them, all in step: the same methods with
the same bounds of work, so that the same comes out. A knot that is done stands still while the others go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from argmap.strength.constants import MET, RK4_LARGEST, RK4_STIFF, SETTLED
from argmap.strength.plain import knots as alone
from argmap.strength.plain.arrays.block import Block

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from argmap.strength.plain.arrays.graph import ArrayGraph
    from argmap.strength.plain.arrays.rules import Floats, Integers

    Flags = NDArray[np.bool_]


class ArrayTracks(NamedTuple):
    """Strengths by vertex, and the bounds of all that are possible."""

    point: Floats
    low: Floats
    high: Floats


class Knots:
    """Knots none of which rests on another. What lies outside of them is computed, and stands in the tracks."""

    def __init__(self, graph: ArrayGraph, members: Integers, sizes: Integers) -> None:
        """Lay the knots out.

        Args:
            graph: The graph.
            members: The vertices of every knot, knot by knot.
            sizes: How many vertices each has.
        """
        knot_of = np.repeat(np.arange(len(sizes)), sizes)
        self.graph, self.members, self.sizes = graph, members, sizes
        self.block = Block(graph, members)
        self.nodes = self.block.nodes
        self.knot_of = knot_of[members < graph.count]
        self._starts = np.flatnonzero(np.diff(self.knot_of, prepend=-1))

    def solve(self, tracks: ArrayTracks, sweeps: int) -> Flags:
        """Find bounds and balance and put them in the tracks; tell of each knot whether there is a balance."""
        point, low, high = tracks
        start = self.graph.base[self.nodes]
        met = np.zeros(len(self.sizes), np.bool_)
        if self.graph.plain.semantics.bounded:
            met = self._enclose(tracks, sweeps)
            start = np.where(met[self.knot_of], (low[self.nodes] + high[self.nodes]) / 2, start)
        self.put(start, point)
        settled = self._iterate(point, sweeps)
        if not settled.all():
            self.put(np.where(settled[self.knot_of], point[self.nodes], start), point)
            settled[~settled] = self.kept(~settled).integrate(point, sweeps)
        values = np.where(settled[self.knot_of], point[self.nodes], np.where(met[self.knot_of], start, np.nan))
        self.put(values, point)
        for bound in (low, high):
            self.put(np.where(met[self.knot_of], values, bound[self.nodes]), bound)
        return settled | met

    def kept(self, which: Flags) -> Knots:
        """Return some of these knots."""
        return Knots(self.graph, self.members[np.repeat(which, self.sizes)], self.sizes[which])

    def _enclose(self, tracks: ArrayTracks, sweeps: int) -> Flags:
        """Narrow [0, 1] to bounds of every balance, and tell of each knot whether they meet."""
        _, low, high = tracks
        self.put(np.zeros(len(self.nodes)), low)
        self.put(np.ones(len(self.nodes)), high)
        running = _Running(self)
        for _ in range(sweeps):
            knots = running.knots
            raised, lowered = knots.block.image(low, high), knots.block.image(high, low)
            least, most = low[knots.nodes], high[knots.nodes]
            moved = knots.most(np.maximum(np.abs(raised - least), np.abs(lowered - most)))
            gap = knots.most(np.abs(lowered - raised))
            knots.put(running.unless_done(raised, least), low)
            knots.put(running.unless_done(lowered, most), high)
            if running.stop((moved <= alone.STALLED) | (gap <= alone.MET_WELL)):
                break
        return self.most(np.abs(high[self.nodes] - low[self.nodes])) <= MET

    def _iterate(self, track: Floats, sweeps: int) -> Flags:
        """Iterate to a fixed point; tell of each knot whether it was found."""
        running = _Running(self)
        before, settled = track.copy(), np.zeros(len(self.sizes), np.bool_)
        for sweep in range(sweeps):
            knots = running.knots
            state = track[knots.nodes]
            following = knots.block.image(track, track)
            moved = knots.most(np.abs(following - state))
            swings = knots.most(np.abs(following - before[knots.nodes])) <= SETTLED
            found = moved <= (SETTLED if sweep + 1 < sweeps else alone.ENOUGH)
            settled[running.numbers[found & ~running.done]] = True
            before[knots.nodes] = state
            knots.put(running.unless_done(following, state), track)
            if running.stop(found | swings | ~(knots.most(np.abs(following)) < alone.RUNAWAY)):
                break
        return settled

    def integrate(self, track: Floats, sweeps: int) -> Flags:
        """Integrate dx/dt = F(x) - x by the classical Runge-Kutta method until all rests."""
        running = _Running(self)
        sizes, settled = np.full(len(self.sizes), RK4_LARGEST), np.zeros(len(self.sizes), np.bool_)
        for sweep in range(sweeps):
            knots, numbers = running.knots, running.numbers
            state, size = track[knots.nodes], sizes[numbers][knots.knot_of]
            first = knots.block.image(track, track) - state
            found = knots.most(np.abs(first)) <= (alone.RESTED if sweep + 1 < sweeps else alone.ENOUGH)
            settled[numbers[found & ~running.done]] = True
            second = knots.slope(state, first * (size / 2), track)
            third = knots.slope(state, second * (size / 2), track)
            stiff = knots.most(np.abs(third - second)) > RK4_STIFF * knots.most(np.abs(second - first)) + SETTLED
            fourth = knots.slope(state, third * size, track)
            ahead = knots.ahead(state, (first + 2 * second + 2 * third + fourth) / 6 * size)
            sizes[numbers[stiff & ~found]] /= 2
            stays = (found | stiff)[knots.knot_of]
            knots.put(running.unless_done(np.where(stays, state, ahead), state), track)
            if running.stop(found | ~(knots.most(np.abs(first)) < alone.RUNAWAY)):
                break
        return settled

    def slope(self, state: Floats, step: Floats, track: Floats) -> Floats:
        """Return F(x) - x at some way from a state."""
        ahead = self.ahead(state, step)
        self.put(ahead, track)
        return self.block.image(track, track) - ahead

    def ahead(self, state: Floats, step: Floats) -> Floats:
        """Return a state moved by a step, within the bounds of strengths."""
        semantics = self.graph.plain.semantics
        return np.clip(state + step, semantics.lowest, semantics.highest)

    def most(self, values: Floats) -> Floats:
        """Return the largest value within each knot."""
        largest: Floats = np.maximum.reduceat(values, self._starts)
        return largest

    def put(self, state: Floats, track: Floats) -> None:
        """Write a state into a track, and what sets come to by it."""
        track[self.nodes] = state
        self.block.put_sets(track)


class _Running:
    """Which knots are still at work; those that are done leave once they are the greater part."""

    def __init__(self, knots: Knots) -> None:
        self.knots = knots
        self.numbers = np.arange(len(knots.sizes))
        self.done = np.zeros(len(knots.sizes), np.bool_)

    def unless_done(self, new: Floats, old: Floats) -> Floats:
        """Return the new state of those at work, the old state of those that are done."""
        return np.where(self.done[self.knots.knot_of], old, new) if self.done.any() else new

    def stop(self, done: NDArray[np.bool_]) -> bool:
        """Note which are done from now on; tell whether all are."""
        self.done |= done
        if self.done.all():
            return True
        if 2 * self.knots.sizes[self.done].sum() > self.knots.sizes.sum():
            self.knots, self.numbers = self.knots.kept(~self.done), self.numbers[~self.done]
            self.done = np.zeros(len(self.numbers), np.bool_)
        return False
