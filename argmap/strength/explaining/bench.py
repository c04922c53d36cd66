"""A map compiled once and solved, on which any number of what-ifs are run.

A what-if computes again only what lies between the inputs that change and the statements that are asked for; all else
stays as it was. Shares of origins are part of the compiled map, and so are frozen in every run.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argmap import graph
from argmap.model import NO_VIEW
from argmap.strength.engine import read, semantics_of, solutions, strengths_in
from argmap.strength.evaluate import Track
from argmap.strength.explaining.rerun import Course, compute
from argmap.strength.network import HUB
from argmap.strength.prepare import prepare
from argmap.strength.readout import reached

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.graph import Rows
    from argmap.model import ArgumentMap, Statement
    from argmap.strength.bases import Base
    from argmap.strength.evaluate import Rule
    from argmap.strength.network import Network
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Strengths
    from argmap.strength.semantics import Semantics
    from argmap.strength.solve import Solution

_NEAR = 1e-4  # what is nearer to "no view" than this may be not assessed


@dataclass(frozen=True, slots=True)
class Bench:
    """One reading of a map, solved.

    Attributes:
        ready: The compiled map.
        spoken: What the own word of each class is worth in this reading, in bits.
        solution: What the network comes to.
        strengths: The same in the words of the map.
        dependents: For each node, then each step, what is computed from it.
        nodes_of: For each class its nodes: its own, and its twins.
        plans: Plans that were made already.
    """

    ready: Prepared
    spoken: list[float]
    solution: Solution
    strengths: Strengths
    dependents: Rows
    nodes_of: list[list[int]]
    plans: dict[tuple[int, ...], list[int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def map(self) -> ArgumentMap:
        """The map."""
        return self.ready.map

    @property
    def classes(self) -> list[list[Statement]]:
        """Its classes of restating statements; the first nodes of the network, in this order."""
        return self.ready.classes

    @property
    def given(self) -> list[Base]:
        """The base of each class."""
        return self.ready.given_to(self.semantics)

    @property
    def bases(self) -> Sequence[float]:
        """The base of each node."""
        return self.solution.bases

    @property
    def semantics(self) -> Semantics:
        """By what it was solved."""
        return self.solution.rule.semantics

    @property
    def dependencies(self) -> Rows:
        """For each node, then each step, what it is computed from."""
        return self.network.dependencies

    @property
    def network(self) -> Network:
        """The compiled map."""
        return self.solution.rule.network

    def assessed(self, node: int) -> bool:
        """Tell whether a node has a strength: a view to begin with, or something that speaks for or against it."""
        stands_for = self.network.stands_for[node]
        if stands_for == HUB:
            return True
        if node >= self.network.classes:
            return not self.given[stands_for].no_view or self.solution.point.nodes[node] != NO_VIEW
        found = self.strengths.statements.get(self.classes[node][0].id)
        return found is not None and found.strength is not None

    def behind(self, targets: Iterable[int]) -> list[bool]:
        """Tell for each node and step (steps numbered after the nodes) whether one of the targets rests on it."""
        return graph.reachable(self.dependencies, targets)

    def classes_behind(self, targets: Sequence[int]) -> list[int]:
        """Return the classes that one of the targets rests on, the targets included, in the order of the map."""
        reached = self.behind(targets)
        return [number for number, nodes in enumerate(self.nodes_of) if any(reached[node] for node in nodes)]

    def plan(self, targets: Sequence[int]) -> list[int]:
        """Return what the targets are computed from, in the order of computation."""
        found = self.plans.get(tuple(targets))
        if found is None:
            wanted, knots = self.behind(targets), self.network.knots
            found = [e for e in self.network.plan if wanted[e if e >= 0 else knots[-1 - e].nodes[0]]]
            self.plans[tuple(targets)] = found
        return found

    def run(
        self, targets: Sequence[int], changes: Mapping[int, float], said: Mapping[int, float] | None = None
    ) -> list[float]:
        """Return the strengths of all nodes, 0..1, as `track` has them."""
        return self.track(targets, changes, said).nodes

    def track(
        self, targets: Sequence[int], changes: Mapping[int, float], said: Mapping[int, float] | None = None
    ) -> Track:
        """Return what all nodes and steps come to under other inputs, as far as the targets rest on them.

        Args:
            targets: What is asked for.
            changes: Other bases, by class.
            said: What the own word of these classes is worth instead, in bits.
        """
        start, given = self.solution.point, list(self.bases)
        for number, base in changes.items():
            for node in self.nodes_of[number]:
                given[node] = base
        moved = [node for number in (*changes, *(said or ())) for node in self.nodes_of[number]]
        track = Track(list(start.nodes), list(start.steps))
        compute(self._rule(said or {}), Course(self.plan(targets), self.dependents, moved), given, track)
        return track

    def heard(self, number: int, track: Track) -> bool:
        """Tell whether a class is assessed on the track of a run in which its own base and word are what they were.

        What speaks at its upper bound alone does not show on a track, and goes on as it is.
        """
        if not self.given[number].no_view or reached(self.solution.rule, number, track):
            return True
        return self.assessed(number) and not reached(self.solution.rule, number, self.solution.point)

    def strengths_under(
        self, targets: Sequence[int], given: Mapping[int, Base], said: Mapping[int, float] | None = None
    ) -> tuple[float | None, ...]:
        """Return the strengths of the targets under other inputs; None where one is not assessed under them.

        A run tells strengths, and .5 may be a balance of reasons or the lack of any. Where it comes to that, the map is
        solved once more, bounds and all.

        Args:
            targets: Classes of statements.
            given: Other bases, by class.
            said: What the own word of these classes is worth instead, in bits.
        """
        nodes = self.run(targets, {number: base.value for number, base in given.items()}, said)
        unclear = [n for n in targets if given.get(n, self.given[n]).no_view and abs(nodes[n] - NO_VIEW) < _NEAR]
        moved = [node for number in (*given, *(said or ())) for node in self.nodes_of[number]]
        under = graph.reachable(self.dependents, moved) if unclear and moved else [False] * len(nodes)
        anew = self._anew(given, said or {}) if any(under[n] for n in unclear) else self.strengths
        silent = {n for n in unclear if anew.statements[self.classes[n][0].id].strength is None}
        return tuple(None if n in silent else nodes[n] for n in targets)

    def _anew(self, given: Mapping[int, Base], said: Mapping[int, float]) -> Strengths:
        ready = self.ready
        changed = replace(
            ready,
            given=[given[n].clipped if n in given else base for n, base in enumerate(ready.given)],
            unclipped=[given.get(n, base) for n, base in enumerate(ready.unclipped)],
            spoken=[said.get(n, worth) for n, worth in enumerate(ready.spoken)],
            counted_alike=(None, None),
        )
        return strengths_in(changed, self.strengths.reading, self.semantics.name)

    def _rule(self, said: Mapping[int, float]) -> Rule:
        rule = self.solution.rule
        if all(self.spoken[number] == worth for number, worth in said.items()):
            return rule
        say = list(rule.say)
        for number, worth in said.items():
            for node in self.nodes_of[number]:
                say[node] = worth if self.network.speaks[node] else 0.0
        return replace(rule, say=say)


def benches(argument_map: ArgumentMap, semantics: str | None = None) -> tuple[Bench, Bench]:
    """Compile a map and solve both readings: as documented, and if assertions are granted.

    Args:
        argument_map: The map.
        semantics: The name of a semantics; without it that of the map.

    Raises:
        ValueError: there is no such semantics for maps.
    """
    ready = prepare(argument_map)
    turned = graph.reverse(ready.network.dependencies)
    nodes_of: list[list[int]] = [[] for _ in ready.classes]
    for node, number in enumerate(ready.network.stands_for):
        if number != HUB:
            nodes_of[number].append(node)
    documented, granted = solutions(ready, semantics_of(argument_map, semantics))
    return (
        Bench(ready, ready.silent, documented, read(ready, documented, "documented"), turned, nodes_of),
        Bench(ready, ready.spoken, granted, read(ready, granted, "granted"), turned, nodes_of),
    )


def distinct(both: tuple[Bench, Bench]) -> tuple[Bench, ...]:
    """Return both readings; one where they are the same, for nothing is asserted that would speak."""
    return both if both[0].solution is not both[1].solution else both[:1]
