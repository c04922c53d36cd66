"""S107 stale-source: a source that is out of date, or that the map could not have known.

## What it finds

A source on which a statement rests and that `superseded-by:` says is replaced; or, in a map with an `as-of:` day, one
dated after that day, or more than ten years before it. Dates are compared by year, month or day, as far as both are
given. Laws and treaties do not age, nor does what speaks of a time of its own (`when:`).

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

`max-age`: how many years older than the map a source may be: 10 where nothing is set, 0 for any age.
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


_TIMELESS = frozenset({"law", "treaty", "resolution", "statute", "constitution", "judgment", "charter"})


def find(assessment: Assessment, settings: Settings) -> Iterator[Finding]:
    """Find sources that carry something and are replaced, too old, or younger than the map."""
    today = assessment.map.word("as-of")
    carried = assessment.grounds.carried
    timed = {statement.id for statement in assessment.map.statements if statement.get("when")}
    for source in assessment.map.sources:
        names = carried[source.id]
        newer, date = source.word("superseded-by"), source.word("date")
        if not names or not (newer or (date and today)):
            continue
        if newer:
            key, what = "superseded-by", f"is replaced by `{newer}`"
            answer = f"whether `{newer}` still says so; then cite that"
        elif _is_later(date, today):
            key, what = "date", f"is of {date}, later than the day of this map, {today}"
            answer = "a later `as-of:`, or a source of that time"
        else:
            names = [name for name in names if name not in timed]
            limit = settings.thresholds.max_age
            if not names or not limit or _age(date, today) <= limit or source.word("kind") in _TIMELESS:
                continue
            key, what = "date", f"is of {date}, more than {limit} years before the day of this map"
            answer = "a newer source; `when:` on what speaks of that time; or a word on why it still holds"
        rests = "rests" if len(names) == 1 else "rest"
        message = f"`{source.id}` {what}, and {statement_names(assessment, names)} {rests} on it"
        where = at(assessment, source, source.get(key))
        yield Finding(message, where, answer, (), places(assessment, names, "rests on it"))


def _is_later(date: str, today: str) -> bool:
    """Tell whether a date is later, as far as both are given."""
    known = min(len(date), len(today))
    return date[:known] > today[:known]


def _age(date: str, today: str) -> int:
    """Return how many full years lie between two dates, as far as both are given."""
    known = min(len(date), len(today))
    return int(today[:4]) - int(date[:4]) - (date[4:known] > today[4:known])
