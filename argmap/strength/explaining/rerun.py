"""Compute a part of a network again, from a state that was in balance before an input changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.strength.constants import SETTLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.graph import Rows
    from argmap.strength.evaluate import Rule, Track
    from argmap.strength.network import Knot

_SWEEPS = 300  # over one cycle, in one run


class Course(NamedTuple):
    """What has to be computed again: the plan, what rests on each thing, and the nodes whose inputs have changed."""

    plan: Sequence[int]
    dependents: Rows
    moved: Sequence[int]


def compute(rule: Rule, course: Course, bases: Sequence[float], track: Track) -> None:
    """Bring a track up to date under these bases; what rests on nothing that moved is left as it is."""
    network, nodes, steps = rule.network, track.nodes, track.steps
    first = network.nodes
    start, items = course.dependents
    stale = bytearray(course.dependents.size)
    for node in course.moved:
        stale[node] = 1
    for entry in course.plan:
        if entry < 0:
            knot = network.knots[-1 - entry]
            places = [*knot.nodes, *(first + step for step in (*knot.steps, *knot.looped))]
            if any(stale[place] for place in places):
                _balance(rule, knot, bases, track)
                for place in places:
                    for other in items[start[place] : start[place + 1]]:
                        stale[other] = 1
            continue
        if not stale[entry]:
            continue
        values, number = (nodes, entry) if entry < first else (steps, entry - first)
        before = values[number]
        after = rule.node(entry, bases[entry], track, track) if entry < first else rule.step(number, track, track)
        if after != before:
            values[number] = after
            for other in items[start[entry] : start[entry + 1]]:
                stale[other] = 1


def _balance(rule: Rule, knot: Knot, bases: Sequence[float], track: Track) -> None:
    """Bring a knot into balance again, from where it was; what swings is damped after a while."""
    network = rule.network
    inside = {*knot.steps, *knot.looped}
    into = [
        [step for row in (network.supports, network.attacks) for step in row.of(node) if step in inside]
        for node in knot.nodes
    ]
    for sweep in range(_SWEEPS):
        pace = 1.0 if sweep < _SWEEPS // 2 else 0.5
        moved = _put(rule, (*knot.steps, *knot.looped), track)
        for node, steps in zip(knot.nodes, into, strict=True):
            _put(rule, steps, track)
            before = track.nodes[node]
            after = before + pace * (rule.node(node, bases[node], track, track) - before)
            moved = max(moved, abs(after - before))
            track.nodes[node] = after
        if moved <= SETTLED:
            return


def _put(rule: Rule, steps: Iterable[int], track: Track) -> float:
    moved = 0.0
    for step in steps:
        value = rule.step(step, track, track)
        moved = max(moved, abs(value - track.steps[step]))
        track.steps[step] = value
    return moved
