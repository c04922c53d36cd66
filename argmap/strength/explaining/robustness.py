"""How far an order of answers is safe from the choice of grades: all of them moved at random, many times over.

Moved are graded and written bases, each by itself; "no view", granted assumptions and say-so stay as they are.
The same seed gives the same result: the number of runs depends on the size of the map, not on the clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from random import Random
from typing import TYPE_CHECKING

from argmap import graph
from argmap.strength.constants import CLIP_HIGH, CLIP_LOW
from argmap.strength.explaining.sensitivity import TIED, input_kind, leaders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.bench import Bench

REACH = 0.1  # how far a base is moved, up or down
RUNS = 500
LEAST_RUNS = 20
_WORK = 600_000  # single evaluations in all, a statement or step in a cycle counted for several
_IN_CYCLE = 20


@dataclass(frozen=True, slots=True)
class Robustness:
    """What became of some statements over the runs.

    Attributes:
        targets: The statements, as classes.
        runs: How many runs were made.
        moved: How many bases were moved on which the first target rests.
        low: The least strength of each target.
        high: The greatest.
        leads: For each group of answers (as asked for), how often each of its members led, alone or with others.
        above: For each group how often its first member of each pair was above the second.
        bearing: For each target whether it rests on any of the moved bases.
    """

    targets: tuple[int, ...]
    runs: int
    moved: int
    low: tuple[float, ...]
    high: tuple[float, ...]
    leads: tuple[dict[int, int], ...]
    above: tuple[dict[tuple[int, int], int], ...]
    bearing: tuple[bool, ...]


def robustness(
    bench: Bench, targets: Sequence[int], groups: Sequence[Sequence[int]] = (), *, runs: int = RUNS, seed: int = 1
) -> Robustness:
    """Move all graded and written bases that the targets rest on by up to .1, at random, and see what follows.

    Args:
        bench: A reading of a map.
        targets: Classes of statements.
        groups: Groups of targets that compete.
        runs: How many runs are wanted; a large map gets fewer, at least 20.
        seed: Where the random numbers start.
    """
    graded = [n for n in range(bench.network.classes) if input_kind(bench, n) in {"evidence", "written"}]
    behind = set(bench.classes_behind(targets))
    moved = [number for number in graded if number in behind]
    made = _affordable(bench, bench.plan(targets), runs) if moved else 0
    drawn = Random(seed)  # noqa: S311 - a simulation
    low = [bench.solution.point.nodes[target] for target in targets]
    high = list(low)
    leads = [dict.fromkeys(group, 0) for group in groups]
    above = [dict.fromkeys(permutations(group, 2), 0) for group in groups]
    for _ in range(made):
        changes = {number: _moved(bench, number, drawn) for number in graded}  # the same whatever is asked for
        track = bench.track(targets, {number: changes[number] for number in moved})
        nodes = track.nodes
        for place, target in enumerate(targets):
            low[place], high[place] = min(low[place], nodes[target]), max(high[place], nodes[target])
        for group, counts, pairs in zip(groups, leads, above, strict=True):
            for first in leaders(bench, track, group):
                counts[first] += 1
            for first, second in pairs:
                pairs[first, second] += nodes[first] > nodes[second] + TIED
    under = graph.reachable(bench.dependents, [node for number in moved for node in bench.nodes_of[number]])
    return Robustness(
        targets=tuple(targets),
        runs=made,
        moved=len(set(moved).intersection(bench.classes_behind(targets[:1]))),
        low=tuple(low),
        high=tuple(high),
        leads=tuple(leads),
        above=tuple(above),
        bearing=tuple(under[target] for target in targets),
    )


def _moved(bench: Bench, number: int, drawn: Random) -> float:
    """Draw a base: up to .1 below or above, a range widened by so much."""
    base = bench.given[number]
    return drawn.uniform(max(CLIP_LOW, base.low - REACH), min(CLIP_HIGH, base.high + REACH))


def _affordable(bench: Bench, plan: Sequence[int], wanted: int) -> int:
    knots = bench.network.knots
    cost = sum(1 if entry >= 0 else _IN_CYCLE * sum(map(len, knots[-1 - entry])) for entry in plan)
    copying = len(bench.bases) // 50
    return min(wanted, max(LEAST_RUNS, _WORK // max(1, cost + copying)))
