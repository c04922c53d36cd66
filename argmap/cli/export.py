"""`argmap export`."""

from __future__ import annotations

import click

from argmap.assessment import CLAIMS, NOTHING, WEIGHED
from argmap.cli.common import analysed, outcome, say, write
from argmap.cli.options import semantics_option, source_options
from argmap.cli.settings import settings_for

_NEEDS = {"json": WEIGHED, "claims-csv": CLAIMS, "argmap": NOTHING}


@click.command("export", short_help="Give a map to other programs.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "argmap", "claims-csv"]),
    default="json",
    show_default=True,
    help="JSON (the schema is in docs/), the map's text, newly laid out, or the sheet of a fact-checker.",
)
@click.option("-o", "--output", metavar="PATH", default="-", help="Where to write. [default: standard output]")
@semantics_option
@source_options
def command(file: str, form: str, output: str, *, semantics: str | None, quiet: bool, allow_outside: bool) -> int:
    """Write the map FILE (or - for standard input) for other programs, with strengths and citations.

    `claims-csv` is a line for each claim: where it is said, where it comes from, who checked it, and with what verdict.
    """
    checks = settings_for(file) if form == "json" else None
    analysis = analysed(file, _NEEDS[form], checks=checks, allow_outside=allow_outside, semantics=semantics)
    status = outcome(analysis)
    if status is not None:
        return status
    if form == "json":
        from argmap.formats.argmap_json import dump

        text = dump(analysis)
    elif form == "claims-csv":
        from argmap.formats.claims_csv import claims_csv

        text = claims_csv(analysis.assessment)
    else:
        from argmap.syntax.printer import print_file

        text = print_file(analysis.map)
    write(output, text.encode())
    if not quiet and output != "-":
        say(f"{output} written")
    return 0
