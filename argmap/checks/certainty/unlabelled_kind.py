"""C213 unlabelled-kind: statements of which nobody says what they are.

## What it finds

In a map that marks evidence or assumptions: reasons that are plain claims although nothing speaks for them and nobody is
cited. Each is either an observation (`evidence`), something granted (`assumption`), or a claim that wants a reason. All
of one file make one finding. This rule runs with `--preview` only.

## Why it matters

A reader must be able to tell what was observed, what is assumed, and what is judged.

## Example

```argmap
source log "Log of the lock keeper" { kind: log }
claim flooded "The lower town was flooded." {
    because evidence level "The river rose by three metres." { cite: log p9 }
    because "The walls are low."
}
```

## Better

```argmap
source log "Log of the lock keeper" { kind: log }
claim flooded "The lower town was flooded." {
    because evidence level "The river rose by three metres." { cite: log p9 }
    because assumption "The walls are low."
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Finding
from argmap.checks.wording import by_file, counted, places, statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


_TELLING = ("by", "from", "base", "likelihood", "seen")


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find bare claims at the ends of arguments, in maps that mark kinds."""
    outline = assessment.outline
    if all(statement.kind in {"claim", "hypothesis"} for statement in assessment.map.statements):
        return
    bare = []
    for name, members in outline.groups.items():
        told = any(member.citations or any(member.get(key) for key in _TELLING) for member in members)
        if members[0].kind == "claim" and outline.used[name] and not told and not outline.supports[name]:
            bare.append(members[0])
    for statements in by_file(bare):
        names = [statement.id for statement in statements]
        first, *others = places(assessment, names, "nor here")
        is_are = "is a plain claim" if len(names) == 1 else "are plain claims"
        yield Finding(
            f"{counted(len(names), 'reason')} {is_are}, neither observed, assumed nor supported: "
            f"{statement_names(assessment, names)}",
            first._replace(text=""),
            "`evidence` with a source, `assumption`, or a `because`",
            (),
            tuple(others),
        )
