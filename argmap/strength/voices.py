"""Root origins of what a map observes, as the engine counts them: each class of statements with its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.provenance.origins import Origins, origins, roots
from argmap.strength.reliability import Chains

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Statement
    from argmap.provenance.origins import Chain
    from argmap.strength.semantics import Shares


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Who stands behind each class of statements.

    Attributes:
        names: Ids of the root origins, sources and voices; an origin's number is its place here.
        parts: For each class the part that each of its origins has in its base; parts sum to 1. None where it has no
            origin: an assumption, a claim without a base of its own, evidence without a source.
        found: The chains of every statement.
    """

    names: list[str]
    parts: list[Shares]
    found: Origins

    def independent(self) -> list[int]:
        """Return for each class of statements how many origins it has itself."""
        return [len(parts) for parts in self.parts]


def witnesses(argument_map: ArgumentMap, classes: Sequence[Sequence[Statement]]) -> Witnesses:
    """Find the root origins of each class.

    Several origins of one observation have parts in proportion to the reliability of their best chains (alike: equal
    parts), so that a trivial second source takes little from the first.
    """
    found = origins(argument_map)
    grades = Chains(argument_map)
    numbers: dict[str, int] = {}
    parts = []
    for members in classes:
        chains = [chain for one in members if _observed(one, members) for chain in found.chains[one.id]]
        parts.append(_parts(chains, grades, numbers))
    return Witnesses(list(numbers), parts, found)


def _observed(statement: Statement, members: Sequence[Statement]) -> bool:
    """Tell whether a statement brings the origins of its class: evidence, and what has a written base."""
    if members[0].kind == "assumption":
        return False
    return statement.kind == "evidence" or statement.range("base") is not None


def _parts(chains: Sequence[Chain], grades: Chains, numbers: dict[str, int]) -> Shares:
    heads = roots(chains)
    if len(heads) <= 1:
        return tuple((numbers.setdefault(head, len(numbers)), 1.0) for head in heads)
    best = {head: max(_weakest(chain, grades) for chain in chains if chain[0] == head) for head in heads}
    total = sum(sorted(best.values()))
    return tuple((numbers.setdefault(head, len(numbers)), best[head] / total) for head in heads)


def _weakest(chain: Chain, grades: Chains) -> float:
    return min(map(grades.graded, chain))
