"""How well a row tells the hypotheses apart."""

from __future__ import annotations

from statistics import pstdev
from typing import TYPE_CHECKING

from argmap.matrix.cells import Diagnosticity
from argmap.matrix.rules import likelihood
from argmap.matrix.scale import ROUNDING, VALUE, bits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.matrix.cells import Rated


def diagnosticity(cells: Sequence[Rated]) -> Diagnosticity:
    """Return how well these cells tell apart; cells that are not yet rated are left out."""
    given = [cell for cell in cells if not cell.blank]
    if not given:
        return Diagnosticity(0.0, 0.0, flat=False)
    spread = pstdev([VALUE[cell.letter or "N"] for cell in given])
    weighed = [bits(likelihood(cell)) for cell in given]
    told = max(weighed) - min(weighed)
    alike = told <= ROUNDING and len({cell.letter for cell in given}) == 1
    return Diagnosticity(spread, told, flat=alike and len(given) > 1)
