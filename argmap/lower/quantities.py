"""Numbers and dates as they are written in a map."""

from __future__ import annotations

import re

_NUMBER = r"(\d+(?:\.\d+)?|\.\d+)(%?)"
_RANGE = re.compile(rf"{_NUMBER}(?:\.\.{_NUMBER})?")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


def read_range(word: str) -> tuple[float, float] | None:
    """Return low and high of `0.7`, `70%`, `0.6..0.8` or `60..80%` as they stand, unchecked; None where it is no number."""
    match = _RANGE.fullmatch(word)
    if match is None:
        return None
    first, percent, last, last_percent = match.groups()
    low = _fraction(first, percent=bool(percent or last_percent))
    return low, (_fraction(last, percent=bool(last_percent)) if last else low)


def is_date(word: str) -> bool:
    """Tell whether a word is a year, a month or a day of the calendar: `2024`, `2024-07`, `2024-07-19`."""
    match = _DATE.fullmatch(word)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    if not 1 <= month <= len(_DAYS):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= _DAYS[month - 1] + (month == _FEBRUARY and leap)


def _fraction(number: str, *, percent: bool) -> float:
    # Rounded so that 70% is the same number as 0.7.
    return round(float(number) / 100, 12) if percent else float(number)
