"""Where something is said, in words: `essay par. 22, n. 33–36`; and ids made fit for addresses in a page."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.render.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNITS = (("par", "par. "), ("p", "p. "), ("n", "n. "), ("s", "sec. "), ("l", "line "), ("t", "at "))
_SAFE = re.compile(r"[A-Za-z0-9_.-]*")
_PULL_QUOTE = "parq"


def locator(written: str) -> str:
    """Put a locator in words: `par20-22` is “par. 20–22”."""
    if written == _PULL_QUOTE:
        return "pull quote"
    for unit, word in _UNITS:
        if written.startswith(unit) and written[len(unit) : len(unit) + 1].isdigit():
            return word + clean(written[len(unit) :]).replace("-", "–")
    return clean(written)


def locators(written: Iterable[str]) -> str:
    """Put locators in words, one after the other: the unit is not said twice running."""
    words: list[str] = []
    last = ""
    for each in map(locator, written):
        unit, space, rest = each.rpartition(" ")
        words.append(rest if space and unit == last else each)
        last = unit
    return ", ".join(words)


@lru_cache(maxsize=8192)
def anchor_of(identifier: str) -> str:
    """Turn an id into one that is safe in HTML, SVG and DOT; letters of any script stay, other signs are spelt out."""
    if _SAFE.fullmatch(identifier):
        return identifier
    normal = unicodedata.normalize("NFC", identifier)
    return "".join(char if char.isalnum() or char in "-_." else f"~{ord(char):x}~" for char in normal)
