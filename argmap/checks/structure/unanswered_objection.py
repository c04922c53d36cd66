"""A307 unanswered-objection: an objection to a key claim that nobody answers.

## What it finds

A `but` against a key claim, or an `unless` against a step that supports it, to which the map has no reply: nothing
attacks or undercuts it, and no document turns it down or grants it. An `unless` that nobody puts forward as true (no
source, no `by:`, no reason) only names an exception, and needs no reply. A hypothesis that nobody puts forward (no
`cite:`, no `by:`) is weighed, not argued for: what stands against it may stand. All of one claim make one finding.

## Why it matters

An objection that is left standing may be fatal, harmless or overlooked, and the reader cannot tell which. An argument
is as good as its answer to the best objection.

## Example

```argmap
claim open "The library should open on Sundays." {
    because "Most people can come on Sundays only."
    but "Nobody will work on Sundays."
}
```

## Better

```argmap
claim open "The library should open on Sundays." {
    because "Most people can come on Sundays only."
    but "Nobody will work on Sundays." {
        but "Four of the staff have offered to."
    }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import statement_names
from argmap.outline import citations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Statement, Step
    from argmap.outline import Outline


_ADDRESSED = frozenset({"rejected", "conceded"})


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find key claims with objections that stand unanswered."""
    outline = assessment.outline
    for name in outline.key:
        if name not in outline.held or _is_only_weighed(outline.groups[name]):
            continue
        steps = [step for step in _objections(outline, name) if not _is_answered(outline, step)]
        if not steps:
            continue
        told = statement_names(assessment, [premise for step in steps for premise in step.premises])
        stand = "stands" if len(steps) == 1 else "stand"
        statement = outline.by_id[name]
        yield Finding(
            f"against {called(statement)} {told} {stand} unanswered",
            at(assessment, statement),
            "a `but` or an `unless` against it, or `conceded` where it is granted",
            (),
            tuple(at(assessment, step, text=_what(step)) for step in steps),
        )


def _is_only_weighed(members: Sequence[Statement]) -> bool:
    """Tell whether a hypothesis is one of the answers that are weighed, put forward by nobody."""
    is_hypothesis = any(member.kind == "hypothesis" for member in members)
    return is_hypothesis and not any(member.citations or member.get("by") for member in members)


def _objections(outline: Outline, name: str) -> list[Step]:
    """Return the attacks on a claim and the undercuts of its reasons, in the order of the map."""
    undercuts = [undercut for step in outline.supports[name] for undercut in outline.undercuts[step.id]]
    return [*outline.attacks[name], *(undercut for undercut in undercuts if _is_put_forward(outline, undercut))]


def _is_put_forward(outline: Outline, undercut: Step) -> bool:
    """Tell whether somebody says that an exception holds here; else it only says under what conditions it would."""
    for name in undercut.premises:
        members = outline.groups[outline.first[name]]
        said = any(each.citations or each.get("by") or each.get("base") or each.kind == "evidence" for each in members)
        if not said and not outline.supports[outline.first[name]]:
            return bool(undercut.citations or undercut.get("by"))
    return True


def _is_answered(outline: Outline, step: Step) -> bool:
    premises = [outline.first[name] for name in step.premises]
    cited = citations([step, *(member for name in premises for member in outline.groups[name])])
    return (
        any(citation.stance in _ADDRESSED and not citation.voices for citation in cited)
        or bool(outline.undercuts[step.id])
        or any(outline.attacks[name] for name in premises)
    )


def _what(step: Step) -> str:
    return "the objection" if step.kind == "attack" else "the exception"
