"""The fewest one-step changes of cells on CC C N I II that change who leads: exact, since every rule is a sum.

Only the leader's column and that of one rival matter: the leader's cells are moved down, the rival's up. What a cell
gains with each step may grow (N to I to II under `squared`), so that taking the largest gains first is not always
best. Where that does not meet its own lower bound, all ways of spending so many steps are weighed (a knapsack).
What an empty cell counts under `bits`, the mean of its row, is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, fsum
from typing import TYPE_CHECKING, NamedTuple

from argmap.matrix.cells import Rated
from argmap.matrix.knapsack import fewest, least
from argmap.matrix.readings import VOTING, CellChange, Fragility, Overturn
from argmap.matrix.rules import likelihood, row
from argmap.matrix.scale import LIKELIHOOD, ROUNDING, STEPS, bits
from argmap.matrix.scores import costs
from argmap.matrix.verdicts import weakest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.matrix.readings import Rule, RuleScore
    from argmap.matrix.table import Line, Table


class _Cell(NamedTuple):
    """A cell that can be moved, and what one, two, … steps gain the rival on the leader."""

    line: int
    column: int
    letters: tuple[str, ...]  # before, and after each step
    gains: tuple[float, ...]


def fragility(table: Table, found: Mapping[Rule, RuleScore]) -> dict[Rule, Fragility]:
    """Return how little would change the leader under each rule that votes."""
    return {rule: _fragile(table, found[rule]) for rule in VOTING}


def _fragile(table: Table, score: RuleScore) -> Fragility:
    leader = weakest(table, [table.hypotheses.index(name) for name in score.leaders])
    if leader is None:
        return Fragility(score.rule, None, None, None)
    race = _race(table, score, leader)
    lost, overtaken = race.overturn(-ROUNDING), race.overturn(2 * ROUNDING)
    level = None if lost is None or (overtaken is not None and overtaken.steps == lost.steps) else lost
    return Fragility(score.rule, table.hypotheses[leader], level, overtaken)


def _race(table: Table, score: RuleScore, leader: int) -> _Race:
    found = costs(score.rule, list(score.values.values()))
    rated = table.rated()
    gaps = {n: found[n] - found[leader] for n in range(len(found)) if rated[n] and table.compete(leader, n)}
    up = {n: _cells(table, score.rule, n, -1) for n in gaps}
    return _Race(table, leader, gaps, _cells(table, score.rule, leader, 1), up)


@dataclass(frozen=True, slots=True)
class _Race:
    """A leader and its rivals: by how much it is ahead of each, and the cells that may bring it down or them up."""

    table: Table
    leader: int
    gaps: dict[int, float]
    down: list[_Cell]
    up: dict[int, list[_Cell]]

    def overturn(self, beyond: float) -> Overturn | None:
        """Return the fewest steps by which some rival makes up its gap, and `beyond` that."""
        best: Overturn | None = None
        for rival in sorted(self.gaps, key=lambda n: (self.gaps[n], n)):
            cells = [*self.down, *self.up[rival]]
            gains = [cell.gains for cell in cells]
            need = self.gaps[rival] + beyond
            if best is not None and ceil(least(gains, need) - ROUNDING) >= best.steps:
                continue
            taken = fewest(gains, need)
            if taken is not None and (best is None or sum(taken.values()) < best.steps):
                best = self._after(rival, beyond, {cells[n]: count for n, count in taken.items()})
        return best

    def _after(self, rival: int, beyond: float, taken: dict[_Cell, int]) -> Overturn:
        """Tell what so many steps of these cells come to: by the leader's fall others may come as far as the rival."""
        gained = {
            column: fsum(cell.gains[count - 1] for cell, count in taken.items() if cell.column == column)
            for column in (self.leader, rival)
        }
        left = {n: gap - gained[self.leader] - (gained[rival] if n == rival else 0.0) for n, gap in self.gaps.items()}
        names = tuple(self.table.hypotheses[n] for n, gap in left.items() if n == rival or gap <= -beyond)
        changes = tuple(_change(self.table, cell, count) for cell, count in taken.items())
        return Overturn(sum(taken.values()), names, changes)


def _change(table: Table, cell: _Cell, steps: int) -> CellChange:
    name, hypothesis = table.lines[cell.line].id, table.hypotheses[cell.column]
    return CellChange(name, hypothesis, cell.letters[0], cell.letters[steps], steps)


def _cells(table: Table, rule: Rule, column: int, way: int) -> list[_Cell]:
    """Return the cells of a column that can be moved down (way 1) or up (-1), and gain something by it."""
    found = []
    for number, line in enumerate(table.lines):
        letter = line.cells[column].letter
        if letter not in STEPS:
            continue
        at = STEPS.index(letter)
        letters = STEPS[at:] if way > 0 else STEPS[at::-1]
        before = _cost(line, rule, column, None, discount=table.discount)
        gains = tuple(way * (_cost(line, rule, column, to, discount=table.discount) - before) for to in letters[1:])
        if any(gain > ROUNDING for gain in gains):
            found.append(_Cell(number, column, letters, gains))
    return found


def _cost(line: Line, rule: Rule, column: int, letter: str | None, *, discount: bool) -> float:
    """Return what a cell adds against its hypothesis, as it is or with another letter.

    Where `bits` discounts, the mean of the row, which is what an unreliable source leaves of it, is held.
    """
    if rule == "bits":
        value = likelihood(line.cells[column]) if letter is None else LIKELIHOOD[letter]
        return -bits(_mixed(line, value) if discount else value)
    cell = line.cells[column] if letter is None else Rated(letter)
    return row(line._replace(cells=(cell,)), rule)[0]


def _mixed(line: Line, value: float) -> float:
    if line.reliability is None:
        return value
    known = [likelihood(cell) for cell in line.cells if not cell.blank]
    return line.reliability * value + (1.0 - line.reliability) * (sum(known) / len(known))
