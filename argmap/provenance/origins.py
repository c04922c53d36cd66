"""Root origins: for each statement the chains by which its documents have it, and where these begin.

A document that passes on what a newspaper printed of what a minister said is one witness, not three. The root origin of
a citation is the first voice of its chain or, without a voice, the end of the chain of sources it relies on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.provenance.catalogue import Catalogue, catalogue
from argmap.vocabulary import ANALYST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, Citation, Statement

Chain = tuple[str, ...]  # ids of voices and sources, the root origin first, the citing document last


@dataclass(frozen=True, slots=True)
class Origins:
    """The provenance of every statement, by its id.

    Attributes:
        chains: Every chain by which a document has it, rejected ones left out where others remain.
        roots: The root origins: where its chains begin, save those that another chain already passes through.
        sources: The catalogue of sources.
    """

    chains: dict[str, tuple[Chain, ...]]
    roots: dict[str, tuple[str, ...]]
    sources: Catalogue

    def without(self, withdrawn: str) -> list[str]:
        """Return the statements that nothing is left of when a source or voice is withdrawn: all chains need it."""
        gone = self.sources.same.get(withdrawn, withdrawn)
        return [name for name, chains in self.chains.items() if chains and all(gone in chain for chain in chains)]


def origins(argument_map: ArgumentMap) -> Origins:
    """Find the chains and root origins of every statement of a map."""
    sources = catalogue(argument_map)
    chains = {statement.id: _chains(statement, sources) for statement in argument_map.statements}
    return Origins(chains, {name: roots(found) for name, found in chains.items()}, sources)


def _chains(statement: Statement, sources: Catalogue) -> tuple[Chain, ...]:
    kept = [citation for citation in statement.citations if citation.stance != "rejected"]
    relied = [place.source for place in statement.places("from")]
    found: list[Chain] = []
    for citation in kept or statement.citations:
        found += _citation_chains(citation, relied, sources)
    if not statement.citations:
        found += _uncited_chains(statement, relied, sources)
    return tuple(dict.fromkeys(found))


def _uncited_chains(statement: Statement, relied: list[str], sources: Catalogue) -> list[Chain]:
    """Return the chains of a statement that no document is cited for. The map's author is no witness."""
    by = tuple(sources.same.get(name, name) for name in statement.names("by") if name != ANALYST)
    named = [sources.same.get(name, name) for name in relied]
    if by:
        return [_once((*by, source)) for source in named] or [by]
    return [way for source in named for way in sources.ends.get(source, ((source,),))]


def _citation_chains(citation: Citation, relied: list[str], sources: Catalogue) -> list[Chain]:
    document = sources.same.get(citation.source, citation.source)
    behind = [name for number in citation.notes for name in sources.noted.get((citation.source, number), ())]
    behind += [sources.same.get(name, name) for name in relied]
    behind = [name for name in dict.fromkeys(behind) if name != document]
    voices = tuple(sources.same.get(name, name) for name in citation.voices)
    if voices:  # the first voice is where it begins, whatever printed it
        return [_once((*voices, name, document)) for name in behind] or [_once((*voices, document))]
    ways = [(*way, document) for name in behind for way in sources.ends.get(name, ((name,),))]
    return [_once(way) for way in ways] or list(sources.ends.get(document, ((document,),)))


def _once(chain: Chain) -> Chain:
    return tuple(dict.fromkeys(chain))


def roots(chains: Iterable[Chain]) -> tuple[str, ...]:
    """Return where chains begin; a beginning that lies on the way of another chain is no beginning of its own."""
    passed: set[str] = set()
    heads: dict[str, None] = {}
    for chain in chains:
        passed.update(chain[1:])
        heads[chain[0]] = None
    return tuple(head for head in heads if head not in passed) or tuple(heads)
