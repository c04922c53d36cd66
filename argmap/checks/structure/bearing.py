"""Which statements all the reasons for another pass through."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from argmap.outline import reasons

if TYPE_CHECKING:
    from argmap.model import Step
    from argmap.outline import Outline
    from argmap.provenance.grounds import Grounds

Names = frozenset[str]

_NOTHING: Names = frozenset()
_MOST = 64  # feet of one statement that are told apart, so that the cost stays linear


class Feet(NamedTuple):
    """What a statement cannot do without: all of that, and what at least two of its lines of reasons lead to."""

    needed: Names = _NOTHING
    joint: Names = _NOTHING


def feet(outline: Outline, grounds: Grounds) -> dict[str, Feet]:
    """Return for each statement the shared ones without any of which no reason for it would be left.

    Shared is what is a premise of several supporting steps. A step needs its premises, and what each of them needs; a
    statement needs what all of its steps need. One that somebody attests by itself needs nothing, and neither do
    statements that support each other in a circle.
    """
    shared = {
        name for name, steps in outline.used.items() if len([step for step in steps if _counts(outline, step)]) > 1
    }
    found: dict[str, Feet] = dict.fromkeys(outline.groups, Feet())
    for part in outline.parts if shared else ():
        name = part[0]
        if len(part) == 1 and not _stands_alone(outline, grounds, name):
            found[name] = _feet(outline, name, found, shared)
    return found


def nearest(name: str, found: dict[str, Feet]) -> list[str]:
    """Return the joint feet of a statement less those that lie under another of them."""
    joint = found[name].joint
    return [foot for foot in joint if not any(foot in found[other].needed for other in joint)]


def _feet(outline: Outline, name: str, found: dict[str, Feet], shared: set[str]) -> Feet:
    lines = [
        [outline.first[each] for each in reasons(step)] for step in outline.supports[name] if _counts(outline, step)
    ]
    lines += [[other] for other in outline.entailed_by[name]]
    if not lines:
        return Feet()
    needed = _few(outline, frozenset.intersection(*(_needs(line, found, shared) for line in lines)))
    if len(lines) > 1 or not needed:
        return Feet(needed, needed)
    below = [found[each].needed | ({each} & shared) for each in lines[0]]
    often = Counter(foot for each in below for foot in each)
    passed_on = _NOTHING.union(*(found[each].joint for each in lines[0]))
    return Feet(needed, frozenset(foot for foot in needed if often[foot] > 1) | (passed_on & needed))


def _needs(line: list[str], found: dict[str, Feet], shared: set[str]) -> Names:
    return frozenset(name for name in line if name in shared).union(*(found[name].needed for name in line))


def _few(outline: Outline, names: Names) -> Names:
    return names if len(names) <= _MOST else frozenset(sorted(names, key=outline.order.__getitem__)[:_MOST])


def _counts(outline: Outline, step: Step) -> bool:
    return step.kind == "support" and step.id in outline.taken


def _stands_alone(outline: Outline, grounds: Grounds, name: str) -> bool:
    """Tell whether a statement has a source beside its reasons."""
    is_evidence = any(member.kind == "evidence" for member in outline.groups[name])
    return is_evidence or bool(grounds.own[name])
