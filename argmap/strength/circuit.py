"""A strongly connected part, laid out for going over it again and again: only what changed is computed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.constants import QUIET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.evaluate import Rule, Track
    from argmap.strength.network import Knot


class Circuit:
    """What each node and step of a knot bears on within it.

    The state of a knot is the strength of its nodes, and the share of each step that undercuts in a circle. Its *keys*
    are the nodes themselves, and `~step` for such steps.

    Attributes:
        rule: What is computed.
        keys: The keys of the state.
        twins: For each step that is computed all that equal it: same premises, same weight, never undercut.
        looped: The steps that undercut in a circle.
        tier: For each other step how many undercutters stand before it at most; empty where none undercuts another.
        reads: For each node the steps that start from it.
        lifts: For each node the nodes it lifts.
        ends: For each step the nodes where it or a twin ends, with True where it harms them.
        undercuts: For each step the steps that it, or a twin, undercuts.
    """

    def __init__(self, rule: Rule, knot: Knot) -> None:
        self.rule = rule
        self.keys = [*knot.nodes, *(~step for step in knot.looped)]
        self.looped = frozenset(knot.looped)
        self.reads: dict[int, list[int]] = {node: [] for node in knot.nodes}
        self.lifts: dict[int, list[int]] = {node: [] for node in knot.nodes}
        self.twins = _twins(rule, [*knot.steps, *knot.looped])
        first = {twin: step for step, twins in self.twins.items() for twin in twins}
        self.ends: dict[int, list[tuple[int, bool]]] = {step: [] for step in self.twins}
        self.undercuts: dict[int, list[int]] = {step: [] for step in self.twins}
        network = rule.network
        for step in self.twins:
            for node in network.premise_lists[step]:
                if node in self.reads:
                    self.reads[node].append(step)
        for step in first:
            for under in network.undercutters.of(step):
                if under in first:
                    self.undercuts[first[under]].append(step)
        for node in knot.nodes:
            self._ending(node, first)
        self.tier = self._tiers([step for step in knot.steps if step in self.twins])

    def _tiers(self, steps: list[int]) -> dict[int, int]:
        """Number the steps, which stand in order, by their undercutters."""
        tier = dict.fromkeys(steps, 0)
        for step in steps:
            for other in self.undercuts[step]:
                if other in tier:
                    tier[other] = max(tier[other], tier[step] + 1)
        return tier if any(tier.values()) else {}

    def _ending(self, node: int, first: dict[int, int]) -> None:
        network = self.rule.network
        for rows, harms in ((network.supports, False), (network.attacks, True)):
            for step in rows.of(node):
                if step in first:
                    self.ends[first[step]].append((node, harms))
        for other in network.lift_lists[node]:
            if other in self.lifts:
                self.lifts[other].append(node)


def _twins(rule: Rule, steps: list[int]) -> dict[int, list[int]]:
    network = rule.network
    start = network.undercutters.start
    first: dict[tuple[bool, float, tuple[int, ...]], int] = {}
    found: dict[int, list[int]] = {}
    for step in steps:
        if start[step] == start[step + 1]:
            key = (network.undercutting[step], rule.weights[step], tuple(network.premise_lists[step]))
            found.setdefault(first.setdefault(key, step), []).append(step)
        else:
            found[step] = [step]
    return found


class Motion:
    """A state of a circuit, or two that bound it from below and above, and what each key comes to in it.

    A bound reads what harms from the opposite one, a single state from itself.

    Attributes:
        images: For each track what each key comes to from the state in the tracks.
        fresh: For each track the keys whose image was computed by the last `refresh`.
        work: How many nodes and steps have been computed.
    """

    def __init__(self, circuit: Circuit, tracks: Sequence[Track], bases: Sequence[Sequence[float]]) -> None:
        self.circuit = circuit
        self.tracks = tracks
        self.images: list[dict[int, float]] = [{} for _ in tracks]
        self.fresh: list[list[int]] = [list(circuit.keys) for _ in tracks]
        self.work = 0
        self._bases = bases
        self._last = len(tracks) - 1  # a bound is crossed with the opposite one: 0 with 1, 1 with 0; 0 with 0
        self._stale = [set(circuit.keys) for _ in tracks]
        self._waiting = [{step for step in circuit.twins if step not in circuit.looped} for _ in tracks]

    def state(self, half: int, key: int) -> float:
        """Return the value of a key."""
        track = self.tracks[half]
        return track.nodes[key] if key >= 0 else track.steps[~key]

    def put(self, half: int, key: int, value: float) -> None:
        """Change the value of a key, and note what rests on it."""
        if key < 0:
            self._put_step(half, ~key, value)
            return
        self.tracks[half].nodes[key] = value
        if self.circuit.looped:
            for step in self.circuit.reads[key]:
                self._touch(half, step)
        else:
            self._waiting[half].update(self.circuit.reads[key])
        self._stale[half].update(self.circuit.lifts[key])

    def refresh(self) -> None:
        """Compute what changed: the steps that follow from the state, each after its undercutters, then the images."""
        self._derive()
        rule, last = self.circuit.rule, self._last
        for half, stale in enumerate(self._stale):
            same, cross = self.tracks[half], self.tracks[last - half]
            bases, images = self._bases[half], self.images[half]
            for key in stale:
                images[key] = rule.node(key, bases[key], same, cross) if key >= 0 else rule.step(~key, same, cross)
            self.fresh[half] = list(stale)
            self.work += len(stale)
            stale.clear()

    def _derive(self) -> None:
        """Compute steps until none waits; each undercutter before what it undercuts."""
        rule, last = self.circuit.rule, self._last
        while any(self._waiting):
            for half, steps in enumerate(self._first()):
                same, cross = self.tracks[half], self.tracks[last - half]
                self.work += len(steps)
                for step in steps:
                    value = rule.step(step, same, cross)
                    if not -QUIET <= value - same.steps[step] <= QUIET:
                        self._put_step(half, step, value)

    def _first(self) -> list[set[int]]:
        """Take the waiting steps that no other waiting step can change: those of the earliest tier."""
        waiting, tier = self._waiting, self.circuit.tier
        if not tier:
            self._waiting = [set() for _ in waiting]
            return waiting
        earliest = min(tier[step] for steps in waiting for step in steps)
        taken = [{step for step in steps if tier[step] == earliest} for steps in waiting]
        self._waiting = [steps - now for steps, now in zip(waiting, taken, strict=True)]
        return taken

    def _put_step(self, half: int, step: int, value: float) -> None:
        steps, cross = self.tracks[half].steps, self._last - half
        for twin in self.circuit.twins[step]:
            steps[twin] = value
        for node, harms in self.circuit.ends[step]:
            self._stale[cross if harms else half].add(node)
        for other in self.circuit.undercuts[step]:
            self._touch(cross, other)

    def _touch(self, half: int, step: int) -> None:
        if step in self.circuit.looped:
            self._stale[half].add(~step)
        else:
            self._waiting[half].add(step)
