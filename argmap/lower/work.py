"""What the stages of lowering share: the map in the making, the names known in each file, what is still to resolve."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Diagnostic, Label, Mend, line_mend
from argmap.model import ArgumentMap
from argmap.near import Nearby

if TYPE_CHECKING:
    from argmap.loading import Loaded
    from argmap.model import Attribute, Citation, Entity, Relation, Section, Step
    from argmap.source import Source
    from argmap.syntax.lexer import Token
    from argmap.syntax.nodes import AttributeNode, ListNode, MatrixNode, RelationNode, ScenarioNode
    from argmap.vocabulary import Target

    Place = Token | AttributeNode | ListNode


@dataclass(slots=True)
class Symbol:
    """What a name stands for: `kind` is "statement", "step", "source", "voice" or "question"."""

    kind: str
    id: str
    file: int
    token: Token
    entity: Entity


@dataclass(slots=True)
class Reference:
    """A name that awaits its meaning: once known, its id is put at `index` of `into`."""

    token: Token
    file: int
    role: str
    into: list[Any]
    index: int


@dataclass(slots=True)
class PendingAttribute:
    """An attribute that awaits its value.

    `what` is the thing in words, `default` the document that is cited if none is named, `bare` the text of a statement
    that is nothing but a text and a block.
    """

    node: AttributeNode
    file: int
    target: Target
    what: str
    attributes: list[Attribute]
    citations: list[Citation] | None
    default: Token | None
    bare: Token | None = None


@dataclass(slots=True)
class Work:
    """Everything in the making."""

    loaded: Loaded
    map: ArgumentMap = field(default_factory=ArgumentMap)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    own: list[dict[str, Symbol]] = field(default_factory=list)  # the names each file defines
    visible: list[dict[str, Symbol]] = field(default_factory=list)  # the names each file can use
    unread: set[str] = field(default_factory=set)  # names in what could not be read: they may be defined there
    references: list[Reference] = field(default_factory=list)
    attributes: list[PendingAttribute] = field(default_factory=list)
    subjects: list[tuple[Token, int, Step]] = field(default_factory=list)  # of moves outside blocks
    late_warrants: list[tuple[Token, int, list[Any]]] = field(default_factory=list)  # `step since W` outside blocks
    relations: list[tuple[RelationNode, int, Relation]] = field(default_factory=list)
    sections: list[tuple[Section, Token, int]] = field(default_factory=list)
    bare_words: list[tuple[Token, int]] = field(default_factory=list)  # texts of one word: perhaps a name in quotes
    links: list[tuple[Token, int]] = field(default_factory=list)  # texts with a link to a statement
    matrices: list[tuple[int, MatrixNode]] = field(default_factory=list)
    scenarios: list[tuple[int, ScenarioNode]] = field(default_factory=list)
    nearby: Nearby = field(default_factory=Nearby)  # words that a misspelt one was perhaps meant to be

    def source(self, file: int) -> Source:
        """The text of a file."""
        return self.loaded.files[file].source

    def line(self, file: int, offset: int) -> int:
        """The line of an offset, for messages that speak of another line."""
        return self.source(file).position(offset).line

    def line_with(self, file: int, start: int, end: int, instead: str) -> str:
        """The line of a place as it would read with something else there."""
        return self.source(file).line_with(start, end, instead)

    def mend(self, file: int, start: int, end: int, instead: str, when: str = "") -> Mend:
        """The mend that puts something else there."""
        return line_mend(self.source(file), start, end, instead, when)

    def report(
        self,
        file: int,
        place: Token | AttributeNode | ListNode | tuple[int, int],
        code: str,
        message: str,
        help: str,  # noqa: A002 - its name in the diagnostic
        *mends: Mend | None,
        related: tuple[Label, ...] = (),
    ) -> None:
        """Add one error."""
        if isinstance(place, tuple):
            start, end = place
        elif hasattr(place, "key"):
            start, end = place.key.start, place.end
        else:
            start, end = place.start, place.end
        where = Label(self.source(file), start, end)
        kept = tuple(mend for mend in mends if mend is not None)
        self.diagnostics.append(Diagnostic(code, message, where, help, kept, related))

    def label(self, symbol: Symbol, text: str) -> Label:
        """Point at where a name is defined."""
        return Label(self.source(symbol.file), symbol.token.start, symbol.token.end, text)
