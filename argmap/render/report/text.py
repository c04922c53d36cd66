"""The map's own text, line by line, so that every finding and every card can lead to where it stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from argmap.render.markup import Html
from argmap.render.report.context import line_anchor
from argmap.render.text import clean

if TYPE_CHECKING:
    from argmap.render.report.context import Context

_TAB = "    "


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line; it has an anchor where something leads to it. Its quotation marks, of which there are many, stay."""

    anchor: str
    text: Html


@dataclass(frozen=True, slots=True)
class TextFile:
    """One file of the map."""

    name: str
    lines: tuple[TextLine, ...]


def text(context: Context) -> tuple[TextFile, ...]:
    """Gather the files, in the order in which they were read."""
    linked = _linked(context)
    return tuple(
        TextFile(
            clean(source.path.replace("\\", "/").rpartition("/")[2]),
            tuple(
                TextLine(
                    line_anchor(file, number) if (file, number) in linked else "",
                    Html(escape(_visible(line), quote=False)),
                )
                for number, line in enumerate(source.text.removesuffix("\n").split("\n"), 1)
            ),
        )
        for file, source in enumerate(context.analysis.sources)
    )


def _linked(context: Context) -> set[tuple[int, int]]:
    """Return the lines to which cards and findings lead: where a statement begins, and where something was found."""
    sources = context.analysis.sources
    places = [(each.file, each.start) for each in context.analysis.map.statements if each.file < len(sources)]
    files = {source.path: number for number, source in enumerate(sources)}
    found = (one.where for one in context.analysis.diagnostics if one.where.source.path in files)
    places += [(files[where.source.path], where.start) for where in found]
    return {(file, sources[file].position(start).line) for file, start in places}


def _visible(line: str) -> str:
    """Return a line with its spaces, and signs that show nothing or turn the direction of text by their names."""
    if line.isascii() and line.isprintable():
        return line
    return "".join(_sign(char) for char in line)


def _sign(char: str) -> str:
    if char == "\t":
        return _TAB
    if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} and char not in "\u200c\u200d":
        return f"‹{ord(char):04X}›"
    return char
