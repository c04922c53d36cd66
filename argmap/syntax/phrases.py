"""The small pieces of a text: quoted words, numbers, the values of attributes, citations, the cells of a matrix.

A piece is a list of lines, since a long text or a block takes several; pieces are joined at their ends.
"""

from __future__ import annotations

import re
from decimal import Decimal
from textwrap import wrap
from typing import TYPE_CHECKING

from argmap.model import Check, Range, SourceRef
from argmap.syntax.placed import UnprintableError
from argmap.syntax.texts import fold
from argmap.vocabulary import ATTRIBUTES, KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.model import Attribute, Cell, Citation
    from argmap.vocabulary import AttributeSpec

Lines = list[str]

INDENT = "    "
WIDTH = 100  # what fits into a line of this width stands on one line, as far as there is a choice

_BARE = re.compile(r"\w[\w./-]*")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def join(*pieces: Lines, by: str = " ") -> Lines:
    """Join pieces: the last line of each with the first line of the next."""
    joined = list(pieces[0])
    for piece in pieces[1:]:
        joined[-1] += by + piece[0]
        joined += piece[1:]
    return joined


def indented(lines: Iterable[str]) -> Lines:
    """Indent lines by one level; empty ones stay empty."""
    return [INDENT + line if line else line for line in lines]


def text(value: str) -> Lines:
    """Put a text into quotes; one of several paragraphs becomes a long one.

    Raises:
        UnprintableError: it holds line ends or characters that no text in a map can hold.
    """
    if _UNWRITABLE.search(value) or ("\n" in value and fold(value) != value):
        raise UnprintableError(f"no text in a map can hold the line ends or control characters of {value[:60]!r}")
    if "\n" not in value:
        return ['"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"']
    escaped = value.replace("\\", "\\\\").replace('"""', '""\\"')
    paragraphs = [wrap(each, WIDTH, break_long_words=False, break_on_hyphens=False) for each in escaped.split("\n\n")]
    body = [line for lines in paragraphs for line in ["", *lines]][1:]
    return ['"""', *indented(body), '"""']


def number(value: float) -> str:
    """Write a number so that reading it gives the same one, without an exponent."""
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def span(value: Range) -> str:
    """Write a number, or a range of numbers."""
    return number(value.low) if value.low == value.high else f"{number(value.low)}..{number(value.high)}"


def attribute(given: Attribute, name: Callable[[str], str], *, of_step: bool = False) -> Lines:
    """Write one attribute; `name` gives the names of things in this file."""
    if of_step and ATTRIBUTES[given.key].shape == "name":
        name = str  # `answers:` of a step is a critical question of its scheme, and no name of anything in the map
    lines = join([f"{given.key}:"], _value(given, name))
    return lines if given.reason is None else join(lines, text(given.reason))


def _value(given: Attribute, name: Callable[[str], str]) -> Lines:
    spec, value = ATTRIBUTES[given.key], given.value
    match value:
        case str():
            return text(value) if spec.shape == "text" else [name(value) if spec.refers else value]
        case float() | Range():
            return [span(value) if isinstance(value, Range) else number(value)]
        case SourceRef():
            return [" ".join([name(value.source), *value.locators])]
        case Check():
            return join(_bare(value.who), [value.date], _bare(value.verdict))
    return _several(value, spec, name)


def _several(values: tuple[str, ...], spec: AttributeSpec, name: Callable[[str], str]) -> Lines:
    if spec.shape == "locators":
        return [" ".join(values)]
    if spec.shape == "chain":
        return [" > ".join(map(name, values))]
    names = [[name(each)] if spec.refers else _bare(each) for each in values]
    return join(["["], join(*names, by=", "), ["]"], by="")


def _bare(word: str) -> Lines:
    return [word] if _BARE.fullmatch(word) and word not in KEYWORDS else text(word)


def citation(given: Citation, name: Callable[[str], str], document: str | None) -> Lines:
    """Write one citation, without what goes without saying; `document` is the source that the section is about."""
    words = ["cite:"]
    if given.voices:
        words += [" > ".join(map(name, given.voices)), "in"]
    if given.voices or not given.locators or given.source != document:
        words.append(name(given.source))
    words += given.locators
    if given.stance != ("reported" if given.voices else "endorsed"):
        words.append(given.stance)
    if given.hedge != "asserted":
        words.append(given.hedge)
    line = [" ".join(words)]
    return line if given.anchor is None else join(line, text(given.anchor))


def cell(given: Cell) -> str:
    """Write what stands in one cell of a matrix."""
    rating = given.rating or (span(given.likelihood) if given.likelihood is not None else "")
    return cell_with_reason(rating, given.reason)


def cell_with_reason(value: str, reason: str | None) -> str:
    """Write a cell and the reason for what it says.

    Raises:
        UnprintableError: the reason has more than one paragraph.
    """
    if reason is None:
        return value
    quoted = text(reason)
    if len(quoted) > 1:
        raise UnprintableError(f"a reason in a matrix has one paragraph, unlike {reason[:60]!r}")
    return f"{value} {quoted[0]}".lstrip()
