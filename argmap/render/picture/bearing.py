"""What bears on what in a map, step by step: the ways that excerpts follow."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph import components, from_pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from argmap.model import Step
    from argmap.render.view import Proposition, View

Ways = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Bearing:
    """For each proposition, by its id, what bears on it directly (`below`) and what it bears on (`above`).

    Premises and licences bear on the conclusion of their step, and what undercuts a step does too.
    """

    below: Ways
    above: Ways

    def weights(self) -> dict[str, int]:
        """Return how many statements each stands for: itself and all that bears on it, by whatever way."""
        names = list(self.below)
        number = {name: at for at, name in enumerate(names)}
        pairs = ((number[name], number[other]) for name, others in self.below.items() for other in others)
        graph = from_pairs(len(names), pairs)
        reached = [0] * len(names)  # sets of vertices, as the bits of a number
        for component in components(graph):
            found = sum(1 << vertex for vertex in component)
            for vertex in component:
                for other in graph.of(vertex):
                    found |= reached[other]
            for vertex in component:
                reached[vertex] = found
        return {name: reached[at].bit_count() for at, name in enumerate(names)}


def bearing(view: View) -> Bearing:
    """Work out what bears on what."""
    low: dict[str, dict[str, None]] = {p.id: {} for p in view.propositions}
    high: dict[str, dict[str, None]] = {p.id: {} for p in view.propositions}
    for step in view.steps:
        head = conclusion(view, step).id
        for premise in view.premises(step):
            if premise.id != head:
                low[head][premise.id] = None
                high[premise.id][head] = None
    return Bearing(*({name: tuple(others) for name, others in ways.items()} for ways in (low, high)))


def conclusion(view: View, step: Step) -> Proposition:
    """Return what a step ends on; with an undercut, what the step it breaks ends on."""
    while step.kind == "undercut":
        step = view.step(step.target)
    return view.home[step.target]


def groups(view: View, proposition: Proposition) -> Iterator[tuple[Proposition, ...]]:
    """Give the premises of each step onto a proposition, and of each undercut of those."""
    waiting = deque(view.onto.get(proposition.id, ()))
    while waiting:
        step = waiting.popleft()
        yield view.premises(step)
        waiting.extend(view.undercuts(step))


def distances(start: str, ways: Mapping[str, tuple[str, ...]], *, past: Collection[str] = ()) -> dict[str, int]:
    """Return how many steps away each proposition is that can be reached; ways end before those in `past`."""
    far = {start: 0}
    waiting = deque([start])
    while waiting:
        current = waiting.popleft()
        for other in ways[current]:
            if other not in far and other not in past:
                far[other] = far[current] + 1
                waiting.append(other)
    return far
