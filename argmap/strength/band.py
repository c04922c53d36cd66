"""The band: what several semantics make of each statement, and where they disagree on which answer leads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.strength.constants import MET
from argmap.strength.contests import answers
from argmap.strength.engine import strengths_in
from argmap.strength.gated import BAND

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import ArgumentMap
    from argmap.strength.prepare import Prepared
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
    """The spread of each statement that is assessed, by its id, and every ranking of answers that flips."""

    reading: Reading
    spreads: dict[str, Spread]
    flips: tuple[Flip, ...]


def band(ready: Prepared, reading: Reading | None = None, semantics: Sequence[str] = BAND) -> Band:
    """Compare what several semantics make of a compiled map.

    Args:
        ready: The compiled map.
        reading: The reading; without it the one that is shown first.
        semantics: The names of the semantics to compare.
    """
    reading = reading or ready.leading
    values: dict[str, dict[str, float]] = {statement.id: {} for statement in ready.map.statements}
    for rule in semantics:
        for name, one in strengths_in(ready, reading, rule).statements.items():
            if one.strength is not None:
                values[name][rule] = one.strength
    spreads = {name: Spread(one, min(one.values()), max(one.values())) for name, one in values.items() if one}
    return Band(reading, spreads, tuple(_flips(ready.map, spreads)))


def _flips(argument_map: ArgumentMap, spreads: dict[str, Spread]) -> Iterable[Flip]:
    for question, names in answers(argument_map).items():
        for left, right in combinations([name for name in names if name in spreads], 2):
            one, other = spreads[left].values, spreads[right].values
            both = [name for name in one if name in other]
            before = tuple(name for name in both if one[name] - other[name] > MET)
            after = tuple(name for name in both if other[name] - one[name] > MET)
            if before and after:
                ahead = both[0] in before or both[0] not in after
                yield Flip(question, *((left, right, before, after) if ahead else (right, left, after, before)))
