"""S104 same-origin: several reasons or reports that go back to fewer origins.

## What it finds

A claim with several separate reasons whose evidence goes back to fewer origins than there are reasons; or a
statement for which several documents are cited that all have it from one place. The finding gives both counts. Reasons
that a document gives for its own claim on its own word are one argument, not several witnesses, and are left alone.
What lies under a key claim with a single origin is left to S102.

## Why it matters

Two reports of one conversation are one witness. Counted twice they lend a claim more weight than anybody has put
behind it.

## Example

```argmap
source wire "Wire story" { kind: news }
source post "The Evening Post" { kind: news  derived-from: wire }
source herald "The Morning Herald" { kind: news  derived-from: wire }
source log "Log of the lock keeper" { kind: log }
claim flooded "The lower town was flooded." {
    because evidence streets "The streets stood under water." { cite: post p1  cite: herald p1 }
    because evidence level "The river rose by three metres." { cite: log p9 }
}
```

## Better

```argmap
source wire "Wire story" { kind: news }
source post "The Evening Post" { kind: news  derived-from: wire }
source log "Log of the lock keeper" { kind: log }
claim flooded "The lower town was flooded." {
    because evidence streets "The streets stood under water." { cite: post p1 }
    because evidence level "The river rose by three metres." { cite: log p9 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import counted, listed, named, places, step_called
from argmap.outline import citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_ANSWER = "evidence from elsewhere; or one reason in the place of several, where they are one witness"


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find statements with more reasons, or more reports, than origins."""
    outline = assessment.outline
    said = set(outline.cone(assessment.grounds.single))
    for name in outline.groups:
        if name in said:
            continue
        if name in outline.held:
            yield from _reasons(assessment, name)
        yield from _reports(assessment, name)


def _reasons(assessment: Assessment, name: str) -> Iterator[Finding]:
    """Count the steps for a statement that have an origin other than the document which puts it forward."""
    outline, grounds = assessment.outline, assessment.grounds
    steps = outline.supports[name]
    if len(steps) < 2:  # noqa: PLR2004 - several
        return
    own = {grounds.same.get(c.source, c.source) for c in citations(outline.groups[name])}
    found = [(step, grounds.of_step(step)) for step in steps]
    found = [(step, origins) for step, origins in found if origins and own.isdisjoint(origins)]
    every = list(dict.fromkeys(origin for _, origins in found for origin in origins))
    if len(every) >= len(found):
        return
    statement = outline.by_id[name]
    told = listed([named(assessment, origin) for origin in every])
    count = counted(len(every), "origin")
    message = f"{counted(len(found), 'reason')} for {called(statement)} go back to {count}: {told}"
    related = tuple(at(assessment, step, text=f"the reason {step_called(assessment, step)}") for step, _ in found)
    yield Finding(message, at(assessment, statement), _ANSWER, (), related)


def _reports(assessment: Assessment, name: str) -> Iterator[Finding]:
    """Count the documents that are cited for a statement, and the places where they have it from."""
    members = assessment.outline.groups[name]
    own = assessment.grounds.own[name]
    documents = list(dict.fromkeys(chain[-1] for chain in own))
    origins = list(dict.fromkeys(chain[0] for chain in own))
    if len(documents) <= len(origins) or set(documents) <= set(origins):
        return
    told = listed([named(assessment, origin) for origin in origins])
    count = counted(len(origins), "origin")
    message = f"{len(documents)} documents are cited for {called(members[0])}, and they go back to {count}: {told}"
    yield Finding(message, at(assessment, members[0]), _ANSWER, (), places(assessment, origins, "the origin"))
