"""`argmap todo`."""

from __future__ import annotations

import sys

import click

from argmap.cli.common import analysed, coloured, write
from argmap.cli.options import source_options, texts_option
from argmap.cli.settings import texts_for
from argmap.cli.terminal import standing_in_the_way, strong_on, width


@click.command("todo", short_help="List what is left to map, to support and to cite.")
@click.argument("file", metavar="FILE")
@click.option("--format", "form", type=click.Choice(["plain", "json"]), default="plain", help="A list, or JSON.")
@texts_option
@source_options
def command(file: str, form: str, texts: str, *, quiet: bool, allow_outside: bool) -> int:
    """List what is left to do in the map FILE (or - for standard input), in the order of place.

    Paragraphs of its documents that no claim cites and no `skip:` leaves out, claims that nothing supports, and evidence
    without a source. The text of a document is the `file:` of its source, or lies in the folder given with --sources.
    """
    analysis = analysed(file, {"documents", "coverage"}, allow_outside=allow_outside, texts=texts_for(file, texts))
    status = standing_in_the_way(analysis, quiet=quiet)
    if status is not None:
        return status
    from argmap.render.terminal.todo import todo, todo_json, todo_text

    found = todo(analysis.assessment)
    text = todo_json(found) if form == "json" else todo_text(found, width(), strong_on(coloured(sys.stdout)))
    write("-", text.encode())
    return 0
