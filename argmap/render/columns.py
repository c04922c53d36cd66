"""Text for a terminal: measured in columns, broken into lines, laid out in tables."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_GAP = "  "
_NARROWEST = 6  # columns that a column of a table keeps, however little room there is


def columns(text: str) -> int:
    """Return how many columns a text takes: two for wide East Asian letters, none for combining marks."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def wrap(text: str, room: int, hanging: str = "") -> list[str]:
    """Break a text into lines of at most `room` columns; all but the first begin with `hanging`."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        tried = f"{line} {word}" if line else word
        if columns(tried) <= room or not line.strip():
            line = tried
        else:
            lines.append(line)
            line = hanging + word
        *full, line = _cut(line, max(room, columns(hanging) + 2), hanging)
        lines += full
    return [*lines, line]


def paragraph(text: str, room: int, indent: str = "") -> str:
    """Lay out a paragraph, all of its lines indented."""
    return "\n".join(wrap(indent + text, room, indent))


def table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], room: int, heading: Callable[[str], str] = str
) -> list[str]:
    """Lay out a table within so many columns: cells that are too long go over several lines.

    Args:
        heads: What stands above each column.
        rows: The cells.
        room: How many columns there are.
        heading: What becomes of the line of heads, for emphasis.
    """
    widths = _widths([heads, *rows], room)
    lines = [heading(line) for line in _row(heads, widths)]
    for row in rows:
        lines += _row(row, widths)
    return lines


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _cut(line: str, room: int, hanging: str) -> list[str]:
    """Cut what is too wide for a line, a long word, into lines."""
    found: list[str] = []
    while columns(line) > room:
        used, end = 0, 0
        while used + _columns(line[end]) <= room:
            used += _columns(line[end])
            end += 1
        found.append(line[:end])
        line = hanging + line[end:]
    return [*found, line]


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Give each column what it wants, and take from the widest what is too much."""
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - room
    while excess > 0:
        most = max(widths)
        if most <= _NARROWEST:
            break
        at = widths.index(most)
        second = max((w for w in widths if w < most), default=_NARROWEST)
        taken = min(excess, max(1, most - max(second, _NARROWEST)))
        widths[at] -= taken
        excess -= taken
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    broken = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, broken))):
        parts = [lines_[at] if at < len(lines_) else "" for lines_ in broken]
        padded = (part + " " * (width - columns(part)) for part, width in zip(parts, widths, strict=True))
        lines.append(_GAP.join(padded).rstrip())
    return lines
