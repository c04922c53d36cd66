"""Text for a terminal: measured in columns, broken into lines, laid out in tables."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_GAP = "  "
_WORD = 24  # words up to this length are not broken in a table


def columns(text: str) -> int:
    """Return how many columns a text takes: two for wide East Asian letters, none for combining marks."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, room: int, first: str = "", hanging: str = "") -> list[str]:
    """Break a text into lines of at most `room` columns; the first begins with `first`, the others with `hanging`."""
    lines: list[str] = []
    head, line = first, ""
    for word in text.split():
        if line and columns(f"{head}{line} {word}") > room:
            lines.append(head + line)
            head, line = hanging, ""
        line = f"{line} {word}" if line else word
        while columns(head + line) > room and len(line) > 1:
            end = _fitting(line, max(1, room - columns(head)))
            lines.append(head + line[:end])
            head, line = hanging, line[end:]
    return [*lines, head + line]


def cut(text: str, room: int) -> str:
    """Cut a text at a word so that it fits, with an ellipsis."""
    if columns(text) <= room:
        return text
    words = text.split()
    while len(words) > 1 and columns(" ".join(words)) + 2 > room:
        words.pop()
    return " ".join(words) + " …"


def paragraph(text: str, room: int, indent: str = "") -> str:
    """Lay out a paragraph, all of its lines indented."""
    return "\n".join(wrap(text, room, indent, indent))


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], room: int, heading: Callable[[str], str] = str
) -> list[str]:
    """Lay out a table within so many columns: cells that are too long go over several lines.

    Where there is no room for the words, each row is laid out as a paragraph.

    Args:
        heads: What stands above each column.
        rows: The cells.
        room: How many columns there are.
        heading: What becomes of the line of heads, for emphasis.
    """
    widths = _widths([heads, *rows], room)
    if widths is None:
        return [line for row in rows for line in _record(heads, row, room)]
    lines = [heading(line) for line in _row(heads, widths)]
    for row in rows:
        lines += _row(row, widths)
    return lines


def natural(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Return how many columns a table takes where nothing has to be broken."""
    widths = [max(map(columns, column)) for column in zip(heads, *rows, strict=True)]
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _fitting(text: str, room: int) -> int:
    """Return how many letters at the beginning of a text fit, at least one; marks stay with their letter."""
    used = 0
    for at, char in enumerate(text):
        used += _columns(char)
        if used > room and at:
            return at
    return len(text)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Give each column what it wants, and take from the widest what is too much; None where words would be broken."""
    cells = list(zip(*rows, strict=True))
    widths = [max(map(columns, column)) for column in cells]
    words = [max((columns(word) for cell in column for word in cell.split()), default=0) for column in cells]
    floors = [min(_WORD, word) for word in words]
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - room
    while excess > 0:
        at = max(range(len(widths)), key=lambda n: (widths[n] > floors[n], widths[n]))
        if widths[at] <= floors[at]:
            return None
        widths[at] -= 1
        excess -= 1
    return widths


def _record(heads: Sequence[str], row: Sequence[str], room: int) -> list[str]:
    """Lay out one row of a table for which there is no room: its first cell, and below it the others by name."""
    named = [f"{head} {cell}" for head, cell in zip(heads[1:], row[1:], strict=True) if cell]
    return [*wrap(row[0], room), *wrap("; ".join(named), room, "  ", "  ")]


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    broken = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, broken))):
        parts = [lines_[at] if at < len(lines_) else "" for lines_ in broken]
        padded = (part + " " * (width - columns(part)) for part, width in zip(parts, widths, strict=True))
        lines.append(_GAP.join(padded).rstrip())
    return lines
