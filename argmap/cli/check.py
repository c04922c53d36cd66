"""`argmap check`."""

from __future__ import annotations

from typing import Any

import click

from argmap.cli.checking import FORMS, Asked, check_files
from argmap.cli.options import source_options, texts_option


def _codes(_context: click.Context, _option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for text in value for code in text.split(","))


@click.command("check", short_help="Say what is wrong with maps.")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="plain", show_default=True, help="How to show the findings."
)
@click.option("--select", multiple=True, callback=_codes, metavar="CODES", help="Run only these rules: S,A302.")
@click.option("--ignore", multiple=True, callback=_codes, metavar="CODES", help="Leave these rules out.")
@click.option("--preview", is_flag=True, help="Run the rules that read wording, too.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings as well.")
@click.option("--statistics", is_flag=True, help="Only say how often each rule has spoken.")
@click.option("--fix", is_flag=True, help="Mend what can be meant in one way only, in the file.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings that FILE holds.")
@click.option("--write-baseline", metavar="FILE", help="Write all findings to FILE, and show none.")
@click.option(
    "--config", metavar="FILE", help="Read this configuration. [default: argmap.toml or pyproject.toml above]"
)
@texts_option
@source_options
def command(files: tuple[str, ...], **asked: Any) -> int:  # noqa: ANN401 (what each option holds)
    """Say what is wrong with the maps, and what a careful editor would ask: place, what was seen, what would answer it.

    FILE is a map, or - for standard input. Faults of form are errors; where there are none, the rules are run. The exit
    status is 0 where there is no error, 1 where there is one, 2 where a file cannot be read. `argmap rule CODE` tells
    what a rule is about.
    """
    return check_files(files, Asked(**asked))  # the options are named after its fields
