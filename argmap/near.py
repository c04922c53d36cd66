"""Words that someone may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def near(word: str, known: Iterable[str], most: int = 1, likeness: float = 0.6) -> list[str]:
    """Return up to `most` of the known words that are like a misspelt one, the likest first."""
    from difflib import get_close_matches  # only a map with a slip in it pays for it

    return get_close_matches(word, list(known), most, likeness)


class Nearby:
    """Looks for words that someone may have meant, but only so often: a file full of mistakes must not take minutes."""

    def __init__(self, times: int = 100) -> None:
        self.times = times

    def __call__(self, word: str, known: Iterable[str], most: int = 1, likeness: float = 0.6) -> list[str]:
        """Return up to `most` of the known words that are like a misspelt one, the likest first."""
        if not self.times or len(word) > _LONGEST:
            return []
        self.times -= 1
        return near(word, known, most, likeness)


_LONGEST = 60  # what is longer is no misspelt word
