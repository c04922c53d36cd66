"""Every sum of a matrix, term by term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.readings import RULES
from argmap.matrix.scale import CREDIBILITY_LEVEL, LEVEL, ROUNDING
from argmap.render.matrices import words
from argmap.render.matrices.figures import shown_score
from argmap.render.matrices.writer import INDENT, Writer
from argmap.render.terminal.columns import wrap
from argmap.rounding import rounded

if TYPE_CHECKING:
    from argmap.matrix.cells import MatrixLine
    from argmap.matrix.readings import Rule


class Arithmetic(Writer):
    """Writes the sums of one matrix."""

    def arithmetic(self) -> list[str]:
        """Show how every score of every rule comes about."""
        lines = [self.strong("Arithmetic")]
        for rule in RULES:
            lines += wrap(f"{rule}: {words.rule(rule)}", self.room, "", INDENT)
            lines += [line for name in self.found.ids for line in self.sum(rule, name)]
        return lines

    def sum(self, rule: Rule, name: str) -> list[str]:
        """Show how one score comes about."""
        score, column = self.found.together.scores[rule], self.found.ids.index(name)
        if name in score.unrated:
            return [f"{INDENT}{self.names(name)}: not rated"]
        counting = [row for row in self.found.rows if row.counted]
        terms = [
            f"{_term(rule, row, added[column])} ({self.signs[row.id]})"
            for row, added in zip(counting, score.terms, strict=True)
            if added[column] or rule == "bits"
        ]
        total = shown_score(rule, score.values[name])
        text = f"{self.names(name)} = {' + '.join(terms)} = {total}" if terms else f"{self.names(name)} = 0"
        behind = score.shown(name) or 0.0
        after = f", {shown_score(rule, -behind)} behind the best" if rule == "bits" and behind < -ROUNDING else ""
        return wrap(text.replace("+ −", "− ") + after, self.room, INDENT, INDENT * 2)


def _term(rule: Rule, row: MatrixLine, value: float) -> str:
    """Show one term; that of `weighted` as what it is a product of."""
    if rule != "weighted":
        return shown_score(rule, value)
    credible = LEVEL[CREDIBILITY_LEVEL.get(row.credibility or "", "medium")]
    relevant = LEVEL[row.relevance or "medium"]
    factors = [rounded(factor, 2) for factor in (credible, relevant) if factor != 1.0]
    return " × ".join([rounded(value / credible / relevant, 0), *factors])
