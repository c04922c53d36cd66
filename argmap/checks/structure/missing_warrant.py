"""A303 missing-warrant: a step of a scheme that needs a general rule, and has none.

## What it finds

A step whose `scheme:` passes from one thing to another by a general rule (from a sign, a cause, a rule, a class …) and
that has a single premise and no `since`. A step with several premises may hold the rule among them, and is left
alone.

## Why it matters

The rule is where such a step can go wrong: smoke is a sign of fire only where smoke rarely comes from anything else.
While it is not written down nobody can doubt it, or support it.

## Example

```argmap
claim fire "There is a fire in the wood." {
    because "Smoke rises over the wood." as smoke { scheme: sign }
}
```

## Better

```argmap
claim fire "There is a fire in the wood." {
    because "Smoke rises over the wood." as smoke {
        scheme: sign
        since "Smoke over a wood mostly comes from a fire."
    }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.structure.asking import wants_warrant
from argmap.checks.wording import step_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find steps that leave out the rule of their scheme."""
    for step in assessment.map.steps:
        rule = wants_warrant(assessment.outline, step)
        if rule:
            yield Finding(
                f"the step {step_called(assessment, step)} argues by `{step.word('scheme')}` without saying that “{rule}”",
                at(assessment, step, step.get("scheme")),
                "`since` with the rule, marked `implicit: yes` where the text never says it",
            )
