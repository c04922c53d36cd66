"""From a map to the strength of all it holds, in both readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.gated import on_maps
from argmap.strength.prepare import prepare
from argmap.strength.published import DEFAULT
from argmap.strength.readout import Solved, strengths
from argmap.strength.result import Assessed
from argmap.strength.solve import solve
from argmap.strength.structure import circles, counts, unweighed

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Reading, Strengths
    from argmap.strength.semantics import Semantics
    from argmap.strength.solve import Solution


def assess(argument_map: ArgumentMap, semantics: str | None = None) -> Assessed:
    """Return both readings of a map, which of them to show first, and what is to be known beside them.

    The map is compiled once. It never fails on a map: what names nothing bears on nothing, a cycle without balance
    is reported in `Strengths.settled` and in the statements it leaves undetermined.

    Args:
        argument_map: The map.
        semantics: The name of the semantics; without it the map's own `semantics:`, else `log-odds`.

    Raises:
        ValueError: there is no such semantics for maps.
    """
    return assess_prepared(prepare(argument_map), semantics)


def assess_prepared(ready: Prepared, semantics: str | None = None) -> Assessed:
    """Return the same of a map that is compiled already."""
    documented, granted = solutions(ready, semantics_of(ready.map, semantics))
    readings = read(ready, documented, "documented"), read(ready, granted, "granted")
    return assess_solved(ready, (documented, granted), readings)


def assess_solved(
    ready: Prepared, solved: tuple[Solution, Solution], readings: tuple[Strengths, Strengths]
) -> Assessed:
    """Return the same of a map that is solved already, in both readings."""
    documented, granted = readings
    first = ready.leading == "documented"
    return Assessed(
        documented,
        granted,
        documented if first else granted,
        counts=counts(ready),
        circles=circles(ready, solved[0] if first else solved[1]),
        source_circles=ready.witnesses.found.sources.circles,
        unweighed=unweighed(ready.map, documented),
    )


def semantics_of(argument_map: ArgumentMap, name: str | None = None) -> Semantics:
    """Return the semantics of that name, else the one a map asks for, else `log-odds`."""
    return on_maps(name or argument_map.word("semantics") or DEFAULT)


def solutions(ready: Prepared, rule: Semantics) -> tuple[Solution, Solution]:
    """Solve a map as documented, and with assertions granted: the same where nothing is asserted."""
    documented = solution(ready, rule, "documented")
    return documented, solution(ready, rule, "granted") if any(ready.spoken) else documented


def solution(ready: Prepared, rule: Semantics, reading: Reading) -> Solution:
    """Solve a map in one reading."""
    if reading == "granted":
        network, say, known = ready.spoken_network, ready.spoken, ready.counted_alike[1]
    else:
        network, say, known = ready.network, ready.silent, ready.counted_alike[0]
    if known is not None and rule.in_bits:
        return known
    return solve(network, rule, ready.inputs(rule, say))


def strengths_in(ready: Prepared, reading: Reading, semantics: str | None = None) -> Strengths:
    """Return what a compiled map comes to in one reading."""
    return read(ready, solution(ready, semantics_of(ready.map, semantics), reading), reading)


def read(ready: Prepared, solution: Solution, name: Reading) -> Strengths:
    """Put a solution into the words of the map."""
    given = ready.given_to(solution.rule.semantics)
    return strengths(Solved(ready.map, given, solution), name)
