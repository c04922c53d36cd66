"""S117 stale-verification: a document, or what the map takes from it, has changed since it was verified.

## What it finds

A source says when the map was checked against its text (`verified:`, written by `argmap coverage --verify`), and the
text that is at hand now is another one. Where no text is at hand: what the map takes from the document (places, quoted
words, numbers) is not what was checked.

## Why it matters

“Verified on …” is a promise to readers who do not have the text. It holds for the text and the map of that day.

## Example

```text log.txt
The ferry left the pier at ten past nine.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt"  verified: 2025-03-01 "text 0123456789ab" }
claim late "The ferry ran late." { cite: log par1 }
```

## Better

```text log.txt
The ferry left the pier at ten past nine.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt"  verified: 2025-03-01 "text 4f47e869fc6d" }
claim late "The ferry ran late." { cite: log par1 }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find verifications that hold no longer."""
    if all(source.get("verified") is None for source in assessment.map.sources):
        return
    from argmap.provenance.texts.coverage import coverage

    for found in coverage(assessment.map, assessment.documents):
        source = found.dated
        if found.verified is None or found.checked not in {"changed", "map-changed"}:
            continue
        when = f"since the map was verified against it on {found.verified.date}"
        message = f"the text of `{source.id}` has changed {when}"
        if found.checked == "map-changed":
            if found.document is not None:
                continue  # it has just been checked
            message = f"what the map takes from `{source.id}` has changed {when}"
        yield Finding(
            message,
            at(assessment, source, source.get("verified")),
            "`argmap coverage --verify`, where the text is at hand",
        )
