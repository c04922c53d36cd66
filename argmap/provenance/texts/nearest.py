"""The stretch of a text that is likest to words that do not stand in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.provenance.texts.document import Span
    from argmap.provenance.texts.folding import Folded

_BUDGET = 2_000_000  # words that are gone through in one run: a map of wrong quotations must not take minutes
_TRIED = 8  # stretches that share most words are compared letter by letter
_LIKE = 0.6
_LONGEST = 60  # words
_LONGEST_PHRASE = 600  # characters


class Nearest:
    """Looks for the nearest words, but goes only through so many words."""

    def __init__(self, budget: int = _BUDGET) -> None:
        self.budget = budget

    def __call__(self, form: Folded, words: list[str], spans: tuple[Span, ...] | None) -> Span | None:
        """Return where the words stand that are likest to these: in the given stretches, else anywhere; None if nowhere."""
        wanted = words[:_LONGEST]
        here = self._likest(form.within(spans), wanted) if spans is not None else None
        return here if here is not None else self._likest(form, wanted)

    def _likest(self, form: Folded, words: list[str]) -> Span | None:
        self.budget -= len(form.words)
        return _likest(form, words) if words and self.budget >= 0 else None


def _likest(form: Folded, words: list[str]) -> Span | None:
    from difflib import SequenceMatcher

    phrase = " ".join(words)
    if len(phrase) > _LONGEST_PHRASE:
        return None
    matcher = SequenceMatcher(None, b=phrase, autojunk=False)
    best: tuple[float, int, int] | None = None
    for first in _promising(form.words, words):
        for length in range(max(1, len(words) - 2), len(words) + 3):
            last = min(len(form.words), first + length)
            matcher.set_seq1(" ".join(form.words[first:last]))
            if matcher.quick_ratio() <= (best[0] if best else _LIKE):
                continue
            likeness = matcher.ratio()
            if likeness > (best[0] if best else _LIKE):
                best = (likeness, first, last)
    return form.span(best[1], best[2]) if best is not None else None


def _promising(text: list[str], words: list[str]) -> list[int]:
    """Return the beginnings of stretches that share most words with these: those with the most, and their neighbours."""
    wanted = Counter(words)
    size = len(words)
    inside: Counter[str] = Counter()
    shared = 0
    scores: list[tuple[int, int]] = []
    for at, word in enumerate(text):
        if word in wanted:
            inside[word] += 1
            shared += inside[word] <= wanted[word]
        if at >= size:
            gone = text[at - size]
            if gone in wanted:
                shared -= inside[gone] <= wanted[gone]
                inside[gone] -= 1
        if shared:
            scores.append((-shared, max(0, at - size + 1)))
    most = sorted(scores)[:_TRIED]
    return sorted({max(0, first + shift) for _, first in most for shift in (-1, 0, 1)})
