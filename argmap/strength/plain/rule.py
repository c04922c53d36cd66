"""What one statement of a plain graph comes to from the strengths of all others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from argmap.strength.plain.loops import LOOPS, Flow
from argmap.strength.published import weighted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.strength.plain.flat import Arrivals, Numbers
    from argmap.strength.published import Published


class Tracks(NamedTuple):
    """Strengths by vertex: as the bases lead to them, and the bounds of all that are possible.

    Up to the first cycle that leaves a gap between them, bounds are not written: they are the strengths.
    """

    point: Numbers
    low: Numbers
    high: Numbers


@dataclass(slots=True)
class Rule:
    """A plain graph under its semantics, vertex by vertex.

    `value` reads what helps from the track `same` and what harms from `cross`: with one track for both it computes
    strengths, with those of the lower and the upper bounds it computes bounds.

    Attributes:
        semantics: How pushes come to a strength.
        count: How many statements there are; the vertices after them are sets.
        base: The base of each statement.
        supports: What supports each.
        attacks: What attacks each.
        sets: The members of each set.
    """

    semantics: Published
    count: int
    base: Numbers
    supports: Arrivals
    attacks: Arrivals
    sets: list[list[int]]
    # Whether every edge just passes on the strength; aggregation and influence, at hand for speed.
    straight: bool = field(init=False)
    aggregate: Callable[[Sequence[float], Sequence[float]], float] = field(init=False)
    influence: Callable[[float, float], float] = field(init=False)

    def __post_init__(self) -> None:
        self.aggregate, self.influence = self.semantics.aggregate, self.semantics.influence
        usual = self.supports.weights is None and self.attacks.weights is None
        self.straight = usual and self.semantics.push is weighted and self.semantics.weight == 1.0

    def value(self, vertex: int, same: Numbers, cross: Numbers) -> float:
        """Return the strength of a statement; of a set that of the weakest member."""
        if vertex >= self.count:
            return min([same[member] for member in self.sets[vertex - self.count]])
        supports, attacks = self.pushes(self.supports, vertex, same), self.pushes(self.attacks, vertex, cross)
        if supports or attacks:
            return self.influence(self.base[vertex], self.aggregate(supports, attacks))
        return self.base[vertex]

    def run(self, vertices: Iterable[int], track: Numbers) -> None:
        """Compute vertices in a track, one after another; each may rest on those before."""
        loop = LOOPS.get(self.semantics.gathering) if self.straight and not self.sets else None
        if loop is not None:
            loop(Flow(self.base, self.supports, self.attacks, self.influence), vertices, track)
            return
        for vertex in vertices:
            track[vertex] = self.value(vertex, track, track)

    def pushes(self, side: Arrivals, node: int, track: Numbers) -> list[float]:
        """Return what each edge of one side does to a statement."""
        if self.straight:
            return [track[source] for source in side.items[side.start[node] : side.start[node + 1]]]
        push = self.semantics.push
        pairs = zip(side.row_weights(node, self.semantics.weight), side.row(node), strict=True)
        return [push(weight, track[source]) for weight, source in pairs]
