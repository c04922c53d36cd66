"""What is known of a map once it was weighed: data only, made by the pipeline, read by checks, pictures and pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from argmap.matrix.result import MatrixAnalysis
    from argmap.model import ArgumentMap
    from argmap.outline import Outline
    from argmap.provenance.grounds import Grounds
    from argmap.provenance.origins import Origins
    from argmap.provenance.texts.coverage import Coverage
    from argmap.provenance.texts.document import Documents
    from argmap.source import Source
    from argmap.strength.band import Band
    from argmap.strength.explaining.hinges import Hinge
    from argmap.strength.explaining.ranking import Ranking
    from argmap.strength.explaining.reliance import Sourcing
    from argmap.strength.result import Assessed, Strengths

# What can be asked for; each is computed only where somebody asks. The map itself is always there.
Need = Literal[
    "origins", "strength", "parties", "band", "ranking", "sourcing", "hinges", "matrix", "documents", "coverage"
]
NOTHING: frozenset[Need] = frozenset()
STRENGTH: frozenset[Need] = frozenset({"strength"})
WEIGHED: frozenset[Need] = frozenset({"strength", "parties", "band"})  # what stands in the JSON of a map
CLAIMS: frozenset[Need] = frozenset({"origins", "documents"})  # what stands in the sheet of claims
EVERYTHING: frozenset[Need] = WEIGHED | {"origins", "ranking", "sourcing", "hinges", "matrix", "coverage"}


_Found = TypeVar("_Found")


def asked(found: _Found | None) -> _Found:
    """Return what was asked for by a need.

    Raises:
        LookupError: it was not.
    """
    if found is None:
        raise LookupError("this reads what was not asked for: see the `needs` of the rule in the table")
    return found


@dataclass(frozen=True)
class Assessment:
    """A map, the texts of its files (in the order of `map.files`), and what was asked for; the rest is None.

    Attributes:
        map: The map.
        sources: The texts of its files.
        origins: Where each statement comes from ("origins").
        strengths: Both readings of strength, with counts, circles and unweighed objections ("strength").
        parties: What the map comes to on what each document and voice holds alone, in the leading reading ("parties").
        band: What several semantics make of each statement, in the leading reading ("band").
        rankings: The answers to each question beside each other, and the main claims ("ranking").
        sourcing: What each source and voice carries, and what falls without it ("sourcing").
        hinges: What the answer to each question hangs on ("hinges").
        matrices: The competing hypotheses of each question that has a matrix ("matrix").
        documents: The texts of its documents, and how it agrees with them ("documents"); None where no text is at hand.
        coverage: What it holds of each document ("coverage").
    """

    map: ArgumentMap
    sources: tuple[Source, ...] = ()
    origins: Origins | None = None
    strengths: Assessed | None = None
    parties: dict[str, Strengths] | None = None
    band: Band | None = None
    rankings: tuple[Ranking, ...] | None = None
    sourcing: Sourcing | None = None
    hinges: tuple[Hinge, ...] | None = None
    matrices: tuple[MatrixAnalysis, ...] | None = None
    documents: Documents | None = None
    coverage: tuple[Coverage, ...] | None = None

    @cached_property
    def outline(self) -> Outline:
        """What speaks for and against what, which claims are key, what somebody holds."""
        from argmap.outline import Outline

        return Outline(self.map)

    @cached_property
    def grounds(self) -> Grounds:
        """On whose word each statement rests ("origins")."""
        from argmap.provenance.grounds import Grounds

        return Grounds(self.outline, asked(self.origins))
