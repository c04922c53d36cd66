"""On which inputs all that speaks for a statement depends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import NO_VIEW
from argmap.outline import reasons

if TYPE_CHECKING:
    from argmap.model import Step
    from argmap.outline import Outline
    from argmap.strength.result import Strengths

_NOTHING: frozenset[str] = frozenset()


def bearing(outline: Outline, strengths: Strengths) -> dict[str, frozenset[str]]:
    """Return for each statement the inputs without any one of which nothing would speak for it, itself included.

    An input is a statement that speaks of itself: with a base above "no view", or by its own say-so. A step needs what
    each of its premises needs; a statement needs what all its steps need, and its own input counts as one more step.
    Only steps that speak count: all premises above "no view", and not undercut to nothing. Circles need nothing.
    """
    needed: dict[str, frozenset[str]] = {}
    for part in outline.parts:
        name = part[0]
        if len(part) > 1:
            needed.update(dict.fromkeys(part, _NOTHING))
            continue
        ways = [_of(outline, step, needed) for step in outline.supports[name] if _speaks(step, strengths)]
        ways += [needed[other] for other in outline.entailed_by[name] if _above(other, strengths)]
        found = strengths.statements[name]
        if found.base > NO_VIEW or found.say_so > 0:
            ways.append(frozenset({name}))
        needed[name] = frozenset.intersection(*ways) if ways else _NOTHING
    return needed


def _of(outline: Outline, step: Step, needed: dict[str, frozenset[str]]) -> frozenset[str]:
    return _NOTHING.union(*(needed[outline.first[premise]] for premise in reasons(step)))


def _speaks(step: Step, strengths: Strengths) -> bool:
    found = strengths.steps[step.id]
    return found.factor > 0 and found.weight > 0 and all(_above(name, strengths) for name in reasons(step))


def _above(name: str, strengths: Strengths) -> bool:
    strength = strengths.statements[name].strength
    return strength is not None and strength > NO_VIEW
