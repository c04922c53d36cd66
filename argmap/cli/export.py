"""`argmap export`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.assessment import CLAIMS, NOTHING, STRENGTH, WEIGHED
from argmap.cli.common import analysed, outcome, say, write
from argmap.cli.options import semantics_option, source_options
from argmap.cli.settings import settings_for

if TYPE_CHECKING:
    from argmap.analysis import Analysis

_NEEDS = {"json": WEIGHED, "claims-csv": CLAIMS, "argmap": NOTHING, "mermaid": STRENGTH, "graphml": STRENGTH}


@click.command("export", short_help="Give a map to other programs.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_NEEDS)),
    default="json",
    show_default=True,
    help="JSON (the schema is in docs/), the sheet of a fact-checker, the map's text, newly laid out, or its graph.",
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
    write(output, _text(analysis, form).encode())
    if not quiet and output != "-":
        say(f"{output} written")
    return 0


def _text(analysis: Analysis, form: str) -> str:
    if form == "claims-csv":
        from argmap.formats.claims_csv import claims_csv

        return claims_csv(analysis.assessment)
    if form == "mermaid":
        from argmap.formats import mermaid

        return mermaid.dump(analysis)
    if form == "graphml":
        from argmap.formats import graphml

        return graphml.dump(analysis)
    if form == "argmap":
        from argmap.syntax.printer import print_file

        return print_file(analysis.map)
    from argmap.formats.argmap_json import dump

    return dump(analysis)
