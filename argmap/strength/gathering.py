"""Gather the nodes and steps of a map, before they are laid flat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import graph
from argmap.strength.constants import RELATION_BITS
from argmap.strength.hedges import cited_in, weight
from argmap.strength.network import HUB

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.model import ArgumentMap, Relation, Statement, Step
    from argmap.vocabulary import RelationKind, StepKind

ATTACKING = ("excludes", "contradicts")


class Nodes:
    """The nodes, while they are being gathered."""

    def __init__(self, argument_map: ArgumentMap, classes: Sequence[Sequence[Statement]]) -> None:
        self.of = {s.id: number for number, members in enumerate(classes) for s in members}
        self.stands_for = list(range(len(classes)))
        self.speaks = [True] * len(classes)
        self.assumed = [members[0].kind == "assumption" for members in classes]
        self.backed: dict[int, int] = {}
        self.lifts: list[list[int]] = [[] for _ in classes]
        for left, right in _between(argument_map.relations, ("entails",), self.of):
            if left != right and left not in self.lifts[right] and not self.assumed[left]:
                self.lifts[right].append(left)  # not from an assumption: alone it supports nothing

    def add(self, stands_for: int, *, speaks: bool, lifts: list[int]) -> int:
        """Add an auxiliary node and return it."""
        self.stands_for.append(stands_for)
        self.speaks.append(speaks)
        self.assumed.append(stands_for != HUB and self.assumed[stands_for])
        self.lifts.append(lifts)
        return len(self.stands_for) - 1

    def close_entailments(self) -> None:
        """Put a hub into each circle of entailment."""
        for circle in graph.components(graph.rows(self.lifts)) if any(self.lifts) else ():
            if len(circle) == 1:
                continue
            inside = set(circle)
            outer = sorted({left for node in circle for left in self.lifts[node]} - inside)
            own = [self.add(node, speaks=True, lifts=[]) for node in circle]
            hub = self.add(HUB, speaks=False, lifts=[*own, *outer])
            for node in circle:
                self.lifts[node] = [hub]

    def backed_twin(self, node: int) -> int:
        """Return the node that is this one without its say-so."""
        if self.assumed[node]:
            return node
        if node not in self.backed:
            self.backed[node] = self.add(node, speaks=False, lifts=self.lifts[node])
        return self.backed[node]


class Steps:
    """The steps, while they are being gathered: those of the map in its order, then two for each contest."""

    def __init__(self, argument_map: ArgumentMap, classes: Sequence[Sequence[Statement]], nodes: Nodes) -> None:
        cited = cited_in(classes)
        self.nodes = nodes
        self.of = {step.id: number for number, step in enumerate(argument_map.steps)}
        self.kinds: list[StepKind] = [step.kind for step in argument_map.steps]
        self.weights = [weight(step, cited) for step in argument_map.steps]
        self.premises = [self._premises(step) for step in argument_map.steps]
        self.targets = [nodes.of.get(s.target) if s.kind != "undercut" else None for s in argument_map.steps]
        self.undercuts = [
            (self.of[step.target], number)
            for number, step in enumerate(argument_map.steps)
            if step.kind == "undercut" and step.target in self.of
        ]
        self.contests = [
            number
            for number, relation in enumerate(argument_map.relations)
            if relation.kind in ATTACKING and relation.left in nodes.of and relation.right in nodes.of
        ]
        for number in self.contests:
            relation = argument_map.relations[number]
            self._attack(nodes.of[relation.left], nodes.of[relation.right])
            self._attack(nodes.of[relation.right], nodes.of[relation.left])

    def _premises(self, step: Step) -> list[int]:
        """Return the premises and warrants; none where the step is mute: all of them assumptions, or one unknown."""
        names = (*step.premises, *step.warrants)
        of, assumed = self.nodes.of, self.nodes.assumed
        if any(name not in of for name in names):
            return []
        found = sorted({of[name] for name in names}) if len(names) > 1 else [of[name] for name in names]
        if all(assumed[node] for node in found):
            return []
        return found if step.kind != "undercut" else [self.nodes.backed_twin(node) for node in found]

    def _attack(self, left: int, right: int) -> None:
        self.kinds.append("attack")
        self.weights.append(RELATION_BITS)
        self.premises.append([] if self.nodes.assumed[left] else [left])
        self.targets.append(right)


def _between(
    relations: Sequence[Relation], kinds: tuple[RelationKind, ...], of: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """Go through the ends of relations of these kinds, as nodes."""
    for relation in relations:
        if relation.kind in kinds and relation.left in of and relation.right in of:
            yield of[relation.left], of[relation.right]
