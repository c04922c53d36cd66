"""Plain graphs for tests."""

from collections.abc import Iterable
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from argmap.strength.plain.graph import Given
from argmap.strength.published import SEMANTICS

Edge = tuple[str, str, float]
SetEdge = tuple[list[str], str, float]
NAMES = tuple(SEMANTICS)
BOUNDED = tuple(name for name, one in SEMANTICS.items() if one.bounded)


class Graph(NamedTuple):
    """A graph that suits a semantics."""

    base: dict[str, float]
    supports: list[Edge]
    attacks: list[Edge]
    set_supports: list[SetEdge]
    set_attacks: list[SetEdge]

    @property
    def given(self) -> Given:
        """The same as the API is given it."""
        return Given(*self)

    def shuffled(self, order: Random) -> "Graph":
        """The same graph in another order."""
        items = order.sample(list(self.base.items()), len(self.base))
        supports, attacks = (order.sample(side, len(side)) for side in (self.supports, self.attacks))
        set_supports, set_attacks = (order.sample(side, len(side)) for side in (self.set_supports, self.set_attacks))
        return Graph(dict(items), supports, attacks, set_supports, set_attacks)

    def renamed(self) -> "Graph":
        """The same graph under other names, in another alphabetical order."""
        new = {name: f"z{len(self.base) - number:03}" for number, name in enumerate(self.base)}

        def ends(edges: Iterable[Edge]) -> list[Edge]:
            return [(new[source], new[target], weight) for source, target, weight in edges]

        def set_ends(edges: Iterable[SetEdge]) -> list[SetEdge]:
            return [([new[one] for one in members], new[target], weight) for members, target, weight in edges]

        base = {new[name]: value for name, value in self.base.items()}
        return Graph(base, ends(self[1]), ends(self[2]), set_ends(self[3]), set_ends(self[4]))


def made_up(seed: int, semantics: str, largest: int = 12, *, acyclic: bool = False, density: float = 2.0) -> Graph:
    """A random graph with sets, self-attacks, and bases at the ends of their range."""
    order, one = Random(seed), SEMANTICS[semantics]
    names = [f"n{number}" for number in range(order.randint(1, largest))]
    base = {name: order.choice([0.0, 0.1, 0.5, 0.9, 1.0, order.random()]) for name in names}
    heaviest = min(one.heaviest, order.choice([1.0, 3.0]))
    places = range(len(names))
    pairs = [(names[i], names[j]) for i in places for j in places if i < j or not acyclic]
    chosen = order.sample(pairs, min(len(pairs), round(density * len(names) * order.random())))
    edges = [(source, target, heaviest * order.choice([0.25, 0.5, 1.0])) for source, target in chosen]
    sets: dict[tuple[frozenset[str], str], float] = {}
    for _ in range(order.randint(0, 3)):
        last = order.randrange(len(names))
        members = order.sample(names[:last] if acyclic else names, min(last, order.randint(2, 3)))
        if len(members) > 1:
            sets[frozenset(members), names[last]] = heaviest * order.random()
    of_sets = [(sorted(members), target, weight) for (members, target), weight in sets.items()]
    cut, set_cut = (0, 0) if one.attacks_only else (order.randint(0, len(edges)), order.randint(0, len(sets)))
    return Graph(base, edges[:cut], edges[cut:], of_sets[:set_cut], of_sets[set_cut:])


def graphs(semantics: str, largest: int = 8, *, acyclic: bool = False) -> st.SearchStrategy[Graph]:
    """Random graphs that suit a semantics."""
    return st.integers(0, 10**6).map(lambda seed: made_up(seed, semantics, largest, acyclic=acyclic))
