"""One matrix on its way to text: its names, the numbers of its rows, and how much room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.outcomes import written
from argmap.render.matrices import words
from argmap.render.terminal.columns import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.matrix.cells import Rated
    from argmap.matrix.result import MatrixAnalysis
    from argmap.render.matrices.words import Names

INDENT = "  "


class Writer:
    """What all parts of a text share: one matrix, the names in it, and how much room there is."""

    def __init__(self, found: MatrixAnalysis, room: int, strong: Callable[[str], str]) -> None:
        self.found = found
        self.names: Names = words.Names(found)
        self.room = room
        self.strong = strong
        self.signs = {row.id: f"E{n}" for n, row in enumerate(found.rows, 1)}

    def item(self, text: str) -> list[str]:
        """Lay out one remark."""
        return wrap(f"{text}.", self.room, "- ", INDENT)


def said(cell: Rated) -> str:
    """Put a rating, a dot for an empty cell."""
    return written(cell) or "·"
