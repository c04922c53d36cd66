"""A matrix as the rules of scoring take it: one rater's ratings, or all raters' together, and nothing of the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.matrix.scale import CREDIBILITY_LEVEL, LEVEL, LOW_CREDIBILITY

if TYPE_CHECKING:
    from argmap.matrix.cells import Rated


class Line(NamedTuple):
    """One row that counts: its statement, its ratings in the order of the hypotheses, and what it weighs.

    `reliability` is 0..1, None where no grade of its sources is written; `origins` are its root origins.
    """

    id: str
    cells: tuple[Rated, ...]
    relevance: str | None = None
    credibility: str | None = None
    reliability: float | None = None
    origins: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        """The weight of PARC ACH: credibility times relevance, each medium where it is not given."""
        credible = CREDIBILITY_LEVEL.get(self.credibility or "", "medium")
        return LEVEL[credible] * LEVEL[self.relevance or "medium"]

    @property
    def doubtful(self) -> bool:
        """Whether its credibility is graded as low."""
        return self.credibility in LOW_CREDIBILITY


@dataclass(frozen=True, slots=True)
class Table:
    """Hypotheses and rows.

    Attributes:
        hypotheses: Their ids.
        lines: The rows that count.
        entails: For each hypothesis the numbers of those it entails, itself left out.
        discount: Whether `bits` mixes the likelihoods of a row by the reliability of its sources.
    """

    hypotheses: tuple[str, ...]
    lines: tuple[Line, ...]
    entails: tuple[frozenset[int], ...]
    discount: bool = False

    def compete(self, one: int, other: int) -> bool:
        """Tell whether two hypotheses are rivals: neither entails the other."""
        return one != other and other not in self.entails[one] and one not in self.entails[other]

    def rivals(self, one: str, other: str) -> bool:
        """Tell the same of two names."""
        return self.compete(self.hypotheses.index(one), self.hypotheses.index(other))

    def rated(self) -> list[int]:
        """Return for each hypothesis how many of its cells are rated."""
        return [sum(not line.cells[n].blank for line in self.lines) for n in range(len(self.hypotheses))]
