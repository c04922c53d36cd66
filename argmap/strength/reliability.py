"""How reliable the chain is by which an observation comes to a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argmap import graph
from argmap.provenance.catalogue import catalogue
from argmap.strength.constants import RELIABILITY, RELIABILITY_NOT_GIVEN
from argmap.vocabulary import ANALYST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from argmap.model import ArgumentMap, Citation, SourceDocument, Statement, Voice

GONE: Final = -1.0  # the grade of what is withdrawn: a chain with it leads nowhere


class Chains:
    """The sources and voices of one map, graded; asked once per observation."""

    def __init__(self, argument_map: ArgumentMap, withdrawn: Collection[str] = ()) -> None:
        """Grade everything.

        Args:
            argument_map: The map.
            withdrawn: Ids of sources and voices that are done without, with all their doubles.
        """
        sources = argument_map.sources
        known = catalogue(argument_map)
        self._noted = known.noted
        self._grade = {voice.id: _grade(voice.word("reliability")) for voice in argument_map.voices}
        self._grade |= _source_grades(sources, known.same)
        gone = {known.same.get(name, name) for name in withdrawn}
        self._grade |= {name: GONE for name in self._grade if known.same.get(name, name) in gone}
        self._reach = _through_derivation(sources, argument_map.voices, self._grade)

    def reliability(self, statement: Statement) -> float | None:
        """Return the reliability of the best chain by which a statement is had, 0..1, None without any source.

        Along one chain the weakest link counts: the voices, the citing document, what it relies on (`from:`, or a
        source `noted:` in the notes cited), and what that is derived from. A document that rejects a thing does not
        vouch for it, nor does the map's author. Chains beside each other are alternatives: a further, weaker one takes
        nothing away.
        """
        named = [place.source for place in statement.places("from")]
        cited = [one for one in statement.citations if one.stance != "rejected"]
        chains = [self._of_citation(one, named) for one in cited]
        if not cited:
            chains += [self._reached(source) for source in named]
        speakers = [name for name in statement.names("by") if name != ANALYST]
        if not chains and speakers:
            chains.append(min(map(self.graded, speakers)))
        best = max(chains, default=GONE)
        return best if best > GONE else None

    def graded(self, name: str) -> float:
        """Return the grade of a source or voice by itself, `GONE` where it is withdrawn."""
        return self._grade.get(name, RELIABILITY_NOT_GIVEN)

    def _of_citation(self, citation: Citation, named: list[str]) -> float:
        noted = [s for note in citation.notes for s in self._noted.get((citation.source, note), ())]
        relied = [self._reached(source) for source in (*named, *noted)]
        document = self.graded(citation.source) if relied else self._reached(citation.source)
        links = [document, *map(self.graded, citation.voices)]
        return min(*links, max(relied, default=1.0))

    def _reached(self, source: str) -> float:
        return self._reach.get(source, RELIABILITY_NOT_GIVEN)


def _grade(letter: str) -> float:
    return RELIABILITY.get(letter, RELIABILITY_NOT_GIVEN)


def _source_grades(sources: Iterable[SourceDocument], same: dict[str, str]) -> dict[str, float]:
    """Return the grade of each source; one source under several names has the weakest grade given to any of them."""
    given: dict[str, list[float]] = {}
    for source in sources:
        letter = source.word("reliability")
        given.setdefault(same[source.id], []).extend([_grade(letter)] if letter else [])
    return {name: min(given[first], default=RELIABILITY_NOT_GIVEN) for name, first in same.items()}


def _through_derivation(
    sources: list[SourceDocument], voices: list[Voice], grades: dict[str, float]
) -> dict[str, float]:
    """Return for each source the weakest grade from it back along `derived-from:`, the best way where they branch."""
    things = [*sources, *voices]
    index = {thing.id: number for number, thing in enumerate(things)}
    drawn = [[index[p.source] for p in thing.places("derived-from") if p.source in index] for thing in things]
    reach = [grades[thing.id] for thing in things]
    for component in graph.components(graph.rows(drawn)):
        changed = True
        while changed:  # more than twice only where sources are derived from each other
            changed = False
            for number in component:
                best = max((reach[other] for other in drawn[number]), default=1.0)
                if best < reach[number]:
                    reach[number] = best
                    changed = True
    return {thing.id: value for thing, value in zip(things, reach, strict=True)}
