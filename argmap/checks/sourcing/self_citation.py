"""S114 self-citation: a document that supports itself with its author's own work, or with private messages.

## What it finds

A document of which a statement relies on another work by the same author, or on what was told to the author in
private: a source whose `kind:` is message, e-mail, letter, conversation, call or interview.

## Why it matters

An author's earlier word is not a second witness, and a private message is one that no reader can look up. Neither need
be wrong; the reader should know.

## Example

```argmap
source essay "Why the dam broke" { kind: article  author: "Jane Roe" }
source earlier "Dams and floods" { kind: article  author: "Jane Roe"  noted: essay n3 }
claim neglect "The dam broke from neglect." {
    cite: essay par1
    because claim warned "It was known to be weak." { cite: essay par2 n3 }
}
```

## Better

```argmap
source essay "Why the dam broke" { kind: article  author: "Jane Roe" }
source inspection "Report of the inspector" { kind: report  author: "The inspector of dams"  noted: essay n3 }
claim neglect "The dam broke from neglect." {
    cite: essay par1
    because claim warned "It was known to be weak." { cite: essay par2 n3 }
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


PRIVATE = frozenset(
    {"message", "e-mail", "email", "mail", "letter", "conversation", "call", "interview", "correspondence"}
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find pairs of a document and a source it relies on that are one author's, or a message to the author."""
    sources = {source.id: source for source in assessment.map.sources}
    found: dict[tuple[str, str], list[str]] = {}
    for name, chains in asked(assessment.origins).chains.items():
        for chain in chains:
            links = [link for link in chain if link in sources]
            for earlier in links[:-1]:
                found.setdefault((earlier, links[-1]), []).append(name)
    authors = {name: frozenset(_people(source.word("author"))) for name, source in sources.items()}
    for (earlier, document), names in found.items():
        source = sources[earlier]
        shared = authors[earlier] & authors[document]
        if shared:
            what = f"earlier work of its own author, {min(shared)}"
            answer = "somebody else who found the same, or the evidence that the earlier work gave"
        elif source.word("kind") in PRIVATE and sources[document].word("kind") not in PRIVATE:
            what = f"what only its author has seen or heard, a private {source.word('kind')}"
            answer = "a public source that says the same, or a word that none is known"
        else:
            continue
        told = statement_names(assessment, dict.fromkeys(names))
        yield Finding(
            f"for {told} `{document}` relies on `{earlier}`, {what}",
            at(assessment, source),
            answer,
            (),
            places(assessment, dict.fromkeys(names), "relies on it"),
        )


def _people(author: str) -> list[str]:
    return [name for name in _BETWEEN.split(author) if name]
