"""C211 quote-cut-at-negation: words are quoted without the “not” beside them.

## What it finds

Words quoted for a statement that leave out a “not”, “no”, “never”, “unless” or the like: because they begin right after
it, end right before it, or have it under an ellipsis. It looks where the text of the document is at hand, and says
nothing where the statement itself has such a word, where a second one in the sentence takes the first one back, or where
the document is cited as rejecting the statement. “Not only”, “no doubt” and the like are none.

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
from argmap.model import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.provenance.texts.document import Quote, Span

_NEGATIVE = (
    r"not(?!\s+(?:only|just|merely|simply|least|surprisingly|to\s+mention)\b)|no(?!\s+(?:doubt|matter|wonder|question)\b)|"
    r"without(?!\s+(?:doubt|question)\b)|never|none|nobody|nothing|neither|nor|cannot|hardly|scarcely|barely|unless|except|"
    r"deny|denies|denied|\w+n['’]t|fail(?:s|ed)? to|far from|rather than|instead of"
)
_WORD = re.compile(rf"\b(?:{_NEGATIVE})\b", re.IGNORECASE)
_NEAR = re.compile(r"(?:\s+[\w'’-]+){0,2}[\s“\"'‘(]*")  # what may stand between the word and those that are quoted
# A “not” behind a comma is a contrast (“the tide, not the crew”) and leaves the words before it as they are.
_AFTER = re.compile(
    r"(?:,?\s+(?:but\s+)?(?=unless|except|only)|\s+)(?P<word>unless|except|only if|not)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?;]\W")
_WINDOW = 60  # characters: more than three words have
_FAR = 300  # characters: more than most sentences have


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find quotations that leave out a negation beside them."""
    for quote in assessment.documents.quotes if assessment.documents is not None else ():
        cut = _cut(quote) if _is_told(quote) else None
        if cut is not None:
            left_out = quote.document.source.text[slice(*cut)]
            around = (min(cut[0], quote.spans[0][0]), max(cut[1], quote.spans[-1][1]))
            message = f"these words are quoted without the “{left_out.lower()}” beside them"
            related = (in_document(quote.document, around, f"there: “{words_at(quote.document, around)}”"),)
            answer = "the word as well, or a statement that keeps its sense"
            yield Finding(message, anchor_at(assessment, quote), answer, (), related)


def _is_told(quote: Quote) -> bool:
    """Tell whether words are quoted for a statement that is held, and that has no negation of its own."""
    if quote.verdict != "found" or quote.citation.stance == "rejected" or not isinstance(quote.holder, Statement):
        return False
    return not _WORD.search(f"{quote.holder.text} {quote.citation.anchor}")


def _cut(quote: Quote) -> Span | None:
    """Return where the negation stands that a quotation leaves out."""
    text = quote.document.source.text
    for (_, end), (start, _) in pairwise(quote.spans):
        if found := _WORD.search(text, end, start):
            return found.span()
    first, last = quote.spans[0][0], quote.spans[-1][1]
    before = [found for found in _WORD.finditer(text, max(0, first - _WINDOW), last) if found.end() <= first]
    if before and _NEAR.fullmatch(text, before[-1].end(), first):
        start, end = before[-1].span()
        sentence = _SENTENCE.split(text[max(0, start - _FAR) : start])[-1]
        return None if _WORD.search(sentence) else (start, end)
    if found := _AFTER.match(text, last):
        return found.span("word")
    return None
