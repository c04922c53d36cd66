"""A whole report: every section that was asked for, gathered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.report.assumptions import assumptions
from argmap.render.report.cards import cards
from argmap.render.report.claims import claims
from argmap.render.report.context import SECTIONS
from argmap.render.report.documents import documents
from argmap.render.report.findings import findings
from argmap.render.report.header import header
from argmap.render.report.hypotheses import hypotheses
from argmap.render.report.judgements import judgements
from argmap.render.report.method import method
from argmap.render.report.picture import maps
from argmap.render.report.sources import sources
from argmap.render.report.text import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.render.report.context import Context
    from argmap.render.report.header import Header
    from argmap.render.report.picture import Drawn
    from argmap.render.report.wishes import Wishes

# What gathers each section, by its name.
_GATHERERS: dict[str, Callable[[Context], object]] = {
    "bottom-line": judgements,
    "findings": findings,
    "hypotheses": hypotheses,
    "claims": claims,
    "cards": cards,
    "sources": sources,
    "documents": documents,
    "assumptions": assumptions,
    "method": method,
    "text": text,
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ALWAYS = frozenset({"bottom-line", "map", "claims", "method"})  # shown even where there is nothing in them


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its name (as `--sections` has it), its heading, and what its template lays out as `data`."""

    name: str
    heading: str
    data: object


@dataclass(frozen=True, slots=True)
class Page:
    """A report. `text_lang` is the language of the map's own texts where it is known."""

    header: Header
    text_lang: str
    theme: str
    assessed: bool
    sections: tuple[Section, ...]

    def has(self, name: str) -> bool:
        """Tell whether the page has a section, so that something may lead there."""
        return any(section.name == name for section in self.sections)


def page_of(context: Context, pictures: Sequence[Drawn] = (), *, engine: str = "", wishes: Wishes) -> Page:
    """Gather a report."""
    analysis = context.analysis
    made = [(name, _gathered(context, name, pictures)) for name in SECTIONS if name in context.sections]
    return Page(
        header=header(analysis, engine=engine, title=wishes.title),
        text_lang=_language(analysis.map.word("lang")),
        theme=wishes.theme,
        assessed=analysis.leading is not None,
        sections=tuple(Section(name, SECTIONS[name], data) for name, data in made if data or name in _ALWAYS),
    )


def _language(word: str) -> str:
    """Return the language of the map's texts where it is written as browsers know it: `en`, `pt-BR`."""
    return word if _LANGUAGE.fullmatch(word) else ""


def _gathered(context: Context, name: str, pictures: Sequence[Drawn]) -> object:
    return maps(context, pictures) if name == "map" else _GATHERERS[name](context)
