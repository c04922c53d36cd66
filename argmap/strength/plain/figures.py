"""Numbers that someone gives: checked all at once where they are plain, one by one where they are not."""

from __future__ import annotations

from math import inf, isfinite
from numbers import Real
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.strength.plain.faults import NumberError
from argmap.strength.plain.graph import shown

if TYPE_CHECKING:
    from collections.abc import Sequence


class Bounds(NamedTuple):
    """The least and the greatest that a number may be."""

    least: float
    most: float

    def hold(self, values: Sequence[Any]) -> bool:
        """Tell quickly whether these are all plain, finite and within the bounds; it may miss some that are."""
        if not {*map(type, values)} <= {float, int}:
            return False
        try:
            return not values or (all(map(isfinite, values)) and self.least <= min(values) <= max(values) <= self.most)
        except OverflowError:
            return False

    def number(self, value: object, where: str, name: str) -> float:
        """Return a number as a float.

        Args:
            value: What was given.
            where: What it is, for the message.
            name: The name at fault.

        Raises:
            NumberError: It is no number (True and "1" are none), not finite, or out of bounds.
        """
        if isinstance(value, bool) or not isinstance(value, Real):
            raise NumberError(f"{where}: expected a number, found {shown(value)}", name)
        try:
            number = float(value)
        except OverflowError:
            number = inf
        if not (isfinite(number) and self.least <= number <= self.most):
            raise NumberError(f"{where}: expected {self._wanted()}, found {shown(value)}", name)
        return number

    def _wanted(self) -> str:
        if isfinite(self.most):
            return f"a number from {self.least:g} to {self.most:g}"
        return f"a finite number, {self.least:g} or more" if isfinite(self.least) else "a finite number"
