"""`argmap report`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.assessment import EVERYTHING
from argmap.cli.common import STDIN, CannotRunError, analysed, outcome, say, stem, write
from argmap.cli.options import engine_option, semantics_option, source_options, texts_option
from argmap.cli.settings import settings_for

if TYPE_CHECKING:
    from argmap.render.engine import EngineName


@click.command("report", short_help="Write a report.")
@click.argument("file", metavar="FILE")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write; `-` is standard output. [default: the map's name with .html]",
)
@engine_option
@semantics_option
@texts_option
@source_options
def command(
    file: str,
    output: str | None,
    engine: EngineName,
    texts: str,
    *,
    semantics: str | None,
    quiet: bool,
    allow_outside: bool,
) -> int:
    """Write a report of the map FILE (or - for standard input): one HTML page that needs nothing else."""
    output = output or f"{stem(file)}.html"
    analysis = analysed(
        file, EVERYTHING, checks=settings_for(file), allow_outside=allow_outside, semantics=semantics, texts=texts
    )
    status = outcome(analysis)
    if status is not None:
        return status
    from argmap.render.findings import summary
    from argmap.render.products import EngineError, report

    try:
        write(output, report(analysis, engine=engine))
    except EngineError as error:
        raise CannotRunError(str(error)) from error
    if not quiet and output != STDIN:
        found = summary(analysis.diagnostics)
        say(f"{output} written" + (f", with {found}" if found else ""))
    return 0
