"""Numbers, shares and dates as they stand in a map, and what someone may have meant who wrote them otherwise."""

from __future__ import annotations

import re

from argmap.model import Range

_NUMBER = r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_PROBABILITY = re.compile(rf"{_NUMBER}(%?)(?:\.\.{_NUMBER}(%?))?")
_PLAIN = re.compile(_NUMBER)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DATE_PARTS = re.compile(
    r"([0-9]{4})[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?|([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WITH_MONTH = re.compile(
    r"(?:(?P<first>[0-9]{1,2})(?:[a-z]{2}|\.)? )?(?P<month>[a-z]{3,9})\.?"
    r"(?: (?P<second>[0-9]{1,2})(?:[a-z]{2})? ?,)? ?(?P<year>[0-9]{4})"
)
_DASHES = re.compile(r"(?<=[0-9%])(?:\.{3,}|…|[-–—])(?=[0-9.])")
_PERCENT = re.compile(r"\s*(?:per ?cent|pct|prozent)\b", re.IGNORECASE)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY, _DECEMBER = 2, 12


def plain_number(word: str) -> float | None:
    """Read a number such as `2` or `0.5`, without sign or exponent."""
    return float(word) if _PLAIN.fullmatch(word) else None


def share(word: str) -> Range | None:
    """Read a number, a percentage, or a range of them, whatever its bounds: `0.7`, `70%`, `0.6..0.8`, `60..80%`."""
    match = _PROBABILITY.fullmatch(word)
    if match is None:
        return None
    low, low_percent, high, high_percent = match.groups()
    if high is None:
        number = _fraction(low, low_percent)
        return Range(number, number)
    return Range(_fraction(low, low_percent or high_percent), _fraction(high, high_percent))


def better_share(word: str) -> str:
    """Return how a share was perhaps meant that is none: `0,7`, `0.6-0.8`, `70 percent`, in other digits; or nothing."""
    better = _DASHES.sub("..", _PERCENT.sub("%", ascii_digits(word)).replace(" ", "").lstrip("~≈"))
    parts = better.split("..")
    better = "..".join(part.replace(",", ".") for part in parts)
    found = share(better)
    return better if found is not None and 0 <= found.low <= found.high <= 1 else ""


def turned(word: str) -> str:
    """Return a range with its ends exchanged."""
    low, _, high = word.partition("..")
    return f"{high}..{low}"


def is_date(word: str) -> bool:
    """Tell whether a word is a year, a month or a day of the calendar."""
    match = _DATE.fullmatch(word)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not 1 <= month <= _DECEMBER:
        return False
    return 1 <= day <= _DAYS[month - 1] + (leap and month == _FEBRUARY)


def better_date(word: str) -> str:
    """Return how a date was perhaps meant that is none: `2024/7/9`, `9.7.2024`, `9 July 2024`; or nothing."""
    named = _WITH_MONTH.fullmatch(" ".join(word.lower().split()))
    if named is not None and named["month"][:3] in _MONTHS:
        parts = (named["year"], str(_MONTHS.index(named["month"][:3]) + 1), named["first"] or named["second"])
        better = "-".join(part.zfill(2) for part in parts if part)
        return better if is_date(better) else ""
    match = _DATE_PARTS.fullmatch(ascii_digits(word))
    if match is None:
        return ""
    year, month, day, first, second, last = match.groups()
    if last:
        year, month, day = last, second, first
        if int(month) > _DECEMBER or (int(first) <= _DECEMBER and first != second and "/" in word):
            return ""  # which of the two is the day?
    better = "-".join(part.zfill(2) for part in (year, month, day) if part)
    return better if is_date(better) else ""


def ascii_digits(word: str) -> str:
    """Write digits of any script as 0 to 9."""
    if word.isascii():
        return word
    return "".join(str(int(char)) if char.isdecimal() else char for char in word)


def _fraction(number: str, percent: str) -> float:
    # Rounded so that 70% is the same number as 0.7.
    return round(float(number) / 100, 12) if percent else float(number)
