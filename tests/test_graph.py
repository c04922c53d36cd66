"""Graphs over integers."""

from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import graph

Edges = list[tuple[int, int]]


def test_rows_keep_their_lengths() -> None:
    made = graph.rows([[1, 2], [], [0]])
    assert [made.of(row) for row in range(made.size)] == [[1, 2], [], [0]]


def test_components_come_successors_first() -> None:
    # 0 -> 1 <-> 2 -> 3, and 4 alone
    made = graph.from_pairs(5, [(0, 1), (1, 2), (2, 1), (2, 3)])
    assert graph.components(made) == [[3], [1, 2], [0], [4]]


def test_an_edge_to_itself_is_a_cycle() -> None:
    made = graph.from_pairs(2, [(0, 0)])
    assert graph.is_cyclic(made, [0])
    assert not graph.is_cyclic(made, [1])


def test_reachable_and_reverse() -> None:
    made = graph.from_pairs(4, [(0, 1), (1, 2), (3, 2)])
    assert graph.reachable(made, [0]) == [True, True, True, False]
    assert graph.reachable(graph.reverse(made), [2]) == [True] * 4


@pytest.mark.parametrize("closed", [False, True])
def test_a_chain_of_100_000_needs_no_recursion(*, closed: bool) -> None:
    count = 100_000
    pairs = [(v, v + 1) for v in range(count - 1)] + ([(count - 1, 0)] if closed else [])
    made = graph.from_pairs(count, pairs)
    assert len(graph.components(made)) == (1 if closed else count)
    assert any(graph.is_cyclic(made, component) for component in graph.components(made)) == closed
    assert all(graph.reachable(made, [0]))


COUNT = 8
edges = st.lists(st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)), max_size=20)


@given(edges)
def test_components_are_what_reaches_each_other(pairs: Edges) -> None:
    made = graph.from_pairs(COUNT, pairs)
    reach = [graph.reachable(made, [v]) for v in range(COUNT)]
    together = {tuple(w for w in range(COUNT) if reach[v][w] and reach[w][v]) for v in range(COUNT)}
    found = graph.components(made)
    assert {tuple(component) for component in found} == together
    position = {v: number for number, component in enumerate(found) for v in component}
    assert all(position[head] <= position[tail] for tail, head in pairs)


@given(edges)
def test_a_graph_without_cyclic_components_can_be_put_in_order(pairs: Edges) -> None:
    made = graph.from_pairs(COUNT, pairs)
    sorter = TopologicalSorter({vertex: set(made.of(vertex)) for vertex in range(COUNT)})
    try:
        sorter.prepare()
        ordered = True
    except CycleError:
        ordered = False
    assert any(graph.is_cyclic(made, component) for component in graph.components(made)) != ordered
