"""Everything known about a map after one run: data only, made by the pipeline, read by pictures, pages and exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.model import ArgumentMap
    from argmap.source import Source
    from argmap.strength.result import Assessed, Strengths


@dataclass(frozen=True, slots=True)
class Analysis:
    """A map, the texts of its files (in the order of `map.files`), what was found wrong, and its strengths.

    `documented` and `granted` are the two readings of strength; `leading` is the one to show first: the documented
    one, save in a map without any evidence. `assessed` holds the same with what is to be known beside them: counts of
    evidence and origins, circles, unweighed objections. All four are None when strength was not asked for.
    """

    map: ArgumentMap
    sources: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]
    documented: Strengths | None = None
    granted: Strengths | None = None
    leading: Strengths | None = None
    assessed: Assessed | None = None
