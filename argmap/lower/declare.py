"""First pass: everything that stands in the files becomes part of the map, in the order of the text, names still open.

Blocks nest as deep as their author likes, so the walk keeps its own stack instead of Python's.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from argmap.diagnostics import Mend
from argmap.lower.allowances import read_allowances
from argmap.lower.names import check_import_names, define
from argmap.lower.placement import check_block, check_items, check_tails
from argmap.lower.work import PendingAttribute, Reference, Work
from argmap.model import (
    Import,
    MapFile,
    Question,
    Relation,
    Section,
    SourceDocument,
    Statement,
    Step,
    Voice,
)
from argmap.syntax.nodes import (
    AttributeNode,
    Block,
    DeclarationNode,
    ImportNode,
    MatrixNode,
    MoveNode,
    RelationNode,
    ScenarioNode,
    SectionNode,
    StatementNode,
    StepNode,
    WarrantNode,
)
from argmap.syntax.texts import name_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from argmap.loading import Loaded
    from argmap.model import Attribute, Citation, Entity
    from argmap.syntax.lexer import Token
    from argmap.syntax.nodes import Item
    from argmap.vocabulary import RelationKind, StatementKind, StepKind, Target

    Slot = tuple[list[Any], int]
    Task = Callable[[], object]

_STEP_KINDS: dict[str, StepKind] = {"because": "support", "but": "attack", "unless": "undercut"}


def declare(loaded: Loaded) -> Work:
    """Take in every file of a map; what refers to names is left for the second pass."""
    work = Work(loaded)
    numbers: dict[str, list[int]] = {}
    for index, file in enumerate(loaded.files):
        imports = [_import(node) for node, _ in file.imports]
        work.map.files.append(MapFile(file.source.path, file.prefix, imports))
        work.own.append({})
        check_import_names(work, index)
        work.unread |= file.document.unread
        _File(work, index, numbers.setdefault(file.prefix, [0, 0])).walk()
        work.map.allowances += read_allowances(work, index)
    return work


class _File:
    """The walk over one file. `numbers` counts the statements and steps without a name under its prefix."""

    def __init__(self, work: Work, index: int, numbers: list[int]) -> None:
        self.work = work
        self.index = index
        self.numbers = numbers
        self.prefix = work.loaded.files[index].prefix
        self.source = work.source(index)
        self.section: int | None = None
        self.document: Token | None = None  # the source that this section is about
        self.tasks: list[Task] = []

    def walk(self) -> None:
        self._items(self.work.loaded.files[self.index].document.items)
        while self.tasks:
            self.tasks.pop()()

    def _next(self, tasks: list[Task]) -> None:
        self.tasks += reversed(tasks)

    def _items(self, items: list[Item]) -> None:
        check_items(self.work, self.index, items)
        self._next([partial(_HANDLERS[type(item)], self, item) for item in items])

    def declaration(self, node: DeclarationNode) -> None:
        if node.word.value == "map":
            self._map(node)
            return
        kind = cast("Target", node.word.value)
        name = cast("Token", node.name)
        text = self._text(node.text) if node.text is not None else ""
        entity: SourceDocument | Voice | Question
        identifier = self.prefix + name_of(name)
        if kind == "source":
            entity = SourceDocument(id=identifier, title=text or name_of(name))
            self.work.map.sources.append(entity)
        elif kind == "voice":
            entity = Voice(id=identifier, name=text or name_of(name))
            self.work.map.voices.append(entity)
        else:
            entity = Question(id=identifier, text=text)
            self.work.map.questions.append(entity)
        _place(entity, self.index, node.word.start, (node.text or name).end)
        define(self.work, self.index, kind, name, entity)
        self._attributes(node.block, kind, f"{kind} {name.value}", entity.attributes, None)

    def _map(self, node: DeclarationNode) -> None:
        if self.index:  # what an imported file says of itself is no part of the map that imports it
            self._attributes(node.block, "map", "map", [], None)
            return
        the_map = self.work.map
        if the_map.name is not None or the_map.title is not None:
            message = "this file already says what map it is"
            self.work.report(self.index, node.word, "L161", message, "one `map` in a file")
        the_map.name = name_of(node.name) if node.name is not None else None
        the_map.title = self._text(node.text) if node.text is not None else None
        self._attributes(node.block, "map", "map", the_map.attributes, None)

    def section_item(self, node: SectionNode) -> None:
        number = len(self.work.map.sections)
        title = self._text(node.title)
        section = Section(title=title, parent=self.section, file=self.index, start=node.word.start, end=node.end)
        self.work.map.sections.append(section)
        if node.source is not None:
            self.work.sections.append((section, node.source, self.index))
        outer = (self.section, self.document)
        self.section = number
        self.document = node.source or self.document
        self.tasks.append(partial(self._leave, outer))
        self._items(node.items)

    def _leave(self, outer: tuple[int | None, Token | None]) -> None:
        self.section, self.document = outer

    def top_statement(self, node: StatementNode) -> None:
        self.statement(node, "claim", None)

    def statement(self, node: StatementNode, default: StatementKind, slot: Slot | None) -> None:
        """Take in a statement; in place, its id is put into the slot where it stands as premise."""
        kind = cast("StatementKind", node.kind.value) if node.kind is not None else default
        text = self._text(node.text) if node.text is not None else ""
        statement = Statement(id="", kind=kind, text=text, section=self.section)
        if node.name is not None:
            statement.id = self.prefix + name_of(node.name)
            define(self.work, self.index, "statement", node.name, statement)
        else:
            self.numbers[0] += 1
            statement.id = f"{self.prefix}_{self.numbers[0]}"
        _place(statement, self.index, node.start, node.end)
        self.work.map.statements.append(statement)
        if slot is not None:
            slot[0][slot[1]] = statement.id
        if node.kind is None and node.text is not None and " " not in node.text.value:
            self.work.bare_words.append((node.text, self.index))
        if node.block is not None:
            what = (
                f"the text {_short(node.text.value)}" if node.kind is None and node.text else f"{kind} {_called(node)}"
            )
            if node.end == node.start:
                what = ""  # put in for a head that could not be read
            bare = node.text if node.kind is None else None
            strays = self._strays(node.block, "statement")
            self._attributes(node.block, kind, what, statement.attributes, statement.citations, bare, strays)
            self._steps(node.block, statement.id)

    def _steps(self, block: Block, target: str) -> None:
        tasks: list[Task] = []
        previous: StepNode | None = None
        for item in block.items:
            if isinstance(item, StepNode):
                tasks.append(partial(self.step, item, target, previous))
                previous = item
        self._next(tasks)

    def _strays(self, block: Block, owner: str) -> set[int]:
        """Find the attributes in a block of which nobody can say whose they are; that is reported."""
        if len(block.items) < 2 or all(isinstance(item, AttributeNode) for item in block.items):  # noqa: PLR2004
            return set()
        return check_block(self.work, self.index, block, owner)

    def step(self, node: StepNode, target: str, previous: StepNode | None) -> Step:
        """Take in a step with its premises, warrants and undercutters, in the order of the text."""
        kind = _STEP_KINDS[node.word.value]
        step = Step(id="", kind=kind, target=target, premises=[])
        if node.name is not None:
            step.id = self.prefix + name_of(node.name)
            define(self.work, self.index, "step", node.name, step)
        else:
            self.numbers[1] += 1
            step.id = f"{self.prefix}_s{self.numbers[1]}"
        _place(step, self.index, node.word.start, node.word.end)
        self.work.map.steps.append(step)
        tasks: list[Task | None] = [self._operand(operand, node.word.value, step.premises) for operand in node.premises]
        if node.block is not None:
            role: Target = "undercut" if kind == "undercut" else "step"
            what, strays = f"a `{node.word.value}` step", self._strays(node.block, "step")
            self._attributes(node.block, role, what, step.attributes, step.citations, strays=strays)
            tails = [item for item in node.block.items if not isinstance(item, AttributeNode)]
            tasks += [self._tail(item, step) for item in tails]
        if node.tails:
            check_tails(self.work, self.index, node, previous)
            tasks += [self._tail(tail, step) for tail in node.tails]
        self._next([task for task in tasks if task is not None])
        return step

    def _tail(self, tail: StepNode | WarrantNode, step: Step) -> Task | None:
        if isinstance(tail, WarrantNode):
            return self._operand(tail.operand, "since", step.warrants)
        return partial(self._undercut, tail, step.id)

    def _undercut(self, node: StepNode, target: str) -> None:
        self.step(node, target, None)

    def _operand(self, operand: Token | StatementNode, word: str, into: list[Any]) -> Task | None:
        """Keep a place for one premise; return the task that defines it, if it is defined here."""
        into.append(None)
        slot = (into, len(into) - 1)
        if isinstance(operand, StatementNode):
            default: StatementKind = "assumption" if word == "since" else "claim"
            return partial(self.statement, operand, default, slot)
        self.work.references.append(Reference(operand, self.index, word, *slot))
        return None

    def move(self, node: MoveNode) -> None:
        if isinstance(node.move, WarrantNode):
            into: list[Any] = []
            self.work.late_warrants.append((node.subject, self.index, into))
            task = self._operand(node.move.operand, "since", into)
            if task is not None:
                task()
            return
        step = self.step(node.move, "", None)
        self.work.subjects.append((node.subject, self.index, step))

    def relation(self, node: RelationNode) -> None:
        relation = Relation(
            kind=cast("RelationKind", node.word.value),
            left="",
            right="",
            reason=self._text(node.reason) if node.reason is not None else None,
            file=self.index,
            start=node.left.start,
            end=(node.reason or node.right).end,
        )
        self.work.map.relations.append(relation)
        self.work.relations.append((node, self.index, relation))

    def matrix(self, node: MatrixNode) -> None:
        self.work.matrices.append((self.index, node))

    def scenario(self, node: ScenarioNode) -> None:
        self.work.scenarios.append((self.index, node))

    def nothing(self, _node: ImportNode) -> None:
        """Imports were followed when the files were loaded."""

    def _attributes(
        self,
        block: Block | None,
        target: Target,
        what: str,
        into: list[Attribute],
        citations: list[Citation] | None,
        bare: Token | None = None,
        strays: Collection[int] = (),
    ) -> None:
        if block is None:
            return
        pending = self.work.attributes
        for item in block.items:
            if not isinstance(item, AttributeNode):
                continue
            if id(item) in strays:  # read for its own faults, and kept nowhere
                pending.append(PendingAttribute(item, self.index, target, "", [], [], self.document))
            else:
                pending.append(PendingAttribute(item, self.index, target, what, into, citations, self.document, bare))

    def _text(self, token: Token) -> str:
        text = text_of(token)
        if not text.strip() and token.end > token.start:
            self.work.report(self.index, token, "L134", "this text is empty", "words between the quotes", Mend('"…"'))
        if "](#" in text:
            self.work.links.append((token, self.index))
        return text


_HANDLERS: dict[type, Callable[[_File, Any], None]] = {
    DeclarationNode: _File.declaration,
    ImportNode: _File.nothing,
    SectionNode: _File.section_item,
    StatementNode: _File.top_statement,
    MoveNode: _File.move,
    RelationNode: _File.relation,
    MatrixNode: _File.matrix,
    ScenarioNode: _File.scenario,
}


def _import(node: ImportNode) -> Import:
    name = name_of(node.name) if node.name is not None else None
    return Import(text_of(node.path), name, node.word.start, (node.name or node.path).end)


def _place(entity: Entity, file: int, start: int, end: int) -> None:
    entity.file, entity.start, entity.end = file, start, end


def _called(node: StatementNode) -> str:
    return node.name.value if node.name is not None else _short(node.text.value) if node.text is not None else ""


def _short(text: str, width: int = 40) -> str:
    return text if len(text) <= width else text[: width - 2] + '…"'
