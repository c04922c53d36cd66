"""Balance within one strongly connected part, where every statement rests on every other.

All nodes move at once, from the state before, and sums are exactly rounded: neither the order of lines nor that of
computation can show in a result. Every search is bounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.strength.constants import RESTED, RK4_LARGEST, RK4_STIFF, SETTLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.evaluate import Rule, Track
    from argmap.strength.network import Knot

State = list[float]  # strengths of a knot's nodes, then the shares of the steps that undercut in a circle


@dataclass(frozen=True, slots=True)
class Search:
    """The search for the balance of one knot; what lies outside it is computed already and stands in the tracks.

    `sweeps` bounds how often each method may go over the knot.
    """

    rule: Rule
    knot: Knot
    sweeps: int

    def balance(self, bases: Sequence[float], track: Track) -> bool:
        """Bring the knot into balance within `track`; tell whether it settled.

        From the bases, first by fixed point iteration; where that swings, by integrating dx/dt = F(x) - x (Potyka,
        KR 2018), whose rest points are the same.
        """
        start = [bases[node] for node in self.knot.nodes] + [0.0] * len(self.knot.looped)
        state, settled = self._iterated(bases, start, track)
        if not settled:
            state, settled = self._integrated(bases, start, track)
        self._put(state, track)
        return settled

    def enclose(self, bases: tuple[Sequence[float], Sequence[float]], tracks: tuple[Track, Track]) -> None:
        """Narrow [0, 1] to bounds of every balance of the knot.

        The lower bounds take low supporters and high attackers, the upper bounds the reverse: both only ever move
        towards each other, so that stopping early is sound.

        Args:
            bases: The lower and the upper base of every node.
            tracks: Where the lower and the upper bounds are put.
        """
        low, high = tracks
        least = [0.0] * (len(self.knot.nodes) + len(self.knot.looped))
        most = [1.0] * len(least)
        for _ in range(self.sweeps):
            self._put_bounds(least, most, tracks)
            raised = self._image(bases[0], low, high)
            lowered = self._image(bases[1], high, low)
            moved = max(_distance(raised, least), _distance(lowered, most))
            least, most = raised, lowered
            if moved <= SETTLED:
                break
        self._put_bounds(least, most, tracks)

    def _iterated(self, bases: Sequence[float], start: State, track: Track) -> tuple[State, bool]:
        before, state = start, start
        for _ in range(self.sweeps):
            following = self._following(bases, state, track)
            if _distance(following, state) <= SETTLED:
                return following, True
            if _distance(following, before) <= SETTLED:
                return start, False  # it swings between two states
            before, state = state, following
        return state, False

    def _integrated(self, bases: Sequence[float], start: State, track: Track) -> tuple[State, bool]:
        """Integrate by the classical Runge-Kutta method until all rests."""

        def slope(at: State) -> State:
            return [new - old for new, old in zip(self._following(bases, at, track), at, strict=True)]

        state, size = start, RK4_LARGEST
        for _ in range(2 * self.sweeps):
            first = slope(state)
            if max(map(abs, first)) <= RESTED:
                return state, True
            second = slope(_ahead(state, first, size / 2))
            third = slope(_ahead(state, second, size / 2))
            if _distance(third, second) > RK4_STIFF * _distance(second, first) + SETTLED:
                size /= 2  # the second and third slopes tell how stiff it is here (Hairer & Wanner, IV.2)
                continue
            fourth = slope(_ahead(state, third, size))
            four = zip(first, second, third, fourth, strict=True)
            state = _ahead(state, [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in four], size)
        return state, False

    def _following(self, bases: Sequence[float], state: State, track: Track) -> State:
        self._put(state, track)
        return self._image(bases, track, track)

    def _image(self, bases: Sequence[float], same: Track, cross: Track) -> State:
        """Return the state that follows from the one in the tracks: F(x)."""
        rule = self.rule
        nodes = [rule.node(node, bases[node], same, cross) for node in self.knot.nodes]
        return nodes + [rule.step(step, same, cross) for step in self.knot.looped]

    def _put(self, state: State, track: Track) -> None:
        """Write a state into a track, and compute the steps that follow from it, undercutters first."""
        self._write(state, track)
        for step in self.knot.steps:
            track.steps[step] = self.rule.step(step, track, track)

    def _put_bounds(self, least: State, most: State, tracks: tuple[Track, Track]) -> None:
        low, high = tracks
        self._write(least, low)
        self._write(most, high)
        for step in self.knot.steps:
            low.steps[step], high.steps[step] = self.rule.step(step, low, high), self.rule.step(step, high, low)

    def _write(self, state: State, track: Track) -> None:
        for position, node in enumerate(self.knot.nodes):
            track.nodes[node] = state[position]
        for position, step in enumerate(self.knot.looped, len(self.knot.nodes)):
            track.steps[step] = state[position]


def _ahead(state: State, slope: State, size: float) -> State:
    return [min(1.0, max(0.0, x + size * dx)) for x, dx in zip(state, slope, strict=True)]


def _distance(left: State, right: State) -> float:
    return max((abs(a - b) for a, b in zip(left, right, strict=True)), default=0.0)
