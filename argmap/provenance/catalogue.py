"""The sources of a map as a graph: which are one and the same, which draws on which, and where each chain ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.graph import components, is_cyclic, rows
from argmap.model import expand, joined

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sources of a map.

    Attributes:
        same: For each id of a source the id that stands for all its doubles (`same-as:`, or an equal url): their first.
        ends: For each such id where its chain of `derived-from:` ends, and the way there, the end first.
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
    circles = _circles(order, drawn)
    return Catalogue(same, _ends(order, drawn, circles), circles, _noted(argument_map, same))


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


def _circles(order: list[str], drawn: dict[str, list[str]]) -> tuple[tuple[str, ...], ...]:
    index = {source: number for number, source in enumerate(order)}
    graph = rows([index[there] for there in drawn[source] if there in index] for source in order)
    found = sorted(sorted(part) for part in components(graph) if is_cyclic(graph, part))
    return tuple(tuple(order[member] for member in part) for part in found)


def _ends(
    order: list[str], drawn: dict[str, list[str]], circles: tuple[tuple[str, ...], ...]
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Follow each source to its ends. A circle has none: whoever draws on it ends at its first member."""
    head = {member: circle[0] for circle in circles for member in circle}
    ends: dict[str, tuple[tuple[str, ...], ...]] = {}
    waiting = list(reversed(order))
    while waiting:
        source = waiting[-1]
        if source in ends:
            waiting.pop()
            continue
        if source in head:
            ends[source] = ((source,),) if source == head[source] else ((head[source], source),)
        elif any(there not in ends for there in drawn[source]):
            waiting += [there for there in drawn[source] if there not in ends]
            continue
        else:
            ways = [(*way, source) for there in drawn[source] for way in ends[there]]
            ends[source] = tuple(ways) or ((source,),)
        waiting.pop()
    return ends


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
