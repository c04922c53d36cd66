"""What would change our mind: how little turns a matrix round, its linchpins, what to look for, and its scenarios."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.matrix.readings import VOTING
from argmap.render.figures import shown
from argmap.render.text import clean
from argmap.render.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from argmap.matrix.readings import CellChange, Overturn, Rule, RuleScore
    from argmap.matrix.result import MatrixAnalysis
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
        who = _names(context, reason.hypotheses)
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
        elif one.level is None:
            found.append(
                Turning(rule, _names(context, (one.leader,)), "none", "no change of letters costs it the lead")
            )
        else:
            found.append(
                Turning(rule, _names(context, (one.leader,)), str(one.level.steps), _overturn(context, one.level))
            )
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
        after = {rule: _names(context, one.leaders[rule]) for rule in one.changed if rule in VOTING}
        yield Remark("Linchpin", f"without {what}, {_said(after)}", (ref,))
    if not found:
        yield Remark("Linchpins", "no single row and no single origin decides who leads")
    low = [one for one in matrix.together.removals if one.kind == "low credibility" and one.changed]
    for one in low:
        after = {rule: _names(context, one.leaders[rule]) for rule in one.changed}
        yield Remark(
            "Low credibility", f"without the rows of low credibility, {_said(after)}", _refs(context, one.rows)
        )


def _flat(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    flat = [line.id for line in matrix.rows if line.diagnosticity.flat and line.counted]
    if flat:
        text = "rated alike under every hypothesis: true or not, they tell nothing apart"
        yield Remark("Not diagnostic", text, _refs(context, flat))


def _next(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    one = matrix.next
    if one is None:
        return
    what = {
        "indicator": "look whether it is to be seen",
        "empty cell": f"rate it under {_names(context, (one.hypothesis or '',))}",
        "linchpin": "check it again",
    }[one.kind]
    worth = f"it tells up to {one.bits:.1f} bits between {_names(context, one.between)}"
    ends = [
        f"{_names(context, (who,)) if who else 'nobody'} if {case}"
        for who, case in ((one.if_so, "so"), (one.if_not, "not"))
    ]
    then = f"; then {' and '.join(ends)} would lead" if one.changes else ""
    yield Remark("Most useful next", f"{what}: {worth}{then}", (context.ref_to(one.row),))


def _clusters(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.independence.clusters:
        name = context.source(one.origin).text
        yield Remark(
            "One origin", f"{counted(len(one.rows), 'row')} begin with {name}: one vote", _refs(context, one.rows)
        )


def _entailments(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.entailments:
        pair = (_names(context, (one.stronger,)), _names(context, (one.weaker,)))
        telling = (
            f"{counted(len(one.telling), 'row tells', 'rows tell')} them apart"
            if one.telling
            else "no row tells them apart"
        )
        yield Remark("Do not compete", f"{pair[0]} entails {pair[1]}; {telling}", _refs(context, one.telling))


def _indicators(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.indicators:
        expected = f"expected if {_names(context, one.expected_by)}" if one.expected_by else "of no hypothesis expected"
        yield Remark("Indicator", f"{expected}; seen: {clean(one.seen)}", (context.ref_to(one.id),))


def _differences(context: Context, matrix: MatrixAnalysis) -> Iterator[Remark]:
    for one in matrix.argued.differences[:_MOST]:
        who = _names(context, (one.hypothesis,))
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
            nearest = listed(f"{_names(context, (name,))} {shown(value)}" for name, value in one.nearest.items())
            yield Remark(
                "Incoherent",
                f"the stated {one.key} of {_names(context, fault.hypotheses)}: {fault.kind}; nearest coherent: {nearest}",
            )
    if matrix.posteriors.values:
        told = listed(f"{_names(context, (name,))} {shown(value)}" for name, value in matrix.posteriors.values.items())
        given = ", given that one of these is true" if matrix.posteriors.conditional else ""
        yield Remark("Posterior", f"from the author’s own likelihoods and priors{given}: {told}")


def _leaders(context: Context, scores: Mapping[Rule, RuleScore]) -> tuple[str, ...]:
    return tuple(_names(context, scores[rule].leaders) for rule in VOTING)


def _by_rule(context: Context, matrix: MatrixAnalysis) -> str:
    groups: dict[tuple[str, ...], list[str]] = {}
    for rule in VOTING:
        groups.setdefault(matrix.together.scores[rule].leaders, []).append(rule)
    return "; ".join(f"{_names(context, who)} by {listed(rules)}" for who, rules in groups.items())


def _said(after: Mapping[Rule, str]) -> str:
    """Say who would lead under which rules, rules of one outcome together."""
    groups: dict[str, list[str]] = {}
    for rule, who in after.items():
        groups.setdefault(who, []).append(rule)
    return "; ".join(f"{who or 'nobody'} would lead by {listed(rules)}" for who, rules in groups.items())


def _overturn(context: Context, one: Overturn) -> str:
    return f"{_names(context, (one.rival,))} draws level: {'; '.join(_rerated(context, one.changes))}"


def _rerated(context: Context, changes: Iterable[CellChange]) -> Iterator[str]:
    """Say which cells are another, row by row; like changes of a row together."""
    rows: dict[str, dict[str, list[str]]] = {}
    for one in changes:
        alike = rows.setdefault(one.row, {})
        alike.setdefault(f"{one.before or 'blank'} → {one.after or 'blank'}", []).append(one.hypothesis)
    for row, alike in rows.items():
        told = listed(f"{change} under {_names(context, who)}" for change, who in alike.items())
        yield f"{_name(context, row)}: {told}"


def _names(context: Context, ids: Iterable[str]) -> str:
    return listed(_label(context, name) for name in ids)


def _label(context: Context, name: str) -> str:
    home = context.view.home.get(name)
    return context.label(home) if home is not None else clean(name)


def _name(context: Context, name: str) -> str:
    return context.ref_to(name).text


def _refs(context: Context, names: Iterable[str]) -> tuple[Ref, ...]:
    return tuple(context.ref_to(name) for name in names)
