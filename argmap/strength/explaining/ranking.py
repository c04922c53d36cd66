"""Answers beside each other, and what can be said of their order: often that one cannot tell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from argmap.provenance.origins import origins
from argmap.strength.engine import assess_prepared
from argmap.strength.explaining.bench import distinct
from argmap.strength.explaining.contests import compared, contests_of, main_claims
from argmap.strength.explaining.counts import counts
from argmap.strength.explaining.robustness import RUNS, robustness
from argmap.strength.explaining.sensitivity import TIED
from argmap.strength.explaining.withdrawal import heard_uncited
from argmap.strength.gated import BAND
from argmap.strength.parties import readings_by_party
from argmap.strength.whatif import in_scenarios

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.provenance.origins import Origins
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.counts import Counts
    from argmap.strength.explaining.robustness import Robustness
    from argmap.strength.result import Assessed, StatementStrength, Strengths

FIRM = 0.95  # an order that fails in more than one of twenty runs with other grades is within the noise

Verdict = Literal["ahead", "say-so", "cannot tell", "equal", "entailed", "not assessed"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One statement in one reading: its strength, its range when grades are moved, how often it led.

    `leads` and `runs` are 0 where nothing was moved; `bearing` tells whether it rests on any moved base. `band`
    holds its strength by the name of each semantics that is compared.
    """

    found: StatementStrength
    low: float
    high: float
    leads: int
    runs: int
    bearing: bool
    band: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """One statement (a class, and the id of its first member) in both readings, with what stands behind it.

    `parties` and `scenarios` are its strengths in the leading reading on what one party alone holds, and in each
    scenario of the map; None where it is not assessed there. `unheard` tells that it is not assessed in either reading,
    and would be if its map cited no document.
    """

    number: int
    id: str
    documented: Measure
    granted: Measure
    counts: Counts
    parties: dict[str, float | None]
    scenarios: dict[str, float | None]
    unheard: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbours in the order of one reading, and whether the first is ahead: "say-so" if only by assertions.

    `kept` tells in how many of the `runs` with other grades it was ahead too, `reversed_by` which semantics put them
    the other way round.
    """

    first: int
    second: int
    verdict: Verdict
    kept: int = 0
    runs: int = 0
    reversed_by: tuple[str, ...] = ()

    @property
    def failing(self) -> int:
        """In how many runs the order did not hold, where that is more than noise; else 0."""
        failing = self.runs - self.kept
        return failing if self.kept < FIRM * self.runs else 0


@dataclass(frozen=True, slots=True)
class Ranking:
    """The answers to a question in the order of the leading reading; what is not assessed comes last.

    `question` is None for the main claims, which do not compete: they are in the order of the map, without pairs.
    """

    question: str | None
    standings: tuple[Standing, ...]
    documented: tuple[Pair, ...] = ()
    granted: tuple[Pair, ...] = ()


def rankings(both: tuple[Bench, Bench], leading: int = 0, *, runs: int = RUNS, seed: int = 1) -> list[Ranking]:
    """Set the answers to each question of a map beside each other, then its main claims.

    Args:
        both: The two readings of the map, the documented one first.
        leading: Which of them gives the order.
        runs: In how many runs grades are moved at random.
        seed: Where the random numbers start.
    """
    first = both[0]
    contests = contests_of(first)
    claims = main_claims(first)
    targets = compared(first)
    groups = [contest.answers for contest in contests]
    moved = [robustness(bench, targets, groups, runs=runs, seed=seed) for bench in distinct(both)]
    entailed = {(node, other) for node in targets for other in first.network.lifts.of(node)}
    elsewhere = _elsewhere(both[leading])
    unheard = _unheard(both[1], targets)
    maker = _Maker(both, (moved[0], moved[-1]), origins(first.map), entailed, _band(first), *elsewhere, unheard)
    found = []
    for place, contest in enumerate(contests):
        standings = [maker.standing(number, place) for number in contest.answers]
        standings.sort(key=lambda one: _height((one.documented, one.granted)[leading]))
        pairs = [maker.pairs(standings, reading, place) for reading in range(2)]
        found.append(Ranking(contest.question, tuple(standings), pairs[0], pairs[1]))
    if claims:
        found.append(Ranking(None, tuple(maker.standing(number, None) for number in claims)))
    return found


@dataclass(frozen=True, slots=True)
class _Maker:
    both: tuple[Bench, Bench]
    moved: tuple[Robustness, Robustness]
    known: Origins
    entailed: set[tuple[int, int]]
    band: dict[str, Assessed]
    parties: dict[str, Strengths]
    scenarios: dict[str, Strengths]
    unheard: set[int]

    def standing(self, number: int, group: int | None) -> Standing:
        bench = self.both[0]
        measures = [self._measure(reading, number, group) for reading in range(2)]
        counted = counts(bench, number, self.known)
        name = bench.classes[number][0].id
        alone = {party: found.statements[name].strength for party, found in self.parties.items()}
        changed = {title: found.statements[name].strength for title, found in self.scenarios.items()}
        silent = number in self.unheard
        return Standing(number, name, measures[0], measures[1], counted, alone, changed, silent)

    def _measure(self, reading: int, number: int, group: int | None) -> Measure:
        bench, moved = self.both[reading], self.moved[reading]
        place = moved.targets.index(number)
        leads = moved.leads[group][number] if group is not None else 0
        found = bench.strengths.statements[bench.classes[number][0].id]
        band = {name: self._under(one, reading, number) for name, one in self.band.items()}
        return Measure(found, moved.low[place], moved.high[place], leads, moved.runs, moved.bearing[place], band)

    def _under(self, found: Assessed, reading: int, number: int) -> float | None:
        strengths = (found.documented, found.granted)[reading].statements
        return strengths[self.both[0].classes[number][0].id].strength

    def pairs(self, standings: Sequence[Standing], reading: int, group: int) -> tuple[Pair, ...]:
        """Compare neighbours in the order of one reading."""
        order = sorted(standings, key=lambda one: _height((one.documented, one.granted)[reading]))
        return tuple(self._pair(one, two, reading, group) for one, two in pairwise(order))

    def _pair(self, first: Standing, second: Standing, reading: int, group: int) -> Pair:
        above, below = ((one.documented, one.granted)[reading] for one in (first, second))
        kept = self._kept(first, second, reading, group)
        verdict = _verdict(above, below, kept)
        if verdict == "equal" and (second.number, first.number) in self.entailed:
            return Pair(second.number, first.number, "entailed")
        if verdict != "not assessed" and (first.number, second.number) in self.entailed:
            verdict = "entailed"
        if verdict == "ahead" and reading == 1:
            there = self._kept(first, second, 0, group)
            if _verdict(first.documented, second.documented, there) != "ahead":
                verdict = "say-so"
        return Pair(first.number, second.number, verdict, kept, above.runs, _reversed(above, below))

    def _kept(self, first: Standing, second: Standing, reading: int, group: int) -> int:
        """Return in how many runs the first of two was above the second."""
        return self.moved[reading].above[group][first.number, second.number]


def _band(bench: Bench) -> dict[str, Assessed]:
    return {name: assess_prepared(bench.ready, name) for name in BAND}


def _elsewhere(bench: Bench) -> tuple[dict[str, Strengths], dict[str, Strengths]]:
    ready, reading, rule = bench.ready, bench.strengths.reading, bench.semantics.name
    return readings_by_party(ready, reading, rule), in_scenarios(ready, reading, rule)


def _unheard(granted: Bench, targets: Sequence[int]) -> set[int]:
    silent = [number for number in targets if not granted.assessed(number)]
    heard = heard_uncited(granted, silent) if silent else []
    return {number for number, would in zip(silent, heard, strict=True) if would}


def _verdict(high: Measure, low: Measure, kept: int) -> Verdict:
    if high.found.strength is None or low.found.strength is None:
        return "not assessed"
    if abs(high.found.strength - low.found.strength) < TIED:
        return "equal"
    if high.found.undetermined or low.found.undetermined or kept < FIRM * high.runs or _reversed(high, low):
        return "cannot tell"
    return "ahead" if high.found.strength > low.found.strength else "cannot tell"


def _reversed(high: Measure, low: Measure) -> tuple[str, ...]:
    pairs = ((name, above, low.band[name]) for name, above in high.band.items())
    return tuple(n for n, above, below in pairs if above is not None and below is not None and below > above + TIED)


def _height(one: Measure) -> tuple[bool, float]:
    strength = one.found.strength
    return (strength is None, -(strength or 0.0))
