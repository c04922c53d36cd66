"""S102 single-source: a key claim that one origin alone stands behind.

## What it finds

A key claim (a hypothesis, or a claim that is no premise of any step) for which all that speaks comes from one
origin in the end: one witness, one report, however many newspapers pass it on. Key claims that rest on nothing but the
word of the document that makes them are gathered in one finding at that document. Views that nobody in the map holds,
and claims without any reason, are left alone; where the only
origin is unnamed, S105 says so.

## Why it matters

One origin can be wrong, deceived or interested, and nothing in the map would show it. Newsrooms ask for a second,
independent source for that reason.

## Example

```argmap
source post "The Evening Post" { kind: news }
voice pilot "The harbour pilot"
claim smuggling "Arms were landed at the old quay." {
    because evidence crates "Crates were unloaded at night." { cite: pilot in post p1 endorsed }
    because evidence lorries "Three lorries waited without lights." { cite: pilot in post p2 endorsed }
}
```

## Better

```argmap
source post "The Evening Post" { kind: news }
voice pilot "The harbour pilot"
source log "Log of the customs boat" { kind: log }
claim smuggling "Arms were landed at the old quay." {
    because evidence crates "Crates were unloaded at night." { cite: pilot in post p1 endorsed }
    because evidence lorries "Three lorries waited without lights." { cite: log p12 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import counted, named, places, statement_names
from argmap.outline import citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_ANSWER = "a second, independent source, or `# argmap: allow S102` with the reason why one must do"


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find key claims with one origin; those that rest on a document's own word come together."""
    outline = assessment.outline
    by_document: dict[str, list[str]] = {}
    for name, origin in assessment.grounds.single.items():
        if _is_own_word(assessment, name, origin):
            by_document.setdefault(origin, []).append(name)
            continue
        statement = outline.by_id[name]
        message = f"all that speaks for {called(statement)} comes from one origin, {named(assessment, origin)}"
        yield Finding(message, at(assessment, statement), _ANSWER, (), places(assessment, [origin], "the one origin"))
    for document, names in by_document.items():
        rest = "rests" if len(names) == 1 else "rest"
        message = (
            f"{counted(len(names), 'key claim')} {rest} on nothing but the word of `{document}`: "
            f"{statement_names(assessment, names)}"
        )
        where = at(assessment, outline.speakers[document])
        yield Finding(message, where, _ANSWER, (), places(assessment, names, "rests on its word alone"))


def _is_own_word(assessment: Assessment, name: str, origin: str) -> bool:
    """Tell whether the one origin of a statement is the document that puts it forward."""
    same = assessment.grounds.same
    cited = citations(assessment.outline.groups[name])
    return any(same.get(citation.source, citation.source) == origin for citation in cited if not citation.voices)
