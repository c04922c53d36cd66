"""The slope of one strength by every base at once: one backward pass over the network.

The slope of each single step and statement is measured, as a right-hand difference; nothing here knows a semantics.
Where a premise is just falling silent, or two are equally weak, such slopes are one-sided: look at swings as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.evaluate import Track

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.bench import Bench
    from argmap.strength.network import Knot

_STEP = 1e-7
_SETTLED = 1e-10
_SWEEPS = 1_000


def gradients(bench: Bench, target: int) -> list[float]:
    """Return for each node the right-hand derivative of the target's strength by the node's base.

    In a cycle the slopes are in balance with each other, and found by iteration.
    """
    adjoint = [0.0] * bench.dependencies.size
    own = [0.0] * bench.network.nodes
    adjoint[target] = 1.0
    measure = _Slopes(bench)
    wanted, first = bench.behind([target]), bench.network.nodes
    for entry in reversed(bench.network.plan):
        if entry < 0:
            knot = bench.network.knots[-1 - entry]
            if wanted[knot.nodes[0]]:
                _through_knot(measure, knot, adjoint)
        elif wanted[entry] and adjoint[entry]:
            _pass_on(measure.of(entry), adjoint, adjoint[entry])
    for node in range(first):
        if adjoint[node]:
            own[node] = adjoint[node] * measure.by_base(node)
    return own


class _Slopes:
    """Measures how a node or a step answers to each thing it is computed from."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.rule = bench.solution.rule
        start = bench.solution.point
        self.track = Track(list(start.nodes), list(start.steps))
        self.first = bench.network.nodes

    def of(self, place: int) -> list[tuple[int, float]]:
        """Return what a place rests on, with the slope of its value by each."""
        before = self._value(place)
        found = []
        for below in dict.fromkeys(self.bench.dependencies.of(place)):
            values, number = (self.track.nodes, below) if below < self.first else (self.track.steps, below - self.first)
            kept = values[number]
            values[number] = kept + _STEP
            found.append((below, (self._value(place) - before) / _STEP))
            values[number] = kept
        return found

    def by_base(self, node: int) -> float:
        """Return the slope of a node's value by its own base."""
        base = self.bench.bases[node]
        return (self._value(node, base + _STEP) - self._value(node, base)) / _STEP

    def _value(self, place: int, base: float | None = None) -> float:
        track = self.track
        if place >= self.first:
            return self.rule.step(place - self.first, track, track)
        return self.rule.node(place, self.bench.bases[place] if base is None else base, track, track)


def _pass_on(slopes: Sequence[tuple[int, float]], adjoint: list[float], by: float) -> None:
    for below, one in slopes:
        adjoint[below] += by * one


def _through_knot(measure: _Slopes, knot: Knot, adjoint: list[float]) -> None:
    """Bring the adjoints within a knot into balance, then pass them on to what lies below it."""
    first = measure.first
    inside = [*knot.nodes, *(first + step for step in (*knot.steps, *knot.looped))]
    member = set(inside)
    slopes = {place: measure.of(place) for place in inside}
    seed = {place: adjoint[place] for place in inside}
    now = dict(seed)
    for _ in range(_SWEEPS):
        following = dict(seed)
        for place in inside:
            for below, one in slopes[place]:
                if below in member:
                    following[below] += now[place] * one
        following = {place: (now[place] + value) / 2.0 for place, value in following.items()}
        moved = max(abs(following[place] - now[place]) for place in inside)
        now = following
        if moved <= _SETTLED:
            break
    else:
        now = seed  # a circle in which slopes amplify each other: what it is told from outside is all that is known
    for place in inside:
        adjoint[place] = now[place]
        _pass_on([(below, one) for below, one in slopes[place] if below not in member], adjoint, now[place])
