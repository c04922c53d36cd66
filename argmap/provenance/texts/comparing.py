"""A map held against the texts of its documents: the one function that the pipeline calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.provenance.texts.document import Documents
from argmap.provenance.texts.figures import figures
from argmap.provenance.texts.quotes import Library, quotes
from argmap.provenance.texts.reading import read_documents

if TYPE_CHECKING:
    from argmap.loading import Reader
    from argmap.model import ArgumentMap
    from argmap.provenance.texts.files import Places


def compare(argument_map: ArgumentMap, reader: Reader, places: Places) -> Documents:
    """Read the documents of a map that are at hand, and look up what it quotes and counts."""
    texts, faults = read_documents(argument_map, reader, places)
    library = Library(texts)
    return Documents(texts, faults, tuple(quotes(argument_map, library)), tuple(figures(argument_map, library)))
