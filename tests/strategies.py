"""Random maps: every construct of the language, in an order that some text has.

A map is made as it would be written, from the first line to the last: whatever is drawn is put into the map at once,
so that its lists are in the order of a text. What the language forbids is not drawn.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from argmap.lower.names import LOCATOR
from argmap.model import (
    Allowance,
    ArgumentMap,
    Attribute,
    AttributeValue,
    Cell,
    Change,
    Check,
    Citation,
    Import,
    MapFile,
    Matrix,
    MatrixRow,
    Question,
    Range,
    Relation,
    Scenario,
    Section,
    SourceDocument,
    SourceRef,
    Statement,
    Step,
    Voice,
    is_named,
    joined,
)
from argmap.schemes import names as scheme_names
from argmap.syntax.texts import fold, not_for_names
from argmap.vocabulary import (
    ANALYST,
    ATTRIBUTES,
    CITATION_WORDS,
    HEDGES,
    LIKELIHOODS,
    RATINGS,
    RELATIONS,
    RESERVED,
    SETTABLE,
    STANCES,
    STATEMENT_KINDS,
    AttributeSpec,
    StatementKind,
    StepKind,
    Target,
)

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]

DEEPEST = 4  # nesting of statements in place

# ------------------------------------------------------------------------------------------------ words and texts

_LETTERS = st.characters(categories=("L", "M", "N"))
_EXAMPLE_NAMES = (
    "a", "b1", "t-95", "x_y", "1984", "Ω", "ärger", "Жизнь", "日本", "हिन्दी", "غزة", "नमस्ते", "e\u0301te\u0301", "한국",
    "par", "none", "C", "II", "yes", "weak", "analyst", "Because", "p7x", "title",
)  # fmt: skip
names = (
    (st.sampled_from(_EXAMPLE_NAMES) | st.text(_LETTERS | st.sampled_from("-_abc"), min_size=1, max_size=6))
    .map(lambda name: unicodedata.normalize("NFC", name))
    .filter(
        lambda name: (
            name not in RESERVED | CITATION_WORDS | {ANALYST}
            and name[0] not in "-_"
            and not_for_names(name) is None
            and not LOCATOR.fullmatch(name)
        )
    )
)

_SIGNS = st.sampled_from(
    ["\\", '"', '\\"', "#", "{", "}", "|", "[", "]", "(", ">", ",", ":", "&", " ", "“", "’", "«", "\t", "\u00a0", "\u2028",
     "😀", "👩‍🚀", "e\u0301", "cite:", "because", "# argmap:", "*", "`", "\ufeff"]
)  # fmt: skip
_PIECES = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=4) | _SIGNS | st.sampled_from(["word", "Ж", "漢"])
lines = (
    (st.lists(_PIECES, min_size=1, max_size=5).map("".join) | st.sampled_from(["Plain words.", "A longer sentence. " * 8]))
    .map(lambda text: text.replace("](#", "]"))
    .filter(str.strip)
)
paragraphs = st.lists(lines, min_size=2, max_size=3).map("\n\n".join).map(fold).filter(lambda text: "\n" in text)
texts = st.one_of(lines, lines, lines, paragraphs)
reasons = st.none() | texts

_words = st.sampled_from(["news", "report", "fr", "claim", "2024", "x.y/z", "a-b", "Ж", "50%", "in", "yes"])
_numbers = st.floats(0, 1, allow_subnormal=False).map(abs)
_ranges = st.tuples(_numbers, _numbers).map(sorted).map(lambda pair: Range(*pair)) | _numbers.map(lambda n: Range(n, n))
_dates = st.one_of(
    st.sampled_from(["2024", "2024-07"]),
    st.dates(date(1000, 1, 1)).map(date.isoformat),
)
_spans = st.tuples(st.sampled_from(["par", "p", "n", "s", "l"]), st.integers(0, 200), st.integers(1, 30)).map(
    lambda span: f"{span[0]}{span[1]}-{span[1] + span[2]}"
)
locators = st.one_of(
    st.sampled_from(["par22", "parq", "p7", "n3", "s4", "l120", "t00:12:30", "t1:02-1:30"]),
    _spans,
)
_locator_tuples = st.lists(locators, max_size=3).map(tuple)


def some(draw: Any, most: int) -> range:
    """Draw how often something is done, rather seldom than often."""
    return range(draw(st.integers(0, most)))


# ------------------------------------------------------------------------------------------------------ the files

# The files of a map, each with its path and its imports as (path, name, index of the file).
_Shape = list[tuple[str, list[tuple[str, bool, int]]]]
_SHAPES: list[_Shape] = [
    [("main.argmap", [])],
    [("main.argmap", [("trade.argmap", True, 1)]), ("trade.argmap", [])],
    [("main.argmap", [("parts/one.argmap", False, 1)]), ("parts/one.argmap", [])],
    [("main.argmap", [("parts/one.argmap", True, 1)]), ("parts/one.argmap", [("../two.argmap", True, 2)]), ("two.argmap", [])],
    [("main.argmap", [("one.argmap", True, 1), ("two.argmap", False, 2)]), ("one.argmap", []), ("two.argmap", [])],
    [
        ("main.argmap", [("one.argmap", True, 1), ("three.argmap", True, 3)]),
        ("one.argmap", [("two.argmap", False, 2)]),
        ("two.argmap", []),
        ("three.argmap", [("two.argmap", True, 2)]),
    ],
]  # fmt: skip


@dataclass
class _Pool:
    """The names that are given to things in one file, before any of them is defined."""

    statements: dict[str, StatementKind] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)


@dataclass
class _Sight:
    """What a file can refer to."""

    sources: list[str]
    voices: list[str]
    statements: list[str]
    hypotheses: list[str]
    steps: list[str]
    questions: list[Question]


class _Draft:
    """A map in the making."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.map = ArgumentMap()
        self.taken: set[str] = set()
        self.kinds: dict[str, StatementKind] = {}
        self.pools: list[_Pool] = []
        self.numbers: dict[str, list[int]] = {}
        self.members: dict[str, set[str]] = {}  # of each step with a name: what is among its premises and warrants
        self.targets: dict[str, str] = {}
        self.late: list[tuple[str, str]] = []  # warrants on lines of their own
        self.undercut_early: set[str] = set()  # steps undercut before they are defined

    def make(self) -> ArgumentMap:
        shape: _Shape = self.draw(st.sampled_from(_SHAPES))
        self.files(shape)
        self.head()
        for file in range(len(shape)):
            self.declare(file)
        sights = [self.sight(file, shape) for file in range(len(shape))]
        for file, sight in enumerate(sights):
            _FileDraft(self, file, sight).write()
        for file, sight in enumerate(sights):
            _Tables(self, file, sight).write()
        by_id = {step.id: step for step in self.map.steps}
        for step, warrant in self.late:
            by_id[step].warrants.append(warrant)
        return self.map

    def name(self, prefix: str = "") -> str:
        """Draw a name that nothing has yet."""
        name: str = self.draw(names)
        while name in self.taken:
            name += "x"
        self.taken.add(name)
        return prefix + name

    def files(self, shape: _Shape) -> None:
        prefixes = [""] * len(shape)
        for index, (path, imports) in enumerate(shape):
            file = MapFile(path)
            self.map.files.append(file)
            for wanted, named, target in imports:
                name = self.name() if named else None
                file.imports.append(Import(wanted, name))
                if target > index and not prefixes[target]:
                    prefixes[target] = prefixes[index] + (f"{name}." if name else "")
        for file, prefix in zip(self.map.files, prefixes, strict=True):
            file.prefix = prefix

    def head(self) -> None:
        if self.draw(st.booleans()):
            self.map.name = self.draw(st.none() | st.just(self.name()))
            self.map.title = self.draw(st.none() | texts)
            self.map.attributes = self.attributes("map", None)

    def declare(self, file: int) -> None:
        """Draw sources, voices and questions, and the names of statements and steps."""
        prefix, pool = self.map.files[file].prefix, _Pool()
        self.pools.append(pool)
        for _ in some(self.draw, 2):
            self.map.sources.append(SourceDocument(id=self.name(prefix), title="", file=file))
        for _ in some(self.draw, 2):
            self.map.voices.append(Voice(id=self.name(prefix), name="", file=file))
        for _ in some(self.draw, 2):
            self.map.questions.append(Question(id=self.name(prefix), text=self.draw(st.just("") | texts), file=file))
        for _ in some(self.draw, 6):
            kind: StatementKind = self.draw(st.sampled_from(STATEMENT_KINDS))
            pool.statements[self.name(prefix)] = kind
        self.kinds |= pool.statements
        if pool.statements:
            pool.steps = [self.name(prefix) for _ in some(self.draw, 3)]
        for step in pool.steps:
            self.members[step] = set()

    def sight(self, file: int, shape: _Shape) -> _Sight:
        seen = {file}
        waiting = [file]
        while waiting:
            for _, _, target in shape[waiting.pop()][1]:
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        statements = [name for each in sorted(seen) for name in self.pools[each].statements]
        return _Sight(
            sources=[each.id for each in self.map.sources if each.file in seen],
            voices=[each.id for each in self.map.voices if each.file in seen],
            statements=statements,
            hypotheses=[name for name in statements if self.kinds[name] == "hypothesis"],
            steps=[name for each in sorted(seen) for name in self.pools[each].steps],
            questions=[each for each in self.map.questions if each.file in seen],
        )

    # Attributes and citations.

    def attributes(self, target: Target, sight: _Sight | None) -> list[Attribute]:
        """Draw attributes that may stand on a thing; without `sight` none that refer to anything."""
        found: list[Attribute] = []
        fitting = [spec for spec in ATTRIBUTES.values() if target in spec.on and spec.shape != "cite"]
        for _ in some(self.draw, 3):
            spec = self.draw(st.sampled_from(fitting))
            if not spec.many and any(given.key == spec.key for given in found):
                continue
            attribute = self.attribute(spec, target, sight)
            if attribute is not None:
                found.append(attribute)
        return found

    def attribute(self, spec: AttributeSpec, target: Target, sight: _Sight | None) -> Attribute | None:
        value = self.value(spec, target, sight)
        if value is None:
            return None
        reason = self.draw(texts if spec.shape == "considered" else reasons) if spec.reason else None
        return Attribute(spec.key, value, reason)

    def value(self, spec: AttributeSpec, target: Target, sight: _Sight | None) -> AttributeValue | None:
        if spec.refers:
            return self.reference(spec, sight) if sight is not None else None
        if spec.shape == "choice":
            return self.draw(st.sampled_from(spec.choices or scheme_names()))
        if spec.shape == "weight":
            bits = st.floats(0, 1) if target == "undercut" else st.floats(0.001, 20)
            return self.draw(st.sampled_from(spec.choices) | bits.map(abs))
        return self.draw(_VALUES[spec.shape])

    def reference(self, spec: AttributeSpec, sight: _Sight) -> AttributeValue | None:
        known = {"source": sight.sources, "voice": sight.voices, "hypothesis": sight.hypotheses, "analyst": [ANALYST]}
        fitting = [name for kind in spec.refers for name in known[kind]]
        if not fitting:
            return None
        one = st.sampled_from(fitting)
        if spec.shape == "place":
            return SourceRef(self.draw(one), self.draw(_locator_tuples))
        if spec.shape == "chain":
            return tuple(self.draw(st.lists(one, min_size=1, max_size=3)))
        if spec.shape == "names":
            return tuple(self.draw(st.lists(one, min_size=1, max_size=4, unique=True)))
        return self.draw(one)

    def citations(self, sight: _Sight) -> list[Citation]:
        if not sight.sources:
            return []
        speakers = [*sight.voices, *sight.sources]
        return [
            Citation(
                source=self.draw(st.sampled_from(sight.sources)),
                voices=tuple(self.draw(st.lists(st.sampled_from(speakers), max_size=2))),
                locators=self.draw(_locator_tuples),
                stance=self.draw(st.sampled_from(STANCES)),
                hedge=self.draw(st.sampled_from(HEDGES)),
                anchor=self.draw(reasons),
            )
            for _ in some(self.draw, 2)
        ]


_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": texts,
    "word": _words,
    "probability": _ranges,
    "likelihood": st.sampled_from(LIKELIHOODS) | _ranges,
    "date": _dates,
    "seen": st.sampled_from(["yes", "no"]) | _dates,
    "names": st.lists(_words | texts, min_size=1, max_size=3).map(tuple),
    "locators": st.lists(locators, min_size=1, max_size=3).map(tuple),
    "checked": st.builds(Check, _words | texts, _dates, _words | texts),
    "considered": st.just("none"),
}
