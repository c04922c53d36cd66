"""What was expected and not seen: its absence as an observation of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.matrix.cells import Rated
from argmap.matrix.result import Absence, Indicator
from argmap.matrix.scale import STEPS
from argmap.matrix.scores import scores
from argmap.matrix.verdicts import verdict
from argmap.model import Range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.matrix.background import Background
    from argmap.matrix.cells import MatrixLine
    from argmap.matrix.table import Line, Table

NOT_SEEN = "no"


def mirrored(line: Line) -> Line:
    """Return the row that says that this one was not seen: P becomes 1 - P, CC becomes II and C becomes I."""
    return line._replace(cells=tuple(map(_mirrored, line.cells)))


def absence(table: Table, missing: Sequence[Line]) -> Absence | None:
    """Return the scores with what was not seen counted; None where there is no such row."""
    if not missing:
        return None
    whole = replace(table, lines=(*table.lines, *map(mirrored, missing)))
    found = scores(whole)
    return Absence(tuple(line.id for line in missing), found, verdict(whole, found))


def indicators(
    known: Background,
    hypotheses: Sequence[str],
    rows: Sequence[MatrixLine],
    reached: Mapping[str, Sequence[str]],
) -> tuple[Indicator, ...]:
    """Return what was to be seen if a hypothesis were true: rows with `seen:`, and such statements of the map."""
    found = [
        Indicator(row.id, row.seen, *_sides(hypotheses, [cell.together.letter or "" for cell in row.cells]), row=True)
        for row in rows
        if row.seen is not None
    ]
    covered = {one.id for row in rows for one in known.members(row.id)}
    for one in known.map.statements:
        seen = one.word("seen")
        if seen and one.id not in covered and any(reached.get(one.id, ())):
            found.append(Indicator(one.id, seen, *_sides(hypotheses, reached[one.id]), row=False))
    return tuple(found)


def _sides(hypotheses: Sequence[str], letters: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = list(zip(hypotheses, letters, strict=True))
    return (
        tuple(name for name, letter in pairs if letter in {"C", "CC"}),
        tuple(name for name, letter in pairs if letter in {"I", "II"}),
    )


def _mirrored(cell: Rated) -> Rated:
    if cell.letter not in STEPS:
        return cell
    letter = STEPS[len(STEPS) - 1 - STEPS.index(cell.letter)]
    limits = cell.likelihood
    return Rated(letter, Range(1.0 - limits.high, 1.0 - limits.low) if limits is not None else None, cell.reason)
