"""What the names of a map are in the text of one of its files."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from argmap.model import entities

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


class Scope:
    """One file: which files it sees, and the name by which it calls a thing.

    A file sees itself and what it imports, directly or through others; an import under a name puts it before a dot.
    """

    def __init__(self, whole: ArgumentMap, file: int, homes: dict[str, int] | None = None) -> None:
        self.before = {file: ""} | _imported(whole, file)
        self._prefixes = [each.prefix for each in whole.files]
        self._homes = homes if homes is not None else {entity.id: entity.file for entity in entities(whole)}

    def name(self, identifier: str) -> str:
        """Return the name by which the file calls a thing; what it does not know it calls by its id."""
        home = self._homes.get(identifier)
        before = self.before.get(home) if home is not None else None
        if home is None or before is None:
            return identifier
        return before + identifier.removeprefix(self._prefixes[home])


def _imported(whole: ArgumentMap, file: int) -> dict[int, str]:
    """Return what a file writes before the names of each file it sees; of several ways the one with fewest steps."""
    index = {_standard(each.path): number for number, each in enumerate(whole.files)}
    seen: dict[int, str] = {}
    waiting = [(file, "")]
    for importer, before in waiting:  # grows while it is gone through: breadth first
        here = whole.files[importer]
        for wanted in here.imports:
            target = index.get(_standard(join(dirname(_standard(here.path)), wanted.path)))
            if target is not None and target not in seen and target != file:
                seen[target] = f"{before}{wanted.name}." if wanted.name else before
                waiting.append((target, seen[target]))
    return seen


def _standard(path: str) -> str:
    return normpath(path.replace("\\", "/"))
