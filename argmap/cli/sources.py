"""`argmap sources`."""

from __future__ import annotations

import sys

import click

from argmap.assessment import NOTHING
from argmap.cli.common import analysed, coloured, write
from argmap.cli.options import semantics_option, source_options
from argmap.cli.terminal import standing_in_the_way, strong_on, width


@click.command("sources", short_help="List sources and voices, with what each carries.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(["plain", "json", "csv"]), default="plain", help="A table, JSON or CSV."
)
@semantics_option
@source_options
def command(file: str, form: str, *, semantics: str | None, quiet: bool, allow_outside: bool) -> int:
    """List the sources and voices of the map FILE (or - for standard input), and what each of them carries.

    Of each it tells kind, date and reliability, where it is noted, and where what it says begins; then come circles of
    sources that draw on each other, and what falls when one of them is withdrawn.
    """
    analysis = analysed(file, NOTHING, allow_outside=allow_outside)
    status = standing_in_the_way(analysis, quiet=quiet)
    if status is not None:
        return status
    from argmap.render.terminal.sourcing import sources_csv, sources_json, sources_text
    from argmap.strength.explaining.bench import benches
    from argmap.strength.explaining.reliance import sourcing

    found = sourcing(benches(analysis.map, semantics))
    if form == "json":
        text = sources_json(found)
    elif form == "csv":
        text = sources_csv(found)
    else:
        text = sources_text(found, width(), strong_on(coloured(sys.stdout)))
    write("-", text.encode())
    return 0
