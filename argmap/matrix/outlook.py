"""The single most useful thing to find out next."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING, NamedTuple

from argmap.matrix.absence import mirrored
from argmap.matrix.cells import Rated
from argmap.matrix.readings import VOTING
from argmap.matrix.result import NextObservation
from argmap.matrix.rules import likelihoods, row
from argmap.matrix.scores import costs, leading
from argmap.matrix.verdicts import leader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Literal

    from argmap.matrix.readings import Rule, RuleScore
    from argmap.matrix.table import Line, Table

    Kind = Literal["indicator", "empty cell", "linchpin"]

_NEVER = 1e-6


class _Change(NamedTuple):
    """One thing to find out: what is taken out of the table, and what comes in if it is so, and if it is not."""

    kind: Kind
    line: Line
    hypothesis: int | None
    out: tuple[int, ...]
    if_so: Line | None
    if_not: Line | None
    bits: float


def next_observation(table: Table, found: Mapping[Rule, RuleScore], pending: Sequence[Line]) -> NextObservation | None:
    """Return what would tell most between the two best hypotheses.

    First comes what could change who leads, then what tells more between the leader and its nearest rival.

    Args:
        table: The table.
        found: Its scores.
        pending: What has not been seen yet.

    Returns:
        An indicator to look for, an empty cell to rate, or a row to check; None where nothing would tell.
    """
    pair = _best_two(table, found)
    if pair is None:
        return None
    scene = _Scene(table, found, table.rated(), pair)
    best: NextObservation | None = None
    for change in _changes(scene, pending):
        one = scene.weighed(change)
        if best is None or (one.changes, one.bits) > (best.changes, best.bits):
            best = one
    return best if best is not None and best.bits > 0 else None


@dataclass(frozen=True, slots=True)
class _Scene:
    """A table with its scores, and the two hypotheses in question."""

    table: Table
    found: Mapping[Rule, RuleScore]
    rated: Sequence[int]
    pair: tuple[int, int]

    def weighed(self, change: _Change) -> NextObservation:
        """Work out who would lead either way."""
        now = self.leader_with((), None)
        so = self.leader_with(change.out, change.if_so)
        otherwise = self.leader_with(change.out, change.if_not)
        names = self.table.hypotheses
        return NextObservation(
            kind=change.kind,
            row=change.line.id,
            hypothesis=None if change.hypothesis is None else names[change.hypothesis],
            bits=change.bits,
            between=(names[self.pair[0]], names[self.pair[1]]),
            changes=not now == so == otherwise,
            if_so=None if so is None else names[so],
            if_not=None if otherwise is None else names[otherwise],
        )

    def leader_with(self, out: Sequence[int], line: Line | None) -> int | None:
        """Return who leads by the verdict with some rows taken out and one put in."""
        rated = list(self.rated)
        for n in out:
            rated = [cells - (not cell.blank) for cells, cell in zip(rated, self.table.lines[n].cells, strict=True)]
        if line is not None:
            rated = [cells + (not cell.blank) for cells, cell in zip(rated, line.cells, strict=True)]
        return leader(self.table, {rule: leading(rule, self.sums(rule, out, line), rated) for rule in VOTING})

    def sums(self, rule: Rule, out: Sequence[int], line: Line | None) -> list[float]:
        """Return the scores under a rule with some rows taken out and one put in."""
        sums = list(self.found[rule].values.values())
        for n in out:
            sums = [value - term for value, term in zip(sums, self.found[rule].terms[n], strict=True)]
        if line is not None:
            added = row(line, rule, discount=self.table.discount)
            sums = [value + term for value, term in zip(sums, added, strict=True)]
        return sums


def _best_two(table: Table, found: Mapping[Rule, RuleScore]) -> tuple[int, int] | None:
    """Return the leader and its nearest rival, under `bits` where the rules do not agree."""
    rated = table.rated()
    cost = costs("bits", list(found["bits"].values.values()))
    order = sorted((n for n in range(len(cost)) if rated[n]), key=lambda n: (cost[n], n))
    agreed = leader(table, {rule: _numbers(table, found[rule].leaders) for rule in VOTING})
    first = agreed if agreed is not None else next(iter(order), None)
    if first is None:
        return None
    second = next((n for n in order if table.compete(first, n)), None)
    return (first, second) if second is not None else None


def _changes(scene: _Scene, pending: Sequence[Line]) -> Iterator[_Change]:
    pair, found = scene.pair, scene.found
    for line in pending:
        unseen = mirrored(line)
        yield _Change("indicator", line, None, (), line, unseen, max(_told(line, pair), _told(unseen, pair)))
    for number, line in enumerate(scene.table.lines):
        if any(_differs(found, number, pair)):
            yield _Change("linchpin", line, None, (number,), line, None, _told(line, pair))
        for column in pair:
            if line.cells[column].blank:
                well, badly = _with(line, column, "CC"), _with(line, column, "II")
                told = max(_told(well, pair), _told(badly, pair))
                yield _Change("empty cell", line, column, (number,), well, badly, told)


def _differs(found: Mapping[Rule, RuleScore], number: int, pair: tuple[int, int]) -> Iterator[bool]:
    for rule in VOTING:
        terms = found[rule].terms[number]
        yield terms[pair[0]] != terms[pair[1]]


def _told(line: Line, pair: tuple[int, int]) -> float:
    """Return how many bits a row tells between two hypotheses."""
    found = likelihoods(line)
    return abs(log2(max(found[pair[0]], _NEVER) / max(found[pair[1]], _NEVER)))


def _with(line: Line, column: int, letter: str) -> Line:
    cells = list(line.cells)
    cells[column] = Rated(letter)
    return line._replace(cells=tuple(cells))


def _numbers(table: Table, names: Sequence[str]) -> list[int]:
    return [table.hypotheses.index(name) for name in names]
