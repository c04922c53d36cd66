"""What the map's author states as likely: words and numbers, on the scale of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model import Range
from argmap.scales import Band, bands_of, hull, scales

if TYPE_CHECKING:
    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Attribute, Statement


class Stated(NamedTuple):
    """One `likelihood:`: on what it stands, its word (empty for a number), and the probabilities it can mean."""

    statement: Statement
    attribute: Attribute
    word: str
    bands: tuple[Band, ...]

    @property
    def low(self) -> float:
        """The lowest probability it can mean."""
        return hull(self.bands)[0]

    @property
    def high(self) -> float:
        """The highest probability it can mean."""
        return hull(self.bands)[1]

    @property
    def shown(self) -> str:
        """What a message calls it: the word, or the number."""
        return f"`{self.word}`" if self.word else spread(self.low, self.high)

    def meets(self, other: Stated) -> bool:
        """Tell whether some probability can be meant by both."""
        return any(self._meets(band) for band in other.bands) or any(other._meets(band) for band in self.bands)

    def is_above(self, other: Stated) -> bool:
        """Tell whether it is likelier than another, whatever is meant by both."""
        return self.low > other.high or (self.low == other.high and not self.meets(other))

    def _meets(self, band: Band) -> bool:
        return any(own.meets(band.low, band.high) and band.meets(own.low, own.high) for own in self.bands)


def scale_of(assessment: Assessment, settings: Settings) -> str:
    """Return the name of the scale that the map names, else the configuration; empty where neither does."""
    return assessment.map.word("scale") or settings.scale


def stated(assessment: Assessment, settings: Settings) -> list[Stated]:
    """Return every `likelihood:` of the map, in its order; words that its scale does not have are left out (C203)."""
    scale = scale_of(assessment, settings)
    found = []
    for statement in assessment.map.statements:
        attribute = statement.get("likelihood")
        if attribute is None:
            continue
        one = read(statement, attribute, scale)
        if one.bands:
            found.append(one)
    return found


def read(statement: Statement, attribute: Attribute, scale: str) -> Stated:
    """Return what one attribute states: a word, or a number or range, as probabilities."""
    value = attribute.value
    if isinstance(value, Range):
        return Stated(statement, attribute, "", (Band((), *value),))
    word = value if isinstance(value, str) else ""
    return Stated(statement, attribute, word, tuple(bands_of(word, scale)))


def spread(low: float, high: float) -> str:
    """Return probabilities in per cent: "55–80 %", "70 %"."""
    one, other = f"{low * 100:.3g}", f"{high * 100:.3g}"
    return f"{one} %" if one == other else f"{one}–{other} %"


def meaning(word: str, scale: str) -> str:
    """Return what a word stands for, with its scale: "55–80 % on ICD 203"; of several scales each."""
    chosen = [scales()[scale]] if scale else list(scales().values())
    meant = [(one.title, band) for one in chosen if (band := one.band(word)) is not None]
    return ", ".join(f"{spread(band.low, band.high)} on {title}" for title, band in meant)
