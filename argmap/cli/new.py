"""`argmap new`."""

from __future__ import annotations

import click

from argmap.cli.common import STDIN, map_path, say, write


@click.command("new", short_help="Write a starter map, or a skeleton from a draft.")
@click.argument("file", metavar="FILE", default="")
@click.option(
    "--from", "draft", metavar="DRAFT", help="Make a skeleton of the argument of this text (Markdown or plain)."
)
@click.option("--force", is_flag=True, help="Write over files that are already there.")
@click.option("-q", "--quiet", is_flag=True, help="Say only what was asked for, and errors.")
def command(file: str, draft: str | None, *, force: bool, quiet: bool) -> int:
    """Write a commented starter map to FILE (map.argmap if not given, - for standard output).

    With --from, a map that has a section for each heading of the DRAFT and a claim for each paragraph, to be put into
    your own words and joined; and beside it a table of the paragraphs. FILE is then called after the draft.
    """
    if draft is not None:
        from argmap.cli.drafting import from_draft

        return from_draft(file, draft, force=force, quiet=quiet)
    from argmap.resources import read_text

    path = map_path(file or "map.argmap", force=force)
    write(path, read_text("templates", "starter.argmap").encode())
    if not quiet and path != STDIN:
        say(f"{path} written; next: argmap report {path}")
    return 0
