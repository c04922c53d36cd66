"""The assumptions of a map: who makes them, how firmly they are granted, and what rests on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.report.parts import figure

if TYPE_CHECKING:
    from argmap.render.markup import Html
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Figure, Ref
    from argmap.render.view import Proposition


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """One assumption: `licences` and `premises` are what it lets conclude and what it is a premise of."""

    ref: Ref
    named: bool
    text: Html
    strength: Figure
    implicit: bool
    holders: str
    used_for: tuple[Ref, ...]
    attacked: int


def assumptions(context: Context) -> tuple[AssumptionRow, ...]:
    """Gather the assumptions, those on which most rests first."""
    found = [_row(context, each) for each in context.view.propositions if each.kind == "assumption"]
    return tuple(sorted(found, key=lambda row: -len(row.used_for)))


def _row(context: Context, proposition: Proposition) -> AssumptionRow:
    view = context.view
    ends: dict[str, Ref] = {}
    by_id = {step.id: step for step in view.steps}
    for step in view.uses(proposition):
        end = step
        while end.kind == "undercut":
            end = by_id[end.target]
        home = view.home[end.target]
        ends[home.id] = context.ref(home)
    documents = dict.fromkeys(citation.source for citation in proposition.citations)
    return AssumptionRow(
        ref=context.ref(proposition),
        named=proposition.first.named,
        text=context.html(proposition.first.text),
        strength=figure(view.strength(proposition, context.analysis.leading)),
        implicit=any(statement.flag("implicit") for statement in proposition.statements),
        holders=", ".join(context.called.get(name, name) for name in documents) or "the map’s author",
        used_for=tuple(ends.values()),
        attacked=len(view.attacks(proposition)),
    )
