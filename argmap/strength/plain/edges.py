"""Read the edges of a plain graph: column by column where all are alike, one by one where they are not."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from argmap.near import near
from argmap.strength.plain.faults import EdgeError, UndeclaredError
from argmap.strength.plain.figures import Bounds
from argmap.strength.plain.graph import LARGE, Side, shown

if TYPE_CHECKING:
    from argmap.strength.plain.graph import PlainGraph
    from argmap.strength.published import Published

_PAIR, _TRIPLE = 2, 3
_EDGE = "(from, to) or (from, to, weight)"
_SET_EDGE = "({from, from, …}, to) or ({from, from, …}, to, weight)"


def listed(edges: object, word: str) -> list[Any]:
    """Return what an argument holds, the argument being called `word`.

    Raises:
        EdgeError: It is nothing that holds edges.
    """
    if isinstance(edges, str | Mapping) or not isinstance(edges, Iterable):
        raise EdgeError(f"{word}: expected edges, each {_EDGE}, found {shown(edges)}")
    return list(edges)


def repeated(graph: PlainGraph, word: str, source: int, target: int) -> NoReturn:
    """Raise the error for an edge that is given twice."""
    head = graph.names[target]
    edge = f"{graph.label(source)} -> {shown(head)}"
    raise EdgeError(f"{word}: {edge} is given twice; give it once, with the weight it should have", head)


class Reader:
    """Reads the edges of one graph.

    Attributes:
        sets: The members of every set met so far; the vertices of sets are numbered after those of statements.
    """

    def __init__(self, semantics: Published, index: dict[str, int]) -> None:
        self.sets: list[list[int]] = []
        self._set_of: dict[tuple[int, ...], int] = {}
        self._index = index
        self._default = semantics.weight
        self._weights = Bounds(0.0, semantics.heaviest)

    def side(self, edges: list[Any], set_edges: list[Any], word: str) -> Side:
        """Read all supports, or all attacks: first those from single statements, then those from sets."""
        plain = self._quick(edges) or self._columns([self._edge(edge, word) for edge in edges])
        if not set_edges:
            return plain
        of_sets = self._columns([self._set_edge(edge, f"set_{word}") for edge in set_edges])
        weights = None
        if plain.weights or of_sets.weights:
            weights = self._filled(plain) + self._filled(of_sets)
        return Side(plain.sources + of_sets.sources, plain.targets + of_sets.targets, weights)

    def _quick(self, edges: list[Any]) -> Side | None:
        """Read edges that are all alike; None where a look at each is needed."""
        if not {*map(type, edges)} <= {tuple, list}:
            return None
        lengths, index = {*map(len, edges)}, self._index
        try:
            if lengths <= {_PAIR}:
                return Side(_integers([index[a] for a, _ in edges]), _integers([index[b] for _, b in edges]), None)
            if lengths == {_TRIPLE} and self._weights.hold(weights := [weight for _, _, weight in edges]):
                ends = _integers([index[a] for a, _, _ in edges]), _integers([index[b] for _, b, _ in edges])
                return Side(*ends, array("d", weights))
        except (KeyError, TypeError):  # a name that is none of them, or no name at all
            pass
        return None

    def _edge(self, edge: object, word: str) -> tuple[int, int, float | None]:
        tail, head, weight = _parts(edge, word, _EDGE)
        where = f"{word}: {shown(tail)} -> {shown(head)}"
        return self._vertex(tail, where), self._vertex(head, where), self._weight(weight, where, head)

    def _set_edge(self, edge: object, word: str) -> tuple[int, int, float | None]:
        tail, head, weight = _parts(edge, word, _SET_EDGE)
        if isinstance(tail, str | Mapping) or not isinstance(tail, Iterable):
            raise EdgeError(f"{word}: expected {_SET_EDGE}, found {shown(edge)}")
        members = list(tail)
        where = f"{word}: {shown(members)} -> {shown(head)}"
        source = self._set({self._vertex(member, where) for member in members}, where)
        return source, self._vertex(head, where), self._weight(weight, where, head)

    def _set(self, members: set[int], where: str) -> int:
        """Return the vertex of a set; that of its member where it has but one."""
        if not members:
            raise EdgeError(f"{where}: the set is empty")
        if len(members) == 1:
            return members.pop()
        key = tuple(sorted(members))
        if key not in self._set_of:
            self._set_of[key] = len(self._index) + len(self.sets)
            self.sets.append(list(key))
        return self._set_of[key]

    def _vertex(self, name: object, where: str) -> int:
        found = self._index.get(name) if isinstance(name, str) else None
        if found is None:
            likely = near(name, self._index) if isinstance(name, str) and len(self._index) < LARGE else []
            hint = f"; did you mean {shown(likely[0])}?" if likely else ""
            raise UndeclaredError(f"{where}: {shown(name)} has no base score{hint}", str(name))
        return found

    def _weight(self, weight: object, where: str, head: object) -> float | None:
        return None if weight is _NONE else self._weights.number(weight, f"{where}: weight", str(head))

    def _columns(self, edges: list[tuple[int, int, float | None]]) -> Side:
        sources, targets = _integers([edge[0] for edge in edges]), _integers([edge[1] for edge in edges])
        if all(edge[2] is None for edge in edges):
            return Side(sources, targets, None)
        weights = array("d", [self._default if edge[2] is None else edge[2] for edge in edges])
        return Side(sources, targets, weights)

    def _filled(self, side: Side) -> array[float]:
        return array("d", [self._default]) * len(side.sources) if side.weights is None else side.weights


_NONE = object()  # no weight was given


def _integers(numbers: list[int]) -> array[int]:
    return array("q", numbers)


def _parts(edge: object, word: str, wanted: str) -> tuple[Any, Any, object]:
    if isinstance(edge, tuple | list) and len(edge) in {_PAIR, _TRIPLE}:
        return edge[0], edge[1], edge[2] if len(edge) == _TRIPLE else _NONE
    raise EdgeError(f"{word}: expected {wanted}, found {shown(edge)}")
