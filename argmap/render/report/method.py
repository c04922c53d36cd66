"""What a reader has to know of how figures come about: the numbers behind grades, and the names of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.figures import shown
from argmap.render.picture.compose import READINGS
from argmap.render.wording import UNHEARD
from argmap.strength.constants import ASSUMED, CREDIBILITY, HEDGE_BITS, RELIABILITY, WEIGHT_BITS
from argmap.strength.explaining.robustness import REACH
from argmap.strength.gated import BAND

if TYPE_CHECKING:
    from argmap.render.report.context import Context

_SURE = 1.0


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands behind the words or grades of one scale."""

    name: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How the figures of this page came about."""

    assessed: bool
    reading: str
    semantics: str
    band: tuple[str, ...]
    reach: str
    scales: tuple[Scale, ...]
    rated: bool
    unheard: str


def method(context: Context) -> Method:
    """Gather what is to be said of the method."""
    leading = context.analysis.leading
    return Method(
        assessed=leading is not None,
        reading=READINGS[leading.reading] if leading else "",
        semantics=leading.semantics if leading else "",
        band=BAND,
        reach=shown(REACH),
        scales=(
            Scale("Credibility of a fact", _numbers(CREDIBILITY)),
            Scale("Reliability of a source", _numbers(RELIABILITY)),
            Scale("Bits by hedge", tuple((word, f"{value:g}") for word, value in HEDGE_BITS.items())),
            Scale("Bits by weight", tuple((word, f"{value:g}") for word, value in WEIGHT_BITS.items())),
            Scale("Base", (("assumption", shown(ASSUMED)), ("no view", ".50"))),
        ),
        rated=bool(context.matrices),
        unheard=UNHEARD if _is_unheard(context) else "",
    )


def _is_unheard(context: Context) -> bool:
    """Tell whether a statement that the map is about is not assessed because the map cites documents elsewhere."""
    rankings = context.analysis.assessment.rankings or ()
    return any(one.unheard for ranking in rankings for one in ranking.standings)


def _numbers(scale: dict[str, float]) -> tuple[tuple[str, str], ...]:
    return tuple((grade, "1" if value == _SURE else shown(value)) for grade, value in scale.items())
