"""What one statement of a plain graph comes to from the strengths of all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from argmap.strength.published import weighted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.published import Published


class Numbers(Protocol):
    """A number for each vertex: a list, or a view of an array."""

    def __getitem__(self, index: int, /) -> float:
        """Return one number."""

    def __setitem__(self, index: int, value: float, /) -> None:
        """Put one number."""


class Lists(Protocol):
    """A list of integers for each vertex: a list of lists, or a view of an array."""

    def __getitem__(self, index: int, /) -> Sequence[int]:
        """Return one list."""


class Weights(Protocol):
    """A list of weights for each vertex."""

    def __getitem__(self, index: int, /) -> Sequence[float]:
        """Return one list."""


class Incoming(NamedTuple):
    """What supports, or what attacks, each statement; `weights` is None where every edge has the usual one."""

    sources: Lists
    weights: Weights | None


class Tracks(NamedTuple):
    """Strengths by vertex: as the bases lead to them, and the bounds of all that are possible.

    Up to the first cycle that leaves a gap between them, bounds are not written: they are the strengths.
    """

    point: Numbers
    low: Numbers
    high: Numbers


@dataclass(frozen=True, slots=True)
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
    supports: Incoming
    attacks: Incoming
    sets: Lists

    def value(self, vertex: int, same: Numbers, cross: Numbers) -> float:
        """Return the strength of a statement; of a set that of the weakest member."""
        if vertex >= self.count:
            return min([same[member] for member in self.sets[vertex - self.count]])
        supports = self._pushes(self.supports, vertex, same)
        attacks = self._pushes(self.attacks, vertex, cross)
        semantics = self.semantics
        if supports or attacks:
            return semantics.influence(self.base[vertex], semantics.aggregate(supports, attacks))
        return self.base[vertex]

    def _pushes(self, side: Incoming, vertex: int, track: Numbers) -> list[float]:
        push, usual = self.semantics.push, self.semantics.weight
        sources = side.sources[vertex]
        if side.weights is not None:
            pairs = zip(side.weights[vertex], sources, strict=True)
            return [push(weight, track[source]) for weight, source in pairs]
        if push is weighted:  # the published ones, where the usual weight is 1
            return [track[source] for source in sources]
        return [push(usual, track[source]) for source in sources]
