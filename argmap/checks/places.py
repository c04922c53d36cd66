"""Where things stand, and what to call them in a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Label

if TYPE_CHECKING:
    from argmap.assessment import Assessment
    from argmap.model import Attribute, Citation, Entity, Statement

_LONGEST = 60  # characters of a text that a message quotes


def at(assessment: Assessment, thing: Entity, part: Attribute | Citation | None = None, *, text: str = "") -> Label:
    """Return the place of a thing, or of one of its attributes or citations."""
    span = part if part is not None else thing
    return Label(assessment.sources[thing.file], span.start, span.end, text)


def called(statement: Statement) -> str:
    """Return a statement's name in the words of a message: its id, or the beginning of its text."""
    if statement.named:
        return f"`{statement.id}`"
    return f"“{beginning(statement.title, _LONGEST)}”"


def beginning(text: str, most: int) -> str:
    """Return a text, of one with more characters than this the beginning, cut between words."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
