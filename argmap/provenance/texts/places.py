"""Where in the text of a document a citation points."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model import expand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.provenance.texts.document import Document, Passage, Span


class Pointed(NamedTuple):
    """What locators point to, and the locators that the document does not have.

    `spans` is None where no place is told, or none that can be told apart: then it is the whole document.
    """

    spans: tuple[Span, ...] | None
    absent: tuple[str, ...]


def names_of(locator: str) -> list[str]:
    """Return the names of the single places of a locator: `par20-21` gives "par20" and "par21", `n07` gives "n7"."""
    unit = "par" if locator.startswith("par") else locator[0]
    return [f"{unit}{int(name) if unit == 'n' else name}" for name in expand(locator[len(unit) :])]


class Index:
    """The passages of a document by their locators."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages = {passage.name: passage for passage in (*document.paragraphs, *document.notes)}

    def pointed(self, locators: Sequence[str]) -> Pointed:
        """Return where locators point: paragraphs and pages first, then notes.

        Sections and times, and pages and notes of a text that does not show them, are not told apart.
        """
        spans: list[Span] = []
        behind: list[Span] = []
        absent: list[str] = []
        vague = not locators
        for locator in locators:
            found = self._spans(locator)
            if found is None:
                vague = True
                continue
            absent += [name for name, stretch in found if not stretch]
            into = behind if locator[0] == "n" else spans
            into += [span for _, stretch in found for span in stretch]
        return Pointed(None if vague else (*spans, *behind), tuple(absent))

    def at(self, span: Span) -> str:
        """Return the locator of the passage in which a stretch of text begins, else that of its line."""
        for passage in self.passages.values():
            if any(start <= span[0] < end for start, end in passage.spans):
                return passage.name
        return f"l{self.document.source.position(span[0]).line}"

    def _spans(self, locator: str) -> list[tuple[str, tuple[Span, ...]]] | None:
        """Return the single places of a locator, each with its stretches; None where it tells no place apart."""
        names = names_of(locator)
        if locator.startswith("par") or (locator[0] == "n" and self.document.notes):
            return [(name, _stretches(self.passages.get(name))) for name in names]
        if locator[0] == "p" and 1 <= int(names[-1][1:]) <= len(
            self.document.pages
        ):  # else they are those of a printed book
            return [(name, (self.document.pages[int(name[1:]) - 1],)) for name in names]
        if locator[0] == "l":
            return [(name, self._line(int(name[1:]))) for name in names]
        return None

    def _line(self, number: int) -> tuple[Span, ...]:
        source = self.document.source
        if not 1 <= number <= source.text.count("\n") + 1:
            return ()
        start = source.line_start_of(number)
        return ((start, source.line_end(start)),)


def _stretches(passage: Passage | None) -> tuple[Span, ...]:
    return passage.spans if passage is not None else ()
