"""C201 certainty-inflation: a conclusion put more firmly than what it rests on, or than in another place.

## What it finds

A conclusion that a document asserts although each step by which it gets there is at most possible (its own citation
says so, or that of a premise does), or that it puts as qualified though each step is speculative. And a statement that one
document, or one voice in it, asserts in one place and hedges in another; or that it asserts while it hedges what follows
from it (`entails`).

The firmness is the hedge of the citations: asserted, qualified, possible, speculative.

## Why it matters

Hedges tend to get lost on the way from the evidence to the summary, and the summary is what is read. What "may be" on
page 80 is a fact in the abstract.

## Example

```argmap
source report "Report on the fire" { kind: report }
claim arson "The fire was laid on purpose." {
    cite: report par9
    because claim can "A petrol can may have stood in the yard." { cite: report par3 possible } as { cite: report par9 }
}
```

## Better

```argmap
source report "Report on the fire" { kind: report }
claim arson "The fire was laid on purpose." {
    cite: report par9 possible "may well have been"
    because claim can "A petrol can may have stood in the yard." { cite: report par3 possible } as { cite: report par9 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at, called
from argmap.checks.rule import Finding
from argmap.checks.wording import named
from argmap.outline import party, reasons
from argmap.vocabulary import HEDGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Citation, Statement, Step
    from argmap.outline import Outline, Party


_RANK = {hedge: len(HEDGES) - place for place, hedge in enumerate(HEDGES)}  # the firmer, the higher
_LEAP = 2  # ranks between a conclusion and the best step to it


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find conclusions firmer than their steps; else statements that are firmer here than there."""
    outline = assessment.outline
    for name, members in outline.groups.items():
        for who, cited in _endorsed(members).items():
            firmest = max(cited, key=_rank)
            steps = _own_steps(outline, name, who) if outline.supports[name] else []
            best = max((_firmness(outline, step, who) for step in steps), default=_RANK["asserted"])
            if _rank(firmest) - best >= _LEAP:
                yield _inflated(assessment, members, firmest, steps, best)
                continue
            weakest = min(cited, key=_rank)
            if firmest.hedge == "asserted" and firmest.hedge != weakest.hedge:
                yield _uneven(assessment, members, firmest, weakest)
    for relation in assessment.map.relations:
        if relation.kind == "entails":
            yield from _beyond(assessment, outline.first[relation.left], outline.first[relation.right])


def _rank(citation: Citation) -> int:
    return _RANK[citation.hedge]


def _endorsed(things: Sequence[Statement | Step]) -> dict[Party, list[Citation]]:
    """Return by party where it endorses something."""
    found: dict[Party, list[Citation]] = {}
    for thing in things:
        for citation in thing.citations:
            if citation.stance == "endorsed":
                found.setdefault(party(citation), []).append(citation)
    return found


def _own_steps(outline: Outline, name: str, who: Party) -> list[Step]:
    """Return the steps by which a party itself gets to a statement; those without a citation are anybody's."""
    steps = [step for step in outline.supports[name] if not step.get("by")]
    return [step for step in steps if not step.citations or who in _endorsed([step])]


def _firmness(outline: Outline, step: Step, who: Party) -> int:
    """Return how firm a step is as a party takes it: no firmer than itself, nor than any of its premises."""
    own = _endorsed([step]).get(who, [])
    ranks = [max(map(_rank, own))] if own else [_RANK["asserted"]]
    for premise in reasons(step):
        cited = _endorsed(outline.groups[outline.first[premise]]).get(who, [])
        ranks += [max(map(_rank, cited))] if cited else []
    return min(ranks)


def _inflated(
    assessment: Assessment, members: Sequence[Statement], firmest: Citation, steps: Sequence[Step], best: int
) -> Finding:
    hedge = HEDGES[len(HEDGES) - best]
    return Finding(
        f"{called(members[0])} is {firmest.hedge} by {_who(assessment, firmest)}, and no step to it is more than {hedge}",
        at(assessment, _holder(members, firmest), firmest),
        "a firmer step, or the conclusion with the hedge of its best one",
        (),
        tuple(at(assessment, step, text=f"no more than {hedge}") for step in steps),
    )


def _uneven(assessment: Assessment, members: Sequence[Statement], firmest: Citation, weakest: Citation) -> Finding:
    there = "".join(f" in {locator}" for locator in weakest.locators[:1])
    return Finding(
        f"{called(members[0])} is {firmest.hedge} here, and only {weakest.hedge}{there} by the same {_party(firmest)}",
        at(assessment, _holder(members, firmest), firmest),
        "which of the two is meant; the weaker one, where the reasons carry no more",
        (),
        (at(assessment, _holder(members, weakest), weakest, text=f"{weakest.hedge} here"),),
    )


def _beyond(assessment: Assessment, name: str, entailed: str) -> Iterator[Finding]:
    """Hold a statement against what follows from it, as each party that endorses both puts them."""
    one, other = (assessment.outline.groups[each] for each in (name, entailed))
    weaker = _endorsed(other)
    for who, cited in _endorsed(one).items():
        firmest, follows = max(cited, key=_rank), max(weaker.get(who, cited), key=_rank)
        if firmest.hedge == "asserted" and firmest.hedge != follows.hedge:
            yield Finding(
                f"{called(one[0])} is asserted, and {called(other[0])}, which follows from it, is only {follows.hedge}",
                at(assessment, _holder(one, firmest), firmest),
                "as much firmness for what follows, or less for what it follows from",
                (),
                (at(assessment, _holder(other, follows), follows, text=f"{follows.hedge} here"),),
            )


def _holder(members: Sequence[Statement], citation: Citation) -> Statement:
    return next(member for member in members if citation in member.citations)


def _who(assessment: Assessment, citation: Citation) -> str:
    return named(assessment, party(citation)[0])


def _party(citation: Citation) -> str:
    return "voice" if citation.voices else "document"
