"""What sections of a report are made of, ready for the templates, which compute nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.figures import NOT_ASSESSED, band, shown, shown_range, shown_strength, spread
from argmap.rounding import rounded

if TYPE_CHECKING:
    from argmap.strength.result import StatementStrength

_HAIR = 0.6  # hundredths: what is shorter cannot be seen


@dataclass(frozen=True, slots=True)
class Ref:
    """A name that leads to its place on the page; without a place it is only a name. `words` say what it is."""

    text: str
    place: str = ""
    words: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a bar, from a start and so long, in hundredths."""

    start: str
    length: str

    @property
    def from_zero(self) -> bool:
        """Whether it begins where all bars begin, so that a class can draw it."""
        return self.start == "0.0"

    @property
    def percent(self) -> int:
        """Its length in whole hundredths, at least one."""
        return max(1, round(float(self.length)))


@dataclass(frozen=True, slots=True)
class Figure:
    """A strength: in figures, as a bar, and how far it may lie elsewhere. Without a bar it is not assessed."""

    text: str = NOT_ASSESSED
    bar: Stretch | None = None
    spread: str = ""
    value: float | None = None

    @property
    def key(self) -> str:
        """By what tables sort: what is not assessed comes last."""
        return "-1" if self.value is None else f"{self.value:.4f}"


def figure(found: StatementStrength | None) -> Figure:
    """Show the strength of a statement."""
    filled = band(found)
    if found is None or filled is None:
        return Figure()
    remark = "does not settle" if found.undetermined else spread(found)
    return Figure(shown_strength(found), stretch(*filled), remark, found.strength)


def figure_of(value: float | None) -> Figure:
    """Show a strength that is only a number."""
    return Figure() if value is None else Figure(shown(value), stretch(0.0, value), "", value)


def stretch(low: float, high: float) -> Stretch:
    """Return the part of a bar between two values in 0..1."""
    start, end = (min(max(value, 0.0), 1.0) * 100 for value in (low, high))
    return Stretch(f"{start:.1f}", f"{max(end - start, _HAIR):.1f}")


def between(low: float, high: float) -> str:
    """Show a range that may be a single figure."""
    return shown_range(low, high)


def bits(amount: float, *, against: bool = False) -> str:
    """Show what a step contributes: `+1.2 bits`."""
    text = rounded(amount, 1)
    return "0 bits" if text == "0.0" else f"{'−' if against else '+'}{text} bits"
