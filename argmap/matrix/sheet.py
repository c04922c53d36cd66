"""What a map says of one question: the ratings of every rater, and for each row what it weighs and where it is from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.matrix.cells import Place, Rated
from argmap.matrix.readings import TOGETHER
from argmap.matrix.scale import nearest
from argmap.matrix.table import Line, Table
from argmap.matrix.together import consensus, middle
from argmap.vocabulary import ANALYST, LEVELS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.matrix.background import Background
    from argmap.model import Cell, Matrix, MatrixRow, Question

CREDIBILITIES = ("1", "2", "3", "4", "5", "6")


@dataclass(slots=True)
class Sheet:
    """All matrices of one question, laid over each other.

    Attributes:
        question: The question.
        hypotheses: Ids of the columns, in the order of the question; a column it does not list comes last.
        rows: Ids of the statements, in the order in which the matrices name them.
        raters: Who rated.
        place: Where the first matrix stands.
        ratings: By rater, row and hypothesis.
        places: Where these cells stand.
        levels: By rater and row what the matrix itself says of it: `relevance`, `credibility`.
        reasons: By row the reason each rater gives for the whole of it.
        row_places: Where each row stands first.
    """

    question: Question
    hypotheses: tuple[str, ...]
    rows: tuple[str, ...]
    raters: tuple[str, ...]
    place: Place
    ratings: dict[tuple[str, str, str], Rated] = field(default_factory=dict)
    places: dict[tuple[str, str, str], Place] = field(default_factory=dict)
    levels: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    reasons: dict[str, dict[str, str]] = field(default_factory=dict)
    row_places: dict[str, Place] = field(default_factory=dict)

    def cell(self, rater: str, row: str, hypothesis: str) -> Rated:
        """Return what a rater, or all of them together, say of a row under a hypothesis."""
        if rater == TOGETHER:
            return consensus([self.cell(each, row, hypothesis) for each in self.raters])
        return self.ratings.get((rater, row, hypothesis), Rated())

    def level(self, rater: str, row: str, key: str) -> str | None:
        """Return what a rater's own matrix says of a row; of all raters together what stands in the middle."""
        raters = self.raters if rater == TOGETHER else (rater,)
        given = [value for each in raters if (value := self.levels.get((each, row), {}).get(key))]
        return middle(given, LEVELS if key == "relevance" else CREDIBILITIES)

    def table(self, rater: str, known: Background, rows: Sequence[str], *, discount: bool) -> Table:
        """Return the table of one rater, or of all of them together, with these rows."""
        return Table(
            self.hypotheses,
            tuple(self.line(rater, row, known) for row in rows),
            known.entailed(self.hypotheses),
            discount,
        )

    def line(self, rater: str, row: str, known: Background) -> Line:
        """Return one row of it."""
        return Line(
            row,
            tuple(self.cell(rater, row, hypothesis) for hypothesis in self.hypotheses),
            known.overridden(row, "relevance") or self.level(rater, row, "relevance") or known.word(row, "relevance"),
            known.overridden(row, "credibility")
            or self.level(rater, row, "credibility")
            or known.word(row, "credibility"),
            known.reliability(row),
            known.origins(row),
        )


def sheet(question: Question, matrices: Sequence[Matrix]) -> Sheet:
    """Lay the matrices of one question over each other."""
    columns = dict.fromkeys(name for matrix in matrices for name in matrix.hypotheses)
    listed = [name for name in question.hypotheses if name in columns]
    made = Sheet(
        question,
        hypotheses=tuple(dict.fromkeys([*listed, *columns])),
        rows=tuple(dict.fromkeys(row.statement for matrix in matrices for row in matrix.rows)),
        raters=tuple(dict.fromkeys(matrix.rater or ANALYST for matrix in matrices)),
        place=Place(matrices[0].file, matrices[0].start, matrices[0].end),
    )
    for matrix in matrices:
        for row in matrix.rows:
            _read(made, matrix, row, [matrix.rater or ANALYST])
    return made


def override(made: Sheet, matrix: Matrix) -> None:
    """Put the cells of a further matrix over those of a rater, without a rater over those of all; empty ones change nothing."""
    made.hypotheses = tuple(dict.fromkeys([*made.hypotheses, *matrix.hypotheses]))
    made.rows = tuple(dict.fromkeys([*made.rows, *(row.statement for row in matrix.rows)]))
    raters = made.raters if matrix.rater is None else (matrix.rater,)
    made.raters = tuple(dict.fromkeys([*made.raters, *raters]))
    for row in matrix.rows:
        _read(made, matrix, row, raters)


def _read(made: Sheet, matrix: Matrix, row: MatrixRow, raters: Sequence[str]) -> None:
    name = row.statement
    made.row_places.setdefault(name, Place(matrix.file, row.start, row.end))
    for rater in raters:
        for hypothesis, cell in zip(matrix.hypotheses, row.cells, strict=True):
            given = rated(cell)
            key = (rater, name, hypothesis)
            if not given.blank or key not in made.ratings:
                made.ratings[key] = given
                made.places[key] = Place(matrix.file, cell.start, cell.end)
        words = {each.key: each.value for each in row.attributes if isinstance(each.value, str)}
        made.levels.setdefault((rater, name), {}).update(words)
        if row.reason is not None:
            made.reasons.setdefault(name, {})[rater] = row.reason


def rated(cell: Cell) -> Rated:
    """Return what a cell says; a likelihood has the letter that is nearest to it."""
    if cell.likelihood is None:
        return Rated(cell.rating, None, cell.reason)
    return Rated(nearest((cell.likelihood.low + cell.likelihood.high) / 2.0), cell.likelihood, cell.reason)


def by_question(questions: Sequence[Question], matrices: Sequence[Matrix]) -> Mapping[str, list[Matrix]]:
    """Return the matrices of each question that has any, in the order of the questions."""
    found = {question.id: [each for each in matrices if each.question == question.id] for question in questions}
    return {name: those for name, those in found.items() if those}
