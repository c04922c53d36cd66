"""What can be wrong with the rows and cells of a matrix, each told at its cell and with what was probably meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.vocabulary import RATINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.lower.work import Work
    from argmap.syntax.lexer import Token

_CURLY = re.compile(r"[“„«‘”]([^“”„«»‘’]*)[”“»’]")
_DASHES = re.compile(r"\s*:?-{2,}:?\s*")
RATING_WANTED = "CC C N I II NA, a likelihood such as 0.8, or nothing, each with a reason in quotes if you like"
# How other tools write ratings.
_MEANT = {
    "++": "CC", "+": "C", "-": "I", "−": "I", "--": "II", "−−": "II", "n/a": "NA", "?": "", "consistent": "C",
    "very consistent": "CC", "neutral": "N", "inconsistent": "I", "very inconsistent": "II", "not applicable": "NA",
}  # fmt: skip


@dataclass(slots=True)
class RawCell:
    """A cell as it stands: its parts, and its place."""

    parts: list[Token]
    start: int
    end: int


def is_ruler(row: str) -> bool:
    """Tell whether a row is the line of dashes that Markdown puts below the head of a table."""
    return all(map(_DASHES.fullmatch, row.strip().strip("|").split("|")))


def no_name(work: Work, file: int, row: Token, first: RawCell) -> None:
    """Report a row that does not begin with a name."""
    if is_ruler(row.value):
        place = (row.start, row.start + len(row.value.rstrip()))
        wanted = "rows directly below the first one"
        work.report(file, place, "L155", "a line of dashes is no row", wanted, Mend("leave this line out"))
        return
    mends = []
    if len(first.parts) == 1:
        mends = [Mend(f"evidence NAME {first.parts[0].value}", "outside the matrix, and NAME here")]
    elif (joined := "-".join(part.value for part in first.parts)) in work.visible[file]:
        mends = [work.mend(file, first.start, first.end, joined)]
    message = "a row begins with the name of a statement"
    work.report(file, (first.start, first.end), "L155", message, "`| name | C | I |`", *mends)


def ragged(work: Work, file: int, row: Token, values: list[RawCell], heads: list[str]) -> None:
    """Report a row with too few cells or too many."""
    due = len(heads)
    count = f"{due} cell{'s' if due != 1 else ''} after its name ({', '.join(heads)})"
    more = len(values) - due
    if more > 0:
        extra = values[due]
        message = f"this row has {more} cell{'s' if more > 1 else ''} too many"
        mend = Mend("a reason for the whole row stands last and in quotes")
        is_words = extra.parts and all(part.type == "WORD" for part in extra.parts)
        if more == 1 and is_words and extra.parts[0].value not in RATINGS:
            mend = work.mend(
                file, extra.start, extra.end, f'"{_words(extra.parts)}"', "if it is the reason for the row"
            )
        work.report(file, (extra.start, extra.end), "L151", message, count, mend)
        return
    missing = heads[len(values)]
    text = row.value.rstrip()
    end = row.start + len(text)
    empty = " |" * -more if text.endswith("|") else " |" * (1 - more)
    mend = work.mend(file, end, end, empty, "an empty cell is “not yet rated”")
    place = (max(end - 1, row.start), end)
    work.report(file, place, "L151", f"this row ends before its cell for {missing}", count, mend)


def no_rating(work: Work, file: int, cell: RawCell, parts: list[Token]) -> None:
    """Report what is no rating, with what was probably meant."""
    shown, end = _words(parts), parts[-1].end
    near = work.nearby(shown.upper(), RATINGS, 1, 0.5) if len(parts) == 1 else []
    meant = _MEANT.get(shown.lower())
    mends = [work.mend(file, cell.start, end, name) for name in ([meant] if meant is not None else near)]
    if parts[0].value in RATINGS and len(parts) > 1 and all(part.type == "WORD" for part in parts):
        mends = [work.mend(file, parts[1].start, end, f'"{_words(parts[1:])}"', "if that is the reason")]
    work.report(file, (cell.start, end), "L158", f"`{shown}` is no rating", RATING_WANTED, *mends)


def other_ratings(work: Work, file: int, cells: Sequence[RawCell]) -> list[RawCell]:
    """Report in one go the cells of a row that are rated as other tools do it, where there are several; return them."""
    odd = [(cell, meant) for cell in cells if (meant := _MEANT.get(_words(cell.parts).lower())) is not None]
    if len(odd) < 2:  # noqa: PLR2004 - a single one is told in its cell
        return []
    start, end = odd[0][0].start, odd[-1][0].end
    text = work.source(file).text[start:end]
    for cell, meant in reversed(odd):
        size = cell.end - cell.start
        text = text[: cell.start - start] + meant.ljust(size) + text[cell.end - start :]
    shown = ", ".join(f"`{word}`" for word in dict.fromkeys(_words(cell.parts) for cell, _ in odd))
    mend = work.mend(file, start, end, text.rstrip())
    work.report(file, (start, end), "L158", f"{shown}: that is no rating", RATING_WANTED, mend)
    return [cell for cell, _ in odd]


def curly_reason(work: Work, file: int, cell: RawCell) -> bool:
    """Report a reason in curly quotes."""
    text = work.source(file).text[cell.start : cell.end]
    found = _CURLY.search(text)
    if found is None:
        return False
    start = cell.start + found.start()
    message = f"a text begins with a straight quote, not with {found[0][0]}"
    mend = work.mend(file, start, cell.start + found.end(), f'"{found[1]}"')
    work.report(file, (start, start + 1), "L103", message, 'the straight quote "', mend)
    return True


def _words(parts: Sequence[Token]) -> str:
    return " ".join(part.value for part in parts)
