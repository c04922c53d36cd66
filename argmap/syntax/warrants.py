"""Which warrants of a step the text of a file gives: with the step, or on lines of their own (`step since "…"`).

Those on lines of their own come after the others in a step's list, wherever they stand, those of each file together.
"""

from __future__ import annotations

from itertools import takewhile
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import entities, is_named
from argmap.syntax.scope import Scope

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Step


class Warrants(NamedTuple):
    """The warrants of one step that one file gives: at least, and at most, so many of them stand with the step."""

    names: list[str]
    least: int
    most: int


def warrants_given_in(whole: ArgumentMap, file: int) -> dict[str, Warrants]:
    """Return the warrants that the text of a file gives to each step, its own or another file's."""
    homes = {entity.id: entity.file for entity in entities(whole)}
    sight = [Scope(whole, number, homes).before for number in range(len(whole.files))]
    numbers = {each.id: number for number, each in enumerate(whole.statements) if not each.named}
    found = {}
    floor = -1  # the last statement that is known to stand before what a step of this file brings after its premises
    for step in whole.steps:
        own = step.file == file
        first, *others = (numbers.get(name, -1) for name in step.premises)
        if own:
            floor = max(floor, first, numbers.get(step.target, -1))
        givers = _givers(step, homes, sight)
        names = [name for name, giver in zip(step.warrants, givers, strict=True) if giver == file]
        if names:
            most = sum(1 for _ in takewhile(step.file.__eq__, givers)) if own else 0
            if step.named and min(givers) >= step.file:
                least, most = _bounds([numbers.get(name) for name in names], most, max([floor, *others]))
            else:  # lines of their own come file by file: what stands before those of an earlier file is no such line
                least = most
            found[step.id] = Warrants(names, least, most)
    return found


def _givers(step: Step, homes: dict[str, int], sight: list[dict[int, str]]) -> list[int]:
    """Say for each warrant of a step which file gives it: that of the step, as far as it can."""
    givers = []
    at = step.file
    for number, name in enumerate(step.warrants):
        home = homes.get(name, at)
        if not is_named(name):
            at = home
        elif home not in sight[at]:
            seeing = [each for each, seen in enumerate(sight) if home in seen and step.file in seen] or [home]
            last = min((homes[later] for later in step.warrants[number:] if not is_named(later)), default=len(sight))
            at = max((each for each in seeing if each <= last), default=seeing[0])
        givers.append(at)
    return givers


def _bounds(numbers: list[int | None], most: int, floor: int) -> tuple[int, int]:
    """Narrow down how many of some warrants stand with their step; those without a name come with their numbers.

    Those with the step stand in order, after the statement `floor`, and so do those on lines of their own.
    """
    last = floor
    for at, number in enumerate(numbers[:most]):
        if number is not None:
            if number < last:
                most = at
                break
            last = number
    alone = next((number for number in numbers[most:] if number is not None), inf)
    before = [at for at, number in enumerate(numbers[:most]) if number is not None and number > alone]
    return before[-1] + 1 if before else 0, most
