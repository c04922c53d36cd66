"""The map itself: statements, the steps between them, who says what where, and what competes with what.

Everything is data with integer offsets; equality looks at what a map says, never at where in a file it stands.
Nothing is merged away: statements that restate each other stay, and `classes` tells which belong together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.vocabulary import Hedge, RelationKind, Stance, StatementKind, StepKind

NO_VIEW = 0.5  # the base of a claim about which nothing is known


class Range(NamedTuple):
    """A closed interval of numbers; a single number has `low == high`."""

    low: float
    high: float


class SourceRef(NamedTuple):
    """A place in a source: its id, and locators as they are written ("par22", "n33-36")."""

    source: str
    locators: tuple[str, ...] = ()


class Check(NamedTuple):
    """Who checked a statement, on what day, and with what verdict."""

    who: str
    date: str
    verdict: str


AttributeValue = str | float | Range | SourceRef | Check | tuple[str, ...]


@dataclass(slots=True)
class Attribute:
    """One attribute as given: its key, its value in the type its table row demands, and a quoted reason."""

    key: str
    value: AttributeValue
    reason: str | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True)
class Citation:
    """Where a document says a thing, or a voice in that document does, with what stance and how firmly.

    `voices` is a chain, first the one who speaks, then who passed it on. `anchor` quotes a few words of the place.
    """

    source: str
    voices: tuple[str, ...] = ()
    locators: tuple[str, ...] = ()
    stance: Stance = "endorsed"
    hedge: Hedge = "asserted"
    anchor: str | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs cited, one by one: `par20-22 parq` gives "20", "21", "22", "q"."""
        return [name for locator in self.locators if locator.startswith("par") for name in expand(locator[3:])]

    @property
    def notes(self) -> list[int]:
        """The numbers of the notes cited, one by one."""
        return [int(number) for locator in self.locators if locator[0] == "n" for number in expand(locator[1:])]


@dataclass(slots=True, kw_only=True)
class Entity:
    """What everything with a name has in common: its id, its attributes, and where it stands (file, offsets)."""

    id: str
    attributes: list[Attribute] = field(default_factory=list)
    file: int = field(default=0, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    def get(self, key: str) -> Attribute | None:
        """Return the first attribute of that key."""
        for attribute in self.attributes:
            if attribute.key == key:
                return attribute
        return None

    def all(self, key: str) -> list[Attribute]:
        """Return every attribute of that key, in order."""
        return [attribute for attribute in self.attributes if attribute.key == key]

    def word(self, key: str, default: str = "") -> str:
        """Return the value of an attribute that holds one word or text."""
        found = self.get(key)
        return found.value if found is not None and isinstance(found.value, str) else default

    def flag(self, key: str) -> bool:
        """Tell whether an attribute says yes."""
        return self.word(key) == "yes"

    def names(self, key: str) -> tuple[str, ...]:
        """Return the value of an attribute that holds names: a list, or a chain of voices."""
        found = self.get(key)
        value = found.value if found is not None else ()
        if isinstance(value, str):
            return (value,)
        return value if isinstance(value, tuple) and not isinstance(value, (Range, SourceRef, Check)) else ()

    def all_names(self, key: str) -> list[str]:
        """Return the values of an attribute that may be given several times and names one thing each time."""
        return [attribute.value for attribute in self.all(key) if isinstance(attribute.value, str)]

    def range(self, key: str) -> Range | None:
        """Return the value of an attribute that holds a number or a range."""
        found = self.get(key)
        return found.value if found is not None and isinstance(found.value, Range) else None

    def places(self, key: str) -> list[SourceRef]:
        """Return the values of an attribute that names places in sources."""
        return [each.value for each in self.attributes if each.key == key and isinstance(each.value, SourceRef)]


@dataclass(slots=True, kw_only=True)
class Statement(Entity):
    """A bare proposition; how firmly anyone holds it lives in its citations.

    A statement without a name in the text has an id that begins with `_`. `section` is an index of the map's sections.
    """

    kind: StatementKind
    text: str
    citations: list[Citation] = field(default_factory=list)
    section: int | None = None

    @property
    def named(self) -> bool:
        """Whether the author gave it a name."""
        return is_named(self.id)

    @property
    def title(self) -> str:
        """A short label: the `title:` if there is one, else the text."""
        return self.word("title") or self.text


@dataclass(slots=True, kw_only=True)
class Step(Entity):
    """An inference: premises that together support or attack a statement, or undercut another step.

    `target` is the id of a statement, or of a step where `kind` is "undercut". `warrants` are the general licences.
    """

    kind: StepKind
    target: str
    premises: list[str]
    warrants: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether the author gave it a name."""
        return is_named(self.id)


@dataclass(slots=True, kw_only=True)
class Relation:
    """A relation between two statements; what each kind means stands in the language's reference."""

    kind: RelationKind
    left: str
    right: str
    reason: str | None = None
    file: int = field(default=0, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True, kw_only=True)
class SourceDocument(Entity):
    """A document that is cited, or on which a cited document relies."""

    title: str


@dataclass(slots=True, kw_only=True)
class Voice(Entity):
    """A person or body that speaks in a document."""

    name: str


@dataclass(slots=True, kw_only=True)
class Question(Entity):
    """A question, to which hypotheses are competing answers."""

    text: str

    @property
    def hypotheses(self) -> tuple[str, ...]:
        """Ids of the competing answers."""
        return self.names("hypotheses")


@dataclass(slots=True, kw_only=True)
class Section:
    """A part of a map with a heading; `parent` is an index of the map's sections, `source` the document it covers."""

    title: str
    source: str | None = None
    parent: int | None = None
    file: int = field(default=0, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True)
class Cell:
    """What one rater says of one row under one hypothesis: a letter, or the likelihood of the row, or neither yet."""

    rating: str | None = None
    likelihood: Range | None = None
    reason: str | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True, kw_only=True)
class MatrixRow:
    """One row of a matrix: a statement, its cells in the order of the hypotheses, its own attributes and reason."""

    statement: str
    cells: list[Cell]
    attributes: list[Attribute] = field(default_factory=list)
    reason: str | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True, kw_only=True)
class Matrix:
    """How each row fits each answer to a question, as one rater sees it."""

    question: str
    hypotheses: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rater: str | None = None
    rows: list[MatrixRow] = field(default_factory=list)
    file: int = field(default=0, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True)
class Change:
    """One line of a scenario: `assume` or `deny` a statement, `withdraw` a source, `set` inputs of a thing."""

    action: str
    target: str
    attributes: list[Attribute] = field(default_factory=list)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True, kw_only=True)
class Scenario:
    """A named what-if: the same map under other inputs.

    `matrices` hold ratings that replace those of the map's own matrices; an empty cell replaces nothing, and without a
    rater they are those of all raters.
    """

    title: str
    changes: list[Change] = field(default_factory=list)
    matrices: list[Matrix] = field(default_factory=list)
    file: int = field(default=0, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True)
class Allowance:
    """A comment that allows a finding here, with the reason why: `# argmap: allow S102 the archive burnt down`."""

    code: str
    reason: str
    file: int = field(default=0, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True)
class Import:
    """`import "path" as name`: another file's names, under a prefix or, without one, bare."""

    path: str
    name: str | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(slots=True)
class MapFile:
    """One file of a map: its path, the prefix its names have in the whole map ("trade." or ""), and what it imports."""

    path: str
    prefix: str = ""
    imports: list[Import] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class ArgumentMap:
    """A whole map, over all its files; the first file is the one that was asked for.

    Lists are in the order of the files (the imported ones follow in the order of their import) and, within a file,
    of its text. Ids are those of the whole map: those of a file imported `as trade` begin with "trade.".
    """

    name: str | None = None
    title: str | None = None
    attributes: list[Attribute] = field(default_factory=list)
    files: list[MapFile] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    sources: list[SourceDocument] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    matrices: list[Matrix] = field(default_factory=list)
    scenarios: list[Scenario] = field(default_factory=list)
    allowances: list[Allowance] = field(default_factory=list)

    def word(self, key: str, default: str = "") -> str:
        """Return the value of an attribute of the map that holds one word."""
        for attribute in self.attributes:
            if attribute.key == key and isinstance(attribute.value, str):
                return attribute.value
        return default

    def by_id(self) -> dict[str, Statement]:
        """Return the statements by their ids."""
        return {statement.id: statement for statement in self.statements}

    def classes(self) -> list[list[int]]:
        """Return groups of indices of statements that restate each other, each in order, ordered by their first.

        A statement that restates nothing is a group of its own.
        """
        index = {statement.id: number for number, statement in enumerate(self.statements)}
        pairs = [(index[r.left], index[r.right]) for r in self.relations if r.kind == "restates"]
        return joined(len(self.statements), pairs)


def is_named(identifier: str) -> bool:
    """Tell whether an id was given by the author: the others begin with `_` (after the prefix of their file)."""
    return not identifier.rpartition(".")[2].startswith("_")


def expand(span: str) -> list[str]:
    """Return the single places of a locator without its unit: "20-22" gives "20", "21", "22"; "q" gives "q"."""
    first, dash, last = span.partition("-")
    if dash and first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [span]


def joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the classes of 0…count-1 under the equivalence that `pairs` generate (union-find, smallest as root)."""
    root = list(range(count))

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        root[high] = low
    groups: dict[int, list[int]] = {}
    for item in range(count):
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())


def entities(argument_map: ArgumentMap) -> Iterator[Entity]:
    """Go through everything of a map that has an id."""
    yield from argument_map.sources
    yield from argument_map.voices
    yield from argument_map.questions
    yield from argument_map.statements
    yield from argument_map.steps


def citing(argument_map: ArgumentMap) -> Iterator[Statement | Step]:
    """Go through everything of a map that may have citations: its statements, then its steps."""
    yield from argument_map.statements
    yield from argument_map.steps
