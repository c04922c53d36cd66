"""The text of statements and steps, with their blocks: the part of the printer in which things nest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.syntax.phrases import INDENT, WIDTH, attribute, citation, indented, join, text
from argmap.syntax.placed import PlacedStatement, PlacedStep

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import Attribute, Citation
    from argmap.syntax.deep import Deep
    from argmap.syntax.phrases import Lines
    from argmap.syntax.placed import Operand
    from argmap.syntax.scope import Scope
    from argmap.vocabulary import StatementKind

_INLINE = 2  # so many attributes, at most, stand in a block on one line
_CLOSED = ("}", '"""')  # a line that begins so ends something long: what follows is easier found in a block
_WORDS = {"support": "because", "attack": "but", "undercut": "unless"}


class Blocks:
    """Writes statements and steps of one file.

    `document` is the source that the section at hand is about, `comments` gives the lines that must stand before what
    begins at an offset.
    """

    def __init__(self, scope: Scope, comments: Callable[[int], Lines]) -> None:
        self.name = scope.name
        self.comments = comments
        self.document: str | None = None

    def statement(self, placed: PlacedStatement, bare: StatementKind | None = None) -> Deep[Lines]:
        """Write a statement; one of the kind `bare`, without a name, is its text alone."""
        statement = placed.statement
        head = [[self.name(statement.id)]] if statement.named else []
        if statement.text or not statement.named:
            head.append(text(statement.text))
        if statement.named or statement.kind != bare:
            head.insert(0, [statement.kind])
        facts = self.citations(statement.citations) + self.attributes(statement.attributes)
        moves: Lines = []
        for step in placed.steps:
            moves += self.comments(step.step.start)
            moves += yield self.step(step)
        return with_block(join(*head), facts, moves)

    def step(self, placed: PlacedStep) -> Deep[Lines]:
        """Write a step, with its warrants and undercuts: in its block if it has one, else below it, indented deeper."""
        step = placed.step
        operands: list[Lines] = []
        for premise in placed.premises:
            operands.append((yield self.operand(premise, "claim")))  # noqa: PERF401 (no yield in there)
        tails: Lines = []
        for tail in placed.tails:
            if isinstance(tail, PlacedStep):
                tails += self.comments(tail.step.start)
                tails += yield self.step(tail)
            else:
                tails += yield self.warrant(tail)
        facts = self.attributes(step.attributes, of_step=True) + self.citations(step.citations)
        head = join([_WORDS[step.kind]], _linked(operands))
        if step.named:
            head = join(head, [f"as {self.name(step.id)}"])
        if facts or (tails and (step.kind == "undercut" or head[-1].startswith(_CLOSED))):
            return with_block(head if step.named else join(head, ["as"]), facts, tails)
        return head + indented(tails)

    def warrant(self, operand: Operand) -> Deep[Lines]:
        """Write `since W`."""
        lines: Lines = yield self.operand(operand, "assumption")
        return join(["since"], lines)

    def operand(self, operand: Operand, bare: StatementKind) -> Deep[Lines]:
        """Write a premise or a warrant: a name, or the statement itself."""
        if isinstance(operand, PlacedStatement):
            lines: Lines = yield self.statement(operand, bare)
            return lines
        return [self.name(operand)]

    def attributes(self, attributes: list[Attribute], *, of_step: bool = False) -> list[Lines]:
        """Write attributes."""
        return [attribute(each, self.name, of_step=of_step) for each in attributes]

    def citations(self, citations: list[Citation]) -> list[Lines]:
        """Write citations."""
        return [citation(each, self.name, self.document) for each in citations]


def with_block(head: Lines, facts: list[Lines], moves: Lines | None = None) -> Lines:
    """Put what a thing has after its head, between braces: a little on the same line, more on lines of its own."""
    if not facts and not moves:
        return head
    if not moves and len(facts) <= _INLINE and all(len(fact) == 1 for fact in facts):
        line = "{ " + "  ".join(fact[0] for fact in facts) + " }"
        if len(head[-1]) + 1 + len(line) <= WIDTH:
            return join(head, [line])
    body = [line for fact in facts for line in fact] + (moves or [])
    return join(head, ["{", *indented(body), "}"])


def _linked(operands: list[Lines]) -> Lines:
    """Join linked premises by `&`, on lines of their own where they are long."""
    if all(len(each) == 1 for each in operands) and sum(len(each[0]) + 3 for each in operands) > WIDTH:
        return [operands[0][0], *(f"{INDENT}& {each[0]}" for each in operands[1:])]
    return join(*operands, by=" & ")
