"""Where everything of a map is to stand in its text: what is nested in what, what stands on its own, in which order.

Two pointers go through the statements and the steps of a file, since both must appear in the order in which the map has
them. A step stands in the block of its subject, and a premise is defined where it is used, wherever that keeps both
orders; what cannot be nested stands on its own. What has no name leaves no choice: it can only stand where it is used.
So each step is tried, and put off if something without a name would end up in the wrong place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from argmap.model import is_named
from argmap.syntax.deep import run
from argmap.syntax.placed import PlacedMove, PlacedStatement, PlacedStep, Shelf, UnprintableError
from argmap.syntax.scope import warrants_said_in

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Step
    from argmap.syntax.deep import Deep
    from argmap.syntax.placed import Item, Operand

T = TypeVar("T")

_NESTED = 3  # how deep statements with a name of their own are nested at most, for the sake of beauty


def lay_out(whole: ArgumentMap, file: int) -> list[Item]:
    """Say what is to stand where in one file of a map.

    Raises:
        UnprintableError: the map has an order of statements and steps that no text gives.
    """
    return _Layout(whole, file).items()


class _Reach(NamedTuple):
    """The last statement and the last step that have no other place than within a certain step (-1: none)."""

    statement: int = -1
    step: int = -1

    def join(self, other: _Reach) -> _Reach:
        return _Reach(max(self.statement, other.statement), max(self.step, other.step))


class _Where(NamedTuple):
    """Where a thing is tried: in which section, how deep, and what is still to come in the same place."""

    section: int | None
    depth: int = 0
    reach: _Reach = _Reach()


class _MisplacedError(Exception):
    """Something without a name would stand in the wrong place."""


class _Layout:
    """The state of the work: the next statement, the next step, and the shelf with what is placed."""

    def __init__(self, whole: ArgumentMap, file: int) -> None:
        self.statements = [each for each in whole.statements if each.file == file]
        self.steps = [each for each in whole.steps if each.file == file]
        self.relations = [each for each in reversed(whole.relations) if each.file == file]
        self.number = {each.id: number for number, each in enumerate(self.statements)}
        self.step_number = {each.id: number for number, each in enumerate(self.steps)}
        self.steps_to: dict[str, list[int]] = {}
        for number, step in enumerate(self.steps):
            self.steps_to.setdefault(step.target, []).append(number)
        self.uses = Counter(name for step in whole.steps for name in [*step.premises, *step.warrants])
        self.duties = warrants_said_in(whole, file)
        self.warrant_of = {name: (step, at) for step, duty in self.duties.items() for at, name in enumerate(duty)}
        self.reaches = self._reaches()
        # What changes:
        self.shelf = Shelf(whole, file)
        self.statement = 0
        self.step = 0
        # Of steps with warrants that stand on their own: the first of these, and the next (indices of its warrants).
        self.late = {step: (0, 0) for step in self.duties if step not in self.step_number}

    def items(self) -> list[Item]:
        while self.statement < len(self.statements) or self.step < len(self.steps):
            if not (self._near_move() or self._top_statement() or self._early_move() or self._late_warrant()):
                raise UnprintableError(f"no text has a place for {self._stuck()}")
        for step in list(self.late):
            self._say_late_warrants(step, len(self.duties[step]))
        self.shelf.close_all()
        self._relate()
        return self.shelf.items

    # What stands outside blocks. Each of these places one thing and says so, or changes nothing that matters.

    def _near_move(self) -> bool:
        """A step whose subject is placed already: it can come no nearer."""
        step = self._next_step()
        if step is None or not self._is_placed(step.target):
            return False
        home, target = self._next_section(), self._section_of(step)
        if target != self.shelf.section:
            self._go_to(home)
        return self._move(step)

    def _early_move(self) -> bool:
        """A step that stands before its subject."""
        step = self._next_step()
        if step is None:
            return False
        self._go_to(self._next_section())
        return self._move(step)

    def _move(self, step: Step) -> bool:
        if not is_named(step.target):
            return False
        placed = run(self._attempt(self._place_step(_Where(self.shelf.section))))
        if placed is None:
            return False
        self.shelf.put(PlacedMove(step.target, placed))
        return True

    def _top_statement(self) -> bool:
        if self.statement == len(self.statements):
            return False
        statement = self.statements[self.statement]
        if self.uses[statement.id] and not statement.named:
            return False
        self._go_to(statement.section)
        placed = run(self._attempt(self._place_statement(_Where(statement.section))))
        if placed is None:
            return False
        self.shelf.put(placed)
        return True

    def _late_warrant(self) -> bool:
        """`step since "…"`, for a warrant that is not given with its step."""
        if self.statement == len(self.statements):
            return False
        statement = self.statements[self.statement]
        step, at = self.warrant_of.get(statement.id, ("", 0))
        if not step or not is_named(step):
            return False
        self._go_to(statement.section)
        self.late.setdefault(step, (at, at))
        return self._say_late_warrants(step, at + 1)

    def _say_late_warrants(self, step: str, end: int) -> bool:
        first, at = self.late[step]
        for name in self.duties[step][at:end]:
            operand = run(self._attempt(self._operand(name, _Where(self.shelf.section), nest=True)))
            if operand is None:
                raise UnprintableError(f"no text has a place for the warrant {name} of {step}")
            self.shelf.put(PlacedMove(step, operand))
        self.late[step] = (first, max(at, end))
        return at < end

    def _go_to(self, section: int | None) -> None:
        if self.shelf.section is None and section is not None:
            self._relate()
        self.shelf.go_to(section)

    def _relate(self) -> None:
        """Put down the relations between statements that are placed."""
        while self.relations and self._is_placed(self.relations[-1].left) and self._is_placed(self.relations[-1].right):
            self.shelf.put(self.relations.pop())

    # What may stand within blocks. These raise _MisplacedError where something cannot.

    def _attempt(self, call: Deep[T]) -> Deep[T | None]:
        """Try to place something; where it cannot be, leave everything as it was."""
        mark = (self.statement, self.step, dict(self.late))
        try:
            placed: T = yield call
        except _MisplacedError:
            self.statement, self.step, self.late = mark
            return None
        return placed

    def _place_statement(self, where: _Where) -> Deep[PlacedStatement]:
        statement = self.statements[self.statement]
        self.statement += 1
        steps = []
        while self._is_next_step_to(statement.id):
            placed = yield self._attempt(self._place_step(where))
            if placed is None:
                break
            steps.append(placed)
        if not statement.named and self._steps_left(statement.id):
            raise _MisplacedError
        return PlacedStatement(statement, steps)

    def _place_step(self, where: _Where) -> Deep[PlacedStep]:
        step = self.steps[self.step]
        where = where._replace(reach=where.reach.join(self.reaches[self.step]))
        self.step += 1
        premises = []
        for name in step.premises:
            premises.append((yield self._operand(name, where, nest=len(step.premises) == 1)))  # noqa: PERF401 (no yield in there)
        tails = yield self._place_tails(step, where)
        return PlacedStep(step, premises, tails)

    def _place_tails(self, step: Step, where: _Where) -> Deep[list[Operand | PlacedStep]]:
        duty = self.duties.get(step.id, [])
        due = self.late[step.id][0] if step.id in self.late else len(duty)
        tails: list[Operand | PlacedStep] = []
        given = 0
        while True:
            if given < due and self._can_stand(duty[given], where):
                tails.append((yield self._operand(duty[given], where, nest=True)))
                given += 1
                continue
            placed = (yield self._attempt(self._place_step(where))) if self._is_next_step_to(step.id) else None
            if placed is None:
                break
            tails.append(placed)
        if given < due:
            if step.id in self.late or not step.named:
                raise _MisplacedError
            self.late[step.id] = (given, given)
        if not step.named and self._steps_left(step.id):
            raise _MisplacedError
        return tails

    def _operand(self, name: str, where: _Where, *, nest: bool) -> Deep[Operand]:
        """A premise or warrant: defined here if it must be, or if it may be and `nest` says that would look well."""
        if self._can_be_defined(name, where) and (
            not is_named(name) or self._must_nest(name, where.reach) or (nest and self._may_nest(name, where.depth))
        ):
            placed: PlacedStatement = yield self._place_statement(where._replace(depth=where.depth + 1))
            return placed
        if not is_named(name):
            raise _MisplacedError
        return name

    def _can_stand(self, name: str, where: _Where) -> bool:
        return is_named(name) or self._can_be_defined(name, where)

    def _can_be_defined(self, name: str, where: _Where) -> bool:
        number = self.number.get(name)
        return number == self.statement and self.statements[number].section == where.section

    def _must_nest(self, name: str, reach: _Reach) -> bool:
        """Whether things come later in the same place that must come after this statement, or after a step to it."""
        if self.number[name] < reach.statement:
            return True
        steps = self.steps_to.get(name, [])
        at = bisect_left(steps, self.step)
        return at < len(steps) and steps[at] < reach.step

    def _may_nest(self, name: str, depth: int) -> bool:
        return depth < _NESTED and self.uses[name] == 1 and self.statements[self.number[name]].kind != "hypothesis"

    # Questions about the state.

    def _next_step(self) -> Step | None:
        return self.steps[self.step] if self.step < len(self.steps) else None

    def _next_section(self) -> int | None:
        return self.statements[self.statement].section if self.statement < len(self.statements) else None

    def _is_next_step_to(self, target: str) -> bool:
        return self.step < len(self.steps) and self.steps[self.step].target == target

    def _steps_left(self, target: str) -> bool:
        steps = self.steps_to.get(target)
        return steps is not None and steps[-1] >= self.step

    def _is_placed(self, name: str) -> bool:
        return self.number.get(name, -1) < self.statement and self.step_number.get(name, -1) < self.step

    def _section_of(self, step: Step) -> int | None:
        """The section of the statement at which a step, or the step it undercuts, is aimed."""
        for _ in self.steps:
            number = self.step_number.get(step.target)
            if number is None:
                break
            step = self.steps[number]
        number = self.number.get(step.target)
        return self.statements[number].section if number is not None else None

    def _stuck(self) -> str:
        statements = [f"the statement {each.id}" for each in self.statements[self.statement : self.statement + 1]]
        steps = [f"the step {each.id}" for each in self.steps[self.step : self.step + 1]]
        return " and ".join([*statements, *steps])

    def _reaches(self) -> list[_Reach]:
        """Work out for each step what has no other place than within it, through everything without a name."""
        reaches = [_Reach() for _ in self.steps]
        for number in range(len(self.steps) - 1, -1, -1):
            step = self.steps[number]
            bound = step.premises if step.named else [*step.premises, *self.duties.get(step.id, [])]
            targets = [name for name in bound if not is_named(name) and name in self.number]
            reach = _Reach(max((self.number[name] for name in targets), default=-1))
            for target in targets if step.named else [*targets, step.id]:
                for later in self.steps_to.get(target, []):
                    reach = reach.join(_Reach(step=later)).join(reaches[later])
            reaches[number] = reach
        return reaches
