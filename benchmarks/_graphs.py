"""Made-up weighted bipolar graphs, and a solver for them such as one writes in an afternoon."""

from __future__ import annotations

import random
from collections import deque
from typing import NamedTuple

REACH = 50  # in a map a statement bears on one of the next few: chains are long
LEAST = 1e-9  # a sweep over the cycles that moves nothing further has settled
SWEEPS = 10_000

Pair = tuple[str, str]


class Graph(NamedTuple):
    """A graph as a program would hand it over."""

    base: dict[str, float]
    supports: list[Pair]
    attacks: list[Pair]

    @property
    def edges(self) -> int:
        """How many edges there are."""
        return len(self.supports) + len(self.attacks)


def made_up(shape: str, size: int, seed: int = 1) -> Graph:
    """Make a graph with about two edges for each statement.

    Args:
        shape: "wide": each statement rests on any of the earlier ones, some 40 deep at 10^5. "map": on the last few,
            thousands deep. "cyclic": on any, so that most statements rest on each other.
        size: How many statements.
        seed: Equal seeds give equal graphs.
    """
    order = random.Random(seed)
    names = [f"n{number}" for number in range(size)]
    base = {name: order.random() for name in names}
    links = set()
    for head in range(1, size):
        least, most = {"wide": (0, head), "map": (max(0, head - REACH), head), "cyclic": (0, size)}[shape]
        links |= {(order.randrange(least, most), head) for _ in range(2)}
    edges = [(names[tail], names[head]) for tail, head in sorted(links, key=lambda link: link[::-1])]
    kinds = [order.choice((True, False)) for _ in edges]
    supports = [edge for edge, kind in zip(edges, kinds, strict=True) if kind]
    return Graph(base, supports, [edge for edge, kind in zip(edges, kinds, strict=True) if not kind])


def plain_python(graph: Graph, semantics: str) -> dict[str, float]:
    """Solve a graph by dicts and lists: in topological order, then sweep over what is left until nothing moves."""
    base, supports, attacks = graph
    strength = _df_quad if semantics == "df-quad" else _quadratic_energy
    supporters: dict[str, list[str]] = {name: [] for name in base}
    attackers: dict[str, list[str]] = {name: [] for name in base}
    leads_to: dict[str, list[str]] = {name: [] for name in base}
    waiting = dict.fromkeys(base, 0)
    for edges, sources in ((supports, supporters), (attacks, attackers)):
        for source, target in edges:
            sources[target].append(source)
            leads_to[source].append(target)
            waiting[target] += 1
    found = dict(base)
    ready = deque(name for name, count in waiting.items() if not count)
    while ready:
        name = ready.popleft()
        del waiting[name]
        found[name] = strength(base[name], [found[s] for s in supporters[name]], [found[a] for a in attackers[name]])
        for target in leads_to[name]:
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    for _ in range(SWEEPS if waiting else 0):
        moved = 0.0
        for name in waiting:
            value = strength(base[name], [found[s] for s in supporters[name]], [found[a] for a in attackers[name]])
            moved = max(moved, abs(value - found[name]))
            found[name] = value
        if moved < LEAST:
            break
    return found


def _df_quad(base: float, supports: list[float], attacks: list[float]) -> float:
    left = right = 1.0
    for value in attacks:
        left *= 1.0 - value
    for value in supports:
        right *= 1.0 - value
    moved = left - right
    return base + (1.0 - base if moved >= 0.0 else base) * moved


def _quadratic_energy(base: float, supports: list[float], attacks: list[float]) -> float:
    energy = sum(supports) - sum(attacks)
    share = energy * energy / (1.0 + energy * energy)
    return base + (1.0 - base) * share if energy >= 0.0 else base - base * share
