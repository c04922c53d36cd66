"""The order in which to compute a large graph: levels of vertices that do not rest on each other, and knots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from argmap.strength.arrays_graph import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from argmap.strength.arrays_graph import Table
    from argmap.strength.arrays_rules import Integers

# A level with fewer vertices is handled one vertex at a time: below this, a call to numpy costs more than it saves.
WIDE = 40


@dataclass(frozen=True, slots=True)
class Levels:
    """Vertices in an order in which each follows what leads to it.

    Attributes:
        order: The vertices, level by level.
        ends: Where each level ends.
    """

    order: Integers
    ends: list[int]


def levels(leads_to: Table) -> Levels:
    """Peel a graph level by level (Kahn 1962), down to its cycles and what they lead to.

    Wide levels are peeled at once, narrow ones vertex by vertex, so that a chain of 10^6 vertices costs seconds.
    """
    count = len(leads_to.start) - 1
    waiting = np.bincount(leads_to.items, minlength=count)
    peeling = _Peeling(leads_to, waiting)
    order, ends, filled = np.empty(count, np.int64), [], 0
    level: Integers | list[int] = np.flatnonzero(waiting == 0)
    while len(level):
        order[filled : filled + len(level)] = level
        filled += len(level)
        ends.append(filled)
        level = peeling.narrow(level) if len(level) < WIDE else peeling.wide(np.asarray(level))
    return Levels(order[:filled], ends)


class _Peeling:
    """Takes level after level off a graph; `waiting` counts for each vertex the edges from what is still there."""

    def __init__(self, leads_to: Table, waiting: Integers) -> None:
        self._leads_to = leads_to
        self._waiting = waiting
        self._place = np.zeros(len(waiting), np.int64)
        self._views = leads_to.start.data, leads_to.items.data, waiting.data

    def wide(self, level: Integers) -> Integers:
        """Return the level after this one."""
        heads = self._leads_to.items[self._leads_to.flat(level)[0]]
        np.subtract.at(self._waiting, heads, 1)
        free = heads[self._waiting[heads] == 0]
        numbers = np.arange(len(free))
        self._place[free] = numbers
        once: Integers = free[self._place[free] == numbers]  # each where it occurs last
        return once

    def narrow(self, level: Integers | list[int]) -> list[int]:
        """Return the level after this one."""
        start, items, waiting = self._views
        free = []
        for vertex in level if isinstance(level, list) else level.tolist():
            for head in items[start[vertex] : start[vertex + 1]]:
                left = waiting[head] - 1
                waiting[head] = left
                if not left:
                    free.append(head)
        return free


@dataclass(frozen=True, slots=True)
class Parts:
    """The strongly connected parts of what peeling leaves, in an order in which to compute them.

    Attributes:
        members: The vertices of every part, part by part.
        start: Where each part begins in `members`; one more at the end.
        knotted: Whether each part is a knot: several vertices, or one that leads to itself.
        levels: The parts, level by level.
    """

    members: Integers
    start: Integers
    knotted: NDArray[np.bool_]
    levels: Levels


def parts(leads_to: Table, peeled: Levels) -> Parts:
    """Find the strongly connected parts among the vertices that peeling left."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    count = len(leads_to.start) - 1
    left = np.ones(count, np.bool_)
    left[peeled.order] = False
    vertices = np.flatnonzero(left)
    number = np.cumsum(left) - 1  # of each vertex among those left; whatever it leads to is left too
    where, counts = leads_to.flat(vertices)
    tails, heads = np.repeat(np.arange(len(vertices)), counts), number[leads_to.items[where]]
    start = np.concatenate([[0], np.cumsum(counts)])
    matrix = csr_array((np.ones(len(heads), np.int8), heads, start), shape=(len(vertices), len(vertices)))
    found, part = connected_components(matrix, directed=True, connection="strong")
    part = part.astype(np.int64)
    sizes = np.bincount(part, minlength=found)
    knotted = sizes > 1
    knotted[part[tails[tails == heads]]] = True
    between = part[tails] != part[heads]
    return Parts(
        members=vertices[np.argsort(part, kind="stable")],
        start=np.concatenate([[0], np.cumsum(sizes)]),
        knotted=knotted,
        levels=levels(table_of(part[tails[between]], part[heads[between]], found)),
    )
