"""`--fix`: mends that can be meant in one way only, done in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.common import write_anew
from argmap.diagnostics import lines_of
from argmap.loading import read_disk
from argmap.pipeline import analyse
from argmap.source import UnreadableTextError, decode

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.checks.settings import Settings
    from argmap.diagnostics import Diagnostic, Mend

_ROUNDS = 50  # a line is mended once in a round; who needs more rounds than this runs it again


class Mended(NamedTuple):
    """What was done for a finding: the line as it is now."""

    finding: Diagnostic
    line: str


def fix(path: str, settings: Settings, *, allow_outside: bool) -> list[Mended]:
    """Do all sure mends in a file and write it, beside and renamed; return what was done, in order.

    A round that leaves no fewer errors than before, and no fewer findings, is not kept. Files that it imports stay as they are.

    Raises:
        OSError: the file cannot be read.
        CannotRunError: it cannot be written.
    """
    data = read_disk(path)
    try:
        text = decode(data)
    except UnreadableTextError:
        return []
    done: list[Mended] = []
    found = _analysed(path, text, settings, allow_outside=allow_outside)
    for _ in range(_ROUNDS):
        sure = _sure(found, path)
        if not sure:
            break
        better = _mended(text, sure)
        after = _analysed(path, better, settings, allow_outside=allow_outside)
        if _how_bad(after) >= _how_bad(found):
            break
        done += [Mended(finding, mend.text) for finding, mend in sure]
        text, found = better, after
    if done:
        write_anew(path, text, data)
    return done


def _analysed(path: str, text: str, settings: Settings, *, allow_outside: bool) -> Analysis:
    data = text.encode()

    def reader(wanted: str) -> bytes:
        return data if wanted == path else read_disk(wanted)

    return analyse(path, reader, needs=(), checks=settings, allow_outside=allow_outside)


def _how_bad(found: Analysis) -> tuple[int, int]:
    """Count errors, then all findings: only a map without errors of form is looked at by the rules."""
    return sum(each.severity == "error" for each in found.diagnostics), len(found.diagnostics)


def _sure(found: Analysis, path: str) -> list[tuple[Diagnostic, Mend]]:
    """Return findings of the file with their sure mends, no two on one line, in the order of the text."""
    chosen: dict[int, tuple[Diagnostic, Mend]] = {}
    for each in found.diagnostics:
        mend = next((mend for mend in each.mends if mend.sure and mend.whole_line), None)
        if mend is not None and each.where.source.path == path:
            chosen.setdefault(each.where.source.line_start(each.where.start), (each, mend))
    return [chosen[start] for start in sorted(chosen)]


def _mended(text: str, sure: list[tuple[Diagnostic, Mend]]) -> str:
    for finding, mend in reversed(sure):
        start, end = lines_of(finding.where)
        text = text[:start] + mend.text + text[end:]
    return text
