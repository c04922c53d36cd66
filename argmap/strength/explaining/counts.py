"""How much stands behind a statement, counted: steps, evidence, and the origins it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.provenance.origins import Origins
    from argmap.strength.explaining.bench import Bench

_SHOWN = 5e-5  # fewer bits than this say nothing


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands behind a statement.

    Attributes:
        supports: How many steps support it.
        supports_heard: How many of them say anything.
        attacks: How many steps and rivals attack it.
        attacks_heard: How many of them say anything.
        evidence: How many statements of evidence with any weight support it, at whatever distance.
        origins: In how many root origins this evidence begins.
        effective: As how many equal origins they count: 1 / sum of squared parts; 10 of one and 1 of another count 1.2.
    """

    supports: int
    supports_heard: int
    attacks: int
    attacks_heard: int
    evidence: int
    origins: int
    effective: float


def counts(bench: Bench, target: int, known: Origins) -> Counts:
    """Count what stands behind a statement (a class)."""
    network, track, rule = bench.network, bench.solution.point, bench.solution.rule
    rows = [row.of(target) for row in (network.supports, network.attacks)]
    ears = rule.supports[target], rule.attacks[target]
    heard = [sum(amount > _SHOWN for amount in rule.heard(ear, track).values()) for ear in ears]
    evidence = [number for number in supporting(bench, target) if _weighs(bench, number)]
    parts = origin_parts((s.id for number in evidence for s in bench.classes[number]), known)
    total = sum(parts.values())
    effective = total * total / sum(part * part for part in parts.values()) if parts else 0.0
    return Counts(len(rows[0]), heard[0], len(rows[1]), heard[1], len(evidence), len(parts), effective)


def supporting(bench: Bench, target: int) -> list[int]:
    """Return the classes that support a statement at whatever distance (attacks and undercuts are not followed)."""
    network = bench.network
    seen = {target}
    waiting = [target]
    while waiting:
        node = waiting.pop()
        below = [other for step in network.supports.of(node) for other in network.premises.of(step)]
        for other in (*below, *network.lifts.of(node)):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return sorted({number for node in seen if (number := network.stands_for[node]) >= 0})


def origin_parts(statements: Iterable[str], known: Origins) -> dict[str, float]:
    """Return how much of some statements begins in each root origin: one for each statement, divided equally.

    What has no origin is one by itself.
    """
    parts: dict[str, float] = {}
    for name in statements:
        roots = known.roots.get(name) or (name,)
        for root in roots:
            parts[root] = parts.get(root, 0.0) + 1.0 / len(roots)
    return parts


def _weighs(bench: Bench, number: int) -> bool:
    members = bench.classes[number]
    return not bench.given[number].no_view and any(statement.kind == "evidence" for statement in members)
