"""Text on its way into a picture or a page: made harmless, measured, broken into lines."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The widths of Arial's letters in thousandths of their size; Liberation Sans and Helvetica have the same.
_WIDTHS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./\\:;I[]ft",
    333: "()-r`{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvxyzs",
    556: "#$?_0123456789Labdeghnopqu–",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDE, _OTHER, _BOLD = 1.0, 0.61, 1.08
_LAST = 0xFFFE  # the two last code points of each plane are no characters
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", *_RIGHT_TO_LEFT})
# Control characters, halves of surrogate pairs, what is no character, and marks that turn the direction of what follows
# them, also outside of the text they stand in.
_HARMFUL = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u202a-\\u202e\\u2066-\\u2069"
    + "".join(f"\\U{plane * 0x10000 + _LAST:08x}\\U{plane * 0x10000 + _LAST + 1:08x}" for plane in range(17))
    + "]"
)


class _Letters(dict[str, float]):
    """The width of each letter, in units of its size; those of Arial are known, others are estimated once."""

    def __missing__(self, char: str) -> float:
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
            wide = 0.0
        else:
            wide = _WIDE if unicodedata.east_asian_width(char) in {"W", "F"} else _OTHER
        self[char] = wide
        return wide


_letter = _Letters({letter: width / 1000 for width, letters in _WIDTHS.items() for letter in letters}).__getitem__
_SPACE = _letter(" ")


def clean(text: str) -> str:
    """Return the text on one line, without characters that XML forbids or that disturb what stands around it."""
    harmless = text if text.isprintable() else _HARMFUL.sub(" ", text)
    return " ".join(harmless.split())


def width(text: str, size: float = 1.0, *, bold: bool = False) -> float:
    """Estimate how wide a text is in Arial of a size, in the unit of the size."""
    return _letters(text) * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=4096)  # a map says most of its words more than once
def _letters(text: str) -> float:
    return sum(map(_letter, text))


def wrap(text: str, room: float, most: int = 12) -> list[str]:
    """Break a clean text into lines at most `room` wide (in units of the letters' size), at most `most` of them.

    A word that is wider than a line is broken where it must be; what is left over gives way to an ellipsis.
    """
    lines: list[str] = []
    line: list[str] = []
    used = room  # the first word begins a line
    for word in text.split():
        wide = _letters(word)
        used = used + _SPACE + wide
        if used <= room:
            line.append(word)
            continue
        if line:
            lines.append(" ".join(line))
        *full, last = [word] if wide <= room else _pieces(word, room)
        line, used = [last], wide if not full else width(last)
        lines += full
        if len(lines) > most:
            break
    lines.append(" ".join(line))
    if len(lines) > most:
        lines[most - 1 :] = [fit(f"{lines[most - 1]} …", room)]
    return lines


def fit(text: str, room: float, *, bold: bool = False) -> str:
    """Shorten a text to one line of `room`, with an ellipsis where something was taken away."""
    if width(text, bold=bold) <= room:
        return text
    first = _pieces(text.removesuffix("…"), room - 1.0, bold=bold)[0]
    return f"{first.rstrip()}…"


def shorten(text: str, most: int) -> str:
    """Shorten a text to a number of characters, at a word's end where there is one."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{(head if space and len(head) > most // 2 else cut).rstrip(' ,.;:')}…"


def right_to_left(text: str) -> bool:
    """Tell whether a text runs from right to left: its first letter with a direction decides."""
    if text.isascii():
        return False
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in kinds if kind in _STRONG), "L") in _RIGHT_TO_LEFT


def _pieces(word: str, room: float, *, bold: bool = False) -> list[str]:
    """Cut a word into pieces no wider than `room`; marks stay with the letter they belong to."""
    pieces: list[str] = []
    start, used = 0, 0.0
    factor = _BOLD if bold else 1.0
    for at, char in enumerate(word):
        wide = _letter(char) * factor
        if wide and at > start and used + wide > room:
            pieces.append(word[start:at])
            start, used = at, 0.0
        used += wide
    pieces.append(word[start:])
    return pieces
