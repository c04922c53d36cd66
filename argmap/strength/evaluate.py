"""What one step, and one statement, comes to from the values of all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.strength.semantics import assumption_gate, gate, remaining, voiced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.network import Network
    from argmap.strength.semantics import Semantics


@dataclass(slots=True)
class Track:
    """A value for each node (its strength, 0..1) and for each step (its contribution, or the share it takes away)."""

    nodes: list[float]
    steps: list[float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A network under a semantics and with what each node's own word is worth.

    Every method reads what helps from the track `same`, and what harms (attackers, undercutters) from `cross`.
    With one track for both it computes values; with those of the lower and the upper bounds it computes bounds.
    """

    network: Network
    semantics: Semantics
    say: Sequence[float]
    voices: bool

    def passed(self, step: int, same: Track) -> float:
        """Return what the weakest of a step's premises passes on, 0..1; 0 without premises."""
        network = self.network
        start, items = network.premises
        premises = items[start[step] : start[step + 1]]
        least = 1.0 if premises else 0.0
        for node in premises:
            strength = same.nodes[node]
            through = assumption_gate(strength) if network.assumed[node] else gate(strength)
            least = min(least, through)
        return least

    def factor(self, step: int, cross: Track) -> float:
        """Return what its undercutters leave of a step, 0..1."""
        start, items = self.network.undercutters
        first, end = start[step], start[step + 1]
        return remaining([cross.steps[other] for other in items[first:end]]) if first < end else 1.0

    def step(self, step: int, same: Track, cross: Track) -> float:
        """Return the contribution of a step, or the share that an undercut takes away of its step."""
        passed = self.passed(step, same)
        if passed == 0.0:
            return 0.0
        weight, factor = self.network.weights[step], self.factor(step, cross)
        if self.network.kinds[step] == "undercut":
            return weight * passed * factor
        return self.semantics.step(weight, passed, factor)

    def heard(self, steps: Sequence[int], track: Track) -> list[float]:
        """Return what counts of each of these steps at the statement where they end: one origin, one voice."""
        contributions = [track.steps[step] for step in steps]
        if not self.voices:
            return contributions
        return voiced(contributions, [self.network.shares[step] for step in steps])

    def unlifted(self, node: int, base: float, same: Track, cross: Track) -> float:
        """Return the strength of a node without what entails it, 0..1."""
        start, items = self.network.supports
        supports = items[start[node] : start[node + 1]]
        start, items = self.network.attacks
        attacks = items[start[node] : start[node + 1]]
        say = self.say[node]
        if not (supports or attacks or say):
            return base
        return self.semantics.combine(base, self.heard(supports, same), self.heard(attacks, cross), say)

    def node(self, node: int, base: float, same: Track, cross: Track) -> float:
        """Return the strength of a node, 0..1: at least that of whatever entails it and speaks (is above .5)."""
        strength = self.unlifted(node, base, same, cross)
        start, items = self.network.lifts
        for other in items[start[node] : start[node + 1]]:
            above = same.nodes[other]
            if above > strength and above > NO_VIEW:
                strength = above
        return strength
