"""From which origins the bits of each step come, and in what parts.

Worked out once, from what the map comes to as written when every step counts in full, and then frozen: were shares to
move with strengths, more evidence could make a claim weaker.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from argmap.strength.constants import SHARE_LEAST
from argmap.strength.network import HUB
from argmap.strength.semantics import bits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.strength.semantics import Shares
    from argmap.strength.solve import Solution

MOST = 64.0  # bits: beyond that a strength is 1 to the last digit
Profile = dict[int, float]  # the part of each origin in some bits; what is left to 1 has none


class Inflow(NamedTuple):
    """Bits that reach a place by one way, and where they come from."""

    bits: float
    profile: Profile


def shares(solution: Solution, parts: Sequence[Shares]) -> list[Shares]:
    """Return the shares of every step.

    A statement has its bits from its own base, from the steps that support it and from its own word, a step in proportion to the bits of
    each of its linked premises; assumptions bring none. Statements that support each other in a circle all have what
    enters the circle. Where no bits arrive at all, what could bring some counts in equal parts.

    Args:
        solution: The network solved in the reading for which the shares are meant, with independence off.
        parts: For each class of statements its own origins.
    """
    network = solution.rule.network
    own = _Own(solution, parts)
    profiles: list[Profile] = [{} for _ in range(network.support.size)]
    for component in network.support_parts:
        mixed = _mixed(own.entering(component, profiles, set(component)))
        for vertex in component:
            profiles[vertex] = mixed
    return [tuple(sorted(profile.items())) for profile in profiles[network.nodes :]]


class _Own:
    """What enters a part of the network, from its own bases and from outside."""

    def __init__(self, solution: Solution, parts: Sequence[Shares]) -> None:
        self.network = solution.rule.network
        self.solution = solution
        self.parts = parts

    def entering(self, part: Sequence[int], profiles: Sequence[Profile], inside: set[int]) -> Iterable[Inflow]:
        first, point = self.network.nodes, self.solution.point
        for vertex in part:
            if vertex >= first:
                for node in self.network.premise_lists[vertex - first]:
                    if node not in inside and not self.network.assumed[node]:
                        yield Inflow(_bits_for(point.nodes[node]), profiles[node])
                continue
            yield self._base(vertex)
            yield self._word(vertex)
            for step in self.network.supports.of(vertex):
                if first + step not in inside:
                    yield Inflow(point.steps[step], profiles[first + step])
            yield from self._lifted(vertex, profiles, inside)

    def _base(self, node: int) -> Inflow:
        number = self.network.stands_for[node]
        if number == HUB or self.network.assumed[node]:
            return Inflow(0.0, {})
        return Inflow(_bits_for(self.solution.bases[node]), dict(self.parts[number]))

    def _word(self, node: int) -> Inflow:
        """Return what a statement's own word adds beyond its reasons; it has no origin."""
        say = self.solution.rule.say[node]
        if not say:
            return Inflow(0.0, {})
        steps = self.solution.point.steps
        return Inflow(max(0.0, say - fsum(steps[step] for step in self.network.supports.of(node))), {})

    def _lifted(self, node: int, profiles: Sequence[Profile], inside: set[int]) -> Iterable[Inflow]:
        """Divide what a node is lifted by among the strongest that lift it."""
        lifting = self.network.lift_lists[node]
        if not lifting:
            return
        point, rule = self.solution.point, self.solution.rule
        own = rule.unlifted(node, self.solution.bases[node], point, point)
        lift = max(0.0, _bits_for(point.nodes[node]) - max(-MOST, bits(own))) if own < point.nodes[node] else 0.0
        strongest = max(point.nodes[other] for other in lifting)
        equal = [other for other in lifting if point.nodes[other] == strongest]
        for other in lifting:
            if other not in inside:
                yield Inflow(lift / len(equal) if other in equal else 0.0, profiles[other])


def _bits_for(strength: float) -> float:
    """Return the bits by which something speaks; below .5 it is silent."""
    return min(MOST, max(0.0, bits(strength)))


def _mixed(inflows: Iterable[Inflow]) -> Profile:
    """Mix inflows in proportion to their bits; an origin with a part too small to matter is let go."""
    found = [one for one in inflows if one.bits > 0.0 or one.profile]
    total = fsum(one.bits for one in found)
    if total <= 0.0:
        found = [Inflow(1.0, one.profile) for one in found]
        total = float(len(found))
    if len(found) == 1:
        return found[0].profile
    amounts: dict[int, list[float]] = {}
    for inflow in found:
        for origin, part in inflow.profile.items():
            amounts.setdefault(origin, []).append(inflow.bits * part)
    mixed = {origin: fsum(amount) / total for origin, amount in amounts.items()}
    return {origin: part for origin, part in mixed.items() if part >= SHARE_LEAST}
