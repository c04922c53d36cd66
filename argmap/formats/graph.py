"""A map as formats of graphs see it: one node for statements that restate each other, one for each step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import is_named

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.model import Question, Statement, Step
    from argmap.vocabulary import RelationKind


@dataclass(frozen=True, slots=True)
class Node:
    """Statements that restate each other: the first speaks for all. `strength` is 0..1, None where not assessed."""

    statements: tuple[Statement, ...]
    strength: float | None

    @property
    def first(self) -> Statement:
        """The statement whose id, kind and text are shown."""
        return self.statements[0]

    @property
    def name(self) -> str:
        """Its id, or "" where the author gave none."""
        return self.first.id if is_named(self.first.id) else ""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two nodes, by their indices."""

    kind: RelationKind
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order of the map, `home` with the index of each statement's, and what connects them."""

    title: str
    nodes: tuple[Node, ...]
    home: dict[str, int]
    questions: tuple[tuple[Question, tuple[int, ...]], ...]
    steps: tuple[Step, ...]
    links: tuple[Link, ...]

    def premises(self, step: Step) -> tuple[int, ...]:
        """Return the indices of a step's premises and licences, each once."""
        return tuple(dict.fromkeys(self.home[name] for name in (*step.premises, *step.warrants)))


def graph_of(analysis: Analysis) -> Graph:
    """Arrange a map; what refers to something that is not there is left out."""
    found = analysis.map
    strengths = analysis.leading.statements if analysis.leading is not None else {}
    nodes = []
    for members in found.classes():
        statements = tuple(found.statements[number] for number in members)
        assessed = next(filter(None, (strengths.get(each.id) for each in statements)), None)
        nodes.append(Node(statements, None if assessed is None else assessed.strength))
    home = {each.id: at for at, node in enumerate(nodes) for each in node.statements}
    return Graph(
        title=found.title or found.name or "",
        nodes=tuple(nodes),
        home=home,
        questions=tuple((question, _answers(question, nodes, home)) for question in found.questions),
        steps=_whole(found.steps, home),
        links=tuple(
            Link(each.kind, home[each.left], home[each.right])
            for each in found.relations
            if each.kind != "restates" and each.left in home and each.right in home
        ),
    )


def one_line(text: str) -> str:
    """Return a text on one line, without characters that XML forbids."""
    return " ".join("".join(char if char >= " " and not _forbidden(char) else " " for char in text).split())


def _forbidden(char: str) -> bool:
    return "\ud800" <= char <= "\udfff" or "\x7f" <= char <= "\x9f" or ord(char) % 0x10000 >= _NO_CHARACTERS


_NO_CHARACTERS = 0xFFFE


def _answers(question: Question, nodes: list[Node], home: dict[str, int]) -> tuple[int, ...]:
    saying = (
        at for at, node in enumerate(nodes) if any(question.id in s.all_names("answers") for s in node.statements)
    )
    return tuple(dict.fromkeys((*(home[name] for name in question.hypotheses if name in home), *saying)))


def _whole(steps: list[Step], home: dict[str, int]) -> tuple[Step, ...]:
    """Leave out steps whose ends are not all there, which a map without errors does not have."""
    known = {*home, *(step.id for step in steps)}
    return tuple(s for s in steps if s.target in known and all(name in home for name in (*s.premises, *s.warrants)))
