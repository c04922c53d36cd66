"""H403 not-exclusive: probabilities asked of answers that can be true together.

## What it finds

A matrix with a likelihood in every cell and a prior for every hypothesis, under a question whose answers are declared
to overlap (`exclusive: no`). Such a matrix asks for posteriors, and there are none.

## Why it matters

Bayes' rule shares out one whole among answers of which at most one is true. Of overlapping answers the shares mean
nothing: two of them can both have 80 %.

## Example

```argmap
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: no }
hypothesis storm "The storm put it out." { prior: 50% }
hypothesis neglect "Nobody trimmed the wick." { prior: 50% }
evidence oil "The oil ran out."
matrix cause {
    |     | storm | neglect |
    | oil | 0.2   | 0.9     |
}
```

## Better

```argmap
question cause "Why did the light fail?" { hypotheses: [storm, neglect]  exclusive: yes }
hypothesis storm "The storm alone put it out." { prior: 50% }
hypothesis neglect "Nobody trimmed the wick, and that put it out." { prior: 50% }
evidence oil "The oil ran out."
matrix cause {
    |     | storm | neglect |
    | oil | 0.2   | 0.9     |
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.assessment import asked
from argmap.checks.rule import Finding
from argmap.checks.tables import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find matrices that have all it takes for posteriors, but for answers that exclude each other."""
    for table in asked(assessment.matrices):
        if table.exclusive is False and table.posteriors.why_not == "not exclusive":
            message = f"this matrix asks for probabilities, and the answers to `{table.question}` can be true together"
            related = (label(assessment, table.question_place, "`exclusive: no`"),)
            wanted = "answers of which at most one is true, and `exclusive: yes`"
            yield Finding(message, label(assessment, table.place), wanted, (), related)
