"""How sources are named in pictures and pages, and what a statement's citations come to in a few words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.render.markup import plain
from argmap.render.places import locators
from argmap.render.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, Statement
    from argmap.render.view import Proposition, View

_SHORT = 24


def names(view: View) -> dict[str, str]:
    """Return what each source and voice is called where there is little room.

    Sources go by their titles where those that are cited all have short ones, else by their ids: without the name of
    the import before them, as long as no other then has the same.
    """
    found = view.analysis.map
    titles = {source.id: plain(source.title) for source in found.sources}
    used = cited(view)
    by_title = all(0 < len(titles.get(name, name)) <= _SHORT for name in used)
    voices = {voice.id: plain(voice.name) for voice in found.voices}
    brief = _brief([*titles, *voices])
    own = {name: title if by_title else brief[name] for name, title in titles.items()}
    return own | {name: text if 0 < len(text) <= _SHORT else brief[name] for name, text in voices.items()}


def _brief(ids: list[str]) -> dict[str, str]:
    """Shorten ids to what stands after the name of an import, where that tells them apart."""
    last = {name: name.rpartition(".")[2] for name in ids}
    held = Counter(last.values())
    return {name: short if held[short] == 1 else name for name, short in last.items()}


def cited(view: View) -> list[str]:
    """Return the ids of the sources that statements name, in the order of the text."""
    each = (name for p in view.propositions for s in p.statements for name in _mentions(s))
    return list(dict.fromkeys(each))


def documents(propositions: Iterable[Proposition]) -> list[str]:
    """Return the ids of the documents in which statements stand, in the order of the statements."""
    return list(dict.fromkeys(citation.source for p in propositions for citation in p.citations))


def _mentions(statement: Statement) -> list[str]:
    return [c.source for c in statement.citations] + [place.source for place in statement.places("from")]


def small_print(proposition: Proposition, called: dict[str, str]) -> tuple[str, ...]:
    """Return a line for each document that says it, then what it relies on, then who says it without a document."""
    by_document: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for citation in proposition.citations:
        places = by_document.setdefault((citation.source, citation.voices), [])
        places += [locator for locator in citation.locators if locator not in places]
    lines = [cite_line(source, voices, places, called) for (source, voices), places in by_document.items()]
    for statement in proposition.statements:
        lines += [f"from {cite_line(place.source, (), place.locators, called)}" for place in statement.places("from")]
        if statement.names("by"):
            lines.append(f"by {chain(statement.names('by'), called)}")
    return tuple(dict.fromkeys(lines))


def cite_line(source: str, voices: tuple[str, ...], places: list[str] | tuple[str, ...], called: dict[str, str]) -> str:
    """Name a place: `Beijing in essay par. 24`."""
    where = " ".join(filter(None, (called.get(source, clean(source)), locators(places))))
    return f"{chain(voices, called)} in {where}" if voices else where


def chain(voices: tuple[str, ...], called: dict[str, str]) -> str:
    """Name a chain of voices: who speaks, then who passed it on."""
    return ", by way of ".join(called.get(voice, clean(voice)) for voice in voices)


def titles_of(found: ArgumentMap, ids: list[str]) -> list[tuple[str, str]]:
    """Return ids with the titles of their sources, for those that have one."""
    titles = {source.id: plain(source.title) for source in found.sources}
    return [(name, titles[name]) for name in ids if titles.get(name)]
