"""What must stand within what: the part of a text that a step cannot do without.

A statement without a name stands where it is used, the steps to it stand in its block, and the undercuts of a step
without a name stand with it. Since statements and steps come in the order of the map, everything between a step
and the last of these stands within it as well, and so do the subjects of the steps among it. That is the step's reach;
reaches nest, like the blocks of a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.model import is_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.model import Statement, Step
    from argmap.syntax.warrants import Warrants


class Reach(NamedTuple):
    """The last step and the last statement that stand within something, by their numbers in the file (-1: none)."""

    step: int = -1
    statement: int = -1

    def join(self, other: Reach) -> Reach:
        """Return what reaches as far as both."""
        return Reach(max(self.step, other.step), max(self.statement, other.statement))


class Spans:
    """The reaches of all steps of one file, and of all statements without a name.

    `warrants` are those that the file's text gives to each step; one that may stand with its step is taken to do so.
    """

    def __init__(
        self, statements: Sequence[Statement], steps: Sequence[Step], warrants: Mapping[str, Warrants]
    ) -> None:
        self.steps_to: dict[str, list[int]] = {}
        for number, step in enumerate(steps):
            self.steps_to.setdefault(step.target, []).append(number)
        self._steps = steps
        self._warrants = warrants
        self._numbers = {each.id: number for number, each in enumerate(statements)}
        self._used_by = _Highest(len(statements))  # the last step that statements bring along
        self._reaches = [Reach() for _ in steps]
        self._of_statements: dict[str, Reach] = {}
        for number in range(len(steps) - 1, -1, -1):
            self._find_reach(number)
        self._around = _around(self._reaches)

    def of_step(self, number: int) -> Reach:
        """Return what stands within a step."""
        return self._reaches[number]

    def of_statement(self, name: str) -> Reach:
        """Return what stands within a statement: nothing must, if it has a name."""
        return self._of_statements.get(name, Reach())

    def around(self, name: str) -> int:
        """Return the last step within which a statement must be defined, since a step to it stands there (-1: none)."""
        return max((self._around[number] for number in self.steps_to.get(name, [])), default=-1)

    def last_to(self, name: str) -> int:
        """Return the last step to a statement or step (-1: none)."""
        steps = self.steps_to.get(name)
        return steps[-1] if steps else -1

    def _find_reach(self, number: int) -> None:
        """Find the reach of a step, when those of all later steps are known."""
        step = self._steps[number]
        names, least, most = self._warrants.get(step.id, ([], 0, 0))
        bound = self._nameless([*step.premises, *names[:least]])
        for name in {*bound, *self._nameless(names[:most])}:
            self._used_by.put(self._numbers[name], max(number, self.last_to(name)))
        last = max([number, *map(self.last_to, bound if step.named else [*bound, step.id])])
        reach = Reach(last, max((self._numbers[name] for name in bound), default=-1))
        self._reaches[number] = self._closed(number, reach)
        if not is_named(step.target) and step.kind != "undercut" and self.steps_to[step.target][0] == number:
            own = Reach(self.last_to(step.target), self._numbers.get(step.target, -1))
            self._of_statements[step.target] = self._closed(number - 1, own)

    def _nameless(self, names: list[str]) -> list[str]:
        return [name for name in names if not is_named(name) and name in self._numbers]

    def _closed(self, number: int, reach: Reach) -> Reach:
        """Add what later steps within the reach bring along, until nothing is added."""
        at = number + 1
        while True:
            while at <= reach.step:
                target = self._numbers.get(self._steps[at].target, -1)  # defined here, for the step stands in its block
                reach = reach.join(self._reaches[at]).join(Reach(statement=target))
                at = self._reaches[at].step + 1
            brought = self._used_by.up_to(reach.statement)
            if brought <= reach.step:
                return reach
            reach = reach.join(Reach(step=brought))


def _around(reaches: list[Reach]) -> list[int]:
    """Return for each step the innermost one that reaches it (-1: none does)."""
    found = []
    stack: list[int] = []
    for number, reach in enumerate(reaches):
        while stack and reaches[stack[-1]].step < number:
            stack.pop()
        found.append(stack[-1] if stack else -1)
        if reach.step > number:
            stack.append(number)
    return found


class _Highest:
    """A row of numbers, at first all -1, that tells the highest among the first ones (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._tree = [-1] * (size + 1)

    def put(self, index: int, value: int) -> None:
        at = index + 1
        while at < len(self._tree):
            self._tree[at] = max(self._tree[at], value)
            at += at & -at

    def up_to(self, index: int) -> int:
        """Return the highest of the numbers 0…index."""
        at, highest = index + 1, -1
        while at > 0:
            highest = max(highest, self._tree[at])
            at -= at & -at
        return highest
