"""What each statement of a plain graph contributes to the strength of one of them.

The four contribution functions of Kampik, Potyka, Yin, Cyras & Toni, "Contribution Functions for Quantitative Bipolar
Argumentation Graphs: A Principle-Based Analysis", IJAR 2024.
"""

from __future__ import annotations

from array import array
from math import comb, fsum
from typing import TYPE_CHECKING, Final, Literal

from argmap import graph as graphs
from argmap.strength.plain.faults import GraphError
from argmap.strength.plain.gradients import gradients, number_of
from argmap.strength.plain.graph import Given, PlainGraph, Side
from argmap.strength.plain.reading import find_semantics, read_graph
from argmap.strength.plain.solve import dependencies, rule_of, solve
from argmap.strength.published import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.strength.plain.graph import Base, Edges, SetEdges

Method = Literal["removal", "intrinsic-removal", "shapley", "gradient"]
METHODS: Final[tuple[Method, ...]] = ("removal", "intrinsic-removal", "shapley", "gradient")
SHAPLEY_LARGEST: Final = 14  # the number of subsets doubles with each statement


def contributions(
    topic: str,
    base: Base,
    supports: Edges = (),
    attacks: Edges = (),
    semantics: str = DEFAULT,
    *,
    set_supports: SetEdges = (),
    set_attacks: SetEdges = (),
    method: Method = "removal",
) -> dict[str, float]:
    """Return what each statement contributes to the strength of one: above 0 where it raises it.

    Args:
        topic: The statement whose strength is asked about.
        base: The base score of each statement, and the rest, as for `strengths`.
        supports: What supports what.
        attacks: What attacks what.
        semantics: The name of the semantics.
        set_supports: Sets that support together; one that loses a member is gone.
        set_attacks: Sets that attack together.
        method: "removal": the strength, less what it is without the statement. "intrinsic-removal": the same, where
            beforehand nothing supports or attacks the statement itself. "shapley": its removal from each set of the
            other statements, averaged; exact, for up to 14 statements on which the topic rests. "gradient": the
            derivative of the strength by the statement's base, as of `gradients`.

    Returns:
        The contribution of each statement but the topic, in the order of `base`.

    Raises:
        GraphError: As for `strengths`; `UndeclaredError` for the topic; also where Shapley values would take too long.
        ValueError: There is no such method.
    """
    if method not in METHODS:
        raise ValueError(f"method: expected one of {', '.join(map(repr, METHODS))}, found {method!r}")
    given = Given(base, supports, attacks, set_supports, set_attacks)
    if method == "gradient":
        found = gradients(topic, *given[:3], semantics, set_supports=given[3], set_attacks=given[4])
        return {name: slope for name, slope in found.items() if name != topic}
    plain = read_graph(given, find_semantics(semantics))
    game = _Game(plain, number_of(plain, topic))
    values = game.shapley() if method == "shapley" else game.removal(intrinsic=method == "intrinsic-removal")
    return {name: values.get(number, 0.0) for number, name in enumerate(plain.names) if name != topic}


class _Game:
    """The strength of the topic with some of the statements on which it rests."""

    def __init__(self, plain: PlainGraph, topic: int) -> None:
        self.plain = plain
        self.topic = topic
        reached = graphs.reachable(dependencies(plain, rule_of(plain)), [topic])
        self.others = [number for number in range(len(plain.names)) if reached[number] and number != topic]

    def worth(self, present: Collection[int], bare: int | None = None) -> float:
        """Return the strength of the topic beside these others only; nothing goes to `bare`."""
        part, place = _restricted(self.plain, {*present, self.topic}, bare)
        return solve(part).point[place[self.topic]]

    def removal(self, *, intrinsic: bool) -> dict[int, float]:
        """Return the contribution of each by its removal."""
        whole = self.worth(self.others)
        found = {}
        for number in self.others:
            rest = [other for other in self.others if other != number]
            found[number] = (self.worth(self.others, bare=number) if intrinsic else whole) - self.worth(rest)
        return found

    def shapley(self) -> dict[int, float]:
        """Return the contribution of each averaged over all orders in which they could come in."""
        count = len(self.others)
        if count > SHAPLEY_LARGEST:
            told = f"the topic rests on {count} statements, exact Shapley values take at most {SHAPLEY_LARGEST}"
            raise GraphError(told, self.plain.names[self.topic])
        worth = [
            self.worth([one for place, one in enumerate(self.others) if mask >> place & 1])
            for mask in range(1 << count)
        ]
        share = [1.0 / (count * comb(count - 1, size)) for size in range(count)]
        return {
            number: fsum(
                share[mask.bit_count()] * (worth[mask | 1 << place] - worth[mask])
                for mask in range(1 << count)
                if not mask >> place & 1
            )
            for place, number in enumerate(self.others)
        }


def _restricted(plain: PlainGraph, kept: set[int], bare: int | None) -> tuple[PlainGraph, dict[int, int]]:
    """Return the part of a graph among these statements, without what goes to `bare`, and their new numbers."""
    first, order = len(plain.names), sorted(kept)
    place = {number: new for new, number in enumerate(order)}
    sets = [number for number, members in enumerate(plain.sets) if kept.issuperset(members)]
    vertex = place | {first + number: len(order) + new for new, number in enumerate(sets)}

    def side(old: Side) -> Side:
        ends = zip(old.sources, old.targets, strict=True)
        chosen = [
            edge for edge, (source, target) in enumerate(ends) if source in vertex and target in kept and target != bare
        ]
        sources, targets = ([row[edge] for edge in chosen] for row in (old.sources, old.targets))
        weights = None if old.weights is None else array("d", [old.weights[edge] for edge in chosen])
        return Side(array("q", map(vertex.__getitem__, sources)), array("q", map(place.__getitem__, targets)), weights)

    names = [plain.names[number] for number in order]
    members = [[place[member] for member in plain.sets[number]] for number in sets]
    base = [plain.base[number] for number in order]
    index = {name: number for number, name in enumerate(names)}
    return PlainGraph(plain.semantics, names, index, base, side(plain.supports), side(plain.attacks), members), place
