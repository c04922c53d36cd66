"""What a report shows, ready for its template, which computes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.render.markup import Html
    from argmap.render.picture import Mark


@dataclass(frozen=True, slots=True)
class Figure:
    """A strength: as a figure, as a bar (where it is filled, in hundredths), and how far it may lie elsewhere."""

    text: str
    start: str = ""
    length: str = ""
    spread: str = ""

    @property
    def has_bar(self) -> bool:
        """Whether there is a strength to draw."""
        return bool(self.length)


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a statement on the page."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class StepItem:
    """A step that bears on something: what it starts from, its licences, and what undercuts it."""

    premises: tuple[Ref, ...]
    warrants: tuple[Ref, ...]
    undercuts: tuple[StepItem, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class CitationItem:
    """Where a statement is said: `source` leads to the table of sources; `attitude` is stance and hedge in words."""

    source: Ref
    voices: str
    places: str
    attitude: str
    words: str


@dataclass(frozen=True, slots=True)
class RelationItem:
    """A relation to another statement, why it holds, and what it contributes."""

    words: str
    other: Ref
    reason: Html
    remark: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A statement, with all that bears on it."""

    anchor: str
    further_anchors: tuple[str, ...]
    name: str
    kind: str
    text: Html
    marks: tuple[Mark, ...]
    notes: tuple[str, ...]
    remarks: tuple[Html, ...]
    restated: tuple[str, ...]
    base: str
    documented: Figure
    granted: Figure
    supports: tuple[StepItem, ...]
    attacks: tuple[StepItem, ...]
    relations: tuple[RelationItem, ...]
    citations: tuple[CitationItem, ...]
    origins: tuple[str, ...]
    counts: str


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """A question with its hypotheses, or the main claims of a map without questions."""

    anchor: str
    heading: Html
    title: str
    remark: str
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source: `url` is set only where it may become a link, `address` is what is written."""

    anchor: str
    name: str
    title: Html
    url: str
    address: str
    about: tuple[str, ...]
    reliability: str
    reason: str
    cited: str
    draws_on: str


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A person or body that speaks in a source."""

    name: str
    title: str
    role: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Something found wrong with the map."""

    severity: str
    code: str
    message: str
    place: str


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report. `text_lang` is the language of the map's own texts where it is known."""

    title: str
    text_lang: str
    facts: tuple[tuple[str, str], ...]
    leading: str
    assessed: bool
    picture: Html
    questions: tuple[QuestionBlock, ...]
    findings: tuple[FindingRow, ...]
    claims: tuple[ClaimRow, ...]
    sources: tuple[SourceRow, ...]
    voices: tuple[VoiceRow, ...]
