"""The rules of scoring: what each row adds to the score of each hypothesis. All of them are sums over the rows."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from argmap.matrix.scale import AGAINST, FOR, LIKELIHOOD, VALUE, bits, kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.matrix.cells import Rated
    from argmap.matrix.readings import Rule
    from argmap.matrix.table import Line, Table

Terms = tuple[tuple[float, ...], ...]  # rows, and in each the hypotheses, in the order of the table


def terms(table: Table, rule: Rule) -> Terms:
    """Return what each row adds under a rule.

    `inconsistency` adds 1 for I and 2 for II (R. Heuer counts no numbers: the name says what it is); `weighted` the
    same times the row's weight (PARC ACH); `squared` the square of how far a value 1..5 is below 3 (open-synthesis);
    `net` what fits less what does not; `bits` log2 of the likelihood. Under all but `bits` an empty cell adds nothing.
    """
    return tuple(row(line, rule, discount=table.discount) for line in table.lines)


def row(line: Line, rule: Rule, *, discount: bool = False) -> tuple[float, ...]:
    """Return what one row adds to each hypothesis."""
    if rule == "bits":
        return tuple(map(bits, likelihoods(line, discount=discount)))
    if rule == "weighted":
        return tuple(AGAINST.get(cell.letter or "", 0) * line.weight for cell in line.cells)
    return tuple(_of_letter(cell.letter, rule) for cell in line.cells)


def likelihoods(line: Line, *, discount: bool = False) -> tuple[float, ...]:
    """Return P(row | hypothesis) of each hypothesis.

    An empty cell has the mean of the rated ones, so that it neither helps nor harms. With `discount` a row whose
    source has a written reliability r is mixed: r P + (1 - r) q, where q is the mean of the row.
    """
    known = [likelihood(cell) for cell in line.cells if not cell.blank]
    mean = fsum(known) / len(known) if known else LIKELIHOOD["N"]
    found = [mean if cell.blank else likelihood(cell) for cell in line.cells]
    if not discount or line.reliability is None:
        return tuple(found)
    r = line.reliability
    return tuple(r * each + (1.0 - r) * mean for each in found)


def likelihood(cell: Rated) -> float:
    """Return the likelihood that a rated cell stands for: its own number (of a range the middle), else its letter's."""
    if cell.likelihood is not None:
        return kept((cell.likelihood.low + cell.likelihood.high) / 2.0)
    return LIKELIHOOD[cell.letter or "N"]


def fitting(cells: Sequence[Rated]) -> int:
    """Return how much fits, squared as open-synthesis does: it settles ties of `squared`."""
    return sum(max(VALUE[cell.letter or "N"] - VALUE["N"], 0) ** 2 for cell in cells)


def _of_letter(letter: str | None, rule: Rule) -> float:
    if letter is None:
        return 0.0
    if rule == "squared":
        return float(max(VALUE["N"] - VALUE[letter], 0) ** 2)
    against = AGAINST.get(letter, 0)
    return float(FOR.get(letter, 0) - against if rule == "net" else against)
