"""The two loops in which a large and deep plain graph is computed: no call in them that could be spared.

They do what `Rule.value` does where every edge just passes on the strength it comes from, statement by statement. Of
one or two numbers the sum is rounded once and the product is the same in either order; more are put to `fsum`, or sorted.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from argmap.strength.plain.flat import Arrivals, Numbers

_FEW = 2


class Flow(NamedTuple):
    """A plain graph of which every edge just passes on the strength it comes from."""

    base: Numbers
    supports: Arrivals
    attacks: Arrivals
    influence: Callable[[float, float], float]


def run_sums(flow: Flow, vertices: Iterable[int], track: Numbers) -> None:
    """Compute statements, each of which may rest on those before, under a semantics that adds up."""
    base, (first, supporters, _), (start, attackers, _), influence = flow
    for vertex in vertices:
        begin, end, since, until = first[vertex], first[vertex + 1], start[vertex], start[vertex + 1]
        if begin == end and since == until:
            continue
        support = attack = 0.0
        if end - begin <= _FEW:
            while begin < end:
                support += track[supporters[begin]]
                begin += 1
        else:
            support = fsum([track[source] for source in supporters[begin:end]])
        if until - since <= _FEW:
            while since < until:
                attack += track[attackers[since]]
                since += 1
        else:
            attack = fsum([track[source] for source in attackers[since:until]])
        track[vertex] = influence(base[vertex], support - attack)


def run_products(flow: Flow, vertices: Iterable[int], track: Numbers) -> None:
    """Compute statements, each of which may rest on those before, under a semantics that multiplies what is left."""
    base, (first, supporters, _), (start, attackers, _), influence = flow
    for vertex in vertices:
        begin, end, since, until = first[vertex], first[vertex + 1], start[vertex], start[vertex + 1]
        if begin == end and since == until:
            continue
        left = right = 1.0
        if until - since <= _FEW:
            while since < until:
                left *= 1.0 - track[attackers[since]]
                since += 1
        else:
            for push in sorted([track[source] for source in attackers[since:until]]):
                left *= 1.0 - push
        if end - begin <= _FEW:
            while begin < end:
                right *= 1.0 - track[supporters[begin]]
                begin += 1
        else:
            for push in sorted([track[source] for source in supporters[begin:end]]):
                right *= 1.0 - push
        track[vertex] = influence(base[vertex], left - right)


LOOPS = {"sum": run_sums, "product": run_products}
