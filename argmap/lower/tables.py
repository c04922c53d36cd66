"""Matrices: rows of cells between bars, each cell read with its own place so that a message can point at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.lower.cell_faults import (
    RATING_WANTED,
    RawCell,
    curly_reason,
    is_ruler,
    no_name,
    no_rating,
    other_ratings,
    ragged,
)
from argmap.lower.given import Given
from argmap.lower.names import find
from argmap.lower.values import probability, read_value
from argmap.model import Attribute, Cell, Matrix, MatrixRow, Question
from argmap.syntax.lexer import Token
from argmap.syntax.texts import text_of
from argmap.vocabulary import ATTRIBUTES, RATINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.lower.work import Work
    from argmap.model import Range
    from argmap.syntax.nodes import MatrixNode

_CELL = re.compile(r'\|((?:[^"|]|"(?:\\.|[^"\\])*")*)')
_PART = re.compile(r'(?P<TEXT>"(?:\\.|[^"\\])*")|(?P<WORD>[^\s"]+)')


@dataclass(slots=True)
class _Column:
    """A column: a hypothesis, an attribute of the row, or (with neither) one whose head could not be read."""

    hypothesis: str | None
    attribute: str | None
    token: Token


def read_matrix(work: Work, file: int, node: MatrixNode) -> None:
    """Read one matrix into the map; what is wrong in it is reported at its cell."""
    matrix = matrix_of(work, file, node, work.map.matrices)
    if matrix is not None:
        work.map.matrices.append(matrix)


def matrix_of(work: Work, file: int, node: MatrixNode, beside: Sequence[Matrix]) -> Matrix | None:
    """Read one matrix that stands beside others; None where no question or no columns can be made out."""
    question = find(work, file, node.question, ("question",), "`matrix`")
    rater = find(work, file, node.rater, ("voice",), "`by`") if node.rater is not None else None
    place = (node.word.start, node.question.end)
    if not node.rows:
        wanted = "a row of hypotheses, then a row for each item of evidence"
        work.report(file, place, "L150", "this matrix has no rows", wanted)
        return None
    rows = [(row, _cells(row)) for row in node.rows]
    asked = question.entity if question is not None and isinstance(question.entity, Question) else None
    columns = _header(work, file, rows[0][1], asked)
    if columns is None:
        return None
    matrix = Matrix(
        question=question.id if question is not None else "",
        rater=rater.id if rater is not None else None,
        hypotheses=tuple(column.hypothesis for column in columns if column.hypothesis is not None),
        columns=tuple(column.attribute for column in columns if column.attribute is not None),
        file=file,
        start=node.word.start,
        end=node.end,
    )
    if question is None:
        _rows(work, file, rows[1:], columns, matrix)  # for what is wrong in them
        return None
    if any((known.question, known.rater) == (matrix.question, matrix.rater) for known in beside):
        message = "this rater has a matrix of this question already"
        mend = Mend(f"matrix {node.question.value} by VOICE", "if another one rates here")
        work.report(file, place, "L156", message, "one matrix for each question and rater", mend)
    _rows(work, file, rows[1:], columns, matrix)
    return matrix


def _rows(
    work: Work, file: int, rows: list[tuple[Token, list[RawCell]]], columns: list[_Column], matrix: Matrix
) -> None:
    seen = set()
    for row, cells in rows:
        read = _row(work, file, row, cells, columns)
        if read is None:
            continue
        if read.statement in seen:
            message = f"{cells[0].parts[0].value} has a row already"
            work.report(file, cells[0].parts[0], "L154", message, "one row for each statement")
        seen.add(read.statement)
        matrix.rows.append(read)


def _cells(row: Token) -> list[RawCell]:
    cells = []
    for match in _CELL.finditer(row.value):
        base = row.start + match.start(1)
        parts = [
            Token(part.lastgroup or "", part[0], base + part.start(), base + part.end())
            for part in _PART.finditer(match[1])
        ]
        start = parts[0].start if parts else base
        cells.append(RawCell(parts, start, parts[-1].end if parts else row.start + match.end(1)))
    if len(cells) > 1 and not cells[-1].parts:
        cells.pop()  # what follows the closing bar
    return cells


def _header(work: Work, file: int, cells: list[RawCell], question: Question | None) -> list[_Column] | None:
    first = cells[0]
    if first.parts:
        message = "the first row names the hypotheses, and its first cell is empty"
        symbol = work.visible[file].get(first.parts[0].value)
        if symbol is None:  # a heading such as “evidence”
            mend = work.mend(file, first.start, first.end, " " * (first.end - first.start))
        else:
            mend = work.mend(file, first.start, first.start, "| ")
        work.report(file, (first.start, first.end), "L152", message, "`| | one | two |`", mend)
        if symbol is not None:
            return None
    place = (cells[0].start, cells[-1].end)
    if question is not None and not question.hypotheses:
        message = f"the question {question.id} lists no hypotheses, so none can head a column"
        work.report(file, place, "L153", message, "`hypotheses: [one, two]` in the question")
        question = None
    columns: list[_Column] = []
    for cell in cells[1:]:
        column = _column(work, file, cell, question)
        named = column.hypothesis is not None or column.attribute is not None
        what = (column.hypothesis, column.attribute)
        if named and any(what == (known.hypothesis, known.attribute) for known in columns):
            message = f"`{column.token.value}` heads two columns"
            work.report(file, column.token, "L153", message, "one column for each")
        columns.append(column)
    if all(column.attribute is not None for column in columns):
        work.report(file, place, "L152", "no column of this matrix is a hypothesis", "`| | one | two |`")
        return None
    return columns


def _column(work: Work, file: int, cell: RawCell, question: Question | None) -> _Column:
    nothing = _Column(None, None, cell.parts[0] if cell.parts else Token("WORD", "…", cell.start, cell.end))
    if len(cell.parts) != 1 or cell.parts[0].type != "WORD":
        message = "the head of a column is the name of a hypothesis, or an attribute with its colon"
        work.report(file, (cell.start, cell.end), "L153", message, "`mastermind`, or `relevance:`")
        return nothing
    token = cell.parts[0]
    if token.value.endswith(":"):
        spec = ATTRIBUTES.get(token.value[:-1])
        if spec is not None and "evidence" in spec.on and spec.shape == "choice":
            return _Column(None, spec.key, token)
        wanted = "`relevance:`, `credibility:` or another graded attribute of a statement"
        work.report(file, token, "L153", f"`{token.value}` cannot head a column", wanted)
        return nothing
    symbol = find(work, file, token, ("statement",), "a column")
    if symbol is None:
        return nothing
    if question is not None and symbol.id not in question.hypotheses:
        mend = Mend(f"hypotheses: [{', '.join((*question.hypotheses, symbol.id))}]", "in the question")
        message = f"{token.value} is not among the hypotheses of this question"
        work.report(file, token, "L153", message, "an answer that its `hypotheses:` lists", mend)
    return _Column(symbol.id, None, token)


def _row(work: Work, file: int, row: Token, cells: list[RawCell], columns: list[_Column]) -> MatrixRow | None:
    first = cells[0]
    if len(first.parts) != 1 or first.parts[0].type != "WORD" or is_ruler(row.value):
        no_name(work, file, row, first)
        return None
    symbol = find(work, file, first.parts[0], ("statement",), "a row")
    values, reason = cells[1:], None
    if len(values) == len(columns) + 1 and [part.type for part in values[-1].parts] == ["TEXT"]:
        reason = text_of(values.pop().parts[0])
    if len(values) != len(columns):
        ragged(work, file, row, values, [column.token.value for column in columns])
        return None
    statement = symbol.id if symbol is not None else ""
    read = MatrixRow(statement=statement, cells=[], reason=reason, start=row.start, end=row.end)
    told = other_ratings(
        work, file, [cell for column, cell in zip(columns, values, strict=True) if not column.attribute]
    )
    for column, cell in zip(columns, values, strict=True):
        if column.attribute is None:
            rated = Cell(start=cell.start, end=cell.end) if cell in told else _rating(work, file, cell)
            if column.hypothesis is not None:
                read.cells.append(rated)
        elif (attribute := _attribute(work, file, column.attribute, cell)) is not None:
            read.attributes.append(attribute)
    return read if symbol is not None else None


def _attribute(work: Work, file: int, key: str, cell: RawCell) -> Attribute | None:
    if not cell.parts:
        return None
    given = Given(work, file, ATTRIBUTES[key], "evidence", cell.parts[0], cell.parts)
    value = read_value(given)
    return Attribute(key, value, given.reason, cell.start, cell.end) if value is not None else None


def _rating(work: Work, file: int, cell: RawCell) -> Cell:
    read = Cell(start=cell.start, end=cell.end)
    parts = list(cell.parts)
    if parts and parts[-1].type == "TEXT":
        read.reason = text_of(parts.pop())
    place = (cell.start, cell.end)
    if not parts:
        if read.reason is not None:
            mend = work.mend(file, cell.start, cell.start, "N ", "if it says nothing either way")
            work.report(file, place, "L157", "this cell has a reason and no rating", RATING_WANTED, mend)
        return read
    word = parts[0]
    if len(parts) == 1 and word.value in RATINGS:
        read.rating = word.value
    elif len(parts) == 1 and word.value[0] in "0123456789.":
        read.likelihood = _likelihood(work, file, word)
    elif not curly_reason(work, file, cell):
        no_rating(work, file, cell, parts)
    return read


def _likelihood(work: Work, file: int, word: Token) -> Range | None:
    return probability(Given(work, file, ATTRIBUTES["prior"], "evidence", word, [word]))
