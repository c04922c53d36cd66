"""How the figures of a matrix are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.matrix.readings import Rule

_MINUS = "−"
_WHOLE = frozenset({"inconsistency", "squared", "net"})


def shown_score(rule: Rule, value: float) -> str:
    """Show a score or one of its terms: whole where the rule counts, else with two decimals."""
    text = f"{abs(value):.0f}" if rule in _WHOLE else f"{abs(value):.2f}"
    return _MINUS + text if value < 0 and float(text) else text
