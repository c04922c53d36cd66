"""The order in which to compute a large graph: levels of vertices that do not rest on each other, and its knots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from argmap.strength.plain.arrays.graph import table_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from argmap.strength.plain.arrays.graph import Table
    from argmap.strength.plain.arrays.rules import Integers

# A level with fewer vertices is handled one vertex at a time: below this, a call to numpy costs more than it saves.
WIDE = 40

# An order in which each vertex follows what leads to it: wide levels, each an array of vertices that do not rest on each
# other, and between them narrow ones, put together to lists in which each vertex may rest on those before.
Runs: TypeAlias = "list[Integers | list[int]]"


def runs(leads_to: Table) -> Runs:
    """Peel a graph level by level (Kahn 1962), down to its cycles and what they lead to.

    Wide levels are peeled at once, narrow ones vertex by vertex, so that a chain of 10^6 vertices costs seconds.
    """
    waiting = np.bincount(leads_to.items, minlength=len(leads_to.start) - 1)
    peeling = _Peeling(leads_to, waiting)
    found: Runs = []
    level: Integers | list[int] = np.flatnonzero(waiting == 0)
    while len(level):
        if len(level) >= WIDE:
            wide = np.asarray(level)
            found.append(wide)
            level = peeling.wide(wide)
        else:
            narrow: list[int] = []
            found.append(narrow)
            level = peeling.narrow(level, narrow)
    return found


class _Peeling:
    """Takes level after level off a graph; `waiting` counts for each vertex the edges from what is still there."""

    def __init__(self, leads_to: Table, waiting: Integers) -> None:
        self._leads_to = leads_to
        self._waiting = waiting
        self._place = np.zeros(len(waiting), np.int64)

    def wide(self, level: Integers) -> Integers:
        """Return the level after this one."""
        heads = self._leads_to.items[self._leads_to.flat(level)[0]]
        np.subtract.at(self._waiting, heads, 1)
        free = heads[self._waiting[heads] == 0]
        numbers = np.arange(len(free))
        self._place[free] = numbers
        once: Integers = free[self._place[free] == numbers]  # each where it occurs last
        return once

    def narrow(self, level: Integers | list[int], run: list[int]) -> list[int]:
        """Put this level, and those after it as long as they are narrow, into a run; return the one after them."""
        (start, items), waiting = self._leads_to.lists, self._waiting.data
        level = level if isinstance(level, list) else level.tolist()
        while level and len(level) < WIDE:
            run += level
            free = []
            for vertex in level:
                for head in items[start[vertex] : start[vertex + 1]]:
                    left = waiting[head] - 1
                    waiting[head] = left
                    if not left:
                        free.append(head)
            level = free
        return level


@dataclass(frozen=True, slots=True)
class Parts:
    """The strongly connected parts of what peeling leaves, in an order in which to compute them.

    Attributes:
        members: The vertices of every part, part by part.
        start: Where each part begins in `members`; one more at the end.
        knotted: Whether each part is a knot: several vertices, or one that leads to itself.
        runs: The parts in that order.
    """

    members: Integers
    start: Integers
    knotted: NDArray[np.bool_]
    runs: Runs


def parts(leads_to: Table, peeled: Runs) -> Parts:
    """Find the strongly connected parts among the vertices that peeling left."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    count = len(leads_to.start) - 1
    left = np.ones(count, np.bool_)
    for run in peeled:
        left[run] = False
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
        runs=runs(table_of(part[tails[between]], part[heads[between]], found)),
    )
