"""Texts as sequences of plain words, in which quotations are looked up.

Two texts have the same words whatever their quote marks, dashes, spaces, soft hyphens, ligatures, capitals, markup,
raised numbers of notes and page breaks. Each word knows where it stands, so that places are those of the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.provenance.texts.document import Span

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_WORD = re.compile(rf"\w+(?:(?:'|[{_INVISIBLE}]+\s*)\w+)*")
_JOINED = re.compile(rf"\w+(?:(?:'|[{_INVISIBLE}]+\s*|(?<=[^\W\d])[-\u2010]\s*\n\s*(?=[^\W\d]))\w+)*")
_DROPPED = re.compile(rf"[{_INVISIBLE}\s\u2010-]+")
_BROKEN = re.compile(r"[^\W\d][-\u2010]\s*\n\s*[^\W\d]")
# Marks of notes, and targets of links, in Markdown: no words of the text.
_MARKS = re.compile(r"\[\^[^\]\s]{1,40}\]|(?<=\])\([^()\s]*\)")
_SIGNS = str.maketrans(
    {**dict.fromkeys("’‘\u02bc\u00b4`", "'"), **dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹_", " ")}
)  # one for one: places stay as they are


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """The plain words of a text, and where each begins and ends in it."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    text: str = field(init=False)
    _at: list[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", f" {' '.join(self.words)} ")
        object.__setattr__(self, "_at", list(accumulate((len(word) + 1 for word in self.words), initial=0)))

    def find(self, words: list[str], first: int = 0) -> tuple[int, int] | None:
        """Return where a sequence of words stands, as numbers of words, not before word `first`."""
        if not words or first >= len(self.words):
            return None
        at = self.text.find(f" {' '.join(words)} ", self._at[first])
        if at < 0:
            return None
        number = bisect_left(self._at, at)
        return number, number + len(words)

    def span(self, first: int, last: int) -> Span:
        """Return where the words from `first` up to `last` stand in the text."""
        return self.starts[first], self.ends[last - 1]

    def within(self, spans: Iterable[Span]) -> Folded:
        """Return the words of these stretches alone, one after the other."""
        ranges = [(bisect_left(self.starts, start), bisect_right(self.ends, end)) for start, end in spans]
        words, starts, ends = ([part[i] for low, high in ranges for i in range(low, high)] for part in self._parts())
        return Folded(words, starts, ends)  # type: ignore[arg-type]

    def _parts(self) -> tuple[list[str], list[int], list[int]]:
        return self.words, self.starts, self.ends


def fold(text: str, *, joined: bool = False) -> Folded:
    """Return the plain words of a text; with `joined`, words that are divided at the end of a line are one."""
    plain = _MARKS.sub(lambda found: " " * len(found[0]), text).translate(_SIGNS)
    found = [(_plain(match[0]), *match.span()) for match in (_JOINED if joined else _WORD).finditer(plain)]
    words, starts, ends = map(list, zip(*found, strict=True)) if found else ([], [], [])
    return Folded(words, starts, ends)


def words_of(text: str) -> list[str]:
    """Return the plain words of a short text."""
    return fold(text).words


def has_broken_words(text: str) -> bool:
    """Tell whether words of a text may be divided at the end of a line."""
    return _BROKEN.search(text) is not None


def _plain(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    if not word.isalnum():
        word = _DROPPED.sub("", word)
    return word.casefold()
