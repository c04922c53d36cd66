"""Reading a map and everything it imports, through a reader that may be the disk, a cache or an editor's buffers."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Label, Mend, line_mend
from argmap.near import near
from argmap.source import Source, UnreadableTextError, decode
from argmap.syntax.nodes import Document, ImportNode, SectionNode
from argmap.syntax.parser import parse
from argmap.syntax.texts import name_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.syntax.nodes import Item

    Reader = Callable[[str], bytes]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(slots=True)
class LoadedFile:
    """One file: its text and tree, the prefix of its names in the whole map, and its imports.

    Each import comes with the index of the file it names, or None where that could not be read.
    """

    source: Source
    document: Document
    prefix: str = ""
    imports: list[tuple[ImportNode, int | None]] = field(default_factory=list)


@dataclass(slots=True)
class Loaded:
    """All files of a map, the one asked for first, and what was wrong with their form."""

    files: list[LoadedFile] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_disk(path: str) -> bytes:
    """Read a file from the disk.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        return file.read()


def load(path: str, reader: Reader = read_disk, *, allow_outside: bool = False) -> Loaded:
    """Load a map with everything it imports.

    Args:
        path: The file asked for, as it is to be shown in messages.
        reader: Gives the bytes of a path, or raises OSError.
        allow_outside: Whether files outside the folder of that file may be imported.

    Raises:
        OSError: the file asked for cannot be read. (What an import cannot read becomes a diagnostic.)
    """
    loader = _Loader(reader, folder_of(path), allow_outside=allow_outside)
    loader.read(path, reader(path), "")
    loader.follow_imports()
    return loader.loaded


def is_below(path: str, folder: str) -> bool:
    """Tell whether a real path lies in a folder, or below it."""
    try:
        return os.path.commonpath([path, folder]) == folder
    except ValueError:  # on another drive
        return False


def folder_of(path: str) -> str:
    """Return the real path of the folder in which a file lies."""
    return os.path.realpath(os.path.dirname(path) or ".")


class _Loader:
    def __init__(self, reader: Reader, folder: str, *, allow_outside: bool) -> None:
        self.reader = reader
        self.folder = folder
        self.allow_outside = allow_outside
        self.loaded = Loaded()
        self.indices: dict[str, int] = {}  # real path -> index of the file
        self.importer: list[int | None] = []  # index of the file that brought each one in, for the way to a cycle

    def read(self, path: str, data: bytes, prefix: str, importer: int | None = None) -> int:
        """Take one file in; return its index."""
        source, found = _source(path, data)
        self.loaded.diagnostics += found
        if any(diagnostic.code == "L100" for diagnostic in found):
            document = Document([])
        else:
            document, errors = parse(source)
            self.loaded.diagnostics += errors
        index = len(self.loaded.files)
        self.loaded.files.append(LoadedFile(source, document, prefix))
        self.indices[os.path.realpath(path)] = index
        self.importer.append(importer)
        return index

    def follow_imports(self) -> None:
        """Read what the files import, depth first, each file once."""
        waiting = [(0, node) for node in reversed(list(_imports(self.loaded.files[0].document)))]
        while waiting:
            index, node = waiting.pop()
            before = len(self.loaded.files)
            target = self._import(index, node)
            self.loaded.files[index].imports.append((node, target))
            if target is not None and target == before:
                document = self.loaded.files[target].document
                waiting += [(target, inner) for inner in reversed(list(_imports(document)))]

    def _import(self, index: int, node: ImportNode) -> int | None:
        """Read what one import names; return the index of that file, or None where it cannot be used."""
        importer = self.loaded.files[index]
        wanted = text_of(node.path)
        path = os.path.normpath(os.path.join(os.path.dirname(importer.source.path), wanted))
        real = os.path.realpath(path)
        if not wanted.strip() or wanted.startswith("~"):
            message = f'nothing can be read at "{wanted}"'
            self._report(index, node, "L210", message, "the path of a file, from this one")
            return None
        if not self.allow_outside and not is_below(real, self.folder):
            message = f'"{wanted}" lies outside the folder of the map that was asked for'
            mend = Mend("--allow-outside", "on the command line, if this file may be read")
            self._report(index, node, "L212", message, "a file in that folder or below it", mend)
            return None
        if real in self.indices:
            return self._known(index, node, self.indices[real])
        try:
            data = self.reader(path)
        except OSError as error:
            self._unreadable(index, node, path, error)
            return None
        prefix = f"{importer.prefix}{name_of(node.name)}." if node.name is not None else importer.prefix
        return self.read(path, data, prefix, index)

    def _unreadable(self, index: int, node: ImportNode, path: str, error: OSError) -> None:
        wanted = text_of(node.path)
        reason = error.strerror or "it cannot be read"
        mends = []
        if near := _similar_file(path):
            better = os.path.join(os.path.dirname(wanted), near)
            source = self.loaded.files[index].source
            mends.append(line_mend(source, node.path.start, node.path.end, f'"{better}"'))
        message = f'"{wanted}" cannot be read: {reason[0].lower()}{reason[1:]}'
        self._report(index, node, "L210", message, f"a file at {path}", *mends)

    def _known(self, index: int, node: ImportNode, target: int) -> int | None:
        """Return a file that has been read already, if it may be imported here."""
        way = self._way(index, target)
        if way:
            what = "a file imports itself"
            if len(way) > 1:
                what = f"these files import each other: {' imports '.join([*way, way[0]])}"
            mend = Mend("leave this import out, and put what both need into a third file")
            self._report(index, node, "L211", what, "files that build on each other in one direction", mend)
            return None
        source = self.loaded.files[index].source
        for other, other_target in self.loaded.files[index].imports:
            if other_target == target:
                label = Label(source, other.path.start, other.path.end, "where it was imported first")
                message = "this file is imported twice"
                self._report(index, node, "L213", message, "one import of each file", related=(label,))
                return None
        return target

    def _way(self, index: int, target: int) -> list[str]:
        """Return the names of the files by which `target` came to import file `index`; none if it did not."""
        names: list[str] = []
        at: int | None = index
        while at is not None:
            names.append(os.path.basename(self.loaded.files[at].source.path))
            if at == target:
                return names[::-1]
            at = self.importer[at]
        return []

    def _report(
        self,
        index: int,
        node: ImportNode,
        code: str,
        message: str,
        help: str,  # noqa: A002 - its name in the diagnostic
        *mends: Mend,
        related: tuple[Label, ...] = (),
    ) -> None:
        where = Label(self.loaded.files[index].source, node.path.start, node.path.end)
        self.loaded.diagnostics.append(Diagnostic(code, message, where, help, mends, related))


def _source(path: str, data: bytes) -> tuple[Source, list[Diagnostic]]:
    try:
        text = decode(data)
    except UnreadableTextError as error:
        source = Source(path, error.readable)
        start = min(error.place, len(source.text))
        where = Label(source, start, min(start + 1, len(source.text)))
        return source, [Diagnostic("L100", error.reason, where, "a text in UTF-8", (Mend(error.hint),))]
    source = Source(path, _CONTROL.sub(" ", text))
    found = []
    for match in _CONTROL.finditer(text):
        start, end = match.span()
        message = f"an invisible control character (U+{ord(match[0]):04X}) stands here"
        mend = line_mend(source, start, end, "")
        where = Label(source, start, end)
        found.append(Diagnostic("L124", message, where, "letters, digits, signs and space", (mend,)))
    return source, found


def _imports(document: Document) -> Iterator[ImportNode]:
    waiting: list[Item] = list(reversed(document.items))
    while waiting:
        item = waiting.pop()
        if isinstance(item, ImportNode):
            yield item
        elif isinstance(item, SectionNode):
            waiting += reversed(item.items)


def _similar_file(path: str) -> str:
    try:
        names = sorted(name for name in os.listdir(os.path.dirname(path) or ".") if name.endswith(".argmap"))
    except OSError:
        return ""
    stems = [name.removesuffix(".argmap") for name in names]
    return next((f"{stem}.argmap" for stem in near(os.path.basename(path).removesuffix(".argmap"), stems)), "")
