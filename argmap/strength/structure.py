"""What the structure of a map says beside its strengths: counts, circles, and objections that nothing backs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import graph
from argmap.strength.constants import MET
from argmap.strength.network import Inputs
from argmap.strength.result import Circle, Count
from argmap.strength.solve import solve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import ArgumentMap, Step
    from argmap.strength.network import Network
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Strengths
    from argmap.strength.solve import Solution


def counts(ready: Prepared) -> dict[str, Count]:
    """Return for each statement how much evidence reaches it by supporting steps, and from how many origins."""
    network = ready.network
    pieces = [number for number, given in enumerate(ready.given) if not given.no_view and _evidence(ready, number)]
    pieces_of: dict[int, int] = {}
    cited_of: dict[int, int] = {}
    heads_of: dict[int, int] = {}
    place = 0
    for order, number in enumerate(pieces):
        cited = sum(one.stance != "rejected" for s in ready.classes[number] for one in s.citations)
        heads = [origin for origin, _ in ready.witnesses.parts[number]]
        pieces_of[number] = 1 << order
        cited_of[number] = ((1 << cited) - 1) << place
        place += cited
        own = len(ready.witnesses.names) + order  # evidence without origin is one by itself
        heads_of[number] = sum(1 << head for head in heads or [own])
    reached = _gathered(network, (pieces_of, cited_of, heads_of))
    by_class = [Count(*(mask.bit_count() for mask in reached[node])) for node in range(network.classes)]
    return {name: by_class[node] for name, node in network.node_of.items()}


def _evidence(ready: Prepared, number: int) -> bool:
    return any(statement.kind == "evidence" for statement in ready.classes[number])


def _gathered(network: Network, own: Sequence[dict[int, int]]) -> list[list[int]]:
    """Join for each vertex the masks of all it rests on: one pass over the parts that rest on each other."""
    support, stands_for = network.support, network.stands_for
    masks: list[list[int]] = [[]] * support.size
    count = len(stands_for)
    for component in network.support_parts:
        joined = [0] * len(own)
        for vertex in component:
            for kind, of in enumerate(own):
                joined[kind] |= of.get(stands_for[vertex], 0) if vertex < count else 0
            for other in support.of(vertex):
                if masks[other]:
                    joined = [one | more for one, more in zip(joined, masks[other], strict=True)]
        for vertex in component:
            masks[vertex] = joined
    return masks


def circles(ready: Prepared, solution: Solution) -> tuple[Circle, ...]:
    """Return the circles of support that lift themselves, by how much over what reaches them from outside."""
    network = ready.network
    found = [part for part in network.support_parts if graph.is_cyclic(network.support, part)]
    if not found:
        return ()
    first = network.nodes
    weights = list(solution.rule.weights)
    for part in found:
        for vertex in part:
            if vertex >= first:
                weights[vertex - first] = 0.0
    bases = list(solution.bases)
    without = solve(network, solution.rule.semantics, Inputs(bases, bases, bases, list(solution.rule.say), weights))
    told = (_circle(ready, part, solution, without) for part in sorted(found))
    return tuple(one for one in told if one is not None)


def _circle(ready: Prepared, part: Sequence[int], solution: Solution, without: Solution) -> Circle | None:
    lifted = {}
    for node in part:
        if node < ready.network.classes:
            gain = solution.point.nodes[node] - without.point.nodes[node]
            lifted[ready.classes[node][0].id] = gain
    return Circle(lifted) if any(gain > MET for gain in lifted.values()) else None


def unweighed(argument_map: ArgumentMap, documented: Strengths) -> dict[str, int]:
    """Return for each statement how many objections to it, or to a step for it, nothing backs."""
    target = {step.id: step.target for step in argument_map.steps if step.kind != "undercut"}
    found: dict[str, int] = {}
    for step in argument_map.steps:
        hit = step.target if step.kind == "attack" else target.get(step.target) if step.kind == "undercut" else None
        if hit is not None and not _backed(step, documented):
            found[hit] = found.get(hit, 0) + 1
    return found


def _backed(step: Step, documented: Strengths) -> bool:
    """Tell whether every premise of a step has a strength at all."""
    premises: Iterable[str] = (*step.premises, *step.warrants)
    known = (documented.statements.get(name) for name in premises)
    return all(one is not None and one.strength is not None for one in known)
