"""What the lead hangs on: the matrix without each row, each origin, and the rows of low credibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.readings import Removal
from argmap.matrix.scores import leading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Literal

    from argmap.matrix.readings import Rule, RuleScore
    from argmap.matrix.table import Table


def removals(table: Table, found: Mapping[Rule, RuleScore]) -> tuple[Removal, ...]:
    """Leave out each row, each origin on which several rows rest, and the rows of low credibility."""
    rated = table.rated()
    return tuple(_without(table, found, rated, kind, name, rows) for kind, name, rows in _parts(table))


def _parts(table: Table) -> Iterator[tuple[Literal["row", "origin", "low credibility"], str, Sequence[int]]]:
    by_origin: dict[str, list[int]] = {}
    for number, line in enumerate(table.lines):
        yield "row", line.id, (number,)
        if len(line.origins) == 1:  # a row with a second origin stands without the first
            by_origin.setdefault(line.origins[0], []).append(number)
    for origin, rows in by_origin.items():
        if len(rows) > 1:
            yield "origin", origin, rows
    doubtful = [number for number, line in enumerate(table.lines) if line.doubtful]
    if doubtful:
        yield "low credibility", "", doubtful


def _without(
    table: Table,
    found: Mapping[Rule, RuleScore],
    rated: Sequence[int],
    kind: Literal["row", "origin", "low credibility"],
    name: str,
    rows: Sequence[int],
) -> Removal:
    left = list(rated)
    for n in rows:
        left = [cells - (not cell.blank) for cells, cell in zip(left, table.lines[n].cells, strict=True)]
    leaders = {rule: _leaders(table, score, rows, left) for rule, score in found.items()}
    changed = tuple(rule for rule, names in leaders.items() if names != found[rule].leaders)
    return Removal(kind, name, tuple(table.lines[n].id for n in rows), leaders, changed)


def _leaders(table: Table, score: RuleScore, rows: Sequence[int], rated: Sequence[int]) -> tuple[str, ...]:
    """Return who leads without these rows, where so many cells of each hypothesis are rated."""
    sums = list(score.values.values())
    for n in rows:
        sums = [value - term for value, term in zip(sums, score.terms[n], strict=True)]
    return tuple(table.hypotheses[n] for n in leading(score.rule, sums, rated))
