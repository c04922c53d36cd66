"""What a matrix comes to, in items: what the verdict hangs on, what would change it, and what else there is to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.readings import VOTING
from argmap.render.figures import shown
from argmap.render.matrices import words
from argmap.render.matrices.writer import INDENT, Writer, said
from argmap.render.terminal.columns import wrap
from argmap.render.wording import counted, listed
from argmap.rounding import trimmed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.matrix.readings import Removal


class Remarks(Writer):
    """Writes the remarks on one matrix."""

    def verdict(self) -> list[str]:
        """Say who leads, and what to know beside it."""
        found = self.found.verdict
        lines = wrap(f"Verdict: {words.verdict(found, self.names)}.", self.room, "", INDENT)
        lines = [self.strong(line) for line in lines]
        for one in found.caveats:
            lines += self.item(words.caveat(one, self.names))
        return lines

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
                    told = ", ".join(f"{rater} {said(each)}" for rater, each in cell.raters.items())
                    lines += self.item(f"{self.names(row.id)} under {self.names(name)}: {told}")
        return lines

    def hangs_on(self) -> list[str]:
        """Say what would change the lead."""
        found = self.found
        lines = [self.strong("What would change it")]
        pins = [one for one in found.together.removals if set(one.changed) & set(VOTING)]
        for one in pins:
            what = {"row": "", "origin": "all rows of ", "low credibility": "the rows of low credibility"}[one.kind]
            lines += self.item(f"without {what}{self.names(one.name) if one.name else ''}: {self._leading(one)}")
        if not pins:
            lines += self.item("no single row and no single origin: without each of them the same lead")
        for rule, fragile in found.together.fragility.items():
            if fragile.leader is not None:
                lines += self.item(f"{rule}: {words.fragility(fragile, self.names)}")
        lines += self.priors()
        if found.next is not None:
            lines += self.item(f"most useful next: {words.following(found.next, self.names)}")
        return lines

    def _leading(self, removal: Removal) -> str:
        """Say who leads when something is left out, under the rules that change."""
        by_leaders: dict[tuple[str, ...], list[str]] = {}
        for rule in removal.changed:
            if rule in VOTING:
                by_leaders.setdefault(tuple(removal.leaders[rule]), []).append(rule)
        if list(by_leaders) == [()]:
            return "nothing is left to decide by"
        told = [
            f"{self.names.all(who) or 'nobody'} {'lead together' if len(who) > 1 else 'leads'} under {listed(rules)}"
            for who, rules in by_leaders.items()
        ]
        return "; ".join(told)

    def priors(self) -> list[str]:
        """Say from which prior each hypothesis would lead."""
        swept = self.found.together.sweep
        if swept is None:
            return []
        start = "the written priors" if swept.written else "even priors"
        return self.item(f"under bits, from {start}, each would lead from a prior of: {self.valued(swept.leads_from)}")

    def beside(self) -> list[str]:
        """Say what else there is to know."""
        lines = [
            *self.net(),
            *self.independence(),
            *self.alike(),
            *(line for pair in self.found.entailments for line in self.item(words.entailment(pair, self.names))),
            *self.probabilities(),
            *self.not_there(),
            *self.argued(),
        ]
        return [self.strong("Beside it"), *lines] if lines else []

    def net(self) -> list[str]:
        """Warn where what fits less what does not would have another leader."""
        score, leader = self.found.together.scores["net"], self.found.verdict.leader
        if leader is None or leader in score.leaders:
            return []
        return self.item(
            f"net would have {self.names.all(score.leaders)} lead: it lets what fits make up for what does not"
        )

    def independence(self) -> list[str]:
        """Say how many rows are independent, and who leads where one origin is one vote."""
        told = self.found.independence
        if not told.clusters:
            return []
        groups = "; ".join(f"{self.names.all(one.rows)} from {one.origin}" for one in told.clusters)
        like = trimmed(told.effective, 1)
        alone = f"{like} independent {'row' if like == '1' else 'rows'}"
        count = f"{counted(told.nominal, 'row')} {'counts' if told.nominal == 1 else 'count'} as {alone} ({groups})"
        reading = self.found.together
        other = [
            f"{rule}: {self.names.all(score.leaders)}"
            for rule, score in reading.by_origin.items()
            if rule in VOTING and score.leaders != reading.scores[rule].leaders
        ]
        return self.item(count) + (self.item(f"with one vote for each origin {'; '.join(other)}") if other else [])

    def alike(self) -> list[str]:
        """Name the rows that tell nothing apart."""
        flat = tuple(row.id for row in self.found.rows if row.diagnosticity.flat)
        if not flat:
            return []
        rated, tell = ("is rated", "tells") if len(flat) == 1 else ("are each rated", "tell")
        return self.item(f"{self.names.all(flat)} {rated} alike under every answer, and so {tell} nothing apart")

    def probabilities(self) -> list[str]:
        """Say what follows from stated probabilities, and which of them cannot all hold."""
        lines: list[str] = []
        for each in self.found.coherence:
            if each.faults:
                near = self.valued(each.nearest)
                lines += self.item(f"the stated {each.key}s cannot all hold; the nearest that can: {near}")
        found = self.found.posteriors
        if found.values:
            given = "given that one of these is true, " if found.conditional else ""
            lines += self.item(f"{given}the written priors and likelihoods make: {self.valued(found.values)}")
        return lines

    def valued(self, values: Mapping[str, float]) -> str:
        """Put hypotheses with their probabilities."""
        return ", ".join(f"{self.names(name)} {shown(value)}" for name, value in values.items())

    def not_there(self) -> list[str]:
        """Name answers without a column, what was not seen, and what has no row."""
        found, lines = self.found, []
        if found.missing:
            lines += self.item(f"without a column: {self.names.all(found.missing)}")
        if found.absence is not None:
            decided = words.verdict(found.absence.verdict, self.names)
            rows = self.names.all(found.absence.rows)
            whose = "its" if len(found.absence.rows) == 1 else "their"
            lines += self.item(f"not seen, and not counted: {rows}; were {whose} absence counted: {decided}")
        named = [one for one in found.indicators if not one.row]
        for one in named:
            side = f"under {self.names.all(one.expected_by)}" if one.expected_by else "under no answer"
            lines += self.item(f"an indicator without a row: {self.names(one.id)}, expected {side}, seen: {one.seen}")
        if found.argued.unrated:
            lines += self.item(f"evidence of the map without a row: {self.names.all(found.argued.unrated)}")
        return lines

    def argued(self) -> list[str]:
        """Say where the map argues otherwise than the raters rate."""
        lines: list[str] = []
        for one in self.found.argued.differences:
            side = "for" if one.argued == "C" else "against"
            lines += self.item(
                f"argued, not rated: {self.names(one.row)} speaks {side} {self.names(one.hypothesis)} in the map and is rated {one.rated}"
            )
        return lines
