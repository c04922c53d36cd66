"""S106 no-primary: a key claim that rests on second-hand sources alone.

## What it finds

A key claim all of whose grounds begin in sources marked `level: secondary` or `level: tertiary`. Maps that do not
grade the levels of their sources draw no such finding. A key claim with a single origin is left to S102.

## Why it matters

Each telling leaves something out and adds something else. Fact-checkers go back to the record itself: the letter, the
law, the figures, the person who was there.

## Example

```argmap
source history "A history of the port" { kind: book  level: secondary }
source guide "A guide to wrecks" { kind: book  level: tertiary }
claim sunk "The Aurora was sunk on purpose." {
    because evidence valves "Her sea cocks stood open." { cite: history p88  cite: guide p5 }
}
```

## Better

```argmap
source history "A history of the port" { kind: book  level: secondary }
source inquiry "Minutes of the court of inquiry" { kind: minutes  level: primary }
claim sunk "The Aurora was sunk on purpose." {
    because evidence valves "Her sea cocks stood open." { cite: history p88  cite: inquiry p3 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import listed, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_SECOND_HAND = frozenset({"secondary", "tertiary"})


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find key claims whose grounds all begin in second-hand sources."""
    outline = assessment.outline
    second = {name for name, thing in outline.speakers.items() if thing.word("level") in _SECOND_HAND}
    if not second:
        return
    for name in outline.key:
        origins = assessment.grounds.of(name)
        if (
            name not in outline.held
            or name in assessment.grounds.single
            or not origins
            or not second.issuperset(origins)
        ):
            continue
        statement = outline.by_id[name]
        yield Finding(
            f"{called(statement)} rests on second-hand sources alone: {listed([f'`{one}`' for one in origins])}",
            at(assessment, statement),
            "the primary source they draw on, cited itself or named with `derived-from:`",
            (),
            places(assessment, origins, "second-hand"),
        )
