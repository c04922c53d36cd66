"""S105 anonymous-only: a key claim for which only unnamed people speak.

## What it finds

A key claim all of whose grounds come from, or through, sources and voices marked `anonymous: yes`.

## Why it matters

Nobody can ask them, weigh their interests, or find out whether two of them are one. Unnamed sources may be needed;
a conclusion that has no other should say so.

## Example

```argmap
source post "The Evening Post" { kind: news }
voice insiders "Two members of the board" { anonymous: yes }
claim closing "The mill will be closed." {
    because evidence vote "The board has voted for it." { cite: insiders in post p1 endorsed }
}
```

## Better

```argmap
source post "The Evening Post" { kind: news }
voice insiders "Two members of the board" { anonymous: yes }
source register "Company register" { kind: register }
claim closing "The mill will be closed." {
    because evidence vote "The board has voted for it." { cite: insiders in post p1 endorsed }
    because evidence notice "The closing is entered in the register." { cite: register p40 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import listed, named, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find key claims with grounds all of which nobody answers for by name."""
    outline = assessment.outline
    for name, who in assessment.grounds.unnamed.items():
        told = listed([named(assessment, one) for one in who])
        statement = outline.by_id[name]
        yield Finding(
            f"only unnamed sources speak for {called(statement)}: {told}",
            at(assessment, statement),
            "a source with a name, a document, or a word on why nobody could be named",
            (),
            places(assessment, who, "unnamed"),
        )
