"""C208 compound-claim: one statement that asserts two things.

## What it finds

A statement, other than an assumption, whose text joins two assertions: by a semicolon, or by a comma with and, but, while or whereas before another
subject and verb. This rule reads wording, and runs with `--preview` only.

## Why it matters

Half of it may be true and the other half false, so it cannot be graded, sourced or attacked as one thing.

## Example

```argmap
claim both "The bridge is old, and the council has no money." {
    because "The last report said so."
}
```

## Better

```argmap
claim old "The bridge is old." {
    because "The last report said so."
}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|does|did|do|must|should|may|might|gives?|makes?|takes?|"
    r"shows?|says?|wants?|needs?|knows?|keeps?|gets?|goes|comes?)"
)
_JOINED = re.compile(rf";\s+\w|,\s+(?:and|but|while|whereas|yet)\s+(?:\S+\s+){{1,4}}?{_VERB}\b")
_CONDITION = re.compile(r"(?:if|when|whenever|whoever|unless|once)\b", re.IGNORECASE)


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find texts that join two assertions."""
    for statement in assessment.map.statements:
        joint = _JOINED.search(statement.text)
        if joint is not None and statement.kind != "assumption" and not _CONDITION.match(statement.text):
            yield Finding(
                f"{called(statement)} seems to say two things, joined at “{joint[0].strip(' ,')} …”",
                at(assessment, statement),
                "a statement for each, joined with `&` where both are needed",
            )
