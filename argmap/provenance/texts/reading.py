"""Finding and reading the texts of documents: beside the map, or in a folder of texts.

A source's `file:` is a path from the map in which it stands, and lies in the folder of the map that was asked for, or
below it, unless more is allowed. In a folder of texts (`--sources`) a document has the name that its `file:` ends in
or, without one, its id with `.txt` or `.md`; its table the name that `paragraphs:` ends in, or its id with `.tsv`, or
`paragraphs.tsv`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import Label, line_mend
from argmap.loading import folder_of, is_below
from argmap.near import near
from argmap.provenance.catalogue import catalogue
from argmap.provenance.texts.document import Document, Fault, Passage
from argmap.provenance.texts.splitting import notes, pages, paragraphs
from argmap.provenance.texts.table import read_table
from argmap.provenance.texts.verified import digest
from argmap.source import Source, UnreadableTextError, decode

if TYPE_CHECKING:
    from argmap.loading import Reader
    from argmap.model import ArgumentMap, Attribute, SourceDocument

MOST_BYTES = 16_000_000  # some ten thousand pages; what is larger is no text that somebody maps
_ENDINGS = (".txt", ".md")
_COMMON_TABLE = "paragraphs.tsv"
_MARKDOWN = (".md", ".markdown", ".mdown")
_FORMATS = {
    b"%PDF": "a PDF",
    b"PK\3\4": "a word processor's file, or an archive",
    b"\xd0\xcf\x11\xe0": "an old Word file",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where texts may lie: the files of the map, a folder of texts or "", and whether others than these may be read."""

    files: tuple[Source, ...]
    folder: str = ""
    allow_outside: bool = False


def read_documents(
    argument_map: ArgumentMap, reader: Reader, places: Places
) -> tuple[dict[str, Document], tuple[Fault, ...]]:
    """Read the texts of a map's documents, and say which of them cannot be read or used."""
    reading = _Reading(reader, places)
    found = {source.id: reading.document(source) for source in argument_map.sources}
    same = catalogue(argument_map).same
    shared: dict[str, Document] = {}
    for name, document in found.items():
        if document is not None:
            shared.setdefault(same[name], document)
    texts = {name: found[name] or shared.get(same[name]) for name in found}
    return {name: text for name, text in texts.items() if text is not None}, tuple(reading.faults)


class _UnusableError(Exception):
    """A file is there and cannot be used: why, and what would help."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@dataclass(slots=True)
class _Reading:
    reader: Reader
    places: Places
    faults: list[Fault] = field(default_factory=list)
    known: dict[str, Source] = field(default_factory=dict)

    def document(self, source: SourceDocument) -> Document | None:
        """Return the document of a source, or None where its text is not at hand."""
        text, beside = self._text(source)
        if text is None:
            return None
        table = self._table(source, text, beside=beside)
        markdown = text.path.lower().endswith(_MARKDOWN)
        listed, begin = notes(text.text)
        parts = table if table is not None else paragraphs(text.text, begin, markdown=markdown)
        return Document(text, tuple(parts), tuple(listed), pages(text.text), digest(text.text))

    def _text(self, source: SourceDocument) -> tuple[Source | None, bool]:
        """Return the text of a source, and whether it lies beside the map (and not in the folder of texts)."""
        named = source.get("file")
        for path in _in_folder(self.places.folder, source, named):
            try:
                return self._read(path), False
            except FileNotFoundError:
                continue
            except (OSError, _UnusableError) as error:
                self._unusable(source, named, path, error)
                return None, False
        if named is None:
            return None, False
        return self._beside(source, named), True

    def _beside(self, source: SourceDocument, named: Attribute) -> Source | None:
        """Return what `file:` or `paragraphs:` names, from the map in which it stands."""
        wanted = str(named.value)
        path = self._path(source, wanted)
        if path is None:
            hint = "a file in the folder of the map, or below it; or --allow-outside"
            self._fault("unusable", source, named, f'"{wanted}" lies outside the folder of the map', hint)
            return None
        try:
            return self._read(path)
        except FileNotFoundError:
            self._missing(source, named, path)
        except (OSError, _UnusableError) as error:
            self._unusable(source, named, path, error)
        return None

    def _path(self, source: SourceDocument, wanted: str) -> str | None:
        """Return the path of a file from the map; None where it may not be read."""
        files = self.places.files
        path = os.path.normpath(os.path.join(os.path.dirname(files[source.file].path), wanted))
        real = os.path.realpath(path)
        return path if self.places.allow_outside or is_below(real, folder_of(files[0].path)) else None

    def _read(self, path: str) -> Source:
        """Read a text, once.

        Raises:
            OSError: it cannot be read.
            _UnusableError: it is no text, or too large.
        """
        if path in self.known:
            return self.known[path]
        if os.path.isfile(path) and os.path.getsize(path) > MOST_BYTES:  # what is large is not even read
            raise _UnusableError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB", _PLAIN_TEXT)
        data = self.reader(path)
        kind = next((name for head, name in _FORMATS.items() if data.startswith(head)), "")
        if kind:
            raise _UnusableError(f"{path} is {kind}, not a text", _PLAIN_TEXT)
        try:
            source = Source(path, decode(data))
        except UnreadableTextError as error:
            reason = error.reason.removeprefix("this file is ").removeprefix("this is ")
            raise _UnusableError(f"{path} is {reason}", _PLAIN_TEXT) from error
        if not source.text.strip():
            raise _UnusableError(f"{path} is empty", _PLAIN_TEXT)
        return self.known.setdefault(path, source)

    def _table(self, source: SourceDocument, text: Source, *, beside: bool) -> list[Passage] | None:
        """Return the paragraphs by their table; None where there is none, or it cannot be used."""
        named = source.get("paragraphs")
        table = self._beside(source, named) if beside and named is not None else None
        if not beside:
            table = self._table_in_folder(source, named)
        if table is None:
            return None
        own = source.id.rpartition(".")[2]
        names = (own, os.path.splitext(os.path.basename(text.path))[0])
        found, wrong = read_table(table, names, text)
        if wrong and named is None and os.path.basename(table.path) == _COMMON_TABLE and not found:
            in_common = [fault for fault in wrong if "no rows of" in fault.message]
            wrong = [] if in_common else wrong
            if in_common:
                return None
        where = _label(self.places.files, source, named)
        for fault in wrong:
            related = (where._replace(text="where the map names it"),)
            self.faults.append(Fault("unusable", source.id, fault.message, fault.where, fault.help, related=related))
        return None if wrong else found

    def _table_in_folder(self, source: SourceDocument, named: Attribute | None) -> Source | None:
        own = source.id.rpartition(".")[2]
        names = [os.path.basename(str(named.value))] if named is not None else [f"{own}.tsv", _COMMON_TABLE]
        for name in names:
            path = os.path.join(self.places.folder, name)
            try:
                return self._read(path)
            except FileNotFoundError:
                continue
            except (OSError, _UnusableError) as error:
                self._unusable(source, named, path, error)
                return None
        return None

    def _missing(self, source: SourceDocument, named: Attribute, path: str) -> None:
        mends = []
        if close := _similar_file(path):
            better = os.path.join(os.path.dirname(str(named.value)), close)
            text = self.places.files[source.file]
            mends.append(line_mend(text, named.start, named.end, f'{named.key}: "{better}"'))
        message = f"there is no file {path}"
        what = "the text of the document, or `verified:` if it was checked where the text is at hand"
        if named.key == "paragraphs":
            what = "a table of its paragraphs, or no `paragraphs:`: then blank lines divide them"
        self._fault("missing", source, named, message, what)
        self.faults[-1] = self.faults[-1]._replace(mends=tuple(mends))

    def _unusable(
        self, source: SourceDocument, named: Attribute | None, path: str, error: OSError | _UnusableError
    ) -> None:
        if isinstance(error, _UnusableError):
            self._fault("unusable", source, named, error.reason, error.hint)
        else:
            reason = (error.strerror or "it cannot be read").lower()
            self._fault("unusable", source, named, f"{path} cannot be read: {reason}", _PLAIN_TEXT)

    def _fault(self, kind: str, source: SourceDocument, named: Attribute | None, message: str, hint: str) -> None:
        where = _label(self.places.files, source, named)
        fault = Fault("missing" if kind == "missing" else "unusable", source.id, message, where, hint)
        if fault not in self.faults:
            self.faults.append(fault)


_PLAIN_TEXT = "the document as plain text or Markdown, in UTF-8"


def _in_folder(folder: str, source: SourceDocument, named: Attribute | None) -> list[str]:
    """Return where the text of a document may lie in the folder of texts."""
    if not folder:
        return []
    own = source.id.rpartition(".")[2]
    names = [os.path.basename(str(named.value))] if named is not None else [own + ending for ending in _ENDINGS]
    return [os.path.join(folder, name) for name in names if name]


def _label(files: tuple[Source, ...], source: SourceDocument, named: Attribute | None) -> Label:
    place = named if named is not None else source
    return Label(files[source.file], place.start, place.end)


def _similar_file(path: str) -> str:
    try:
        names = sorted(os.listdir(os.path.dirname(path) or "."))
    except OSError:
        return ""
    return next(iter(near(os.path.basename(path), names)), "")
