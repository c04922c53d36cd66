"""Compile a map to a network, once; every reading and every what-if then runs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import graph
from argmap.strength.gathering import Nodes, Steps
from argmap.strength.network import HUB, Knot, Network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.graph import Rows
    from argmap.model import ArgumentMap, Statement
    from argmap.vocabulary import StepKind


def compile_network(argument_map: ArgumentMap, classes: Sequence[Sequence[Statement]]) -> Network:
    """Return the network of a map: linear in its size.

    What names nothing in the map bears on nothing: a step with such a premise is mute, one with such a target is
    computed and reaches no one.
    """
    nodes = Nodes(argument_map, classes)
    nodes.close_entailments()
    steps = Steps(argument_map, classes, nodes)
    supports, attacks = (_received(nodes, steps, kind) for kind in ("support", "attack"))
    lifts, premises = graph.rows(nodes.lifts), graph.rows(steps.premises)
    undercutters = graph.from_pairs(len(steps.kinds), steps.undercuts)
    dependencies = _dependencies((supports, attacks, lifts), (premises, undercutters))
    plan, knots = _plan(dependencies, undercutters)
    return Network(
        classes=len(classes),
        stands_for=nodes.stands_for,
        speaks=nodes.speaks,
        assumed=nodes.assumed,
        supports=supports,
        attacks=attacks,
        lifts=lifts,
        kinds=steps.kinds,
        weights=steps.weights,
        premises=premises,
        undercutters=undercutters,
        dependencies=dependencies,
        shares=[()] * len(steps.kinds),
        plan=plan,
        knots=knots,
        node_of=nodes.of,
        step_of=steps.of,
        contests=steps.contests,
    )


def _received(nodes: Nodes, steps: Steps, kind: StepKind) -> Rows:
    """Return for each node the steps of one kind that end there; twins receive what the statement does."""
    by_class: list[list[int]] = [[] for _ in nodes.stands_for]
    for number, (found, target) in enumerate(zip(steps.kinds, steps.targets, strict=True)):
        if found == kind and target is not None:
            by_class[target].append(number)
    return graph.rows([] if number == HUB else by_class[number] for number in nodes.stands_for)


def _dependencies(of_nodes: tuple[Rows, Rows, Rows], of_steps: tuple[Rows, Rows]) -> Rows:
    """Return the graph in which each node and each step leads to what it is computed from."""
    supports, attacks, lifts = of_nodes
    premises, undercutters = of_steps
    first = lifts.size  # steps are numbered after the nodes
    lists = [[first + step for step in supports.of(v) + attacks.of(v)] + lifts.of(v) for v in range(first)]
    lists += [premises.of(i) + [first + u for u in undercutters.of(i)] for i in range(premises.size)]
    return graph.rows(lists)


def _plan(dependencies: Rows, undercutters: Rows) -> tuple[list[int], list[Knot]]:
    """Return the order of computation, and the parts in which there is none."""
    first = dependencies.size - undercutters.size
    plan: list[int] = []
    knots: list[Knot] = []
    for component in graph.components(dependencies):
        if graph.is_cyclic(dependencies, component):
            plan.append(-1 - len(knots))
            steps = [vertex - first for vertex in component if vertex >= first]
            knots.append(_knot([v for v in component if v < first], steps, undercutters))
        else:
            plan.append(component[0])
    return plan, knots


def _knot(nodes: list[int], steps: list[int], undercutters: Rows) -> Knot:
    """Put the steps of a knot in an order in which each follows its undercutters, those in a circle apart."""
    place = {step: number for number, step in enumerate(steps)}
    inner = graph.rows([place[u] for u in undercutters.of(step) if u in place] for step in steps)
    ordered: list[int] = []
    looped: list[int] = []
    for tier in graph.components(inner):
        (looped if graph.is_cyclic(inner, tier) else ordered).extend(steps[number] for number in tier)
    return Knot(nodes, ordered, looped)
