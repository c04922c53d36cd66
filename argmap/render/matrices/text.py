"""The analysis of a matrix for a terminal: tables that fit its width, then what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.markup import plain
from argmap.render.matrices import words
from argmap.render.matrices.arithmetic import Arithmetic
from argmap.render.matrices.remarks import Remarks
from argmap.render.matrices.tables import Tables
from argmap.render.terminal.columns import paragraph, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.matrix.result import MatrixAnalysis


def matrix_text(
    found: Sequence[MatrixAnalysis],
    room: int,
    *,
    columns: bool = False,
    arithmetic: bool = False,
    argued: bool = False,
    strong: Callable[[str], str] = str,
) -> str:
    """Lay out matrices for a terminal of so many columns.

    Args:
        found: The matrices.
        room: How many columns there are.
        columns: Whether hypotheses stand in columns and not in rows.
        arithmetic: Whether every sum is shown.
        argued: Whether the view derived from the map is shown beside the ratings.
        strong: Makes a heading stand out.
    """
    if not found:
        return "There is no matrix in this map.\n"
    blocks = [_Writer(one, room, strong).block(columns=columns, arithmetic=arithmetic, argued=argued) for one in found]
    return "\n\n".join([*blocks, paragraph(words.CAUTION, room)]) + "\n"


class _Writer(Tables, Arithmetic, Remarks):
    """Writes one matrix: what was rated, the scores, the verdict, what it hangs on, and what the rows are."""

    def block(self, *, columns: bool, arithmetic: bool, argued: bool) -> str:
        found = self.found
        title = f"{found.question}: {plain(found.text)}"
        parts = [[self.strong(line) for line in wrap(title, self.room)]]
        if not found.rows:
            return "\n".join([*parts[0], "No row is rated yet."])
        parts.append(self.ratings(turned=columns))
        if argued:
            parts.append(self.argued_view(turned=columns))
        parts.append(self.scores(found.together))
        parts.append(self.verdict())
        if arithmetic:
            parts.append(self.arithmetic())
        parts += [self.raters(), self.by_raters(), self.hangs_on(), self.beside(), self.scenarios(), self.legend()]
        return "\n\n".join("\n".join(part) for part in parts if part)

    def scenarios(self) -> list[str]:
        """Set the scenarios beside the unchanged matrix, and say what they change."""
        if not self.found.scenarios:
            return []
        lines = [self.strong("Scenarios")]
        if tables := self.in_scenarios():
            lines += [*tables, ""]
        for one in self.found.scenarios:
            decided = f". Verdict: {words.verdict(one.reading.verdict, self.names)}" if one.touched else ""
            lines += self.item(f"{one.title}: {words.scenario(one, self.names)}{decided}")
        return lines
