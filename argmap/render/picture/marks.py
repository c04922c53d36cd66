"""Words that say how a statement is held: rejected, conceded, only possible; and what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.picture.parts import Mark
from argmap.vocabulary import HEDGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.model import Citation
    from argmap.render.view import Proposition, View
    from argmap.vocabulary import Hedge, Stance

NO_SUPPORT = "no support given"
NO_SOURCE = "no source given"
UNWEIGHED = "unweighed"
UNGRADED = "ungraded"
_SHOWN: tuple[Stance, ...] = ("rejected", "conceded", "entertained", "reported")
_ENDORSING = frozenset({"endorsed", "conceded"})


def marks(proposition: Proposition, called: Mapping[str, str]) -> tuple[Mark, ...]:
    """Return the words on stance and firmness, most telling first; `called` says what documents are called."""
    citations = proposition.citations
    found: list[Mark] = []
    if not all(map(_is_plain, citations)):
        found += [Mark(word, warns=stance == "rejected") for stance, word in _stances(citations, called)]
        if firmest(citations) in {"possible", "speculative"}:
            found.append(Mark("may"))
    if any(statement.flag("implicit") for statement in proposition.statements):
        found.append(Mark("implicit"))
    return tuple(found)


def notes(view: View, proposition: Proposition) -> tuple[str, ...]:
    """Return what a statement lacks: support, a source or its grade, anything that gives an objection weight."""
    found = []
    if lacks_support(view, proposition):
        found.append(NO_SUPPORT)
    if proposition.kind == "evidence" and not _has_source(proposition):
        found.append(NO_SOURCE)
    elif is_ungraded(view, proposition):
        found.append(UNGRADED)
    if is_unweighed(view, proposition):
        found.append(UNWEIGHED)
    return tuple(found)


def is_ungraded(view: View, proposition: Proposition) -> bool:
    """Tell whether it is evidence whose weight is only assumed, in a map that grades other sources."""
    statements = proposition.statements
    if (
        proposition.kind != "evidence"
        or not view.graded
        or any(s.get("base") or s.get("credibility") for s in statements)
    ):
        return False
    return view.graded.isdisjoint(_vouching(proposition))


def lacks_support(view: View, proposition: Proposition) -> bool:
    """Tell whether it is a claim or hypothesis that nothing supports."""
    return proposition.kind in {"claim", "hypothesis"} and not view.is_supported(proposition)


def is_unweighed(view: View, proposition: Proposition) -> bool:
    """Tell whether it objects to something, or helps to, and nothing backs it."""
    if not any(step.kind != "support" for step in view.uses(proposition)):
        return False
    leading = view.analysis.leading
    if leading is None:
        return lacks_support(view, proposition) and not any(s.get("base") for s in proposition.statements)
    found = view.strength(proposition, leading)
    return found is None or found.strength is None


def firmest(citations: list[Citation]) -> Hedge | None:
    """Return the firmest hedge with which a document itself endorses or concedes, or else a voice in it does."""
    held = [c for c in citations if c.stance in _ENDORSING]
    own = [c for c in held if not c.voices] or held
    return min((c.hedge for c in own), key=HEDGES.index, default=None)


def _is_plain(citation: Citation) -> bool:
    """Tell whether a document itself says it outright, which is worth no word."""
    return citation.stance == "endorsed" and citation.hedge == "asserted" and not citation.voices


def _stances(citations: list[Citation], called: Mapping[str, str]) -> list[tuple[Stance, str]]:
    """Return the stances worth a word, naming the documents where several are cited and disagree."""
    by_document: dict[str, set[Stance]] = {}
    for citation in citations:
        own: Stance = "reported" if citation.voices else citation.stance
        by_document.setdefault(citation.source, set()).add(own)
    for stances in by_document.values():
        if len(stances) > 1:
            stances.discard("reported")
    if any(stances != {"reported"} for stances in by_document.values()):
        by_document = {name: found - {"reported"} for name, found in by_document.items()}
    result: list[tuple[Stance, str]] = []
    for stance in _SHOWN:
        holders = [called.get(name, name) for name, found in by_document.items() if stance in found]
        if holders:
            everyone = len(holders) == len(by_document)
            result.append((stance, stance if everyone else f"{stance} by {' and '.join(holders)}"))
    return result


def _has_source(proposition: Proposition) -> bool:
    return any(s.citations or s.get("from") or s.get("by") for s in proposition.statements)


def _vouching(proposition: Proposition) -> Iterator[str]:
    """Give the sources and voices that a statement is had from."""
    for citation in proposition.citations:
        yield from (citation.source, *citation.voices)
    for statement in proposition.statements:
        yield from (place.source for place in statement.places("from"))
        yield from statement.names("by")
