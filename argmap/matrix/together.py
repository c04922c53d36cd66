"""What several raters say together, and how far apart they are."""

from __future__ import annotations

from statistics import fmean, stdev
from typing import TYPE_CHECKING

from argmap.matrix.cells import Rated
from argmap.matrix.rules import likelihood
from argmap.matrix.scale import STEPS, VALUE, nearest
from argmap.model import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

_CENTRE = STEPS.index("N")


def consensus(cells: Sequence[Rated]) -> Rated:
    """Return what raters say together of one cell; those who have not rated it yet are left out.

    The middle of their letters, of two in the middle the one nearer to N; NA where more than half say so; the mean of
    their likelihoods where one of them wrote a number. Reasons are kept apart, and so is the reason of a single rater.
    """
    given = [cell for cell in cells if not cell.blank]
    if len(given) <= 1:
        return given[0] if given else Rated()
    on_scale = [cell for cell in given if cell.letter != "NA"]
    if len(on_scale) * 2 < len(given):
        return Rated("NA")
    if any(cell.likelihood is not None for cell in on_scale):
        limits = [cell.likelihood or Range(likelihood(cell), likelihood(cell)) for cell in on_scale]
        mean = Range(fmean(each.low for each in limits), fmean(each.high for each in limits))
        return Rated(nearest((mean.low + mean.high) / 2.0), mean)
    places = sorted(STEPS.index(cell.letter or "N") for cell in on_scale)
    two = places[(len(places) - 1) // 2], places[len(places) // 2]
    return Rated(STEPS[_inward(*two)])


def _inward(low: int, high: int) -> int:
    """Return the middle of two steps of the scale; between two, the one nearer to N."""
    total = low + high
    return total // 2 if total > 2 * _CENTRE else -(-total // 2)


def apart(cells: Sequence[Rated]) -> tuple[int, float]:
    """Return how many steps of the scale lie between the furthest raters, and the deviation of their values 1..5.

    Whoever says NA is as far from one who rates as open-synthesis has it: the deviation of yes and no.
    """
    given = [cell for cell in cells if not cell.blank]
    values = [VALUE[cell.letter or "N"] for cell in given if cell.letter != "NA"]
    steps = max(values) - min(values) if values else 0
    spread = stdev(values) if len(values) > 1 else 0.0
    if len(given) > 1:
        spread = max(spread, stdev([float(cell.letter == "NA") for cell in given]))
    return steps, spread


def middle(values: Sequence[str], scale: Sequence[str]) -> str | None:
    """Return the middle of words of a scale, of two in the middle the first in the scale; None for none."""
    found = sorted((value for value in values if value in scale), key=scale.index)
    return found[(len(found) - 1) // 2] if found else None
