"""From an analysis to the bytes of a picture or a page: what `map`, `report` and `build` write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.compose import picture_of
from argmap.render.describe import describe
from argmap.render.dot import to_dot
from argmap.render.engine import Drawing, EngineError, Job, draw_many
from argmap.render.html import to_html
from argmap.render.svg import finish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis import Analysis
    from argmap.render.engine import EngineName

__all__ = ["EngineError", "everything", "picture", "report"]

TIMEOUT = 60.0  # seconds for one picture


def picture(
    analysis: Analysis, form: str, *, engine: EngineName = "auto", dpi: int | None = None, timeout: float = TIMEOUT
) -> bytes:
    """Draw a map.

    Args:
        analysis: The map and what is known about it.
        form: "svg", "png", "pdf" or "dot"; the last needs no engine.
        engine: Which Graphviz draws.
        dpi: Dots per inch of a PNG.
        timeout: Seconds after which drawing is given up.

    Raises:
        EngineError: it could not be drawn; the message says why and what to do.
    """
    dot = to_dot(analysis)
    if form == "dot":
        return dot.encode()
    data = _draw(dot, (form,), engine, dpi, timeout).outputs[form]
    return _finished(analysis, data) if form == "svg" else data


def report(analysis: Analysis, *, engine: EngineName = "auto", timeout: float = TIMEOUT) -> bytes:
    """Write the report of a map as one HTML page.

    Raises:
        EngineError: its picture could not be drawn.
    """
    return _page(analysis, _draw(to_dot(analysis), ("svg",), engine, None, timeout))


def everything(
    analysis: Analysis, forms: Sequence[str], *, engine: EngineName = "auto", timeout: float = TIMEOUT
) -> dict[str, bytes]:
    """Draw a map in several formats, laid out once, and write its report; the keys are the endings of the files.

    Raises:
        EngineError: it could not be drawn.
    """
    dot = to_dot(analysis)
    drawing = _draw(
        dot, tuple(dict.fromkeys(("svg", *(form for form in forms if form != "dot")))), engine, None, timeout
    )
    made = {**drawing.outputs, "dot": dot.encode(), "svg": _finished(analysis, drawing.outputs["svg"])}
    return {form: made[form] for form in forms} | {"html": _page(analysis, drawing)}


def _draw(dot: str, forms: tuple[str, ...], engine: EngineName, dpi: int | None, timeout: float) -> Drawing:
    drawn = draw_many([Job(dot, forms, dpi=dpi)], engine=engine, timeout=timeout)[0]
    if isinstance(drawn, EngineError):
        raise drawn
    return drawn


def _finished(analysis: Analysis, svg: bytes) -> bytes:
    shown = picture_of(analysis)
    return finish(svg, title=shown.title, description=describe(shown), picture=shown).encode()


def _page(analysis: Analysis, drawing: Drawing) -> bytes:
    return to_html(analysis, drawing.outputs["svg"], engine=f"Graphviz {drawing.version} ({drawing.engine})").encode()
