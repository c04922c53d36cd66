"""From a map to the strength of all it holds, in both readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.bases import bases, grouped, has_weighing_evidence
from argmap.strength.compiling import compile_network
from argmap.strength.hedges import say_so
from argmap.strength.network import inputs
from argmap.strength.readout import Solved, strengths
from argmap.strength.result import Assessed
from argmap.strength.semantics import LOG_ODDS
from argmap.strength.solve import solve

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.strength.result import Reading, Strengths


def assess(argument_map: ArgumentMap) -> Assessed:
    """Return both readings of a map under the semantics `log-odds`, and which of them to show first.

    The map is compiled once. It never fails on a map: what names nothing bears on nothing, a cycle without balance
    is reported in `Strengths.settled` and in the statements it leaves undetermined.
    """
    classes = grouped(argument_map)
    network = compile_network(argument_map, classes)
    given = bases(argument_map, classes)
    spoken = say_so(argument_map, classes, given)

    def reading(name: Reading, say: list[float]) -> Strengths:
        solution = solve(network, LOG_ODDS, inputs(network, given, say))
        return strengths(Solved(argument_map, given, solution), name)

    documented = reading("documented", [0.0] * len(given))
    granted = reading("granted", spoken)
    leading = documented if has_weighing_evidence(classes, given) else granted
    return Assessed(documented, granted, leading)
