"""Makes the boxes of a picture: one for each question, and one for each statement with its restatements."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.model import is_named
from argmap.render.figures import band, shown_strength, span
from argmap.render.markup import plain
from argmap.render.picture.facts import facts_of
from argmap.render.picture.marks import lacks_support, marks, notes
from argmap.render.picture.parts import Box
from argmap.render.picture.sources import small_print
from argmap.render.places import anchor_of
from argmap.render.text import clean, shorten

if TYPE_CHECKING:
    from argmap.model import Question
    from argmap.render.view import Proposition, View

_NO_TEXT = "(no text)"
_LONGEST = 1000  # characters of a text that still make sense in a picture
_MENTION = 40


def box_id(proposition: Proposition) -> str:
    """Return the id of a statement's box, in DOT and SVG."""
    return f"box-{anchor_of(proposition.id)}"


def question_id(question: Question) -> str:
    """Return the id of a question's box, in DOT and SVG."""
    return f"asked-{anchor_of(question.id)}"


@lru_cache(maxsize=8192)
def shown_name(identifier: str) -> str:
    """Return an id as shown: nothing where the author gave none."""
    return clean(identifier) if is_named(identifier) else ""


def mention(proposition: Proposition) -> str:
    """Name a statement in a sentence: its id, else the beginning of its text."""
    return shown_name(proposition.id) or f"“{shorten(plain(proposition.first.title), _MENTION)}”"


def question_box(question: Question) -> Box:
    """Make the box of a question."""
    text = plain(question.text)
    return Box(
        id=question_id(question),
        kind="question",
        name=shown_name(question.id),
        text=shorten(text, _LONGEST) or _NO_TEXT,
        full=shorten(text, _LONGEST),
    )


def statement_box(
    view: View,
    proposition: Proposition,
    called: dict[str, str],
    inside: tuple[Box, ...] = (),
    unseen: tuple[int, int] = (0, 0),
    *,
    marked: bool = False,
) -> Box:
    """Make the box of a statement.

    Args:
        view: The whole map.
        proposition: The statement with its restatements.
        called: What sources and voices are called.
        inside: What is folded into the box.
        unseen: How many statements below it and above it are not drawn.
        marked: Whether it stands out.
    """
    leading = view.analysis.leading
    found = view.strength(proposition, leading)
    name = shown_name(proposition.id)
    full = shorten(plain(proposition.first.text), _LONGEST)
    title = proposition.first.word("title")
    return Box(
        id=box_id(proposition),
        kind=proposition.kind,
        name=name,
        text=(shorten(plain(title), _LONGEST) if title else full) or _NO_TEXT,
        full=full or name,
        figure=shown_strength(found) if leading else "",
        filled=band(found),
        marks=marks(proposition, called),
        notes=notes(view, proposition),
        sources=small_print(proposition, called),
        restated=restated(view, proposition),
        folded=inside,
        dashed=lacks_support(view, proposition),
        span=span(found),
        facts=facts_of(proposition, found),
        below=unseen[0],
        above=unseen[1],
        marked=marked,
    )


def restated(view: View, proposition: Proposition) -> tuple[str, ...]:
    """Say where else a proposition stands: `also trade.t95 (trade.argmap)`."""
    if len(proposition.statements) == 1:
        return ()
    files = [file.path.replace("\\", "/").rpartition("/")[2] for file in view.analysis.map.files]
    several = len({statement.file for statement in proposition.statements}) > 1
    lines = []
    for statement in proposition.statements[1:]:
        name = shown_name(statement.id) or f"“{shorten(plain(statement.title), _MENTION)}”"
        where = f" ({clean(files[statement.file])})" if several and statement.file < len(files) else ""
        lines.append(f"also {name}{where}")
    return tuple(lines)
