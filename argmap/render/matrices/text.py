"""The analysis of a matrix for a terminal: tables that fit its width, then what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.outcomes import written
from argmap.matrix.result import RULES, VOTING
from argmap.matrix.scale import CREDIBILITY_LEVEL, LEVEL, ROUNDING
from argmap.render.columns import natural, paragraph, table, wrap
from argmap.render.markup import plain
from argmap.render.matrices import words
from argmap.render.matrices.figures import shown_score, shown_values
from argmap.render.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.matrix.result import MatrixAnalysis, MatrixLine, Rated, Reading, Rule, RuleScore, ScenarioOutcome
    from argmap.render.matrices.words import Names

_INDENT = "  "
_SIDE_BY_SIDE: tuple[Rule, ...] = ("inconsistency", "bits")


def matrix_text(
    found: Sequence[MatrixAnalysis],
    room: int,
    *,
    columns: bool = False,
    arithmetic: bool = False,
    strong: Callable[[str], str] = str,
) -> str:
    """Lay out matrices for a terminal of so many columns.

    Args:
        found: The matrices.
        room: How many columns there are.
        columns: Whether hypotheses stand in columns and not in rows.
        arithmetic: Whether every sum is shown.
        strong: Makes a heading stand out.
    """
    if not found:
        return "There is no matrix in this map.\n"
    blocks = [_Writer(one, room, strong).block(columns=columns, arithmetic=arithmetic) for one in found]
    return "\n\n".join([*blocks, paragraph(words.CAUTION, room)]) + "\n"


class _Writer:
    """Writes one matrix."""

    def __init__(self, found: MatrixAnalysis, room: int, strong: Callable[[str], str]) -> None:
        self.found = found
        self.names: Names = words.Names(found)
        self.room = room
        self.strong = strong
        self.signs = {row.id: f"E{n}" for n, row in enumerate(found.rows, 1)}

    def block(self, *, columns: bool, arithmetic: bool) -> str:
        found = self.found
        title = f"{found.question}: {plain(found.text)}"
        parts = [[self.strong(line) for line in wrap(title, self.room)]]
        parts.append(self.with_columns() if columns else self.with_rows())
        parts.append(self.scores(found.together))
        parts.append(self.verdict())
        if arithmetic:
            parts.append(self.arithmetic())
        parts += [self.raters(), self.hangs_on(), self.beside(), self.scenarios(), self.legend()]
        return "\n\n".join("\n".join(part) for part in parts if part)

    def with_rows(self) -> list[str]:
        """Lay out the ratings with a row for each hypothesis; rows of the matrix are numbered."""
        lines: list[str] = []
        for rows in self.chunks():
            heads = ["", *(self.signs[row.id] for row in rows)]
            body = [
                [self.names(name), *(_said(row.cells[n].together) for row in rows)]
                for n, name in enumerate(self.found.ids)
            ]
            body.append(["tells apart", *(_spread(row) for row in rows)])
            lines += ([""] if lines else []) + table(heads, body, self.room, self.strong)
        return lines

    def chunks(self) -> list[list[MatrixLine]]:
        """Divide the rows so that each part fits beside the names."""
        parts: list[list[MatrixLine]] = [[]]
        first = max((len(self.names(name)) for name in (*self.found.ids, "tells apart")), default=0)
        for row in self.found.rows:
            wide = [
                max(4, len(self.signs[one.id]), *(len(_said(c.together)) for c in one.cells))
                for one in (*parts[-1], row)
            ]
            if parts[-1] and first + sum(wide) + 2 * len(wide) > self.room:
                parts.append([])
            parts[-1].append(row)
        return parts

    def with_columns(self) -> list[str]:
        """Lay out the ratings with a column for each hypothesis."""
        heads = ["", *map(self.names, self.found.ids), "tells apart"]
        body = [
            [f"{self.signs[row.id]} {self.names(row.id)}", *(_said(cell.together) for cell in row.cells), _spread(row)]
            for row in self.found.rows
        ]
        if natural(heads, body) > self.room:  # the rows are named below
            body = [[self.signs[row.id], *line[1:]] for row, line in zip(self.found.rows, body, strict=True)]
        return table(heads, body, self.room, self.strong)

    def scores(self, reading: Reading) -> list[str]:
        """Lay out the scores of every rule; who leads is marked."""
        heads = ["", *RULES]
        body = [[self.names(name), *(_marked(reading.scores[rule], name) for rule in RULES)] for name in self.found.ids]
        if natural(heads, body) <= self.room:
            return table(heads, body, self.room, self.strong)
        turned = [[rule, *(_marked(reading.scores[rule], name) for name in self.found.ids)] for rule in RULES]
        return table(["", *map(self.names, self.found.ids)], turned, self.room, self.strong)

    def verdict(self) -> list[str]:
        found = self.found.verdict
        lines = wrap(f"Verdict: {words.verdict(found, self.names)}.", self.room, "", _INDENT)
        lines = [self.strong(line) for line in lines]
        for one in found.caveats:
            lines += self.item(words.caveat(one, self.names))
        return lines

    def arithmetic(self) -> list[str]:
        lines = [self.strong("Arithmetic")]
        for rule in RULES:
            lines += wrap(f"{rule}: {words.RULES[rule]}", self.room, "", _INDENT)
            lines += [line for name in self.found.ids for line in self.sum(rule, name)]
        return lines

    def sum(self, rule: Rule, name: str) -> list[str]:
        """Show how one score comes about."""
        score, column = self.found.together.scores[rule], self.found.ids.index(name)
        if name in score.unrated:
            return [f"{_INDENT}{self.names(name)}: not rated"]
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
        return wrap(text.replace("+ −", "− ") + after, self.room, _INDENT, _INDENT * 2)

    def raters(self) -> list[str]:
        """Say what each rater alone would have, and where they disagree."""
        readings = words.readings(self.found)
        if not readings:
            return []
        lines = [self.strong("Raters")]
        for one in readings:
            lines += self.item(f"{one.rater}: {words.verdict(one.verdict, self.names)}")
        for row in self.found.rows:
            for name, cell in zip(self.found.ids, row.cells, strict=True):
                if cell.steps or cell.deviation:
                    said = ", ".join(f"{rater} {_said(each)}" for rater, each in cell.raters.items())
                    lines += self.item(f"{self.names(row.id)} under {self.names(name)}: {said}")
        return lines

    def hangs_on(self) -> list[str]:
        """Say what would change the lead."""
        found = self.found
        lines = [self.strong("What would change it")]
        pins = [one for one in found.together.removals if set(one.changed) & set(VOTING)]
        for one in pins:
            what = {"row": "", "origin": "all rows of ", "low credibility": "the rows of low credibility"}[one.kind]
            who = "; ".join(f"{rule}: {self.names.all(one.leaders[rule])}" for rule in one.changed if rule in VOTING)
            lines += self.item(f"without {what}{self.names(one.name) if one.name else ''}: {who}")
        if not pins:
            lines += self.item("no single row and no single origin: without each of them the same lead")
        for rule, fragile in found.together.fragility.items():
            if fragile.leader is not None:
                lines += self.item(f"{rule}: {words.fragility(fragile, self.names)}")
        lines += self.priors()
        if found.next is not None:
            lines += self.item(f"most useful next: {words.following(found.next, self.names)}")
        return lines

    def priors(self) -> list[str]:
        swept = self.found.together.sweep
        if swept is None:
            return []
        told = [f"{self.names(name)} {shown_values(value)}" for name, value in swept.leads_from.items()]
        start = "the written priors" if swept.written else "even priors"
        return self.item(f"under bits, from {start}, each would lead from a prior of: {', '.join(told)}")

    def beside(self) -> list[str]:
        """Say what else there is to know."""
        found, lines = self.found, [self.strong("Beside it")]
        told = found.independence
        if told.clusters:
            groups = "; ".join(f"{self.names.all(one.rows)} from {one.origin}" for one in told.clusters)
            lines += self.item(
                f"{counted(told.nominal, 'row')} count as {told.effective:.1f} independent ones ({groups})"
            )
        flat = tuple(row.id for row in found.rows if row.diagnosticity.flat)
        if flat:
            verb = "fits" if len(flat) == 1 else "fit"
            lines += self.item(
                f"{self.names.all(flat)} {verb} all alike and so tell nothing apart".replace(
                    "fits all alike and so tell", "fits all alike and so tells"
                )
            )
        for pair in found.entailments:
            telling = self.names.all(pair.telling) or "no row"
            lines += self.item(
                f"{self.names(pair.stronger)} entails {self.names(pair.weaker)}: they do not compete; {telling} alone "
                f"{'tells' if len(pair.telling) <= 1 else 'tell'} them apart, and {counted(len(pair.shared), 'row')} for the weaker "
                f"{'is' if len(pair.shared) == 1 else 'are'} not counted again for the stronger"
            )
        for each in found.coherence:
            if each.faults:
                near = ", ".join(f"{self.names(name)} {shown_values(value)}" for name, value in each.nearest.items())
                lines += self.item(f"the stated {each.key}s cannot all hold; the nearest that can: {near}")
        if found.posteriors.values:
            given = "given that one of these is true, " if found.posteriors.conditional else ""
            told_p = ", ".join(
                f"{self.names(name)} {shown_values(value)}" for name, value in found.posteriors.values.items()
            )
            lines += self.item(f"{given}the written priors and likelihoods make: {told_p}")
        if found.missing:
            lines += self.item(f"without a column: {self.names.all(found.missing)}")
        return [*lines, *self.argued()] if len(lines) > 1 or found.argued.differences else []

    def argued(self) -> list[str]:
        """Say where the map argues otherwise than the raters rate."""
        lines: list[str] = []
        for one in self.found.argued.differences:
            side = "for" if one.argued == "C" else "against"
            lines += self.item(
                f"argued, not rated: {self.names(one.row)} speaks {side} {self.names(one.hypothesis)} in the map and is rated {one.rated}"
            )
        return lines

    def scenarios(self) -> list[str]:
        """Set the scenarios beside the unchanged matrix."""
        if not self.found.scenarios:
            return []
        lines = [self.strong("Scenarios")]
        touched = [one for one in self.found.scenarios if one.touched]
        for rule in _SIDE_BY_SIDE if touched else ():
            heads = [rule, "as it is", *(one.title for one in touched)]
            body = [
                [
                    self.names(name),
                    _marked(self.found.together.scores[rule], name),
                    *(_there(one, rule, name) for one in touched),
                ]
                for name in dict.fromkeys([*self.found.ids, *(name for one in touched for name in one.hypotheses)])
            ]
            lines += [*table(heads, body, self.room, self.strong), ""]
        for one in self.found.scenarios:
            text = words.scenario(one, self.names)
            decided = f". Verdict: {words.verdict(one.reading.verdict, self.names)}" if one.touched else ""
            lines += self.item(f"{one.title}: {text}{decided}")
        return lines

    def legend(self) -> list[str]:
        """Name the rows, with what they weigh and the reasons for them."""
        lines = [self.strong("Rows")]
        for row in self.found.rows:
            facts = [f"relevance {row.relevance}"] if row.relevance else []
            facts += [f"credibility {row.credibility}"] if row.credibility else []
            facts += [f"from {listed(row.origins)}"] if row.origins else []
            facts += ["not seen, so not counted"] if not row.counted else []
            facts.append(f"tells {row.diagnosticity.bits:.1f} bits")
            sign = self.signs[row.id]
            called = sign if self.names(row.id) == sign else f"{sign} {self.names(row.id)}"
            told = f"{called}: {plain(row.title)} ({'; '.join(facts)})"
            lines += wrap(told, self.room, "", _INDENT * 2)
            for rater, why in row.reason.items():
                lines += wrap(
                    f"{rater}: {plain(why)}" if len(self.found.raters) > 1 else plain(why),
                    self.room,
                    _INDENT * 2,
                    _INDENT * 2,
                )
        return lines

    def item(self, text: str) -> list[str]:
        return wrap(f"{text}.", self.room, "- ", _INDENT)


def _said(cell: Rated) -> str:
    return written(cell) or "·"


def _term(rule: Rule, row: MatrixLine, value: float) -> str:
    """Show one term; that of `weighted` as what it is a product of."""
    if rule != "weighted":
        return shown_score(rule, value)
    credible = LEVEL[CREDIBILITY_LEVEL.get(row.credibility or "", "medium")]
    relevant = LEVEL[row.relevance or "medium"]
    factors = [f"{factor:.2f}" for factor in (credible, relevant) if factor != 1.0]
    return " × ".join([f"{value / credible / relevant:.0f}", *factors])


def _there(one: ScenarioOutcome, rule: Rule, name: str) -> str:
    return _marked(one.reading.scores[rule], name) if name in one.hypotheses else "out"


def _spread(row: MatrixLine) -> str:
    return f"{row.diagnosticity.spread:.1f}"


def _marked(score: RuleScore, name: str) -> str:
    value = score.shown(name)
    if value is None:
        return "not rated"
    text = shown_score(score.rule, value)
    return f"{text} *" if name in score.leaders else text
