"""What findings on quoted words and numbers share: places in the map and in the document, and words from both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.places import beginning
from argmap.diagnostics import Label, line_mend

if TYPE_CHECKING:
    from argmap.assessment import Assessment
    from argmap.diagnostics import Mend
    from argmap.model import Citation, Entity
    from argmap.provenance.texts.document import Document, Quote, Span

_LONGEST = 90  # characters of a document that a message quotes


def cited_place(citation: Citation) -> str:
    """Name the place that a citation names: "essay par71 n68"."""
    return " ".join([citation.source, *citation.locators])


def anchor_at(assessment: Assessment, quote: Quote) -> Label:
    """Return where the quoted words of a citation stand in the map, with their quote marks."""
    source = assessment.sources[quote.holder.file]
    start, end = quote.citation.start, quote.citation.end
    first, last = source.text.find('"', start, end), source.text.rfind('"', start, end)
    return Label(source, first, last + 1) if 0 <= first < last else Label(source, start, end)


def locator_at(assessment: Assessment, quote: Quote, locator: str) -> Label:
    """Return where a locator of a citation stands in the map, else the place of the citation."""
    source, citation = assessment.sources[quote.holder.file], quote.citation
    end = anchor_at(assessment, quote).start if citation.anchor is not None else citation.end
    found = re.compile(rf"(?<![\w.-]){re.escape(locator)}(?![\w-])").search(source.text, citation.start, end)
    return Label(source, *(found.span() if found else (citation.start, citation.end)))


def place_mend(assessment: Assessment, quote: Quote) -> tuple[Mend, ...]:
    """Offer the place where quoted words stand instead of the one that is cited, where that is a single one."""
    if len(quote.citation.locators) != 1:
        return ()
    where = locator_at(assessment, quote, quote.citation.locators[0])
    return (line_mend(where.source, where.start, where.end, quote.where),)


def within(assessment: Assessment, thing: Entity, written: str) -> Label:
    """Return where a word of a thing's text stands in the map, else the place of the thing."""
    source = assessment.sources[thing.file]
    found = re.compile(rf"(?<!\w){re.escape(written)}(?!\w)").search(source.text, thing.start, thing.end)
    return Label(source, *found.span()) if found else Label(source, thing.start, thing.end)


def words_at(document: Document, span: Span) -> str:
    """Return what stands in a document, on one line, cut where it is long."""
    start, end = span
    return beginning(" ".join(document.source.text[start:end].split()), _LONGEST)


def in_document(document: Document, span: Span, text: str) -> Label:
    """Return a place in a document as a further place of a finding."""
    return Label(document.source, *span, text)
