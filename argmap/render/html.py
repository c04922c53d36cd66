"""Writes the report: one HTML page that needs nothing else, no request, no script."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from argmap.render.boxes import box_id, question_id
from argmap.render.claims import claim_anchor, question_anchor
from argmap.render.compose import picture_of
from argmap.render.describe import describe
from argmap.render.markup import Html
from argmap.render.report import page_of
from argmap.render.svg import finish, size
from argmap.render.view import view_of
from argmap.resources import read_text

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.render.page import Page

_FOLDER = "templates"


def to_html(
    analysis: Analysis, picture: bytes | str | None = None, *, engine: str = "", title: str | None = None
) -> str:
    """Write the report of a map.

    Args:
        analysis: The map and what is known about it.
        picture: The SVG that Graphviz drew of `to_dot(analysis)`; without one the page says so.
        engine: What drew it, with its version.
        title: Stands in place of the map's own title.
    """
    svg = _picture(analysis, picture, title) if picture is not None else ""
    page = page_of(analysis, Html(svg), engine=engine, title=title)
    return _render(page, _style(svg))


def content_security_policy(style: str) -> str:
    """Return the policy of a page with this one style sheet: nothing else is loaded or run."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _picture(analysis: Analysis, picture: bytes | str, title: str | None) -> str:
    view = view_of(analysis)
    links = {box_id(each): f"#{claim_anchor(each.id)}" for each in view.propositions}
    links |= {question_id(each): f"#{question_anchor(each.id)}" for each in analysis.map.questions}
    shown = picture_of(analysis, title=title)
    return finish(picture, title=shown.title, description=describe(shown), links=links, inline=True, picture=shown)


def _style(svg: str) -> str:
    """Return the style sheet, with the width of the picture, which may not stand in the picture itself."""
    wide, _ = size(svg)
    return f"{read_text(_FOLDER, 'report.css').strip()}\n:root {{ --picture: {wide}px }}\n"


def _render(page: Page, style: str) -> str:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(lambda name: read_text(_FOLDER, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("report.html")
    return template.render(page=page, style=Html(style), policy=content_security_policy(style))
