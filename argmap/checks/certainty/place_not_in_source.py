"""C215 place-not-in-source: a cited paragraph, note or line that the document does not have.

## What it finds

A citation names a paragraph, a note or a line that is not there. It looks where the text of the document is at hand: in
the `file:` of its source, or in the folder given with `--sources`. `argmap coverage` shows how the paragraphs are
numbered.

## Why it matters

The place is how a reader gets from the claim to its proof. A place that is not there is as good as none, and more
tiresome.

## Example

The file `log.txt` holds two paragraphs.

```text log.txt
The ferry left the pier at ten past nine.

It came back at noon.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry ran late." { cite: log par3 }
```

## Better

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry ran late." { cite: log par1 }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.quoting import in_document, locator_at, place_mend
from argmap.checks.rule import Finding
from argmap.checks.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.provenance.texts.document import Document, Quote


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find citations of places that are not there."""
    for quote in assessment.documents.quotes if assessment.documents is not None else ():
        if quote.verdict == "no-place":
            yield _finding(assessment, quote)


def _finding(assessment: Assessment, quote: Quote) -> Finding:
    from argmap.provenance.texts.coverage import runs  # most maps have no texts, and load nothing of them

    message = f"`{quote.citation.source}` has no {listed(runs(dict.fromkeys(quote.absent)))}"
    answer = f"a place it has: {_extent(quote.document)}"
    where = locator_at(assessment, quote, _first(quote))
    if not quote.where:
        return Finding(message, where, answer)
    answer = f"{quote.where}, where the quoted words stand"
    related = (in_document(quote.document, quote.spans[0], "where the quoted words stand"),)
    return Finding(message, where, answer, place_mend(assessment, quote), related)


def _first(quote: Quote) -> str:
    """Return the first locator of a citation that names a place which is not there."""
    from argmap.provenance.texts.places import names_of

    locators = quote.citation.locators
    return next((locator for locator in locators if not set(names_of(locator)).isdisjoint(quote.absent)), "")


def _extent(document: Document) -> str:
    parts = [passages for passages in (document.paragraphs, document.notes) if passages]
    names = [f"{each[0].name} to {each[-1].name}" if len(each) > 1 else each[0].name for each in parts]
    return ", ".join([*names, f"l1 to l{document.source.text.rstrip().count(chr(10)) + 1}"])
