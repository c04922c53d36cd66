"""What `argmap check` does, apart from reading its options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from argmap.assessment import NOTHING
from argmap.checks.settings import Settings
from argmap.cli.common import CannotRunError, analysed, coloured, has_errors, say, unreadable
from argmap.render.messages import as_json, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.diagnostics import Diagnostic


_UNREADABLE = 2


def check_files(paths: Sequence[str], form: str = "plain", *, quiet: bool = False, allow_outside: bool = False) -> int:
    """Check maps and print what was found; return the exit status: 0 fine, 1 errors found, 2 a file cannot be read."""
    found: dict[tuple[str, str, int, str], Diagnostic] = {}  # a file that two maps import is reported once
    status = 0
    for path in paths:
        try:
            analysis = analysed(path, NOTHING, allow_outside=allow_outside, checks=Settings())
        except CannotRunError as error:
            say(f"Error: {error}")
            status = _UNREADABLE
            continue
        for diagnostic in analysis.diagnostics:
            where = diagnostic.where
            found.setdefault((where.source.path, diagnostic.code, where.start, diagnostic.message), diagnostic)
        status = max(status, _UNREADABLE if unreadable(analysis) else 1 if has_errors(analysis) else 0)
    diagnostics = list(found.values())
    if form == "json":
        sys.stdout.write(as_json(diagnostics))
    elif diagnostics:
        sys.stdout.write(plain(diagnostics, colour=coloured(sys.stdout)))
    sys.stdout.flush()
    if not quiet and status != _UNREADABLE:
        say(_summary(diagnostics, len(paths)))
    return status


def _summary(found: list[Diagnostic], files: int) -> str:
    where = "1 file" if files == 1 else f"{files} files"
    kinds = [
        (kind, sum(diagnostic.severity == kind for diagnostic in found)) for kind in ("error", "warning", "suggestion")
    ]
    counts = ", ".join(f"{number} {kind}{'s' if number != 1 else ''}" for kind, number in kinds if number)
    return f"{where} checked: {counts or 'no errors'}"
