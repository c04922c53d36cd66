"""Quoted words, looked up where they are said to stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.model import citing
from argmap.provenance.texts.document import Quote
from argmap.provenance.texts.folding import fold, has_broken_words, words_of
from argmap.provenance.texts.nearest import Nearest
from argmap.provenance.texts.places import Index

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Citation, Statement, Step
    from argmap.provenance.texts.document import Document, Span, Verdict
    from argmap.provenance.texts.folding import Folded

_ELLIPSIS = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\.?\]?")
_INSERTED = re.compile(r"\[[^\[\]]*\]")


class Library:
    """The documents of a map, each folded and indexed once."""

    def __init__(self, texts: dict[str, Document]) -> None:
        self.texts = texts
        self.nearest = Nearest()
        self._shelves: dict[int, Shelf] = {}

    def shelf(self, source: str) -> Shelf | None:
        """Return a document made ready to be searched; None where its text is not at hand."""
        document = self.texts.get(source)
        if document is None:
            return None
        found = self._shelves.get(id(document))
        if found is None:
            found = self._shelves[id(document)] = Shelf(document)
        return found


class Shelf:
    """A document made ready to be searched: its plain words, and its places."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.index = Index(document)
        self.forms = [fold(document.source.text)]
        if has_broken_words(document.source.text):
            self.forms.append(fold(document.source.text, joined=True))

    def find(self, parts: list[list[str]], spans: tuple[Span, ...] | None) -> tuple[Span, ...]:
        """Return where parts of a quotation stand one after the other, within stretches or anywhere; () if nowhere."""
        for form in self.forms:
            found = _in_order(form if spans is None else form.within(spans), parts)
            if found:
                return found
        return ()


def parts_of(anchor: str) -> list[list[list[str]]]:
    """Return the ways to read quoted words: each a list of parts that follow each other, each part a list of words.

    Ellipses divide parts. Words in brackets may stand in the text, or have been put in by the author of the map.
    """
    ways = _divided(_ELLIPSIS.sub("\n", anchor))
    inserted = _divided(_INSERTED.sub("\n", _ELLIPSIS.sub("\n", anchor)))
    return [way for way in ([ways] if ways == inserted else [ways, inserted]) if way]


def quotes(argument_map: ArgumentMap, library: Library) -> list[Quote]:
    """Look up the citations of a map that have quoted words, or name places that the document does not have."""
    found = []
    for holder in citing(argument_map):
        for citation in holder.citations:
            shelf = library.shelf(citation.source)
            quote = _looked_up(holder, citation, shelf, library.nearest) if shelf is not None else None
            if quote is not None:
                found.append(quote)
    return found


def _looked_up(holder: Statement | Step, citation: Citation, shelf: Shelf, nearest: Nearest) -> Quote | None:
    pointed = shelf.index.pointed(citation.locators)
    ways = parts_of(citation.anchor or "")
    if not ways and not pointed.absent:
        return None
    here: tuple[Span, ...] = ()
    if not pointed.absent:
        here = _first(shelf, ways, pointed.spans)
        if here:
            return Quote(holder, citation, shelf.document, "found", here)
    anywhere = _first(shelf, ways, None)
    where = shelf.index.at(anywhere[0]) if anywhere else ""
    verdict: Verdict = "no-place" if pointed.absent else "elsewhere" if anywhere else "missing"
    near = None
    if verdict == "missing":
        words = [word for part in ways[0] for word in part]
        near = nearest(shelf.forms[0], words, pointed.spans)
        where = shelf.index.at(near) if near is not None else ""
    return Quote(holder, citation, shelf.document, verdict, anywhere, where, near, pointed.absent)


def _first(shelf: Shelf, ways: list[list[list[str]]], spans: tuple[Span, ...] | None) -> tuple[Span, ...]:
    for way in ways:
        found = shelf.find(way, spans)
        if found:
            return found
    return ()


def _in_order(form: Folded, parts: list[list[str]]) -> tuple[Span, ...]:
    spans = []
    first = 0
    for part in parts:
        found = form.find(part, first)
        if found is None:
            return ()
        spans.append(form.span(*found))
        first = found[1]
    return tuple(spans)


def _divided(text: str) -> list[list[str]]:
    return [words for part in text.split("\n") if (words := words_of(part))]
