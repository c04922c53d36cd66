"""A text without a table of its paragraphs, cut where its lines and headings show where they begin.

Paragraphs are divided by blank lines, and numbered from 1; headings divide them and are none. In plain text a paragraph
that breaks off within a sentence goes on in the next block: a page ended there. Where a text has no blank lines and long
lines, each line is a paragraph. What follows a heading “Notes” is the list of notes; without one, blocks that begin with
the mark of a note are.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from argmap.provenance.texts.document import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.provenance.texts.document import Span

_BLOCK = re.compile(r"(?:^|(?<=\f))[^\n\f]*\S[^\n\f]*(?:\n[^\n\f]*\S[^\n\f]*)*", re.MULTILINE)
_LINE = re.compile(r"(?:^|(?<=\f))[^\n\f]*\S[^\n\f]*", re.MULTILINE)
_BLANK = re.compile(r"\n[^\S\n\f]*[\n\f]")
_LONG_LINE = 120  # characters: nobody breaks lines by hand so late
_HASHES = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
_UNDERLINED = re.compile(r"(.*\S)\s*\n\s{0,3}(?:=+|-+)\s*")
_RULE = re.compile(r"\s*(?:[-*_=~·•]\s*)+")
_LONGEST_HEADING = 80  # characters
_ENDS_A_SENTENCE = (".", ",", ";", ":", "!", "?", "…", '"', "”", "»", "’", "'", ")")
_LIST_SIGNS = frozenset("-*•–—·+")
_ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,3}\.$")
_NOTES_HEADING = re.compile(r"\W*(?:(?:end|foot)[ -]?)?notes?\W*", re.IGNORECASE)
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans(_RAISED_DIGITS, "0123456789")
_NOTE = re.compile(
    r"^[^\S\n]*(?:[-*•][^\S\n]+)?"
    r"(?:\[\^(?P<md>\d{1,4})\]:|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|\[(?P<square>\d{1,4})\]|(?P<dot>\d{1,4})[.)])(?=\s)",
    re.MULTILINE,
)
# A note that stands by itself, wherever that is: as in Markdown, or at the foot of a page.
_FOOTNOTE = re.compile(r"^(?:\[\^(?P<md>\d{1,4})\]:|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?=\s)", re.MULTILINE)


_UNSEEN = re.compile(r"\A---\n.*?^---$|<!--.*?(?:-->|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[^\S\n]*$|\Z)", re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A stretch of text between blank lines: a heading with its words, or a paragraph (then `heading` is "")."""

    start: int
    end: int
    heading: str


def blocks(text: str, end: int | None = None, *, markdown: bool = False) -> Iterator[Block]:
    """Cut a text at its blank lines, up to an offset; lines that are mere ornament are left out."""
    end = len(text) if end is None else end
    text = _masked(text) if markdown else text
    divided = _BLANK.search(text, 0, end) is not None
    longest = max(map(len, text[:end].split("\n")), default=0)
    for match in (_BLOCK if divided or longest < _LONG_LINE else _LINE).finditer(text, 0, end):
        if _RULE.fullmatch(match[0]):
            continue
        yield from _block(match[0], match.start(), markdown=markdown)


def paragraphs(text: str, end: int | None = None, *, markdown: bool = False) -> list[Passage]:
    """Return the paragraphs of a text, up to an offset, each with the heading above it."""
    found: list[Passage] = []
    section = ""
    last = ""  # the last stretch of the paragraph before, where the next block may go on with it
    for block in blocks(text, end, markdown=markdown):
        words = text[block.start : block.end]
        if last and _goes_on(last, words, heading=bool(block.heading)):
            found[-1] = found[-1]._replace(spans=(*found[-1].spans, (block.start, block.end)))
        elif block.heading:
            section = block.heading
            last = ""
            continue
        else:
            found.append(Passage(f"par{len(found) + 1}", ((block.start, block.end),), section))
        last = "" if markdown else words
    return found


def notes(text: str) -> tuple[list[Passage], int]:
    """Return the notes of a text, and where the list of them begins (the end of the text where it has none)."""
    begin = _notes_begin(text)
    marks = _in_one_style(_NOTE.finditer(text, begin) if begin < len(text) else _FOOTNOTE.finditer(text))
    edges = [*(match.start() for match in marks), len(text)]
    found: dict[int, Passage] = {}
    for match, (start, end) in zip(marks, pairwise(edges), strict=True):
        if begin == len(text):  # a note that stands by itself ends with its block
            blank = _BLANK.search(text, start)
            end = min(end, blank.start() if blank else len(text))  # noqa: PLW2901
        number = _number(match)
        found.setdefault(number, Passage(f"n{number}", (_trimmed(text, start, end),)))
    return list(found.values()), begin


def pages(text: str) -> tuple[Span, ...]:
    """Return the pages of a text; none where no form feed divides it."""
    breaks = [match.start() for match in re.finditer("\f", text)]
    if not breaks:
        return ()
    edges = [0, *breaks, len(text)]
    return tuple(pairwise(edges))


def _masked(text: str) -> str:
    """Return Markdown in which front matter and comments are blank, and each stretch of code is one line; as long as before."""
    text = _UNSEEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return _CODE.sub(lambda found: found[0].replace("\n", "\x00"), text)


def _block(text: str, start: int, *, markdown: bool) -> Iterator[Block]:
    """Yield a block; a heading of Markdown may stand right above its paragraph."""
    end = start + len(text)
    first, newline, _ = text.partition("\n")
    hashes = _HASHES.fullmatch(first)
    if _FOOTNOTE.match(text):
        return
    if markdown and hashes:
        yield Block(start, start + len(first), _clean(hashes[1]))
        if newline:
            yield from _block(text[len(first) + 1 :], start + len(first) + 1, markdown=True)
    elif markdown and (under := _UNDERLINED.fullmatch(text)):
        yield Block(start, end, _clean(under[1]))
    elif not markdown and _looks_like_a_heading(text):
        yield Block(start, end, _clean(text))
    else:
        yield Block(start, end, "")


def _looks_like_a_heading(text: str) -> bool:
    """Tell whether a block of plain text is a heading: one short line that ends like no sentence."""
    line = text.strip().rstrip(_RAISED_DIGITS)
    short = line and "\n" not in line and len(line) <= _LONGEST_HEADING
    return bool(short) and line[0] not in _LIST_SIGNS and not line.endswith(_ENDS_A_SENTENCE)


def _in_one_style(found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Return the marks of a list of notes: all in the style of its first, with rising numbers."""
    marks: list[re.Match[str]] = []
    for match in found:
        if not marks or (match.lastgroup == marks[0].lastgroup and _number(match) > _number(marks[-1])):
            marks.append(match)
    return marks


def _number(mark: re.Match[str]) -> int:
    return int(mark[mark.lastgroup or 0].translate(_RAISED))


def _goes_on(before: str, words: str, *, heading: bool) -> bool:
    """Tell whether a block goes on with a paragraph that is longer than a heading or an item of a list, and breaks off."""
    end = before.rstrip().rstrip(_RAISED_DIGITS)
    if len(end) <= _LONGEST_HEADING:
        return False
    if words[:1].islower():
        return end[-1].isalpha() or end[-1] in ",-–—" or _ABBREVIATED.search(end) is not None
    return end[-1].isalpha() and not heading


def _clean(heading: str) -> str:
    return " ".join(heading.strip("*_# ").split())


def _notes_begin(text: str) -> int:
    last = None
    for match in re.finditer(r"^.{0,40}$", text, re.MULTILINE):
        if match[0].strip() and _NOTES_HEADING.fullmatch(match[0]) and _NOTE.search(text, match.end()):
            last = match.start()
    return last if last is not None else len(text)


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())
