"""What the rules on competing hypotheses share: the analysed matrices, their places, and how they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.assessment import asked
from argmap.checks.wording import statement_names
from argmap.diagnostics import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.assessment import Assessment
    from argmap.matrix.cells import MatrixLine, Place
    from argmap.matrix.result import MatrixAnalysis

ENOUGH = 2  # hypotheses, for a competition


def rated(assessment: Assessment) -> list[MatrixAnalysis]:
    """Return the matrices in which something competes: two hypotheses or more, and a cell that is rated ("matrix")."""
    return [
        one
        for one in asked(assessment.matrices)
        if len(one.hypotheses) >= ENOUGH and any(not cell.together.blank for row in one.rows for cell in row.cells)
    ]


def label(assessment: Assessment, place: Place, text: str = "") -> Label:
    """Return a place of a matrix as one of its file."""
    return Label(assessment.sources[place.file], place.start, place.end, text)


def row_label(assessment: Assessment, row: MatrixLine, text: str = "") -> Label:
    """Return the place of the name of a row."""
    whole = label(assessment, row.place, text)
    line = whole.source.text[whole.start : whole.end]
    first = len(line) - len(line.lstrip("| \t"))
    end = line.find("|", first)
    return whole._replace(start=whole.start + first, end=whole.start + len(line[: end if end > 0 else None].rstrip()))


def row_labels(assessment: Assessment, table: MatrixAnalysis, rows: Iterable[str], text: str) -> tuple[Label, ...]:
    """Return the places of some rows, of many the first few."""
    return tuple(row_label(assessment, table.row(name), text) for name in list(rows)[:_MOST])


def quoted(assessment: Assessment, names: Iterable[str]) -> str:
    """Return the names of hypotheses or rows as a list."""
    return statement_names(assessment, list(names))


_MOST = 5
