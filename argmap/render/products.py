"""From an analysis to the bytes of a picture or a page: what `map`, `report` and `build` write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.render.engine import Drawing, EngineError, Job, draw_many
from argmap.render.html import to_html
from argmap.render.picture.choice import Choice, NotThereError, choices_for, excerpt_of
from argmap.render.picture.compose import composed, picture_of
from argmap.render.picture.describe import describe
from argmap.render.picture.dot import picture_dot, to_dot
from argmap.render.picture.links import addresses
from argmap.render.picture.look import Look
from argmap.render.picture.svg import finish
from argmap.render.picture.theme import theme_of
from argmap.render.report.markdown import to_markdown
from argmap.render.report.sheets import sheets_of
from argmap.render.report.templates import FaultyTemplateError, told
from argmap.render.report.wishes import Wishes
from argmap.render.view import view_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.analysis import Analysis
    from argmap.render.engine import EngineName
    from argmap.render.picture.choice import Each
    from argmap.render.picture.excerpt import Excerpt
    from argmap.render.picture.parts import Picture
    from argmap.render.view import View

__all__ = [
    "Choice",
    "EngineError",
    "FaultyTemplateError",
    "Look",
    "NotThereError",
    "Product",
    "each_part",
    "everything",
    "picture",
    "pictures",
    "report",
]

TIMEOUT = 60.0  # seconds for one picture


@dataclass(frozen=True, slots=True)
class Product:
    """A file: its bytes, the picture in it, and what drew it ("" where nothing had to)."""

    data: bytes
    shown: Picture
    engine: str = ""


def picture(
    analysis: Analysis,
    form: str,
    *,
    choice: Choice | None = None,
    look: Look | None = None,
    engine: EngineName = "auto",
    dpi: int | None = None,
    timeout: float = TIMEOUT,
) -> Product:
    """Draw a map, or a part of it.

    Args:
        analysis: The map and what is known about it.
        form: "svg", "png", "pdf" or "dot"; the last needs no engine.
        choice: Which part; without it the whole map, or an overview of a large one.
        look: Theme, direction and the like.
        engine: Which Graphviz draws.
        dpi: Dots per inch of a PNG.
        timeout: Seconds after which drawing is given up.

    Raises:
        EngineError: it could not be drawn; the message says why and what to do.
        NotThereError: the map has no such part.
    """
    return pictures(analysis, form, [choice or Choice()], look=look, engine=engine, dpi=dpi, timeout=timeout)[0]


def pictures(
    analysis: Analysis,
    form: str,
    choices: Iterable[Choice],
    *,
    look: Look | None = None,
    engine: EngineName = "auto",
    dpi: int | None = None,
    timeout: float = TIMEOUT,
) -> list[Product]:
    """Draw several parts of a map, all by one engine; the rest is as with `picture`."""
    view, look = view_of(analysis), look or Look()
    excerpts = [excerpt_of(view, choice) for choice in choices]
    try:
        return _pictures(view, form, excerpts, look, engine=engine, dpi=dpi, timeout=timeout)
    except EngineError:
        if look.frames is not None:
            raise
        flat = replace(look, frames=False)  # frames that were not asked for must not cost the picture
        return _pictures(view, form, excerpts, flat, engine=engine, dpi=dpi, timeout=timeout)


def _pictures(
    view: View,
    form: str,
    excerpts: Sequence[Excerpt],
    look: Look,
    *,
    engine: EngineName,
    dpi: int | None,
    timeout: float,
) -> list[Product]:
    shown = [composed(view, excerpt, look) for excerpt in excerpts]
    dots = [picture_dot(each, look) for each in shown]
    if form == "dot":
        return [Product(dot.encode(), each) for dot, each in zip(dots, shown, strict=True)]
    drawn = _draw([Job(dot, (form,), dpi=dpi) for dot in dots], engine, timeout)
    return [
        Product(
            _finished(view, each, drawing, look) if form == "svg" else drawing.outputs[form], each, _engine(drawing)
        )
        for each, drawing in zip(shown, drawn, strict=True)
    ]


def each_part(analysis: Analysis, each: Each) -> list[tuple[str, Choice]]:
    """Return a choice for each section or hypothesis of a map, with a name for its file.

    Raises:
        NotThereError: the map has none.
    """
    return choices_for(view_of(analysis), each)


def report(
    analysis: Analysis,
    wishes: Wishes | None = None,
    *,
    engine: EngineName = "auto",
    markdown: bool = False,
    timeout: float = TIMEOUT,
) -> bytes:
    """Write the report of a map as one HTML page, or as Markdown.

    Raises:
        EngineError: its picture could not be drawn.
        FaultyTemplateError: a template of one's own is faulty.
    """
    wishes = wishes or Wishes()
    with told():
        if markdown:
            return to_markdown(analysis, wishes).encode()
        if "map" not in wishes.sections:
            return to_html(analysis, wishes=wishes).encode()
        (drawing,) = _draw([Job(to_dot(analysis, title=wishes.title), ("svg",))], engine, timeout)
        return _page(analysis, drawing, wishes, engine=engine, timeout=timeout)


def everything(
    analysis: Analysis, forms: Sequence[str], *, engine: EngineName = "auto", timeout: float = TIMEOUT
) -> dict[str, bytes]:
    """Draw a map in several formats, laid out once, and write its report; the keys are the endings of the files.

    Of a large map the pictures are an overview; the whole of it, which the report holds, is then an SVG of its own
    ("whole.svg").

    Raises:
        EngineError: it could not be drawn.
    """
    view, look = view_of(analysis), Look()
    shown, whole = composed(view, excerpt_of(view, Choice()), look), picture_of(analysis)
    dot, of_whole = picture_dot(shown), picture_dot(whole)
    engined = tuple(dict.fromkeys(("svg", *(form for form in forms if form != "dot"))))
    jobs = [Job(dot, engined)] + ([Job(of_whole, ("svg",))] if of_whole != dot else [])
    first, *rest = _draw(jobs, engine, timeout)
    made = {**first.outputs, "dot": dot.encode(), "svg": _finished(view, shown, first, look)}
    large = {"whole.svg": _finished(view, whole, rest[0], look)} if rest else {}
    page = _page(analysis, rest[0] if rest else first, Wishes(), engine=engine, timeout=timeout)
    return {form: made[form] for form in forms} | large | {"html": page}


def _draw(jobs: Sequence[Job], engine: EngineName, timeout: float) -> list[Drawing]:
    drawn = []
    for found in draw_many(jobs, engine=engine, timeout=timeout):
        if isinstance(found, EngineError):
            raise found
        drawn.append(found)
    return drawn


def _engine(drawing: Drawing) -> str:
    return f"Graphviz {drawing.version} ({drawing.engine})"


def _finished(view: View, shown: Picture, drawing: Drawing, look: Look) -> bytes:
    return finish(
        drawing.outputs["svg"],
        title=shown.title,
        description=describe(shown),
        links=addresses(view),
        picture=shown,
        theme=theme_of(look),
        engine=_engine(drawing),
    ).encode()


def _page(analysis: Analysis, whole: Drawing, wishes: Wishes, *, engine: EngineName, timeout: float) -> bytes:
    """Write the page; what it shows of a large map beside the whole must not cost the page where it cannot be drawn."""

    def draw(dots: Sequence[str]) -> list[str | None]:
        found = draw_many([Job(dot, ("svg",)) for dot in dots], engine=engine, timeout=timeout)
        return [None if isinstance(one, EngineError) else one.outputs["svg"].decode() for one in found]

    sheets = sheets_of(view_of(analysis), draw)
    return to_html(analysis, whole.outputs["svg"], sheets=sheets, engine=_engine(whole), wishes=wishes).encode()
