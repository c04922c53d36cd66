"""A table of the paragraphs of a document: which lines of its file each covers, under which heading, with which notes.

A row a paragraph, a column a property, divided by tabs (or by commas, in a file that ends in .csv). Needed are the
columns `paragraph` (`par0`, `par12`, `parq`) and `file_lines` (`19`, `21+23` where a page break divides it, `21-24`).
`document`, `section`, `first_words` and `notes` may be there. One table may serve several documents.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Label
from argmap.near import near
from argmap.provenance.texts.document import Passage
from argmap.provenance.texts.folding import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.provenance.texts.document import Span
    from argmap.source import Source

NEEDED = ("paragraph", "file_lines")
COLUMNS = ("document", "paragraph", "section", "first_words", "file_lines", "notes")
_PARAGRAPH = re.compile(r"par(?:\d+|[a-z])", re.ASCII)
_LINES = re.compile(r"\d{1,9}(?:-\d{1,9})?(?:[+,]\d{1,9}(?:-\d{1,9})?)*", re.ASCII)
_NOTES = re.compile(r"\d{1,6}(?:-\d{1,6})?(?:[,;+ ]+\d{1,6}(?:-\d{1,6})?)*", re.ASCII)
_NONE = {"", "-", "–", "—"}
_MOST_FAULTS = 5  # of one table are told: the others are likely of the same kind
_SHOWN = 40  # characters of a line that a message quotes
_LONGEST_RUN = 1000


class Wrong(NamedTuple):
    """What is wrong with a line of the table: where, what, what was expected."""

    where: Label
    message: str
    help: str


class Row(NamedTuple):
    """A line of the table: its number and its cells by column."""

    line: int
    cells: dict[str, str]


def read_table(
    table: Source, names: tuple[str, ...], text: Source, *, in_common: bool = False
) -> tuple[list[Passage], list[Wrong]]:
    """Read the paragraphs of a document from a table.

    Args:
        table: The table.
        names: What the document may be called in its column `document`, the likeliest first.
        text: The text of the document.
        in_common: Whether it is a table for many documents, which need not have rows of this one.

    Returns:
        The paragraphs in the order of the table, and what is wrong with it: then the paragraphs are not to be trusted.
    """
    rows, wrong = _rows(table)
    if wrong:
        return [], wrong
    if in_common and not any(row.cells.get("document") in names for row in rows):
        return [], []
    rows, wrong = _of_document(table, rows, names)
    found: dict[str, Passage] = {}
    for row in rows:
        read = _Reading(table, text, row)
        passage = read.passage()
        if passage is not None and passage.name in found:
            read.wrong(f"{passage.name} stands twice in this table", "one line a paragraph")
        elif passage is not None:
            found[passage.name] = passage
        wrong += read.found
        if len(wrong) >= _MOST_FAULTS:
            break
    return list(found.values()), wrong[:_MOST_FAULTS]


def _rows(table: Source) -> tuple[list[Row], list[Wrong]]:
    lines = table.text.split("\n")
    tabs = "\t" in lines[0] or not table.path.lower().endswith(".csv")
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.reader(lines)
    try:
        cells = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        return [], [_at(table, reader.line_num or 1, f"this is no line of a table: {error}", "cells divided by tabs")]
    if not cells:
        return [], [_at(table, 1, "this table is empty", f"the columns {', '.join(COLUMNS)}")]
    (first, raw), *others = cells
    heads = [head.strip().lower().replace(" ", "_") for head in raw]
    missing = [name for name in NEEDED if name not in heads]
    if missing:
        close = near(missing[0], heads)
        message = f"this table has no column `{missing[0]}`"
        hint = f"a first line that names the columns {', '.join(COLUMNS)}, divided by tabs"
        return [], [_at(table, first, f"{message} (`{close[0]}` is like it)" if close else message, hint)]
    return [Row(line, dict(zip(heads, map(str.strip, row), strict=False))) for line, row in others], []


def _of_document(table: Source, rows: list[Row], names: tuple[str, ...]) -> tuple[list[Row], list[Wrong]]:
    """Keep the rows of one document; a table of a single document is of this one, whatever it calls it."""
    documents = dict.fromkeys(row.cells.get("document", "") for row in rows)
    known = [name for name in names if name in documents]
    if known:
        return [row for row in rows if row.cells.get("document") == known[0]], []
    if len(documents) == 1:
        return rows, []
    message = "this table has no paragraphs" if not documents else f"this table has no rows of the document {names[0]}"
    others = f"; it has rows of {', '.join(sorted(documents)[:_MOST_FAULTS])}" if documents else ""
    return [], [_at(table, 1, message + others, f"lines whose first column is {names[0]}")]


class _Reading:
    """One row on its way to a paragraph."""

    def __init__(self, table: Source, text: Source, row: Row) -> None:
        self.table = table
        self.text = text
        self.row = row
        self.found: list[Wrong] = []

    def wrong(self, message: str, hint: str) -> None:
        """Take note of what is wrong with this row."""
        self.found.append(_at(self.table, self.row.line, message, hint))

    def passage(self) -> Passage | None:
        """Return the paragraph of this row, or None where something is wrong."""
        name, lines = (self.row.cells.get(column, "") for column in NEEDED)
        notes = self.row.cells.get("notes", "")
        if not _PARAGRAPH.fullmatch(name):
            self.wrong(f"`{name}` is no name of a paragraph", "`par0`, `par12`, or `parq` for a pull quote")
        elif not _LINES.fullmatch(lines):
            self.wrong(f"`{lines}` names no lines of the file", "`19`, `21+23` or `21-24`")
        elif notes not in _NONE and not _NOTES.fullmatch(notes):
            self.wrong(f"`{notes}` are no numbers of notes", "`24,25,26`, or `-` for none")
        else:
            spans = self._spans(lines)
            if spans and self._begins_as_said(name, spans):
                numbers = tuple(_numbers(notes)) if notes not in _NONE else ()
                section = self.row.cells.get("section", "")
                return Passage(name, tuple(spans), section if section not in _NONE else "", numbers)
        return None

    def _spans(self, lines: str) -> list[Span]:
        last = self.text.text.count("\n") + 1
        spans = []
        for part in re.split("[+,]", lines):
            first, _, end = part.partition("-")
            low, high = int(first), int(end or first)
            if not 1 <= low <= high <= min(last, low + _LONGEST_RUN):
                self.wrong(f"{self.text.path} has no lines {part}: it ends with line {last}", "lines of that file")
                return []
            start, stop = _line_span(self.text, low)[0], _line_span(self.text, high)[1]
            if not self.text.text[start:stop].strip():
                what = f"line {part} of {self.text.path} is empty"
                self.wrong(what, f"the lines on which {self.row.cells['paragraph']} stands")
                return []
            spans.append((start, stop))
        return spans

    def _begins_as_said(self, name: str, spans: list[Span]) -> bool:
        start, end = spans[0]
        said = words_of(self.row.cells.get("first_words", ""))
        stands = words_of(self.text.text[start:end])
        if said == stands[: len(said)]:
            return True
        shown = self.text.text[start:end].strip()[:_SHOWN]
        line = self.text.position(start).line
        self.wrong(
            f"{name} does not begin so on line {line} of {self.text.path}: there stands “{shown} …”",
            "the first words of that paragraph, or the lines on which it now stands",
        )
        return False


def _line_span(text: Source, number: int) -> Span:
    start = text.line_start_of(number)
    return start, text.line_end(start)


def _numbers(notes: str) -> Iterator[int]:
    for part in re.split("[,;+ ]+", notes):
        first, _, last = part.partition("-")
        low, high = int(first), int(last or first)
        yield from range(low, min(high, low + _LONGEST_RUN) + 1)


def _at(table: Source, line: int, message: str, hint: str) -> Wrong:
    start = table.line_start_of(line)
    return Wrong(Label(table, start, table.line_end(start)), message, hint)
