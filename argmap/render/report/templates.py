"""The templates of a report: argmap's own, or in their place those of whoever writes it, who is not trusted."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from argmap.resources import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

FOLDER = "templates/report"


class FaultyTemplateError(Exception):
    """A template of one's own cannot be filled: it is no template, or reaches for what it may not have."""


@contextmanager
def told() -> Iterator[None]:
    """Say which template is faulty, where, and why.

    Raises:
        FaultyTemplateError: one is.
    """
    from jinja2 import TemplateError

    try:
        yield
    except TemplateError as error:
        name, line = getattr(error, "name", None), getattr(error, "lineno", None)
        place = f"{name}, line {line}: " if name and line else f"{name}: " if name and name != str(error) else ""
        raise FaultyTemplateError(f"the templates cannot be filled: {place}{error}") from error


def environment(own: Callable[[str], str | None] | None = None) -> Environment:
    """Return what fills templates: everything is escaped, and a template can neither change nor call what it should not.

    Args:
        own: Gives the text of one's own template by its name, None where argmap's is to serve.
    """
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: source(name, own)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def source(name: str, own: Callable[[str], str | None] | None = None) -> str | None:
    """Return the text of a template, style or script: one's own where there is one, else argmap's, else None."""
    found = own(name) if own is not None else None
    if found is not None:
        return found
    try:
        return read_text(FOLDER, name)
    except FileNotFoundError:
        return None
