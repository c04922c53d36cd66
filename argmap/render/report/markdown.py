"""Writes a report as Markdown, for pasting into a document: without pictures, every text of the map escaped."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from argmap.render.markup import Html
from argmap.render.report.context import context_of
from argmap.render.report.page import page_of
from argmap.render.report.templates import source

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.render.report.wishes import Wishes

_TAG = re.compile(r"<[^>]*>")
_SIGNS = re.compile(r"([\\`*_\[\]|~])")
_SPACE = re.compile(r"\s+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def to_markdown(analysis: Analysis, wishes: Wishes) -> str:
    """Write the report of a map as Markdown.

    Raises:
        jinja2.TemplateError: one's own template is faulty, or does what templates may not do.
    """
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: source(name, wishes.own)),
        autoescape=False,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = page_of(context_of(analysis, frozenset(wishes.sections)), wishes=wishes)
    text = environment.get_template("report.md").render(page=page)
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"


def escape(value: object) -> object:
    """Turn a text into one that Markdown shows as it is, on one line; what is HTML already loses its tags."""
    if not isinstance(value, str):
        return value
    text = unescape(_TAG.sub("", value)) if isinstance(value, Html) else value
    text = _SIGNS.sub(r"\\\1", _SPACE.sub(" ", text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
