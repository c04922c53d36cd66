"""The documents of a map whose texts are at hand: read, and cut into paragraphs, notes and pages."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from argmap.provenance.catalogue import catalogue
from argmap.provenance.texts.document import Document, Fault
from argmap.provenance.texts.files import COMMON_TABLE, Files, Places, own
from argmap.provenance.texts.splitting import notes, pages, paragraphs
from argmap.provenance.texts.table import read_table
from argmap.provenance.texts.verified import digest

if TYPE_CHECKING:
    from argmap.loading import Reader
    from argmap.model import ArgumentMap, SourceDocument
    from argmap.provenance.texts.document import Passage
    from argmap.source import Source

_MARKDOWN = (".md", ".markdown", ".mdown")


def read_documents(
    argument_map: ArgumentMap, reader: Reader, places: Places
) -> tuple[dict[str, Document], tuple[Fault, ...]]:
    """Read the texts of a map's documents, and say which of them cannot be read or used."""
    files = Files(reader, places)
    found = {source.id: _document(source, files) for source in argument_map.sources}
    same = catalogue(argument_map).same
    shared: dict[str, Document] = {}
    for name, document in found.items():
        if document is not None:
            shared.setdefault(same[name], document)
    texts = {name: found[name] or shared.get(same[name]) for name in found}
    return {name: text for name, text in texts.items() if text is not None}, tuple(files.faults)


def is_markdown(path: str) -> bool:
    """Tell by its name whether a file is Markdown."""
    return path.lower().endswith(_MARKDOWN)


def _document(source: SourceDocument, files: Files) -> Document | None:
    """Return the document of a source; None where its text is not at hand, or nobody knows how to count its paragraphs."""
    text, in_folder = files.text(source)
    if text is None:
        return None
    faults = len(files.faults)
    table = files.table(source, in_folder=in_folder)
    listed, begin = notes(text.text)
    parts = _by_table(source, text, table, files) if table is not None else []
    if len(files.faults) > faults:
        return None
    parts = parts or paragraphs(text.text, begin, markdown=is_markdown(text.path))
    return Document(text, tuple(parts), tuple(listed), pages(text.text), digest(text.text))


def _by_table(source: SourceDocument, text: Source, table: Source, files: Files) -> list[Passage]:
    """Return the paragraphs as a table has them; none where a table for many documents has none of this one."""
    named = source.get("paragraphs")
    names = (own(source), os.path.splitext(os.path.basename(text.path))[0])
    in_common = named is None and os.path.basename(table.path) == COMMON_TABLE
    found, wrong = read_table(table, names, text, in_common=in_common)
    related = (files.label(source, named)._replace(text="where the map names it"),)
    files.faults += [Fault("unusable", source.id, each.message, each.where, each.help, (), related) for each in wrong]
    return found
