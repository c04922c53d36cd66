"""Which statements all the reasons for another pass through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.outline import reasons

if TYPE_CHECKING:
    from argmap.model import Step
    from argmap.outline import Outline
    from argmap.provenance.grounds import Grounds

_NOTHING: frozenset[str] = frozenset()
_MOST = 64  # feet of one statement that are told apart, so that the cost stays linear


def feet(outline: Outline, grounds: Grounds) -> dict[str, frozenset[str]]:
    """Return for each statement the shared ones without any of which no reason for it would be left.

    Shared is what is a premise of several supporting steps: of others everybody sees what rests on them. A step needs
    its premises, and what each of them needs; a statement needs what all of its steps need. One that somebody attests
    by itself needs nothing, and neither do statements that support each other in a circle.
    """
    shared = {name for name, steps in outline.used.items() if _count(outline, steps) > 1}
    order = {name: place for place, name in enumerate(outline.groups)}
    needed: dict[str, frozenset[str]] = {}
    for part in outline.parts:
        for name in part:
            needed[name] = _NOTHING
        name = part[0]
        if len(part) > 1 or not shared or _stands_alone(outline, grounds, name):
            continue
        ways = [
            _needs([outline.first[each] for each in reasons(step)], needed, shared) for step in _taken(outline, name)
        ]
        ways += [_needs([other], needed, shared) for other in outline.entailed_by[name]]
        found = frozenset.intersection(*ways) if ways else _NOTHING
        needed[name] = found if len(found) <= _MOST else frozenset(sorted(found, key=order.__getitem__)[:_MOST])
    return needed


def uses_below(outline: Outline, foot: str, name: str) -> int:
    """Return how many of the steps that support a statement, directly or further down, have another as a premise."""
    cone = set(outline.cone([name]))
    return _count(outline, [step for step in outline.used[foot] if outline.first.get(step.target) in cone])


def _count(outline: Outline, steps: list[Step]) -> int:
    return sum(step.kind == "support" and step.id in outline.taken for step in steps)


def _taken(outline: Outline, name: str) -> list[Step]:
    return [step for step in outline.supports[name] if step.id in outline.taken]


def _stands_alone(outline: Outline, grounds: Grounds, name: str) -> bool:
    """Tell whether a statement has a source beside its reasons."""
    is_evidence = any(member.kind == "evidence" for member in outline.groups[name])
    return is_evidence or bool(grounds.own[name])


def _needs(names: list[str], needed: dict[str, frozenset[str]], shared: set[str]) -> frozenset[str]:
    return frozenset(name for name in names if name in shared).union(*(needed[name] for name in names))
