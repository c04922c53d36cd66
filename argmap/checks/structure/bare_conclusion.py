"""A302 bare-conclusion: a conclusion with nothing under it.

## What it finds

A hypothesis for which nothing speaks, or another key claim that is argued about (something is said against it) but has
no reason of its own. Views that are only reported, entertained or rejected need none; the word of somebody else who
is cited, a note or a `from:` is one; and a claim that stands quite alone is left to A306.

## Why it matters

What is concluded without a reason has to be taken on somebody's word. And the reader cannot tell an oversight of the
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
from argmap.outline import citations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Statement


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find hypotheses, and claims under attack, that are held without a reason."""
    outline = assessment.outline
    for name in outline.key:
        statement = outline.by_id[name]
        if name not in outline.held or outline.supports[name] or outline.entailed_by[name]:
            continue
        if statement.kind != "hypothesis" and not outline.attacks[name]:
            continue
        if _is_attested(outline.groups[name]):
            continue
        what = "the hypothesis" if statement.kind == "hypothesis" else "the claim"
        said = "" if not statement.citations else ", beyond that it is said"
        objections = tuple(at(assessment, step, text="what is said against it") for step in outline.attacks[name])
        yield Finding(
            f"nothing speaks for {what} {called(statement)}{said}",
            at(assessment, statement),
            "a `because` with a reason, where the text has one",
            (),
            objections,
        )


def _is_attested(members: Sequence[Statement]) -> bool:
    """Tell whether somebody speaks for a statement besides the document that puts it forward."""
    cited = citations(members)
    return any(each.get("from") for each in members) or any(
        citation.stance == "endorsed" and (citation.voices or citation.notes) for citation in cited
    )
