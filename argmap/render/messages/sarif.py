"""Findings in SARIF 2.1.0, the exchange format of static analysis (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from argmap import __version__
from argmap.checks import BY_CODE
from argmap.checks.rule import page
from argmap.diagnostics import lines_of
from argmap.render.messages.fingerprints import as_posix, fingerprints
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.diagnostics import Diagnostic, Label, Mend

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


def as_sarif(found: Sequence[Diagnostic]) -> str:
    """Return a log with one run: the rules that spoke, in the order of their codes, and what they said."""
    rules = sorted({each.code: each for each in found}.values(), key=lambda each: each.code)
    index = {each.code: number for number, each in enumerate(rules)}
    marks = fingerprints(found)
    driver = {"name": "argmap", "version": __version__, "rules": [_rule(each) for each in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, index[each.code], mark) for each, mark in zip(found, marks, strict=True)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log)


def _rule(found: Diagnostic) -> dict[str, Any]:
    code = found.code
    rule: dict[str, Any] = {"id": code, "name": "".join(part.title() for part in found.name.split("-"))}
    level = found.severity
    if code in BY_CODE:
        level = BY_CODE[code].severity
        text = page(BY_CODE[code])
        first, _, rest = text.partition("\n")
        rule["shortDescription"] = {"text": first.partition(": ")[2]}
        rule["help"] = {"text": rest.strip(), "markdown": rest.strip()}
    else:
        rule["shortDescription"] = {"text": found.name.replace("-", " ")}
    rule["defaultConfiguration"] = {"level": _LEVELS[level]}
    return rule


def _result(found: Diagnostic, index: int, fingerprint: str) -> dict[str, Any]:
    text = f"{found.message}\nExpected: {found.help}" if found.help else found.message
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
        "locations": [_location(found.where)],
        "partialFingerprints": {"argmap/v1": fingerprint},
    }
    if found.related:
        result["relatedLocations"] = [
            _location(label) | {"id": number, "message": {"text": label.text or "see here"}}
            for number, label in enumerate(found.related, 1)
        ]
    fixes = [_fix(found.where, mend) for mend in found.mends if mend.whole_line]
    if fixes:
        result["fixes"] = fixes
    return result


def _location(label: Label) -> dict[str, Any]:
    start, end = label.source.position(label.start), label.source.position(label.end)
    region: dict[str, Any] = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    text = label.source.text[label.start : label.end]
    if text:
        region["snippet"] = {"text": text}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(label.source.path)}, "region": region}}


def _fix(where: Label, mend: Mend) -> dict[str, Any]:
    source = where.source
    first, last = map(source.position, lines_of(where))
    deleted = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }
    change = {
        "artifactLocation": {"uri": _uri(source.path)},
        "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": mend.text}}],
    }
    return {"description": {"text": mend.when or "write it so"}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    """Return a path as a URI: relative to where argmap was run, as far as it was given so."""
    posix = as_posix(path)
    return ("file://" if os.path.isabs(path) else "") + quote(posix)
