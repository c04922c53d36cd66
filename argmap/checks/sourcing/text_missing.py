"""S115 text-missing: the file of a document is not there.

## What it finds

A `file:` or `paragraphs:` that names no file, beside the map or in the folder given with `--sources`. Nothing is said of
a document that was verified (`verified:`): its text need not be at hand everywhere.

## Why it matters

Without the text, quoted words, numbers and places are not checked. All else works without it.

## Example

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry ran late." { cite: log par1 }
```

## Better

```text log.txt
The ferry left the pier at ten past nine.
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt" }
claim late "The ferry ran late." { cite: log par1 }
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find files of documents that are not there."""
    if assessment.documents is None:
        return
    verified = {source.id for source in assessment.map.sources if source.get("verified") is not None}
    for fault in assessment.documents.faults:
        if fault.kind == "missing" and fault.source not in verified:
            yield Finding(fault.message, fault.where, fault.help, fault.mends, fault.related)
