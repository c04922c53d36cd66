"""The plan of a text: things of a map in the places where they are to be written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.model import Relation

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Section, Statement, Step


class UnprintableError(ValueError):
    """No text says this map: something without a name would have to stand where it cannot be written."""


@dataclass(slots=True)
class PlacedStatement:
    """A statement where it is defined, with the steps that stand in its block."""

    statement: Statement
    steps: list[PlacedStep]


@dataclass(slots=True)
class PlacedStep:
    """A step; its tails are its warrants (operands) and its undercuts (steps), in the order of the text."""

    step: Step
    premises: list[Operand]
    tails: list[Operand | PlacedStep]


@dataclass(slots=True)
class PlacedMove:
    """A step or a warrant that stands on its own, after the name of its subject."""

    subject: str
    move: PlacedStep | Operand


@dataclass(slots=True)
class PlacedSection:
    """A section (`number` is its index in the map) and what is in it."""

    section: Section
    number: int
    items: list[Item] = field(default_factory=list)


Operand = str | PlacedStatement
Item = PlacedStatement | PlacedMove | PlacedSection | Relation


class Shelf:
    """Where items are put down, one after the other: in the section that is open, or outside all of them.

    Sections are opened in the order of the map; one that has been closed cannot be opened again.
    """

    def __init__(self, whole: ArgumentMap, file: int) -> None:
        self.items: list[Item] = []
        self._waiting = [number for number, each in enumerate(whole.sections) if each.file == file][::-1]
        self._sections = whole.sections
        self._open: list[PlacedSection] = []

    @property
    def section(self) -> int | None:
        """The index of the section that is open."""
        return self._open[-1].number if self._open else None

    def put(self, item: Item) -> None:
        """Put an item down where we are."""
        (self._open[-1].items if self._open else self.items).append(item)

    def go_to(self, section: int | None) -> None:
        """Close and open sections until this one is open (None: no section).

        Raises:
            UnprintableError: it has been closed already.
        """
        while section is not None and self._waiting and self._waiting[-1] <= section:
            self._open_next()
        self._close_until(section)

    def close_all(self) -> None:
        """Open what is still to be opened, and close everything."""
        while self._waiting:
            self._open_next()
        self._close_until(None)

    def _open_next(self) -> None:
        number = self._waiting[-1]
        self._close_until(self._sections[number].parent)
        self._waiting.pop()
        placed = PlacedSection(self._sections[number], number)
        self.put(placed)
        self._open.append(placed)

    def _close_until(self, section: int | None) -> None:
        while self.section != section:
            if not self._open:
                raise UnprintableError(f"section {section} of the map is in two parts")
            if self._waiting and self._sections[self._waiting[-1]].parent == self.section:
                self._open_next()  # an empty part of what is to be closed
            else:
                self._open.pop()
