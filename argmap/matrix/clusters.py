"""One origin is one vote: rows that share a root origin, and the scores in which only the largest of them counts."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from argmap.matrix.result import Cluster, Independence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.matrix.readings import Rule
    from argmap.matrix.rules import Terms
    from argmap.matrix.table import Line

_TWO = 2


def independence(lines: Sequence[Line]) -> Independence:
    """Count rows, and as how many independent ones they count."""
    groups = _groups(lines)
    shares = [max(share for _, share in members) for members in groups.values()]
    lone = sum(not line.origins for line in lines)
    clusters = [
        Cluster(origin, tuple(lines[n].id for n, _ in members))
        for origin, members in groups.items()
        if len(members) >= _TWO
    ]
    return Independence(tuple(clusters), len(lines), fsum(shares) + lone)


def one_vote(rule: Rule, lines: Sequence[Line], added: Terms) -> Terms:
    """Return what is left of what the rows add where of each origin only the largest effect on a hypothesis counts.

    An effect is what speaks against a hypothesis; under `net` also what speaks for it, each by itself. Under `bits` it
    is by how much a row is less likely than under the hypothesis it fits best. A row with several origins is shared
    among them in equal parts.
    """
    effects = [_effects(rule, terms) for terms in added]
    kept = [[0.0 if line.origins else value for value in row] for line, row in zip(lines, effects, strict=True)]
    for members in _groups(lines).values():
        for column in range(len(effects[0])):
            parts = [(effects[n][column] * share, n) for n, share in members]
            for sign in (1, -1):
                value, negative = max((part * sign, -n) for part, n in parts)
                if value > 0:
                    kept[-negative][column] += value * sign
    return tuple(map(tuple, kept))


def _effects(rule: Rule, terms: Sequence[float]) -> list[float]:
    if rule != "bits":
        return list(terms)
    best = max(terms, default=0.0)
    return [value - best for value in terms]


def _groups(lines: Sequence[Line]) -> dict[str, list[tuple[int, float]]]:
    """Return for each origin the rows that have it, each with its share."""
    found: dict[str, list[tuple[int, float]]] = {}
    for number, line in enumerate(lines):
        for origin in line.origins:
            found.setdefault(origin, []).append((number, 1.0 / len(line.origins)))
    return found
