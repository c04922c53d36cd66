"""S118 one-witness: somebody's word, and a source that holds nothing else, counted as two witnesses.

## What it finds

A voice and a source that are one person: the source has the voice as its only author; or is an interview or a testimony in
which no other voice is cited; or its title says so ("Letter from the mayor"). Found is what the map then counts
twice, once under the voice and once under the source.

Where `derived-from:` of the source names the voice, all that the source holds begins with the voice, and is one witness.
The grade of the voice then counts as a link of the chain, as it does in a `cite:`.

## Why it matters

One person heard in two ways is one witness. Counted twice, that person confirms their own word.

## Example

```argmap
source talk "Interview with the engineer" { kind: interview  reliability: C }
voice engineer "The engineer"
claim clogged "The filters were clogged." {
    because evidence saw "The engineer saw them." { cite: engineer in talk p1 endorsed }
    because evidence dark "They were black on Sunday." { cite: talk p2 }
}
```

## Better

```argmap
source talk "Interview with the engineer" { kind: interview  reliability: C  derived-from: engineer }
voice engineer "The engineer" { reliability: C }
claim clogged "The filters were clogged." {
    because evidence saw "The engineer saw them." { cite: engineer in talk p1 endorsed }
    because evidence dark "They were black on Sunday." { cite: talk p2 }
}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.assessment import asked
from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import places, statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import SourceDocument, Voice

_ASKED = frozenset({"interview", "testimony", "deposition", "hearing"})  # who is heard there is whose word it is
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_OWN = "interview|conversation|message|e-?mail|letter|diary|memoirs?|testimony|deposition|statement|speech"


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find pairs of a voice and a source of its own that both count as origins."""
    roots = asked(assessment.origins).roots
    begun: dict[str, list[str]] = {}
    for name, origins in roots.items():
        for origin in origins:
            begun.setdefault(origin, []).append(name)
    heard = _heard(assessment)
    for source in assessment.map.sources:
        one = assessment.grounds.same[source.id]
        voice = next(
            (v for v in assessment.map.voices if v.id in begun and _is_own(source, v, heard.get(one, set()))), None
        )
        if voice is None or one not in begun:
            continue
        there, here = begun[voice.id], begun[one]
        yield Finding(
            f"`{source.id}` is the word of {voice.name}, and counts as a second witness beside them: "
            f"{statement_names(assessment, there)} begin{_s(there)} with `{voice.id}`, "
            f"{statement_names(assessment, here)} with `{source.id}`",
            at(assessment, source),
            f"`derived-from: {voice.id}` on the source, if it holds nobody else's word{_graded(source, voice)}",
            (),
            places(assessment, dict.fromkeys((*there, *here)), "one witness"),
        )


def _graded(source: SourceDocument, voice: Voice) -> str:
    """Ask for the grade of a voice where only its source has one: without it the chain counts as ungraded."""
    grade = source.word("reliability")
    return (
        f", and the voice's own `reliability:` (the source has {grade})"
        if grade and not voice.get("reliability")
        else ""
    )


def _s(subjects: list[str]) -> str:
    return "s" if len(subjects) == 1 else ""


def _heard(assessment: Assessment) -> dict[str, set[str]]:
    """Return for each source the voices that are cited in it."""
    found: dict[str, set[str]] = {}
    for statement in assessment.map.statements:
        for citation in statement.citations:
            if citation.voices:
                found.setdefault(assessment.grounds.same.get(citation.source, citation.source), set()).add(
                    citation.voices[0]
                )
    return found


def _is_own(source: SourceDocument, voice: Voice, heard: set[str]) -> bool:
    """Tell whether a source is a voice's own: by its author, by whom it hears, or by its title."""
    name = _bare(voice.name)
    author = source.word("author")
    if author:
        return _bare(author) == name
    if source.word("kind").lower() in _ASKED and heard == {voice.id}:
        return True
    titled = re.compile(rf"\b(?:{_OWN})\s+(?:with|by|of|from)\s+(?:(?:the|an?)\s+)?{re.escape(name)}\s*(?:$|[,.:;(])")
    return bool(titled.search(source.title.lower()))


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name.strip()).lower()
