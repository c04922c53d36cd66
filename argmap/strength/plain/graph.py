"""Plain graphs: statements with a base score, supports and attacks between them, and nothing else.

Also called weighted bipolar argumentation graphs, or quantitative bipolar argumentation frameworks (QBAFs).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping

    from argmap.strength.published import Published

# As the API takes them. Lists serve as well as tuples.
Base: TypeAlias = "Mapping[str, float]"
Edges: TypeAlias = "Iterable[tuple[str, str] | tuple[str, str, float]]"
SetEdges: TypeAlias = "Iterable[tuple[Iterable[str], str] | tuple[Iterable[str], str, float]]"

# From so many statements and edges on, a graph is solved by arrays where numpy and scipy are installed.
LARGE = 8_000
# Cycles are gone over hundreds of times: where so many statements lie in them, arrays pay for a smaller graph too.
KNOTTED = 300


class Given(NamedTuple):
    """A graph as the API is given it."""

    base: Base
    supports: Edges = ()
    attacks: Edges = ()
    set_supports: SetEdges = ()
    set_attacks: SetEdges = ()


@dataclass(frozen=True, slots=True)
class Side:
    """All supports, or all attacks, as three columns, which arrays can take over as they are.

    Attributes:
        sources: Where each comes from: a statement, or beyond them a set.
        targets: The statement that each goes to.
        weights: What each weighs; None where none of them says.
    """

    sources: array[int]
    targets: array[int]
    weights: array[float] | None


@dataclass(frozen=True, slots=True)
class PlainGraph:
    """A graph that was read and found sound.

    Its vertices are the statements, then the sets.

    Attributes:
        semantics: By what it is to be computed; weights and bases are within its ranges.
        names: The names of the statements.
        index: The number of each statement by its name.
        base: The base of each statement, as it is computed with.
        supports: What supports what.
        attacks: What attacks what.
        sets: The members of each set that acts together, by number.
    """

    semantics: Published
    names: list[str]
    index: dict[str, int]
    base: list[float]
    supports: Side
    attacks: Side
    sets: list[list[int]]

    @property
    def size(self) -> int:
        """How many statements, edges and memberships there are."""
        edges = len(self.supports.targets) + len(self.attacks.targets)
        return len(self.names) + edges + sum(map(len, self.sets))

    def label(self, vertex: int) -> str:
        """Return the name of a statement, or the names of a set, as a message shows them."""
        if vertex < len(self.names):
            return shown(self.names[vertex])
        members = self.sets[vertex - len(self.names)]
        return "{" + ", ".join(sorted(shown(self.names[member]) for member in members)) + "}"


def shown(value: Any) -> str:  # noqa: ANN401 whatever someone may have written
    """Return a value as a message shows it: on one line and not too long."""
    text = repr(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_LONGEST = 60
