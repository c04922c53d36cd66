"""The sources of a map as a graph: which are one and the same, which draws on which, and where each chain ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph import components, rows
from argmap.model import expand, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap

WAYS = 64  # ways through a net of sources multiply; so many are told apart

Way = tuple[str, ...]  # ids of sources, the end of the chain first, which may be a voice


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sources of a map.

    Attributes:
        same: For each id of a source the id that stands for all its doubles (`same-as:`, or an equal url): their first.
        ends: For each such id where its chains of `derived-from:` end (a source, or the voice whose word it is), and the
            ways there, the end first: the first way to each end, and others as long as there are no more than `WAYS`.
        circles: Sources that draw on each other in a circle, each circle in the order of the map.
        noted: What a note of a document cites: (document, number of the note) to ids of sources.
    """

    same: dict[str, str]
    ends: dict[str, tuple[tuple[str, ...], ...]]
    circles: tuple[tuple[str, ...], ...]
    noted: dict[tuple[str, int], tuple[str, ...]]


def catalogue(argument_map: ArgumentMap) -> Catalogue:
    """Read the sources of a map."""
    same = _doubles(argument_map)
    order = list(dict.fromkeys(same.values()))
    drawn: dict[str, list[str]] = {source: [] for source in order}
    for source in argument_map.sources:
        here = same[source.id]
        for place in source.places("derived-from"):
            there = same.get(place.source, place.source)
            if there not in drawn[here]:
                drawn[here].append(there)
    parts = _parts(order, drawn)
    circles = tuple(part for part in parts if len(part) > 1 or part[0] in drawn[part[0]])
    placed = {source: number for number, source in enumerate(order)}
    circles = tuple(sorted(circles, key=lambda circle: placed[circle[0]]))
    return Catalogue(same, _ends(parts, drawn), circles, _noted(argument_map, same))


def _doubles(argument_map: ArgumentMap) -> dict[str, str]:
    sources = argument_map.sources
    index = {source.id: number for number, source in enumerate(sources)}
    pairs = []
    by_url: dict[str, int] = {}
    for number, source in enumerate(sources):
        pairs += [(number, index[name]) for name in source.all_names("same-as") if name in index]
        url = _plain_url(source.word("url"))
        if url:
            pairs.append((by_url.setdefault(url, number), number))
    return {sources[member].id: sources[group[0]].id for group in joined(len(sources), pairs) for member in group}


def _plain_url(url: str) -> str:
    """Return what two addresses of one page have in common: no scheme, no `www.`, no fragment, no slash at the end."""
    plain = url.strip().partition("#")[0]
    plain = plain.partition("://")[2] or plain
    return plain.removeprefix("www.").rstrip("/")


def _parts(order: list[str], drawn: dict[str, list[str]]) -> list[Way]:
    """Return the sources, circles of them together; what a source draws on stands before it."""
    index = {source: number for number, source in enumerate(order)}
    graph = rows([index[there] for there in drawn[source] if there in index] for source in order)
    return [tuple(order[member] for member in part) for part in components(graph)]


def _ends(parts: list[Way], drawn: dict[str, list[str]]) -> dict[str, tuple[Way, ...]]:
    """Follow each source to its ends. A circle that draws on nothing else ends at its first member."""
    ends: dict[str, tuple[Way, ...]] = {}
    for part in parts:
        inside = set(part)
        beyond = [there for member in part for there in drawn[member] if there not in inside]
        ways = _few(way for there in beyond for way in ends.get(there, ((there,),)))
        for member in part:
            if ways:
                ends[member] = tuple((*way, member) for way in ways)
            else:
                ends[member] = ((member,),) if member == part[0] else ((part[0], member),)
    return ends


def _few(ways: Iterable[Way]) -> list[Way]:
    """Return the first way to each end, then others as long as there are no more than `WAYS`, without repetition."""
    every = list(dict.fromkeys(ways))
    first: dict[str, Way] = {}
    for way in every:
        first.setdefault(way[0], way)
    others = [way for way in every if first[way[0]] is not way]
    return [*first.values(), *others[: max(0, WAYS - len(first))]]


def _noted(argument_map: ArgumentMap, same: dict[str, str]) -> dict[tuple[str, int], tuple[str, ...]]:
    noted: dict[tuple[str, int], list[str]] = {}
    for source in argument_map.sources:
        for place in source.places("noted"):
            for locator in place.locators:
                if locator[0] != "n":
                    continue
                for number in expand(locator[1:]):
                    known = noted.setdefault((place.source, int(number)), [])
                    if same[source.id] not in known:
                        known.append(same[source.id])
    return {key: tuple(value) for key, value in noted.items()}
