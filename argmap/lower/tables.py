"""Matrices: rows of cells between bars, each cell read with its own place so that a message can point at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.lower.names import find
from argmap.lower.values import ValueReader
from argmap.model import Attribute, Cell, Matrix, MatrixRow, Question
from argmap.near import near as near_words
from argmap.syntax.lexer import Token
from argmap.syntax.texts import text_of
from argmap.vocabulary import ATTRIBUTES, RATINGS

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.model import Range
    from argmap.syntax.nodes import MatrixNode

_CELL = re.compile(r'\|((?:[^"|]|"(?:\\.|[^"\\])*")*)')
_PART = re.compile(r'(?P<TEXT>"(?:\\.|[^"\\])*")|(?P<WORD>[^\s"]+)')
_RATING_WANTED = "CC C N I II NA, a likelihood such as 0.8, or nothing, each with a reason in quotes if you like"


@dataclass(slots=True)
class _Raw:
    """A cell as it stands: its parts, and its place."""

    parts: list[Token]
    start: int
    end: int


@dataclass(slots=True)
class _Column:
    """A column: a hypothesis, or an attribute of the row."""

    hypothesis: str | None
    attribute: str | None
    token: Token


def read_matrix(work: Work, file: int, node: MatrixNode) -> None:
    """Read one matrix into the map; what is wrong in it is reported at its cell."""
    question = find(work, file, node.question, ("question",), "`matrix`")
    rater = find(work, file, node.rater, ("voice",), "`by`") if node.rater is not None else None
    if not node.rows:
        place = (node.word.start, node.question.end)
        work.report(
            file, place, "L150", "this matrix has no rows", "a row of hypotheses, then a row for each item of evidence"
        )
        return
    rows = [(row, _cells(row)) for row in node.rows]
    columns = _header(
        work,
        file,
        rows[0][1],
        question.entity if question is not None and isinstance(question.entity, Question) else None,
    )
    if columns is None:
        return
    matrix = Matrix(
        question=question.id if question is not None else "", rater=rater.id if rater is not None else None,
        hypotheses=tuple(column.hypothesis for column in columns if column.hypothesis is not None),
        columns=tuple(column.attribute for column in columns if column.attribute is not None),
        file=file, start=node.word.start, end=node.end,
    )  # fmt: skip
    for known in work.map.matrices:
        if known.question == matrix.question and known.rater == matrix.rater:
            work.report(file, (node.word.start, node.question.end), "L156", "this rater has a matrix of this question already",
                        "one matrix for each question and rater", Mend(f"matrix {node.question.value} by VOICE", "if another one rates here"))  # fmt: skip
    if question is not None:
        work.map.matrices.append(matrix)
    for row, cells in rows[1:]:
        read = _row(work, file, row, cells, columns)
        if read is None:
            continue
        if any(known.statement == read.statement for known in matrix.rows):
            work.report(
                file,
                cells[0].parts[0],
                "L154",
                f"{cells[0].parts[0].value} has a row already",
                "one row for each statement",
            )
        matrix.rows.append(read)


def _cells(row: Token) -> list[_Raw]:
    cells = []
    for match in _CELL.finditer(row.value):
        base = row.start + match.start(1)
        parts = [
            Token(part.lastgroup or "", part[0], base + part.start(), base + part.end())
            for part in _PART.finditer(match[1])
        ]
        start = parts[0].start if parts else base
        cells.append(_Raw(parts, start, parts[-1].end if parts else row.start + match.end(1)))
    if len(cells) > 1 and not cells[-1].parts:
        cells.pop()  # what follows the closing bar
    return cells


def _header(work: Work, file: int, cells: list[_Raw], question: Question | None) -> list[_Column] | None:
    if cells[0].parts:
        work.report(file, (cells[0].start, cells[0].end), "L152", "the first row names the hypotheses, and its first cell is empty",
                    "`| | one | two |`", Mend("| | " + " | ".join(part.value for cell in cells for part in cell.parts) + " |"))  # fmt: skip
        return None
    if question is not None and not question.hypotheses:
        first, last = cells[1:2] or cells, cells[-1]
        work.report(
            file, (first[0].start, last.end), "L153", f"the question {question.id} lists no hypotheses, so none can head a column",
            "`hypotheses: [one, two]` in the question",
        )  # fmt: skip
        question = None
    columns: list[_Column] = []
    for cell in cells[1:]:
        if len(cell.parts) != 1 or cell.parts[0].type != "WORD":
            work.report(file, (cell.start, cell.end), "L153", "the head of a column is the name of a hypothesis, or an attribute with its colon",
                        "`mastermind`, or `relevance:`")  # fmt: skip
            return None
        column = _column(work, file, cell.parts[0], question)
        if column is None:
            return None
        if any((column.hypothesis, column.attribute) == (known.hypothesis, known.attribute) for known in columns):
            work.report(
                file, cell.parts[0], "L153", f"`{cell.parts[0].value}` heads two columns", "one column for each"
            )
        columns.append(column)
    if not any(column.hypothesis for column in columns):
        work.report(
            file,
            (cells[0].start, cells[-1].end),
            "L152",
            "no column of this matrix is a hypothesis",
            "`| | one | two |`",
        )
        return None
    return columns


def _column(work: Work, file: int, token: Token, question: Question | None) -> _Column | None:
    if token.value.endswith(":"):
        key = token.value[:-1]
        spec = ATTRIBUTES.get(key)
        if spec is None or "evidence" not in spec.on or spec.shape != "choice":
            work.report(
                file,
                token,
                "L153",
                f"`{token.value}` cannot head a column",
                "`relevance:`, `credibility:` or another graded attribute of a statement",
            )
            return None
        return _Column(None, key, token)
    symbol = find(work, file, token, ("statement",), "a column")
    if symbol is None:
        return None
    if question is not None and symbol.id not in question.hypotheses:
        work.report(file, token, "L153", f"{token.value} is not among the hypotheses of this question", "an answer that its `hypotheses:` lists",
                    Mend(f"hypotheses: [{', '.join((*question.hypotheses, symbol.id))}]", "in the question"))  # fmt: skip
    return _Column(symbol.id, None, token)


def _row(work: Work, file: int, row: Token, cells: list[_Raw], columns: list[_Column]) -> MatrixRow | None:
    first = cells[0]
    if len(first.parts) != 1 or first.parts[0].type != "WORD":
        work.report(
            file, (first.start, first.end), "L155", "a row begins with the name of a statement", "`| name | C | I |`"
        )
        return None
    symbol = find(work, file, first.parts[0], ("statement",), "a row")
    values, reason = cells[1:], None
    if len(values) == len(columns) + 1 and [part.type for part in values[-1].parts] == ["TEXT"]:
        reason = text_of(values.pop().parts[0])
    if len(values) != len(columns):
        _ragged(work, file, row, values, columns)
        return None
    read = MatrixRow(
        statement=symbol.id if symbol is not None else "", cells=[], reason=reason, start=row.start, end=row.end
    )
    for column, cell in zip(columns, values, strict=True):
        if column.attribute is not None:
            attribute = _attribute(work, file, column, cell)
            if attribute is not None:
                read.attributes.append(attribute)
        else:
            read.cells.append(_rating(work, file, cell))
    return read if symbol is not None else None


def _ragged(work: Work, file: int, row: Token, values: list[_Raw], columns: list[_Column]) -> None:
    heads = ", ".join(column.token.value for column in columns)
    count = f"{len(columns)} cell{'s' if len(columns) != 1 else ''} after its name ({heads})"
    if len(values) > len(columns):
        extra = values[len(columns)]
        work.report(file, (extra.start, extra.end), "L151", f"this row has {len(values) - len(columns)} cell(s) too many", count,
                    Mend("a reason for the whole row stands last and in quotes"))  # fmt: skip
    else:
        missing = columns[len(values)].token.value
        start = values[-1].end if values else row.end
        work.report(file, (start, max(row.end, start + 1)), "L151", f"this row ends before its cell for {missing}", count,
                    Mend(row.value.rstrip().rstrip("|").rstrip() + " |" * (len(columns) - len(values) + 1), "an empty cell is “not yet rated”"))  # fmt: skip


def _attribute(work: Work, file: int, column: _Column, cell: _Raw) -> Attribute | None:
    if not cell.parts:
        return None
    spec = ATTRIBUTES[column.attribute or ""]
    reader = ValueReader(work, file, spec, "evidence", cell.parts[0], list(cell.parts))
    value = reader.read()
    return Attribute(spec.key, value, reader.reason, cell.start, cell.end) if value is not None else None


def _rating(work: Work, file: int, cell: _Raw) -> Cell:
    read = Cell(start=cell.start, end=cell.end)
    parts = list(cell.parts)
    if parts and parts[-1].type == "TEXT":
        read.reason = text_of(parts.pop())
    if not parts:
        if read.reason is not None:
            work.report(
                file,
                (cell.start, cell.end),
                "L157",
                "this cell has a reason and no rating",
                _RATING_WANTED,
                Mend(f"N {cell.parts[0].value}"),
            )
        return read
    word = parts[0]
    if len(parts) == 1 and word.value in RATINGS:
        read.rating = word.value
    elif len(parts) == 1 and word.value[0] in "0123456789.":
        read.likelihood = _likelihood(work, file, word)
    else:
        near = near_words(word.value.upper(), RATINGS, 1, 0.5)
        work.report(file, (cell.start, parts[-1].end), "L158", f"`{' '.join(part.value for part in parts)}` is no rating", _RATING_WANTED,
                    *(Mend(name) for name in near))  # fmt: skip
    return read


def _likelihood(work: Work, file: int, word: Token) -> Range | None:
    return ValueReader(work, file, ATTRIBUTES["prior"], "evidence", word, [word]).probability()
