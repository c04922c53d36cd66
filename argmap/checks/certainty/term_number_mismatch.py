"""C205 term-number-mismatch: a likelihood word and a number that do not go together.

## What it finds

- A word with a number as its reason that lies outside the band of the word: `likelihood: likely "about 40 %"`.
- Two statements that restate each other, with likelihoods that no probability can have both.
- A number for which the scale of the map has no word: the PHIA yardstick and Kent's words leave gaps between their
  bands on purpose, and ICD 203 has no word for 0 and for 100 %.

Where the map names no scale (`scale:`), a word may mean what any of the scales says it means.

## Why it matters

Readers of the word and readers of the number are told two things. One of them is a slip, and only the author knows
which.

## Example

```argmap
map "Will the bridge hold?" { scale: icd203 }
claim holds "The bridge will hold." { likelihood: likely "about 40 % by the survey's tables" }
```

## Better

```argmap
map "Will the bridge hold?" { scale: icd203 }
claim holds "The bridge will hold." { likelihood: unlikely "about 40 % by the survey's tables" }
```
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.stated import meaning, scale_of, spread, stated
from argmap.scales import scales

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.checks.stated import Stated
    from argmap.scales import Scale

_ABOUT = r"(?:about|around|roughly|approximately|some|at|ca\.?|c\.|≈|~)?\s*"
_NUMBER = re.compile(
    rf"{_ABOUT}(?P<low>\d+(?:\.\d+)?)\s*%?(?:\s*(?:-|–|to|\.\.)\s*(?P<high>\d+(?:\.\d+)?))?\s*(?:%|per ?cent)",
    re.IGNORECASE,
)
_WHOLE = 100.0


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find words against their reasons, numbers without a word, and restatements that disagree."""
    every = stated(assessment, settings)
    scale = scale_of(assessment, settings)
    for one in every:
        if one.word:
            yield from _against_its_reason(assessment, one, scale)
        elif scale:
            yield from _without_word(assessment, one, scales()[scale])
    yield from _restated(assessment, every)


def _against_its_reason(assessment: Assessment, one: Stated, scale: str) -> Iterator[Finding]:
    number = _NUMBER.match((one.attribute.reason or "").strip())
    if number is None:
        return
    low = float(number["low"]) / _WHOLE
    high = float(number["high"]) / _WHOLE if number["high"] else low
    if high > 1.0 or any(band.meets(low, high) for band in one.bands):
        return
    message = f"`{one.word}` is {meaning(one.word, scale)}; the reason says {spread(low, high)}"
    yield Finding(message, at(assessment, one.statement, one.attribute), _words(low, high, scale))


def _words(low: float, high: float, scale: str) -> str:
    fitting = scales()[scale].fitting(low, high) if scale else []
    return f"`{fitting[0].words[0]}`, or another number" if fitting else "another word, or another number"


def _without_word(assessment: Assessment, one: Stated, scale: Scale) -> Iterator[Finding]:
    if scale.fitting(one.low, one.high):
        return
    near = sorted(scale.bands, key=lambda band: max(band.low - one.high, one.low - band.high))[:2]
    names = " or ".join(
        f"`{band.words[0]}` ({spread(band.low, band.high)})" for band in sorted(near, key=lambda b: b.low)
    )
    message = f"{one.shown} has no word on {scale.title}, the scale of this map"
    yield Finding(message, at(assessment, one.statement, one.attribute), names)


def _restated(assessment: Assessment, every: list[Stated]) -> Iterator[Finding]:
    groups: dict[str, list[Stated]] = {}
    for one in every:
        groups.setdefault(assessment.outline.first[one.statement.id], []).append(one)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if not one.meets(other):
                message = (
                    f"{called(other.statement)} restates {called(one.statement)}, and is {other.shown}, not {one.shown}"
                )
                label = at(assessment, one.statement, one.attribute, text=one.shown)
                where = at(assessment, other.statement, other.attribute)
                yield Finding(message, where, "one likelihood for what is one statement", (), (label,))
                break
