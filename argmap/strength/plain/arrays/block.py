"""Many vertices of a plain graph computed at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from argmap.strength.plain.arrays.rules import OPERATIONS, influence_of, prepared, push_of

if TYPE_CHECKING:
    from argmap.strength.plain.arrays.graph import ArrayGraph, Side, Table
    from argmap.strength.plain.arrays.rules import Floats, Integers


class Block:
    """Some vertices with what comes into them laid out row after row, to be computed any number of times."""

    def __init__(self, graph: ArrayGraph, vertices: Integers) -> None:
        """Gather what comes in.

        Args:
            graph: The graph.
            vertices: The vertices, statements or sets, in ascending order or not.
        """
        is_set = vertices >= graph.count
        some = bool(is_set.any())
        self.nodes = vertices[~is_set] if some else vertices
        self.sets = vertices[is_set] if some else vertices[:0]
        self._members = _Rows(graph.sets, self.sets - graph.count)
        self._supports = _Side(graph, graph.supports, self.nodes)
        self._attacks = _Side(graph, graph.attacks, self.nodes)
        self._base = prepared(graph.plain.semantics, graph.base[self.nodes])
        self._product = graph.plain.semantics.gathering == "product"
        self._influence = influence_of(graph.plain.semantics)

    def compute(self, same: Floats, cross: Floats) -> None:
        """Write what the vertices come to into the track `same`; none of them may rest on another of them."""
        if len(self.nodes):
            same[self.nodes] = self.image(same, cross)
        self.put_sets(same)

    def put_sets(self, track: Floats) -> None:
        """Write what the sets come to, the least of their members, into a track."""
        if len(self.sets):
            track[self.sets] = self._members.reduce(np.minimum, track.take(self._members.items), 0.0)

    def image(self, same: Floats, cross: Floats) -> Floats:
        """Return what the statements come to: what helps is read from the track `same`, what harms from `cross`."""
        supports, attacks = self._supports.gathered(same), self._attacks.gathered(cross)
        moved = attacks - supports if self._product else supports - attacks
        return self._influence(self._base, moved)


class _Rows:
    """Some rows of a table, laid out one after another."""

    def __init__(self, table: Table, rows: Integers) -> None:
        self.where, counts = table.flat(rows)
        self.items = table.items[self.where]
        self._filled = np.flatnonzero(counts)
        self._starts = (np.cumsum(counts) - counts)[self._filled]
        self._row = np.repeat(np.arange(len(rows)), counts)
        self._count = len(rows)

    def reduce(self, operation: np.ufunc, values: Floats, none: float) -> Floats:
        """Reduce the values of each row to one; an empty row gives `none`."""
        if not len(values):
            return np.full(self._count, none)
        if operation is np.add:  # the same, and several times as fast
            return np.bincount(self._row, weights=values, minlength=self._count).astype(np.float64, copy=False)
        reduced: Floats = operation.reduceat(values, self._starts)
        if len(self._filled) == self._count:
            return reduced
        result = np.full(self._count, none)
        result[self._filled] = reduced
        return result


class _Side:
    """All supports, or all attacks, of some statements."""

    def __init__(self, graph: ArrayGraph, side: Side, nodes: Integers) -> None:
        semantics = graph.plain.semantics
        self._rows = _Rows(side.table, nodes)
        self._weights = semantics.weight if side.weights is None else side.weights[self._rows.where]
        self._push = push_of(semantics)
        self._operation, self._none = OPERATIONS[semantics.gathering]
        self._product = semantics.gathering == "product"

    def gathered(self, track: Floats) -> Floats:
        """Return what the pushes on each statement come to."""
        pushes = self._push(self._weights, track.take(self._rows.items))
        return self._rows.reduce(self._operation, 1.0 - pushes if self._product else pushes, self._none)
