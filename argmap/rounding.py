"""The one rule by which figures are rounded for people: a half goes away from 0, as it does by hand."""

from __future__ import annotations

from math import isfinite

_SLIP = 1e-9  # of the last place: .815 lies a little below itself as a float, and is .82


def rounded(value: float, places: int) -> str:
    """Put a number with so many decimals: .815 as `0.82`, −.004 as `0.00`."""
    if not isfinite(value):
        return str(value)
    scale = 10**places
    whole = int(abs(value) * scale + 0.5 + _SLIP)
    text = f"{whole // scale}.{whole % scale:0{places}}" if places else str(whole)
    return f"-{text}" if value < 0 and whole else text


def trimmed(value: float, places: int) -> str:
    """Put a number with so many decimals at most, without noughts at the end: `6`, `1.8`."""
    text = rounded(value, places)
    return text.rstrip("0").removesuffix(".") if places else text
