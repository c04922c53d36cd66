"""Words that someone may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def near(word: str, known: Iterable[str], most: int = 1, likeness: float = 0.6) -> list[str]:
    """Return up to `most` of the known words that are like a misspelt one, the likest first."""
    from difflib import get_close_matches  # only a map with a slip in it pays for it

    return get_close_matches(word, list(known), most, likeness)


def is_slip(word: str, meant: str) -> bool:
    """Tell whether a word can only be a slip of the pen for another one.

    That is: letters of one size for another, `_` for `-`, or, in a part of at least four letters, one letter too many,
    missing, wrong, or changed places with its neighbour. Where digits differ, or a short part, both may be names.
    """
    given, known = (each.casefold().replace("_", "-").split("-") for each in (word, meant))
    if given == known:
        return True
    if len(given) != len(known):
        return "".join(given) == "".join(known)
    differing = [pair for pair in zip(given, known, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and _one_letter(*differing[0])


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
_SHORTEST = 4  # letters of a part of a word in which a slip can be told from another word


def _one_letter(word: str, meant: str) -> bool:
    if min(len(word), len(meant)) < _SHORTEST - (len(word) != len(meant)) or not (word + meant).isalpha():
        return False
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    one, other = word[start:], meant[start:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] in {other, other[1:]} or one == other[1:]
