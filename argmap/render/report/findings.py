"""What is to be fixed: findings by severity, each with its statement and its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.report.context import line_anchor
from argmap.render.report.parts import Ref
from argmap.render.text import clean

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.render.markup import Html
    from argmap.render.report.context import Context

_ORDER = {"error": 0, "warning": 1, "suggestion": 2}
_UNSUPPORTED = ("A302", "S101", "S102")  # what claims without support are called come first


@dataclass(frozen=True, slots=True)
class FindingItem:
    """One place: the statement it is about, if it is about one, and the line; `help` where others of its kind have another."""

    ref: Ref | None
    message: Html
    place: Ref
    help: Html | None


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one kind; `help` where it is the same for all of them."""

    severity: str
    code: str
    name: str
    help: Html | None
    items: tuple[FindingItem, ...]


def findings(context: Context) -> tuple[FindingGroup, ...]:
    """Gather the findings, most severe first; within a severity claims without support first."""
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for found in context.analysis.diagnostics:
        groups.setdefault((found.severity, found.code), []).append(found)
    order = sorted(groups, key=lambda key: (_ORDER[key[0]], key[1] not in _UNSUPPORTED, key[1]))
    about = _statements(context)
    return tuple(_group(context, key, groups[key], about) for key in order)


def _group(
    context: Context, key: tuple[str, str], found: list[Diagnostic], about: dict[tuple[int, int], str]
) -> FindingGroup:
    alike = len({one.help for one in found}) == 1
    items = tuple(_item(context, one, about, helped=not alike) for one in found)
    return FindingGroup(key[0], key[1], found[0].name, context.html(found[0].help) if alike else None, items)


def _item(context: Context, found: Diagnostic, about: dict[tuple[int, int], str], *, helped: bool) -> FindingItem:
    source = found.where.source
    line = source.position(found.where.start).line
    files = list(context.analysis.sources)
    file = next((number for number, one in enumerate(files) if one.path == source.path), None)
    name = clean(source.path.replace("\\", "/").rpartition("/")[2])
    linked = file is not None and "text" in context.sections
    place = f"#{line_anchor(file, line)}" if linked and file is not None else ""
    statement = about.get((file, line)) if file is not None else None
    ref = context.ref_to(statement) if statement else None
    own = context.html(found.help) if helped and found.help else None
    return FindingItem(ref, context.html(found.message), Ref(f"{name}, line {line}", place), own)


def _statements(context: Context) -> dict[tuple[int, int], str]:
    """Return which statement begins on which line."""
    found: dict[tuple[int, int], str] = {}
    sources = context.analysis.sources
    for statement in context.analysis.map.statements:
        if statement.file < len(sources):
            line = sources[statement.file].position(statement.start).line
            found.setdefault((statement.file, line), statement.id)
    return found
