"""C209 number-not-in-source: a number that the cited place does not have.

## What it finds

A statement holds a number that does not stand in any of the places cited for it. It looks where the texts of all the
documents cited for it are at hand: in the `file:` of a source, or in the folder given with `--sources`.

`28,000` and `28 000`, `95%` and `95 per cent`, `four` and `4`, `2 million` and `2,000,000`, `11 August 2024` and
`2024-08-11` are the same. A number after “about”, “more than” and the like may be rounded. A small number in words is
told of only where the place has another number of the same things: “three ships” where it says “four ships”.

## Why it matters

Figures are copied more often than sentences, and a slip in one is hard to see. A reader who finds another number at the
place that is named will not believe the rest.

## Example

The file `log.txt` holds one paragraph.

```text log.txt
In all, 1,482 passengers crossed in May 2019.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
evidence crossed "In May 2019 the ferry carried 1,842 passengers." { cite: log par1 }
```

## Better

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
evidence crossed "In May 2019 the ferry carried 1,482 passengers." { cite: log par1 }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.quoting import cited_place, within
from argmap.checks.rule import Finding
from argmap.checks.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.provenance.texts.document import Figure


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find statements with numbers that their cited places do not have."""
    for figure in assessment.documents.figures if assessment.documents is not None else ():
        yield _finding(assessment, figure)


def _finding(assessment: Assessment, figure: Figure) -> Finding:
    places = " or ".join(dict.fromkeys(map(cited_place, figure.statement.citations)))
    number = listed([f"“{written}”" for written in figure.missing])
    verb = "does" if len(figure.missing) == 1 else "do"
    elsewhere = dict.fromkeys(where for where in figure.where if where)
    also = f", but in {listed(list(elsewhere))}" if elsewhere else ""
    there = f"; the numbers there: {listed(figure.there)}" if figure.there else "; there are no numbers there"
    message = f"{number} {verb} not stand in {places}{also}"
    return Finding(
        message, within(assessment, figure.statement, figure.missing[0]), f"a number of the cited place{there}"
    )
