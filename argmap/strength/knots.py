"""Balance within one strongly connected part, where every statement rests on every other.

All of it moves at once, from the state before, and sums are exactly rounded: neither the order of lines nor that of
computation can show in a result. Every search is bounded.
"""

from __future__ import annotations

from math import fsum
from operator import mul
from typing import TYPE_CHECKING

from argmap.strength.circuit import Circuit, Motion
from argmap.strength.constants import GOING, MET, NEAR, PACE_LEAST, PACE_MOST, QUIET, RESTED, SETTLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.evaluate import Rule, Track
    from argmap.strength.network import Knot


class Search:
    """The search for the balance of one knot; what lies outside it is computed already and stands in the tracks.

    `sweeps` bounds the work of each method: so much as going so often over the whole knot.
    """

    def __init__(self, rule: Rule, knot: Knot, sweeps: int) -> None:
        self.circuit = Circuit(rule, knot)
        self.sweeps = sweeps

    @property
    def size(self) -> int:
        """How much has to be computed to go over the knot once."""
        return len(self.circuit.keys) + len(self.circuit.twins)

    def enclose(self, bases: tuple[Sequence[float], Sequence[float]], tracks: tuple[Track, Track]) -> None:
        """Narrow [0, 1] to bounds of every balance of the knot.

        The lower bounds take low supporters and high attackers, the upper bounds the reverse: both only ever move
        towards each other, so that stopping early is sound.

        Args:
            bases: The lower and the upper base of every node.
            tracks: Where the lower and the upper bounds are put.
        """
        circuit = self.circuit
        _fill(circuit, tracks[0], 0.0)
        _fill(circuit, tracks[1], 1.0)
        motion, before = Motion(circuit, tracks, bases), 1.0
        while motion.work < 2 * self.sweeps * self.size:  # two bounds
            motion.refresh()
            moved = _moved(motion)
            if moved <= SETTLED or _apart(moved, before, tracks, circuit.keys):
                break
            before = moved

    def balance(self, bases: Sequence[float], track: Track, bounds: tuple[Track, Track] | None = None) -> bool:
        """Bring the knot into balance within `track`; tell whether it settled.

        It moves from the bases as dx/dt = F(x) - x has it (Potyka, KR 2018), whose rest points are the balances, in
        strides as long as the way just gone allows (Barzilai & Borwein 1988).

        Args:
            bases: The base of every node.
            track: Where the balance is put.
            bounds: Bounds of every balance, as `enclose` found them; where they have met there is nothing to seek.
        """
        circuit = self.circuit
        low, high = bounds or (track.copy(), track.copy())
        if not bounds:
            _fill(circuit, low, 0.0)
            _fill(circuit, high, 1.0)
        keys = circuit.keys
        met = max(_at(high, key) - _at(low, key) for key in keys) <= MET
        for key in keys:
            below, above = _at(low, key), _at(high, key)
            start = (below + above) / 2.0 if met or key < 0 else bases[key]
            _set(track, key, min(above, max(below, start)))
        still_open = [key for key in keys if _at(low, key) < _at(high, key)]
        return _Flow(Motion(circuit, (track,), (bases,)), still_open, low, high).run(self.sweeps * self.size)


class _Flow:
    """A state on its way to rest, within bounds; where these have met nothing moves."""

    def __init__(self, motion: Motion, keys: list[int], low: Track, high: Track) -> None:
        self.motion = motion
        self.keys = keys
        self.least = [_at(low, key) for key in keys]
        self.most = [_at(high, key) for key in keys]
        self.gone: list[float] = []

    def run(self, work: int) -> bool:
        """Go until it rests, or until so much has been computed."""
        motion, keys = self.motion, self.keys
        pace, rest, state = 1.0, [0.0] * len(keys), [motion.state(0, key) for key in keys]
        while motion.work < work:
            motion.refresh()
            images = motion.images[0]
            pull = [images[key] - value for key, value in zip(keys, state, strict=True)]
            if max(map(abs, pull), default=0.0) <= RESTED:
                return True
            if self.gone:
                pace = _pace(self.gone, [new - old for new, old in zip(pull, rest, strict=True)])
            state, rest = self._stride(state, pull, pace), pull
            motion.work += len(keys) // GOING
        return False

    def _stride(self, state: list[float], pull: list[float], pace: float) -> list[float]:
        following: list[float] = []
        self.gone = []
        for key, value, towards, below, above in zip(self.keys, state, pull, self.least, self.most, strict=True):
            new = min(above, max(below, value + pace * towards))
            self.gone.append(new - value)
            if new != value:
                self.motion.put(0, key, new)
            following.append(new)
        return following


def _pace(gone: list[float], change: list[float]) -> float:
    """Return how long a stride may be: short where the pull turned round on the way, long where it hardly changed."""
    along, across = fsum(map(mul, gone, change)), fsum(map(mul, change, change))
    if along >= 0.0 or across == 0.0:
        return 1.0
    return min(PACE_MOST, max(PACE_LEAST, -along / across))


def _moved(motion: Motion) -> float:
    """Move both bounds to their images; return how far the furthest went."""
    furthest = 0.0
    for half, fresh in enumerate(motion.fresh):
        images = motion.images[half]
        for key in fresh:
            image = images[key]
            way = abs(image - motion.state(half, key))
            if way > QUIET:
                motion.put(half, key, image)
                furthest = max(furthest, way)
    return furthest


def _apart(moved: float, before: float, tracks: tuple[Track, Track], keys: Sequence[int]) -> bool:
    """Tell whether bounds will stay apart, and what is left to go, by their pace, would not show."""
    if moved >= before:
        return False
    left = moved * moved / (before - moved)
    if left > NEAR:
        return False
    return max(_at(tracks[1], key) - _at(tracks[0], key) for key in keys) > 2.0 * left + 2.0 * MET


def _at(track: Track, key: int) -> float:
    return track.nodes[key] if key >= 0 else track.steps[~key]


def _set(track: Track, key: int, value: float) -> None:
    if key >= 0:
        track.nodes[key] = value
    else:
        track.steps[~key] = value


def _fill(circuit: Circuit, track: Track, value: float) -> None:
    """Put one value on the whole state, and on every step what no step can come to: each has to be computed."""
    for key in circuit.keys:
        _set(track, key, value)
