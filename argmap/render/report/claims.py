"""The table of claims: for each statement how well it stands, on what, against what, and why it is weak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.markup import plain
from argmap.render.picture.boxes import shown_name
from argmap.render.picture.marks import NO_SOURCE, NO_SUPPORT, UNGRADED, UNWEIGHED, marks, notes
from argmap.render.report.context import row_anchor
from argmap.render.report.parts import figure
from argmap.render.report.stances import positions
from argmap.render.text import shorten

if TYPE_CHECKING:
    from argmap.model import Step
    from argmap.render.picture.parts import Mark
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Figure, Ref
    from argmap.render.report.stances import Position
    from argmap.render.view import Proposition
    from argmap.strength.result import StatementStrength

NOT_YET_SEEN = "not yet seen"
SAY_SO = "rests on say-so"
ONE_ORIGIN = "one origin only"
UNSETTLED = "does not settle"
# In the order in which the filter offers them.
WEAKNESSES = (NO_SUPPORT, NOT_YET_SEEN, NO_SOURCE, UNGRADED, UNWEIGHED, SAY_SO, ONE_ORIGIN, UNSETTLED)
_MANY_DOCUMENTS = 3  # more columns than this would leave no room for the text
_TITLE = 120


@dataclass(frozen=True, slots=True)
class Objection:
    """The heaviest objection to a statement: where it starts from, and whether it hits the statement or a step to it."""

    refs: tuple[Ref, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One statement of the table; `origins` is None where no evidence reaches it."""

    anchor: str
    box: str
    ref: Ref
    name: str
    kind: str
    text: str
    marks: tuple[Mark, ...]
    documented: Figure
    granted: Figure
    origins: int | None
    evidence: int
    objection: Objection | None
    more_objections: int
    positions: tuple[Position, ...]
    weak: tuple[str, ...]
    sources: tuple[str, ...]
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """The table of claims, and what it can be filtered by. `columns` are the documents that have one of their own."""

    rows: tuple[ClaimRow, ...]
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    stances: tuple[str, ...]
    weaknesses: tuple[str, ...]
    assessed: bool


def claims(context: Context) -> Claims:
    """Gather the table of claims, in the order of the map."""
    rows = tuple(_row(context, proposition) for proposition in context.view.propositions)
    few = len(context.documents) <= _MANY_DOCUMENTS
    return Claims(
        rows=rows,
        columns=tuple(context.called.get(name, name) for name in context.documents) if few else (),
        kinds=_found(("hypothesis", "claim", "evidence", "assumption"), {row.kind for row in rows}),
        sources=tuple((name, context.called.get(name, name)) for name in context.documents),
        stances=_found(
            ("endorsed", "conceded", "rejected", "entertained", "reported"), {s for row in rows for s in row.stances}
        ),
        weaknesses=_found(WEAKNESSES, {word for row in rows for word in row.weak}),
        assessed=context.analysis.leading is not None,
    )


def weaknesses(context: Context, proposition: Proposition) -> tuple[str, ...]:
    """Say why a statement is weak, most serious first; nothing where nothing is to be said."""
    view, analysis = context.view, context.analysis
    lacks = notes(view, proposition)
    found = _asked(context, proposition, lacks)
    documented, granted = (view.strength(proposition, one) for one in (analysis.documented, analysis.granted))
    if NO_SUPPORT not in lacks and proposition.kind in {"claim", "hypothesis"} and _on_say_so(documented, granted):
        found.append(SAY_SO)
    counted = analysis.assessed.counts.get(proposition.id) if analysis.assessed else None
    if counted is not None and counted.origins == 1 and counted.evidence > 1:
        found.append(ONE_ORIGIN)
    if (documented and documented.undetermined) or (granted and granted.undetermined):
        found.append(UNSETTLED)
    return tuple(found)


def _asked(context: Context, proposition: Proposition, lacks: tuple[str, ...]) -> list[str]:
    """Leave of what a statement lacks that which is asked of it: what is not yet seen can have nothing."""
    outline = context.analysis.assessment.outline
    if proposition.id in outline.awaited:
        return [NOT_YET_SEEN]
    return [one for one in lacks if one != NO_SUPPORT or proposition.id in outline.unsupported]


def objections(context: Context, proposition: Proposition) -> list[Step]:
    """Return the steps against a statement and the undercuts of steps for it, heaviest first."""
    view, leading = context.view, context.analysis.leading
    undercuts = [undercut for step in view.supports(proposition) for undercut in view.undercuts(step)]

    def weight(step: Step) -> float:
        found = leading.steps.get(step.id) if leading else None
        return -found.contribution if found else 0.0

    return sorted(view.attacks(proposition), key=weight) + sorted(undercuts, key=weight)


def _row(context: Context, proposition: Proposition) -> ClaimRow:
    view, analysis = context.view, context.analysis
    against = objections(context, proposition)
    counted = analysis.assessed.counts.get(proposition.id) if analysis.assessed else None
    held = positions(context, proposition)
    return ClaimRow(
        anchor=row_anchor(proposition.id),
        box=proposition.id,
        ref=context.ref(proposition),
        name=shown_name(proposition.id),
        kind=proposition.kind,
        text=shorten(plain(proposition.first.text), 4 * _TITLE) or "(no text)",
        marks=marks(proposition, context.called),
        documented=figure(view.strength(proposition, analysis.documented)),
        granted=figure(view.strength(proposition, analysis.granted)),
        origins=counted.origins if counted and counted.evidence else None,
        evidence=counted.evidence if counted else 0,
        objection=_objection(context, against[0]) if against else None,
        more_objections=max(0, len(against) - 1),
        positions=held,
        weak=weaknesses(context, proposition),
        sources=tuple(one.document for one in held if one.stance),
        stances=tuple(dict.fromkeys(one.stance for one in held if one.stance)),
    )


def _objection(context: Context, step: Step) -> Objection:
    refs = tuple(context.ref(premise) for premise in context.view.premises(step))
    return Objection(refs, "doubts a step to it" if step.kind == "undercut" else "")


def _on_say_so(documented: StatementStrength | None, granted: StatementStrength | None) -> bool:
    return (documented is None or documented.strength is None) and granted is not None and granted.strength is not None


def _found(order: tuple[str, ...], present: set[str]) -> tuple[str, ...]:
    return tuple(word for word in order if word in present)
