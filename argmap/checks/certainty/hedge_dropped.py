"""C216 hedge-dropped: what a text says with a “probably” is mapped as if it said so outright.

## What it finds

A citation without a hedge (`asserted`) whose quoted words the text itself hedges: a “may”, “probably”, “reportedly” or
the like stands in them, in what their ellipsis leaves out, or in the same part of the sentence; or a “some” or “often”
stands right before them or under the ellipsis. It looks where the text of the document is at hand, at what a document or
voice holds or passes on; it says nothing where the statement itself has such a word. The words it knows are English
(`argmap/data/hedges.json`). A “not” that is left out is the matter of C211.

## Why it matters

What “may be” in the document is a fact in the map, and everything that stands on it is firmer than its source. The step
that rests on it is weighed as if the document had said so outright.

## Example

The file `log.txt` holds one paragraph.

```text log.txt
The fog was thick. The ferry will probably be able to leave at noon.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim leaves "The ferry can leave at noon." { cite: log par1 "will … be able to leave" }
```

## Better

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim leaves "The ferry can leave at noon." { cite: log par1 qualified "will probably be able to leave" }
```
"""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.checks.quoting import anchor_at, in_document, words_at
from argmap.checks.rule import Finding
from argmap.diagnostics import line_mend
from argmap.model import Statement
from argmap.resources import read_text
from argmap.vocabulary import HEDGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.provenance.texts.document import Quote, Span

_FAR = 200  # characters: farther from the quoted words a hedge hardly bears on them
_TOLD = frozenset({"endorsed", "reported"})  # what is only granted, raised or turned down may be put as it comes
_ASSERTED = re.compile(r"\basserted\b")
_OPENERS = (
    "because|since|although|though|while|whereas|when|whenever|where|if|unless|until|after|before|as|despite|given"
)
_JOINTS = rf"{_OPENERS}|but|yet|so|for|which|who|whom|whose|besides|rather than|such as|including|not least"
# Where the part of a sentence begins that goes on to the quoted words, and where the one that began before them ends.
_EDGE = rf"[.!?;:()—–“”\"]|\n\s*\n|\s-\s|\b(?:{_JOINTS})\b"
_BEGINS = re.compile(rf"\b(?P<opener>{_OPENERS})\b|{_EDGE}|,\s+(?:and|or|nor)\b", re.IGNORECASE)
_ENDS = re.compile(rf"{_EDGE}|,|\b(?:and|or|nor|that)\b", re.IGNORECASE)


class _Hedge(NamedTuple):
    """A word that holds back: where it stands in the document, which hedge it comes to, how it is left out."""

    span: Span
    hedge: str
    how: str


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find citations that say outright what the text hedges."""
    for quote in assessment.documents.quotes if assessment.documents is not None else ():
        hedge = _hedged(quote) if _is_outright(quote) else None
        if hedge is not None:
            yield _finding(assessment, quote, hedge)


def _is_outright(quote: Quote) -> bool:
    """Tell whether words are quoted for a statement that is held, as said outright, and that holds nothing back itself."""
    citation = quote.citation
    if quote.verdict != "found" or citation.hedge != "asserted" or citation.stance not in _TOLD:
        return False
    return isinstance(quote.holder, Statement) and not _holds_back(quote.holder.text)


def _holds_back(text: str) -> bool:
    return any(True for _ in _words(text, 0, len(text), amounts=True))


def _hedged(quote: Quote) -> _Hedge | None:
    """Return the first word that holds back what is quoted: in it, cut out of it, before it, behind it."""
    text = quote.document.source.text
    first, last = quote.spans[0][0], quote.spans[-1][1]
    edge = _ENDS.search(text, last, last + _FAR)
    end = edge.start() if edge else last + _FAR
    found = [
        *(_Hedge(*each, "itself has") for span in quote.spans for each in _words(text, *span)),
        *(_Hedge(*each, "leaves out") for gap in _gaps(quote.spans) for each in _words(text, *gap, amounts=True)),
        *(_Hedge(*each, "begins after") for each in _words(text, _beginning(text, first), first)),
        *(_Hedge(*each, "begins after") for each in _words(text, max(0, first - _FAR), first, amounts=True)
          if not text[each[0][1] : first].strip()),
        *(_Hedge(*each, "ends before") for each in _words(text, last, end) if _bears_back(text[slice(*each[0])])),
    ]  # fmt: skip
    return found[0] if found else None


def _gaps(spans: tuple[Span, ...]) -> list[Span]:
    """Return what the ellipses of a quotation leave out."""
    return [(end, start) for (_, end), (start, _) in pairwise(spans)]


def _beginning(text: str, first: int) -> int:
    """Return where the part of a sentence begins that goes on to the quoted words."""
    low = max(0, first - _FAR)
    edges = list(_BEGINS.finditer(text, low, first))
    if not edges:
        return low
    start = edges[-1].end()
    comma = text.rfind(",", start, first) if edges[-1]["opener"] else -1  # “although …, it is”
    return comma if comma >= 0 else start


def _finding(assessment: Assessment, quote: Quote, hedge: _Hedge) -> Finding:
    document, citation = quote.document, quote.citation
    word = " ".join(document.source.text[slice(*hedge.span)].split())
    message = f"this is cited as said outright, and the text holds it back: the quotation {hedge.how} “{word}”"
    around = (min(hedge.span[0], quote.spans[0][0]), max(hedge.span[1], quote.spans[-1][1]))
    related = (in_document(document, around, f"there: “{words_at(document, around)}”"),)
    where = anchor_at(assessment, quote)
    written = _ASSERTED.search(where.source.text, citation.start, where.start)
    start, end = written.span() if written else (where.start, where.start)
    mend = line_mend(
        where.source, start, end, hedge.hedge if written else f"{hedge.hedge} ", f"if “{word}” bears on it"
    )
    return Finding(message, where, f"`{hedge.hedge}`, or the hedge in words of the statement", (mend,), related)


def _words(text: str, start: int, end: int, *, amounts: bool = False) -> Iterator[tuple[Span, str]]:
    """Go through the words that hold back in a stretch of text, each with its hedge; words of amount where asked for."""
    for match in _pattern().finditer(text, start, end):
        kind = match.lastgroup or ""
        if match[0] != "May" and (kind in HEDGES or (amounts and kind == "amounts")):  # May is the month
            yield match.span(), kind if kind in HEDGES else "qualified"


def _bears_back(word: str) -> bool:
    """Tell whether a word bears on what stands before it, as “probably” may; “suggests” does not."""
    return word.lower() not in _known()["forward"]


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = json.loads(read_text("data", "hedges.json"))
    return known


@cache
def _pattern() -> re.Pattern[str]:
    known = _known()
    groups = {"none": known["no hedge"], **known["hedges"], "amounts": known["amounts"]}
    alternatives = "|".join(f"(?P<{name}>{_any(words)})" for name, words in groups.items())
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)
