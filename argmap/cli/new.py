"""`argmap new`."""

from __future__ import annotations

import os

import click

from argmap.cli.common import STDIN, CannotRunError, say, write
from argmap.resources import read_text


@click.command("new", short_help="Write a starter map.")
@click.argument("file", metavar="FILE", default="map.argmap")
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def command(file: str, *, force: bool, quiet: bool) -> int:
    """Write a commented starter map to FILE (map.argmap if not given, - for standard output)."""
    if file != STDIN and not os.path.splitext(file)[1]:
        file += ".argmap"
    if file != STDIN and os.path.lexists(file) and not force:
        raise CannotRunError(f"{file} is already there: give another name, or --force to write over it")
    write(file, read_text("templates", "starter.argmap").encode())
    if not quiet and file != STDIN:
        say(f"{file} written; next: argmap report {file}")
    return 0
