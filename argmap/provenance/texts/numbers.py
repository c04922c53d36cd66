"""Numbers in a text, however they are written: 28,000 and 28 000, 95% and 95 per cent, four, two million, 11 August.

Each is known by all that it may mean, so that what is told of a map as an error is one: `1.000` is one and a thousand,
`2022-23` ends in 23 and in 2023. Months count as numbers of their own kind, so that dates agree whatever their form.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Reading = float | str  # a number; a month as "month 8"

_GROUP = r"[,.'’\u00a0\u2009\u202f ]"
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "percent": 1.0,
}  # fmt: skip
_DIGITS = re.compile(
    rf"(?P<digits>\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d+(?:[.,]\d+)?)"
    r"(?:[\s-]?(?P<scale>hundred|thousand|millions?|billion|trillion|k|mn?|bn|tn)\b)?",
    re.IGNORECASE,
)
_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_WORDS = {word: float(number) for number, word in enumerate(_UNITS)} | {w: float(n) for w, n in _TENS.items()}
_BIG = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_ANY = "|".join(sorted([*_WORDS, *_BIG], key=len, reverse=True))
_SPELT = re.compile(rf"\b(?:{_ANY})(?:(?:[\s-]+|\s+and\s+)(?:{_ANY}))*\b", re.IGNORECASE)
_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_MONTH = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?\b")
_BESIDE_A_MONTH = re.compile(r"\d[a-z]{0,2}(?: of)?\s*$")
_AFTER_A_MONTH = re.compile(r"\.?,?\s*\d")
_YEARS = re.compile(r"(\d\d)\d\d[-–/]$")
_ABOUT = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|approximately|some|over|under|(?:more|less|fewer) than|at (?:least|most)|"
    r"up to|circa|ca\.?|well (?:over|under))\s*[$£€]?$|[~≈<>]\s*$",
    re.IGNORECASE,
)
# What counts things that are known already ("the three states") gives no figure; nor does “one”.
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|both|its|their|his|her|our|other|such|any|each|no)\s+$", re.IGNORECASE
)
# Words of a source that say a number in another way.
_SAID_OTHERWISE: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(("both", "pair", "pairs", "couple", "twice", "double", "doubled", "neither", "either", "twin"), (2,)),
    **dict.fromkeys(("half", "halves", "halved"), (0.5, 50, 2)),
    **dict.fromkeys(("triple", "trebled", "tripled", "trio", "thrice"), (3,)),
    **dict.fromkeys(("quarter", "quarters"), (0.25, 25, 4)),
    **dict.fromkeys(("dozen", "dozens"), (12,)),
    **dict.fromkeys(("decade", "decades"), (10,)),
    **dict.fromkeys(("century", "centuries"), (100,)),
    **dict.fromkeys(("millennium", "millennia"), (1000,)),
    **{w: (float(n),) for n, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], 1)},
    **{w: (float(n),) for n, w in enumerate(
        ["thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 13)},
    "thirds": (3.0,), "twenty-first": (21.0,),
}  # fmt: skip
_BEHIND = re.compile(r"(?:[\s-]+[^\W\d]+){1,3}")
_NOTE_MARKS = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), " ")  # to a pattern they would be letters of the word before
_SMALL = 12
_BEFORE = 24  # characters before a number that are looked at
_SHORT = 3  # letters: words like “of” and “the” are not what is counted
_OTHERWISE = re.compile(r"\b(?:" + "|".join(sorted(_SAID_OTHERWISE, key=len, reverse=True)) + r")\b", re.IGNORECASE)


class Number(NamedTuple):
    """A number as it is written.

    Attributes:
        written: The number, with a sign of per cent behind it.
        start: Where it begins.
        readings: All it may mean.
        about: Whether it is said to be rounded.
        counted: The words behind it, without their plural: what it counts is among them.
        small: Whether it is a small number in words, which may count what the source lists one by one.
    """

    written: str
    start: int
    readings: frozenset[Reading]
    about: bool = False
    counted: frozenset[str] = frozenset()
    small: bool = False


def figures_in(text: str) -> list[Number]:
    """Return the numbers that a statement commits itself to, in the order of its text."""
    text = text.translate(_NOTE_MARKS)
    found = list(_written(text))
    for match in _SPELT.finditer(text):
        bare = match[0].lower()
        if bare not in {"one", "hundred", "thousand", "million", "zero"} and not _DEFINITE.search(
            text, 0, match.start()
        ):
            found.append(_spelt(text, match))
    for match in _MONTH.finditer(text):
        beside = _BESIDE_A_MONTH.search(text[max(0, match.start() - _BEFORE) : match.start()]) or _AFTER_A_MONTH.match(
            text, match.end()
        )
        if beside:
            found.append(Number(match[0], match.start(), frozenset({_month(match[0])})))
    return sorted(found, key=lambda number: number.start)


def numbers_in(text: str) -> list[Number]:
    """Return every number of a source's text, also those that are said in other words, in the order of the text."""
    text = text.translate(_NOTE_MARKS)
    found = [*_written(text), *(_spelt(text, match) for match in _SPELT.finditer(text))]
    found += [Number(each[0], each.start(), frozenset({_month(each[0])})) for each in _MONTH.finditer(text)]
    for match in _OTHERWISE.finditer(text):
        found.append(Number(match[0], match.start(), frozenset(_SAID_OTHERWISE[match[0].lower()])))
    return sorted(found, key=lambda number: number.start)


def stands_among(number: Number, readings: frozenset[Reading]) -> bool:
    """Tell whether a number is one of these or, where it is said to be rounded, is one of them rounded."""
    if number.readings & readings:
        return True
    if not number.about:
        return False
    exact = [other for other in readings if isinstance(other, float)]
    return any(_rounds(value, other) for value in number.readings if isinstance(value, float) for other in exact)


def _rounds(value: float, exact: float) -> bool:
    """Tell whether a round number stands for an exact one: they differ by less than its last digit that is not 0."""
    written = f"{value:.10g}"
    if "." in written:
        unit = 10.0 ** -len(written.partition(".")[2])
    else:
        unit = 10.0 ** (len(written) - len(written.rstrip("0")))
    return bool(value) and abs(value - exact) < unit


def _written(text: str) -> list[Number]:
    found = []
    dates = list(_ISO.finditer(text))
    for match in dates:
        readings: set[Reading] = {float(match["year"]), f"month {int(match['month'])}"}
        found += [Number(match["year"], match.start(), frozenset({float(match["year"])}))]
        found += [Number(match["month"], match.start("month"), frozenset(readings - {float(match["year"])}))]
        if match["day"]:
            found.append(Number(match["day"], match.start("day"), frozenset({float(match["day"])})))
    for match in _DIGITS.finditer(text):
        if not any(date.start() <= match.start() < date.end() for date in dates):
            found.append(_digits(text, match))
    return found


def _digits(text: str, match: re.Match[str]) -> Number:
    written = match["digits"]
    bare = re.sub(r"[^\d.,]", "", written)
    values = {float(re.sub(r"[.,]", "", bare))} if re.fullmatch(r"\d+|\d{1,3}(?:[.,]?\d{3})+", bare) else set()
    head, point, tail = bare.replace(",", ".").rpartition(".")
    if point and tail and not re.fullmatch(r"\d{1,3}(?:,\d{3})+", bare):  # `1.400` may be little, `1,400` is not
        values.add(float(f"{head.replace('.', '')}.{tail}"))
    values |= {float(part) for part in re.split(r"[^\d.,]", written) if part.isdigit()}  # `2024 300` may be two
    if match["scale"]:
        values |= {value * _SCALES[match["scale"].lower()] for value in values}
    if before := _YEARS.search(text[max(0, match.start() - _BEFORE) : match.start()]):
        values |= {float(before[1] + written)} if len(written) == len(before[1]) else set()
    start = match.start()
    end = start + len(written)
    shown = text[start : end + 1] if text[end : end + 1] == "%" else match[0].strip()
    return Number(shown, start, frozenset(values), _is_about(text, start), _counted(text, match.end()))


def _spelt(text: str, match: re.Match[str]) -> Number:
    total, part = 0.0, 0.0
    values: set[Reading] = set()
    for word in re.split(r"[\s-]+", match[0].lower()):
        if word in _WORDS:
            part += _WORDS[word]
            values.add(_WORDS[word])
        elif word in {"hundred", "dozen"}:
            part = (part or 1.0) * _BIG[word]
        elif word in _BIG:
            total += (part or 1.0) * _BIG[word]
            part = 0.0
    values.add(total + part)
    single = {total + part} if len(values) > 1 else values
    start = match.start()
    small = max(value for value in single if isinstance(value, float)) <= _SMALL
    return Number(match[0], start, frozenset(single), _is_about(text, start), _counted(text, match.end()), small)


def _is_about(text: str, start: int) -> bool:
    return _ABOUT.search(text[max(0, start - _BEFORE) : start]) is not None


def _counted(text: str, end: int) -> frozenset[str]:
    words = _BEHIND.match(text, end)
    return (
        frozenset(word.lower().rstrip("s") for word in words[0].split() if len(word) > _SHORT) if words else frozenset()
    )


def _month(name: str) -> str:
    return next(f"month {number}" for number, month in enumerate(_MONTHS, 1) if month.startswith(name[:3].lower()))
