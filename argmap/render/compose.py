"""Makes a picture of a map: which boxes there are, where lines meet, what leads to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.boxes import question_box, statement_box
from argmap.render.fold import folded
from argmap.render.markup import plain
from argmap.render.picture import Picture
from argmap.render.sources import documents, names, titles_of
from argmap.render.steps import answer_line, has_point, joint, relation_line, step_lines
from argmap.render.text import clean, shorten
from argmap.render.view import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis import Analysis
    from argmap.render.picture import Box, Line
    from argmap.render.view import Proposition, View

_KEY, _MOST_KEYS = 60, 8  # how long a title may be below the picture, and how many of them there may be
READINGS = {"documented": "as documented", "granted": "if assertions are granted"}


def picture_of(analysis: Analysis, *, title: str | None = None) -> Picture:
    """Arrange a whole map as a picture; `title` stands above it in place of the map's own."""
    view = view_of(analysis)
    inside = folded(view)
    hidden = {each.id for group in inside.values() for each in group}
    steps = [s for s in view.steps if not hidden.intersection(p.id for p in view.premises(s))]
    return Picture(
        title=clean(title) if title is not None else title_of(analysis),
        subtitle=subtitle_of(analysis),
        boxes=(*map(question_box, analysis.map.questions), *_boxes(view, inside, hidden)),
        joints=tuple(joint(view, step) for step in steps if has_point(view, step)),
        lines=(*_answers(view), *(line for s in steps for line in step_lines(view, s)), *_relations(view)),
        sources=_source_key(view),
    )


def title_of(analysis: Analysis) -> str:
    """Return the title of a map, else its name, else the name of its file."""
    found = analysis.map
    path = found.files[0].path if found.files else ""
    stem = path.replace("\\", "/").rpartition("/")[2].removesuffix(".argmap")
    return plain(found.title or "") or clean(found.name or stem) or "Argument map"


def subtitle_of(analysis: Analysis) -> str:
    """Say up to which day a map holds, and by which rule and reading its strengths are computed."""
    day = clean(analysis.map.word("as-of"))
    leading = analysis.leading
    rule = f"strength: {clean(leading.semantics)}, {READINGS[leading.reading]}" if leading else ""
    return " · ".join(filter(None, (f"as of {day}" if day else "", rule)))


def _boxes(view: View, inside: dict[str, list[Proposition]], hidden: set[str]) -> Iterator[Box]:
    called = names(view)
    for proposition in view.propositions:
        if proposition.id not in hidden:
            within = tuple(statement_box(view, each, called) for each in inside.get(proposition.id, ()))
            yield statement_box(view, proposition, called, within)


def _answers(view: View) -> Iterator[Line]:
    for question in view.analysis.map.questions:
        for answer in view.answers(question):
            yield answer_line(question, answer)


def _relations(view: View) -> Iterator[Line]:
    for number, relation in enumerate(view.relations, 1):
        if view.home[relation.left] is not view.home[relation.right]:
            yield relation_line(view, relation, number)


def _source_key(view: View) -> tuple[str, ...]:
    """Say what the ids of the cited documents stand for, where a picture names them by id."""
    called = names(view)
    entries = titles_of(view.analysis.map, documents(view))
    keys = [f"{name}: {shorten(title, _KEY)}" for name, title in entries if called.get(name) != title]
    return (*keys[:_MOST_KEYS], f"and {len(keys) - _MOST_KEYS} more sources") if len(keys) > _MOST_KEYS else tuple(keys)
