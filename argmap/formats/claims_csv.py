"""The sheet that fact-checkers keep: a line for each statement, where it comes from, who checked it, with what verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.assessment import asked
from argmap.model import Check, SourceDocument
from argmap.sheet import sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.assessment import Assessment
    from argmap.model import Citation, Statement, Voice
    from argmap.provenance.texts.document import Quote

HEADS = (
    "id", "claim", "kind", "source", "locator", "voice", "stance", "hedge", "quoted", "found", "relies on", "origins",
    "checked by", "date", "verdict", "file", "line",
)  # fmt: skip
_BETWEEN = "; "
_NONE = "–"  # holds the place of a citation that has nothing to say in a column
_FOUND = {"found": "found", "missing": "not found", "no-place": "no such place"}


def claims_csv(assessment: Assessment) -> str:
    """Return the statements of a map as CSV, in its order; several values of one cell are divided by semicolons.

    From `source` to `found` each column has a value for each citation, in their order, or is empty where none has any.
    A statement without a name goes by the number that it has in the JSON as well. `found` tells what became of quoted
    words, and of places, in the text of the document, if that is at hand. Where nothing is cited, `voice` is whoever
    says it (`by:`). `origins` are the root origins: who first
    said it. `checked by`, `date` and `verdict` hold what `checked:` says. Needs "origins" and "documents".
    """
    origins = asked(assessment.origins)
    things: list[SourceDocument | Voice] = [*assessment.map.sources, *assessment.map.voices]
    titles = {thing.id: thing.title if isinstance(thing, SourceDocument) else thing.name for thing in things}
    quotes = assessment.documents.quotes if assessment.documents is not None else ()
    found = {(quote.holder.file, quote.citation.start): _verdict(quote) for quote in quotes}
    rows: list[tuple[str | int, ...]] = []
    for statement in assessment.map.statements:
        source = assessment.sources[statement.file]
        cited = [_cited(each, titles, found.get((statement.file, each.start))) for each in statement.citations]
        cited = cited or [("", "", _chain(statement.names("by"), titles), "", "", "", "")]
        columns = [_column(values) for values in zip(*cited, strict=True)]
        roots = [titles.get(name, name) for name in origins.roots.get(statement.id, ())]
        place = (source.path, source.position(statement.start).line)
        own = (statement.id, statement.text, statement.kind)
        rows.append((*own, *columns, _relied(statement, titles), _joined(roots), *_checked(statement), *place))
    return sheet(HEADS, rows)


def _verdict(quote: Quote) -> str:
    return f"in {quote.where} instead" if quote.verdict == "elsewhere" else _FOUND[quote.verdict]


def _cited(citation: Citation, titles: dict[str, str], found: str | None) -> tuple[str, ...]:
    """Return the document of a citation, the place in it, who speaks there, how, the quoted words, whether they are there."""
    return (
        titles.get(citation.source, citation.source),
        " ".join(citation.locators),
        _chain(citation.voices, titles),
        citation.stance,
        citation.hedge,
        f"“{citation.anchor}”" if citation.anchor else "",
        found or ("no text" if citation.anchor else ""),
    )


def _chain(voices: Iterable[str], titles: dict[str, str]) -> str:
    return " > ".join(titles.get(name, name) for name in voices)


def _column(values: Sequence[str]) -> str:
    return _joined(value or _NONE for value in values) if any(values) else ""


def _relied(statement: Statement, titles: dict[str, str]) -> str:
    """Return the sources, with their places, on which the document itself relies."""
    places = statement.places("from")
    return _joined(" ".join([titles.get(place.source, place.source), *place.locators]) for place in places)


def _checked(statement: Statement) -> tuple[str, str, str]:
    checks = [each.value for each in statement.all("checked") if isinstance(each.value, Check)]
    who, dates, verdicts = zip(*checks, strict=True) if checks else ((), (), ())
    return _joined(who), _joined(dates), _joined(verdicts)


def _joined(parts: Iterable[str]) -> str:
    return _BETWEEN.join(parts)
