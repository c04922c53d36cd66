"""Documents side by side: where they agree, where they part, and what they make of the same evidence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from argmap.render.markup import plain
from argmap.render.places import locators
from argmap.render.report.opposed import opposed
from argmap.render.report.stances import FOR, position
from argmap.render.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.provenance.texts.coverage import Coverage, Part
    from argmap.render.report.context import Context
    from argmap.render.report.opposed import Opposed
    from argmap.render.report.parts import Ref
    from argmap.render.report.stances import Position
    from argmap.render.view import Proposition

_DOCUMENTS = 4  # of many documents those that say most are compared


@dataclass(frozen=True, slots=True)
class Shared:
    """A statement on which both documents take a position."""

    ref: Ref
    text: str
    first: Position
    second: Position


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that cannot both be true, of which each document holds one."""

    first: Ref
    words: str
    second: Ref


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents: `first` and `second` are what they are called."""

    first: str
    second: str
    agreements: tuple[Shared, ...]
    disagreements: tuple[Shared, ...]
    degrees: tuple[Shared, ...]
    clashes: tuple[Clash, ...]
    opposed: tuple[Opposed, ...]

    def __bool__(self) -> bool:
        """Tell whether the two have anything to do with each other."""
        return any((self.agreements, self.disagreements, self.degrees, self.clashes, self.opposed))


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document in numbers: statements it speaks of, by stance, those it alone has, and steps that are its own."""

    source: Ref
    statements: int
    endorsed: int
    conceded: int
    rejected: int
    passed_on: int
    alone: int
    steps: int


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph of a document: whether it is mapped, skipped or left, and by how many statements or why."""

    name: str
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What the map holds of one document: how many paragraphs are mapped, skipped and left, and each of them."""

    source: Ref
    mapped: int
    skipped: int
    left: int
    share: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """All documents in numbers, what is mapped of each, and the pairs of those that say most.

    `pairs` have something to do with each other; those of `apart` have not, and are only named.
    """

    rows: tuple[DocumentRow, ...]
    covered: tuple[Covered, ...]
    pairs: tuple[Comparison, ...]
    apart: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.rows)


def documents(context: Context) -> Documents:
    """Gather the documents in which statements stand; those that say most come first."""
    rows = [(_row(context, name), name) for name in context.documents]
    rows.sort(key=lambda pair: -pair[0].statements)
    most = [name for row, name in rows if row.statements > 1][:_DOCUMENTS]
    pairs = [_comparison(context, *pair) for pair in combinations(most, 2)]
    apart = tuple(f"{pair.first} and {pair.second}" for pair in pairs if not pair)
    covered = tuple(_covered(context, one) for one in context.analysis.assessment.coverage or () if one.paragraphs)
    return Documents(tuple(row for row, _ in rows), covered, tuple(filter(None, pairs)), apart)


def _covered(context: Context, found: Coverage) -> Covered:
    share = found.share
    return Covered(
        source=context.source(found.source.id),
        mapped=found.count("mapped"),
        skipped=found.count("skipped"),
        left=found.count("left"),
        share="" if share is None else f"{share:.0%}",
        places=tuple(Place(locators([part.name]), part.state, _held(part)) for part in found.paragraphs),
    )


def _held(part: Part) -> str:
    """Say what the map makes of a passage; of one that is left, how it begins."""
    if part.state == "mapped":
        return counted(len(part.statements), "statement")
    return part.skipped or "skipped" if part.state == "skipped" else part.begins or "left"


def _row(context: Context, document: str) -> DocumentRow:
    held = [(each, found) for each in context.view.propositions if (found := position(context, each, document)).stance]
    stances = [found.stance for _, found in held]
    return DocumentRow(
        source=context.source(document),
        statements=len(held),
        endorsed=stances.count("endorsed"),
        conceded=stances.count("conceded"),
        rejected=stances.count("rejected"),
        passed_on=stances.count("reported") + stances.count("entertained"),
        alone=sum(len({citation.source for citation in each.citations}) == 1 for each, _ in held),
        steps=sum(any(c.source == document for c in step.citations) for step in context.view.steps),
    )


def _comparison(context: Context, first: str, second: str) -> Comparison:
    shared = [
        (position(context, each, first), position(context, each, second), each) for each in context.view.propositions
    ]
    both = [(one, two, each) for one, two, each in shared if one.stance and two.stance]
    agreed = [row for row in both if row[0].stance == row[1].stance and row[0].hedge == row[1].hedge]
    against = [row for row in both if _opposite(row[0], row[1])]
    rest = [row for row in both if row not in agreed and row not in against]
    called = context.called
    return Comparison(
        first=called.get(first, first),
        second=called.get(second, second),
        agreements=tuple(_shared(context, *row) for row in agreed),
        disagreements=tuple(_shared(context, *row) for row in against),
        degrees=tuple(_shared(context, *row) for row in rest),
        clashes=tuple(_clashes(context, first, second)),
        opposed=opposed(context, first, second),
    )


def _opposite(one: Position, two: Position) -> bool:
    return (one.stance in FOR and two.stance == "rejected") or (two.stance in FOR and one.stance == "rejected")


def _shared(context: Context, one: Position, two: Position, proposition: Proposition) -> Shared:
    return Shared(context.ref(proposition), plain(proposition.first.title), one, two)


def _holds(context: Context, proposition: Proposition, document: str) -> bool:
    return position(context, proposition, document).stance in FOR


def _clashes(context: Context, first: str, second: str) -> Iterator[Clash]:
    for relation in context.view.relations:
        if relation.kind not in {"contradicts", "excludes"}:
            continue
        left, right = context.view.home[relation.left], context.view.home[relation.right]
        for one, two in ((left, right), (right, left)):
            if _holds(context, one, first) and _holds(context, two, second):
                yield Clash(context.ref(one), relation.kind, context.ref(two))
                break
