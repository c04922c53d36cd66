"""A313 linchpin: one statement without which nothing speaks for a key claim.

## What it finds

A statement that is a premise of several steps, and through which all reasons for a key claim pass: take it away, and
none is left. Steps that nobody in the map takes do not count. Where all comes from one origin S102 says so, and the
unstated rule of a step is left to A314.

## Why it matters

Several reasons look like several legs; if they stand on one foot, that foot has to be checked first.

## Example

```argmap
source log "Log of the lock keeper" { kind: log }
source post "The Evening Post" { kind: news }
claim flooded "The lower town was flooded." {
    because level & clock
    because streets & clock
}
evidence level "The river rose by three metres before dawn." { cite: log p9  credibility: 2 }
evidence streets "At dawn the streets stood under water." { cite: post p1  credibility: 2 }
assumption clock "Log and newspaper speak of the same morning."
```

## Better

```argmap
source log "Log of the lock keeper" { kind: log }
source post "The Evening Post" { kind: news }
claim flooded "The lower town was flooded." {
    because level & clock
    because streets
}
evidence level "The river rose by three metres before dawn." { cite: log p9  credibility: 2 }
evidence streets "At dawn the streets stood under water." { cite: post p1  credibility: 2 }
assumption clock "Log and newspaper speak of the same morning."
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.structure.bearing import feet, nearest
from argmap.checks.wording import counted, places, statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find statements that all support of a key claim passes through."""
    outline = assessment.outline
    found = feet(outline, assessment.grounds)
    carried: dict[str, list[str]] = {}
    for name in outline.concluded:
        if name not in assessment.grounds.single:
            for foot in nearest(name, found):
                carried.setdefault(foot, []).append(name)
    for foot in outline.groups:
        names = carried.get(foot)
        statement = outline.by_id[foot]
        if not names or _is_unstated_rule(assessment, foot):
            continue
        told = statement_names(assessment, names)
        claims = "" if len(names) == 1 else f"{counted(len(names), 'key claim')}: "
        yield Finding(
            f"all reasons for {claims}{told} pass through {called(statement)}",
            at(assessment, statement),
            "a reason that does not pass through it; or what makes it certain",
            (),
            places(assessment, names, "rests on it"),
        )


def _is_unstated_rule(assessment: Assessment, name: str) -> bool:
    outline = assessment.outline
    uses = outline.used[name]
    is_rule = all(name in {outline.first[warrant] for warrant in step.warrants} for step in uses)
    return is_rule and any(member.flag("implicit") for member in outline.groups[name])
