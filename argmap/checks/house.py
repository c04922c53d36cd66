"""Rules of the house, written as data: words to avoid or to demand, attributes that must be given."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.diagnostics import Diagnostic, Label
from argmap.model import Statement, Step, entities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import HouseRule, Settings
    from argmap.model import Entity


def kept_in(assessment: Assessment, settings: Settings) -> list[Diagnostic]:
    """Run the rules of the house; return what does not keep to them, in the order of the rules and of the map."""
    things = list(entities(assessment.map))
    found = []
    for rule in settings.house:
        if settings.wants(rule.code):
            severity = settings.severities.get(rule.code, rule.severity)
            for thing in things:
                if _kind(thing) in rule.on:
                    found += [
                        Diagnostic(rule.code, f"{seen}: {rule.message}", where, severity=severity)
                        for seen, where in _faults(assessment, rule, thing)
                    ]
    return found


def _faults(assessment: Assessment, rule: HouseRule, thing: Entity) -> Iterator[tuple[str, Label]]:
    place = at(assessment, thing)
    begin = max(place.source.text.find('"', thing.start, thing.end), thing.start)  # names are no words
    for match in _pattern(rule.avoid).finditer(place.source.text, begin, thing.end) if rule.avoid else ():
        yield f"“{match[0]}” stands here", place._replace(start=match.start(), end=match.end())
    if rule.demand and not _pattern(rule.demand).search(place.source.text, begin, thing.end):
        yield f"{_either(rule.demand)} is missing here", place
    for key in rule.require:
        if not (thing.get(key) or (key == "cite" and isinstance(thing, (Statement, Step)) and thing.citations)):
            yield f"`{key}:` is missing on this {_kind(thing)}", place


def _kind(thing: Entity) -> str:
    return thing.kind if isinstance(thing, Statement) else _KINDS[type(thing).__name__]


_KINDS = {"SourceDocument": "source", "Voice": "voice", "Question": "question", "Step": "step"}


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    phrases = (r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


def _either(words: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"one of {', '.join(quoted)}"
