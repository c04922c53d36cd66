"""A text and the places in it: the lowest floor, on which every message stands.

Everything inside argmap counts characters from the start of the text. Lines and columns are for people; they
are worked out here, at the edge, only when a place is shown.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

_TAB = 4
_HEAD = 64  # bytes
_TELLING = 4  # bytes: from fewer nobody can tell
_WIDEST_MARGIN = 200  # nobody indents deeper than this
_PLAIN = "save it as plain text, in UTF-8 and under a name that ends in .argmap"
_CSV = "save it as CSV; a matrix in it becomes a map by `argmap matrix --csv FILE.csv --format argmap`"
_DRAWN = "give the name of the text that it was made from; a map's name ends in .argmap"
# Files that are no text: how they begin, what is somewhere in them, what they are, and what can be done.
_FORMATS = (
    (b"PK\3\4", b"word/", "a Word document", _PLAIN),
    (b"PK\3\4", b"opendocument.text", "an OpenDocument text", _PLAIN),
    (b"PK\3\4", b"xl/", "an Excel workbook", _CSV),
    (b"PK\3\4", b"opendocument.spreadsheet", "an OpenDocument spreadsheet", _CSV),
    (b"PK\3\4", b"", "a word processor's file, or an archive", _PLAIN),
    (b"\xd0\xcf\x11\xe0", b"", "an old Word or Excel file", _PLAIN),
    (b"{\\rtf", b"", "rich text with fonts and sizes (RTF)", _PLAIN),
    (b"%PDF", b"", "a PDF", _DRAWN),
    (b"\x89PNG", b"", "a picture (PNG)", _DRAWN),
    (b"\xff\xd8\xff", b"", "a picture (JPEG)", _DRAWN),
    (b"\x1f\x8b", b"", "a packed file (gzip)", "unpack it first"),
)


class UnreadableTextError(Exception):
    """The bytes of a file are not a text: `reason` says why, `hint` how to mend it.

    `readable` is what can be shown of it, `place` the offset in that at which it stops being a text.
    """

    def __init__(self, reason: str, hint: str, readable: str = "", place: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.readable = readable
        self.place = place


class Position(NamedTuple):
    """A place as people count it: line and column, both from 1; columns count characters."""

    line: int
    column: int


@dataclass(slots=True, eq=False, repr=False)
class Source:
    """The text of one file: `path` as it is shown in messages, `text` with every line end as a newline."""

    path: str
    text: str
    _starts: list[int] = field(default_factory=list, repr=False)

    def position(self, offset: int) -> Position:
        """Return line and column of a character offset (the end of the text counts as a place)."""
        starts = self._line_starts()
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line_of(self, offset: int) -> int:
        """Return the number of the line on which a character stands, from 1 on."""
        return bisect_right(self._line_starts(), offset)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1, without its end."""
        starts = self._line_starts()
        start = starts[number - 1]
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[start:end]

    def line_start_of(self, number: int) -> int:
        """Return the offset at which a line, counted from 1, begins."""
        return self._line_starts()[number - 1]

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line of `offset` begins."""
        if self._starts:
            return self._starts[bisect_right(self._starts, offset) - 1]
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset at which the line of `offset` ends, before its newline."""
        end = self.text.find("\n", offset)
        return end if end >= 0 else len(self.text)

    def line_with(self, start: int, end: int, instead: str) -> str:
        """Return the line (or lines) of a place with something else there, without space before and after."""
        if not instead and self.text[start - 1 : start] == " " and self.text[end : end + 1] in {" ", "\n", ""}:
            start -= 1
        line = self.text[self.line_start(start) : start] + instead + self.text[end : self.line_end(end)]
        return line.strip()

    def indent(self, offset: int) -> int:
        """Return how deep the line of `offset` is indented, in columns (a tab reaches the next multiple of 4)."""
        start = end = self.line_start(offset)
        while end < len(self.text) and self.text[end].isspace() and self.text[end] != "\n":
            end += 1
        width = 0
        for char in self.text[start:end]:
            width += _TAB - width % _TAB if char == "\t" else 1
        return width

    def margin(self, offset: int) -> str | None:
        """Return the space before `offset` on its line; None where something else stands there."""
        first = max(0, offset - _WIDEST_MARGIN)
        start = self.text.rfind("\n", first, offset) + 1
        space = self.text[start or first : offset]
        return space if (start or not first) and (not space or space.isspace()) else None

    def begins_line(self, offset: int) -> bool:
        """Tell whether nothing but space stands before `offset` on its line."""
        text, at = self.text, offset - 1
        while at >= 0 and text[at] != "\n" and text[at].isspace():
            at -= 1
        return at < 0 or text[at] == "\n"

    def _line_starts(self) -> list[int]:
        if not self._starts:
            starts = [0]
            find, at = self.text.find, 0
            while (at := find("\n", at)) >= 0:
                at += 1
                starts.append(at)
            self._starts = starts
        return self._starts


def decode(data: bytes) -> str:
    """Turn the bytes of a file into text: UTF-8, with or without a byte-order mark, any kind of line end.

    Raises:
        UnreadableTextError: the bytes are another encoding, or no text at all.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(data):
        raise UnreadableTextError(
            "this file is UTF-16, not UTF-8", "save it again as UTF-8 (in Notepad: Save as, with the encoding UTF-8)"
        )
    for head, inside, what, hint in _FORMATS:
        if data.startswith(head) and inside in data:
            raise UnreadableTextError(f"this is {what}, not plain text", hint)
    if b"\0" in data:
        raise UnreadableTextError(
            "this is not a text file: it holds a NUL byte", "give the name of a text file that ends in .argmap"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(error.object)  # it counts from behind a byte-order mark
        byte = data[offset]
        guess = bytes([byte]).decode("cp1252", "replace")
        before = _with_newlines(data[:offset].decode("utf-8-sig"))
        raise UnreadableTextError(
            f"this file is not UTF-8: byte {offset + 1} is {byte:#04x}",
            f"save it again as UTF-8 (in Latin-1 or Windows-1252 this byte would be “{guess}”)",
            before + _with_newlines(data[offset:].decode("utf-8", "replace")),
            len(before),
        ) from error
    return _with_newlines(text)


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _looks_like_utf16(data: bytes) -> bool:
    """Tell whether every second byte of the beginning is NUL, as in western text in UTF-16."""
    head = data[: _HEAD - _HEAD % 2]
    if len(head) < _TELLING or len(data) % 2:
        return False
    return any(not any(head[odd::2]) and all(head[1 - odd :: 2]) for odd in (0, 1))
