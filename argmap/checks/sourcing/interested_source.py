"""S113 interested-source: a statement about a party for which only sources in its interest speak.

## What it finds

A statement that names a voice of the map, and for which all grounds come through sources that serve that voice's
interest (`interest:`).

## Why it matters

What a party puts out about itself may be true, but it would be put out either way. It needs somebody else.

## Example

```argmap
voice ministry "The ministry"
source briefing "Press briefing" { kind: statement  interest: ministry }
claim innocent "The dam was safe." {
    because evidence inspected "The ministry had every dam inspected." { cite: briefing p1 }
}
```

## Better

```argmap
voice ministry "The ministry"
source briefing "Press briefing" { kind: statement  interest: ministry }
source auditor "Report of the auditor" { kind: report }
claim innocent "The dam was safe." {
    because evidence inspected "The ministry had every dam inspected." { cite: briefing p1  cite: auditor p17 }
}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import listed, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Voice


_ARTICLES = frozenset({"the", "a", "an"})


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find statements about a party that rest on sources in its interest."""
    serving: dict[str, set[str]] = {}
    for source in assessment.map.sources:
        for party in source.all_names("interest"):
            serving.setdefault(party, set()).add(assessment.grounds.same[source.id])
    for voice in assessment.map.voices:
        if voice.id in serving:
            yield from _about(assessment, voice, serving[voice.id])


def _about(assessment: Assessment, voice: Voice, serving: set[str]) -> Iterator[Finding]:
    party = re.compile(rf"\b{re.escape(_bare(voice.name))}\b", re.IGNORECASE)
    for name, members in assessment.outline.groups.items():
        chains = assessment.grounds.own[name]
        if not chains or not party.search(members[0].text) or any(serving.isdisjoint(chain) for chain in chains):
            continue
        if not serving.issuperset(assessment.grounds.of(name)) and assessment.outline.supports[name]:
            continue
        who = list(dict.fromkeys(link for chain in chains for link in chain if link in serving))
        told = listed([f"`{one}`" for one in who])
        yield Finding(
            f"{called(members[0])} speaks of {voice.name}, and only a source in its interest says so: {told}",
            at(assessment, members[0]),
            "a source with no stake in it",
            (),
            places(assessment, who, f"in the interest of {voice.name}"),
        )


def _bare(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in _ARTICLES else name
