"""A304 rabbit: a conclusion that speaks of what no premise mentions.

## What it finds

In a step with a `since`: two words of weight or more in the conclusion that stand neither in its premises nor in its
licence.
Words are compared by their beginnings. This rule reads wording, and runs with `--preview` only.

## Why it matters

What a conclusion adds to its reasons is an unstated premise, or a leap. No rabbit comes out of a hat that it was not
put into.

## Example

```argmap
claim closing "The mill will be sold to foreign bankers." {
    because "The mill made a loss."
        since "A mill that makes a loss will be sold."
}
```

## Better

```argmap
claim closing "The mill will be sold." {
    because "The mill made a loss."
        since "A mill that makes a loss will be sold."
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.structure.terms import terms
from argmap.checks.wording import listed, step_called
from argmap.outline import reasons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_SEVERAL = 2  # a single new word is mostly another word for the same thing


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find terms of conclusions that their licensed steps do not mention."""
    outline = assessment.outline
    for step in assessment.map.steps:
        if step.kind != "support" or not step.warrants or step.id not in outline.taken:
            continue
        known = set().union(*(terms(outline.by_id[name].text) for name in reasons(step)))
        new = [word for term, word in terms(outline.by_id[step.target].text).items() if term not in known]
        if len(new) >= _SEVERAL:
            told = listed([f"“{word}”" for word in new])
            yield Finding(
                f"the step {step_called(assessment, step)} brings in {told}, which none of its premises speaks of",
                at(assessment, step),
                "a premise that joins it to the others, or the same words for the same thing",
            )
