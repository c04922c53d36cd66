"""Makes a picture of a map: which boxes there are, where lines meet, what leads to what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.render.markup import plain
from argmap.render.picture.bearing import conclusion
from argmap.render.picture.boxes import box_id, question_box, statement_box
from argmap.render.picture.colouring import groups_of
from argmap.render.picture.excerpt import MOST, OVERVIEW_WORDS, hidden, unreached, whole
from argmap.render.picture.fold import folded
from argmap.render.picture.look import Look
from argmap.render.picture.parts import Frame, Picture
from argmap.render.picture.sources import documents, names, titles_of
from argmap.render.picture.steps import answer_line, relation_line, step_parts
from argmap.render.text import clean, shorten
from argmap.render.view import view_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from argmap.analysis import Analysis
    from argmap.model import Question, Step
    from argmap.render.picture.excerpt import Excerpt
    from argmap.render.picture.parts import Box, Facts, Joint, Line
    from argmap.render.view import Proposition, View

_KEY, _MOST_KEYS = 60, 8  # how long a title may be below the picture, and how many of them there may be
_LOOSE = 0.25  # where sections have frames, this share of a map may stand outside of all, and of its steps lead across
READINGS = {"documented": "as documented", "granted": "if assertions are granted"}


def picture_of(
    analysis: Analysis, *, title: str | None = None, excerpt: Excerpt | None = None, look: Look | None = None
) -> Picture:
    """Arrange a map as a picture.

    Args:
        analysis: The map and what is known about it.
        title: Stands above it in place of the map's own (and of the one of `look`).
        excerpt: What of the map is shown; without it all.
        look: How it is to look.
    """
    view, look = view_of(analysis), look or Look()
    return composed(view, excerpt or whole(view), look if title is None else replace(look, title=title))


def composed(view: View, excerpt: Excerpt, look: Look) -> Picture:
    """Arrange an excerpt of a map as a picture."""
    analysis, called = view.analysis, names(view)
    inside = folded(view, excerpt)
    within = [each for group in inside.values() for each in group]
    shown = excerpt.propositions.difference(each.id for each in within)
    drawn = excerpt.steps.difference(step.id for each in within for step in view.uses(each))
    steps = [step for step in view.steps if step.id in drawn]
    boxes = tuple(_boxes(view, excerpt, inside, shown, called))
    number, titles = groups_of(
        (each.facts for box in boxes for each in (box, *box.folded)), look.colour_by, analysis.map
    )
    parts = [step_parts(view, step, shown, drawn, look.label) for step in steps]
    joints = tuple(joint for joint, _ in parts if joint is not None)
    part = _part(view, excerpt)
    asked = [question for question in analysis.map.questions if question.id in excerpt.questions]
    return Picture(
        title=clean(look.title) if look.title is not None else title_of(analysis),
        subtitle=" · ".join(filter(None, (part, subtitle_of(analysis)))),
        boxes=(*map(question_box, asked), *(_grouped(box, number) if number else box for box in boxes)),
        joints=joints,
        lines=(
            *_answers(view, asked, shown),
            *(line for _, lines in parts for line in lines),
            *_relations(view, shown),
        ),
        sources=_source_key(view, excerpt, called),
        frames=_frames(view, shown, joints) if _framed(view, excerpt, shown, steps, look) else (),
        groups=tuple(titles),
        part=part,
        source_line=source_line_of(analysis) if look.source_line is None else clean(look.source_line),
    )


def _grouped(box: Box, number: Mapping[Facts, int]) -> Box:
    """Give a box and what is folded into it the numbers of their groups."""
    within = tuple(_grouped(each, number) for each in box.folded)
    return replace(box, group=number[box.facts], folded=within)


def title_of(analysis: Analysis) -> str:
    """Return the title of a map, else its name, else the name of its file."""
    found = analysis.map
    return plain(found.title or "") or clean(found.name or _file(analysis).removesuffix(".argmap")) or "Argument map"


def source_line_of(analysis: Analysis) -> str:
    """Say what a picture was drawn from."""
    file = clean(_file(analysis))
    return f"Drawn by argmap from {file}" if file else ""


def subtitle_of(analysis: Analysis) -> str:
    """Say up to which day a map holds, and by which rule and reading its strengths are computed."""
    day = clean(analysis.map.word("as-of"))
    leading = analysis.leading
    rule = f"strength: {clean(leading.semantics)}, {READINGS[leading.reading]}" if leading else ""
    return " · ".join(filter(None, (f"as of {day}" if day else "", rule)))


def _file(analysis: Analysis) -> str:
    files = analysis.map.files
    return files[0].path.replace("\\", "/").rpartition("/")[2] if files else ""


def _part(view: View, excerpt: Excerpt) -> str:
    """Say what part of the map a picture shows, how much of it, and how much its counts do not reach."""
    if not excerpt.words:
        return ""
    apart = unreached(view, excerpt) if excerpt.words == OVERVIEW_WORDS else 0
    more = f", {apart} of the others not tied to them" if apart else ""
    return f"{excerpt.words} ({len(excerpt.propositions)} of {len(view.propositions)} statements{more})"


def _boxes(
    view: View,
    excerpt: Excerpt,
    inside: Mapping[str, list[Proposition]],
    shown: Collection[str],
    called: dict[str, str],
) -> Iterator[Box]:
    unseen = hidden(view, excerpt)
    for proposition in view.propositions:
        if proposition.id in shown:
            within = tuple([statement_box(view, each, called) for each in inside.get(proposition.id, ())])
            counts = unseen.get(proposition.id, (0, 0))
            yield statement_box(view, proposition, called, within, counts, marked=proposition.id in excerpt.marked)


def _answers(view: View, asked: Iterable[Question], shown: Collection[str]) -> Iterator[Line]:
    for question in asked:
        yield from (answer_line(question, answer) for answer in view.answers(question) if answer.id in shown)


def _relations(view: View, shown: Collection[str]) -> Iterator[Line]:
    for number, relation in enumerate(view.relations, 1):
        left, right = view.home[relation.left], view.home[relation.right]
        if left is not right and left.id in shown and right.id in shown:
            yield relation_line(view, relation, number)


def _framed(view: View, excerpt: Excerpt, shown: Collection[str], steps: Sequence[Step], look: Look) -> bool:
    """Tell whether sections have frames: as asked, else in a small whole map that hangs together by its sections."""
    if look.frames is not None:
        return look.frames
    if excerpt.words or len(shown) > MOST:
        return False
    home = {p.id: p.first.section for p in view.propositions if p.id in shown}
    apart = sum(section is None for section in home.values())
    ends = ((conclusion(view, step), *view.premises(step)) for step in steps)
    across = sum(len({p.first.section for p in each} - {None}) > 1 for each in ends)
    several = len(set(home.values()) - {None}) > 1
    return several and apart <= _LOOSE * len(home) and across <= _LOOSE * len(steps)


def _frames(view: View, shown: Collection[str], joints: Iterable[Joint]) -> tuple[Frame, ...]:
    """Return the frames of the outermost sections, each with its boxes and points and the frames in it."""
    sections = view.analysis.map.sections
    home = {box_id(p): p.first.section for p in view.propositions if p.id in shown}
    for each in joints:  # a point stands where all of its step does
        around = {home.get(end) for end in (*each.tails, each.head) if end in home}
        home[each.id] = around.pop() if len(around) == 1 else None
    own: dict[int | None, list[str]] = {}
    for name, index in home.items():
        own.setdefault(index, []).append(name)

    def within(parent: int | None) -> tuple[Frame, ...]:
        found = (
            Frame(index, plain(section.title), tuple(own.get(index, ())), within(index))
            for index, section in enumerate(sections)
            if section.parent == parent
        )
        return tuple(frame for frame in found if frame.boxes or frame.inside)

    return within(None)


def _source_key(view: View, excerpt: Excerpt, called: Mapping[str, str]) -> tuple[str, ...]:
    """Say what the ids of the cited documents stand for, where a picture names them by id."""
    cited = documents(p for p in view.propositions if p.id in excerpt.propositions)
    entries = titles_of(view.analysis.map, cited)
    keys = [f"{name}: {shorten(title, _KEY)}" for name, title in entries if called.get(name) != title]
    return (*keys[:_MOST_KEYS], f"and {len(keys) - _MOST_KEYS} more sources") if len(keys) > _MOST_KEYS else tuple(keys)
