"""The band: what several semantics make of the statements that matter, and where they disagree on which leads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.strength.bases import has_weighing_evidence
from argmap.strength.constants import MET
from argmap.strength.engine import read, solutions
from argmap.strength.gated import BAND, on_maps
from argmap.strength.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import ArgumentMap
    from argmap.strength.result import Reading


@dataclass(frozen=True, slots=True)
class Spread:
    """One statement: its strength under each semantics, by name, and the least and the greatest of them."""

    values: dict[str, float]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Flip:
    """Two competing hypotheses which the semantics rank differently.

    `first` is the stronger under `leading`, `second` under `others`; where they are equal neither is.
    """

    question: str
    first: str
    second: str
    leading: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The spread of each hypothesis and main claim that is assessed, by its id, and every ranking that flips."""

    reading: Reading
    spreads: dict[str, Spread]
    flips: tuple[Flip, ...]


def band(argument_map: ArgumentMap, reading: Reading | None = None, semantics: Sequence[str] = BAND) -> Band:
    """Compare semantics on the hypotheses and main claims of a map.

    Args:
        argument_map: The map.
        reading: The reading; without it the one that is shown first.
        semantics: The names of the semantics to compare.
    """
    ready = prepare(argument_map)
    if reading is None:
        reading = "documented" if has_weighing_evidence(ready.classes, ready.given) else "granted"
    wanted = main_statements(argument_map)
    values: dict[str, dict[str, float]] = {name: {} for name in wanted}
    for rule in map(on_maps, semantics):
        documented, granted = solutions(ready, rule)
        found = read(ready, documented if reading == "documented" else granted, reading)
        for name in wanted:
            strength = found.statements[name].strength
            if strength is not None:
                values[name][rule.name] = strength
    spreads = {name: Spread(one, min(one.values()), max(one.values())) for name, one in values.items() if one}
    return Band(reading, spreads, tuple(_flips(argument_map, spreads)))


def main_statements(argument_map: ArgumentMap) -> list[str]:
    """Return the ids of the hypotheses, and of the claims that are no premise of any step, in the order of the map."""
    used = {name for step in argument_map.steps for name in (*step.premises, *step.warrants)}
    kinds = ((s.id, s.kind) for s in argument_map.statements)
    return [name for name, kind in kinds if kind == "hypothesis" or (kind == "claim" and name not in used)]


def competitors(argument_map: ArgumentMap) -> dict[str, list[str]]:
    """Return the answers that compete, by question; in a map without questions all hypotheses, under ""."""
    hypotheses = [s for s in argument_map.statements if s.kind == "hypothesis"]
    if not argument_map.questions:
        return {"": [s.id for s in hypotheses]}
    found = {}
    for question in argument_map.questions:
        saying = [s.id for s in hypotheses if s.word("answers") == question.id]
        found[question.id] = list(dict.fromkeys([*question.hypotheses, *saying]))
    return found


def _flips(argument_map: ArgumentMap, spreads: dict[str, Spread]) -> Iterable[Flip]:
    for question, answers in competitors(argument_map).items():
        for left, right in combinations([name for name in answers if name in spreads], 2):
            one, other = spreads[left].values, spreads[right].values
            both = [name for name in one if name in other]
            before = tuple(name for name in both if one[name] - other[name] > MET)
            after = tuple(name for name in both if other[name] - one[name] > MET)
            if before and after:
                ahead = both[0] in before or both[0] not in after
                yield Flip(question, *((left, right, before, after) if ahead else (right, left, after, before)))
