"""What one step, and one statement, comes to from the values of all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.strength.hearing import Ear
from argmap.strength.semantics import assumption_gate, remaining

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.network import Network
    from argmap.strength.semantics import Semantics


@dataclass(slots=True)
class Track:
    """A value for each node (its strength, 0..1) and for each step (its contribution, or the share it takes away)."""

    nodes: list[float]
    steps: list[float]

    def copy(self) -> Track:
        """Return one with the same values."""
        return Track(self.nodes.copy(), self.steps.copy())


@dataclass(eq=False)
class Rule:
    """A network under a semantics, with what each node's own word is worth and what each step weighs.

    Every method reads what helps from the track `same`, and what harms (attackers, undercutters) from `cross`.
    With one track for both it computes values; with those of the lower and the upper bounds it computes bounds.
    `supports` and `attacks` tell of each node what is heard there.
    """

    network: Network
    semantics: Semantics
    say: Sequence[float]
    weights: Sequence[float]

    def __post_init__(self) -> None:
        network = self.network
        self.supports, self.attacks, self._undercutters = network.hearing
        if self.semantics.attacks_only:
            self.supports = [Ear(())] * network.nodes
        self._premises, self._lifts = network.premise_lists, network.lift_lists
        self._assumed, self._undercuts = network.assumed, network.undercutting
        self._push, self._combine = self.semantics.step, self.semantics.combine
        self._amounts = _AMOUNTS[self.semantics.gathering]

    def passed(self, step: int, same: Track) -> float:
        """Return what the weakest of a step's premises passes on, 0..1; 0 without premises."""
        premises = self._premises[step]
        if not premises:
            return 0.0
        nodes, assumed, least = same.nodes, self._assumed, 1.0
        for node in premises:
            strength = nodes[node]
            if strength <= NO_VIEW:
                return 0.0
            through = assumption_gate(strength) if assumed[node] else 2.0 * strength - 1.0
            least = min(least, through)
        return least

    def factor(self, step: int, cross: Track) -> float:
        """Return what its undercutters leave of a step, 0..1."""
        ear = self._undercutters[step]
        return remaining(ear.shares_taken(cross.steps)) if ear.steps or ear.rivals else 1.0

    def step(self, step: int, same: Track, cross: Track) -> float:
        """Return the contribution of a step, or the share that an undercut takes away of its step."""
        passed = self.passed(step, same)
        if passed == 0.0:
            return 0.0
        weight, factor = self.weights[step], self.factor(step, cross)
        return weight * passed * factor if self._undercuts[step] else self._push(weight, passed, factor)

    def amounts(self, ear: Ear, track: Track) -> list[float]:
        """Return the amounts that count of the steps of one side, which belong to no one step: one origin, one voice."""
        return self._amounts(ear, track.steps)

    def heard(self, ear: Ear, track: Track) -> dict[int, float]:
        """Return what counts of each of these steps."""
        return _DIVIDED[self.semantics.gathering](ear, track.steps)

    def unlifted(self, node: int, base: float, same: Track, cross: Track) -> float:
        """Return the strength of a node without what entails it, 0..1."""
        supports, attacks, say = self.supports[node], self.attacks[node], self.say[node]
        for_it = self._amounts(supports, same.steps)
        against = self._amounts(attacks, cross.steps)
        return self._combine(base, for_it, against, say) if for_it or against or say else base

    def node(self, node: int, base: float, same: Track, cross: Track) -> float:
        """Return the strength of a node, 0..1: at least that of whatever entails it and speaks (is above .5)."""
        strength = self.unlifted(node, base, same, cross)
        for other in self._lifts[node]:
            above = same.nodes[other]
            if above > strength and above > NO_VIEW:
                strength = above
        return strength


_AMOUNTS = {"sum": Ear.amounts, "product": Ear.shares_taken, "top": Ear.each}
_DIVIDED = {"sum": Ear.divided, "product": Ear.divided_shares, "top": Ear.undivided}
