"""Solve one made-up graph once and print how long it took: python _solve.py SOLVER SHAPE SIZE SEMANTICS.

It is run in a process of its own, by the Python that has the solver. Timed is the processor, from dicts and lists of
pairs to a dict of strengths, with everything the solver builds on the way, after a first run on a smaller graph that
imports what it needs. What takes little is solved several times, and the shortest time counts: whatever is longer was
lent to others. All of them run on one core, so that on an idle machine this is what one waits for.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

import _graphs

if TYPE_CHECKING:
    from collections.abc import Callable

    Solver = Callable[[_graphs.Graph, str], dict[str, float]]

FIRST = 4_000  # the size of the graph that comes first
SAMPLE = 500  # so many strengths are printed, to compare
ENOUGH = 0.5  # seconds after which a graph is not solved once more,
MOST = 9  # nor more often than this


def argmap() -> Solver:
    """Return argmap's own way in."""
    from argmap.strength.plain import solver

    return lambda graph, semantics: solver.strengths(*graph, semantics)


def without_numpy() -> Solver:
    """Return argmap's way in as it is where numpy is not installed."""
    from argmap.strength.plain import solver

    solver.HAS_ARRAYS = False
    return lambda graph, semantics: solver.strengths(*graph, semantics)


def formal_argumentation() -> Solver:
    """Return the fastest of what formal-argumentation has for a semantics."""
    from argumentation.gradual import dfquad, gradual  # type: ignore[import-not-found]

    def solve(graph: _graphs.Graph, semantics: str) -> dict[str, float]:
        base, supports, attacks = graph
        made = gradual.WeightedBipolarGraph(
            arguments=frozenset(base),
            initial_weights=base,
            attacks=frozenset(attacks),
            supports=frozenset(supports),
        )
        by = dfquad.dfquad_strengths if semantics == "df-quad" else gradual.quadratic_energy_strengths_discrete
        found: dict[str, float] = by(made).strengths
        return found

    return solve


SOLVERS: dict[str, Callable[[], Solver]] = {
    "argmap": argmap,
    "argmap without numpy": without_numpy,
    "plain Python": lambda: _graphs.plain_python,
    "formal-argumentation": formal_argumentation,
}


def main(name: str, shape: str, size: int, semantics: str) -> dict[str, Any]:
    """Solve, and return the seconds and a sample of the strengths."""
    solve = SOLVERS[name]()
    solve(_graphs.made_up(shape, FIRST), semantics)
    graph = _graphs.made_up(shape, size)
    found: dict[str, float] = {}
    seconds: list[float] = []
    while sum(seconds) < ENOUGH and len(seconds) < MOST:
        started = time.process_time()
        found = solve(graph, semantics)
        seconds.append(time.process_time() - started)
    return {
        "seconds": min(seconds),
        "edges": graph.edges,
        "sample": [found[one] for one in list(graph.base)[:: size // SAMPLE or 1]],
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])))
