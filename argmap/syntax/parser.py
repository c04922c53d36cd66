"""A text to its syntax tree: Lark's LALR parser at full speed, and, only where that fails, once more with recovery."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, cast
from zlib import crc32

from lark import Lark, UnexpectedInput
from lark import __version__ as lark_version

from argmap.resources import cache_folder, read_text
from argmap.syntax.build import Builder
from argmap.syntax.lexer import ArgmapLexer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.diagnostics import Diagnostic
    from argmap.source import Source
    from argmap.syntax.nodes import Document

GRAMMAR = "argmap.lark"


def parse(source: Source) -> tuple[Document, list[Diagnostic]]:
    """Parse one file.

    Returns:
        The tree, as far as the text could be understood, and every error of form in it (none: the tree is whole).
    """
    with _collector_paused():
        try:
            return cast("Document", _parser().parse(source.text)), []
        except UnexpectedInput:
            return _parse_with_errors(source)


def _parse_with_errors(source: Source) -> tuple[Document, list[Diagnostic]]:
    # Most maps never need these.
    from argmap.syntax.foreign import another_format
    from argmap.syntax.nodes import Document
    from argmap.syntax.recovery import parse_with_recovery

    found = another_format(source)
    return (Document([]), [found]) if found is not None else parse_with_recovery(_parser(), source)


@cache
def _parser() -> Lark:
    grammar = read_text("grammars", GRAMMAR)
    return Lark(
        grammar,
        parser="lalr",
        lexer=ArgmapLexer,
        transformer=Builder(),  # Lark asks no more of it than its methods
        maybe_placeholders=False,
        # Lark takes the table from there if it is whole and was made of this grammar with these options, else makes it.
        cache=_cache_file(grammar) or False,
    )


def _cache_file(grammar: str) -> str | None:
    """Name the file in which the parse table is kept, or None where there is no place for it.

    The name carries the versions and a sum of the grammar, and Lark checks the same within: a stale table is never used.
    """
    folder = cache_folder()
    if folder is None:
        return None
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    version = f"{lark_version}-{sys.version_info[0]}.{sys.version_info[1]}"
    return f"{folder}/grammar-{version}-{crc32(grammar.encode()):08x}.table"


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking a growing tree again and again: it frees nothing there."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
