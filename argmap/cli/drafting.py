"""`argmap new --from`: a draft becomes the skeleton of its map, with a table of its paragraphs beside it."""

from __future__ import annotations

import os

from argmap.cli.common import STDIN, CannotRunError, map_path, may_write, reason, say, write
from argmap.formats.draft import skeleton
from argmap.loading import folder_of, is_below
from argmap.provenance.texts.files import UnusableError, read_text
from argmap.provenance.texts.reading import is_markdown


def from_draft(file: str, draft: str, *, force: bool, quiet: bool) -> int:
    """Write the skeleton of a draft's map; return the exit status.

    Raises:
        CannotRunError: the draft cannot be read, or is no text; a file is there already, or cannot be written.
    """
    if STDIN in {file, draft}:
        raise CannotRunError("a skeleton names its draft and is written beside it: give both as files")
    try:
        source = read_text(draft)
    except OSError as error:
        raise CannotRunError(f"{draft} cannot be read: {reason(error)}") from error
    except UnusableError as error:
        raise CannotRunError(f"{error}; expected: a draft in Markdown or plain text, in UTF-8") from error
    path = map_path(file or f"{os.path.splitext(draft)[0]}.argmap", force=force)
    if not is_below(os.path.realpath(draft), folder_of(path)):
        raise CannotRunError(f"{draft} does not lie beside {path} or below it: a map reads only what does")
    named = os.path.relpath(draft, os.path.dirname(path) or ".").replace(os.sep, "/")
    table = f"{os.path.splitext(path)[0]}.tsv"
    made = skeleton(source, file=named, table=os.path.basename(table), markdown=is_markdown(draft))
    if not made.paragraphs:
        raise CannotRunError(f"{draft} has no paragraphs")
    if made.table:
        may_write(table, force=force)
        write(table, made.table.encode())
    write(path, made.map.encode())
    if not quiet:
        beside = f", and {table} beside it" if made.table else ""
        counts = f"{made.paragraphs} paragraph{'s' if made.paragraphs != 1 else ''} in {made.sections or 'no'} section{'s' if made.sections != 1 else ''}"
        say(f"{path} written{beside}: {counts}; next: argmap todo {path}")
    return 0
