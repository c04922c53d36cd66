"""Gradients of a strength in a plain graph: `argmap.strength.gradients`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.plain.backward import Backward
from argmap.strength.plain.faults import UndeclaredError
from argmap.strength.plain.graph import Given, shown
from argmap.strength.plain.reading import find_semantics, read_graph
from argmap.strength.published import DEFAULT

if TYPE_CHECKING:
    from argmap.strength.plain.graph import Base, Edges, PlainGraph, SetEdges


def gradients(
    topic: str,
    base: Base,
    supports: Edges = (),
    attacks: Edges = (),
    semantics: str = DEFAULT,
    *,
    set_supports: SetEdges = (),
    set_attacks: SetEdges = (),
) -> dict[str, float]:
    """Return how fast the strength of one statement changes with each base: d strength(topic) / d base.

    One pass backwards through the graph, linear in its size. At a kink it is the right-hand derivative, as the base
    rises; where two ways from one statement meet in a kink and pull it in opposite directions, what each would do
    alone is added. In a cycle it is the derivative of the balance that `strengths` gives.

    Args:
        topic: The statement whose strength is asked about.
        base: The base score of each statement, and the rest, as for `strengths`.
        supports: What supports what.
        attacks: What attacks what.
        semantics: The name of the semantics.
        set_supports: Sets that support together.
        set_attacks: Sets that attack together.

    Returns:
        The derivative for each statement, in the order of `base`: 0 for those on which the topic does not rest; NaN
        where the topic rests on a cycle without balance, or whose balance is not an isolated one.

    Raises:
        GraphError: As for `strengths`; `UndeclaredError` also for the topic.
    """
    given = Given(base, supports, attacks, set_supports, set_attacks)
    plain = read_graph(given, find_semantics(semantics))
    found = Backward(plain)
    found.run(number_of(plain, topic))
    return {name: found.by_base(number, base[name]) for number, name in enumerate(plain.names)}


def number_of(plain: PlainGraph, topic: object) -> int:
    """Return the number of the statement that is asked about.

    Raises:
        UndeclaredError: The graph has no such statement.
    """
    found = plain.index.get(topic) if isinstance(topic, str) else None
    if found is None:
        raise UndeclaredError(f"topic: {shown(topic)} has no base score", str(topic))
    return found
