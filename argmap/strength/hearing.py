"""What is heard at a place where several steps end: one origin, one voice."""

from __future__ import annotations

from itertools import pairwise
from math import expm1, fsum, inf, log1p
from typing import TYPE_CHECKING, NamedTuple

from argmap.strength.semantics import own_part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.graph import Rows
    from argmap.strength.semantics import Shares

    Values = Sequence[float] | Mapping[int, float]  # a number for each step


class Ear(NamedTuple):
    """The steps of one sign that end at one place.

    Attributes:
        steps: Those of which something counts whatever the others bring.
        parts: Of each of them how much does, 0..1; None where all of all does.
        rivals: For each origin that several steps bring these steps, with the share each has from it: the largest
            `contribution * share` counts.
    """

    steps: tuple[int, ...]
    parts: tuple[float, ...] | None = None
    rivals: tuple[tuple[tuple[int, float], ...], ...] = ()

    @property
    def every(self) -> list[int]:
        """All steps that end here, in their order."""
        return sorted({*self.steps, *(step for group in self.rivals for step, _ in group)})

    def amounts(self, values: Values) -> list[float]:
        """Return the amounts that count, from the contribution of every step; they belong to no one step."""
        if self.parts is None:
            return [values[step] for step in self.steps]
        found = [values[step] * part for step, part in zip(self.steps, self.parts, strict=True)]
        found += [max([values[step] * share for step, share in group]) for group in self.rivals]
        return found

    def shares_taken(self, values: Values) -> list[float]:
        """Return the same where each value is a share, 0..1, taken from what the others leave.

        What adds up there are the logarithms of what is left, and so it is these that origins have their parts of.
        """
        if self.parts is None:
            return [values[step] for step in self.steps]
        return [_share(amount) for amount in self.amounts(self._losses(values))]

    def each(self, values: Values) -> list[float]:
        """Return the same where only the strongest counts, whatever its origin: all there are."""
        return [values[step] for step in self.every]

    def divided(self, values: Values) -> dict[int, float]:
        """Return what counts of each step; steps that bring an origin in equal measure divide what it counts for."""
        parts = self.parts or (1.0,) * len(self.steps)
        won = {step: [values[step] * part] for step, part in zip(self.steps, parts, strict=True)}
        for group in self.rivals:
            amounts = [(values[step] * share, step) for step, share in group]
            largest = max(amounts)[0]
            first = [step for amount, step in amounts if amount == largest]
            for step in first:
                won.setdefault(step, []).append(largest / len(first))
        return {step: fsum(found) for step, found in won.items()}

    def divided_shares(self, values: Values) -> dict[int, float]:
        """Return the same where each value is a share taken from what the others leave."""
        if self.parts is None:
            return {step: values[step] for step in self.steps}
        return {step: _share(amount) for step, amount in self.divided(self._losses(values)).items()}

    def undivided(self, values: Values) -> dict[int, float]:
        """Return the same where only the strongest counts, whatever its origin."""
        return {step: values[step] for step in self.every}

    def _losses(self, values: Values) -> dict[int, float]:
        return {step: _loss(values[step]) for step in self.every}


def _loss(share: float) -> float:
    """Return by how much the natural logarithm falls when this share is taken."""
    return -log1p(-share) if share < 1.0 else inf


def _share(loss: float) -> float:
    return -expm1(-loss)


class Hearing(NamedTuple):
    """The ears of a network: two for each node, one for each step, which hears its undercutters."""

    supports: list[Ear]
    attacks: list[Ear]
    undercutters: list[Ear]

    @property
    def rivalry(self) -> bool:
        """Whether any two steps bring one origin to the same place."""
        return any(ear.rivals for ears in self for ear in ears)


def hearing(supports: Rows, attacks: Rows, undercutters: Rows, shares: Sequence[Shares]) -> Hearing:
    """Work out what is heard where."""
    return Hearing(*([_ear(row, shares) for row in _each(rows)] for rows in (supports, attacks, undercutters)))


def _each(rows: Rows) -> list[list[int]]:
    return [rows.items[first:end] for first, end in pairwise(rows.start)]


def _ear(steps: Sequence[int], shares: Sequence[Shares]) -> Ear:
    if len(steps) < 2 or not any(shares[step] for step in steps):  # noqa: PLR2004 two can rival
        return Ear(tuple(steps))
    brought: dict[int, list[tuple[int, float]]] = {}
    for step in steps:
        for origin, share in shares[step]:
            brought.setdefault(origin, []).append((step, share))
    rivals = tuple(tuple(group) for group in brought.values() if len(group) > 1)
    if not rivals:
        return Ear(tuple(steps))
    contested = {origin for origin, group in brought.items() if len(group) > 1}
    parts = [_uncontested(shares[step], contested) for step in steps]
    kept = [(step, part) for step, part in zip(steps, parts, strict=True) if part > 0.0]
    return Ear(tuple(step for step, _ in kept), tuple(part for _, part in kept), rivals)


def _uncontested(shares: Shares, contested: set[int]) -> float:
    """Return the part of a step that no other step has from the same origin."""
    return own_part(tuple((origin, share) for origin, share in shares if origin in contested))
