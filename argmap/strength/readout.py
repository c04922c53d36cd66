"""Turn the numbers of a solved network back into strengths of statements, steps and relations."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import NO_VIEW, Range
from argmap.strength.constants import MET
from argmap.strength.result import RelationStrength, StatementStrength, StepStrength, Strengths
from argmap.strength.semantics import bits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model import ArgumentMap
    from argmap.strength.bases import Base
    from argmap.strength.evaluate import Rule, Track
    from argmap.strength.network import Network
    from argmap.strength.result import Reading
    from argmap.strength.solve import Solution


class Solved(NamedTuple):
    """A map, the bases of its classes of statements, and what its network came to."""

    map: ArgumentMap
    bases: list[Base]
    solution: Solution

    @property
    def network(self) -> Network:
        """The network that was solved."""
        return self.solution.rule.network


def strengths(solved: Solved, reading: Reading) -> Strengths:
    """Return one reading in the words of the map."""
    network, solution = solved.network, solved.solution
    by_class = [_statement(solved, node) for node in range(network.classes)]
    heard = _heard(solved)
    return Strengths(
        semantics=solution.rule.semantics.name,
        reading=reading,
        statements={name: by_class[node] for name, node in network.node_of.items()},
        steps={name: _step(solution, number, heard) for name, number in network.step_of.items()},
        settled=solution.settled,
        relations=(*_contests(solved, heard), *_lifts(solved)),
    )


def _statement(solved: Solved, node: int) -> StatementStrength:
    base, solution = solved.bases[node], solved.solution
    limits = Range(base.low, base.high)
    if base.no_view and not reached(solution.rule, node, solution.high):
        return StatementStrength(base.value, limits, None, None, None)
    point = solution.point.nodes[node]
    low, high = solution.low.nodes[node], solution.high.nodes[node]
    open_ = solution.undetermined[node]
    say = added_say_so(solution, node)
    return StatementStrength(base.value, limits, point, min(low, point), max(high, point), open_, say)


def reached(rule: Rule, node: int, track: Track) -> bool:
    """Tell whether anything speaks for or against a node on a track; whether it may, on the one of upper bounds."""
    network = rule.network
    if rule.say[node] > 0.0:
        return True
    steps = network.supports.of(node) + network.attacks.of(node)
    if any(track.steps[step] > MET for step in steps):
        return True
    return any(track.nodes[other] > NO_VIEW + MET for other in network.lifts.of(node))


def added_say_so(solution: Solution, node: int) -> float:
    """Return what a statement's own word adds beyond its reasons: in bits, else as a difference of strengths."""
    rule, point = solution.rule, solution.point
    if rule.say[node] == 0.0:
        return 0.0
    if rule.semantics.in_bits:
        return max(0.0, rule.say[node] - fsum(rule.amounts(rule.supports[node], point)))
    silent = replace(rule, say=[0.0] * len(rule.say))
    base = solution.bases[node]
    return rule.unlifted(node, base, point, point) - silent.unlifted(node, base, point, point)


def lift(solution: Solution, node: int) -> float:
    """Return what a node gains by being entailed: in bits, else as a difference of strengths."""
    point = solution.point
    own, lifted = solution.rule.unlifted(node, solution.bases[node], point, point), point.nodes[node]
    if own >= lifted:
        return 0.0
    return bits(lifted) - bits(own) if solution.rule.semantics.in_bits else lifted - own


def _heard(solved: Solved) -> list[float]:
    """Return what counts of each step at its conclusion, in bits; of an undercut the share it takes."""
    solution = solved.solution
    heard = list(solution.point.steps)
    rule, classes = solution.rule, solved.network.classes
    for ear in (*rule.supports[:classes], *rule.attacks[:classes]):
        if ear.rivals:
            _put(heard, ear.every, rule.heard(ear, solution.point))
    for ear in solved.network.hearing.undercutters:
        if ear.rivals:
            _put(heard, ear.every, ear.divided_shares(solution.point.steps))
    return heard


def _put(heard: list[float], steps: Sequence[int], counted: Mapping[int, float]) -> None:
    for step in steps:
        heard[step] = counted.get(step, 0.0)


def _step(solution: Solution, step: int, heard: list[float]) -> StepStrength:
    factor = solution.rule.factor(step, solution.point)
    return StepStrength(solution.rule.weights[step], factor, heard[step])


def _contests(solved: Solved, heard: list[float]) -> list[RelationStrength]:
    found = []
    for number, there, back in solved.network.contest_steps():
        relation = solved.map.relations[number]
        found.append(RelationStrength(number, "attack", relation.left, relation.right, heard[there]))
        found.append(RelationStrength(number, "attack", relation.right, relation.left, heard[back]))
    return found


def _lifts(solved: Solved) -> list[RelationStrength]:
    """Return what each `entails` adds: the lift of its right side, divided among the strongest that lift it."""
    nodes, of = solved.solution.point.nodes, solved.network.node_of
    entailing: dict[int, list[int]] = {}
    for number, relation in enumerate(solved.map.relations):
        if relation.kind == "entails" and relation.left in of and relation.right in of:
            entailing.setdefault(of[relation.right], []).append(number)
    found = []
    for node, numbers in entailing.items():
        gain = lift(solved.solution, node)
        left = {number: nodes[of[solved.map.relations[number].left]] for number in numbers}
        first = [number for number in numbers if left[number] == max(left.values())]
        for number in numbers:
            relation = solved.map.relations[number]
            part = gain / len(first) if number in first else 0.0
            found.append(RelationStrength(number, "support", relation.left, relation.right, part))
    return sorted(found, key=lambda one: one.relation)
