"""Balance within one strongly connected part of a plain graph, where every statement rests on every other.

As in the networks of maps (argmap.strength.knots) all statements move at once, from the state before, and nothing
depends on the order in which anything was given. Here bounds come first: where they meet, there is one balance only.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nan
from typing import TYPE_CHECKING

from argmap.strength.constants import MET, RK4_LARGEST, RK4_STIFF, SETTLED

if TYPE_CHECKING:
    from argmap.strength.plain.flat import Numbers
    from argmap.strength.plain.rule import Rule, Tracks

# How far a sweep still moves anything:
STALLED = 1e-9  # bounds are not narrowed any further
RESTED = 1e-11  # the Runge-Kutta method has come to rest
ENOUGH = 1e-9  # either is taken to have, where it has no sweeps left
MET_WELL = MET / 10  # bounds as near as this to each other are near enough
RUNAWAY = 1e12  # a semantics without bounds has run away when a strength is beyond this
# Each method may go so often over a knot, however large, never more often than that, and in between evaluate so many
# statements in all knots of a graph.
SWEEPS_LEAST, SWEEPS_MOST, EVALUATIONS = 150, 1_000, 500_000

State = list[float]


@dataclass(frozen=True, slots=True)
class Knot:
    """The search for the balance of one knot. What lies outside of it is computed, and stands in the tracks.

    Attributes:
        rule: What a statement comes to.
        nodes: The statements of the knot.
        sets: The sets of the knot, as vertices; they have no state of their own.
        sweeps: How often each method may go over the knot.
    """

    rule: Rule
    nodes: list[int]
    sets: list[int]
    sweeps: int

    def solve(self, tracks: Tracks) -> bool:
        """Find bounds and balance and put them in the tracks; tell whether there is a balance (if not, NaN is put).

        Where bounds meet, the balance is looked for between them, else from the bases.
        """
        point, low, high = tracks
        start, met = [self.rule.base[node] for node in self.nodes], False
        if self.rule.semantics.bounded:
            met = self.enclose(tracks)
        if met:
            start = [(low[node] + high[node]) / 2 for node in self.nodes]
        state, settled = self._iterated(start, point)
        if not settled:
            state, settled = self._integrated(start, point)
        if not settled:
            state = start if met else [nan] * len(start)
        self._put(state, point)
        if met:
            self._put(state, low)
            self._put(state, high)
        return settled or met

    def enclose(self, tracks: Tracks) -> bool:
        """Narrow [0, 1] to bounds of every balance, put them in the tracks, and tell whether they meet.

        The lower bounds take low supporters and high attackers, the upper bounds the reverse: both only ever move
        towards each other, so that stopping early is sound.
        """
        _, low, high = tracks
        least, most = [0.0] * len(self.nodes), [1.0] * len(self.nodes)
        for _ in range(self.sweeps):
            self._put_both(least, most, tracks)
            raised = [self.rule.value(node, low, high) for node in self.nodes]
            lowered = [self.rule.value(node, high, low) for node in self.nodes]
            moved = max(_distance(raised, least), _distance(lowered, most))
            least, most = raised, lowered
            if moved <= STALLED or _distance(least, most) <= MET_WELL:
                break
        self._put_both(least, most, tracks)
        return _distance(least, most) <= MET

    def _iterated(self, start: State, track: Numbers) -> tuple[State, bool]:
        """Iterate to a fixed point."""
        before, state, moved = start, start, inf
        for _ in range(self.sweeps):
            following = self._image(state, track)
            moved = _distance(following, state)
            if moved <= SETTLED:
                return following, True
            if _distance(following, before) <= SETTLED or _ran_away(following):
                return start, False  # it swings between two states, or grows without end
            before, state = state, following
        return state, moved <= ENOUGH

    def _integrated(self, start: State, track: Numbers) -> tuple[State, bool]:
        """Integrate dx/dt = F(x) - x (Potyka, KR 2018) until all rests, by the classical Runge-Kutta method.

        Its rest points are the fixed points of F, and it reaches some where the iteration swings for ever.
        """
        state, size, speed = start, RK4_LARGEST, inf
        for _ in range(self.sweeps):
            first = self._slope(state, track)
            speed = max(map(abs, first))
            if speed <= RESTED or _ran_away(first):
                return state, speed <= RESTED
            second = self._slope(self._ahead(state, first, size / 2), track)
            third = self._slope(self._ahead(state, second, size / 2), track)
            if _distance(third, second) > RK4_STIFF * _distance(second, first) + SETTLED:
                size /= 2  # the second and third slopes tell how stiff it is here (Hairer & Wanner, IV.2)
                continue
            fourth = self._slope(self._ahead(state, third, size), track)
            four = zip(first, second, third, fourth, strict=True)
            state = self._ahead(state, [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in four], size)
        return state, speed <= ENOUGH

    def _slope(self, state: State, track: Numbers) -> State:
        return [new - old for new, old in zip(self._image(state, track), state, strict=True)]

    def _image(self, state: State, track: Numbers) -> State:
        """Return the state that follows from one: F(x)."""
        self._put(state, track)
        return [self.rule.value(node, track, track) for node in self.nodes]

    def _ahead(self, state: State, slope: State, size: float) -> State:
        least, most = self.rule.semantics.lowest, self.rule.semantics.highest
        return [min(most, max(least, x + size * dx)) for x, dx in zip(state, slope, strict=True)]

    def _put(self, state: State, track: Numbers) -> None:
        """Write a state into a track, and what sets come to by it."""
        for node, value in zip(self.nodes, state, strict=True):
            track[node] = value
        for vertex in self.sets:
            track[vertex] = self.rule.value(vertex, track, track)

    def _put_both(self, least: State, most: State, tracks: Tracks) -> None:
        self._put(least, tracks.low)
        self._put(most, tracks.high)


def sweeps_for(size: int) -> int:
    """Return how often each method may go over a knot, where all knots of a graph together have this size."""
    return max(SWEEPS_LEAST, min(SWEEPS_MOST, EVALUATIONS // max(1, size)))


def _ran_away(state: State) -> bool:
    return not all(-RUNAWAY < value < RUNAWAY for value in state)


def _distance(left: State, right: State) -> float:
    return max(abs(a - b) for a, b in zip(left, right, strict=True))
