"""A310 unsourced-opponent: an opposing view put into somebody's mouth without words or source.

## What it finds

A statement that a document puts down to a voice and speaks against: it rejects the statement, or holds what the
statement is an objection to. There are no quoted words of it, no note or `from:` behind it, and no reason for it. The
same of what the map's author puts down to a voice with `by:`. What a voice says in a document that takes no side, say in
an interview, is in no danger.

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
from argmap.vocabulary import ANALYST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Statement, Step
    from argmap.outline import Outline


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find opposing views that are put down to a voice and to nothing else."""
    outline = assessment.outline
    for name, members in outline.groups.items():
        told = _told_by(members)
        opponents = [teller for teller in told if teller in _against(outline, name, members)] if told else []
        if not opponents or outline.supports[name]:
            continue
        cited = citations(members)
        if any(citation.anchor or citation.notes for citation in cited) or any(each.get("from") for each in members):
            continue
        yield _finding(assessment, members[0], opponents[0], told[opponents[0]])


def _finding(assessment: Assessment, statement: Statement, teller: str, voices: list[str]) -> Finding:
    who = listed([named(assessment, voice) for voice in voices])
    if teller == ANALYST:
        message = f"{called(statement)} is put down to {who}, with none of their words and no place where they stand"
        return Finding(
            message, at(assessment, statement), "`from:` the source where they say so, or their words in a `cite:`"
        )
    message = f"`{teller}` speaks against {called(statement)}, and puts it down to {who} in none of their own words"
    where = next((each for each in statement.citations if each.source == teller and each.voices), None)
    answer = "a few of their words in quotes behind the place, or the note or source (`from:`) where they stand"
    return Finding(message, at(assessment, statement, where), answer)


def _told_by(members: Sequence[Statement]) -> dict[str, list[str]]:
    """Return who puts a statement down to which voices: documents, or the map's author."""
    found: dict[str, dict[str, None]] = {}
    for citation in citations(members):
        if citation.voices:
            found.setdefault(citation.source, {})[citation.voices[0]] = None
    for member in members:
        if not is_analysts(member):
            found.setdefault(ANALYST, {}).update(dict.fromkeys(member.names("by")[:1]))
    return {teller: list(voices) for teller, voices in found.items()}


def _against(outline: Outline, name: str, members: Sequence[Statement]) -> set[str]:
    """Return who speaks against a statement: rejects it, or holds what it is an objection to."""
    found = {
        citation.source for citation in citations(members) if citation.stance == "rejected" and not citation.voices
    }
    for step in outline.used[name]:
        if step.kind == "attack":
            found |= _holders(outline, step.target)
        elif step.kind == "undercut":
            found |= _takers(outline, outline.steps[step.target])
    return found


def _takers(outline: Outline, step: Step) -> set[str]:
    """Return who takes a step: whoever it is cited for, else those who hold what it leads to or, of an attack, its reason."""
    if step.citations:
        return {each.source for each in step.citations if each.stance == "endorsed" and not each.voices}
    return _holders(outline, step.target if step.kind == "support" else step.premises[0])


def _holders(outline: Outline, name: str) -> set[str]:
    """Return the documents that hold a statement of their own accord, or else the map's author."""
    members = outline.groups[outline.first[name]]
    cited = citations(members)
    if not cited and all(map(is_analysts, members)):
        return {ANALYST}
    return {citation.source for citation in cited if citation.stance == "endorsed" and not citation.voices}
