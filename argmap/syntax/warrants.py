"""Which warrants of a step the text of a file gives: with the step, or on lines of their own (`step since "…"`).

Those on lines of their own come after the others in a step's list, wherever they stand, those of each file together.
"""

from __future__ import annotations

from itertools import takewhile
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
            with_step = sum(1 for _ in takewhile(step.file.__eq__, givers)) if own else 0
            least, most = _bounds(names[:with_step], numbers, max([floor, *others]))
            found[step.id] = Warrants(names, least if step.named else len(names), most)
    return found


def _givers(step: Step, homes: dict[str, int], sight: list[dict[int, str]]) -> list[int]:
    """Say for each warrant of a step which file gives it: that of the step, as far as it can."""
    givers = []
    at = step.file
    for name in step.warrants:
        home = homes.get(name, at)
        if not is_named(name):
            at = home
        elif home not in sight[at]:
            at = next((each for each, seen in enumerate(sight) if home in seen and step.file in seen), home)
        givers.append(at)
    return givers


def _bounds(names: list[str], numbers: dict[str, int], floor: int) -> tuple[int, int]:
    """Find the first warrant that stands on a line of its own since it is defined too early to stand with its step."""
    before, last = 0, floor
    for at, name in enumerate(names):
        if name in numbers:
            if numbers[name] < last:
                return before, at
            before, last = at + 1, numbers[name]
    return 0, len(names)
