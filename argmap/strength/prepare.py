"""A map made ready for any number of runs: compiled once, with its origins traced and their shares frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.strength.bases import bases, grouped, has_weighing_evidence
from argmap.strength.compiling import compile_network
from argmap.strength.hedges import say_so
from argmap.strength.network import inputs
from argmap.strength.semantics import LOG_ODDS
from argmap.strength.shares import shares
from argmap.strength.solve import solve
from argmap.strength.voices import Witnesses, witnesses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Statement
    from argmap.strength.bases import Base
    from argmap.strength.network import Inputs, Network
    from argmap.strength.result import Reading
    from argmap.strength.semantics import Semantics
    from argmap.strength.solve import Solution


@dataclass(frozen=True, slots=True)
class Prepared:
    """A compiled map with its inputs.

    Attributes:
        map: The map.
        classes: Its classes of restating statements, the first nodes of the network.
        network: The network as documented, shares of origins included unless the map says `independence: off`.
        spoken_network: The same with the shares for where assertions are granted: a document's word has no origin.
        given: The base of each class, within [.01, .99].
        unclipped: The same as the map has it, for the semantics that take it so.
        spoken: What the own word of each class is worth where assertions are granted, in bits.
        witnesses: The root origins of each class.
        weights: For each step its weight; None for those of the network.
        counted_alike: What the network comes to under `log-odds`, as documented and with assertions granted, where that
            is the same with and without the rule of origins; None where it is not, or was not computed.
    """

    map: ArgumentMap
    classes: list[list[Statement]]
    network: Network
    spoken_network: Network
    given: list[Base]
    unclipped: list[Base]
    spoken: list[float]
    witnesses: Witnesses
    weights: list[float] | None = None
    counted_alike: tuple[Solution | None, Solution | None] = (None, None)

    @property
    def leading(self) -> Reading:
        """Which reading to show first: "granted" only in a map whose evidence has no weight at all."""
        return "documented" if has_weighing_evidence(self.classes, self.given) else "granted"

    @property
    def silent(self) -> list[float]:
        """No say-so for any class: what the documented reading takes."""
        return [0.0] * len(self.classes)

    def inputs(self, semantics: Semantics, say: Sequence[float]) -> Inputs:
        """Return the inputs of the network as a semantics takes them, with this say-so of each class."""
        return inputs(self.network, self.given_to(semantics), say, self.weights)

    def given_to(self, semantics: Semantics) -> list[Base]:
        """Return the base of each class as a semantics takes it."""
        return self.given if semantics.clips else self.unclipped


def prepare(argument_map: ArgumentMap) -> Prepared:
    """Compile a map, trace its origins and freeze their shares."""
    classes = grouped(argument_map)
    unclipped = bases(argument_map, classes, clip=False)
    given = [base.clipped for base in unclipped]
    spoken = say_so(argument_map, classes, given)
    found = witnesses(argument_map, classes)
    network = compile_network(argument_map, classes)
    ready = Prepared(argument_map, classes, network, network, given, unclipped, spoken, found)
    if argument_map.word("independence") == "off" or not any(found.parts):
        return ready
    documented, first = _with_shares(ready, ready.silent)
    granted, second = _with_shares(ready, spoken) if any(spoken) else (documented, first)
    return replace(ready, network=documented, spoken_network=granted, counted_alike=(first, second))


def _with_shares(ready: Prepared, say: Sequence[float]) -> tuple[Network, Solution | None]:
    """Return the network with shares frozen; where no step loses anything by them, also what it comes to."""
    alone = solve(ready.network, LOG_ODDS, ready.inputs(LOG_ODDS, say))
    network = ready.network.with_shares(shares(alone, ready.witnesses.parts))
    return network, None if network.hearing.rivalry else alone
