"""Writes the report: one HTML page that needs nothing else, and makes no request."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from argmap.render.markup import Html
from argmap.render.report.context import context_of
from argmap.render.report.page import page_of
from argmap.render.report.pictures import drawn, on_paper
from argmap.render.report.script import bundle
from argmap.render.report.style import style
from argmap.render.report.templates import environment
from argmap.render.report.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis import Analysis
    from argmap.render.report.sheets import Sheet

DEFAULT = Wishes()


def to_html(
    analysis: Analysis,
    picture: bytes | str | None = None,
    *,
    sheets: Sequence[Sheet] = (),
    engine: str = "",
    wishes: Wishes = DEFAULT,
) -> str:
    """Write the report of a map.

    Args:
        analysis: The map and what is known about it.
        picture: The SVG that Graphviz drew of `to_dot(analysis)`; without one the page says so.
        sheets: The pictures for paper, from `sheets_of`, where that one is too large to be read there.
        engine: What drew them, with its version.
        wishes: Title, sections, theme, and templates of one's own.

    Raises:
        jinja2.TemplateError: one's own template is faulty, or does what templates may not do.
    """
    context = context_of(analysis, frozenset(wishes.sections))
    pictures = []
    if picture is not None and "map" in wishes.sections:
        pictures = [drawn(context, picture, wishes.title), *on_paper(context, sheets)]
    page = page_of(context, pictures, engine=engine, wishes=wishes)
    sheet, script = style(pictures, wishes.own), bundle(wishes.own)
    policy = content_security_policy(sheet, script)
    template = environment(wishes.own).get_template("page.html")
    return template.render(page=page, style=Html(sheet), script=Html(script), policy=policy)


def content_security_policy(sheet: str, script: str) -> str:
    """Return the policy of a page with this one style sheet and this one script: nothing else is loaded or run."""
    return (
        f"default-src 'none'; style-src '{_digest(sheet)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
