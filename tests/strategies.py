"""Random maps: every construct of the language, in an order that some text has.

A map is made as it would be written, from the first line to the last: whatever is drawn is put into the map at once,
so that its lists are in the order of a text. What the language forbids is not drawn.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

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
    joined,
)
from argmap.schemes import names as scheme_names
from argmap.schemes import schemes
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
    STEPS,
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
    "par", "none", "C", "II", "yes", "weak", "Because", "p7x", "title",
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
_PIECES = (
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=4) | _SIGNS | st.sampled_from(["word", "Ж", "漢"])
)
lines = (
    (
        st.lists(_PIECES, min_size=1, max_size=5).map("".join)
        | st.sampled_from(["Plain words.", "A longer sentence. " * 8])
    )
    .map(lambda text: text.replace("](#", "]"))
    .filter(str.strip)
)
paragraphs = st.lists(lines, min_size=2, max_size=3).map("\n\n".join).map(fold).filter(lambda text: "\n" in text)
texts = st.one_of(lines, lines, lines, paragraphs)

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


_FEW = st.sampled_from([0, 0, 0, 1, 1, 2])
# Of each map only a few texts are drawn, and used over and over: it is the structure that is to vary.
_text_pools = st.lists(texts, min_size=2, max_size=6)
_line_pools = st.lists(lines, min_size=2, max_size=4)


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
        self.texts = st.sampled_from(draw(_text_pools))
        self.lines = st.sampled_from(draw(_line_pools))
        self.reasons = st.none() | self.texts
        self.map = ArgumentMap()
        self.taken: set[str] = set()
        self.kinds: dict[str, StatementKind] = {}
        self.pools: list[_Pool] = []
        self.numbers: dict[str, list[int]] = {}  # of statements and steps without a name, by the prefix of their file
        self.members: dict[str, set[str]] = {}  # of each step with a name: its subject, premises and warrants
        self.late: list[tuple[str, str]] = []  # warrants on lines of their own
        self.undercut_early: set[str] = set()  # steps undercut before they are defined, which must be no undercuts

    def make(self) -> ArgumentMap:
        shape: _Shape = self.draw(st.sampled_from(_SHAPES))
        self.files(shape)
        self.head()
        for file in range(len(shape)):
            self.declare(file)
        sights = [self.sight(file, shape) for file in range(len(shape))]
        for file, sight in enumerate(sights):
            _FileDraft(self, file, sight).write()
        by_id = {step.id: step for step in self.map.steps}
        for step, warrant in self.late:
            by_id[step].warrants.append(warrant)
        for file, sight in enumerate(sights):
            _Tables(self, file, sight).write()
        return self.map

    def name(self) -> str:
        """Draw a name that nothing has yet."""
        name: str = self.draw(names)
        if name in self.taken:
            name += f"-{len(self.taken)}"
        self.taken.add(name)
        return name

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
            self.map.title = self.draw(self.reasons)
            self.map.attributes = self.attributes("map", None)

    def declare(self, file: int) -> None:
        """Draw sources, voices and questions, and the names of statements and steps."""
        prefix, pool = self.map.files[file].prefix, _Pool()
        self.pools.append(pool)
        for _ in some(self.draw, 2):
            name = self.name()
            self.map.sources.append(
                SourceDocument(id=prefix + name, title=self.draw(st.just(name) | self.texts), file=file)
            )
        for _ in some(self.draw, 2):
            name = self.name()
            self.map.voices.append(Voice(id=prefix + name, name=self.draw(st.just(name) | self.texts), file=file))
        for _ in some(self.draw, 2):
            self.map.questions.append(
                Question(id=prefix + self.name(), text=self.draw(st.just("") | self.texts), file=file)
            )
        for _ in some(self.draw, 6):
            kind: StatementKind = self.draw(st.sampled_from(STATEMENT_KINDS))
            pool.statements[prefix + self.name()] = kind
        self.kinds |= pool.statements
        if pool.statements:
            pool.steps = [prefix + self.name() for _ in some(self.draw, 3)]
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
        scheme = next((each.value for each in found if each.key == "scheme"), None)
        if isinstance(scheme, str):
            asked = [question.id for question in schemes()[scheme].questions]
            names = self.draw(st.lists(st.sampled_from(asked), max_size=2, unique=True))
            found += [Attribute("answers", name, self.draw(self.reasons)) for name in names]
        return found

    def attribute(self, spec: AttributeSpec, target: Target, sight: _Sight | None) -> Attribute | None:
        value = self.value(spec, target, sight)
        if value is None:
            return None
        reason = self.draw(self.texts if spec.shape == "considered" else self.reasons) if spec.reason else None
        return Attribute(spec.key, value, reason)

    def value(self, spec: AttributeSpec, target: Target, sight: _Sight | None) -> AttributeValue | None:
        if spec.shape == "name" and target in STEPS:
            return None  # a critical question of the step's scheme: see `attributes`
        if spec.refers:
            return self.reference(spec, sight) if sight is not None else None
        if spec.shape == "choice":
            return cast("AttributeValue", self.draw(st.sampled_from(spec.choices or scheme_names())))
        if spec.shape == "weight":
            bits = st.floats(0, 1) if target == "undercut" else st.floats(0.001, 20)
            return cast("AttributeValue", self.draw(st.sampled_from(spec.choices) | bits.map(abs)))
        if spec.shape == "text":
            return cast("AttributeValue", self.draw(self.texts))
        return cast("AttributeValue", self.draw(_VALUES[spec.shape]))

    def reference(self, spec: AttributeSpec, sight: _Sight) -> AttributeValue | None:
        known = {
            "source": sight.sources, "voice": sight.voices, "hypothesis": sight.hypotheses,
            "question": [each.id for each in sight.questions], "analyst": [ANALYST],
        }  # fmt: skip
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
        return cast("AttributeValue", self.draw(one))

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
                anchor=self.draw(self.reasons),
            )
            for _ in some(self.draw, 2)
        ]


_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "word": _words,
    "probability": _ranges,
    "likelihood": st.sampled_from(LIKELIHOODS) | _ranges,
    "date": _dates,
    "seen": st.sampled_from(["yes", "no"]) | _dates,
    "names": st.lists(_words | lines | paragraphs, min_size=1, max_size=3).map(tuple),
    "locators": st.lists(locators, min_size=1, max_size=3).map(tuple),
    "checked": st.builds(Check, _words | lines, _dates, _words | paragraphs),
    "considered": st.just("none"),
}


class _FileDraft:
    """The statements and steps of one file, in the order of its text."""

    def __init__(self, draft: _Draft, file: int, sight: _Sight) -> None:
        self.draft = draft
        self.draw = draft.draw
        self.map = draft.map
        self.file = file
        self.sight = sight
        self.prefix = draft.map.files[file].prefix
        self.numbers = draft.numbers.setdefault(self.prefix, [0, 0])
        self.undefined = list(draft.pools[file].statements)
        self.undefined_steps = list(draft.pools[file].steps)
        self.section: int | None = None

    def write(self) -> None:
        for entity in [*self.map.sources, *self.map.voices, *self.map.questions]:
            if entity.file == self.file:
                kind: Target = (
                    "source"
                    if isinstance(entity, SourceDocument)
                    else "voice"
                    if isinstance(entity, Voice)
                    else "question"
                )
                entity.attributes = self.draft.attributes(kind, self.sight)
        self.items(0)
        while self.undefined:
            self.statement(self.undefined.pop(), 0)
        while self.undefined_steps:
            name = self.undefined_steps.pop()
            self.step("support", self.a_subject(), 0, name)
        if not any(statement.file == self.file for statement in self.map.statements):  # no file says nothing
            self.nameless(0)
        for _ in some(self.draw, 2):
            code = self.draw(st.sampled_from(["S102", "A306", "C201"]))
            reason = self.draw(st.sampled_from(["the only witness died", 'it is "quoted" # twice', "日本"]))
            self.map.allowances.append(Allowance(code, reason, self.file))

    def items(self, depth: int) -> None:
        for _ in some(self.draw, 4):
            self.draw(st.sampled_from([self.named, self.nameless, self.move, self.undercut, self.warrant, self.part]))(
                depth
            )

    # What stands outside blocks.

    def named(self, _depth: int) -> None:
        if self.undefined:
            self.statement(self.a_name(), 0)

    def nameless(self, _depth: int) -> None:
        self.statement(None, 0, self.draw(st.sampled_from(STATEMENT_KINDS)))

    def move(self, _depth: int) -> None:
        if self.sight.statements:
            self.step(self.draw(st.sampled_from(["support", "attack"])), self.a_subject(), 0)

    def undercut(self, _depth: int) -> None:
        if self.sight.steps:
            target = self.draw(st.sampled_from(self.sight.steps))
            if target in self.undefined_steps or not target.startswith(self.prefix):
                self.draft.undercut_early.add(target)
            self.step("undercut", target, 0)

    def warrant(self, _depth: int) -> None:
        """`step since W`: what it gives comes last among the warrants of the step."""
        if not self.sight.steps:
            return
        step = self.draw(st.sampled_from(self.sight.steps))
        into: list[str] = []
        if any(known.id == step for known in self.map.steps):
            self.operand(into, self.draft.members[step], "assumption", 0)
        else:  # its subject and premises are still free to be anything with a name
            undefined, self.undefined_steps = (
                self.undefined_steps,
                [name for name in self.undefined_steps if name != step],
            )
            into.append(self.statement(None, 0, "assumption"))
            self.undefined_steps = [name for name in undefined if name == step or name in self.undefined_steps]
        self.draft.late += [(step, warrant) for warrant in into]

    def part(self, depth: int) -> None:
        source = self.draw(st.none() | st.sampled_from(self.sight.sources)) if self.sight.sources else None
        outer = self.section
        self.section = len(self.map.sections)
        self.map.sections.append(
            Section(title=self.draw(self.draft.texts), source=source, parent=outer, file=self.file)
        )
        if depth < DEEPEST:
            self.items(depth + 1)
        self.section = outer

    # Statements and steps, as deep as they nest.

    def a_name(self) -> str:
        return self.undefined.pop(self.draw(st.integers(0, len(self.undefined) - 1)))

    def a_subject(self) -> str:
        subject: str = self.draw(st.sampled_from(self.sight.statements))
        return subject

    def statement(self, name: str | None, depth: int, kind: StatementKind = "claim") -> str:
        if name is None:
            self.numbers[0] += 1
            identifier, text = f"{self.prefix}_{self.numbers[0]}", self.draw(self.draft.texts)
            if text in self.draft.taken or " " not in text:  # a bare word might be the name of something
                text += " …"
        else:
            identifier, kind = name, self.draft.kinds[name]
            text = self.draw(st.just("") | self.draft.texts)
        statement = Statement(id=identifier, kind=kind, text=text, section=self.section, file=self.file)
        self.map.statements.append(statement)
        statement.citations = self.draft.citations(self.sight)
        statement.attributes = self.draft.attributes(kind, self.sight)
        if depth < DEEPEST:
            for _ in range(self.draw(_FEW)):
                self.step(self.draw(st.sampled_from(["support", "attack"])), statement.id, depth)
        return statement.id

    def step(self, kind: StepKind, target: str, depth: int, name: str | None = None) -> None:
        if name is None:
            name = self.a_step_name(kind, target)
        members = self.draft.members.setdefault(name, set())
        if kind != "undercut":
            members.add(target)
        step = Step(id=name, kind=kind, target=target, premises=[], file=self.file)
        self.map.steps.append(step)
        for _ in range(self.draw(st.sampled_from([1, 1, 1, 2, 3]))):
            self.operand(step.premises, members, "claim", depth)
        if not step.premises:
            step.premises.append(self.statement(None, DEEPEST))
        step.citations = self.draft.citations(self.sight)
        step.attributes = self.draft.attributes("undercut" if kind == "undercut" else "step", self.sight)
        for _ in range(self.draw(_FEW)):
            if self.draw(st.booleans()):
                self.operand(step.warrants, members, "assumption", depth)
            elif depth < DEEPEST:
                self.step("undercut", step.id, depth + 1)

    def a_step_name(self, kind: StepKind, target: str) -> str:
        """Draw the name of a step, one that the file has for steps or none."""
        fitting = [
            name for name in self.undefined_steps
            if name != target and not (kind == "undercut" and name in self.draft.undercut_early)
            and target not in self.draft.members[name]
        ]  # fmt: skip
        if fitting and self.draw(st.booleans()):
            name: str = self.draw(st.sampled_from(fitting))
            self.undefined_steps.remove(name)
            return name
        self.numbers[1] += 1
        return f"{self.prefix}_s{self.numbers[1]}"

    def operand(self, into: list[str], members: set[str], bare: StatementKind, depth: int) -> None:
        """Draw a premise or warrant: a name, or a statement in place, with a name or without."""
        free = [name for name in self.sight.statements if name not in members]
        mine = [name for name in self.undefined if name not in members]
        ways = [None, *(["reference"] * 2 if free else []), *(["definition"] if mine else [])]
        way = self.draw(st.sampled_from(ways))
        if way == "reference":
            name = self.draw(st.sampled_from(free))
        elif way == "definition":
            name = self.draw(st.sampled_from(mine))
            self.undefined.remove(name)
        else:
            kind = self.draw(st.sampled_from([bare, bare, *STATEMENT_KINDS]))
            into.append(self.statement(None, depth + 1, kind))
            return
        members.add(name)
        into.append(name)
        if way == "definition":
            self.statement(name, depth + 1)


class _Tables:
    """What refers to statements and steps but is none: relations, matrices and scenarios of one file."""

    def __init__(self, draft: _Draft, file: int, sight: _Sight) -> None:
        self.draft = draft
        self.draw = draft.draw
        self.map = draft.map
        self.file = file
        self.sight = sight

    def write(self) -> None:
        if len(self.sight.statements) > 1:
            for _ in some(self.draw, 3):
                self.relation()
        for question in self.sight.questions:
            if question.hypotheses and self.draw(st.booleans()):
                self.matrix(question, self.map.matrices)
        for _ in some(self.draw, 2):
            self.scenario()

    def relation(self) -> None:
        left, right = self.draw(st.permutations(self.sight.statements))[:2]
        kind = self.draw(st.sampled_from(RELATIONS))
        reason = self.draw(self.draft.texts if kind == "contrasts" else self.draft.reasons)
        self.map.relations.append(Relation(kind=kind, left=left, right=right, reason=reason, file=self.file))
        if not lawful(self.map):
            self.map.relations.pop()

    def matrix(self, question: Question, into: list[Matrix]) -> None:
        rater = self.draw(st.none() | st.sampled_from(self.sight.voices)) if self.sight.voices else None
        if any((known.question, known.rater) == (question.id, rater) for known in into):
            return
        columns = self.draw(
            st.lists(st.sampled_from(["relevance", "credibility", "implicit"]), max_size=2, unique=True)
        )
        answers = self.draw(st.lists(st.sampled_from(question.hypotheses), min_size=1, unique=True))
        statements = self.draw(st.lists(st.sampled_from(self.sight.statements), max_size=3, unique=True))
        rows = [self.row(statement, columns, len(answers)) for statement in statements]
        into.append(
            Matrix(
                question=question.id,
                hypotheses=tuple(answers),
                columns=tuple(columns),
                rater=rater,
                rows=rows,
                file=self.file,
            )
        )

    def row(self, statement: str, columns: Sequence[str], count: int) -> MatrixRow:
        attributes = []
        for key in columns:
            if self.draw(st.booleans()):
                reason = self.draw(st.none() | self.draft.lines) if ATTRIBUTES[key].reason else None
                attributes.append(Attribute(key, self.draw(st.sampled_from(ATTRIBUTES[key].choices)), reason))
        cells = [self.cell() for _ in range(count)]
        return MatrixRow(
            statement=statement, cells=cells, attributes=attributes, reason=self.draw(st.none() | self.draft.lines)
        )

    def cell(self) -> Cell:
        rating = self.draw(st.none() | st.sampled_from(RATINGS) | _ranges)
        reason = self.draw(st.none() | self.draft.lines) if rating is not None else None
        return Cell(None, rating, reason) if isinstance(rating, Range) else Cell(rating, None, reason)

    def scenario(self) -> None:
        scenario = Scenario(title=self.draw(self.draft.texts), file=self.file)
        if any((known.title, known.file) == (scenario.title, self.file) for known in self.map.scenarios):
            return
        self.map.scenarios.append(scenario)
        kinds = {
            "statement": self.sight.statements, "source": self.sight.sources, "voice": self.sight.voices, "step": self.sight.steps,
        }  # fmt: skip
        things = [(kind, name) for kind, names_of_kind in kinds.items() for name in names_of_kind]
        for kind, name in self.draw(st.lists(st.sampled_from(things), max_size=3, unique=True)) if things else []:
            actions = {"statement": ["assume", "deny", "set"], "step": ["set"]}.get(kind, ["withdraw", "set"])
            change = Change(self.draw(st.sampled_from(actions)), name)
            if change.action == "set":
                change.attributes = self.settings(kind, name)
            scenario.changes.append(change)
        rated = {known.question for known in self.map.matrices}
        for question in self.sight.questions:
            if question.id in rated and self.draw(st.booleans()):
                self.matrix(question, scenario.matrices)

    def settings(self, kind: str, name: str) -> list[Attribute]:
        target: Target = "source" if kind == "source" else "voice" if kind == "voice" else "step"
        if kind == "statement":
            target = self.draft.kinds[name]
        elif kind == "step" and any(step.id == name and step.kind == "undercut" for step in self.map.steps):
            target = "undercut"
        able = [key for key in SETTABLE[kind] if target in ATTRIBUTES[key].on]
        keys = self.draw(st.lists(st.sampled_from(able), max_size=2, unique=True))
        found = [self.draft.attribute(ATTRIBUTES[key], target, self.sight) for key in keys]
        return [attribute for attribute in found if attribute is not None]


def lawful(whole: ArgumentMap) -> bool:
    """Tell whether the last relation of a map is one that may stand beside the others."""
    last = whole.relations[-1]
    if any(
        other.kind == last.kind and {other.left, other.right} == {last.left, last.right}
        for other in whole.relations[:-1]
    ):
        return False
    if last.kind == "entails" and any({last.left, last.right} <= set(each.hypotheses) for each in whole.questions):
        return False
    number = {statement.id: index for index, statement in enumerate(whole.statements)}
    pairs = [(number[each.left], number[each.right]) for each in whole.relations if each.kind == "restates"]
    groups = {
        whole.statements[at].id: at_group for at_group, group in enumerate(joined(len(number), pairs)) for at in group
    }
    bases: dict[int, list[Range]] = {}
    for statement in whole.statements:
        if (base := statement.range("base")) is not None:
            bases.setdefault(groups[statement.id], []).append(base)
    return (
        all(base == given[0] for given in bases.values() for base in given)
        and not any(
            groups[name] == groups[step.target] for step in whole.steps if step.kind != "undercut"
            for name in [*step.premises, *step.warrants]
        )
        and not any(
            groups[each.left] == groups[each.right] for each in whole.relations if each.kind in {"excludes", "contradicts"}
        )
    )  # fmt: skip


@st.composite
def argument_maps(draw: Any) -> ArgumentMap:
    """Valid maps with everything the language has, over one or several files."""
    return _Draft(draw).make()
