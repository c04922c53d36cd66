"""C211 quote-cut-at-negation: words are quoted without the “not” beside them.

## What it finds

Quoted words that leave out a “not”, “no”, “never”, “only”, “unless” or the like: because they begin right after it, end
right before it, or have it under an ellipsis. It looks where the text of the document is at hand, and says nothing where
the statement itself has such a word, or where the document is cited as rejecting it. It reads wording, so it is asked for
with `--preview`.

## Why it matters

A quotation that is true to the letter can turn its author's meaning round. This is the commonest way.

## Example

The file `log.txt` holds one paragraph.

```text log.txt
The ferry was not late on any day of the winter.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry ran late in winter." { cite: log par1 "late on any day of the winter" }
```

## Better

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry was never late in winter." { cite: log par1 "not late on any day" }
```
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.checks.quoting import anchor_at, in_document, words_at
from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.provenance.texts.document import Quote, Span

_NEGATIVE = (
    r"not|no|never|none|nobody|nothing|neither|nor|cannot|without|hardly|scarcely|barely|only|unless|except|deny|denies|"
    r"denied|\w+n['’]t|fail(?:s|ed)? to|far from|rather than|instead of"
)
_WORD = re.compile(rf"\b(?:{_NEGATIVE})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?P<word>{_NEGATIVE})(?:\s+[\w'’-]+){{0,2}}[\s“\"'‘(]*$", re.IGNORECASE)
_AFTER = re.compile(r"^,?\s+(?:[\w'’-]+\s+)?(?P<word>unless|except|only if|not)\b", re.IGNORECASE)
_WINDOW = 60  # characters: more than three words have


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find quotations that leave out a negation beside them."""
    for quote in assessment.documents.quotes if assessment.documents is not None else ():
        if quote.verdict != "found" or quote.citation.stance == "rejected":
            continue
        text = getattr(quote.holder, "text", "") + " " + (quote.citation.anchor or "")
        cut = _cut(quote) if not _WORD.search(text) else None
        if cut is not None:
            left_out = quote.document.source.text[slice(*cut)]
            around = (min(cut[0], quote.spans[0][0]), max(cut[1], quote.spans[-1][1]))
            message = f"these words are quoted without the “{left_out.lower()}” beside them"
            related = (in_document(quote.document, around, f"there: “{words_at(quote.document, around)}”"),)
            yield Finding(
                message,
                anchor_at(assessment, quote),
                "the word as well, or a statement that keeps its sense",
                (),
                related,
            )


def _cut(quote: Quote) -> Span | None:
    """Return where the negation stands that a quotation leaves out."""
    text = quote.document.source.text
    for (_, end), (start, _) in pairwise(quote.spans):
        if found := _WORD.search(text, end, start):
            return found.span()
    first, last = quote.spans[0][0], quote.spans[-1][1]
    before = max(0, first - _WINDOW)
    if found := _BEFORE.search(text[before:first]):
        return before + found.start("word"), before + found.end("word")
    if found := _AFTER.match(text[last : last + _WINDOW]):
        return last + found.start("word"), last + found.end("word")
    return None
