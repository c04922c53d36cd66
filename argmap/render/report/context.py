"""What every section of a report needs: the map as it is shown, what things are called, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import is_named
from argmap.render.markup import plain, to_html
from argmap.render.picture.boxes import mention, shown_name
from argmap.render.picture.sources import documents, names
from argmap.render.places import anchor_of
from argmap.render.report.parts import Ref
from argmap.render.text import clean, shorten
from argmap.render.view import view_of

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.matrix.result import MatrixAnalysis
    from argmap.model import Citation
    from argmap.render.markup import Html
    from argmap.render.view import Proposition, View

_BRIEF = 90
# Names of the sections as they are asked for, in their order on the page, with their headings.
SECTIONS = {
    "bottom-line": "Bottom line",
    "findings": "To fix",
    "map": "Map",
    "hypotheses": "Competing hypotheses",
    "claims": "Claims at a glance",
    "cards": "Claim by claim",
    "sources": "Sources",
    "documents": "Documents side by side",
    "assumptions": "Assumptions",
    "method": "Method and limits",
    "text": "The map’s own text",
}


@dataclass(frozen=True, slots=True)
class Context:
    """A map as a report shows it.

    Attributes:
        view: The map with its restatements together.
        called: What sources and voices are called, by their ids.
        titles: The titles of sources in short, by their ids.
        documents: The ids of the documents in which statements stand.
        sections: The names of the sections that the page has.
        places: Where on the page what an id names stands: `#claim-…`.
    """

    view: View
    called: dict[str, str]
    titles: dict[str, str]
    documents: tuple[str, ...]
    sections: frozenset[str]
    places: dict[str, str]

    @property
    def analysis(self) -> Analysis:
        """The map and what is known about it."""
        return self.view.analysis

    @property
    def matrices(self) -> tuple[MatrixAnalysis, ...]:
        """The matrices of the map, each with all that follows from it."""
        return self.analysis.assessment.matrices or ()

    def html(self, text: str) -> Html:
        """Render a text of the map with its light markup."""
        return to_html(text, self.places.get)

    def ref(self, proposition: Proposition) -> Ref:
        """Name a statement, with a link to it and its text in short."""
        named = is_named(proposition.id)
        words = shorten(plain(proposition.first.title), _BRIEF) if named else ""
        return Ref(mention(proposition), self.places.get(proposition.id, ""), words, proposition.kind)

    def ref_to(self, identifier: str) -> Ref:
        """Name a statement by its id; what is not there is named all the same."""
        home = self.view.home.get(identifier)
        return self.ref(home) if home is not None else Ref(clean(identifier))

    def source(self, identifier: str) -> Ref:
        """Name a source or voice, with a link to it, and with its title where it is not named by that."""
        name = self.called.get(identifier, clean(identifier))
        title = self.titles.get(identifier, "")
        return Ref(name, self.places.get(identifier, ""), "" if title == name else title)

    def label(self, proposition: Proposition) -> str:
        """Name an answer as people would: by its title where it has one, else by its name."""
        title = proposition.first.word("title")
        return plain(title) if title else shown_name(proposition.id) or mention(proposition)


def context_of(analysis: Analysis, sections: frozenset[str] = frozenset(SECTIONS)) -> Context:
    """Arrange a map for the sections a report is to have."""
    view = view_of(analysis)
    places = dict(_places(view, sections))
    titles = {source.id: shorten(plain(source.title), _BRIEF) for source in analysis.map.sources}
    return Context(view, names(view), titles, tuple(documents(view.propositions)), sections, places)


def claim_anchor(identifier: str) -> str:
    """Return the id of a statement's card on the page."""
    return f"claim-{anchor_of(identifier)}"


def row_anchor(identifier: str) -> str:
    """Return the id of a statement's row in the table of claims."""
    return f"row-{anchor_of(identifier)}"


def question_anchor(identifier: str) -> str:
    """Return the id of a question's heading on the page."""
    return f"question-{anchor_of(identifier)}"


def source_anchor(identifier: str) -> str:
    """Return the id of a source's row on the page."""
    return f"source-{anchor_of(identifier)}"


def line_anchor(file: int, line: int) -> str:
    """Return the id of a line of the map's own text on the page."""
    return f"L{file + 1}-{line}"


def speaks_for(citation: Citation, document: str) -> bool:
    """Tell whether a citation is of a document speaking for itself, not of a voice in it."""
    return citation.source == document and not citation.voices


def _places(view: View, sections: frozenset[str]) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    anchor = claim_anchor if "cards" in sections else row_anchor if "claims" in sections else None
    if anchor:
        found |= {name: f"#{anchor(each.id)}" for name, each in view.home.items()}
    if "sources" in sections:
        for thing in (*view.analysis.map.sources, *view.analysis.map.voices):
            found.setdefault(thing.id, f"#{source_anchor(thing.id)}")
    if "bottom-line" in sections:
        for question in view.analysis.map.questions:
            found.setdefault(question.id, f"#{question_anchor(question.id)}")
    return list(found.items())
