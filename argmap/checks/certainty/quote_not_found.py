"""C210 quote-not-found: quoted words that the document does not have at the cited place.

## What it finds

A citation quotes words that do not stand where it says: they stand elsewhere in the document, or not at all. It looks
where the text of the document is at hand: in the `file:` of its source, or in the folder given with `--sources`.

Quote marks, dashes, spaces, soft hyphens, capitals, markup, raised numbers of notes and page breaks make no difference.
An ellipsis (`…`) stands for words left out, and brackets (`[the pier]`) for words put in.

## Why it matters

Readers take quoted words for what the author wrote, and look them up at the place that is named. A misquotation, even a
small one, costs the trust in all the others.

## Example

The file `log.txt` holds one paragraph.

```text log.txt
The ferry left the pier at ten past nine, in thick fog.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry ran late." { cite: log par1 "left the pier after nine" }
```

## Better

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry ran late." { cite: log par1 "left the pier at ten past nine" }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.quoting import anchor_at, cited_place, in_document, place_mend, words_at
from argmap.checks.rule import Finding
from argmap.diagnostics import line_mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.provenance.texts.document import Quote


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find quoted words that do not stand where they are said to stand."""
    for quote in assessment.documents.quotes if assessment.documents is not None else ():
        if quote.verdict == "elsewhere":
            yield _elsewhere(assessment, quote)
        elif quote.verdict == "missing":
            yield _missing(assessment, quote)


def _elsewhere(assessment: Assessment, quote: Quote) -> Finding:
    citation = quote.citation
    message = f"these words do not stand in {cited_place(citation)}, but in {quote.where}"
    related = (in_document(quote.document, quote.spans[0], "where they stand"),)
    mends = place_mend(assessment, quote)
    return Finding(message, anchor_at(assessment, quote), "the place where they stand", mends, related)


def _missing(assessment: Assessment, quote: Quote) -> Finding:
    where = anchor_at(assessment, quote)
    message = f"these words do not stand in {cited_place(quote.citation)}, nor elsewhere in it"
    if quote.nearest is None:
        return Finding(message, where, "a few words as they stand there")
    nearest = words_at(quote.document, quote.nearest)
    related = (in_document(quote.document, quote.nearest, f"the nearest, in {quote.where}: “{nearest}”"),)
    written = nearest.replace("\\", "\\\\").replace('"', '\\"')
    mend = line_mend(where.source, where.start, where.end, f'"{written}"', "if these words are meant")
    return Finding(message, where, "a few words as they stand there", (mend,), related)
