"""Words that someone may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def near(word: str, known: Iterable[str], most: int = 1, likeness: float = 0.6) -> list[str]:
    """Return up to `most` of the known words that are like a misspelt one, the likest first."""
    from difflib import get_close_matches  # only a map with a slip in it pays for it

    return get_close_matches(word, list(known), most, likeness)
