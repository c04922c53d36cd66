"""Makes the rows of the table of claims: each statement with its strengths, reasons, objections and citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.render.boxes import mention, restated, shown_name
from argmap.render.figures import NOT_ASSESSED, band, shown, shown_range, shown_strength, spread
from argmap.render.marks import marks, notes
from argmap.render.markup import Html, plain, to_html
from argmap.render.page import CitationItem, ClaimRow, Figure, Ref, RelationItem, StepItem
from argmap.render.places import anchor_of, locators
from argmap.render.sources import chain, names
from argmap.render.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import Citation, Relation, Statement, Step
    from argmap.render.view import Proposition, View
    from argmap.strength.result import StatementStrength

_RELATIONS = {
    "excludes": ("excludes", "excludes"),
    "contradicts": ("contradicts", "contradicts"),
    "entails": ("entails", "is entailed by"),
    "explains": ("explains", "is explained by"),
    "contrasts": ("contrasts with", "contrasts with"),
}


def claim_anchor(identifier: str) -> str:
    """Return the id of a statement's row on the page."""
    return f"claim-{anchor_of(identifier)}"


def question_anchor(identifier: str) -> str:
    """Return the id of a question's heading on the page."""
    return f"question-{anchor_of(identifier)}"


def source_anchor(identifier: str) -> str:
    """Return the id of a source's row on the page."""
    return f"source-{anchor_of(identifier)}"


def anchors(view: View) -> Callable[[str], str | None]:
    """Return what finds the place on the page of what an id names in a text."""
    places = {name: f"#{claim_anchor(each.id)}" for name, each in view.home.items()}
    for source in view.analysis.map.sources:
        places.setdefault(source.id, f"#{source_anchor(source.id)}")
    for question in view.analysis.map.questions:
        places.setdefault(question.id, f"#{question_anchor(question.id)}")
    return places.get


@dataclass(frozen=True, slots=True)
class _Context:
    """What every row needs: the map, what its sources are called, where things stand on the page."""

    view: View
    called: dict[str, str]
    find: Callable[[str], str | None]
    known: frozenset[str]


def claim_rows(view: View) -> tuple[ClaimRow, ...]:
    """Make a row for each statement, in the order of the text."""
    known = frozenset(source.id for source in view.analysis.map.sources)
    context = _Context(view, names(view), anchors(view), known)
    return tuple(_row(context, proposition) for proposition in view.propositions)


def _row(context: _Context, proposition: Proposition) -> ClaimRow:
    view, find = context.view, context.find
    first, analysis = proposition.first, view.analysis
    supports, attacks = view.supports(proposition), view.attacks(proposition)
    return ClaimRow(
        anchor=claim_anchor(first.id),
        further_anchors=tuple(claim_anchor(each.id) for each in proposition.statements[1:]),
        name=shown_name(first.id),
        kind=proposition.kind,
        text=to_html(first.text, find) or Html("(no text)"),
        marks=marks(proposition),
        notes=notes(view, proposition),
        remarks=tuple(to_html(remark, find) for remark in _remarks(proposition)),
        restated=restated(view, proposition),
        base=_base(view.strength(proposition, analysis.leading)),
        documented=_figure(view.strength(proposition, analysis.documented)),
        granted=_figure(view.strength(proposition, analysis.granted)),
        supports=tuple(_step(view, step, frozenset()) for step in supports),
        attacks=tuple(_step(view, step, frozenset()) for step in attacks),
        relations=tuple(_relation(context, r, proposition) for r in view.relations_of(proposition)),
        citations=tuple(_citation(context, citation) for citation in proposition.citations),
        origins=tuple(line for s in proposition.statements for line in _origins(s, context.called)),
        counts=f"{len(supports)} for, {len(attacks)} against",
    )


def _remarks(proposition: Proposition) -> list[str]:
    found = (attribute.value for s in proposition.statements for attribute in s.all("note"))
    return [value for value in found if isinstance(value, str)]


def _figure(found: StatementStrength | None) -> Figure:
    filled = band(found)
    if filled is None:
        return Figure(NOT_ASSESSED)
    start, end = filled
    within = "" if found and found.undetermined else spread(found)
    remark = "does not settle" if found and found.undetermined else within
    return Figure(shown_strength(found), f"{start * 100:.1f}", f"{max(end - start, 0.005) * 100:.1f}", remark)


def _base(found: StatementStrength | None) -> str:
    if found is None:
        return ""
    figure = shown_range(*found.base_range) if found.base_range.low != found.base_range.high else shown(found.base)
    return f"{figure} (no view)" if found.base == NO_VIEW else figure


def _ref(proposition: Proposition) -> Ref:
    return Ref(mention(proposition), f"#{claim_anchor(proposition.id)}")


def _step(view: View, step: Step, above: frozenset[str]) -> StepItem:
    """Tell a step and what undercuts it, and what undercuts that; `above` guards against a circle."""
    within = above | {step.id}
    undercuts = [each for each in view.undercuts(step) if each.id not in within]
    return StepItem(
        premises=tuple(_ref(view.home[name]) for name in step.premises),
        warrants=tuple(_ref(view.home[name]) for name in step.warrants),
        undercuts=tuple(_step(view, each, within) for each in undercuts),
        remark=_bits(view, step),
    )


def _bits(view: View, step: Step) -> str:
    """Say what a step contributes in the leading reading."""
    leading = view.analysis.leading
    found = leading.steps.get(step.id) if leading else None
    return "" if found is None or step.kind == "undercut" else _signed(step.kind, found.contribution)


def _signed(kind: str, bits: float) -> str:
    return f"{'+' if kind == 'support' else '−'}{bits:.1f} bits" if bits else "0 bits"


def _lift(view: View, relation: Relation, own: Proposition) -> str:
    """Say what a relation contributes to a statement in the leading reading."""
    leading = view.analysis.leading
    for found in leading.relations if leading else ():
        if view.analysis.map.relations[found.relation] is relation and view.home.get(found.target) is own:
            return _signed(found.kind, found.contribution)
    return ""


def _relation(context: _Context, relation: Relation, own: Proposition) -> RelationItem:
    view = context.view
    forward = view.home[relation.left] is own
    other = view.home[relation.right if forward else relation.left]
    words = _RELATIONS[relation.kind][0 if forward else 1]
    reason = to_html(relation.reason or "", context.find)
    return RelationItem(words, _ref(other), reason, _lift(view, relation, own))


def _citation(context: _Context, citation: Citation) -> CitationItem:
    place = f"#{source_anchor(citation.source)}" if citation.source in context.known else ""
    return CitationItem(
        source=Ref(context.called.get(citation.source, clean(citation.source)), place),
        voices=chain(citation.voices, context.called),
        places=locators(citation.locators),
        attitude=citation.stance + ("" if citation.hedge == "asserted" else f", {citation.hedge}"),
        words=plain(citation.anchor or ""),
    )


def _origins(statement: Statement, called: dict[str, str]) -> list[str]:
    """Say what a document relies on for a statement, and who says it where no document is cited."""
    lines = [
        " ".join(filter(None, ("from", called.get(place.source, clean(place.source)), locators(place.locators))))
        for place in statement.places("from")
    ]
    by = statement.names("by")
    return [*lines, f"by {chain(by, called)}"] if by else lines
