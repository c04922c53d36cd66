"""S114 self-citation: a document that supports itself with its author's own work, or with private messages.

## What it finds

A document of which a statement relies on another work by the same author, or on what was told to the author in
private: a source whose `kind:` is message, e-mail, letter, conversation, call or interview, and that no reader can look
up: it has no `url:` and no `publisher:`, and the map itself cites it nowhere. What you hold and cite yourself, say an
interview of your own that a newspaper draws on, is not private to others. The place is where the map says that the one
draws on the other: `noted:`, `derived-from:` or `from:`.

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
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.assessment import asked
from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import places, statement_names
from argmap.model import SourceRef, citing
from argmap.outline import citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.diagnostics import Label


PRIVATE = frozenset(
    {"message", "e-mail", "email", "mail", "letter", "conversation", "call", "interview", "correspondence"}
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find pairs of a document and a source it relies on that are one author's, or a message to the author."""
    sources = {source.id: source for source in assessment.map.sources}
    for (earlier, document), names in _pairs(assessment).items():
        source = sources[earlier]
        shared = set(_people(source.word("author"))) & set(_people(sources[document].word("author")))
        if shared:
            what = f"earlier work of its own author, {min(shared)}"
            answer = "somebody else who found the same, or the evidence that the earlier work gave"
        else:
            what = f"a private {source.word('kind')} that no reader can look up"
            answer = "a public source that says the same, or a word that none is known"
        told = list(dict.fromkeys(names))
        yield Finding(
            f"for {statement_names(assessment, told)} `{document}` relies on `{earlier}`, {what}",
            _link(assessment, earlier, document, told),
            answer,
            (),
            places(assessment, told, "relies on it"),
        )


def _pairs(assessment: Assessment) -> dict[tuple[str, str], list[str]]:
    """Return the statements that a document has from earlier work of its author, or from what only the author has heard."""
    sources = {source.id: source for source in assessment.map.sources}
    authors = {name: frozenset(_people(source.word("author"))) for name, source in sources.items()}
    private = _private(assessment)
    found: dict[tuple[str, str], list[str]] = {}
    for name, chains in asked(assessment.origins).chains.items():
        for chain in chains:
            links = [link for link in chain if link in sources]
            for earlier, following in pairwise(links):
                if authors[earlier] & authors[links[-1]]:
                    found.setdefault((earlier, links[-1]), []).append(name)
                elif earlier in private and following not in private:
                    found.setdefault((earlier, following), []).append(name)
    return found


def _private(assessment: Assessment) -> set[str]:
    """Return the sources that were said or written to one person only, and that the map's author has not in hand."""
    same = asked(assessment.origins).sources.same
    in_hand = {same.get(citation.source, "") for citation in citations(citing(assessment.map))}
    return {
        source.id
        for source in assessment.map.sources
        if source.word("kind") in PRIVATE and not (source.get("url") or source.get("publisher"))
    } - in_hand


def _link(assessment: Assessment, earlier: str, document: str, names: list[str]) -> Label:
    """Return where the map says that a document draws on a source; else the place of the source."""
    same = asked(assessment.origins).sources.same
    for name in names:
        statement = assessment.outline.by_id[name]
        for given in statement.all("from"):
            if isinstance(given.value, SourceRef) and same.get(given.value.source) == earlier:
                return at(assessment, statement, given)
    for source in assessment.map.sources:
        here = same[source.id]
        for given in source.attributes if here in {earlier, document} else ():
            key, other = ("noted", document) if here == earlier else ("derived-from", earlier)
            if given.key == key and isinstance(given.value, SourceRef) and same.get(given.value.source) == other:
                return at(assessment, source, given)
    return at(assessment, assessment.outline.speakers[earlier])


def _people(author: str) -> list[str]:
    return [name for name in _BETWEEN.split(author) if name]
