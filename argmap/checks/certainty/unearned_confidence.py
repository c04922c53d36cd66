"""C214 unearned-confidence: a level of confidence that the map does not bear out.

## What it finds

- `confidence: high` where fewer than two independent origins stand behind the statement.
- `confidence: low` beside a likelihood that leaves no doubt: 95 % and more, or 5 % and less.

It is silent in a map without sources.

## Why it matters

Confidence tells how good the ground of a judgement is. ICD 203 asks for several sound sources before it is called high;
and who has little to go on cannot know that something is nearly certain.

## Example

```argmap
source survey "Survey of the bridge" { kind: report }
claim holds "The bridge will hold." {
    confidence: high
    because evidence load "It bore forty tonnes." { cite: survey p3 }
}
```

## Better

```argmap
source survey "Survey of the bridge" { kind: report }
source army "Trial by the army's engineers" { kind: report }
claim holds "The bridge will hold." {
    confidence: high
    because evidence load "It bore forty tonnes." { cite: survey p3 }
    because evidence trial "A column of lorries crossed it." { cite: army p1 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.stated import read, scale_of
from argmap.checks.wording import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Attribute, Statement

_SEVERAL = 2
_NEARLY_CERTAIN = 0.95


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find high confidence on one origin, and low confidence of what is nearly certain."""
    if not assessment.map.sources:
        return
    scale = scale_of(assessment, settings)
    for statement in assessment.map.statements:
        given = statement.get("confidence")
        if given is None:
            continue
        if given.value == "high":
            yield from _high(assessment, statement, given)
        elif given.value == "low" and (likelihood := statement.get("likelihood")) is not None:
            one = read(statement, likelihood, scale)
            if one.bands and (one.low >= _NEARLY_CERTAIN or one.high <= 1.0 - _NEARLY_CERTAIN):
                message = f"{called(statement)} is {one.shown}, with low confidence: on what ground so sure?"
                label = at(assessment, statement, likelihood, text="the likelihood")
                yield Finding(
                    message, at(assessment, statement, given), "a wider likelihood, or the ground", (), (label,)
                )


def _high(assessment: Assessment, statement: Statement, given: Attribute) -> Iterator[Finding]:
    origins = assessment.grounds.of(assessment.outline.first[statement.id])
    if len(origins) < _SEVERAL:
        behind = f"one origin stands behind {called(statement)}, {named(assessment, origins[0])}" if origins else ""
        message = f"confidence is high, and {behind or f'no source stands behind {called(statement)}'}"
        yield Finding(message, at(assessment, statement, given), "a second, independent source, or `moderate`")
