"""A matrix from a spreadsheet: CSV with a line for each item of evidence and a column for each hypothesis.

The first cell of a line names its evidence; columns headed text, credibility, relevance and reason are of the line, some
others (type, source, date) are passed over, and all the rest are hypotheses. Ratings may be written as argmap writes them, in words, or with plus and minus.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model import ArgumentMap, Attribute, Cell, MapFile, Matrix, MatrixRow, Question, Range, Statement
from argmap.near import near
from argmap.sheet import meant
from argmap.syntax.texts import not_for_names
from argmap.vocabulary import LEVELS, RATINGS, RESERVED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_SEPARATORS = ",;\t"
_OWN = {
    "text": "text", "description": "text", "evidence": "text", "statement": "text", "item": "text", "credibility": "credibility", "relevance": "relevance", "reason": "reason",
    "reasons": "reason", "note": "reason", "notes": "reason", "comment": "reason", "comments": "reason",
    **dict.fromkeys(("type", "source", "date", "url", "category", "diagnosticity"), "passed over"),
}  # fmt: skip
_LETTERS = {
    "++": "CC", "+": "C", "0": "N", ".": "N", "-": "I", "--": "II", "n/a": "NA", "very consistent": "CC",
    "consistent": "C", "neutral": "N", "not applicable": "NA", "inconsistent": "I", "very inconsistent": "II",
}  # fmt: skip
_GRADES = {"high": "2", "medium": "3", "low": "4"}
_SHORT = {"h": "high", "m": "medium", "l": "low"}
_NUMBER = r"\d*\.?\d+\s*%?"
_LIKELIHOOD = re.compile(rf"({_NUMBER})(?:\s*(?:\.\.|–|to)\s*({_NUMBER}))?")
_WITH_REASON = re.compile(r'(?P<rating>\S+)\s+["(“](?P<reason>.*)[")”]')
_LABELLED = re.compile(r"(?P<id>[^\W_][\w-]{0,11})\s*[:.)]\s+(?P<text>.+)", re.DOTALL)
_NAME = re.compile(r"[^\W_][\w-]*")
_WANTED = "CC C N I II NA, ++ + 0 - --, a likelihood such as 0.8, or nothing"
_LONGEST_NAME = 24
_MOST_FAULTS = 20


class CsvError(Exception):
    """A spreadsheet's matrix cannot be read; each fault names its cell."""

    def __init__(self, faults: Sequence[str]) -> None:
        shown = [
            *faults[:_MOST_FAULTS],
            *([f"and {len(faults) - _MOST_FAULTS} more"] if len(faults) > _MOST_FAULTS else []),
        ]
        super().__init__("\n".join(shown))
        self.faults = tuple(faults)


@dataclass(slots=True)
class SheetLine:
    """One line as it was read: its name and text, its ratings by hypothesis, and what is said of the line itself."""

    id: str
    text: str
    cells: list[Cell]
    attributes: list[Attribute] = field(default_factory=list)
    reason: str | None = None


@dataclass(slots=True)
class RatingSheet:
    """A whole sheet: the hypotheses as (name, text), and its lines."""

    hypotheses: list[tuple[str, str]]
    lines: list[SheetLine]


def read_sheet(text: str, rows: Collection[str] = (), hypotheses: Collection[str] = ()) -> RatingSheet:
    """Read a sheet.

    Args:
        text: The CSV, separated by commas, semicolons or tabs.
        rows: The statements there are, where the sheet rates those of a map; else names are made of what it says.
        hypotheses: The hypotheses there are, likewise.

    Raises:
        CsvError: it is malformed; every fault is told, with its cell as spreadsheets name it (`C4`).
    """
    head = text.lstrip("\ufeff\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    lines = io.StringIO(text.lstrip("\ufeff"), newline="")
    try:
        records = list(enumerate(csv.reader(lines, delimiter=separator, strict=True), 1))
    except csv.Error as error:
        raise CsvError([f"this is not CSV: {error}"]) from error
    filled = [
        (number, [meant(cell.strip()) for cell in row]) for number, row in records if any(cell.strip() for cell in row)
    ]
    if not filled:
        raise CsvError(["the sheet is empty; its first line names the hypotheses, as in: evidence,H1,H2"])
    return _Reader(filled[0], filled[1:], {"E": rows, "H": hypotheses}).sheet()


def as_map(sheet: RatingSheet, title: str) -> ArgumentMap:
    """Make a map of a sheet: a question with its hypotheses, the evidence, and the matrix."""
    names = tuple(name for name, _ in sheet.hypotheses)
    called = re.sub(r"[^\w-]+", "-", title).strip("-_")
    taken = {*names, *(line.id for line in sheet.lines)}
    question = _free(called if _is_name(called) else "matrix-question", taken)
    made = ArgumentMap(
        files=[MapFile(f"{title}.argmap")],
        questions=[Question(id=question, text=title, attributes=[Attribute("hypotheses", names)])],
    )
    made.statements = [Statement(id=name, kind="hypothesis", text=text) for name, text in sheet.hypotheses]
    made.statements += [Statement(id=line.id, kind="evidence", text=line.text) for line in sheet.lines]
    made.matrices = [matrix_of(sheet, question, None)]
    return made


def matrix_of(sheet: RatingSheet, question: str, rater: str | None) -> Matrix:
    """Make the matrix of a sheet."""
    return Matrix(
        question=question,
        hypotheses=tuple(name for name, _ in sheet.hypotheses),
        columns=tuple(key for key in ("credibility", "relevance") if any(_has(line, key) for line in sheet.lines)),
        rater=rater,
        rows=[
            MatrixRow(statement=line.id, cells=line.cells, attributes=line.attributes, reason=line.reason)
            for line in sheet.lines
        ],
    )


def _has(line: SheetLine, key: str) -> bool:
    return any(attribute.key == key for attribute in line.attributes)


class _Reader:
    """One sheet on its way in."""

    def __init__(
        self, head: tuple[int, list[str]], rows: list[tuple[int, list[str]]], known: dict[str, Collection[str]]
    ) -> None:
        self.known = known
        self.number, heads = head
        while heads and not heads[-1]:
            heads.pop()
        self.heads = heads
        self.rows = rows
        self.faults: list[str] = []
        self.taken: set[str] = set()
        self.labels: set[str] = set()

    def sheet(self) -> RatingSheet:
        columns = [_OWN.get(name.lower(), "") if at else "" for at, name in enumerate(self.heads)]
        hypotheses = {at: name for at, name in enumerate(self.heads) if at and not columns[at]}
        self.check_heads(hypotheses)
        named = {at: self.named(name, "H", at) for at, name in hypotheses.items()}
        lines = [
            line for number, row in self.rows if (line := self.line(number, row, columns, list(named))) is not None
        ]
        if not self.rows:
            self.faults.append("there is no line of evidence below the first")
        if self.faults:
            raise CsvError(self.faults)
        return RatingSheet(list(named.values()), lines)

    def check_heads(self, hypotheses: dict[int, str]) -> None:
        if not hypotheses:
            self.faults.append(
                f"cell B{self.number}: no column is a hypothesis; the first line names them, as in: evidence,H1,H2"
            )
        for at, name in hypotheses.items():
            if not name:
                self.faults.append(f"cell {_cell(at, self.number)}: this column has no head; name its hypothesis")
            elif name in [other for before, other in hypotheses.items() if before < at]:
                self.faults.append(f"cell {_cell(at, self.number)}: “{name}” heads two columns")

    def line(self, number: int, row: list[str], columns: list[str], hypotheses: list[int]) -> SheetLine | None:
        while len(row) > len(self.heads) and not row[-1]:
            row.pop()
        if len(row) != len(self.heads):
            at, short = min(len(row), len(self.heads)), len(row) < len(self.heads)
            counts = f"this line has {len(row)} cells, and the first line {len(self.heads)}"
            self.faults.append(f"cell {_cell(at, number)} {'is missing' if short else 'is one too many'}: {counts}")
            return None
        if not row[0]:
            self.faults.append(f"cell A{number}: this line has no name; its first cell names the evidence")
            return None
        own = {key: (at, row[at]) for at, key in enumerate(columns) if key and row[at]}
        text = own["text"][1] if "text" in own else ""
        name, label = self.named(row[0], "E", number)
        found = SheetLine(name, text or label, [self.rating(row[at], at, number) for at in hypotheses])
        found.attributes = list(self.levels(own, number))
        found.reason = own["reason"][1] if "reason" in own else None
        return found

    def levels(self, own: dict[str, tuple[int, str]], number: int) -> Iterable[Attribute]:
        for key in ("credibility", "relevance"):
            if key not in own:
                continue
            at, said = own[key]
            level = _SHORT.get(said.lower(), said.lower())
            if key == "credibility" and level in _GRADES:
                level = _GRADES[level]
            if level in (LEVELS if key == "relevance" else tuple("123456")):
                yield Attribute(key, level)
            else:
                wanted = "low, medium or high" if key == "relevance" else "1 to 6, or low, medium or high"
                self.faults.append(f"cell {_cell(at, number)}: “{said}” is no {key}: {wanted}")

    def rating(self, said: str, at: int, number: int) -> Cell:
        found = _rating(said)
        if found is None and (parts := _WITH_REASON.fullmatch(said)) is not None:
            found = _rating(parts["rating"])
            if found is not None:
                found.reason = parts["reason"]
        if found is None:
            self.faults.append(f"cell {_cell(at, number)}: “{said}” is no rating: {_WANTED}")
        return found or Cell()

    def named(self, label: str, letter: str, number: int) -> tuple[str, str]:
        """Return a name and a text for a line or column: `E1: It rained` has both, else one is made of the other."""
        known = self.known[letter]
        if known:
            self.check_known(label, letter, number, known)
            return label, label
        parts = _LABELLED.fullmatch(label)
        name, text = (parts["id"], parts["text"]) if parts is not None else (label, label)
        if not _is_name(name):
            name = f"{letter}{number}" if letter == "H" else f"{letter}{number - self.number}"
        if letter == "E" and label in self.labels:
            self.faults.append(f"cell A{number}: “{label}” names two lines")
        self.labels |= {label} if letter == "E" else set()
        name = _free(name, self.taken)
        self.taken.add(name)
        return name, text

    def check_known(self, label: str, letter: str, number: int, known: Collection[str]) -> None:
        cell = _cell(number, self.number) if letter == "H" else f"A{number}"
        what = "hypothesis of this question" if letter == "H" else "statement of this map"
        if label not in known:
            close = near(label, sorted(known))
            hint = f"; did you mean {close[0]}?" if close else ""
            self.faults.append(f"cell {cell}: “{label}” is no {what}{hint}")
        elif label in self.taken:
            self.faults.append(f"cell {cell}: “{label}” names two lines or columns")
        self.taken.add(label)


def _is_name(name: str) -> bool:
    return (
        _NAME.fullmatch(name) is not None
        and len(name) <= _LONGEST_NAME
        and name not in RESERVED
        and not_for_names(name) is None
    )


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free


def _cell(column: int, row: int) -> str:
    """Name a cell as spreadsheets do: `C4`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _rating(said: str) -> Cell | None:
    """Read a rating without a reason; None where it is none."""
    plain = said.replace("−", "-").replace("–-", "--").strip()
    if not plain:
        return Cell()
    if plain.upper() in RATINGS:
        return Cell(plain.upper())
    letter = _LETTERS.get(plain.lower(), _LETTERS.get(plain))
    if letter is not None:
        return Cell(letter)
    numbers = _LIKELIHOOD.fullmatch(plain)
    if numbers is None:
        return None
    low = _share(numbers[1])
    high = _share(numbers[2]) if numbers[2] else low
    return Cell(None, Range(low, high)) if 0 <= low <= high <= 1 else None


def _share(said: str) -> float:
    return float(said.rstrip("% ")) / 100 if said.endswith("%") else float(said)
