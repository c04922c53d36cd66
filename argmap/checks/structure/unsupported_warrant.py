"""A314 unsupported-warrant: a step that hangs on an unstated rule which nothing supports.

## What it finds

A step whose `since` is marked `implicit: yes`, so that the text never says it, and for which nothing speaks: no reason,
no citation, no `base:` of its own.

## Why it matters

This is where arguments leap: the premises may be true and the conclusion still does not follow. The rule that would
carry it has neither been said nor defended.

## Example

```argmap
claim did "The gardener did it." {
    because "He had the key." & "He stood to gain." as leap {
        since "Whoever can do a thing and gains by it did it." { implicit: yes }
    }
}
```

## Better

```argmap
claim did "The gardener did it." {
    because "He had the key." & "He stood to gain." as leap {
        since "Whoever alone could do a thing and gains by it most likely did it." {
            implicit: yes
            because "In all earlier cases it was so."
        }
    }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import step_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.outline import Outline


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find implicit warrants that nothing speaks for, each at the first step that uses it."""
    outline = assessment.outline
    said: set[str] = set()
    for step in assessment.map.steps:
        if not step.warrants or step.id not in outline.taken:
            continue
        for warrant in dict.fromkeys(outline.first[name] for name in step.warrants):
            if warrant in said or not _is_bare(outline, warrant):
                continue
            said.add(warrant)
            rule = outline.by_id[warrant]
            yield Finding(
                f"the step {step_called(assessment, step)} hangs on a rule that is never said and that nothing "
                f"supports: “{rule.text}”",
                at(assessment, step),
                "why the rule holds, and holds here: a `because` under it; or what speaks for the conclusion without it",
                (),
                (at(assessment, rule, text="the unstated rule"),),
            )


def _is_bare(outline: Outline, name: str) -> bool:
    members = outline.groups[name]
    implicit = any(member.flag("implicit") for member in members)
    backed = any(member.citations or member.get("base") or member.get("from") for member in members)
    return implicit and not backed and not outline.supports[name] and not outline.entailed_by[name]
