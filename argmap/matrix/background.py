"""What the rest of the map says of the rows and hypotheses of its matrices; worked out once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.provenance.origins import origins, roots
from argmap.strength.reliability import Chains

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model import ArgumentMap, Attribute, Statement
    from argmap.provenance.origins import Origins


class Background:
    """One map, asked about its statements."""

    def __init__(self, argument_map: ArgumentMap, put: Mapping[str, Sequence[Attribute]] | None = None) -> None:
        """Look at a map.

        Args:
            argument_map: The map.
            put: What a scenario sets, by the id of the thing: it comes before what a matrix says itself.
        """
        self.map = argument_map
        self.statements = argument_map.by_id()
        self.found: Origins = origins(argument_map)
        self._chains = Chains(argument_map)
        self._put = put or {}
        graded = (*argument_map.sources, *argument_map.voices)
        self._graded = {one.id for one in graded if one.word("reliability")}
        self.classes = _classes(argument_map)
        self._weaker = _weaker(argument_map, self.classes)

    def word(self, name: str, key: str) -> str | None:
        """Return an attribute of a statement that holds one word."""
        found = self.statements.get(name)
        return (found.word(key) or None) if found is not None else None

    def overridden(self, name: str, key: str) -> str | None:
        """Return what a scenario sets it to."""
        found = (each.value for each in self._put.get(name, ()) if each.key == key)
        return next((value for value in found if isinstance(value, str)), None)

    def members(self, name: str) -> Sequence[Statement]:
        """Return the statements that restate one, itself among them."""
        return self.classes.get(name, ())

    def origins(self, name: str) -> tuple[str, ...]:
        """Return the root origins of a statement and of all that restates it."""
        return roots([chain for one in self.members(name) for chain in self.found.chains[one.id]])

    def reliability(self, name: str) -> float | None:
        """Return the reliability of the best chain by which it is had; None where no grade along any is written."""
        chains = [chain for one in self.members(name) for chain in self.found.chains[one.id]]
        if not any(each in self._graded for chain in chains for each in chain):
            return None
        had = [value for one in self.members(name) if (value := self._chains.reliability(one)) is not None]
        return max(had, default=None)

    def entailed(self, hypotheses: Sequence[str]) -> tuple[frozenset[int], ...]:
        """Return for each hypothesis the numbers of those it entails, by whatever way, itself left out.

        Where two entail each other they are one and the same; the first is taken to be entailed by the other.
        """
        found: list[frozenset[int]] = []
        for n, name in enumerate(hypotheses):
            below = self._below(name)
            numbers = {k for k, other in enumerate(hypotheses) if k != n and other in below}
            both = {k for k in numbers if name in self._below(hypotheses[k])}
            found.append(frozenset(numbers - {k for k in both if k > n}))
        return tuple(found)

    def _below(self, name: str) -> set[str]:
        """Return all that a statement entails, itself included."""
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                waiting += self._weaker.get(here, ())
        return seen


def _classes(argument_map: ArgumentMap) -> dict[str, list[Statement]]:
    statements = argument_map.statements
    found: dict[str, list[Statement]] = {}
    for numbers in argument_map.classes():
        members = [statements[number] for number in numbers]
        found.update((one.id, members) for one in members)
    return found


def _weaker(argument_map: ArgumentMap, classes: Mapping[str, Sequence[Statement]]) -> dict[str, list[str]]:
    """Return for each statement what it entails directly, and what restates it."""
    found: dict[str, list[str]] = {}
    for relation in argument_map.relations:
        if relation.kind == "entails":
            found.setdefault(relation.left, []).append(relation.right)
    for name, members in classes.items():
        if len(members) > 1:
            found.setdefault(name, []).extend(one.id for one in members)
    return found
