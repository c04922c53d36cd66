"""Compute a part of a network again, from a state that was in balance before an input changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.constants import SETTLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.strength.evaluate import Rule, Track
    from argmap.strength.network import Knot

_SWEEPS = 300  # over one cycle, in one run


def compute(rule: Rule, plan: Sequence[int], bases: Sequence[float], track: Track) -> None:
    """Bring a track up to date where the plan says, under these bases."""
    network = rule.network
    first = network.nodes
    for entry in plan:
        if entry >= first:
            track.steps[entry - first] = rule.step(entry - first, track, track)
        elif entry >= 0:
            track.nodes[entry] = rule.node(entry, bases[entry], track, track)
        else:
            _balance(rule, network.knots[-1 - entry], bases, track)


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
