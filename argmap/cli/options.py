"""Options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

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
    help='A folder of texts: FILE of `file: "FILE"`, else ID.txt or ID.md.',
)


def source_options(command: F) -> F:
    """Add the options that every command which reads maps has."""
    command = click.option("--allow-outside", is_flag=True, help="Let maps import files from outside their folder.")(
        command
    )
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)
