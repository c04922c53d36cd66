"""The sheet that fact-checkers keep: a line for each claim, where it comes from, who checked it and with what verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.assessment import asked
from argmap.model import Check, SourceDocument
from argmap.sheet import sheet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.assessment import Assessment
    from argmap.model import Statement, Voice

HEADS = (
    "id", "claim", "kind", "source", "locator", "quoted", "origins", "checked by", "date", "verdict", "file", "line",
)  # fmt: skip
_BETWEEN = "; "


def claims_csv(assessment: Assessment) -> str:
    """Return the statements of a map as CSV, in its order; several values of one cell are divided by semicolons.

    `origins` are the root origins: who first said it. The last columns hold what `checked:` says; they are empty where
    nobody has checked yet. Needs "origins".
    """
    origins = asked(assessment.origins)
    things: list[SourceDocument | Voice] = [*assessment.map.sources, *assessment.map.voices]
    titles = {thing.id: thing.title if isinstance(thing, SourceDocument) else thing.name for thing in things}
    rows = []
    for statement in assessment.map.statements:
        source = assessment.sources[statement.file]
        roots = [titles.get(name, name) for name in origins.roots.get(statement.id, ())]
        place = (source.path, source.position(statement.start).line)
        name = statement.id if statement.named else ""
        cited, checked = _cited(statement, titles), _checked(statement)
        rows.append((name, statement.text, statement.kind, *cited, _joined(roots), *checked, *place))
    return sheet(HEADS, rows)


def _cited(statement: Statement, titles: dict[str, str]) -> tuple[str, str, str]:
    """Return the documents, the places in each of them, and the words quoted from them."""
    places: dict[str, dict[str, None]] = {}
    for citation in statement.citations:
        places.setdefault(citation.source, {}).update(dict.fromkeys(citation.locators))
    for place in statement.places("from"):
        places.setdefault(place.source, {}).update(dict.fromkeys(place.locators))
    quoted = [citation.anchor for citation in statement.citations if citation.anchor]
    return (
        _joined(titles.get(source, source) for source in places),
        _joined(" ".join(locators) for locators in places.values()) if any(places.values()) else "",
        _joined(f"“{words}”" for words in quoted),
    )


def _checked(statement: Statement) -> tuple[str, str, str]:
    checks = [each.value for each in statement.all("checked") if isinstance(each.value, Check)]
    who, dates, verdicts = zip(*checks, strict=True) if checks else ((), (), ())
    return _joined(who), _joined(dates), _joined(verdicts)


def _joined(parts: Iterable[str]) -> str:
    return _BETWEEN.join(parts)
