"""`argmap coverage`."""

from __future__ import annotations

import sys

import click

from argmap.cli.common import STDIN, CannotRunError, analysed, coloured, say, write
from argmap.cli.options import source_options, texts_option
from argmap.cli.settings import texts_for
from argmap.cli.terminal import standing_in_the_way, strong_on, width


@click.command("coverage", short_help="List what a map holds of its documents.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(["plain", "json", "csv"]), default="plain", help="A table, JSON or CSV."
)
@click.option("--verify", is_flag=True, help="Write into FILE that it was checked against the texts, if all is right.")
@click.option("--date", "day", metavar="DAY", help="The day to write with --verify, as 2025-08-01. [default: today]")
@texts_option
@source_options
def command(
    file: str, form: str, texts: str, day: str | None, *, verify: bool, quiet: bool, allow_outside: bool
) -> int:
    """List which paragraphs and notes of each document the map FILE (or - for standard input) holds.

    It counts the statements of each passage, says which passages are skipped, and why, and which are left. A dot is a
    statement that cites the place; a hollow one stands where only a step does. The text of a document is the `file:` of
    its source, or lies in the folder given with --sources.
    """
    if day is not None and not verify:
        raise CannotRunError("--date is for --verify")
    texts = texts_for(file, texts)
    if verify:
        return _verified(file, texts, day, quiet=quiet, allow_outside=allow_outside)
    analysis = analysed(file, {"documents", "coverage"}, allow_outside=allow_outside, texts=texts)
    status = standing_in_the_way(analysis, quiet=quiet)
    if status is not None:
        return status
    from argmap.render.terminal.coverage import coverage_csv, coverage_json, coverage_text

    found, documents = analysis.assessment.coverage or (), analysis.assessment.documents
    if not quiet:
        for fault in documents.faults if documents is not None else ():
            place = fault.where.source.position(fault.where.start)
            say(f"{fault.where.source.path}:{place.line}:{place.column}: {fault.message}")
    if form == "json":
        text = coverage_json(found, documents)
    elif form == "csv":
        text = coverage_csv(found)
    else:
        text = coverage_text(analysis.assessment, width(), strong_on(coloured(sys.stdout)))
    write("-", text.encode())
    return 0


def _verified(file: str, texts: str, day: str | None, *, quiet: bool, allow_outside: bool) -> int:
    if file == STDIN:
        raise CannotRunError("--verify writes into the map; standard input is none")
    from argmap.cli.verifying import verify

    return verify(file, texts, day, quiet=quiet, allow_outside=allow_outside)
