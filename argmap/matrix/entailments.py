"""Hypotheses of which one entails another: they do not compete, and what speaks for the weaker is not counted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.result import Entailment
from argmap.matrix.rules import likelihood
from argmap.matrix.scale import ROUNDING, VALUE

if TYPE_CHECKING:
    from argmap.matrix.table import Table


def entailments(table: Table) -> tuple[Entailment, ...]:
    """Return the pairs, each with the rows that tell the two apart and those that speak for the weaker alone."""
    return tuple(
        _pair(table, strong, weak) for strong in range(len(table.hypotheses)) for weak in sorted(table.entails[strong])
    )


def _pair(table: Table, strong: int, weak: int) -> Entailment:
    telling, shared = [], []
    for line in table.lines:
        more, less = line.cells[strong], line.cells[weak]
        if more.blank or less.blank:
            continue
        if more.letter != less.letter or abs(likelihood(more) - likelihood(less)) > ROUNDING:
            telling.append(line.id)
        if VALUE[less.letter or "N"] > VALUE["N"] and likelihood(more) <= likelihood(less) + ROUNDING:
            shared.append(line.id)
    return Entailment(table.hypotheses[strong], table.hypotheses[weak], tuple(telling), tuple(shared))
