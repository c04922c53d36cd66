"""Findings as people read them: errors and warnings one by one, suggestions gathered by rule and claim."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from argmap.render.messages.plain import Paint, excerpt, place_of, plain, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.diagnostics import Diagnostic

SEVERITIES = ("error", "warning", "suggestion")


def findings(found: Sequence[Diagnostic], *, colour: bool = False) -> str:
    """Return the findings with source line and caret, in the order of their places; suggestions of one rule come together.

    Suggestions stand last. Where several of one rule speak of one claim, its line is shown once.
    """
    by_rule: dict[str, list[Diagnostic]] = {}
    for each in found:
        if each.severity == "suggestion":
            by_rule.setdefault(each.code, []).append(each)
    first = plain((each for each in found if each.severity != "suggestion"), colour=colour)
    paint = Paint(on=colour)
    groups = ["".join(f"{line}\n" for line in _group(group, paint)) for group in by_rule.values()]
    return "\n".join(filter(None, [first, *groups]))


def statistics(found: Sequence[Diagnostic]) -> str:
    """Return how often each rule has spoken, the most frequent first."""
    counts = Counter((each.code, each.name, each.severity) for each in found)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    width = len(str(rows[0][1])) if rows else 0
    return "".join(f"{number:{width}}  {code} {name}  {severity}\n" for (code, name, severity), number in rows)


def summary(found: Sequence[Diagnostic]) -> str:
    """Return the numbers of findings in words: "2 warnings, 1 suggestion"; empty where there are none."""
    kinds = [(kind, sum(each.severity == kind for each in found)) for kind in SEVERITIES]
    return ", ".join(f"{number} {kind}{'s' if number != 1 else ''}" for kind, number in kinds if number)


def _group(group: list[Diagnostic], paint: Paint) -> Iterator[str]:
    if len(group) == 1:
        yield from plain(group, colour=paint.on).splitlines()
        return
    first = group[0]
    yield f"{paint('36;1', 'suggestion')} {paint('1', first.code)} {first.name}, {len(group)} times:"
    helps = list(dict.fromkeys(each.help for each in group))
    for _, there in groupby(group, key=lambda each: (each.where.source.path, each.where.start)):
        several = list(there)
        yield f"  {place_of(several[0].where)}: {several[0].message}"
        yield from (f"      and {each.message}" for each in several[1:])
        yield from (f"  {line}" for line in excerpt(several[0].where, paint, "36;1"))
        if len(helps) > 1:
            yield from (
                f"      {paint('1', 'expected:')} {each}" for each in dict.fromkeys(e.help for e in several) if each
            )
    if len(helps) == 1 and helps[0]:
        yield f"    {paint('1', 'expected:')} {helps[0]}"
    yield from reason(first.code, paint)
