"""The syntax tree: what stands in one file, as it stands there, with offsets and nothing resolved.

Nobody compares or prints nodes, and generating the methods for it would double the time this module takes to load.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.syntax.lexer import Token


@dataclass(slots=True, eq=False, repr=False)
class ListNode:
    """`[a, b]`: the words, texts and commas between the brackets."""

    items: list[Token]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class AttributeNode:
    """`key: values`; `key` keeps its colon."""

    key: Token
    values: list[Token | ListNode]

    @property
    def end(self) -> int:
        """Where its last value ends."""
        return self.values[-1].end if self.values else self.key.end


@dataclass(slots=True, eq=False, repr=False)
class Block:
    """What stands between two braces."""

    items: list[AttributeNode | StepNode | WarrantNode]
    start: int
    end: int


@dataclass(slots=True, eq=False, repr=False)
class StatementNode:
    """A statement where it is defined; a bare text has no `kind` token."""

    kind: Token | None
    name: Token | None
    text: Token | None
    block: Block | None

    @property
    def start(self) -> int:
        """Where it begins."""
        first = self.kind or self.text
        return first.start if first is not None else 0

    @property
    def end(self) -> int:
        """Where its head ends: the last of kind, name and text."""
        last = self.text or self.name or self.kind
        return last.end if last is not None else 0


@dataclass(slots=True, eq=False, repr=False)
class WarrantNode:
    """`since W`."""

    word: Token
    operand: Token | StatementNode


@dataclass(slots=True, eq=False, repr=False)
class StepNode:
    """`because …`, `but …` or `unless …`, with its details (`as`) and what hangs on it."""

    word: Token
    premises: list[Token | StatementNode]
    name: Token | None
    block: Block | None
    tails: list[StepNode | WarrantNode]


@dataclass(slots=True, eq=False, repr=False)
class MoveNode:
    """A step, an undercut or a warrant outside blocks: its subject is named first."""

    subject: Token
    move: StepNode | WarrantNode


@dataclass(slots=True, eq=False, repr=False)
class RelationNode:
    """`A excludes B "why"`."""

    left: Token
    word: Token
    right: Token
    reason: Token | None


@dataclass(slots=True, eq=False, repr=False)
class DeclarationNode:
    """`map`, `source`, `voice` or `question`, with a name, a text and attributes."""

    word: Token
    name: Token | None
    text: Token | None
    block: Block | None


@dataclass(slots=True, eq=False, repr=False)
class ImportNode:
    """`import "file" as name`."""

    word: Token
    path: Token
    name: Token | None


@dataclass(slots=True, eq=False, repr=False)
class SectionNode:
    """`section "title" of source { … }`."""

    word: Token
    title: Token
    source: Token | None
    items: list[Item]
    end: int


@dataclass(slots=True, eq=False, repr=False)
class MatrixNode:
    """`matrix question by rater { rows }`; a row is one token, cut into cells when it is read."""

    word: Token
    question: Token
    rater: Token | None
    rows: list[Token]
    end: int


@dataclass(slots=True, eq=False, repr=False)
class ChangeNode:
    """One line of a scenario."""

    word: Token
    target: Token
    block: Block | None


@dataclass(slots=True, eq=False, repr=False)
class ScenarioNode:
    """`scenario "title" { changes }`; a matrix among the changes holds other ratings."""

    word: Token
    title: Token
    changes: list[ChangeNode | MatrixNode]
    end: int


Item = DeclarationNode | ImportNode | SectionNode | StatementNode | MoveNode | RelationNode | MatrixNode | ScenarioNode


@dataclass(slots=True, eq=False, repr=False)
class Document:
    """One file: its items, and what could not be read.

    `unread` are the names in what could not be read: they may be defined there. From the offset `doubtful` on, what
    belongs to which block is a guess, and with `lost_import`, any name may come from a file that was not imported.
    """

    items: list[Item]
    unread: set[str] = field(default_factory=set)
    doubtful: int | None = None
    lost_import: bool = False
