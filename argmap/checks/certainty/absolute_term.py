"""C207 absolute-term: always, never, all, only, first: a claim without exception, and without a source.

## What it finds

A claim or hypothesis whose text says that something holds without exception (always, never, all, every, none, nobody,
nothing, only, the first), with no source, nobody who says it, and no reason. This rule reads wording, and runs with
`--preview` only.

## Why it matters

One counter-example overturns it. Fact-checkers look such words up first, since they are so often wrong.

## Example

```argmap
claim safe "The ferry has never been late." {
    but "On Monday it was late."
}
```

## Better

```argmap
claim safe "The ferry has never been late." {
    because evidence log "The log of ten years shows no delay."
    but "On Monday it was late."
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


_ABSOLUTE = re.compile(
    r"\b(always|never|all|every|everyone|everybody|everything|none|no one|nobody|nothing|only|the first|the last)\b",
    re.IGNORECASE,
)


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find claims without exception behind which nothing stands."""
    outline = assessment.outline
    for name, members in outline.groups.items():
        statement = members[0]
        if statement.kind not in {"claim", "hypothesis"} or outline.supports[name] or outline.entailed_by[name]:
            continue
        word = _ABSOLUTE.search(statement.text)
        backed = any(each.citations or each.get("by") or each.get("from") or each.flag("residual") for each in members)
        if word is not None and not backed:
            yield Finding(
                f"{called(statement)} says “{word[0]}”, and nothing stands behind it",
                at(assessment, statement),
                "a source or a reason; or the claim with its exceptions",
            )
