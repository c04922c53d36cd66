"""Who leads on a question, by strength and in the matrix, in sentences; often that one cannot decide, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.figures import shown
from argmap.render.report.firmness import enders
from argmap.render.report.mind import by
from argmap.render.wording import listed
from argmap.strength.explaining.sensitivity import TIED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.matrix.readings import Reason
    from argmap.matrix.result import MatrixAnalysis
    from argmap.render.report.context import Context
    from argmap.strength.explaining.ranking import Pair, Ranking, Standing

_READINGS = {"documented": "as documented", "granted": "if assertions are granted"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement in one line, who leads by it (ids; none where one cannot decide), and what each way of asking says.

    `strength` has a line for each reading and each document alone; `matrix` is what its rules say, empty without one.
    """

    line: str
    decided: bool
    leaders: tuple[str, ...]
    strength: tuple[tuple[str, str], ...]
    matrix: str


def matrix_of(context: Context, question: str | None) -> MatrixAnalysis | None:
    """Return the matrix of a question, if it has one."""
    return next((one for one in context.matrices if one.question == question), None)


def verdict_of(context: Context, ranking: Ranking, matrix: MatrixAnalysis | None) -> Verdict:
    """Set strength in both readings, each document alone, and the matrix beside each other."""
    teller = _Teller(context, ranking)
    documented = teller.leader("documented")
    granted = teller.leader("granted")
    ways = [
        ("As documented", teller.strength("documented")),
        ("If assertions are granted", teller.strength("granted")),
    ]
    ways += [(f"{name} alone", text) for name, text in teller.alone()] or [
        ("Each document alone", "no answer is assessed on what one of them holds by itself")
    ]
    first = documented if context.analysis.leading is context.analysis.documented else granted
    if matrix is None:
        return Verdict(*teller.by_strength(first), tuple(ways), "")
    return Verdict(*teller.both(first, matrix), tuple(ways), teller.matrix(matrix))


class _Teller:
    """Tells who leads on one question."""

    def __init__(self, context: Context, ranking: Ranking) -> None:
        self.context = context
        self.ranking = ranking
        self.by_number = {one.number: one for one in ranking.standings}

    def name(self, identifier: str) -> str:
        """Name an answer."""
        home = self.context.view.home.get(identifier)
        return self.context.label(home) if home is not None else identifier

    def names(self, identifiers: Iterable[str], word: str = "and") -> str:
        """Name several answers."""
        return listed(map(self.name, identifiers), word)

    def pairs(self, reading: str) -> tuple[Pair, ...]:
        """Return what is known of the order of neighbours in one reading."""
        return self.ranking.documented if reading == "documented" else self.ranking.granted

    def leader(self, reading: str) -> str | None:
        """Return who is ahead of all others in one reading by more than the noise; None where nobody is."""
        pairs = self.pairs(reading)
        if pairs and pairs[0].verdict in {"ahead", "say-so"}:
            return self.by_number[pairs[0].first].id
        return None

    def strength(self, reading: str) -> str:
        """Say who is strongest in one reading, and by what margin one may believe it."""
        heard = sorted(self._heard(reading), key=lambda pair: -pair[1])
        if not heard:
            return "no answer is assessed"
        if len(heard) == 1:
            return f"only {self.name(heard[0][0].id)} is assessed ({shown(heard[0][1])})"
        top = [one for one in heard if heard[0][1] - one[1] < TIED]
        if len(top) > 1:
            return f"{self.names(one.id for one, _ in top)} are equal ({shown(heard[0][1])})"
        text = (
            f"{self.name(heard[0][0].id)} {shown(heard[0][1])}, then {self.name(heard[1][0].id)} {shown(heard[1][1])}"
        )
        return text + self._doubt(self.pairs(reading)[0])

    def alone(self) -> list[tuple[str, str]]:
        """Say who is strongest on what each document alone holds."""
        found = []
        for party in self.ranking.standings[0].parties:
            if party not in self.context.documents:
                continue
            values = [(one.id, value) for one in self.ranking.standings if (value := one.parties[party]) is not None]
            if values:
                most = max(value for _, value in values)
                top = [name for name, value in values if most - value < TIED]
                found.append((self.context.called.get(party, party), f"{self.names(top)} {shown(most)}"))
        return found

    def matrix(self, matrix: MatrixAnalysis) -> str:
        """Say who leads under each rule of the matrix."""
        groups: dict[tuple[str, ...], list[str]] = {}
        for rule, score in matrix.together.scores.items():
            if rule != "net":
                groups.setdefault(score.leaders, []).append(rule)
        return "; ".join(f"{self.names(who) or 'nobody'} {by(rules)}" for who, rules in groups.items())

    def by_strength(self, leader: str | None) -> tuple[str, bool, tuple[str, ...]]:
        """Judge without a matrix: strength alone ranks nothing, but it can be said who has the most."""
        if leader is None:
            return f"Cannot decide: {self._why_not()}.", False, ()
        return (
            f"{self.name(leader)} has the most support; no matrix sets the answers against each other.",
            True,
            (leader,),
        )

    def both(self, leader: str | None, matrix: MatrixAnalysis) -> tuple[str, bool, tuple[str, ...]]:
        """Judge by strength and matrix together."""
        rated = matrix.verdict.leader
        if rated is None:
            why = listed(_doubts(matrix.verdict.reasons, self)) or "the rules of the matrix do not agree"
            strongest = f"; by strength {self.name(leader)} is ahead" if leader else ""
            return f"Cannot decide: {why}{strongest}.", False, ()
        if leader is None:
            return (
                f"Cannot decide: the matrix has {self.name(rated)} in the lead, but {self._why_not()}.",
                False,
                (),
            )
        if leader != rated:
            return (
                f"Cannot decide: by strength {self.name(leader)} is ahead, in the matrix {self.name(rated)}.",
                False,
                (),
            )
        what, ending = enders(self.ranking, matrix, rated)
        would = f"{'a' if ending else 'no'} single {what} would end it"
        return f"{self.name(rated)} leads, by strength and in the matrix; {would}.", True, (rated,)

    def _heard(self, reading: str) -> list[tuple[Standing, float]]:
        found = []
        for one in self.ranking.standings:
            strength = (one.documented if reading == "documented" else one.granted).found.strength
            if strength is not None:
                found.append((one, strength))
        return found

    def _why_not(self) -> str:
        leading = self.context.analysis.leading
        reading = leading.reading if leading else "documented"
        heard = self._heard(reading)
        if len(heard) < 2:  # noqa: PLR2004 a contest takes two
            return f"{_READINGS[reading]} fewer than two answers are assessed"
        pair = self.pairs(reading)[0]
        first, second = self.by_number[pair.first], self.by_number[pair.second]
        if pair.verdict == "equal":
            return f"{self.names((first.id, second.id))} are equally strong"
        if pair.verdict == "entailed":
            return f"{self.name(second.id)} entails {self.name(first.id)}, so that both may be true"
        why = self._doubt(pair).removeprefix("; ")
        return f"between {self.names((first.id, second.id))} strength cannot tell: {why}"

    def _doubt(self, pair: Pair) -> str:
        if pair.verdict == "cannot tell":
            why = ["their order does not hold when grades are moved"] if pair.failing else []
            why += [f"{listed(pair.reversed_by)} would turn them round"] if pair.reversed_by else []
            return f"; {listed(why) or 'they do not settle'}"
        return {"say-so": "; on say-so only", "entailed": "; the second entails the first"}.get(pair.verdict, "")


def _doubts(reasons: Iterable[Reason], teller: _Teller) -> list[str]:
    """Say why the matrix does not decide."""
    told = []
    for reason in reasons:
        who = teller.names(reason.hypotheses)
        if reason.doubt == "tie":
            told.append(f"{who} tie in the matrix {by(reason.by)}")
        elif reason.doubt == "rules disagree":
            told.append(f"the rules of the matrix disagree between {who}")
        elif reason.doubt == "raters disagree":
            told.append(f"the raters disagree between {who}")
        else:
            told.append(
                {"too few hypotheses": "the matrix has fewer than two answers"}.get(reason.doubt, "nothing is rated")
            )
    return told
