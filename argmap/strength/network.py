"""The network: what of a map bears on strength, as flat lists of numbers that every solver runs.

Its nodes are the classes of restating statements, then auxiliary ones:

- a *backed twin* of a statement that undercuts: the same without its own say-so, for say-so never undercuts;
- where statements entail each other in a circle, a *hub*, as strong as the strongest of them, which lifts them all,
  and of each an *unlifted twin*, which feeds the hub (with the statements themselves any common height would do).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from argmap import graph
from argmap.strength.hearing import Hearing, hearing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.graph import Rows
    from argmap.strength.bases import Base
    from argmap.strength.semantics import Shares
    from argmap.vocabulary import StepKind

HUB = -1  # what a hub stands for: no class of statements


class Knot(NamedTuple):
    """A strongly connected part: its nodes; its steps, undercutters first; apart, those that undercut in a circle."""

    nodes: list[int]
    steps: list[int]
    looped: list[int]


@dataclass(frozen=True)
class Network:
    """The compiled map.

    Attributes:
        classes: How many nodes are classes of statements (the first ones).
        stands_for: For each node its class; `HUB` for a hub.
        speaks: For each node whether its say-so counts in it.
        assumed: For each node whether it passes on what an assumption does.
        supports: For each node its supporting steps.
        attacks: For each node its attacking steps.
        lifts: For each node the nodes that entail it.
        kinds: The kind of each step.
        weights: For each step its weight in bits, of an undercut the share it takes away.
        premises: For each step the nodes of its linked premises and warrants; none where it is mute.
        undercutters: For each step the steps that undercut it.
        dependencies: For each node, then each step, what it is computed from; the latter numbered after the nodes.
        shares: For each step the root origins of its bits; none for a step that is a voice of its own. They are frozen:
            whatever changes from run to run, one origin keeps its share.
        plan: The order of computation: node `v` as `v`, step `i` as `nodes + i`, knot `k` as `-1 - k`.
        knots: The strongly connected parts.
        node_of: The node of each statement by its id.
        step_of: The step by its id.
        contests: Indices of the map's relations that attack each way; their steps come last, left to right first.
    """

    classes: int
    stands_for: list[int]
    speaks: list[bool]
    assumed: list[bool]
    supports: Rows
    attacks: Rows
    lifts: Rows
    kinds: list[StepKind]
    weights: list[float]
    premises: Rows
    undercutters: Rows
    dependencies: Rows
    shares: list[Shares]
    plan: list[int]
    knots: list[Knot]
    node_of: dict[str, int]
    step_of: dict[str, int]
    contests: list[int]

    @property
    def nodes(self) -> int:
        """How many nodes there are, auxiliary ones included."""
        return len(self.stands_for)

    @cached_property
    def hearing(self) -> Hearing:
        """What is heard at each node and each step."""
        return hearing(self.supports, self.attacks, self.undercutters, self.shares)

    @cached_property
    def premise_lists(self) -> list[list[int]]:
        """The premises of each step, as lists of their own."""
        return [self.premises.of(step) for step in range(self.premises.size)]

    @cached_property
    def lift_lists(self) -> list[list[int]]:
        """The nodes that entail each node, as lists of their own."""
        return [self.lifts.of(node) for node in range(self.lifts.size)]

    @cached_property
    def undercutting(self) -> list[bool]:
        """For each step whether it undercuts another."""
        return [kind == "undercut" for kind in self.kinds]

    @cached_property
    def support(self) -> Rows:
        """The graph in which nodes lead to the steps that support them and to what lifts them, steps to premises.

        Steps are numbered after the nodes. Assumptions, which carry nothing by themselves, are not led to.
        """
        first = self.nodes
        lists = [[*(first + step for step in self.supports.of(node)), *self.lift_lists[node]] for node in range(first)]
        lists += [[node for node in premises if not self.assumed[node]] for premises in self.premise_lists]
        return graph.rows(lists)

    @cached_property
    def support_parts(self) -> list[list[int]]:
        """Its strongly connected parts, what they rest on before them."""
        return graph.components(self.support)

    def with_shares(self, shares: list[Shares]) -> Network:
        """Return the same network with these shares of origins."""
        other = replace(self, shares=shares)
        kept = ("premise_lists", "lift_lists", "undercutting", "support", "support_parts")
        other.__dict__.update({name: getattr(self, name) for name in kept})
        return other

    def contest_steps(self) -> Iterator[tuple[int, int, int]]:
        """Go through the relations that attack: the relation, its step left to right, its step right to left."""
        first = len(self.kinds) - 2 * len(self.contests)
        for number, relation in enumerate(self.contests):
            yield relation, first + 2 * number, first + 2 * number + 1


@dataclass(frozen=True, slots=True)
class Inputs:
    """What may change from run to run on one network.

    Attributes:
        low: For each node the lowest its base may be, 0..1.
        value: For each node its base.
        high: For each node the highest its base may be.
        say: For each node the bits of its say-so.
        weights: For each step its weight; None for those of the network.
    """

    low: list[float]
    value: list[float]
    high: list[float]
    say: list[float]
    weights: list[float] | None = None

    @property
    def exact(self) -> bool:
        """Whether every base is a single number."""
        return self.low == self.high


def inputs(network: Network, bases: Sequence[Base], say: Sequence[float], weights: list[float] | None = None) -> Inputs:
    """Spread what is given by class of statements over the nodes."""
    stands_for = network.stands_for
    pairs = list(zip(stands_for, network.speaks, strict=True))
    return Inputs(
        [0.0 if number == HUB else bases[number].low for number in stands_for],
        [0.0 if number == HUB else bases[number].value for number in stands_for],
        [0.0 if number == HUB else bases[number].high for number in stands_for],
        [say[number] if speaks and number != HUB else 0.0 for number, speaks in pairs],
        weights,
    )
