"""What a document makes of a statement, in a word or two: `endorsed · qualified`, `rejected`, `passes on`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.picture.sources import chain
from argmap.vocabulary import HEDGES

if TYPE_CHECKING:
    from argmap.model import Citation
    from argmap.render.report.context import Context
    from argmap.render.view import Proposition
    from argmap.vocabulary import Hedge, Stance

FOR = frozenset({"endorsed", "conceded"})  # a document that says so holds a statement, or takes a step
_ORDER: tuple[Stance, ...] = ("rejected", "conceded", "endorsed", "entertained", "reported")


@dataclass(frozen=True, slots=True)
class Position:
    """What one document makes of a statement; without a stance it does not speak of it.

    `stance` is its own, or "reported" where it only passes on a voice, `others` names such voices.
    """

    document: str
    name: str
    stance: Stance | None = None
    hedge: Hedge | None = None
    others: str = ""

    @property
    def words(self) -> str:
        """The position in words; nothing where there is none."""
        if self.stance is None:
            return ""
        hedge = self.hedge if self.hedge not in {None, "asserted"} and self.stance != "reported" else None
        return f"{self.stance}, {hedge}" if hedge else self.stance


def positions(context: Context, proposition: Proposition) -> tuple[Position, ...]:
    """Return what each of the map's documents makes of a statement."""
    return tuple(position(context, proposition, document) for document in context.documents)


def position(context: Context, proposition: Proposition, document: str) -> Position:
    """Return what one document makes of a statement."""
    there = [citation for citation in proposition.citations if citation.source == document]
    name = context.called.get(document, document)
    own = [c for c in there if not c.voices and c.stance != "reported"]
    voices = dict.fromkeys(chain(c.voices, context.called) for c in there if c.voices)
    others = ", ".join(voices)
    if own:
        stance = next(stance for stance in _ORDER if any(c.stance == stance for c in own))
        return Position(document, name, stance, _firmest(own, stance), others)
    return Position(document, name, "reported" if there else None, None, others)


def _firmest(own: list[Citation], stance: Stance) -> Hedge:
    return min((c.hedge for c in own if c.stance == stance), key=HEDGES.index)
