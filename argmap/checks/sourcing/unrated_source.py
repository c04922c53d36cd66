"""S111 unrated-source: sources without a grade, in a map that grades its sources.

## What it finds

Sources behind a key claim that have no `reliability:`, in a map that grades others. A source whose words are those of
a graded voice needs no grade of its own. They make one finding.

## Why it matters

Where some sources are graded and others are not, nobody can tell a doubtful source from one that was forgotten.

## Example

```argmap
source log "Log of the lock keeper" { kind: log  reliability: A }
source post "The Evening Post" { kind: news }
claim flooded "The lower town was flooded." {
    because evidence level "The river rose by three metres." { cite: log p9 }
    because evidence streets "The streets stood under water." { cite: post p1 }
}
```

## Better

```argmap
source log "Log of the lock keeper" { kind: log  reliability: A }
source post "The Evening Post" { kind: news  reliability: C "quick, often wrong in detail" }
claim flooded "The lower town was flooded." {
    because evidence level "The river rose by three metres." { cite: log p9 }
    because evidence streets "The streets stood under water." { cite: post p1 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.wording import counted, listed, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find sources without a grade behind key claims, where others have one."""
    outline = assessment.outline
    graded = {name for name, thing in outline.speakers.items() if thing.get("reliability")}
    if graded.isdisjoint(source.id for source in assessment.map.sources):
        return
    voices = {voice.id for voice in assessment.map.voices}
    behind: dict[str, None] = {}
    for _, chain in assessment.grounds.below(outline.concluded):
        if voices.isdisjoint(chain) or graded.isdisjoint(voices.intersection(chain)):
            behind.update(dict.fromkeys(chain))
    missing = [source for source in assessment.map.sources if source.id in behind and source.id not in graded]
    if not missing:
        return
    names = [source.id for source in missing]
    stand = "stands behind a key claim and has" if len(names) == 1 else "stand behind key claims and have"
    told = listed([f"`{name}`" for name in names])
    first, *others = places(assessment, names, "no grade either")
    message = f"{counted(len(names), 'source')} {stand} no grade of reliability: {told}"
    answer = "`reliability:` A to E, or F where it cannot be judged"
    yield Finding(message, first._replace(text=""), answer, (), tuple(others))
