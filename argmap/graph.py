"""Graphs over integers: components, orders and reachability, each in one pass and without recursion."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Rows(NamedTuple):
    """Rows of integers of different lengths in two flat lists (compressed sparse rows).

    Row `i` is `items[start[i]:start[i + 1]]`. As a graph, row `i` holds the successors of vertex `i`.
    """

    start: list[int]
    items: list[int]

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.start) - 1

    def of(self, row: int) -> list[int]:
        """Return one row."""
        return self.items[self.start[row] : self.start[row + 1]]


def rows(lists: Iterable[Sequence[int]]) -> Rows:
    """Lay lists of integers end to end."""
    start = [0]
    items: list[int] = []
    for one in lists:
        items.extend(one)
        start.append(len(items))
    return Rows(start, items)


def from_pairs(count: int, pairs: Iterable[tuple[int, int]]) -> Rows:
    """Return the graph on 0…count-1 with an edge for each pair, in the order of the pairs."""
    lists: list[list[int]] = [[] for _ in range(count)]
    for tail, head in pairs:
        lists[tail].append(head)
    return rows(lists)


def reverse(graph: Rows) -> Rows:
    """Return the graph with every edge turned round."""
    tails = ((tail, head) for tail in range(graph.size) for head in graph.of(tail))
    return from_pairs(graph.size, ((head, tail) for tail, head in tails))


def topological_order(graph: Rows) -> list[int] | None:
    """Return the vertices so that every edge leads forward (Kahn 1962), or None where there is a cycle."""
    waiting = [0] * graph.size
    for head in graph.items:
        waiting[head] += 1
    ready = deque(vertex for vertex, left in enumerate(waiting) if left == 0)
    order = []
    while ready:
        vertex = ready.popleft()
        order.append(vertex)
        for head in graph.of(vertex):
            waiting[head] -= 1
            if waiting[head] == 0:
                ready.append(head)
    return order if len(order) == graph.size else None


def reachable(graph: Rows, starts: Iterable[int]) -> list[bool]:
    """Tell for each vertex whether a path leads to it from one of `starts` (which reach themselves)."""
    seen = [False] * graph.size
    stack = list(starts)
    while stack:
        vertex = stack.pop()
        if not seen[vertex]:
            seen[vertex] = True
            stack.extend(graph.of(vertex))
    return seen


def is_cyclic(graph: Rows, component: Sequence[int]) -> bool:
    """Tell whether a strongly connected component holds a cycle: several vertices, or one with an edge to itself."""
    return len(component) > 1 or component[0] in graph.of(component[0])


def components(graph: Rows) -> list[list[int]]:
    """Return the strongly connected components, each sorted, successors before what leads to them.

    Tarjan's algorithm (1972) with a stack of its own, so that a chain of 10^5 vertices costs no recursion.
    Where edges lead from a thing to what it depends on, the result is an order in which to compute.
    """
    walk = _Walk(graph)
    for root in range(graph.size):
        if walk.index[root] < 0:
            walk.explore(root)
    return walk.found


class _Walk:
    """The state of Tarjan's depth-first walk."""

    def __init__(self, graph: Rows) -> None:
        self.graph = graph
        self.index = [-1] * graph.size  # when a vertex was first met
        self.low = [0] * graph.size  # the earliest open vertex that is reached from it
        self.edge = graph.start[:-1]  # the next edge to follow (a copy: slicing makes one)
        self.open = [False] * graph.size
        self.stack: list[int] = []
        self.met = 0
        self.found: list[list[int]] = []

    def explore(self, root: int) -> None:
        """Walk everything that is reached from `root` and was not met before."""
        path = [self._enter(root)]
        while path:
            vertex = path[-1]
            fresh = self._advance(vertex)
            if fresh is not None:
                path.append(self._enter(fresh))
                continue
            path.pop()
            if path:
                self.low[path[-1]] = min(self.low[path[-1]], self.low[vertex])
            if self.low[vertex] == self.index[vertex]:
                self._close(vertex)

    def _enter(self, vertex: int) -> int:
        self.index[vertex] = self.low[vertex] = self.met
        self.met += 1
        self.stack.append(vertex)
        self.open[vertex] = True
        return vertex

    def _advance(self, vertex: int) -> int | None:
        """Follow the edges of a vertex until one leads to a vertex not met before."""
        start, items = self.graph
        for position in range(self.edge[vertex], start[vertex + 1]):
            head = items[position]
            if self.index[head] < 0:
                self.edge[vertex] = position + 1
                return head
            if self.open[head]:
                self.low[vertex] = min(self.low[vertex], self.index[head])
        self.edge[vertex] = start[vertex + 1]
        return None

    def _close(self, vertex: int) -> None:
        first = len(self.stack) - 1
        while self.stack[first] != vertex:
            first -= 1
        component = self.stack[first:]
        del self.stack[first:]
        for member in component:
            self.open[member] = False
        component.sort()
        self.found.append(component)
