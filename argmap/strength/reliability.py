"""How reliable the chain is by which an observation comes to a map.

This is the seam to origins: a package that traces them takes over the chains, and this module their grades.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap import graph
from argmap.model import Citation, joined
from argmap.strength.constants import RELIABILITY, RELIABILITY_NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, SourceDocument, Statement


class Chains:
    """The sources and voices of one map, graded; asked once per observation."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        sources = argument_map.sources
        self._grade = {voice.id: _grade(voice.word("reliability")) for voice in argument_map.voices}
        self._grade |= _source_grades(sources)
        self._reach = _through_derivation(sources, self._grade)
        self._noted: dict[tuple[str, int], list[str]] = {}
        for source in sources:
            for document, note in _notes(source):
                self._noted.setdefault((document, note), []).append(source.id)

    def reliability(self, statement: Statement) -> float | None:
        """Return the reliability of the best chain by which a statement is had, 0..1, None without any source.

        Along one chain the weakest link counts: the voices, the citing document, what it relies on (`from:`, or a
        source `noted:` in the notes cited), and what that is derived from. A document that rejects a thing does not
        vouch for it. Chains beside each other are alternatives: a further, weaker one takes nothing away.
        """
        named = [place.source for place in statement.places("from")]
        cited = [one for one in statement.citations if one.stance != "rejected"]
        chains = [self._of_citation(one, named) for one in cited]
        if not cited:
            chains += [self._reached(source) for source in named]
        speakers = statement.names("by")
        if not chains and speakers:
            chains.append(min(self._graded(name) for name in speakers))
        return max(chains, default=None)

    def _of_citation(self, citation: Citation, named: list[str]) -> float:
        noted = [s for note in citation.notes for s in self._noted.get((citation.source, note), ())]
        relied = [self._reached(source) for source in (*named, *noted)]
        document = self._graded(citation.source) if relied else self._reached(citation.source)
        links = [document, *map(self._graded, citation.voices)]
        return min(*links, max(relied, default=1.0))

    def _graded(self, name: str) -> float:
        return self._grade.get(name, RELIABILITY_NOT_GIVEN)

    def _reached(self, source: str) -> float:
        return self._reach.get(source, RELIABILITY_NOT_GIVEN)


def _grade(letter: str) -> float:
    return RELIABILITY.get(letter, RELIABILITY_NOT_GIVEN)


def _notes(source: SourceDocument) -> Iterable[tuple[str, int]]:
    """Go through the notes in which a source is cited, as (document, number)."""
    for place in source.places("noted"):
        yield from ((place.source, note) for note in Citation(place.source, (), place.locators).notes)


def _source_grades(sources: list[SourceDocument]) -> dict[str, float]:
    """Return the grade of each source; one source under several names has the weakest grade given to any of them."""
    index = {source.id: number for number, source in enumerate(sources)}
    pairs = [
        (index[source.id], index[other])
        for source in sources
        for attribute in source.all("same-as")
        if isinstance(other := attribute.value, str) and other in index
    ]
    grades: dict[str, float] = {}
    for group in joined(len(sources), pairs):
        given = [letter for number in group if (letter := sources[number].word("reliability"))]
        grade = min(map(_grade, given), default=RELIABILITY_NOT_GIVEN)
        grades.update((sources[number].id, grade) for number in group)
    return grades


def _through_derivation(sources: list[SourceDocument], grades: dict[str, float]) -> dict[str, float]:
    """Return for each source the weakest grade from it back along `derived-from:`, the best way where they branch."""
    index = {source.id: number for number, source in enumerate(sources)}
    drawn = [[index[p.source] for p in s.places("derived-from") if p.source in index] for s in sources]
    reach = [grades[source.id] for source in sources]
    for component in graph.components(graph.rows(drawn)):
        changed = True
        while changed:  # more than twice only where sources are derived from each other
            changed = False
            for number in component:
                best = max((reach[other] for other in drawn[number]), default=1.0)
                if best < reach[number]:
                    reach[number] = best
                    changed = True
    return {source.id: value for source, value in zip(sources, reach, strict=True)}
