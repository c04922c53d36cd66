"""Options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.near import near
from argmap.vocabulary import SEMANTICS

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

engine_option = click.option(
    "--engine",
    type=click.Choice(["auto", "bundled", "system"]),
    default="auto",
    show_default=True,
    help="Which Graphviz draws: the one that came with argmap, or the system's `dot`.",
)

texts_option = click.option(
    "--sources",
    "texts",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    callback=lambda _context, _option, value: value or "",
    help="A folder with the texts of documents, named as in `file:`, or ID.txt.",
)


class _SemanticsName(click.ParamType[str]):
    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in SEMANTICS:
            close = near(value, SEMANTICS, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(SEMANTICS)}"
            self.fail(f"no semantics is called {value}; {hint}", param, ctx)
        return value


semantics_option = click.option(
    "--semantics",
    metavar="NAME",
    type=_SemanticsName(),
    help=f"By which rule to compute strength, whatever the map asks for: {', '.join(SEMANTICS)}.",
)


def source_options(command: F) -> F:
    """Add the options that every command which reads maps has."""
    command = click.option("--allow-outside", is_flag=True, help="Let maps import files from outside their folder.")(
        command
    )
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)
