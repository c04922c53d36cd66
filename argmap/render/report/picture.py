"""What the map section needs beside the picture itself: what the script has to know of each box and each line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from argmap.render.markup import Html, plain
from argmap.render.picture.boxes import box_id, mention, question_id, shown_name
from argmap.render.picture.legend import LICENCE, LINE_WORDS
from argmap.render.picture.marks import NO_SUPPORT
from argmap.render.picture.steps import step_id
from argmap.render.report.claims import WEAKNESSES, weaknesses
from argmap.render.report.stances import positions
from argmap.render.text import shorten
from argmap.rounding import rounded
from argmap.vocabulary import STANCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.model import Question
    from argmap.render.report.context import Context
    from argmap.render.view import Proposition

_TEXT = 200
_LINK = 5  # what the data of a link hold, but for the mark of a licence


@dataclass(frozen=True, slots=True)
class Drawn:
    """One picture of a report: the SVG as it stands in the page, what it shows, and its size in pixels.

    One that is not of the whole map has a `caption` that says what is in it and what is not, a `number`, and, where it is no
    overview, a `chapter`: the section or main claim that it is a part of.
    """

    svg: Html
    title: str
    width: int
    height: int
    caption: str = ""
    number: int = 0
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The pictures of one section or main claim."""

    title: str
    pictures: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Maps:
    """The map section: its pictures, what can be filtered by, and the data for the script.

    `pictures` holds the whole map; `overview` and `chapters` are there where that is too large to be read on paper.
    `key` says what the lines mean that the script draws: their kinds, as classes, and words.
    """

    pictures: tuple[Drawn, ...]
    overview: Drawn | None
    chapters: tuple[Chapter, ...]
    kinds: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    stances: tuple[str, ...]
    weaknesses: tuple[str, ...]
    assessed: bool
    key: tuple[tuple[str, str], ...]
    data: Html


def maps(context: Context, pictures: Sequence[Drawn]) -> Maps:
    """Gather the map section."""
    chapters: dict[str, list[Drawn]] = {}
    for one in pictures:
        if one.chapter:
            chapters.setdefault(one.chapter, []).append(one)
    data = network(context)
    held = [one for each in context.view.propositions for one in positions(context, each) if one.stance]
    present = {node["kind"] for node in data["nodes"]}
    return Maps(
        pictures=tuple(one for one in pictures if not one.number),
        overview=next((one for one in pictures if one.number and not one.chapter), None),
        chapters=tuple(Chapter(title, tuple(found)) for title, found in chapters.items()),
        kinds=tuple(k for k in ("question", "hypothesis", "claim", "evidence", "assumption") if k in present),
        sources=tuple((name, context.called.get(name, name)) for name in context.documents),
        stances=tuple(stance for stance in STANCES if any(one.stance == stance for one in held)),
        weaknesses=tuple(word for word in WEAKNESSES if any(word in node.get("weak", ()) for node in data["nodes"])),
        assessed=context.analysis.leading is not None,
        key=tuple(_key(data)),
        data=as_script(data),
    )


def network(context: Context) -> dict[str, Any]:
    """Return boxes and links as data for the script; ids are those of the SVG."""
    view = context.view
    nodes = [_question(context, question) for question in context.analysis.map.questions]
    nodes += [_node(context, each) for each in view.propositions]
    return {"nodes": nodes, "links": _links(context, {node["id"]: number for number, node in enumerate(nodes)})}


def _key(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the kind of each line that the script may draw, and what it says."""
    present = {link[2] for link in data["links"]}
    yield from ((kind, words) for kind, words in LINE_WORDS.items() if kind in present)
    if any(len(link) > _LINK for link in data["links"]):
        yield "support near-since", LICENCE
    if any(NO_SUPPORT in node.get("weak", ()) for node in data["nodes"]):
        yield "", f"dashed box: {NO_SUPPORT}"


def as_script(data: dict[str, Any]) -> Html:
    """Return data as JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Html(text)


def _question(context: Context, question: Question) -> dict[str, Any]:
    return {
        "id": question_id(question),
        "name": shown_name(question.id),
        "kind": "question",
        "text": shorten(plain(question.text), _TEXT),
        "place": context.places.get(question.id, ""),
    }


def _node(context: Context, proposition: Proposition) -> dict[str, Any]:
    """Tell of a statement what the script wants to know and its card, if the page has cards, does not say."""
    found = context.view.strength(proposition, context.analysis.leading)
    held = [one for one in positions(context, proposition) if one.stance]
    node: dict[str, Any] = {
        "id": box_id(proposition),
        "name": shown_name(proposition.id) or mention(proposition),
        "kind": proposition.kind,
        "strength": None if found is None or found.strength is None else float(rounded(found.strength, 2)),
        "sources": [one.document for one in held],
        "stances": list(dict.fromkeys(one.stance for one in held)),
        "weak": list(weaknesses(context, proposition)),
    }
    if "cards" not in context.sections:
        node["text"] = shorten(plain(proposition.first.text), _TEXT)
        node["place"] = context.places.get(proposition.id, "")
    if node["id"] == f"box-{node['name']}":
        del node["name"]
    return {key: value for key, value in node.items() if value not in (None, [])}


def _links(context: Context, ids: dict[str, int]) -> list[tuple[int | str, ...]]:
    """Return from where to where each link leads (as numbers of nodes), its kind, its step, and the step it undercuts.

    A link from what licenses a step has a mark more.
    """
    view = context.view
    links: list[tuple[int | str, ...]] = [
        (ids[box_id(answer)], ids[question_id(question)], "answers", "", "")
        for question in context.analysis.map.questions
        for answer in view.answers(question)
    ]
    by_id = {step.id: step for step in view.steps}
    for step in view.steps:
        end = step
        while end.kind == "undercut":
            end = by_id[end.target]
        met = step_id(by_id[step.target]) if step.kind == "undercut" else ""
        target = ids[box_id(view.home[end.target])]
        licences = {view.home[name].id for name in step.warrants}
        links += [
            (ids[box_id(each)], target, step.kind, step_id(step), met, *(("since",) if each.id in licences else ()))
            for each in view.premises(step)
        ]
    links += [
        (ids[box_id(view.home[r.left])], ids[box_id(view.home[r.right])], r.kind, "", "")
        for r in view.relations
        if view.home[r.left] is not view.home[r.right]
    ]
    return links
