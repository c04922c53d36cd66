"""Graphs over integers: components and reachability, each in one pass and without recursion."""

from __future__ import annotations

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
        items += one
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


def components(graph: Rows) -> list[list[int]]:  # noqa: C901 one loop, for speed
    """Return the strongly connected components, each sorted, successors before what leads to them.

    Tarjan's algorithm (1972) with a path of its own, so that a chain of 10^5 vertices costs no recursion.
    Where edges lead from a thing to what it depends on, the result is an order in which to compute.
    """
    start, heads = graph
    index = [0] * graph.size  # when a vertex was met, from 1; 0 for not yet
    low = [0] * graph.size  # the earliest open vertex known to be reached from it
    edge = start[:-1]  # the next edge to follow of each vertex (a copy)
    still_open = [False] * graph.size  # whether it stands on the stack, its component not known yet
    stack: list[int] = []
    found: list[list[int]] = []
    met = 0
    for root in range(graph.size):
        path = [] if index[root] else [root]
        while path:
            vertex = path[-1]
            if not index[vertex]:
                met += 1
                index[vertex] = low[vertex] = met
                stack.append(vertex)
                still_open[vertex] = True
            fresh = -1
            for position in range(edge[vertex], start[vertex + 1]):
                head = heads[position]
                if not index[head]:
                    fresh = head
                    edge[vertex] = position + 1
                    break
                if still_open[head] and index[head] < low[vertex]:
                    low[vertex] = index[head]
            if fresh >= 0:
                path.append(fresh)
                continue
            path.pop()
            if path and low[vertex] < low[path[-1]]:
                low[path[-1]] = low[vertex]
            if low[vertex] == index[vertex]:
                found.append(_taken_off(stack, vertex))
                for member in found[-1]:
                    still_open[member] = False
    return found


def _taken_off(stack: list[int], vertex: int) -> list[int]:
    """Take a vertex and all above it off a stack and return them, sorted."""
    if stack[-1] == vertex:
        return [stack.pop()]
    first = len(stack) - 1
    while stack[first] != vertex:
        first -= 1
    taken = stack[first:]
    del stack[first:]
    taken.sort()
    return taken
