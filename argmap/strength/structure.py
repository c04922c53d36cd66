"""What the structure of a map says beside its strengths: counts, circles, and objections that nothing backs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.constants import MET
from argmap.strength.network import Inputs
from argmap.strength.result import Circle, Count
from argmap.strength.solve import solve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from argmap.model import ArgumentMap, Step
    from argmap.strength.network import Network
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Strengths
    from argmap.strength.solve import Solution


def counts(ready: Prepared) -> dict[str, Count]:
    """Return for each statement how much evidence reaches it by supporting steps, and from how many origins."""
    pieces = [number for number, given in enumerate(ready.given) if not given.no_view and _evidence(ready, number)]
    cited = [sum(c.stance != "rejected" for s in ready.classes[number] for c in s.citations) for number in pieces]
    # One mask of bits for each statement: its pieces of evidence, then their citations, then their origins.
    citing, origin = len(pieces), len(pieces) + sum(cited)
    own: dict[int, int] = {}
    for order, (number, many) in enumerate(zip(pieces, cited, strict=True)):
        heads = [head for head, _ in ready.witnesses.parts[number]] or [len(ready.witnesses.names) + order]
        own[number] = 1 << order | ((1 << many) - 1) << citing | sum(1 << head for head in heads) << origin
        citing += many
    first = (1 << len(pieces)) - 1
    second = (1 << origin) - 1 - first

    def count(mask: int) -> Count:
        return Count((mask & first).bit_count(), (mask & second).bit_count(), (mask >> origin).bit_count())

    found = _gathered(ready.network, own, count)
    return {name: found[node] for name, node in ready.network.node_of.items()}


def _evidence(ready: Prepared, number: int) -> bool:
    return any(statement.kind == "evidence" for statement in ready.classes[number])


def _gathered(network: Network, own: dict[int, int], count: Callable[[int], Count]) -> list[Count]:
    """Count for each class of statements all it rests on: one pass over the parts that rest on each other.

    A mask is let go once nothing waits for it: kept to the end, those of a large map would fill the memory.
    """
    start, items = network.support
    waiting = [0] * network.support.size
    for other in items:
        waiting[other] += 1
    masks = [0] * network.support.size
    found = [Count()] * network.classes
    for component in network.support_parts if own else ():
        joined = 0
        for vertex in component:
            if vertex < network.nodes:
                joined |= own.get(network.stands_for[vertex], 0)
            for other in items[start[vertex] : start[vertex + 1]]:
                joined |= masks[other]
                waiting[other] -= 1
                if not waiting[other]:
                    masks[other] = 0
        for vertex in component:
            masks[vertex] = joined if waiting[vertex] else 0
            if vertex < network.classes:
                found[vertex] = count(joined)
    return found


def circles(ready: Prepared, solution: Solution) -> tuple[Circle, ...]:
    """Return the circles of support that lift themselves, by how much over what reaches them from outside."""
    network = ready.network
    found = [part for part in network.support_parts if len(part) > 1]  # nothing leads straight to itself
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
