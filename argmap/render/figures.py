"""How figures are shown: `.72`, `>.99`, never per cent; what is not assessed is never a zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.rounding import rounded

if TYPE_CHECKING:
    from argmap.strength.result import StatementStrength
    from argmap.vocabulary import StepKind

NOT_ASSESSED = "not assessed"
_ENDS = {"0.00": "<.01", "1.00": ">.99"}
_LITTLE = 0.1
_TELLS = 0.005  # a range narrower than this is shown as one figure


def shown(value: float) -> str:
    """Show a strength or a base with two decimals: `.72`, `<.01` and `>.99` at the ends."""
    text = rounded(value, 2)
    return _ENDS.get(text) or text.removeprefix("0")


def shown_or_not(value: float | None) -> str:
    """Show a strength, or that it is not assessed."""
    return NOT_ASSESSED if value is None else shown(value)


def shown_range(low: float, high: float) -> str:
    """Show an interval, or one figure where its ends are the same: `.43–.71`."""
    first, last = shown(low), shown(high)
    return first if first == last else f"{first}–{last}"


def shown_strength(found: StatementStrength | None) -> str:
    """Show the strength of a statement: a figure, the interval of what does not settle, or that there is none."""
    if found is None or found.strength is None:
        return NOT_ASSESSED
    if found.undetermined and found.low is not None and found.high is not None:
        return shown_range(found.low, found.high)
    return shown(found.strength)


def band(found: StatementStrength | None) -> tuple[float, float] | None:
    """Return from where to where a bar is filled, in 0..1: from 0, save for what does not settle."""
    if found is None or found.strength is None:
        return None
    if found.undetermined and found.low is not None and found.high is not None:
        return _within(found.low), _within(found.high)
    return 0.0, _within(found.strength)


def spread(found: StatementStrength | None) -> str:
    """Show how low and how high a strength may be by the ranges of its inputs, or nothing where they have none."""
    if found is None or found.low is None or found.high is None or found.high - found.low < _TELLS:
        return ""
    return shown_range(found.low, found.high)


def span(found: StatementStrength | None) -> tuple[float, float] | None:
    """Return how low and how high a strength may be, in 0..1, or None where its inputs have no ranges."""
    if found is None or found.undetermined or not spread(found) or found.low is None or found.high is None:
        return None
    return _within(found.low), _within(found.high)


def shown_contribution(kind: StepKind, amount: float | None) -> str:
    """Show what a step contributes: `+1.2` bits, `−0.4`, of an undercut the share it takes away; or that there is none."""
    if amount is None:
        return NOT_ASSESSED
    if kind == "undercut":
        return f"takes {shown(amount)}"
    if amount < _TELLS:
        # its premise may be silent, or what it brings be counted already, for it comes from the same origin
        return "adds nothing" if kind == "support" else "takes nothing"
    return (
        f"{'+' if kind == 'support' else '−'}{rounded(amount, 1)}"
        if amount >= _LITTLE
        else f"{'+' if kind == 'support' else '−'}{shown(amount)}"
    )


def _within(value: float) -> float:
    return min(max(value, 0.0), 1.0)
