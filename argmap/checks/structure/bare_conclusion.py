"""A302 bare-conclusion: a conclusion with nothing under it.

## What it finds

A hypothesis, or a claim to which other things lead but nothing speaks: neither a reason nor evidence supports it.

## Why it matters

What a text concludes without giving a reason has to be taken on its word. The reader cannot tell an oversight of the
author from one of the map.

## Example

```argmap
question cause "Why did the pump stop?" { hypotheses: [wear, blockage] }
hypothesis wear "The seal was worn out." {
    but "The seal was replaced in May."
}
hypothesis blockage "The inlet was blocked." {
    because "Weed was found in the inlet."
}
```

## Better

```argmap
question cause "Why did the pump stop?" { hypotheses: [wear, blockage] }
hypothesis wear "The seal was worn out." {
    because "The new seal was of the wrong size."
    but "The seal was replaced in May."
}
hypothesis blockage "The inlet was blocked." {
    because "Weed was found in the inlet."
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find hypotheses that no step and no statement entailing them supports."""
    supported = {step.target for step in assessment.map.steps if step.kind == "support"}
    supported |= {relation.right for relation in assessment.map.relations if relation.kind == "entails"}
    for statement in assessment.map.statements:
        if statement.kind == "hypothesis" and statement.id not in supported and not statement.flag("residual"):
            message = f"nothing supports the hypothesis {called(statement)}"
            yield Finding(
                message, at(assessment, statement), "a `because` with a reason, or a word on why there is none"
            )
