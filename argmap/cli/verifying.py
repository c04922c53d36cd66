"""`argmap coverage --verify`: checks a map against the texts of its documents, and writes into it that this was done."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

from argmap.checks.settings import Settings
from argmap.cli.common import CannotRunError, analysed, complain, has_errors, say, unreadable, write_anew
from argmap.loading import read_disk
from argmap.lower.numbers import is_date
from argmap.provenance.texts.verified import Verified

if TYPE_CHECKING:
    from argmap.model import SourceDocument
    from argmap.provenance.texts.coverage import Coverage
    from argmap.provenance.texts.document import Document
    from argmap.source import Source

_RULES = Settings(("S116", "C209", "C210", "C215"))


class _Edit(NamedTuple):
    """A stretch of a file to be written anew: for which source."""

    start: int
    end: int
    written: str
    file: int
    source: str


def verify(file: str, texts: str, day: str | None, *, quiet: bool, allow_outside: bool) -> int:
    """Check a map against its documents and write `verified:` into their sources; return the exit status.

    Each is written in the file in which its source stands. Nothing is written where any quotation, number or place is
    wrong.

    Raises:
        CannotRunError: a file cannot be read or written, or that is no day.
    """
    when = _day(day)
    analysis = analysed(file, {"documents", "coverage"}, allow_outside=allow_outside, texts=texts, checks=_RULES)
    if analysis.diagnostics:
        complain(analysis.diagnostics)
    if has_errors(analysis):
        if not quiet:
            say("nothing was written: a verified map has no such error")
        return 2 if unreadable(analysis) else 1
    edits = [
        _edit(found, found.document, when, analysis.sources)
        for found in analysis.assessment.coverage or ()
        if found.document is not None
    ]
    if not edits:
        raise CannotRunError(
            f"no document of {file} has its text at hand: give its source a `file:`, or a folder of texts with --sources"
        )
    for number in sorted({edit.file for edit in edits}):
        here = [edit for edit in edits if edit.file == number]
        _write(analysis.sources[number], here)
        if not quiet:
            say(f"{analysis.sources[number].path} written: verified against {', '.join(edit.source for edit in here)}")
    return 0


def _day(given: str | None) -> str:
    if given is not None:
        if not is_date(given):
            raise CannotRunError(f"{given} is not a date; expected: 2025-08-01")
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)) if epoch.isdecimal() else time.localtime())


def _edit(found: Coverage, document: Document, day: str, sources: tuple[Source, ...]) -> _Edit:
    """Return what to write for a document: where it was verified before, else under the first of its names."""
    source = found.dated
    value = f"verified: {Verified(day, document.digest, found.taken).written}"
    return _Edit(*_place(source, value, sources[source.file]), source.file, source.id)


def _place(thing: SourceDocument, value: str, source: Source) -> tuple[int, int, str]:
    """Find where `verified:` stands or should stand in the source's block, in the style of that block."""
    text = source.text
    known = thing.get("verified")
    if known is not None:
        return known.start, known.start + len(text[known.start : known.end].rstrip()), value
    if not thing.attributes:
        opened = text.find("{", thing.end)
        if opened >= 0 and not text[thing.end : opened].strip():
            return opened + 1, opened + 1, f" {value}"
        return thing.end, thing.end, f" {{ {value} }}"
    last = max(thing.attributes, key=lambda attribute: attribute.end)
    end = last.start + len(text[last.start : last.end].rstrip())
    line_start, line_end = source.line_start(end), source.line_end(end)
    before = text[line_start:end]
    if "{" not in before and not text[end:line_end].partition("#")[0].strip():  # a line of attributes alone
        margin = before[: len(before) - len(before.lstrip())]
        return line_end, line_end, f"\n{margin}{value}"
    return end, end, f"  {value}"


def _write(source: Source, edits: list[_Edit]) -> None:
    """Write a map anew with its edits; its line ends and its byte-order mark stay."""
    text = source.text
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.written + text[edit.end :]
    write_anew(source.path, text, read_disk(source.path))
