"""Large graphs by arrays: the same as in pure Python, whatever their shape."""

import time
from collections.abc import Callable
from itertools import pairwise
from math import isnan
from random import Random

import pytest

import argmap
from argmap.strength import EdgeError
from argmap.strength.plain import solver
from argmap.strength.plain.arrays import order
from argmap.strength.plain.arrays import solve as arrays
from argmap.strength.plain.arrays.solve import solve_arrays
from argmap.strength.plain.graph import KNOTTED, LARGE, Given, PlainGraph
from argmap.strength.plain.reading import find_semantics, read_graph
from argmap.strength.plain.solve import Solution, solve
from tests.strength.graphs import NAMES, Graph, made_up

EQUAL = 1e-9


@pytest.fixture(params=[1, order.WIDE, 10**9], ids=["whole levels", "as it comes", "one by one"])
def wide(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """From how many vertices on a level is computed at once."""
    monkeypatch.setattr(arrays, "WIDE", request.param)
    monkeypatch.setattr(order, "WIDE", request.param)
    return int(request.param)


def read(given: Given, semantics: str) -> PlainGraph:
    return read_graph(given, find_semantics(semantics))


def assert_equal(left: Solution, right: Solution) -> None:
    assert left.open == right.open
    for track, other in ((left.point, right.point), (left.low, right.low), (left.high, right.high)):
        for value, twin in zip(track, other, strict=True):
            if isnan(value):
                assert isnan(twin)
            else:
                assert value == pytest.approx(twin, rel=EQUAL, abs=EQUAL)


@pytest.mark.parametrize("acyclic", [True, False], ids=["acyclic", "cyclic"])
@pytest.mark.parametrize("semantics", NAMES)
def test_arrays_give_what_pure_python_gives(wide: int, semantics: str, *, acyclic: bool) -> None:
    for seed in range(6):
        graph = read(made_up(seed, semantics, 45, acyclic=acyclic).given, semantics)
        assert_equal(solve_arrays(graph), solve(graph))


def test_there_is_little_and_nothing_too(wide: int) -> None:
    bases: list[dict[str, float]] = [{}, {"a": 0.3}]
    for base in bases:
        graph = read(Given(base), "log-odds")
        assert_equal(solve_arrays(graph), solve(graph))


def test_many_small_cycles_are_solved_together(wide: int) -> None:
    # pairs that attack each other from all kinds of bases, some without one balance, and a statement that rests on each
    order = Random(3)
    base: dict[str, float] = {}
    supports: list[tuple[str, str]] = []
    attacks: list[tuple[str, str]] = []
    for number in range(30):
        left, right, above = (f"{word}{number}" for word in ("left", "right", "above"))
        base |= {left: order.choice([1.0, order.random()]), right: order.choice([1.0, order.random()]), above: 0.4}
        attacks += [(left, right), (right, left)]
        supports.append((left, above))
    for semantics in ("df-quad", "quadratic-energy", "log-odds"):
        graph = read(Given(base, supports, attacks), semantics)
        found = solve_arrays(graph)
        assert_equal(found, solve(graph))
        assert bool(found.open) == (semantics == "df-quad")


def test_cycles_behind_cycles_in_a_long_row(wide: int) -> None:
    names = [f"n{number}" for number in range(400)]
    attacks = [edge for pair in zip(names[::2], names[1::2], strict=True) for edge in (pair, pair[::-1])]
    supports = list(pairwise(names[::2]))
    graph = read(Given(dict.fromkeys(names, 0.7), supports, attacks), "quadratic-energy")
    assert_equal(solve_arrays(graph), solve(graph))


def test_an_edge_given_twice_is_found() -> None:
    base = {"a": 0.1, "b": 0.2}
    for given in (
        Given(base, [("a", "b"), ("a", "b")]),
        Given(base, (), (), (), [({"a", "b"}, "a"), (["b", "a"], "a")]),
    ):
        with pytest.raises(EdgeError, match="is given twice"):
            solve_arrays(read(given, "euler"))


def large(kind: str, size: int = LARGE, seed: int = 1) -> Graph:
    """A graph that is solved by arrays."""
    order = Random(seed)
    names = [f"n{number}" for number in range(size)]
    order.shuffle(names)
    base = {name: order.random() for name in names}
    links: set[tuple[int, int]] = set()
    for head in range(1, size):
        if kind == "chain":
            links.add((head - 1, head))
        else:
            links |= {(order.randrange(size if kind == "cyclic" else head), head) for _ in range(2)}
    edges = [(names[tail], names[head], order.choice([0.5, 1.0])) for tail, head in sorted(links)]
    return Graph(base, edges[::2], edges[1::2], [], [])


@pytest.mark.parametrize("kind", ["acyclic", "chain", "cyclic"])
@pytest.mark.parametrize("semantics", ["log-odds", "df-quad", "euler-top"])
def test_a_large_graph_is_the_same_with_and_without_numpy(
    monkeypatch: pytest.MonkeyPatch, semantics: str, kind: str
) -> None:
    graph = large(kind)
    by_arrays = argmap.strength.balance(*graph[:3], semantics)
    monkeypatch.setattr(solver, "HAS_ARRAYS", False)
    by_hand = argmap.strength.balance(*graph[:3], semantics)
    assert by_arrays.undetermined == by_hand.undetermined
    assert list(by_arrays.strengths) == list(graph.base)
    for name, value in by_hand.strengths.items():
        assert by_arrays.strengths[name] == pytest.approx(value, abs=EQUAL)


@pytest.mark.parametrize("kind", ["acyclic", "cyclic"])
@pytest.mark.parametrize("semantics", ["log-odds", "df-quad", "quadratic-energy"])
def test_no_order_shows_in_any_digit_of_a_large_graph(semantics: str, kind: str) -> None:
    graph = large(kind)
    other = graph.shuffled(Random(5))
    left, right = (argmap.strength.strengths(*one[:3], semantics) for one in (graph, other))
    assert left == right


def test_large_graphs_are_solved_by_arrays(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[int] = []

    def counted(solver: Callable[[PlainGraph], Solution]) -> Callable[[PlainGraph], Solution]:
        def run(graph: PlainGraph) -> Solution:
            called.append(graph.size)
            return solver(graph)

        return run

    monkeypatch.setattr(arrays, "solve_arrays", counted(arrays.solve_arrays))
    argmap.strength.strengths(*large("chain", 100)[:3])
    assert not called
    argmap.strength.strengths(*large("chain")[:3])
    assert called == [2 * LARGE - 1]
    ring = [f"n{number}" for number in range(KNOTTED)]
    around = list(zip(ring, ring[1:] + ring[:1], strict=True))
    for edges in (around[:-1], around):
        called.clear()
        argmap.strength.strengths(dict.fromkeys(ring, 0.6), attacks=edges)
        assert called == ([2 * KNOTTED] if edges is around else [])


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["acyclic", "chain", "cyclic"])
@pytest.mark.parametrize("semantics", ["log-odds", "df-quad", "euler"])
def test_a_hundred_thousand_statements_take_seconds(semantics: str, kind: str) -> None:
    graph = large(kind, 100_000)
    started = time.process_time()
    found = argmap.strength.strengths(*graph[:3], semantics)
    assert time.process_time() - started < 15.0  # it is about one; machines differ
    assert len(found) == 100_000
