"""The tables of a matrix: ratings with hypotheses in rows or columns, scores, scenarios, and the names of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.readings import RULES
from argmap.render.markup import plain
from argmap.render.matrices import words
from argmap.render.matrices.figures import shown_score
from argmap.render.matrices.writer import INDENT, Writer, said
from argmap.render.terminal.columns import columns, natural, table, wrap
from argmap.render.wording import listed
from argmap.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.matrix.readings import Reading, Rule, RuleScore

_APART = "tells apart"
_SIDE_BY_SIDE: tuple[Rule, ...] = ("inconsistency", "bits")


class Tables(Writer):
    """Writes the tables of one matrix."""

    def ratings(self, *, turned: bool) -> list[str]:
        """Lay out what all raters say together, and how far each row tells apart."""
        cells = {row.id: [said(cell.together) for cell in row.cells] for row in self.found.rows}
        apart = {row.id: rounded(row.diagnosticity.spread, 1) for row in self.found.rows}
        return self.with_columns(cells, apart) if turned else self.with_rows(cells, apart)

    def argued_view(self, *, turned: bool) -> list[str]:
        """Lay out the view derived from the map, which is never scored."""
        cells = {row: [letter or "·" for letter in letters] for row, letters in self.found.argued.cells.items()}
        head = "Argued, not rated: what reaches an answer only by supporting steps (C), or only by attacking ones (I)"
        lines = [self.strong(line) for line in wrap(head, self.room)]
        return [*lines, *(self.with_columns(cells, {}) if turned else self.with_rows(cells, {}))]

    def with_rows(self, cells: Mapping[str, Sequence[str]], apart: Mapping[str, str]) -> list[str]:
        """Lay out cells with a row for each hypothesis; rows of the matrix are numbered."""
        lines: list[str] = []
        for rows in self.chunks(cells):
            heads = ["", *(self.signs[row] for row in rows)]
            body = [[self.names(name), *(cells[row][n] for row in rows)] for n, name in enumerate(self.found.ids)]
            if apart:
                body.append([_APART, *(apart[row] for row in rows)])
            lines += ([""] if lines else []) + table(heads, body, self.room, self.strong)
        return lines

    def chunks(self, cells: Mapping[str, Sequence[str]]) -> list[list[str]]:
        """Divide the rows so that each part fits beside the names."""
        parts: list[list[str]] = [[]]
        first = used = max(columns(name) for name in (*map(self.names, self.found.ids), _APART))
        for row, letters in cells.items():
            wide = 2 + max(3, len(self.signs[row]), *map(len, letters))
            if parts[-1] and used + wide > self.room:
                parts.append([])
                used = first
            parts[-1].append(row)
            used += wide
        return parts

    def with_columns(self, cells: Mapping[str, Sequence[str]], apart: Mapping[str, str]) -> list[str]:
        """Lay out cells with a column for each hypothesis."""
        heads = ["", *map(self.names, self.found.ids), *([_APART] if apart else [])]
        body = [
            [f"{self.signs[row]} {self.names(row)}", *letters, *([apart[row]] if apart else [])]
            for row, letters in cells.items()
        ]
        if natural(heads, body) > self.room:  # the rows are named below
            body = [[self.signs[row], *line[1:]] for row, line in zip(cells, body, strict=True)]
        return table(heads, body, self.room, self.strong)

    def scores(self, reading: Reading) -> list[str]:
        """Lay out the scores of every rule; who leads is marked."""
        heads = ["", *RULES]
        body = [[self.names(name), *(_marked(reading.scores[rule], name) for rule in RULES)] for name in self.found.ids]
        if natural(heads, body) <= self.room:
            return table(heads, body, self.room, self.strong)
        turned = [[rule, *(_marked(reading.scores[rule], name) for name in self.found.ids)] for rule in RULES]
        return table(["", *map(self.names, self.found.ids)], turned, self.room, self.strong)

    def in_scenarios(self) -> list[str]:
        """Set the scores in each scenario beside those as it is."""
        there = [(one.title, one.reading, one.hypotheses) for one in self.found.scenarios if one.touched]
        return self.side_by_side([("as it is", self.found.together, self.found.ids), *there]) if there else []

    def by_raters(self) -> list[str]:
        """Set the scores of each rater beside those of all together."""
        each = [(one.rater, one, self.found.ids) for one in words.readings(self.found)]
        return self.side_by_side([*each, ("together", self.found.together, self.found.ids)]) if each else []

    def side_by_side(self, several: Sequence[tuple[str, Reading, tuple[str, ...]]]) -> list[str]:
        """Lay out scores under two rules, each in a table with a column for each reading (title, reading, hypotheses)."""
        lines: list[str] = []
        names = dict.fromkeys(name for _, _, those in several for name in those)
        for rule in _SIDE_BY_SIDE:
            heads = [rule, *(title for title, _, _ in several)]
            body = [
                [
                    self.names(name),
                    *(_marked(reading.scores[rule], name) if name in those else "out" for _, reading, those in several),
                ]
                for name in names
            ]
            lines += ["", *table(heads, body, self.room, self.strong)]
        return lines[1:]

    def legend(self) -> list[str]:
        """Name the rows, with what they weigh and the reasons for them."""
        lines = [self.strong("Rows")]
        for row in self.found.rows:
            facts = [f"relevance {row.relevance}"] if row.relevance else []
            facts += [f"credibility {row.credibility}"] if row.credibility else []
            facts += [f"from {listed(row.origins)}"] if row.origins else []
            facts += ["not seen, so not counted"] if not row.counted else []
            facts.append(f"tells {rounded(row.diagnosticity.bits, 1)} bits")
            sign = self.signs[row.id]
            called = sign if self.names(row.id) == sign else f"{sign} {self.names(row.id)}"
            told = f"{called}: {plain(row.title)} ({'; '.join(facts)})"
            lines += wrap(told, self.room, "", INDENT * 2)
            for rater, why in row.reason.items():
                lines += wrap(
                    f"{rater}: {plain(why)}" if len(self.found.raters) > 1 else plain(why),
                    self.room,
                    INDENT * 2,
                    INDENT * 2,
                )
        return lines


def _marked(score: RuleScore, name: str) -> str:
    value = score.shown(name)
    if value is None:
        return "not rated"
    text = shown_score(score.rule, value)
    return f"{text} *" if name in score.leaders else text
