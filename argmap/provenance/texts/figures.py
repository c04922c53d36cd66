"""Numbers of statements, looked up in the places that are cited for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.provenance.texts.document import Figure
from argmap.provenance.texts.numbers import figures_in, numbers_in, stands_among

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Statement
    from argmap.provenance.texts.document import Span
    from argmap.provenance.texts.numbers import Number, Reading
    from argmap.provenance.texts.quotes import Library, Shelf

_LINK_TARGET = re.compile(r"(?<=\])\([^()\s]*\)")


def figures(argument_map: ArgumentMap, library: Library) -> list[Figure]:
    """Return the statements with numbers that do not stand in the places cited for them.

    Nothing is said of a statement where the text of one of its documents is not at hand, or a place is not there.
    """
    seen = _Seen()
    found = (_looked_up(statement, library, seen) for statement in argument_map.statements if statement.citations)
    return [figure for figure in found if figure is not None]


class _Seen:
    """The numbers of stretches of text, worked out once."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, Span], list[Number]] = {}

    def numbers(self, shelf: Shelf, spans: tuple[Span, ...]) -> list[Number]:
        """Return the numbers of stretches of a document, in order."""
        return [number for span in spans for number in self._of(shelf, span)]

    def _of(self, shelf: Shelf, span: Span) -> list[Number]:
        key = (id(shelf), span)
        if key not in self.known:
            start, end = span
            found = numbers_in(shelf.document.source.text[start:end])
            self.known[key] = [number._replace(start=number.start + start) for number in found]
        return self.known[key]


def _looked_up(statement: Statement, library: Library, seen: _Seen) -> Figure | None:
    wanted = figures_in(_LINK_TARGET.sub("", statement.text))
    if not wanted:
        return None
    shelves: list[Shelf] = []
    there: list[Number] = []
    for citation in statement.citations:
        shelf = library.shelf(citation.source)
        pointed = shelf.index.pointed(citation.locators) if shelf is not None else None
        if shelf is None or pointed is None or pointed.absent:
            return None
        shelves.append(shelf)
        there += seen.numbers(shelf, pointed.spans if pointed.spans is not None else _whole(shelf))
    readings = _all(there)
    missing = [number for number in wanted if not (stands_among(number, readings) or _may_be_listed(number, there))]
    if not missing:
        return None
    where = tuple(_elsewhere(number, shelves, seen) for number in missing)
    written = tuple(dict.fromkeys(number.written for number in sorted(there, key=lambda number: number.start)))
    return Figure(statement, tuple(number.written for number in missing), where, written)


def _may_be_listed(number: Number, there: list[Number]) -> bool:
    """Tell whether a small number in words may count what a place lists one by one: unless it gives another number of it."""
    return number.small and not any(number.counted & other.counted for other in there)


def _elsewhere(number: Number, shelves: list[Shelf], seen: _Seen) -> str:
    for shelf in shelves:
        for other in seen.numbers(shelf, _whole(shelf)):
            if number.readings & other.readings:
                return shelf.index.at((other.start, other.start + 1))
    return ""


def _whole(shelf: Shelf) -> tuple[Span, ...]:
    return ((0, len(shelf.document.source.text)),)


def _all(numbers: list[Number]) -> frozenset[Reading]:
    return frozenset().union(*(number.readings for number in numbers))
