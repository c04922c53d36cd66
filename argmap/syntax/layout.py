"""Where everything of a map is to stand in its text: what is nested in what, what stands on its own, in which order.

Two pointers go through the statements and the steps of a file, since both must appear in the order in which the map has
them. A step stands in the block of its subject, and a premise is defined where it is used, wherever that keeps both
orders; what cannot be nested stands on its own. What has no name leaves no choice: it can only stand where it is used.
So each step is tried, and put off if something without a name would end up in the wrong place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from argmap.model import is_named
from argmap.syntax.deep import run
from argmap.syntax.placed import PlacedMove, PlacedStatement, PlacedStep, Shelf, UnprintableError
from argmap.syntax.spans import Reach, Spans
from argmap.syntax.warrants import Warrants, warrants_given_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.model import ArgumentMap, Step
    from argmap.syntax.deep import Deep
    from argmap.syntax.placed import Item, Operand

T = TypeVar("T")

_NO_WARRANTS = Warrants([], 0, 0)
_NESTED = 3  # how deep statements with a name of their own are nested at most, for the sake of beauty


def lay_out(whole: ArgumentMap, file: int) -> list[Item]:
    """Say what is to stand where in one file of a map.

    Raises:
        UnprintableError: the map has an order of statements and steps that no text gives.
    """
    try:
        return _Layout(whole, file).items()
    except UnprintableError:  # seldom: a statement was given a place of its own that had to be defined where it is used
        return _Layout(whole, file, early=True).items()


class _Where(NamedTuple):
    """Where a thing is tried: in which section, how deep, and what is still to come in the same place."""

    section: int | None
    depth: int = 0
    reach: Reach = Reach()


class _MisplacedError(Exception):
    """Something without a name would stand in the wrong place."""


class _Layout:
    """The state of the work: the next statement, the next step, and the shelf with what is placed."""

    def __init__(self, whole: ArgumentMap, file: int, *, early: bool = False) -> None:
        self.statements = [each for each in whole.statements if each.file == file]
        self.steps = [each for each in whole.steps if each.file == file]
        self.relations = [each for each in reversed(whole.relations) if each.file == file]
        self.number = {each.id: number for number, each in enumerate(self.statements)}
        self.step_number = {each.id: number for number, each in enumerate(self.steps)}
        self.uses = Counter(name for step in whole.steps for name in [*step.premises, *step.warrants])
        self.warrants = warrants_given_in(whole, file)
        self.warrant_of = {
            name: (step, at) for step, given in self.warrants.items() for at, name in enumerate(given.names)
        }
        self.spans = Spans(self.statements, self.steps, self.warrants)
        self.places = [self._near_move, self._free_statement, self._early_move, self._late_warrant, self._top_statement]
        if early:
            self.places[1:3] = self._early_move, self._free_statement
        self.users: dict[str, list[int]] = {}
        for number, step in enumerate(self.steps):
            for name in [*step.premises, *step.warrants]:
                self.users.setdefault(name, []).append(number)
        # What changes:
        self.patient = True  # whether what must be defined here or later is left for later
        self.shelf = Shelf(whole, file)
        self.statement = 0
        self.step = 0
        # Of steps with warrants that stand on their own: the first of these, and the next (indices of its warrants).
        self.late = {step: (0, 0) for step in self.warrants if step not in self.step_number}

    def items(self) -> list[Item]:
        while self.statement < len(self.statements) or self.step < len(self.steps):
            if not any(place() for place in self.places):
                raise UnprintableError(f"no text has a place for {self._stuck()}")
        for step in list(self.late):
            self._say_late_warrants(step, len(self.warrants[step].names))
        self.shelf.close_all()
        self._relate()
        return self.shelf.items

    # What stands outside blocks. Each of these places one thing and says so, or changes nothing that matters.

    def _near_move(self) -> bool:
        """A step whose subject is placed already: it can come no nearer."""
        step = self._next_step()
        if step is None or not self._is_placed(step.target):
            return False
        if self._section_of(step) != self.shelf.section:
            if self._next_can_come_first():
                return False
            self._go_to(self._next_section())
        return self._move(step)

    def _next_can_come_first(self) -> bool:
        """Whether the next statement belongs where we are, and loses nothing if it comes before the next step."""
        if self.statement == len(self.statements) or self._next_section() != self.shelf.section:
            return False
        statement = self.statements[self.statement]
        return self._next_step_to(statement.id) is None and (statement.named or not self.uses[statement.id])

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
        placed = self._placed(lambda: self._place_step(_Where(self.shelf.section)))
        if placed is None:
            return False
        self.shelf.put(PlacedMove(step.target, placed))
        return True

    def _free_statement(self) -> bool:
        """A statement that nothing asks to stand within a step to come."""
        if self.statement == len(self.statements):
            return False
        return self.spans.around(self.statements[self.statement].id) < self.step and self._top_statement()

    def _top_statement(self) -> bool:
        if self.statement == len(self.statements):
            return False
        statement = self.statements[self.statement]
        if self.uses[statement.id] and not statement.named:
            return False
        self._go_to(statement.section)
        placed = self._placed(lambda: self._place_statement(_Where(statement.section)))
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
        _, least, most = self.warrants[step]
        if step not in self.late and at < least:
            return False
        self._go_to(statement.section)
        self.late.setdefault(step, (min(at, most), min(at, most)))
        return self._say_late_warrants(step, at + 1)

    def _say_late_warrants(self, step: str, end: int) -> bool:
        first, at = self.late[step]
        for name in self.warrants[step].names[at:end]:
            operand = self._placed(partial(self._operand, name, _Where(self.shelf.section), nest=True))
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

    def _placed(self, make: Callable[[], Deep[T]]) -> T | None:
        for self.patient in (True, False):
            placed = run(self._attempt(make()))
            if placed is not None:
                return placed
        return None

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
        where = where._replace(reach=where.reach.join(self.spans.of_statement(statement.id)))
        self.statement += 1
        steps = []
        while self._is_next_step_to(statement.id):
            placed = yield self._attempt(self._place_step(where))
            if placed is None:
                break
            steps.append(placed)
        if not statement.named and self._next_step_to(statement.id) is not None:
            raise _MisplacedError
        return PlacedStatement(statement, steps)

    def _place_step(self, where: _Where) -> Deep[PlacedStep]:
        step = self.steps[self.step]
        where = where._replace(reach=where.reach.join(self.spans.of_step(self.step)))
        self.step += 1
        premises = []
        for name in step.premises:
            premises.append((yield self._operand(name, where, nest=len(step.premises) == 1)))  # noqa: PERF401 (no yield in there)
        tails = yield self._place_tails(step, where)
        return PlacedStep(step, premises, tails)

    def _place_tails(self, step: Step, where: _Where) -> Deep[list[Operand | PlacedStep]]:
        duty, least, most = self.warrants.get(step.id, _NO_WARRANTS)
        due = self.late[step.id][0] if step.id in self.late else most
        tails: list[Operand | PlacedStep] = []
        given = 0
        while True:
            ready = given < due and (is_named(duty[given]) or self._is_to_be_defined(duty[given], where, nest=True))
            if self._is_next_step_to(step.id) and not (ready and self._is_no_promise(duty[given], where)):
                undercut = yield self._attempt(self._place_step(where))
                if undercut is not None:
                    tails.append(undercut)
                    continue
            if not ready:
                break
            tails.append((yield self._operand(duty[given], where, nest=True)))
            given += 1
        if given < (due if step.id in self.late else least):
            raise _MisplacedError
        if given < len(duty):
            self.late.setdefault(step.id, (given, given))
        if not step.named and self._next_step_to(step.id) is not None:
            raise _MisplacedError
        return tails

    def _operand(self, name: str, where: _Where, *, nest: bool) -> Deep[Operand]:
        """A premise or warrant: defined here if it must be, or if it may be and `nest` says that would look well."""
        if self._is_to_be_defined(name, where, nest=nest):
            placed: PlacedStatement = yield self._place_statement(where._replace(depth=where.depth + 1))
            return placed
        if not is_named(name):
            raise _MisplacedError
        return name

    def _is_no_promise(self, name: str, where: _Where) -> bool:
        """Whether a warrant is defined already, or would be here: one that is promised can as well wait."""
        return self.number.get(name, -1) < self.statement or self._is_to_be_defined(name, where, nest=True)

    def _is_to_be_defined(self, name: str, where: _Where, *, nest: bool) -> bool:
        number = self.number.get(name)
        if number != self.statement or self.statements[number].section != where.section:
            return False
        step = self._next_step_to(name)
        if step is not None and (step <= where.reach.step or not is_named(name)):
            return step == self.step  # the step must stand in its block: right here, or not yet
        if not is_named(name):
            return True
        if number <= where.reach.statement:
            return not (self.patient and step is not None and self._is_used_before(step, name, where.reach))
        return nest and where.depth < _NESTED and self.uses[name] == 1 and self.statements[number].kind != "hypothesis"

    def _is_used_before(self, step: int, name: str, reach: Reach) -> bool:
        """Whether a statement could be defined in a later place, nearer to the next step to it."""
        users = self.users[name]
        at = bisect_left(users, self.step)
        return at < len(users) and users[at] < step and users[at] <= reach.step

    # Questions about the state.

    def _next_step(self) -> Step | None:
        return self.steps[self.step] if self.step < len(self.steps) else None

    def _next_section(self) -> int | None:
        return self.statements[self.statement].section if self.statement < len(self.statements) else None

    def _is_next_step_to(self, target: str) -> bool:
        return self.step < len(self.steps) and self.steps[self.step].target == target

    def _next_step_to(self, target: str) -> int | None:
        steps = self.spans.steps_to.get(target, [])
        at = bisect_left(steps, self.step)
        return steps[at] if at < len(steps) else None

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
