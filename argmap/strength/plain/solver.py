"""Strengths in plain weighted graphs: `argmap.strength.strengths` and `argmap.strength.balance`.

A plain graph is statements with a base score and supports and attacks between them; no kinds, documents or hedges.
Every published semantics is computed exactly as published: what a statement passes on is its strength times the
weight of the edge (1 unless given). argmap's own `log-odds` treats a plain graph as it treats a map of bare claims
with written bases: weights in bits (2 unless given), bases kept within .01 and .99, silent up to a strength of .5, no
edge says more than what it comes from, and each edge is a voice of its own (a plain graph knows no origins).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from math import inf, isnan, nan
from typing import TYPE_CHECKING, Final, Literal

from argmap.strength.plain.faults import UndeterminedError
from argmap.strength.plain.graph import KNOTTED, LARGE, Given, shown
from argmap.strength.plain.reading import find_semantics, read_graph
from argmap.strength.plain.solve import ordered, solve_ordered
from argmap.strength.published import DEFAULT

if TYPE_CHECKING:
    from argmap.strength.plain.graph import Base, Edges, PlainGraph, SetEdges
    from argmap.strength.plain.solve import Solution

Undetermined = Literal["value", "nan", "error"]


@dataclass(frozen=True, slots=True)
class Balance:
    """What a plain graph comes to.

    Attributes:
        semantics: The name of the semantics.
        strengths: The strength of each statement. Where a cycle has several balances it is the one to which the
            bases lead; where none was found, for the statements in `unsettled`, NaN.
        low: Below this no balance has the statement.
        high: Above this none has it. Equal to the strength where there is but one balance.
        undetermined: The statements whose bounds do not meet, and those in `unsettled`, in the order of the bases.
        unsettled: The statements of cycles in which no balance was found within the bounds of work, and all that
            rests on them.
    """

    semantics: str
    strengths: dict[str, float]
    low: dict[str, float]
    high: dict[str, float]
    undetermined: tuple[str, ...]
    unsettled: tuple[str, ...]


def strengths(
    base: Base,
    supports: Edges = (),
    attacks: Edges = (),
    semantics: str = DEFAULT,
    *,
    set_supports: SetEdges = (),
    set_attacks: SetEdges = (),
    undetermined: Undetermined = "value",
) -> dict[str, float]:
    """Return the strength of each statement of a plain weighted graph.

    Cycles are allowed: where the iteration does not settle, the continuous semantics does in most cases (Potyka, KR
    2018). The result does not depend on the order in which statements and edges are given. Large graphs are solved
    by numpy and scipy where the extra `scale` is installed, with the same results but for rounding.

    Args:
        base: The base score of each statement by its name, 0..1 (any finite number under `basic`).
        supports: Pairs (from, to), or (from, to, weight). A weight is 0 or more, and at most 1 under `df-quad` and
            `squared-df-quad`; without one it is 1, under `log-odds` 2 bits.
        attacks: The same; a statement may attack itself.
        semantics: `log-odds`, `df-quad`, `squared-df-quad`, `quadratic-energy`, `euler`, `euler-top`, `mlp`,
            `h-categorizer` (attacks only) or `basic` (without bounds).
        set_supports: Sets that support together, as strong as their weakest member: ({from, from}, to) or
            ({from, from}, to, weight).
        set_attacks: Sets that attack together.
        undetermined: What to return for a statement of a cycle that has several balances, or rests on one: the
            "value" to which the bases lead, "nan", or an "error". Where no balance was found at all, "value" is NaN
            as well; `balance` tells which is which.

    Returns:
        The strengths, 0..1 (unbounded under `basic`), in the order of `base`.

    Raises:
        GraphError: The graph is not sound: `UndeclaredError` for a name without base score, `NumberError` for a base
            or weight that is no number or out of range, `EdgeError` for an edge that is malformed or given twice,
            `SemanticsError` for a semantics that does not exist or knows no supports; and `UndeterminedError` where
            it was asked for. All are ValueErrors and carry the name at fault in `name`.
    """
    given = Given(base, supports, attacks, set_supports, set_attacks)
    graph, solution = _solved(given, semantics)
    if undetermined not in _CHOICES:
        raise ValueError(f"undetermined: expected one of {', '.join(map(repr, _CHOICES))}, found {undetermined!r}")
    values = solution.point
    if undetermined != "value" and solution.open:
        if undetermined == "error":
            raise _open_error(graph, solution)
        values = list(values)
        for number in solution.open:
            values[number] = nan
    return _by_name(graph, values)


def balance(
    base: Base,
    supports: Edges = (),
    attacks: Edges = (),
    semantics: str = DEFAULT,
    *,
    set_supports: SetEdges = (),
    set_attacks: SetEdges = (),
) -> Balance:
    """Return the strengths of a plain weighted graph with the bounds of every balance, and what is undetermined.

    Arguments and errors are those of `strengths`.
    """
    given = Given(base, supports, attacks, set_supports, set_attacks)
    graph, solution = _solved(given, semantics)
    found = _by_name(graph, solution.point)
    low = {name: min(below, found[name]) for name, below in _by_name(graph, solution.low).items()}
    high = {name: max(above, found[name]) for name, above in _by_name(graph, solution.high).items()}
    open_names = {graph.names[number] for number in solution.open}
    undetermined = tuple(name for name in found if name in open_names)
    unsettled = tuple(name for name in undetermined if isnan(found[name]))
    return Balance(graph.semantics.name, found, low, high, undetermined, unsettled)


def _solved(given: Given, semantics: str) -> tuple[PlainGraph, Solution]:
    graph = read_graph(given, find_semantics(semantics))
    order = None if graph.size >= LARGE and HAS_ARRAYS else ordered(graph)
    if order is None or (order.in_knots >= KNOTTED and HAS_ARRAYS):
        from argmap.strength.plain.arrays.solve import solve_arrays

        return graph, solve_arrays(graph)
    return graph, solve_ordered(order)


def _by_name(graph: PlainGraph, values: list[float]) -> dict[str, float]:
    return dict(zip(graph.names, values, strict=True))


def _open_error(graph: PlainGraph, solution: Solution) -> UndeterminedError:
    first = solution.open[0]
    low, high = solution.low[first], solution.high[first]
    within = f"lies between {low:.4g} and {high:.4g}" if -inf < low else "has no bounds"
    others = len(solution.open) - 1
    more = f", nor that of {others} more" if others else ""
    name = graph.names[first]
    return UndeterminedError(f"the strength of {shown(name)} is not determined{more}; it {within}", name)


_CHOICES: Final = ("value", "nan", "error")
HAS_ARRAYS = find_spec("numpy") is not None and find_spec("scipy") is not None
