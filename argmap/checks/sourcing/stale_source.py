"""S107 stale-source: a source that is out of date, or that the map could not have known.

## What it finds

A source on which a statement rests and that `superseded-by:` says is replaced; or, in a map with an `as-of:` day, one
dated after that day, or older than ten years. Dates are compared by year, month or day, as far as both are given.

## Why it matters

A judgement is no fresher than what it rests on. And a map "as of" a day that cites a later paper is either wrong about
the day, or was changed afterwards without saying so.

## Example

```argmap
map { as-of: 2025-03-01 }
source survey "Survey of the harbour bed" { kind: report  date: 2009-05 }
claim passable "The channel is deep enough for the new ferry." {
    because evidence depth "It is nine metres deep." { cite: survey p2 }
}
```

## Better

```argmap
map { as-of: 2025-03-01 }
source survey "Survey of the harbour bed" { kind: report  date: 2024-05 }
claim passable "The channel is deep enough for the new ferry." {
    because evidence depth "It is nine metres deep." { cite: survey p2 }
}
```

## Settings

`max-age`: how many years old a source may be, 10 where nothing is set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import places, statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings


MAX_AGE = 10  # years


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find sources that carry something and are replaced, too old, or younger than the map."""
    today = assessment.map.word("as-of")
    carried = assessment.grounds.carried
    for source in assessment.map.sources:
        names = carried.get(source.id)
        if not names:
            continue
        newer, date = source.word("superseded-by"), source.get("date")
        if newer:
            where, what = source.get("superseded-by"), f"is replaced by `{newer}`"
            answer = f"whether `{newer}` still says so; then cite that"
        elif date is not None and today and (age := _out_of(source.word("date"), today)):
            where, what = date, age
            answer = "a newer source, or a word on why this one still holds" if "years" in age else "a later `as-of:`"
        else:
            continue
        message = f"`{source.id}` {what}, and {statement_names(assessment, names)} rests on it"
        if len(names) > 1:
            message = f"`{source.id}` {what}, and {statement_names(assessment, names)} rest on it"
        yield Finding(message, at(assessment, source, where), answer, (), places(assessment, names, "rests on it"))


def _out_of(date: str, today: str) -> str:
    """Say how a date lies outside the time of the map, if it does; dates are compared as far as both are given."""
    known = min(len(date), len(today))
    if date[:known] > today[:known]:
        return f"is of {date}, later than the day of this map, {today}"
    years = int(today[:4]) - int(date[:4]) - (date[4:known] > today[4:known])
    return f"is of {date}, more than {MAX_AGE} years before the day of this map" if years > MAX_AGE else ""
