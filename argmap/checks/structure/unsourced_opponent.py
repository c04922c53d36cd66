"""A310 unsourced-opponent: an opposing view put into somebody's mouth without words or source.

## What it finds

A statement that is used as an objection, or that a document rejects, and that is put down to a voice: with no quoted
words of it, no note or `from:` behind it, and no reason for it.

## Why it matters

It is easy to answer what nobody said. The opponent's own words, or the place where they stand, keep a straw man out.

## Example

```argmap
source essay "Keep Sundays free" { kind: article }
voice union "The union"
claim shut "The library should stay shut on Sundays." {
    cite: essay par1
    because "Staff need a day off." { cite: essay par2 }
    but claim lazy "Staff should be grateful to have work." {
        cite: union in essay par3 endorsed
        cite: essay par3 rejected
    }
}
```

## Better

```argmap
source essay "Keep Sundays free" { kind: article }
voice union "The union"
claim shut "The library should stay shut on Sundays." {
    cite: essay par1
    because "Staff need a day off." { cite: essay par2 }
    but claim lazy "Staff should be grateful to have work." {
        cite: union in essay par3 n2 endorsed "grateful to have work"
        cite: essay par3 rejected
    }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import listed, named
from argmap.outline import citations, is_analysts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Statement
    from argmap.outline import Outline


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find objections and rejected views that are put down to a voice and to nothing else."""
    outline = assessment.outline
    for name, members in outline.groups.items():
        who = _speakers(members)
        if not who or outline.supports[name] or not _is_opposing(outline, name, members):
            continue
        cited = citations(members)
        if any(citation.anchor or citation.notes for citation in cited) or any(each.get("from") for each in members):
            continue
        told = listed([named(assessment, one) for one in who])
        yield Finding(
            f"{called(members[0])} is put down to {told}, without their words or a source for them",
            at(assessment, members[0]),
            "a few of their own words in the `cite:`, or the note or source where they stand",
        )


def _speakers(members: Sequence[Statement]) -> list[str]:
    """Return the voices to which a statement is put down."""
    voices = [citation.voices[0] for citation in citations(members) if citation.voices]
    voices += [name for member in members if not is_analysts(member) for name in member.names("by")[:1]]
    return list(dict.fromkeys(voices))


def _is_opposing(outline: Outline, name: str, members: Sequence[Statement]) -> bool:
    if any(citation.stance == "rejected" and not citation.voices for citation in citations(members)):
        return True
    return any(step.kind != "support" for step in outline.used[name])
