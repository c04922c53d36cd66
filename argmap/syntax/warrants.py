"""Which warrants of a step the text of a file gives: with the step, or on lines of their own (`step since "…"`).

Those on lines of their own come after the others in a step's list, wherever they stand, those of each file together.
"""

from __future__ import annotations

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
    for step in whole.steps:
        names = [name for name, giver in zip(step.warrants, _givers(step, homes, sight), strict=True) if giver == file]
        if names:
            found[step.id] = Warrants(names, *_bounds(step, names, numbers, own=step.file == file))
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


def _bounds(step: Step, names: list[str], numbers: dict[str, int], *, own: bool) -> tuple[int, int]:
    if not own:
        return 0, 0
    if not step.named:
        return len(names), len(names)
    # A warrant that is defined before the one it follows can only have got there by a line of its own.
    nameless = [(at, numbers[name]) for at, name in enumerate(names) if name in numbers]
    for (before, number), (at, next_number) in zip(nameless, nameless[1:], strict=False):
        if next_number < number:
            return before + 1, at
    return 0, len(names)
