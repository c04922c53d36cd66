"""S116 unusable-text: the file of a document, or the table of its paragraphs, cannot be used.

## What it finds

A `file:` that is no text in UTF-8 (a PDF, a picture, another encoding), is empty, too large, may not be read, or lies
outside the folder of the map; and a `paragraphs:` table that has lines which do not fit the text.

## Why it matters

What cannot be read cannot be checked, and who named the file believes that it is.

## Example

```text log.txt
The ferry left the pier at ten past nine.
```

```text log.tsv
document	paragraph	first_words	file_lines
log	par1	The ferry left	1
log	par2	It came back	7
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt"  paragraphs: "log.tsv" }
claim late "The ferry ran late." { cite: log par1 }
```

## Better

```text log.txt
The ferry left the pier at ten past nine.
```

```text log.tsv
document	paragraph	first_words	file_lines
log	par1	The ferry left	1
```

```argmap
source log "The keeper's log" { kind: diary  file: "log.txt"  paragraphs: "log.tsv" }
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
    """Find files of documents that are there and cannot be used."""
    for fault in assessment.documents.faults if assessment.documents is not None else ():
        if fault.kind == "unusable":
            yield Finding(fault.message, fault.where, fault.help, fault.mends, fault.related)
