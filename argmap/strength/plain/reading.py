"""Read a plain graph as the API is given it, with a clear error where it is not sound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.near import near
from argmap.strength.constants import CLIP_HIGH, CLIP_LOW
from argmap.strength.plain.edges import Reader, listed
from argmap.strength.plain.faults import GraphError, SemanticsError
from argmap.strength.plain.figures import Bounds
from argmap.strength.plain.graph import PlainGraph, shown
from argmap.strength.published import SEMANTICS

if TYPE_CHECKING:
    from argmap.strength.plain.graph import Given
    from argmap.strength.published import Published


def find_semantics(name: object) -> Published:
    """Return a semantics by its name.

    Raises:
        SemanticsError: There is none of that name.
    """
    if isinstance(name, str) and name in SEMANTICS:
        return SEMANTICS[name]
    likely = near(name, SEMANTICS) if isinstance(name, str) else []
    hint = f"did you mean {shown(likely[0])}?" if likely else "there are " + ", ".join(SEMANTICS)
    raise SemanticsError(f"no semantics is called {shown(name)}; {hint}", str(name))


def read_graph(given: Given, semantics: Published) -> PlainGraph:
    """Return the graph with everything in it looked up and checked, but for edges that are given twice.

    Raises:
        GraphError: The graph is not sound; the message tells what is wrong, and where.
    """
    supports, attacks = listed(given.supports, "supports"), listed(given.attacks, "attacks")
    set_supports, set_attacks = listed(given.set_supports, "set_supports"), listed(given.set_attacks, "set_attacks")
    if semantics.attacks_only and (supports or set_supports):
        raise SemanticsError(f"{semantics.name} knows attacks only; leave the supports out", semantics.name)
    names, base = _bases(given.base, semantics)
    index = dict(zip(names, range(len(names)), strict=True))
    reader = Reader(semantics, index)
    sides = reader.side(supports, set_supports, "supports"), reader.side(attacks, set_attacks, "attacks")
    return PlainGraph(semantics, names, index, base, *sides, reader.sets)


def _bases(base: object, semantics: Published) -> tuple[list[str], list[float]]:
    """Return names and base scores."""
    if not isinstance(base, Mapping):
        raise GraphError(f"base: expected a mapping from names to numbers, found {shown(base)}")
    names, values = list(base), list(base.values())
    if not {*map(type, names)} <= {str}:
        for name in names:
            if not isinstance(name, str):
                raise GraphError(f"base: expected names that are strings, found {shown(name)}", str(name))
    bounds = Bounds(semantics.lowest, semantics.highest)
    if not bounds.hold(values):
        values = [bounds.number(base[name], f"base of {shown(name)}", name) for name in names]
    if semantics.clips and values and not CLIP_LOW <= min(values) <= max(values) <= CLIP_HIGH:
        values = [CLIP_LOW if one < CLIP_LOW else min(one, CLIP_HIGH) for one in values]
    return names, list(map(float, values))
