"""`argmap map`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from argmap.assessment import STRENGTH
from argmap.cli.common import STDIN, CannotRunError, analysed, outcome, say, stem, write
from argmap.cli.options import engine_option, semantics_option, source_options

if TYPE_CHECKING:
    from argmap.render.engine import EngineName

FORMATS = ("svg", "png", "pdf", "dot")


@click.command("map", short_help="Draw a map.")
@click.argument("file", metavar="FILE")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write; the ending says what: .svg .png .pdf .dot. `-` is standard output. [default: the map's name with .svg]",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="What to write, where the ending does not say it.")
@engine_option
@click.option("--dpi", type=click.IntRange(24, 1200), default=None, help="Dots per inch of a PNG. [default: 96]")
@click.option(
    "--timeout",
    type=click.FloatRange(1),
    default=60.0,
    show_default=True,
    help="Seconds after which drawing is given up.",
)
@semantics_option
@source_options
def command(
    file: str,
    output: str | None,
    form: str | None,
    engine: EngineName,
    dpi: int | None,
    timeout: float,
    *,
    semantics: str | None,
    quiet: bool,
    allow_outside: bool,
) -> int:
    """Draw the map FILE (or - for standard input) as a picture."""
    form = _format(output, form)
    output = output or f"{stem(file)}.{form}"
    analysis = analysed(file, STRENGTH, allow_outside=allow_outside, semantics=semantics)
    status = outcome(analysis)
    if status is not None:
        return status
    from argmap.render.products import EngineError, picture

    try:
        write(output, picture(analysis, form, engine=engine, dpi=dpi, timeout=timeout))
    except EngineError as error:
        raise CannotRunError(str(error)) from error
    if not quiet and output != STDIN:
        say(f"{output} written")
    return 0


def _format(output: str | None, form: str | None) -> str:
    ending = os.path.splitext(output or "")[1].lower().lstrip(".")
    if form is not None:
        return form
    if ending in FORMATS or not ending:
        return ending or "svg"
    raise click.UsageError(f"a picture cannot end in .{ending}: use .svg, .png, .pdf or .dot, or say --format")
