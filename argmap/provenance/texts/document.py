"""What is known of a document whose text is at hand: data only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from argmap.diagnostics import Label, Mend
    from argmap.model import Citation, Statement, Step
    from argmap.source import Source

Span = tuple[int, int]  # offsets in the text of a document, the second one behind the last character
Verdict = Literal["found", "elsewhere", "missing", "no-place"]


class Passage(NamedTuple):
    """A paragraph or a note, by its locator ("par22", "n33").

    Attributes:
        name: Its locator.
        spans: Where it stands: several stretches where a page break divides it.
        section: The heading above it, or "".
        notes: The numbers of the notes in it, where a table tells them.
    """

    name: str
    spans: tuple[Span, ...]
    section: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A document whose text is at hand.

    Attributes:
        source: Its text.
        paragraphs: Its paragraphs, in order.
        notes: Its notes, in order; none where the text has no list of them.
        pages: Its pages; none where no form feed divides them.
        digest: The beginning of the SHA-256 of its text, the same on every system whatever its line ends.
    """

    source: Source
    paragraphs: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    pages: tuple[Span, ...]
    digest: str


class Fault(NamedTuple):
    """Why a text, or the table of its paragraphs, cannot be used: `missing` where nothing is there, else `unusable`."""

    kind: Literal["missing", "unusable"]
    source: str
    message: str
    where: Label
    help: str
    mends: tuple[Mend, ...] = ()
    related: tuple[Label, ...] = ()


class Quote(NamedTuple):
    """What became of the words, or of the place, that a citation names.

    Attributes:
        holder: The statement or step that the citation stands on.
        citation: The citation.
        document: The document it was looked up in.
        verdict: "found"; "elsewhere" if the words stand in the document, but not there; "missing"; "no-place" if the
            document has no such place.
        spans: Where the words stand (one stretch for each part between ellipses), at the place or elsewhere.
        where: Where they stand when not at the place: a locator, "par81".
        nearest: The nearest stretch of text, where the words do not stand in the document.
        absent: The locators that the document does not have.
    """

    holder: Statement | Step
    citation: Citation
    document: Document
    verdict: Verdict
    spans: tuple[Span, ...] = ()
    where: str = ""
    nearest: Span | None = None
    absent: tuple[str, ...] = ()


class Figure(NamedTuple):
    """Numbers of a statement that do not stand in the places cited for it.

    Attributes:
        statement: The statement.
        missing: The numbers as the statement has them.
        where: For each of them where it does stand in a cited document, a locator, or "".
        there: The numbers that stand in the cited places, as they are written, in order.
    """

    statement: Statement
    missing: tuple[str, ...]
    where: tuple[str, ...]
    there: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a map whose texts are at hand, and how the map agrees with them.

    Attributes:
        texts: The documents, by the id of their source; doubles (`same-as:`) share one.
        faults: What cannot be read or used.
        quotes: Every citation with quoted words, or with a place, that could be looked up, in order.
        figures: Statements with numbers that the places cited for them do not hold.
    """

    texts: dict[str, Document]
    faults: tuple[Fault, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
