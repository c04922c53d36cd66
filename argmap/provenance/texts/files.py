"""Finding and reading the files of documents: beside the map, or in a folder of texts.

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
from argmap.loading import folder_of, is_below, read_disk
from argmap.near import near
from argmap.provenance.texts.document import Fault
from argmap.source import Source, UnreadableTextError, decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.loading import Reader
    from argmap.model import Attribute, SourceDocument

COMMON_TABLE = "paragraphs.tsv"
MOST_BYTES = 16_000_000  # some ten thousand pages; what is larger is no text that somebody maps
_ENDINGS = (".txt", ".md")
_PLAIN_TEXT = "the document as plain text or Markdown, in UTF-8"
_NEEDED = {
    "file": "the text of the document, or `verified:` if it was checked where the text is at hand",
    "paragraphs": "a table of its paragraphs, or no `paragraphs:`: then blank lines divide them",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where texts may lie: the files of the map, a folder of texts or "", and whether others than these may be read."""

    files: tuple[Source, ...]
    folder: str = ""
    allow_outside: bool = False


class UnusableError(Exception):
    """A file is there and cannot be used: it is no text, or too large."""


@dataclass(slots=True)
class Files:
    """The files of the documents of a map, each read once; what is wrong with them gathers in `faults`."""

    reader: Reader
    places: Places
    faults: list[Fault] = field(default_factory=list)
    known: dict[str, Source] = field(default_factory=dict)

    def text(self, source: SourceDocument) -> tuple[Source | None, bool]:
        """Return the text of a source, and whether it lies in the folder of texts and not beside the map."""
        named = source.get("file")
        names = [os.path.basename(str(named.value))] if named is not None else [own(source) + end for end in _ENDINGS]
        found = self._in_folder(source, named, names)
        if found is not None or named is None:
            return found, found is not None
        return self._beside(source, named), False

    def table(self, source: SourceDocument, *, in_folder: bool) -> Source | None:
        """Return the table of a source's paragraphs; None where there is none."""
        named = source.get("paragraphs")
        if in_folder:
            names = [os.path.basename(str(named.value))] if named is not None else [f"{own(source)}.tsv", COMMON_TABLE]
            return self._in_folder(source, named, names)
        return self._beside(source, named) if named is not None else None

    def label(self, source: SourceDocument, named: Attribute | None) -> Label:
        """Return where the map names a file."""
        place = named if named is not None else source
        return Label(self.places.files[source.file], place.start, place.end)

    def _in_folder(self, source: SourceDocument, named: Attribute | None, names: Sequence[str]) -> Source | None:
        for name in names if self.places.folder else ():
            path = os.path.join(self.places.folder, name)
            try:
                return self._read(path)
            except FileNotFoundError:
                continue
            except (OSError, UnusableError) as error:
                self._unusable(source, named, path, error)
                return None
        return None

    def _beside(self, source: SourceDocument, named: Attribute) -> Source | None:
        """Return what `file:` or `paragraphs:` names, from the map in which it stands."""
        wanted = str(named.value)
        files = self.places.files
        path = os.path.normpath(os.path.join(os.path.dirname(files[source.file].path), wanted))
        if not self.places.allow_outside and not is_below(os.path.realpath(path), folder_of(files[0].path)):
            hint = "a file in the folder of the map, or below it; or --allow-outside"
            message = f'"{wanted}" lies outside the folder of the map'
            self.faults.append(Fault("unusable", source.id, message, self.label(source, named), hint))
            return None
        try:
            return self._read(path)
        except FileNotFoundError:
            self._missing(source, named, path)
        except (OSError, UnusableError) as error:
            self._unusable(source, named, path, error)
        return None

    def _read(self, path: str) -> Source:
        """Read a text, once.

        Raises:
            OSError: it cannot be read.
            UnusableError: it is no text, or too large.
        """
        if path in self.known:
            return self.known[path]
        return self.known.setdefault(path, read_text(path, self.reader))

    def _missing(self, source: SourceDocument, named: Attribute, path: str) -> None:
        mends = []
        if close := _similar_file(path):
            better = os.path.join(os.path.dirname(str(named.value)), close)
            text = self.places.files[source.file]
            mends.append(line_mend(text, named.start, named.end, f'{named.key}: "{better}"'))
        fault = Fault("missing", source.id, f"there is no file {path}", self.label(source, named), _NEEDED[named.key])
        self.faults.append(fault._replace(mends=tuple(mends)))

    def _unusable(self, source: SourceDocument, named: Attribute | None, path: str, error: Exception) -> None:
        message = str(error)
        if isinstance(error, OSError):
            message = f"{path} cannot be read: {(error.strerror or 'for an unknown reason').lower()}"
        self.faults.append(Fault("unusable", source.id, message, self.label(source, named), _PLAIN_TEXT))


def read_text(path: str, reader: Reader = read_disk) -> Source:
    """Read a text of a document.

    Raises:
        OSError: it cannot be read.
        UnusableError: it is no text, or too large.
    """
    if path == "-":  # standard input is no document
        raise FileNotFoundError(2, "No such file or directory", path)
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):  # reading a pipe may never end
        raise UnusableError(f"{path} is no regular file")
    if os.path.isfile(path) and os.path.getsize(path) > MOST_BYTES:  # what is large is not even read
        raise UnusableError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        source = Source(path, decode(reader(path)))
    except UnreadableTextError as error:
        reason = error.reason.removeprefix("this file is ").removeprefix("this is ")
        raise UnusableError(f"{path} is {reason}") from error
    if not source.text.strip():
        raise UnusableError(f"{path} is empty")
    return source


def own(source: SourceDocument) -> str:
    """Return the id of a source in its own file."""
    return source.id.rpartition(".")[2]


def _similar_file(path: str) -> str:
    try:
        names = sorted(os.listdir(os.path.dirname(path) or "."))
    except OSError:
        return ""
    return next(iter(near(os.path.basename(path), names)), "")
