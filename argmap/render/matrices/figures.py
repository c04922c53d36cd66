"""How the figures of a matrix are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.scale import ROUNDING
from argmap.rounding import rounded

if TYPE_CHECKING:
    from argmap.matrix.readings import Rule

_MINUS = "−"
_WHOLE = frozenset({"inconsistency", "squared", "net"})


def shown_score(rule: Rule, value: float) -> str:
    """Show a score or one of its terms: whole where the rule counts, unless origins share a row; else with two decimals."""
    whole = rule in _WHOLE and abs(value - round(value)) < ROUNDING
    text = rounded(abs(value), 0 if whole else 2)
    return _MINUS + text if value < 0 and float(text) else text
