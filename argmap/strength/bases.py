"""Base scores: what a statement is worth before anything speaks for or against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model import NO_VIEW, Range
from argmap.strength.constants import ASSUMED, CREDIBILITY, CREDIBILITY_NOT_GIVEN
from argmap.strength.reliability import Chains
from argmap.strength.semantics import clipped

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.model import ArgumentMap, Statement


class Base(NamedTuple):
    """A base score with the range in which it may lie: `low <= value <= high`."""

    low: float
    value: float
    high: float

    @classmethod
    def of(cls, limits: Range) -> Base:
        """Return a base with this range, its middle as value."""
        low, high = limits
        return cls(low, low if low == high else (low + high) / 2.0, high)

    @property
    def no_view(self) -> bool:
        """Whether it says nothing at all."""
        return self.low == self.value == self.high == NO_VIEW

    @property
    def clipped(self) -> Base:
        """The same within [.01, .99]."""
        return Base(*map(clipped, self))


def bases(
    argument_map: ArgumentMap,
    classes: Sequence[Sequence[Statement]],
    withdrawn: Collection[str] = (),
    *,
    clip: bool = True,
) -> list[Base]:
    """Return the base of each class of restating statements (as `grouped` returns them).

    Args:
        argument_map: The map.
        classes: Its classes.
        withdrawn: Sources and voices that are done without: evidence of which nothing is left has no view.
        clip: Whether bases are kept within [.01, .99], as the semantics `log-odds` wants it.
    """
    left = Chains(argument_map, withdrawn)
    whole = Chains(argument_map) if withdrawn else left
    found = []
    for members in classes:
        fallen = left is not whole and _has_chain(members, whole) and not _has_chain(members, left)
        base = Base(NO_VIEW, NO_VIEW, NO_VIEW) if fallen else _class_base(members, left)
        found.append(base.clipped if clip else base)
    return found


def conflicting_bases(argument_map: ArgumentMap) -> list[list[Statement]]:
    """Return statements that restate each other and have different written bases: an error of the map.

    Each list holds, in the order of the map, the statements of one class that write a base. The engine goes on with
    the range over them.
    """
    written = [[s for s in members if s.range("base") is not None] for members in grouped(argument_map)]
    return [members for members in written if len({s.range("base") for s in members}) > 1]


def grouped(argument_map: ArgumentMap) -> list[list[Statement]]:
    """Return the classes of restating statements themselves, each in the order of the map."""
    statements = argument_map.statements
    return [[statements[number] for number in members] for members in argument_map.classes()]


def has_weighing_evidence(classes: Sequence[Sequence[Statement]], given: Sequence[Base]) -> bool:
    """Tell whether some evidence has a base other than "no view": a source, or a written base."""
    pairs = zip(classes, given, strict=True)
    return any(not base.no_view and any(s.kind == "evidence" for s in members) for members, base in pairs)


def observed(statement: Statement, reliability: float | None) -> float:
    """Return the base of evidence, `.5 + (p - .5) * r`: p by its credibility, r by its chain; .5 without source."""
    if reliability is None:
        return NO_VIEW
    worth = CREDIBILITY.get(statement.word("credibility"), CREDIBILITY_NOT_GIVEN)
    return NO_VIEW + (worth - NO_VIEW) * reliability


def _class_base(members: Sequence[Statement], chains: Chains) -> Base:
    """Return a written base, else the best evidence's, else that of the kind of the first statement."""
    written = [found for statement in members if (found := statement.range("base")) is not None]
    if written:
        return _spanning(written)
    seen = [_seen(s, chains) for s in members if s.kind == "evidence"]
    otherwise = ASSUMED if members[0].kind == "assumption" else NO_VIEW
    value = max(seen, default=otherwise)
    return Base(value, value, value)


def _seen(evidence: Statement, chains: Chains) -> float:
    """Return the base of evidence: what is expected and was not seen says nothing yet."""
    return NO_VIEW if evidence.word("seen") == "no" else observed(evidence, chains.reliability(evidence))


def _has_chain(members: Sequence[Statement], chains: Chains) -> bool:
    """Tell whether there is evidence among the statements, and a chain by which it is had."""
    return any(s.kind == "evidence" and chains.reliability(s) is not None for s in members)


def _spanning(written: Sequence[Range]) -> Base:
    """Return the range over written bases, with its middle as value."""
    return Base.of(Range(min(found.low for found in written), max(found.high for found in written)))
