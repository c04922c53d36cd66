"""A plain graph as arrays: what comes into each vertex, what it leads to, and single vertices seen from Python."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

import numpy as np

from argmap.strength.plain.edges import repeated
from argmap.strength.plain.flat import Arrivals
from argmap.strength.plain.rule import Rule

if TYPE_CHECKING:
    from argmap.strength.plain.arrays.rules import Floats, Integers
    from argmap.strength.plain.flat import Numbers
    from argmap.strength.plain.graph import PlainGraph
    from argmap.strength.plain.graph import Side as Columns


@dataclass(frozen=True)
class Table:
    """Rows of different lengths (compressed sparse rows); as a graph, row `v` holds the successors of vertex `v`."""

    start: Integers
    items: Integers

    @cached_property
    def lists(self) -> tuple[list[int], list[int]]:
        """Both columns as lists, which Python reads several times as fast."""
        return self.start.tolist(), self.items.tolist()

    def flat(self, rows: Integers) -> tuple[Integers, Integers]:
        """Return where the items of these rows lie, row after row, and how many each row has."""
        counts = self.start[rows + 1] - self.start[rows]
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        return np.arange(total) + np.repeat(self.start[rows] - ends + counts, counts), counts


@dataclass(frozen=True, slots=True)
class Side:
    """All supports, or all attacks, by the statement they go to."""

    table: Table
    weights: Floats | None

    def lists(self) -> Arrivals:
        """Return the same as lists."""
        start, items = self.table.lists
        return Arrivals(start, items, None if self.weights is None else self.weights.tolist())


@dataclass(frozen=True)
class ArrayGraph:
    """A plain graph as arrays.

    Attributes:
        plain: What it was made from.
        base: The base of each statement.
        supports: What supports each.
        attacks: What attacks each.
        sets: The members of each set.
        leads_to: What each vertex is needed for.
    """

    plain: PlainGraph
    base: Floats
    supports: Side
    attacks: Side
    sets: Table
    leads_to: Table

    @cached_property
    def rule(self) -> Rule:
        """The same graph for one vertex at a time."""
        sides = self.supports.lists(), self.attacks.lists()
        return Rule(self.plain.semantics, self.count, self.plain.base, *sides, self.plain.sets)

    @property
    def count(self) -> int:
        """How many statements there are."""
        return len(self.base)

    @property
    def vertices(self) -> int:
        """How many statements and sets there are."""
        return len(self.leads_to.start) - 1


def array_graph(plain: PlainGraph) -> ArrayGraph:
    """Lay a graph out as arrays.

    Raises:
        EdgeError: An edge is given twice.
    """
    base, rank = np.array(plain.base), _rank(plain)
    supports = _arrivals(plain, plain.supports, rank, "supports")
    attacks = _arrivals(plain, plain.attacks, rank, "attacks")
    sizes = np.fromiter(map(len, plain.sets), np.int64, len(plain.sets))
    sets = Table(_starts(sizes), np.array([member for members in plain.sets for member in members], np.int64))
    owners = np.repeat(np.arange(len(base), len(base) + len(sizes)), sizes)
    tails = np.concatenate([supports.table.items, attacks.table.items, sets.items])
    heads = np.concatenate([_heads(supports.table), _heads(attacks.table), owners])
    leads_to = table_of(tails, heads, len(base) + len(sizes))
    return ArrayGraph(plain, base, supports, attacks, sets, leads_to)


def seen(numbers: Floats) -> Numbers:
    """Return numbers as Python reads and writes them one by one, several times as fast as through numpy."""
    return cast("Numbers", numbers.data)


def table_of(tails: Integers, heads: Integers, count: int) -> Table:
    """Return the graph on 0…count-1 with these edges."""
    order = np.argsort(tails, kind="stable")
    return Table(_starts(np.bincount(tails, minlength=count)), heads[order])


def _rank(plain: PlainGraph) -> Integers:
    """Return the place of each vertex in an order that the order of the input has no part in."""
    order = sorted(range(len(plain.names)), key=plain.names.__getitem__)
    rank = np.empty(len(order) + len(plain.sets), np.int64)
    rank[order] = np.arange(len(order))
    by_members = [sorted(rank[members].tolist()) for members in plain.sets]
    order_of_sets = np.array(sorted(range(len(by_members)), key=by_members.__getitem__), np.int64)
    rank[len(order) + order_of_sets] = np.arange(len(order), len(rank))
    return rank


def _arrivals(plain: PlainGraph, side: Columns, rank: Integers, word: str) -> Side:
    """Sort edges by where they go and by the rank of where they come from: then their order shows in no rounding."""
    sources, targets = np.asarray(side.sources), np.asarray(side.targets)
    order = np.argsort(targets * len(rank) + rank[sources])
    sources, targets = sources[order], targets[order]
    twice = np.flatnonzero((sources[1:] == sources[:-1]) & (targets[1:] == targets[:-1]))
    if len(twice):
        repeated(plain, word, int(sources[twice[0]]), int(targets[twice[0]]))
    start = _starts(np.bincount(targets, minlength=len(plain.names)))
    weights = None if side.weights is None else np.asarray(side.weights)[order]
    return Side(Table(start, sources), weights)


def _heads(table: Table) -> Integers:
    return np.repeat(np.arange(len(table.start) - 1), np.diff(table.start))


def _starts(counts: Integers) -> Integers:
    start = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=start[1:])
    return start
