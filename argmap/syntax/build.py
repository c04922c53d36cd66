"""Callbacks of the parser: one per reduction of the grammar, each taking the parts and giving the node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.syntax.nodes import (
    AttributeNode,
    Block,
    ChangeNode,
    DeclarationNode,
    Document,
    ImportNode,
    ListNode,
    MatrixNode,
    MoveNode,
    RelationNode,
    ScenarioNode,
    SectionNode,
    StatementNode,
    StepNode,
    WarrantNode,
)

if TYPE_CHECKING:
    from argmap.syntax.lexer import Token


Parts = list[Any]  # what Lark hands over: tokens and nodes, in the order of the rule


class Builder:
    """What Lark calls its transformer, embedded in the parser so that no tree of its own is ever made."""

    def start(self, parts: Parts) -> Document:
        return Document(parts[0])

    # Lists grow in place.
    def none(self, _parts: Parts) -> list[Any]:
        return []

    def one(self, parts: Parts) -> list[Any]:
        return parts

    def more(self, parts: Parts) -> list[Any]:
        items: list[Any] = parts[0]
        items.append(parts[-1])
        return items

    def more_after(self, parts: Parts) -> list[Any]:
        items: list[Any] = parts[0]
        items += parts[1:]
        return items

    def itself(self, parts: Parts) -> Any:  # noqa: ANN401 (whatever it was)
        return parts[0]

    reference = itself

    # Declarations.
    def map(self, parts: Parts) -> DeclarationNode:
        return DeclarationNode(parts[0], _token(parts, "NAME"), _token(parts, "TEXT"), _block(parts))

    declaration = map

    def import_(self, parts: Parts) -> ImportNode:
        return ImportNode(parts[0], parts[1], parts[3] if len(parts) > 2 else None)

    def section(self, parts: Parts) -> SectionNode:
        return SectionNode(parts[0], parts[1], _token(parts, "NAME"), parts[-2], parts[-1].end)

    # Statements and steps.
    def statement(self, parts: Parts) -> StatementNode:
        return StatementNode(parts[0], _token(parts, "NAME"), _token(parts, "TEXT"), _block(parts))

    def proposition(self, parts: Parts) -> StatementNode:
        return StatementNode(None, None, parts[0], _block(parts))

    def block(self, parts: Parts) -> Block:
        return Block(parts[1], parts[0].start, parts[2].end)

    def step(self, parts: Parts) -> StepNode:
        name, block = parts[2] if len(parts) > 3 else (None, None)
        return StepNode(parts[0], parts[1], name, block, parts[-1])

    def undercut(self, parts: Parts) -> StepNode:
        name, block = parts[2] if len(parts) > 2 else (None, None)
        return StepNode(parts[0], parts[1], name, block, [])

    def details(self, parts: Parts) -> tuple[Token | None, Block | None]:
        return _token(parts, "NAME"), _block(parts)

    def warrant(self, parts: Parts) -> WarrantNode:
        return WarrantNode(*parts)

    def move(self, parts: Parts) -> MoveNode:
        return MoveNode(*parts)

    def relation(self, parts: Parts) -> RelationNode:
        return RelationNode(parts[0], parts[1], parts[2], parts[3] if len(parts) > 3 else None)

    # Attributes.
    def attribute(self, parts: Parts) -> AttributeNode:
        values = parts[1] if len(parts) > 1 and isinstance(parts[1], list) else []
        return AttributeNode(parts[0], values)

    def list(self, parts: Parts) -> ListNode:
        return ListNode(parts[1], parts[0].start, parts[2].end)

    # Matrices and scenarios.
    def matrix(self, parts: Parts) -> MatrixNode:
        return MatrixNode(parts[0], parts[1], parts[3] if len(parts) > 5 else None, parts[-2], parts[-1].end)

    def scenario(self, parts: Parts) -> ScenarioNode:
        return ScenarioNode(parts[0], parts[1], parts[3], parts[-1].end)

    def change(self, parts: Parts) -> ChangeNode:
        return ChangeNode(parts[0], parts[1], _block(parts))


setattr(Builder, "import", Builder.import_)  # the grammar's word is a word of Python


def _token(parts: Parts, kind: str) -> Token | None:
    for part in parts[1:4]:
        if getattr(part, "type", "") == kind:
            token: Token = part
            return token
    return None


def _block(parts: Parts) -> Block | None:
    return parts[-1] if isinstance(parts[-1], Block) else None
