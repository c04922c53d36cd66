"""What two documents make of the same statement where they come to opposite conclusions from it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from argmap.render.report.stances import FOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.model import Step
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Ref
    from argmap.render.view import Proposition

Bearing = Literal["supports", "attacks"]


@dataclass(frozen=True, slots=True)
class Use:
    """What a document concludes from a statement: for or against what, and by way of which statements between."""

    words: Bearing
    by_way_of: tuple[Ref, ...]
    target: Ref


@dataclass(frozen=True, slots=True)
class Opposed:
    """One statement that both documents use, one for and one against the same statement, or each for a rival of the other's."""

    evidence: Ref
    first: Use
    second: Use


@dataclass(frozen=True, slots=True)
class _Chain:
    """A way from a statement, along steps of one document, to what it supports or attacks in the end."""

    words: Bearing
    between: tuple[str, ...]
    target: str


def opposed(context: Context, first: str, second: str) -> tuple[Opposed, ...]:
    """Find what leads one document to a conclusion and the other against it, or to a rival of it.

    What lies beneath a statement that is itself used so is not told again: both documents go through that statement.
    """
    rivals = _rivals(context)
    pairs = [
        (each, one, two)
        for each in context.view.propositions
        for one in _chains(context, each, first)
        for two in _chains(context, each, second)
        if _against(one, two, rivals)
    ]
    told = {(each.id, one.target, two.target) for each, one, two in pairs}
    return tuple(
        Opposed(context.ref(each), _use(context, one), _use(context, two))
        for each, one, two in pairs
        if not any((shared, one.target, two.target) in told for shared in {*one.between} & {*two.between})
    )


def _against(one: _Chain, two: _Chain, rivals: set[frozenset[str]]) -> bool:
    if one.target == two.target:
        return one.words != two.words
    return one.words == two.words == "supports" and frozenset((one.target, two.target)) in rivals


def _use(context: Context, chain: _Chain) -> Use:
    return Use(chain.words, tuple(map(context.ref_to, chain.between)), context.ref_to(chain.target))


def _chains(context: Context, proposition: Proposition, document: str) -> Iterator[_Chain]:
    """Yield what a document comes to from a statement, what is nearest first, and by the shortest way only.

    A chain goes on from what it supports; where it attacks, it ends: an attack on an objection is no support.
    """
    home = context.view.home
    found: set[tuple[str, Bearing]] = {(proposition.id, "supports")}
    queue: list[tuple[Proposition, tuple[str, ...]]] = [(proposition, ())]
    for here, between in queue:
        for step in context.view.uses(here):
            if step.kind == "undercut" or not _takes(document, step):
                continue
            target = home[step.target]
            words: Bearing = "supports" if step.kind == "support" else "attacks"
            if (target.id, words) in found:
                continue
            found.add((target.id, words))
            yield _Chain(words, between, target.id)
            if words == "supports":
                queue.append((target, (*between, target.id)))


def _takes(document: str, step: Step) -> bool:
    return any(citation.source == document and citation.stance in FOR for citation in step.citations)


def _rivals(context: Context) -> set[frozenset[str]]:
    """Return the pairs of statements that cannot both be true."""
    view = context.view
    found = {
        frozenset((view.home[r.left].id, view.home[r.right].id))
        for r in view.relations
        if r.kind in {"contradicts", "excludes"}
    }
    for question in context.analysis.map.questions:
        if question.word("exclusive") == "yes":
            found |= {frozenset((one.id, two.id)) for one, two in combinations(view.answers(question), 2)}
    return found
