"""The outline of a map: what speaks for and against what, which claims are key, and what somebody holds.

Statements that restate each other are one here. They go by the id of the first of them, which `first` gives.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.graph import components, rows
from argmap.vocabulary import ANALYST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.model import ArgumentMap, Citation, Entity, SourceDocument, Statement, Step, Voice

Party = tuple[str, ...]  # who speaks in a citation: the voices, if any, then the document


class Outline:
    """Views of a map, each worked out once, when it is first asked for."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """The statements by their ids."""
        return self.map.by_id()

    @cached_property
    def speakers(self) -> dict[str, SourceDocument | Voice]:
        """The sources and voices by their ids."""
        things: list[SourceDocument | Voice] = [*self.map.sources, *self.map.voices]
        return {thing.id: thing for thing in things}

    @cached_property
    def groups(self) -> dict[str, tuple[Statement, ...]]:
        """By the id of the first: the statements that restate each other. In the order of the map."""
        if not any(relation.kind == "restates" for relation in self.map.relations):
            return {statement.id: (statement,) for statement in self.map.statements}
        classes = [[self.map.statements[number] for number in group] for group in self.map.classes()]
        return {members[0].id: tuple(members) for members in classes}

    @cached_property
    def first(self) -> dict[str, str]:
        """By the id of a statement: the id of the first of those that restate it."""
        return {statement.id: name for name, members in self.groups.items() for statement in members}

    @cached_property
    def order(self) -> dict[str, int]:
        """By the first: its place in the map."""
        return {name: place for place, name in enumerate(self.groups)}

    @cached_property
    def supports(self) -> dict[str, list[Step]]:
        """By the first: the steps that speak for it."""
        return self._steps_to("support")

    @cached_property
    def attacks(self) -> dict[str, list[Step]]:
        """By the first: the steps that speak against it."""
        return self._steps_to("attack")

    @cached_property
    def undercuts(self) -> dict[str, list[Step]]:
        """By the id of a step: the steps that undercut it."""
        found: dict[str, list[Step]] = {step.id: [] for step in self.map.steps}
        for step in self.map.steps:
            if step.kind == "undercut" and step.target in found:
                found[step.target].append(step)
        return found

    @cached_property
    def steps(self) -> dict[str, Step]:
        """The steps by their ids."""
        return {step.id: step for step in self.map.steps}

    @cached_property
    def used(self) -> dict[str, list[Step]]:
        """By the first: the steps of which it is a premise or a warrant."""
        found: dict[str, list[Step]] = {name: [] for name in self.groups}
        for step in self.map.steps:
            for name in dict.fromkeys(self.first[premise] for premise in reasons(step)):
                found[name].append(step)
        return found

    @cached_property
    def entailed_by(self) -> dict[str, list[str]]:
        """By the first: the firsts of what entails it."""
        found: dict[str, list[str]] = {name: [] for name in self.groups}
        for relation in self.map.relations:
            if relation.kind == "entails":
                found[self.first[relation.right]].append(self.first[relation.left])
        return found

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """By the first: the firsts of what supports it directly: premises, warrants, and what entails it."""
        found, first = {}, self.first
        for name, steps in self.supports.items():
            names = [first[premise] for step in steps for premise in reasons(step)] + self.entailed_by[name]
            found[name] = list(dict.fromkeys(names)) if len(names) > 1 else names
        return found

    @cached_property
    def taken(self) -> frozenset[str]:
        """The ids of the steps that a document or the map's author takes: not those only passed on, or rejected."""
        return frozenset(step.id for step in self.map.steps if self._is_taken(step))

    @cached_property
    def opposed(self) -> dict[str, list[str]]:
        """By the first: the firsts of what cannot be true beside it, by `excludes`, `contradicts` or a question."""
        found: dict[str, dict[str, None]] = {name: {} for name in self.groups}
        pairs = [(r.left, r.right) for r in self.map.relations if r.kind in {"excludes", "contradicts"}]
        for question in self.map.questions:
            if question.flag("exclusive"):
                answers = question.hypotheses
                pairs += [(one, other) for place, one in enumerate(answers) for other in answers[place + 1 :]]
        for left, right in pairs:
            one, other = self.first[left], self.first[right]
            found[one][other] = found[other][one] = None
        return {name: list(others) for name, others in found.items()}

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The key claims, by their firsts: hypotheses, and claims that are no premise of any step; no "none of these"."""
        return tuple(name for name, members in self.groups.items() if self._is_key(name, members))

    @cached_property
    def held(self) -> frozenset[str]:
        """The firsts of what a document or the map's author puts forward as true: not what is only passed on."""
        return frozenset(name for name, members in self.groups.items() if puts_forward(members))

    @cached_property
    def concluded(self) -> tuple[str, ...]:
        """The key claims that are held and for which something speaks."""
        return tuple(name for name in self.key if name in self.held and (self.supports[name] or self.entailed_by[name]))

    @cached_property
    def awaited(self) -> frozenset[str]:
        """The firsts of what is expected and not yet seen (`seen: no`)."""
        found = (name for name, members in self.groups.items() if any(m.word("seen") == "no" for m in members))
        return frozenset(found)

    @cached_property
    def unsupported(self) -> frozenset[str]:
        """The firsts of claims and hypotheses that are held, and that neither a step nor what entails them supports.

        No support is asked for "none of these", for what is not yet seen, nor for what is still a draft's own sentence.
        """
        return frozenset(name for name, members in self.groups.items() if self._lacks_support(name, members))

    @cached_property
    def parts(self) -> list[list[str]]:
        """Statements that support each other in circles, by their firsts; mostly one by one, reasons first."""
        names = list(self.groups)
        index = {name: number for number, name in enumerate(names)}
        below = ([index[other] for other in self.below[name]] for name in names)
        return [[names[number] for number in part] for part in components(rows(below))]

    def cone(self, names: Iterable[str]) -> Iterator[str]:
        """Go through statements and all that supports them, by whatever way, each once; all are firsts."""
        seen = dict.fromkeys(names)
        waiting = list(reversed(seen))
        while waiting:
            name = waiting.pop()
            yield name
            for other in reversed(self.below[name]):
                if other not in seen:
                    seen[other] = None
                    waiting.append(other)

    def _is_taken(self, step: Step) -> bool:
        if step.citations or step.get("by"):
            return puts_forward((step,))
        return step.kind != "support" or self.first.get(step.target) in self.held

    def _lacks_support(self, name: str, members: Sequence[Statement]) -> bool:
        if members[0].kind not in {"claim", "hypothesis"}:
            return False
        if any(member.flag("residual") or member.flag("untouched") for member in members):
            return False
        return name in self.held - self.awaited and not self.supports[name] and not self.entailed_by[name]

    def _steps_to(self, kind: str) -> dict[str, list[Step]]:
        found: dict[str, list[Step]] = {name: [] for name in self.groups}
        for step in self.map.steps:
            if step.kind == kind and step.target in self.first:
                found[self.first[step.target]].append(step)
        return found

    def _is_key(self, name: str, members: Sequence[Statement]) -> bool:
        kinds = {member.kind for member in members}
        if "hypothesis" in kinds:
            return not any(member.flag("residual") for member in members)
        return kinds == {"claim"} and not self.used[name]


def reasons(step: Step) -> list[str]:
    """Return the ids of the premises and warrants of a step."""
    return [*step.premises, *step.warrants] if step.warrants else step.premises


def citations(things: Iterable[Statement | Step]) -> list[Citation]:
    """Return all citations of these things."""
    return [citation for thing in things for citation in thing.citations]


def party(citation: Citation) -> Party:
    """Return who speaks in a citation."""
    return (*citation.voices, citation.source)


def is_analysts(thing: Entity) -> bool:
    """Tell whether nobody but the map's author says a thing, where no document is cited."""
    return all(name == ANALYST for name in thing.names("by"))


def puts_forward(members: Sequence[Statement | Step]) -> bool:
    """Tell whether a document of its own accord, or else the map's author, puts something forward as true.

    What a document only passes on, entertains, grants to the other side or turns down needs no reasons of its own.
    """
    cited = citations(members)
    if cited:
        return any(citation.stance == "endorsed" and not citation.voices for citation in cited)
    return all(is_analysts(member) for member in members)
