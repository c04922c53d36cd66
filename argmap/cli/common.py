"""What commands share: reading files or standard input, saying what is wrong, writing beside and renaming.

Nothing here needs click, so that the commonest command can do without it (see `argmap/cli/__init__.py`).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from argmap.codes import UNUSED
from argmap.loading import read_disk
from argmap.near import near
from argmap.pipeline import analyse
from argmap.render.messages.plain import plain
from argmap.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.analysis import Analysis
    from argmap.assessment import Need
    from argmap.checks.settings import Settings
    from argmap.diagnostics import Diagnostic

STDIN = "-"


class CannotRunError(Exception):
    """A command cannot do what was asked: an input that cannot be read, an output that cannot be written."""


def analysed(
    path: str,
    needs: Collection[Need],
    *,
    allow_outside: bool,
    checks: Settings | None = None,
    semantics: str | None = None,
    texts: str = "",
) -> Analysis:
    """Analyse a file, or standard input where the path is `-`.

    With `checks`, the rules are run as well; `semantics` stands before what the map asks for;
    `texts` is a folder with the texts of documents.

    Raises:
        CannotRunError: it cannot be read.
    """
    try:
        return analyse(
            path, read_bytes, needs=needs, checks=checks, allow_outside=allow_outside, semantics=semantics, texts=texts
        )
    except OSError as error:
        hint = ""
        if isinstance(error, FileNotFoundError):
            hint = _nearby(path)
        elif isinstance(error, IsADirectoryError):
            hint = f"; to build every map in it: argmap build {path}"
        raise CannotRunError(f"{path} cannot be read: {reason(error)}{hint}") from error


def reason(error: OSError) -> str:
    """Return why the system refused, as the end of a sentence."""
    return (error.strerror or str(error)).lower()


def read_bytes(path: str) -> bytes:
    """Read a file, or standard input where the path is `-`."""
    return sys.stdin.buffer.read() if path == STDIN else read_disk(path)


def _nearby(path: str) -> str:
    folder = os.path.dirname(path) or "."
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".argmap"))
    except OSError:
        return ""
    close = near(os.path.basename(path), names)
    return f"; did you mean {os.path.join(os.path.dirname(path), close[0])}?" if close else ""


def has_errors(analysis: Analysis) -> bool:
    """Tell whether there are errors, of form or of what the map says."""
    return any(found.severity == "error" for found in analysis.diagnostics)


def is_broken(analysis: Analysis) -> bool:
    """Tell whether the form of the map has errors, so that nothing can be worked out of it."""
    return any(found.severity == "error" and found.code[0] == "L" for found in analysis.diagnostics)


def unreadable(analysis: Analysis) -> bool:
    """Tell whether the file asked for is no text at all."""
    return any(found.code == "L100" and found.where.source is analysis.sources[0] for found in analysis.diagnostics)


def say(text: str, end: str = "\n") -> None:
    """Speak to the person at the terminal (standard error)."""
    sys.stderr.write(text + end)
    sys.stderr.flush()


def complain(diagnostics: Iterable[Diagnostic]) -> None:
    """Show diagnostics on standard error."""
    say(plain(diagnostics, colour=coloured(sys.stderr)), end="")


def coloured(stream: Any) -> bool:  # noqa: ANN401 (any text stream)
    """Tell whether to use colours there: on a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def write(path: str, data: bytes) -> None:
    """Write a file beside its place and rename it, so that a failure never costs the old one; `-` is standard output.

    Raises:
        CannotRunError: it cannot be written.
    """
    if path == STDIN:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        write_file(path, data)
    except OSError as error:
        raise CannotRunError(f"{path} cannot be written: {reason(error)}") from error


def write_anew(path: str, text: str, old: bytes) -> None:
    """Write a map anew, with the line ends and the byte-order mark that it had.

    Raises:
        CannotRunError: it cannot be written.
    """
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    line_end = "\r\n" if b"\r\n" in old else "\n"
    write(path, mark + text.replace("\n", line_end).encode())


def map_path(file: str, *, force: bool) -> str:
    """Return the path of a map to be written.

    Raises:
        CannotRunError: it is already there.
    """
    if file != STDIN and not os.path.splitext(file)[1]:
        file += ".argmap"
    if file != STDIN:
        may_write(file, force=force)
    return file


def may_write(path: str, *, force: bool) -> None:
    """Let a file be written.

    Raises:
        CannotRunError: it is already there, and `force` is not set.
    """
    if os.path.lexists(path) and not force:
        raise CannotRunError(f"{path} is already there: give another name, or --force to write over it")


def stem(path: str) -> str:
    """Return the name of a map without folder and ending; standard input is called `map`."""
    return "map" if path == STDIN else os.path.splitext(os.path.basename(path))[0]


def outcome(analysis: Analysis) -> int | None:
    """Show what is wrong with the form; return the exit status where that stands in the way, None where it does not.

    What the rules found is left to `argmap check`, and to the page that is made.
    """
    if of_form := [found for found in analysis.diagnostics if found.code[0] == "L" and found.code != UNUSED]:
        complain(of_form)
    if unreadable(analysis):
        return 2
    return 1 if is_broken(analysis) else None
