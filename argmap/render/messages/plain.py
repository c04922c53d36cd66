"""Diagnostics as people and programs read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.diagnostics import counted_once
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic, Label

_WIDEST = 160  # a longer source line is shown as a window around its fault


def plain(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Return the messages with source line and caret, an empty line between two.

    Why it matters is said with the first finding of each rule.
    """
    once = counted_once(list(diagnostics))
    firsts = {id(found) for found in {found.code: found for found in reversed(once)}.values()}
    return "\n".join(_plain(found, Paint(on=colour), is_first=id(found) in firsts) for found in once)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the diagnostics as a JSON list of objects, one a diagnostic, in a stable order of keys."""
    return json_text([as_object(found) for found in diagnostics])


def as_object(found: Diagnostic) -> dict[str, Any]:
    """Return one diagnostic as plain data: lines and columns from 1, the end just past the last character."""
    from argmap.checks.rule import why

    return {
        "code": found.code,
        "name": found.name,
        "severity": found.severity,
        "message": found.message,
        **_place(found.where),
        "help": found.help,
        "why": why(found.code),
        "mends": [{"text": mend.text, "when": mend.when} for mend in found.mends],
        "related": [{"message": label.text, **_place(label)} for label in found.related],
    }


def place_of(label: Label) -> str:
    """Return a place as editors read it: `map.argmap:3:5`."""
    at = label.source.position(label.start)
    return f"{label.source.path}:{at.line}:{at.column}"


def _place(label: Label) -> dict[str, Any]:
    start, end = label.source.position(label.start), label.source.position(max(label.end, label.start))
    return {
        "file": label.source.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


class Paint:
    """Colours for a terminal, or none."""

    def __init__(self, *, on: bool) -> None:
        self.on = on

    def __call__(self, code: str, text: str) -> str:
        """Return the text in a colour, given by its number."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def _plain(found: Diagnostic, paint: Paint, *, is_first: bool) -> str:
    severity = {"error": "31;1", "warning": "33;1"}.get(found.severity, "36;1")
    head = f"{place_of(found.where)}: "
    head += f"{paint(severity, found.severity)} {paint('1', found.code)} {found.name}: {found.message}"
    lines = [head, *excerpt(found.where, paint, severity)]
    if found.help:
        lines.append(f"    {paint('1', 'expected:')} {found.help}")
    if is_first:
        lines += reason(found.code, paint)
    lines += [f"    {paint('1', 'see:')} {place_of(label)} {label.text}".rstrip() for label in found.related]
    for mend in found.mends:
        first, *more = mend.text.split("\n")
        when = f"     {mend.when}" if mend.when else ""
        lines.append(f"    {paint('32', 'mend:')} {first}{when if not more else ''}")
        lines += [f"          {line}" for line in more]
    return "\n".join(lines) + "\n"


def reason(code: str, paint: Paint) -> list[str]:
    """Return the line that says why a finding of a rule matters, if it is one."""
    from argmap.checks.rule import why

    return [f"    {paint('1', 'why:')} {because}"] if (because := why(code)) else []


def excerpt(label: Label, paint: Paint, colour: str) -> list[str]:
    """Return the line of a place, and under it a mark in that colour."""
    place = label.source.position(label.start)
    text = label.source.line(place.line)
    column = place.column - 1
    length = max(1, min(label.end, label.start + len(text) - column) - label.start)
    if len(text) > _WIDEST:
        first = max(0, min(column - _WIDEST // 4, len(text) - _WIDEST))
        cut = text[first : first + _WIDEST]
        text = ("…" if first else "") + cut + ("…" if first + _WIDEST < len(label.source.line(place.line)) else "")
        column = column - first + (1 if first else 0)
        length = min(length, max(1, _WIDEST - column))
    number = str(place.line)
    # Tabs are kept before the caret, so that it stands under its place whatever a tab's width.
    pad = "".join("\t" if char == "\t" else " " * _width(char) for char in text[:column])
    carets = "^" * max(1, sum(_width(char) for char in text[column : column + length]))
    return [
        f"  {paint('2', number + ' |')} {text}",
        f"  {' ' * len(number)} {paint('2', '|')} {pad}{paint(colour, carets)}",
    ]


def _width(char: str) -> int:
    """The columns a character takes in a terminal: two for wide East Asian ones, none for combining marks."""
    if char.isascii():
        return 1
    import unicodedata

    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
