"""`argmap export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.common import analysed, outcome, say, write
from argmap.cli.options import semantics_option, source_options, texts_option
from argmap.cli.settings import settings_for, texts_for
from argmap.formats.exporting import NEEDS, exported

if TYPE_CHECKING:
    from argmap.formats.exporting import Form


@click.command("export", short_help="Give a map to other programs.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(NEEDS)),
    default="json",
    show_default=True,
    help="JSON (the schema is in docs/), the sheet of a fact-checker, the map's text, newly laid out, or its graph.",
)
@click.option("-o", "--output", metavar="PATH", default="-", help="Where to write. [default: standard output]")
@semantics_option
@texts_option
@source_options
def command(
    file: str, form: Form, output: str, texts: str, *, semantics: str | None, quiet: bool, allow_outside: bool
) -> int:
    """Write the map FILE (or - for standard input) for other programs, with strengths and citations.

    `claims-csv` is a line for each statement: where it is said, by whom and how, whether its quoted words are there,
    where it comes from, who checked it, and with what verdict. For that it looks into the texts of documents: the `file:`
    of a source, or the folder given with --sources.
    """
    checks = settings_for(file) if form == "json" else None
    texts = texts_for(file, texts) if form == "claims-csv" else ""
    analysis = analysed(file, NEEDS[form], checks=checks, allow_outside=allow_outside, semantics=semantics, texts=texts)
    status = outcome(analysis)
    if status is not None:
        return status
    write(output, exported(analysis, form).encode())
    if not quiet and output != "-":
        say(f"{output} written")
    return 0
