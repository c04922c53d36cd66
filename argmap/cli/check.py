"""`argmap check`."""

from __future__ import annotations

import click

from argmap.cli.checking import check_files
from argmap.cli.options import source_options


@click.command("check", short_help="Say what is wrong with maps.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format", "form", type=click.Choice(["plain", "json"]), default="plain", help="How to show the findings."
)
@source_options
def command(files: tuple[str, ...], form: str, *, quiet: bool, allow_outside: bool) -> int:
    """Say everything that is wrong with the maps: place, what was expected, and how to mend it.

    FILE is a map, or - for standard input. The exit status is 0 where nothing is wrong, 1 where there are errors, 2
    where a file cannot be read. All errors of a file are shown in one run.
    """
    return check_files(files, form, quiet=quiet, allow_outside=allow_outside)
