"""The cards of claims: all that bears on each statement, and all that it bears on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.render.figures import shown, shown_range
from argmap.render.markup import Html, plain
from argmap.render.picture.boxes import box_id, restated, shown_name
from argmap.render.picture.marks import marks
from argmap.render.picture.sources import chain
from argmap.render.places import locators
from argmap.render.report.claims import weaknesses
from argmap.render.report.context import claim_anchor, line_anchor
from argmap.render.report.parts import Ref, bits, figure
from argmap.render.report.support import lacking
from argmap.render.text import clean
from argmap.render.wording import of_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Citation, Relation, Step
    from argmap.render.picture.parts import Mark
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Figure
    from argmap.render.view import Proposition
    from argmap.strength.result import StatementStrength

_MANY = 400
_FOLDED = 40  # of more cards than these only what they are about is shown, until they are opened
_RELATIONS = {
    "excludes": ("excludes", "excludes"),
    "contradicts": ("contradicts", "contradicts"),
    "entails": ("entails", "is entailed by"),
    "explains": ("explains", "is explained by"),
    "contrasts": ("contrasts with", "contrasts with"),
}


@dataclass(frozen=True, slots=True)
class StepItem:
    """A step: what stands at its other end, its licences, what it contributes, why, and what undercuts it."""

    refs: tuple[Ref, ...]
    warrants: tuple[Ref, ...]
    remark: str
    reason: str
    undercuts: tuple[StepItem, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class CitationItem:
    """Where a statement is said: `source` leads to the table of sources; `attitude` is stance and hedge in words."""

    source: Ref
    voices: str
    places: str
    attitude: str
    words: str


@dataclass(frozen=True, slots=True)
class RelationItem:
    """A relation to another statement, why it holds, and what it contributes."""

    words: str
    other: Ref
    reason: Html
    remark: str


@dataclass(frozen=True, slots=True)
class Card:
    """One statement with all that bears on it; `line` leads to where it stands in the map's text."""

    anchor: str
    further_anchors: tuple[str, ...]
    box: str
    name: str
    kind: str
    text: Html
    marks: tuple[Mark, ...]
    weak: tuple[str, ...]
    remarks: tuple[Html, ...]
    restated: tuple[str, ...]
    base: str
    documented: Figure
    granted: Figure
    rests_on: tuple[StepItem, ...]
    attacked_by: tuple[StepItem, ...]
    undercut_by: tuple[StepItem, ...]
    bears_on: tuple[StepItem, ...]
    relations: tuple[RelationItem, ...]
    citations: tuple[CitationItem, ...]
    origins: tuple[str, ...]
    line: Ref | None


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one section of the map, and what they are, counted; `open` unless there are many in all."""

    heading: str
    words: str
    weak: str
    cards: tuple[Card, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards, by section; of very many a browser need not lay out those out of sight."""

    cards: tuple[Card, ...]
    groups: tuple[Group, ...]

    @property
    def many(self) -> bool:
        """Whether there are so many that it is felt."""
        return len(self.cards) > _MANY

    def __bool__(self) -> bool:
        return bool(self.cards)


def cards(context: Context) -> Cards:
    """Gather the cards, in the order of the map."""
    made = tuple(_card(context, proposition) for proposition in context.view.propositions)
    sections: dict[int | None, list[tuple[Proposition, Card]]] = {}
    for proposition, card in zip(context.view.propositions, made, strict=True):
        sections.setdefault(proposition.first.section, []).append((proposition, card))
    return Cards(made, tuple(_group(context, at, found, folded=len(made) > _FOLDED) for at, found in sections.items()))


def _group(context: Context, section: int | None, found: list[tuple[Proposition, Card]], *, folded: bool) -> Group:
    return Group(
        heading=_heading(context, section),
        words=of_kinds(card.kind for _, card in found),
        weak=lacking(context, (proposition for proposition, _ in found)).words,
        cards=tuple(card for _, card in found),
        open=not folded,
    )


def _heading(context: Context, section: int | None) -> str:
    """Name a section after those it lies in: `The essay › At sea`."""
    titles: list[str] = []
    while section is not None:
        found = context.analysis.map.sections[section]
        titles.insert(0, clean(found.title))
        section = found.parent
    return " › ".join(titles)


def _card(context: Context, proposition: Proposition) -> Card:
    view, analysis = context.view, context.analysis
    supports = view.supports(proposition)
    undercuts = [(step, undercut) for step in supports for undercut in view.undercuts(step)]
    return Card(
        anchor=claim_anchor(proposition.id),
        further_anchors=tuple(claim_anchor(each.id) for each in proposition.statements[1:]),
        box=box_id(proposition),
        name=shown_name(proposition.id),
        kind=proposition.kind,
        text=context.html(proposition.first.text) or Html("(no text)"),
        marks=marks(proposition, context.called),
        weak=weaknesses(context, proposition),
        remarks=tuple(map(context.html, _remarks(proposition))),
        restated=restated(view, proposition),
        base=_base(view.strength(proposition, analysis.leading)),
        documented=figure(view.strength(proposition, analysis.documented)),
        granted=figure(view.strength(proposition, analysis.granted)),
        rests_on=tuple(_step(context, step) for step in supports),
        attacked_by=tuple(_step(context, step) for step in view.attacks(proposition)),
        undercut_by=tuple(_doubt(context, step, undercut) for step, undercut in undercuts),
        bears_on=tuple(_bearing(context, proposition)),
        relations=tuple(_relation(context, r, proposition) for r in view.relations_of(proposition)),
        citations=tuple(_citation(context, citation) for citation in proposition.citations),
        origins=tuple(_origins(context, proposition)),
        line=_line(context, proposition),
    )


def _remarks(proposition: Proposition) -> list[str]:
    found = (attribute.value for s in proposition.statements for attribute in s.all("note"))
    return [value for value in found if isinstance(value, str)]


def _base(found: StatementStrength | None) -> str:
    if found is None:
        return ""
    text = shown_range(*found.base_range) if found.base_range.low != found.base_range.high else shown(found.base)
    return f"{text} (no view)" if found.base == NO_VIEW else text


def _step(context: Context, step: Step, above: frozenset[str] = frozenset()) -> StepItem:
    """Tell a step and what undercuts it, and what undercuts that; `above` guards against a circle."""
    view = context.view
    within = above | {step.id}
    undercuts = [each for each in view.undercuts(step) if each.id not in within]
    return StepItem(
        refs=tuple(context.ref(view.home[name]) for name in step.premises),
        warrants=tuple(context.ref(view.home[name]) for name in step.warrants),
        remark=contribution(context, step),
        reason=_reason(step),
        undercuts=tuple(_step(context, each, within) for each in undercuts),
    )


def _doubt(context: Context, step: Step, undercut: Step) -> StepItem:
    """Tell an undercut of a step to this statement, naming the step it doubts."""
    found = _step(context, undercut, frozenset({step.id}))
    premises = " & ".join(context.ref(context.view.home[name]).text for name in step.premises)
    return StepItem(
        found.refs, found.warrants, found.remark, found.reason, found.undercuts, f"the step from {premises}"
    )


def _bearing(context: Context, proposition: Proposition) -> Iterator[StepItem]:
    """Tell the steps in which this statement is a premise or a licence, by what they end on."""
    view = context.view
    by_id = {step.id: step for step in view.steps}
    verbs = {"support": "supports", "attack": "attacks", "undercut": "undercuts the step to"}
    for step in view.uses(proposition):
        end = step
        while end.kind == "undercut":
            end = by_id[end.target]
        licence = all(view.home[name] is not proposition for name in step.premises)
        words = "licenses a step to" if licence else verbs[step.kind]
        others = tuple(context.ref(each) for each in view.premises(step) if each is not proposition)
        yield StepItem((context.ref(view.home[end.target]),), others, contribution(context, step), "", (), words)


def contribution(context: Context, step: Step) -> str:
    """Say what a step contributes in the leading reading: bits, or of an undercut the share that it takes."""
    leading = context.analysis.leading
    found = leading.steps.get(step.id) if leading else None
    if found is None:
        return ""
    if step.kind == "undercut":
        return f"takes {shown(found.contribution)} of it" if found.contribution else "takes nothing"
    return bits(found.contribution, against=step.kind == "attack")


def _reason(step: Step) -> str:
    weight = step.get("weight")
    return plain(weight.reason) if weight is not None and weight.reason else ""


def _lift(context: Context, relation: Relation, own: Proposition) -> str:
    """Say what a relation contributes to a statement in the leading reading."""
    leading = context.analysis.leading
    for found in leading.relations if leading else ():
        if context.analysis.map.relations[found.relation] is relation and context.view.home.get(found.target) is own:
            return bits(found.contribution, against=found.kind == "attack")
    return ""


def _relation(context: Context, relation: Relation, own: Proposition) -> RelationItem:
    view = context.view
    forward = view.home[relation.left] is own
    other = view.home[relation.right if forward else relation.left]
    words = _RELATIONS[relation.kind][0 if forward else 1]
    return RelationItem(words, context.ref(other), context.html(relation.reason or ""), _lift(context, relation, own))


def _citation(context: Context, citation: Citation) -> CitationItem:
    return CitationItem(
        source=context.source(citation.source),
        voices=chain(citation.voices, context.called),
        places=locators(citation.locators),
        attitude=citation.stance + ("" if citation.hedge == "asserted" else f", {citation.hedge}"),
        words=plain(citation.anchor or ""),
    )


def _origins(context: Context, proposition: Proposition) -> Iterator[str]:
    """Say what a document relies on for a statement, and who says it where no document is cited."""
    called = context.called
    for statement in proposition.statements:
        for place in statement.places("from"):
            where = (called.get(place.source, clean(place.source)), locators(place.locators))
            yield " ".join(filter(None, ("from", *where)))
        if statement.names("by"):
            yield f"by {chain(statement.names('by'), called)}"


def _line(context: Context, proposition: Proposition) -> Ref | None:
    first = proposition.first
    sources = context.analysis.sources
    if first.file >= len(sources):
        return None
    source = sources[first.file]
    line = source.position(first.start).line
    name = clean(source.path.replace("\\", "/").rpartition("/")[2])
    place = f"#{line_anchor(first.file, line)}" if "text" in context.sections else ""
    return Ref(f"{name}, line {line}" if len(sources) > 1 else f"line {line}", place)
