"""A311 coverage-gap: paragraphs of a mapped document that are neither mapped nor skipped.

## What it finds

A document that the map means to cover, since at least half of what it does not skip is mapped (`mapped-share`), has
paragraphs that nothing cites and that no `skip:` leaves out. It looks where the text of the document is at hand.
`argmap coverage` shows all of them.

## Why it matters

What a map leaves out may be what answers it. A reader cannot see what is not there; the author of the map can say why.

## Example

The file `log.txt` holds two paragraphs.

```text log.txt
The ferry left the pier at ten past nine.

The clock at the pier was wrong.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
section "What the log says" of log {
    evidence ten-past "It left the pier at ten past nine." { cite: par1 }
}
```

## Better

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
section "What the log says" of log {
    evidence ten-past "It left the pier at ten past nine." { cite: par1 }
    evidence clock "The clock at the pier was wrong." { cite: par2 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find documents of which something is left."""
    if assessment.documents is None:
        return
    from argmap.provenance.texts.coverage import coverage, runs

    for found in coverage(assessment.map, assessment.documents):
        left = [part.name for part in found.paragraphs if part.state == "left" and not part.untouched]
        if left and found.share is not None and found.share >= settings.thresholds.mapped_share:
            skipped = found.count("skipped")
            message = (
                f"of the {counted(len(found.paragraphs), 'paragraph')} of `{found.source.id}`, {found.count('mapped')} are "
                f"mapped and {skipped} skipped; nothing speaks of {listed(runs(left))}"
            )
            answer = f'a statement that cites it, or `skip: {runs(left)[0]} "why"` in the source'
            yield Finding(message, at(assessment, found.source), answer)
