"""Everything known about a map after one run: data only, made by the pipeline, read by pictures, pages and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.assessment import Assessment
    from argmap.diagnostics import Diagnostic
    from argmap.model import ArgumentMap
    from argmap.source import Source
    from argmap.strength.result import Assessed, Strengths


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of a map, and what was found wrong with it."""

    assessment: Assessment
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def map(self) -> ArgumentMap:
        """The map as far as it could be understood."""
        return self.assessment.map

    @property
    def sources(self) -> tuple[Source, ...]:
        """The texts of its files, in the order of `map.files`."""
        return self.assessment.sources

    @property
    def assessed(self) -> Assessed | None:
        """Both readings of strength, with what is to be known beside them; None when they were not asked for."""
        return self.assessment.strengths

    @property
    def documented(self) -> Strengths | None:
        """The reading in which only what has evidence behind it speaks."""
        return self.assessed.documented if self.assessed else None

    @property
    def granted(self) -> Strengths | None:
        """The reading in which what is asserted counts of itself."""
        return self.assessed.granted if self.assessed else None

    @property
    def leading(self) -> Strengths | None:
        """The reading to show first: the documented one, save in a map without any evidence."""
        return self.assessed.leading if self.assessed else None
