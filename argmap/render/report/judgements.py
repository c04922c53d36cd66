"""The bottom line: for each question its answers beside each other, who leads under what, and what that hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.matrix.readings import VOTING
from argmap.render.markup import Html, plain
from argmap.render.report.context import question_anchor
from argmap.render.report.firmness import firmness
from argmap.render.report.hanging import Point, hanging
from argmap.render.report.parts import Figure, Stretch, between, figure, figure_of, stretch
from argmap.render.report.verdicts import Verdict, matrix_of, verdict_of
from argmap.render.text import shorten
from argmap.render.wording import equal_ones

if TYPE_CHECKING:
    from argmap.matrix.result import MatrixAnalysis
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Ref
    from argmap.strength.explaining.ranking import Measure, Ranking, Standing

# How many answers are true, by what a question says of itself: exclusive, exhaustive.
_HOW_MANY = {
    ("yes", "yes"): "Exactly one answer is true.",
    ("yes", "no"): "At most one answer is true; the true one may be missing here.",
    ("yes", ""): "At most one answer is true.",
    ("no", "yes"): "At least one answer is true, and several may be.",
    ("no", "no"): "Several answers may be true, or none of these.",
    ("no", ""): "Several answers may be true.",
    ("", "yes"): "At least one answer is true.",
    ("", "no"): "The true answer may be missing here.",
}
_READINGS = ("As documented", "If granted")
_MOST_MAIN = 12  # main claims that are set beside each other; more are counted
_MOST_OPEN = 3  # of more judgements only the first is open, so that all verdicts are seen at once
_TEXT = 110


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its strength (`first` in the reading shown first, then in the other) with all that blurs it, the same under each document, and what stands behind it.

    `moved` is the range when grades are moved at random, `band` that over semantics; both also as parts of a bar.
    `leads` tells in how many of the runs it led, `rules` by how many rules of the matrix it leads.
    """

    ref: Ref
    label: str
    text: str
    first: Figure
    second: Figure
    moved: str
    moved_bar: Stretch | None
    band: str
    band_bar: Stretch | None
    leads: str
    alone: tuple[Figure, ...]
    supports: str
    attacks: str
    statements: str
    origins: str
    rules: str
    leading: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Points on strength, or on the matrix: `name` tells them apart, the heading says so where there are both."""

    name: str
    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One question with its answers, or the main claims of a map.

    `parties` have a column of their own each. `folded` ones show their verdict first, and the rest when they are opened.
    """

    anchor: str
    heading: Html
    title: str
    remark: str
    readings: tuple[str, str]
    parties: tuple[str, ...]
    answers: tuple[Answer, ...]
    more: int
    competing: bool
    rated: bool
    verdict: Verdict | None
    groups: tuple[Group, ...]
    runs: int
    folded: bool


def judgements(context: Context) -> tuple[Judgement, ...]:
    """Gather the bottom line: a judgement for each question, then one for the main claims where there are any."""
    rankings = [ranking for ranking in context.analysis.assessment.rankings or () if ranking.standings]
    many = len(rankings) > _MOST_OPEN
    return tuple(_judgement(context, ranking, folded=many and at > 0) for at, ranking in enumerate(rankings))


def _judgement(context: Context, ranking: Ranking, *, folded: bool) -> Judgement:
    question = next((q for q in context.analysis.map.questions if q.id == ranking.question), None)
    matrix = matrix_of(context, ranking.question)
    parties = _parties(context, ranking)
    verdict = verdict_of(context, ranking, matrix) if question else None
    standings = ranking.standings if question else ranking.standings[:_MOST_MAIN]
    contested = any(_measures(context, one)[0].leads for one in standings)
    answers = tuple(_answer(context, one, parties, matrix, verdict, contested=contested) for one in standings)
    title = "Main claim" if len(ranking.standings) == 1 else f"{len(ranking.standings)} main claims"
    return Judgement(
        anchor=question_anchor(question.id) if question else "main-claims",
        heading=context.html(question.text) if question else Html(title),
        title=plain(question.text) if question else title,
        remark=_HOW_MANY.get((question.word("exclusive"), question.word("exhaustive")), "") if question else "",
        readings=_READINGS if context.analysis.leading is context.analysis.documented else (_READINGS[1], _READINGS[0]),
        parties=tuple(context.called.get(party, party) for party in parties),
        answers=answers,
        more=len(ranking.standings) - len(answers),
        competing=question is not None,
        rated=matrix is not None,
        verdict=verdict,
        groups=_groups(context, ranking, matrix, verdict),
        runs=max(_measures(context, one)[0].runs for one in ranking.standings),
        folded=folded,
    )


def _groups(
    context: Context, ranking: Ranking, matrix: MatrixAnalysis | None, verdict: Verdict | None
) -> tuple[Group, ...]:
    ways = tuple(Point(label, text) for label, text in verdict.strength) if verdict else ()
    strength = Group(
        "strength", "By strength, which is no probability" if verdict else "", (*ways, *hanging(context, ranking))
    )
    if matrix is None or verdict is None:
        return (strength,)
    return (strength, Group("matrix", "In the matrix", (Point("Leads", verdict.matrix), *firmness(context, matrix))))


def _answer(
    context: Context,
    one: Standing,
    parties: tuple[str, ...],
    matrix: MatrixAnalysis | None,
    verdict: Verdict | None,
    *,
    contested: bool,
) -> Answer:
    proposition = context.view.home[one.id]
    measures = _measures(context, one)
    measure = measures[0]
    counted = one.counts
    band = [value for value in measure.band.values() if value is not None]
    assessed = measure.found.strength is not None
    return Answer(
        ref=context.ref(proposition),
        label=context.label(proposition),
        text=shorten(plain(proposition.first.text), _TEXT) if proposition.first.named else "",
        first=figure(measures[0].found),
        second=figure(measures[1].found),
        moved=between(measure.low, measure.high) if assessed and measure.bearing and measure.runs else "",
        moved_bar=stretch(measure.low, measure.high) if assessed and measure.bearing and measure.runs else None,
        band=between(min(band), max(band)) if band else "",
        band_bar=stretch(min(band), max(band)) if band else None,
        leads=f"{measure.leads} of {measure.runs}" if contested and assessed and verdict else "",
        alone=tuple(figure_of(one.parties.get(party)) for party in parties),
        supports=f"{counted.supports_heard} of {counted.supports}",
        attacks=f"{counted.attacks_heard} of {counted.attacks}",
        statements=str(counted.evidence),
        origins=equal_ones(counted.origins, counted.effective, "origin"),
        rules=_rules(matrix, one.id),
        leading=verdict is not None and one.id in verdict.leaders,
    )


def _measures(context: Context, one: Standing) -> tuple[Measure, Measure]:
    """Return both readings, the one to show first before the other."""
    if context.analysis.leading is context.analysis.documented:
        return one.documented, one.granted
    return one.granted, one.documented


def _parties(context: Context, ranking: Ranking) -> tuple[str, ...]:
    """Return the documents whose own view of these answers is shown: those of the map, else whoever holds anything."""
    known = ranking.standings[0].parties
    here = [party for party in known if any(one.parties.get(party) is not None for one in ranking.standings)]
    documents = [party for party in known if party in context.documents and _has_statements(context, party)]
    return tuple((documents or here)[:4]) if here else ()


def _has_statements(context: Context, document: str) -> bool:
    """Tell whether a document holds a fair share of the map, so that it is worth a column of its own."""
    mine = sum(any(c.source == document for c in p.citations) for p in context.view.propositions)
    return mine * 20 >= len(context.view.propositions)


def _rules(matrix: MatrixAnalysis | None, name: str) -> str:
    """Say by how many of the rules that vote it leads."""
    if matrix is None:
        return ""
    voting = [score for rule, score in matrix.together.scores.items() if rule in VOTING]
    leading = sum(name in score.leaders for score in voting)
    return f"{leading} of {len(voting)} rules" if leading else ""
