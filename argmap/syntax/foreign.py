"""Whole files that are something else than a map: one message says what, instead of one for each of their lines.

A file is known by how it begins or, where nothing in it looks like part of a map, by what most of its lines look like.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic, Label, Mend
from argmap.syntax.outlines import is_outline, sketch
from argmap.vocabulary import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.source import Source

_FORM = '`claim "…" {`, in the lines below it `because "…"` and `but "…"`, and at last `}`'
_BY_HAND = Mend("write what it says as a map; `argmap new FILE` writes one with comments to begin with")

_MADE = Mend("give the name of the map it was made from", "if argmap wrote it")


class _Format(NamedTuple):
    """How a format begins, what it is called, and what can be done about it."""

    begins: re.Pattern[str]
    name: str
    mends: tuple[Mend, ...]


def _format(begins: str, name: str, *mends: Mend) -> _Format:
    return _Format(re.compile(begins, re.IGNORECASE), name, (*mends, _BY_HAND))


_FORMATS = (
    _format(r'\{\s*(?:"[^"\n]*"\s*:|\}\s*$)|\[\s*(?:[\[{"\d]|\]\s*$)', "JSON"),
    _format(r"<!doctype html|<(?:html|head|body|div|p|h1|table)\b[^>\n]*>", "a web page (HTML)", _MADE),
    _format(r"(?:<\?xml[^>]*>\s*(?:<!--.*?-->\s*)?)?<svg\b", "a picture (SVG)", _MADE),
    _format(r"@start\w+", "a PlantUML diagram"),
    _format(r"@\w+\s*\{", "a list of references (BibTeX)"),
    _format(r"<\?xml\b|<graphml\b|<opml\b", "XML", _MADE),
    _format(r'(?:strict\s+)?(?:di)?graph\s*(?:\w+|"[^"\n]*")?\s*\{', "a graph in Graphviz's language (DOT)", _MADE),
    _format(
        r"(?:(?:graph|flowchart)(?:-elk)?\s+(?:TB|TD|BT|LR|RL)|mindmap|sequenceDiagram|stateDiagram\S*)\s*[;\n]",
        "a Mermaid diagram",
        _MADE,
    ),
)  # fmt: skip
_EXPORTED = re.compile(r'\{\s*"format":\s*"argmap/')
_ITS_MAP = re.compile(r'"path": "([^"\\\n]+)"')
_BEFORE = re.compile(r"(?:\s+|%%[^\n]*|//[^\n]*|#[^\n]*|---\n(?:[^\n]*\n){1,30}?---(?=\n))*")
_FENCE = re.compile(r"^(```|~~~)[^\S\n]*\w*[^\S\n]*$", re.MULTILINE)
# What no other text has: a word of the language, with at most a name before and after it (or a few words after what begins
# a thing), and then a quote or a bracket; or a brace that stands alone.
_THINGS = "|".join(word for word, terminal in KEYWORDS.items() if terminal in {"KIND", "DECLARE", "SECTION", "MATRIX"})
_OF_A_MAP = re.compile(
    rf"""^[^\S\n]*(?:(?:(?:[\w.-]+[^\S\n]+)?(?:{"|".join(KEYWORDS)})[^\S\n]+(?:[\w.-]+[^\S\n]+)?
    |(?:{_THINGS})[^\S\n]+(?:[\w.,'()-]+[^\S\n]+){{0,5}})["“„«'`([{{]|\}}[^\S\n]*$)""",
    re.MULTILINE | re.VERBOSE,
)
_SEPARATORS = ",;\t"
_FEWEST = 2  # lines: a single one is better told with its own mend, and so are two of prose
_COLUMNS = 3  # of a matrix: what is rated, and two hypotheses
_WORDS = 4  # a line of prose has at least so many


def another_format(source: Source) -> Diagnostic | None:
    """Say what a text that cannot be read is, where all of it is something else than a map."""
    text = source.text
    start = _BEFORE.match(text).end()  # type: ignore[union-attr] # it fits everywhere
    if _EXPORTED.match(text, start):
        return _exported(source, start)
    known = next((known for known in _FORMATS if known.begins.match(text, start)), None)
    if known is not None:
        return _told(source, start, known.name, *known.mends)
    fence, item = _FENCE.search(text, start), _OF_A_MAP.search(text, start)
    if fence is not None and (item is None or fence.start() < item.start()):
        mend = Mend(f"keep only the lines between {fence[0]} and {fence[1]}")
        return _told(source, fence.start(), "Markdown around a map", mend)
    return _by_its_lines(source, start) if item is None else None


def _by_its_lines(source: Source, start: int) -> Diagnostic | None:
    lines = [line for line in source.text[start:].splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if len(lines) < _FEWEST:
        return None
    if _is_table(lines):
        read = f"argmap matrix --csv {source.path} --format argmap"
        mend = Mend(read, "on the command line, for a matrix of hypotheses")
        return _told(source, start, "a table of a spreadsheet (CSV)", mend)
    if (name := is_outline(lines)) is not None:
        as_map = sketch(lines)
        return _told(source, start, name, Mend(as_map) if as_map else _BY_HAND)
    if _is_prose(lines):
        draft = f"argmap new --from {source.path} map.argmap"
        mend = Mend(draft, "on the command line, for a map with a claim for each paragraph")
        return _told(source, start, "running text", mend)
    return None


def _told(source: Source, start: int, name: str, *mends: Mend) -> Diagnostic:
    where = Label(source, start, source.line_end(start))
    return Diagnostic("L137", f"this file looks like {name}, and not like a map", where, _FORM, mends)


def _exported(source: Source, start: int) -> Diagnostic:
    """Say of a map as JSON where it came from: the form is for other programs, and no command reads it."""
    where = Label(source, start, source.line_end(start))
    made_from = _ITS_MAP.search(source.text, start)
    mend = Mend(f"give the name of the map itself{f', {made_from[1]}' if made_from is not None else ''}")
    message = "this is a map as JSON, which `argmap export` writes for other programs and no command reads"
    return Diagnostic("L137", message, where, "a map as it was written, in a file that ends in .argmap", (mend,))


def _is_table(lines: list[str]) -> bool:
    """Tell whether all lines have the same cells between commas, semicolons or tabs."""
    separator = max(_SEPARATORS, key=lines[0].count)
    try:
        widths = {len(row) for row in csv.reader(lines, delimiter=separator)}
    except csv.Error:
        return False
    return len(widths) == 1 and widths.pop() >= _COLUMNS


def _is_prose(lines: Iterable[str]) -> bool:
    """Tell whether these are lines of words, without what stands in maps."""
    long = [len(line.split()) >= _WORDS and line.lstrip()[0].isalpha() and ":" not in line.split()[0] for line in lines]
    return len(long) > _FEWEST and sum(long) * 2 > len(long)
