"""C206 weasel-attribution: "experts say": a view put down to nobody in particular.

## What it finds

A statement whose text says that some, many, experts, critics or observers say or believe something; and a voice that is
no more than such a word ("Many analysts"), where a statement is put down to it. This rule reads wording, and runs with
`--preview` only.

## Why it matters

Nobody can ask "many", or find out how many they are. The words lend weight to a view without saying whose it is.

## Example

```argmap
claim cheap "Many experts believe that the bridge is too cheap." {
    because "It costs half of what the last one cost."
}
```

## Better

```argmap
voice union "The engineers' union"
claim cheap "The bridge is too cheap." {
    by: union
    because "It costs half of what the last one cost."
}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import counted, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_AMOUNTS = "some|many|most|several|various|numerous|countless|few"
_PEOPLE = (
    "people|experts|critics|analysts|observers|scholars|commentators|insiders|officials|specialists|researchers|"
    "scientists|interviewees|others"
)
_HOW = "widely|often|generally|commonly"
_SAYS = "say|said|claim|believe|think|argue|hold|agree|suggest|assume|fear|warn|maintain|insist|expect"
_CUES = frozenset(f"{_AMOUNTS}|{_PEOPLE}|{_HOW}".split("|"))  # a text without any of them is not searched
_TEXT = re.compile(
    rf"\b(?:(?:(?:{_AMOUNTS}) )?(?:{_PEOPLE})|some|many|most) (?:\w+ )?(?:{_SAYS})\b|\bit is (?:{_HOW}) \w+",
    re.IGNORECASE,
)
_VOICE = re.compile(rf"(?:the )?(?:{_AMOUNTS}) \w+|{_PEOPLE}", re.IGNORECASE)


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find views of nobody in particular, in texts and among the voices."""
    carried: dict[str, list[str]] = {}
    for statement in assessment.map.statements:
        cued = not _CUES.isdisjoint(statement.text.lower().split())
        words = _TEXT.search(statement.text) if cued else None
        if words is not None:
            yield Finding(
                f"{called(statement)} says “{words[0]}” and not who",
                at(assessment, statement),
                "the view itself as the statement, and a `voice` with a name for whoever holds it",
            )
        for name in dict.fromkeys(name for citation in statement.citations for name in citation.voices):
            carried.setdefault(name, []).append(statement.id)
    for voice in assessment.map.voices:
        if voice.id in carried and _VOICE.fullmatch(voice.name):
            names = carried[voice.id]
            yield Finding(
                f"{counted(len(names), 'statement')} put down to “{voice.name}”, who could be anybody",
                at(assessment, voice),
                "who they are, or some of them, by name",
                (),
                places(assessment, names, "put down to them"),
            )
