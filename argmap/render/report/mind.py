"""What would change our mind: how little turns a matrix round, its linchpins, what to look for, and its scenarios."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from argmap.matrix.readings import VOTING
from argmap.render.figures import shown
from argmap.render.matrices.words import prospect
from argmap.render.text import clean
from argmap.render.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from argmap.matrix.readings import CellChange, Fragility, Rule, RuleScore
    from argmap.matrix.result import MatrixAnalysis, NextObservation
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Ref

_MOST = 4


@dataclass(frozen=True, slots=True)
class Turning:
    """How little turns one rule round: `steps` one-step changes of cells, and which they are."""

    rule: str
    leader: str
    steps: str
    words: str


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """Who leads under each rule in one scenario, and what is different in it."""

    title: str
    leaders: tuple[str, ...]
    changed: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know of a matrix, with the statements it is about."""

    label: str
    text: str
    refs: tuple[Ref, ...] = ()


def doubts(context: Context, matrix: MatrixAnalysis) -> tuple[str, ...]:
    """Say why one cannot decide; nothing where one can."""
    told = []
    for reason in matrix.verdict.reasons:
        who = named(context, reason.hypotheses)
        told.append(
            {
                "tie": f"{who} tie by {listed(reason.by)}",
                "rules disagree": f"the rules disagree: {_by_rule(context, matrix)}",
                "raters disagree": f"the raters {listed(map(clean, reason.by))} disagree between {who}",
                "too few hypotheses": "there are fewer than two hypotheses",
                "nothing rated": "nothing is rated yet",
            }[reason.doubt]
        )
    return tuple(told)


def turning(context: Context, matrix: MatrixAnalysis) -> tuple[Turning, ...]:
    """Say for each voting rule how few changes of cells would cost its leader the lead."""
    found = []
    for rule in VOTING:
        one = matrix.together.fragility.get(rule)
        if one is None:
            continue
        if one.leader is None:
            found.append(Turning(rule, "", "0", "a tie already: any change decides it"))
        elif one.lost is None:
            found.append(Turning(rule, named(context, (one.leader,)), "none", "no steps of cells end its lead"))
        else:
            found.append(Turning(rule, named(context, (one.leader,)), str(one.lost.steps), _overturns(context, one)))
    return tuple(found)


def scenarios(context: Context, matrix: MatrixAnalysis) -> tuple[ScenarioRow, ...]:
    """Set the scenarios of the map beside the matrix as it stands."""
    now = ScenarioRow("as it stands", _leaders(context, matrix.together.scores), changed=False, words=())
    found = []
    for one in matrix.scenarios:
        words = [f"{_name(context, row)} no longer counts ({why})" for row, why in one.fallen.items()]
        words += [f"{_name(context, row)} counts" for row in one.added]
        words += list(_rerated(context, one.rerated))
        leaders = _leaders(context, one.reading.scores)
        found.append(ScenarioRow(clean(one.title), leaders, bool(one.leaders_changed), tuple(words)))
    return (now, *found) if found else ()


def remarks(context: Context, matrix: MatrixAnalysis) -> tuple[Remark, ...]:
    """Gather what else there is to know; what holds of several statements is said once."""
    merged: dict[tuple[str, str], tuple[Ref, ...]] = {}
    for part in (_linchpins, _flat, _next, _clusters, _entailments, _indicators, _differences, _probabilities):
        for one in part(context, matrix):
            merged[one.label, one.text] = (*merged.get((one.label, one.text), ()), *one.refs)
    return tuple(Remark(label, text, refs) for (label, text), refs in merged.items())


def _linchpins(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    found = matrix.together.linchpins
    for one in found[:_MOST]:
        ref = context.ref_to(one.name) if one.kind == "row" else context.source(one.name)
        what = "this row alone" if one.kind == "row" else f"all {counted(len(one.rows), 'row')} of this origin"
        after = {rule: one.leaders[rule] for rule in one.changed if rule in VOTING}
        yield Remark("Linchpin", f"without {what}, {led(context, after)}", (ref,))
    if not found:
        yield Remark("Linchpins", "no single row and no single origin decides who leads")
    low = [one for one in matrix.together.removals if one.kind == "low credibility" and one.changed]
    for one in low:
        after = {rule: one.leaders[rule] for rule in one.changed}
        text = f"without the rows of low credibility, {led(context, after)}"
        yield Remark("Low credibility", text, _refs(context, one.rows))


def _flat(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    flat = [line.id for line in matrix.rows if line.diagnosticity.flat and line.counted]
    if flat:
        text = "rated alike under every hypothesis: true or not, they tell nothing apart"
        yield Remark("Not diagnostic", text, _refs(context, flat))


def _next(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    one = matrix.next
    if one is not None:
        what, why = following(context, one)
        yield Remark("Most useful next", f"{why}. {what[0].upper()}{what[1:]}", (context.ref_to(one.row),))


def following(context: Context, one: NextObservation) -> tuple[str, str]:
    """Say what to do with the row that is best looked at next, and what that would tell."""
    what = {
        "indicator": "look for it",
        "empty cell": f"rate it under {_label(context, one.hypothesis or '')}",
        "linchpin": "check it again",
    }[one.kind]
    return what, prospect(one, partial(_label, context))


def _clusters(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.independence.clusters:
        name = context.source(one.origin).text
        yield Remark(
            "One origin", f"{counted(len(one.rows), 'row')} begin with {name}: one vote", _refs(context, one.rows)
        )


def _entailments(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.entailments:
        pair = (named(context, (one.stronger,)), named(context, (one.weaker,)))
        telling = (
            f"{counted(len(one.telling), 'row tells', 'rows tell')} them apart"
            if one.telling
            else "no row tells them apart"
        )
        yield Remark("Do not compete", f"{pair[0]} entails {pair[1]}; {telling}", _refs(context, one.telling))


def _indicators(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.indicators:
        expected = f"expected if {named(context, one.expected_by)}" if one.expected_by else "of no hypothesis expected"
        yield Remark("Indicator", f"{expected}; seen: {clean(one.seen)}", (context.ref_to(one.id),))


def _differences(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.argued.differences[:_MOST]:
        who = named(context, (one.hypothesis,))
        yield Remark(
            "Argued otherwise",
            f"the map’s steps argue {one.argued} for {who}, rated is {one.rated}",
            (context.ref_to(one.row),),
        )
    if matrix.argued.unrated:
        text = "evidence of the map reaches a hypothesis and has no row"
        more = f"; {len(matrix.argued.unrated) - _MOST} more" if len(matrix.argued.unrated) > _MOST else ""
        yield Remark("Argued, not rated", text + more, _refs(context, matrix.argued.unrated[:_MOST]))


def _probabilities(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.coherence:
        for fault in one.faults:
            nearest = listed(f"{named(context, (name,))} {shown(value)}" for name, value in one.nearest.items())
            yield Remark(
                "Incoherent",
                f"the stated {one.key} of {named(context, fault.hypotheses)}: {fault.kind}; nearest coherent: {nearest}",
            )
    if matrix.posteriors.values:
        told = listed(f"{named(context, (name,))} {shown(value)}" for name, value in matrix.posteriors.values.items())
        given = ", given that one of these is true" if matrix.posteriors.conditional else ""
        yield Remark("Posterior", f"from the author’s own likelihoods and priors{given}: {told}")


def _leaders(context: Context, scores: Mapping[Rule, RuleScore]) -> tuple[str, ...]:
    return tuple(named(context, scores[rule].leaders) for rule in VOTING)


def _by_rule(context: Context, matrix: MatrixAnalysis) -> str:
    groups: dict[tuple[str, ...], list[str]] = {}
    for rule in VOTING:
        groups.setdefault(matrix.together.scores[rule].leaders, []).append(rule)
    return "; ".join(f"{named(context, who)} by {listed(rules)}" for who, rules in groups.items())


def led(context: Context, after: Mapping[Rule, tuple[str, ...]], most: int = 0) -> str:
    """Say who leads under which rules, or ties, rules of one outcome together; of many only the first are named."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for rule, who in after.items():
        groups.setdefault(who, []).append(rule)
    return "; ".join(f"{_leading(context, who, most)} {by(rules)}" for who, rules in groups.items())


def by(rules: Collection[str]) -> str:
    """Say by which rules, in as few words as can be."""
    others = [rule for rule in VOTING if rule not in rules]
    if not others:
        return "by all rules that vote"
    return f"by all but {others[0]}" if len(others) == 1 else f"by {listed(rules)}"


def _leading(context: Context, who: tuple[str, ...], most: int) -> str:
    return f"{named(context, who, most) or 'nobody'} {'tie' if len(who) > 1 else 'leads'}"


def _overturns(context: Context, one: Fragility) -> str:
    """Say who comes level by which changes, and who comes ahead; nobody comes level where as few put somebody ahead."""
    told: list[str] = []
    for way, where in ((one.level, "level"), (one.overtaken, "ahead")):
        if way is not None:
            count = f" with {way.steps}" if told else ""
            verb = "is" if len(way.rivals) == 1 else "are"
            told.append(
                f"{named(context, way.rivals)} {verb} {where}{count}: {'; '.join(_rerated(context, way.changes))}"
            )
    return "; ".join(told)


def _rerated(context: Context, changes: Iterable[CellChange]) -> Iterator[str]:
    """Say which cells are another, row by row; like changes of a row together."""
    rows: dict[str, dict[str, list[str]]] = {}
    for one in changes:
        alike = rows.setdefault(one.row, {})
        alike.setdefault(f"{one.before or 'blank'} → {one.after or 'blank'}", []).append(one.hypothesis)
    for row, alike in rows.items():
        told = listed(f"{change} under {named(context, who)}" for change, who in alike.items())
        yield f"{_name(context, row)}: {told}"


def named(context: Context, ids: Iterable[str], most: int = 0) -> str:
    """Name hypotheses in a row; where there are more than `most`, the others are counted."""
    return listed((_label(context, name) for name in ids), most=most)


def _label(context: Context, name: str) -> str:
    home = context.view.home.get(name)
    return context.label(home) if home is not None else clean(name)


def _name(context: Context, name: str) -> str:
    return context.ref_to(name).text


def _refs(context: Context, names: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(context.ref_to(name) for name in names)
