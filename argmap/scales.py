"""Scales of likelihood words: which probabilities a word stands for, and which words a probability has.

The scales have three shapes: bands that share their ends (ICD 203: half-open, so that each number has one word), bands
with gaps between them (PHIA, Kent: a number in a gap has none), and nested bands (IPCC: a number has several).
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable


class Band(NamedTuple):
    """The probabilities from `low` to `high` (0..1) that some words stand for; `ends` tells which ends belong to it."""

    words: tuple[str, ...]
    low: float
    high: float
    ends: str = "[]"

    def meets(self, low: float, high: float) -> bool:
        """Tell whether some probability from `low` to `high` lies in it."""
        above = high > self.low or (high == self.low and self.ends[0] == "[")
        below = low < self.high or (low == self.high and self.ends[1] == "]")
        return above and below


class Scale(NamedTuple):
    """A scale: its name after `scale:`, what it is called, where it comes from, its shape, and its bands upwards."""

    name: str
    title: str
    source: str
    shape: str
    note: str
    bands: tuple[Band, ...]

    def band(self, word: str) -> Band | None:
        """Return the band of a word, None where the scale does not have it."""
        return next((band for band in self.bands if word in band.words), None)

    def fitting(self, low: float, high: float) -> list[Band]:
        """Return the bands that a probability, or a range of them, meets, the narrowest first."""
        return sorted((band for band in self.bands if band.meets(low, high)), key=lambda band: band.high - band.low)


@cache
def scales() -> dict[str, Scale]:
    """Return all scales by their names."""
    data = json.loads(read_text("data", "scales.json"))
    return {name: _scale(name, **given) for name, given in data.items()}


def bands_of(word: str, scale: str = "") -> list[Band]:
    """Return the bands of a word on one scale, or, where no scale is named, on all that have it."""
    chosen = [scales()[scale]] if scale else list(scales().values())
    return [band for one in chosen if (band := one.band(word)) is not None]


def hull(bands: Iterable[Band]) -> tuple[float, float]:
    """Return the lowest and the highest probability of some bands."""
    every = list(bands)
    return min(band.low for band in every), max(band.high for band in every)


def _scale(name: str, *, bands: list[dict[str, Any]], **given: str) -> Scale:
    made = [Band(tuple(one["words"]), one["low"], one["high"], one["ends"]) for one in bands]
    return Scale(name, bands=tuple(made), **given)
