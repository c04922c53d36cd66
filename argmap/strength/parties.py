"""A map as each of its parties has it: one document, or one voice, at a time.

A *party* is a source that is cited or named in a `by:`, with its doubles (`same-as:`, equal urls), or a voice that
speaks in a citation or a `by:`; the map's author (`analyst`) is none. What is a party's own:

- A statement, where the party endorses it: a document in a citation without voices, a voice as the first of the voices
  of a citation, in whatever document; or in a `by:` that begins with the party, where nothing is cited. What it
  concedes is its own too, but speaks only as a premise of attacks and undercuts. Restatements go together.
- An assumption that no citation and no `by:` gives to anyone: it belongs to every step that rests on it.
- A step, where all its premises and warrants are the party's own, and its own citations, if it has any, include one by
  which the party endorses it (or, an attack or undercut, concedes it); its `by:`, if it has one, must begin with the
  party. A step with neither belongs to whoever has its premises and takes some stance, even a rejecting one, on what
  it concludes to; an undercut, to whoever has its premises.

All else is silent: statements that are not the party's own have no view, neither base nor say-so; the other steps weigh
nothing. Weights come from the party's own hedges. Relations stand for everyone: they are logic, not opinion. Where
assertions are granted a voice's word counts for itself as a document's does. Shares of origins are those of the map.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.strength.bases import Base
from argmap.strength.constants import HEDGE_BITS
from argmap.strength.engine import strengths_in
from argmap.strength.hedges import SAYING, weight
from argmap.vocabulary import ANALYST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import Citation, Statement, Step
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Reading, Strengths

_SILENT = Base(NO_VIEW, NO_VIEW, NO_VIEW)


def readings_by_party(
    ready: Prepared, reading: Reading | None = None, semantics: str | None = None
) -> dict[str, Strengths]:
    """Return what a map comes to on what one party holds alone, for each of its parties in the order of the map.

    Parties that hold nothing are left out.

    Args:
        ready: The compiled map.
        reading: As documented, or with the party's own word granted; without it as the whole map is read first.
        semantics: The name of a semantics; without it that of the map.
    """
    reading = reading or ready.leading
    found = {}
    for party in parties(ready):
        alone = held_by(ready, party)
        if alone is not None:
            found[party] = strengths_in(alone, reading, semantics)
    return found


def parties(ready: Prepared) -> list[str]:
    """Return the ids of all parties, sources first, each group of doubles by its first."""
    same = ready.witnesses.found.sources.same
    speaking: set[str] = set()
    things: list[Statement | Step] = [*ready.map.statements, *ready.map.steps]
    for thing in things:
        speaking.update(_speaker(citation, same) for citation in thing.citations)
        speaking.update(same.get(name, name) for name in thing.names("by")[:1])
    known = [*dict.fromkeys(same.values()), *(voice.id for voice in ready.map.voices)]
    return [name for name in known if name in speaking and name != ANALYST]


def held_by(ready: Prepared, party: str) -> Prepared | None:
    """Return a compiled map with all silent but what one party holds; None where it holds nothing."""
    holding = _Holding(ready, party)
    if not any(holding.firm) and not any(holding.conceded):
        return None
    own = [firm or conceded for firm, conceded in zip(holding.firm, holding.conceded, strict=True)]
    mask = [mine or holding.shared[number] for number, mine in enumerate(own)]
    weights = [0.0] * len(ready.network.kinds)
    for step in ready.map.steps:
        if holding.step(step):
            weights[ready.network.step_of[step.id]] = weight(step, holding.cited)
    first = len(ready.map.steps)
    weights[first:] = ready.network.weights[first:]
    return replace(
        ready,
        given=[base if mine else _SILENT for base, mine in zip(ready.given, mask, strict=True)],
        unclipped=[base if mine else _SILENT for base, mine in zip(ready.unclipped, mask, strict=True)],
        spoken=holding.spoken,
        weights=weights,
        counted_alike=(None, None),
    )


class _Holding:
    """What one party holds."""

    def __init__(self, ready: Prepared, party: str) -> None:
        self.ready = ready
        self.party = party
        self.same = ready.witnesses.found.sources.same
        self.cited = {
            statement.id: [c for one in members for c in self.own(one.citations)]
            for members in ready.classes
            for statement in members
        }
        stances = [self.stances(members) for members in ready.classes]
        self.firm = ["endorsed" in found for found in stances]
        self.conceded = ["conceded" in found for found in stances]
        self.touched = [bool(found) for found in stances]
        self.shared = [_nobodys(members) for members in ready.classes]
        self.spoken = [self.word(members) for members in ready.classes]

    def own(self, citations: Iterable[Citation]) -> list[Citation]:
        """Return the citations by which the party speaks."""
        return [citation for citation in citations if _speaker(citation, self.same) == self.party]

    def stances(self, members: Sequence[Statement]) -> set[str]:
        """Return every stance of the party on a class of statements."""
        found = {citation.stance for citation in self.cited[members[0].id]}
        uncited = (s for s in members if not s.citations)
        said = any(self.same.get(name, name) == self.party for s in uncited for name in s.names("by")[:1])
        return {*found, "endorsed"} if said else {*found}

    def word(self, members: Sequence[Statement]) -> float:
        """Return what the party's own word for a class is worth, in bits."""
        if members[0].kind not in SAYING:
            return 0.0
        held = (c for c in self.cited[members[0].id] if c.stance in {"endorsed", "conceded"})
        return max((HEDGE_BITS[citation.hedge] for citation in held), default=0.0)

    def step(self, step: Step) -> bool:
        """Tell whether a step is the party's own."""
        node_of = self.ready.network.node_of
        against = step.kind != "support"
        for name in (*step.premises, *step.warrants):
            node = node_of.get(name)
            if node is None or not (self.firm[node] or self.shared[node] or (against and self.conceded[node])):
                return False
        by = step.names("by")[:1]
        if by and self.same.get(by[0], by[0]) != self.party:
            return False
        if step.citations:
            good = {"endorsed", "conceded"} if against else {"endorsed"}
            return any(citation.stance in good for citation in self.own(step.citations))
        target = node_of.get(step.target)
        return bool(by) or target is None or self.touched[target]


def _speaker(citation: Citation, same: dict[str, str]) -> str:
    return citation.voices[0] if citation.voices else same.get(citation.source, citation.source)


def _nobodys(members: Sequence[Statement]) -> bool:
    """Tell whether statements are assumptions that nobody is said to make."""
    return members[0].kind == "assumption" and not any(s.citations or s.names("by") for s in members)
