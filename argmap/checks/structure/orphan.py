"""A306 orphan: a statement that is connected to nothing.

## What it finds

A statement that is neither premise nor conclusion of a step, stands in no relation, answers no question, and is no row
of a matrix. What a document only reports may stand by itself, and so may the only statement of a map.

## Why it matters

Either a link was forgotten, and the argument is stronger or weaker than it looks; or the statement does no work, and
hides those that do.

## Example

```argmap
claim late "The ferry was late." {
    because "It waited for the mail."
}
claim fog "There was fog on the river."
```

## Better

```argmap
claim late "The ferry was late." {
    because "It waited for the mail."
    because fog
}
claim fog "There was fog on the river."
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
    from argmap.model import ArgumentMap, Statement


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find statements without any tie, in maps that have steps."""
    outline = assessment.outline
    if not assessment.map.steps:
        return
    tied = {outline.first[name] for name in _tied(assessment.map) if name in outline.first}
    for name, members in outline.groups.items():
        if name in tied or outline.supports[name] or outline.attacks[name] or outline.used[name]:
            continue
        if len(members) > 1 or all(_is_passed_on(member) or member.get("answers") for member in members):
            continue
        yield Finding(
            f"the {members[0].kind} {called(members[0])} is connected to nothing",
            at(assessment, members[0]),
            "what it is a reason for or against; or `# argmap: allow A306` with what it is here for",
        )


def _tied(argument_map: ArgumentMap) -> Iterator[str]:
    for relation in argument_map.relations:
        yield relation.left
        yield relation.right
    for question in argument_map.questions:
        yield from question.hypotheses
    for matrix in argument_map.matrices:
        for row in matrix.rows:
            yield row.statement


def _is_passed_on(statement: Statement) -> bool:
    """Tell whether documents cite it only as the word of others, or as what they turn down."""
    return bool(statement.citations) and all(
        citation.voices or citation.stance in {"reported", "rejected"} for citation in statement.citations
    )
