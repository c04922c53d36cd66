"""From a map to the strength of all it holds, in both readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.bases import has_weighing_evidence
from argmap.strength.gated import on_maps
from argmap.strength.network import inputs
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
    rule = on_maps(semantics or ready.map.word("semantics") or DEFAULT)
    solution = documented_solution(ready, rule)
    documented = _read(ready, solution, "documented")
    spoken = solution
    if any(ready.spoken):
        given = inputs(ready.network, ready.given_to(rule), ready.spoken)
        spoken = solve(ready.network, rule, given)
    granted = _read(ready, spoken, "granted")
    leading = documented if has_weighing_evidence(ready.classes, ready.given) else granted
    return Assessed(
        documented,
        granted,
        leading,
        counts=counts(ready),
        circles=circles(ready, spoken if leading is granted else solution),
        source_circles=ready.witnesses.found.sources.circles,
        unweighed=unweighed(ready.map, documented),
    )


def documented_solution(ready: Prepared, rule: Semantics) -> Solution:
    """Solve a map as documented."""
    if rule.in_bits and ready.counted_alike is not None:
        return ready.counted_alike
    return solve(ready.network, rule, inputs(ready.network, ready.given_to(rule), ready.silent))


def _read(ready: Prepared, solution: Solution, name: Reading) -> Strengths:
    given = ready.given_to(solution.rule.semantics)
    return strengths(Solved(ready.map, given, solution), name)
