"""Findings for the pages of those who run checks: workflow commands of GitHub, code quality reports of GitLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.messages.fingerprints import as_posix, fingerprints
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.diagnostics import Diagnostic

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


def as_github(found: Sequence[Diagnostic]) -> str:
    """Return a workflow command for each finding: GitHub shows it beside the line."""
    return "".join(f"{_command(each)}\n" for each in found)


def as_gitlab(found: Sequence[Diagnostic]) -> str:
    """Return a code quality report, which GitLab shows in a merge request."""
    marks = fingerprints(found)
    report = [_issue(each, fingerprint) for each, fingerprint in zip(found, marks, strict=True)]
    return json_text(report)


def _command(found: Diagnostic) -> str:
    where = found.where
    start, end = where.source.position(where.start), where.source.position(where.end)
    properties = {
        "file": as_posix(where.source.path),
        "line": start.line,
        "endLine": end.line,
        "col": start.column,
        "endColumn": end.column,
        "title": f"{found.code} {found.name}",
    }
    if end.line != start.line:  # columns are meant within one line
        del properties["col"], properties["endColumn"]
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    text = f"{found.message}; expected: {found.help}" if found.help else found.message
    return f"::{_COMMANDS[found.severity]} {shown}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _issue(found: Diagnostic, fingerprint: str) -> dict[str, object]:
    where = found.where
    lines = {
        "begin": where.source.position(where.start).line,
        "end": where.source.position(where.end).line,
    }
    return {
        "description": found.message,
        "check_name": f"{found.code} {found.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": as_posix(where.source.path), "lines": lines},
    }
