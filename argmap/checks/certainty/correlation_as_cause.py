"""C212 correlation-as-cause: a cause claimed where the sources speak of things that go together.

## What it finds

A statement whose text says that one thing causes another, while the words quoted for it, or the texts of its reasons,
say only that the two go together. Steps marked `scheme: correlation-to-cause` are left to the critical questions of
that scheme. This rule reads wording, and runs with `--preview` only.

## Why it matters

Two things may go together by chance, because a third causes both, or because the second causes the first.

## Example

```argmap
claim cure "The new lamp prevents accidents." {
    because "The new lamp is associated with fewer accidents."
}
```

## Better

```argmap
claim cure "Where the new lamp hangs, there are fewer accidents." {
    because "The new lamp is associated with fewer accidents."
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


_CUES = (
    "caus",
    "lead",
    "led to",
    "result",
    "prevent",
    "due to",
    "bring",
    "brought",
    "responsible",
    "produce",
    "trigger",
)
_CAUSAL = re.compile(
    r"\b(caus(?:es?|ed|ing)|leads? to|led to|results? in|resulted in|prevents?|prevented|because of|due to|brings? about|"
    r"brought about|is responsible for|produces?|triggers?|triggered)\b"
)
_TOGETHER = re.compile(
    r"\b(assoc\w+|correlat\w+|linked (?:to|with)|goes? together|go hand in hand|coincid\w+|tends? to|related to)\b",
    re.IGNORECASE,
)


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find causal claims over associations."""
    outline = assessment.outline
    for name, members in outline.groups.items():
        statement = members[0]
        small = statement.text.lower()
        if not any(cue in small for cue in _CUES) or not _CAUSAL.search(small):
            continue
        steps = [step for step in outline.supports[name] if step.word("scheme") != "correlation-to-cause"]
        said = [citation.anchor or "" for each in members for citation in each.citations]
        said += [outline.by_id[premise].text for step in steps for premise in step.premises]
        words = next(filter(None, map(_TOGETHER.search, said)), None)
        if words is not None:
            yield Finding(
                f"{called(statement)} speaks of a cause, and what stands behind it only of “{words[0]}”",
                at(assessment, statement),
                "what rules out chance, a common cause and the reverse; or the claim without the cause",
            )
