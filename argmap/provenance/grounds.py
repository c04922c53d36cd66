"""On whose word statements rest: the root origins at the ends of what supports them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.outline import citations, reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import Step
    from argmap.outline import Outline
    from argmap.provenance.origins import Chain, Origins


class Grounds:
    """The grounds of every statement of a map, by the first of those that restate it (see `Outline`).

    What a document says of its own accord is a ground only where it gives no reason for it. Assumptions, and what the
    map's author says, come from nowhere and are no grounds.
    """

    def __init__(self, outline: Outline, origins: Origins) -> None:
        self._outline = outline
        self._origins = origins
        self._places: dict[str, int] = {}  # of each origin its bit
        self._names: list[str] = []  # the origins in the order of their bits
        self._voices = {voice.id for voice in outline.map.voices}

    @property
    def same(self) -> dict[str, str]:
        """For each source the one that stands for all its doubles."""
        return self._origins.sources.same

    @cached_property
    def own(self) -> dict[str, tuple[Chain, ...]]:
        """The chains by which each statement is itself a ground; empty where it only passes on its reasons."""
        return {name: tuple(self._own(name)) for name in self._outline.groups}

    @cached_property
    def unnamed(self) -> dict[str, list[str]]:
        """The key claims, held by somebody, for which only anonymous sources and voices speak, and which ones."""
        hidden = {name for name, thing in self._outline.speakers.items() if thing.flag("anonymous")}
        found = {}
        for name in self._outline.key if hidden else ():
            chains = [chain for _, chain in self.below([name])] if name in self._outline.held else []
            if chains and not any(hidden.isdisjoint(chain) for chain in chains):
                found[name] = list(dict.fromkeys(link for chain in chains for link in chain if link in hidden))
        return found

    @cached_property
    def single(self) -> dict[str, str]:
        """The key claims with reasons that all go back to one origin, and that origin; less those of `unnamed`."""
        found = {name: self.of(name) for name in self._outline.concluded if name not in self.unnamed}
        return {name: origins[0] for name, origins in found.items() if len(origins) == 1}

    @cached_property
    def carried(self) -> dict[str, list[str]]:
        """By the id of a source: the statements that a document has through it, those left out that are only rejected."""
        rejected = {
            statement.id
            for statement in self._outline.map.statements
            if statement.citations and all(citation.stance == "rejected" for citation in statement.citations)
        }
        found: dict[str, list[str]] = {}
        for name, chains in self._origins.chains.items():
            if name not in rejected:
                for link in dict.fromkeys(link for chain in chains for link in chain):
                    found.setdefault(link, []).append(name)
        return {source.id: found.get(self.same[source.id], []) for source in self._outline.map.sources}

    def of(self, name: str) -> list[str]:
        """Return the root origins of a statement and of all it rests on, in the order in which they were met."""
        return self._read(self._masks[name])

    def of_step(self, step: Step) -> list[str]:
        """Return the root origins of the premises of a step and of all they rest on."""
        mask = 0
        for premise in reasons(step):
            mask |= self._masks[self._outline.first[premise]]
        return self._read(mask)

    def below(self, names: Sequence[str]) -> Iterator[tuple[str, Chain]]:
        """Go through the chains of all grounds of some statements, each ground once."""
        for name in self._outline.cone(names):
            for chain in self.own[name]:
                yield name, chain

    @cached_property
    def _masks(self) -> dict[str, int]:
        """The origins of each statement and of all it rests on, one bit an origin."""
        masks: dict[str, int] = {}
        for part in self._outline.parts:
            joined = 0
            for name in part:
                joined |= self._bits(chain[0] for chain in self.own[name])
                for other in self._outline.below[name]:
                    joined |= masks.get(other, 0)
            for name in part:
                masks[name] = joined
        return masks

    def _own(self, name: str) -> Iterator[Chain]:
        members = self._outline.groups[name]
        if any(member.kind == "assumption" for member in members):
            return
        chains = _rooted(dict.fromkeys(chain for member in members for chain in self._origins.chains[member.id]))
        is_reasoned = bool(self._outline.supports[name] or self._outline.entailed_by[name])
        if not is_reasoned or any(member.kind == "evidence" for member in members):
            yield from chains
            return
        asserting = {self.same.get(c.source, c.source) for c in citations(members) if not c.voices}
        for chain in chains:
            if chain[0] not in asserting and not (chain[-1] in asserting and self._is_own_word(chain)):
                yield chain

    def _is_own_word(self, chain: Chain) -> bool:
        """Tell whether a chain is but a source, and the voice whose word that is (`derived-from:`)."""
        return len(chain) == 2 and chain[0] in self._voices and chain in self._origins.sources.ends.get(chain[1], ())  # noqa: PLR2004

    def _bits(self, origins: Iterable[str]) -> int:
        mask = 0
        for origin in origins:
            place = self._places.setdefault(origin, len(self._names))
            if place == len(self._names):
                self._names.append(origin)
            mask |= 1 << place
        return mask

    def _read(self, mask: int) -> list[str]:
        found = []
        while mask:
            lowest = mask & -mask
            found.append(self._names[lowest.bit_length() - 1])
            mask ^= lowest
        return found


def _rooted(chains: Iterable[Chain]) -> list[Chain]:
    """Leave out the chains whose beginning lies on the way of another: that is where they really begin."""
    every = list(chains)
    passed = {link for chain in every for link in chain[1:]}
    return [chain for chain in every if chain[0] not in passed] or every
