"""C203 mixed-scale: likelihood words from more than one scale, or from both rows of one.

## What it finds

A word of likelihood (`likelihood:`) that the scale of the map does not have, or, where no scale is named, words that no
single scale has together. On ICD 203 also words of both its rows (`unlikely` beside `improbable`): the standard gives
two rows of words for the same bands, and asks for one of them.

## Why it matters

The same word means different things on different scales: `likely` begins at 55 % for analysts and at 66 % for climate
scientists. A reader who has learnt one scale reads the other words wrongly, or looks for a difference between two words
that mean the same.

## Example

```argmap
map "Will the bridge hold?" { scale: icd203 }
claim holds "The bridge will hold." { likelihood: likely }
claim opens "It will be opened in May." { likelihood: realistic-possibility }
```

## Better

```argmap
map "Will the bridge hold?" { scale: icd203 }
claim holds "The bridge will hold." { likelihood: likely }
claim opens "It will be opened in May." { likelihood: roughly-even-chance }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.stated import read, scale_of
from argmap.scales import scales

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.checks.stated import Stated
    from argmap.scales import Scale


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find words that are not on the scale, then words of its other row."""
    given = [(s, attribute) for s in assessment.map.statements if (attribute := s.get("likelihood"))]
    used = [one for pair in given if (one := read(*pair, "")).word]
    if not used:
        return
    named = scale_of(assessment, settings)
    scale = scales()[named] if named else _best(used)
    fitting = [one for one in used if scale.band(one.word)]
    for one in used:
        if one not in fitting:
            yield _stray(assessment, one, scale, fitting, named)
    if scale.name == "icd203":
        yield from _other_row(assessment, scale, fitting)


def _best(used: Sequence[Stated]) -> Scale:
    """Return the scale that has most of the words, the first of equals."""
    return max(scales().values(), key=lambda scale: sum(scale.band(one.word) is not None for one in used))


def _stray(assessment: Assessment, one: Stated, scale: Scale, fitting: Sequence[Stated], named: str) -> Finding:
    meant = scale.fitting(one.low, one.high)
    instead = f"`{meant[0].words[0]}`, if that is meant" if meant else f"a word of {scale.title}"
    if named:
        message = f"`{one.word}` is no word of {scale.title}, the scale of this map"
        return Finding(message, at(assessment, one.statement, one.attribute), instead)
    other = fitting[0]
    message = f"`{one.word}` and `{other.word}` stand on no scale together"
    label = at(assessment, other.statement, other.attribute, text=f"`{other.word}`")
    where = at(assessment, one.statement, one.attribute)
    return Finding(message, where, f"{instead}; and `scale:` on the map", (), (label,))


def _other_row(assessment: Assessment, scale: Scale, fitting: Sequence[Stated]) -> Iterator[Finding]:
    rows = {word: row for band in scale.bands for row, word in enumerate(band.words)}
    first = next(iter(fitting), None)
    for one in fitting:
        if first is None or rows[one.word] == rows[first.word]:
            continue
        band = scale.band(one.word)
        instead = f"`{band.words[rows[first.word]]}`, which means the same" if band else ""
        message = f"`{one.word}` is of the other row of {scale.title} than `{first.word}`"
        label = at(assessment, first.statement, first.attribute, text=f"`{first.word}`")
        yield Finding(message, at(assessment, one.statement, one.attribute), instead, (), (label,))
