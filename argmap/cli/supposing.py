"""What the command line of `argmap matrix` supposes, as a scenario beside those of the map."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.cli.common import CannotRunError
from argmap.cli.matrix_input import hint
from argmap.vocabulary import RATINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap, Matrix, Scenario

_CELL = re.compile(r"(?P<row>[^:=]+):(?P<hypothesis>[^:=]+)=(?P<rating>\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """Statements taken as true and as false, sources and voices that are withdrawn, and cells rated otherwise."""

    true: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    rated: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.true, self.false, self.withdrawn, self.rated))


def scenarios_of(argument_map: ArgumentMap, question: str | None, supposed: Supposed) -> list[Scenario]:
    """Make a scenario of what is supposed; none where nothing is.

    Raises:
        CannotRunError: the map has no such thing, it is supposed to be two things at once, or nothing is left to weigh.
    """
    from argmap.model import Change, Scenario

    if not supposed:
        return []
    _known(list(argument_map.by_id()), (*supposed.true, *supposed.false), "statement")
    _known([each.id for each in (*argument_map.sources, *argument_map.voices)], supposed.withdrawn, "source or voice")
    both = sorted(set(supposed.true) & set(supposed.false))
    if both:
        raise CannotRunError(f"{both[0]} cannot be assumed to be both true and false")
    _with_something_to_weigh(argument_map, question, supposed.true)
    actions = (("assume", supposed.true), ("deny", supposed.false), ("withdraw", supposed.withdrawn))
    changes = [Change(action, name) for action, names in actions for name in names]
    matrices = [one for written in supposed.rated for one in _rated_otherwise(argument_map, written)]
    return [Scenario(title=", ".join(_words(supposed)), changes=changes, matrices=matrices)]


def _words(supposed: Supposed) -> Iterator[str]:
    yield from (f"assume {name}" for name in supposed.true)
    yield from (f"assume not {name}" for name in supposed.false)
    yield from (f"without {name}" for name in supposed.withdrawn)
    yield from (f"rate {written}" for written in supposed.rated)


def _known(known: list[str], names: Iterable[str], kind: str) -> None:
    for name in names:
        if name not in known:
            raise CannotRunError(f"no {kind} of this map is called {name}{hint(name, known)}")


def _rated_otherwise(argument_map: ArgumentMap, written: str) -> Iterator[Matrix]:
    """Make a matrix of one cell for each question whose matrix has that cell."""
    from argmap.model import Cell, Matrix, MatrixRow

    found = _CELL.fullmatch(written)
    if found is None or found["rating"].upper() not in RATINGS:
        raise CannotRunError(f"--rate takes ROW:HYPOTHESIS=RATING with a rating of {', '.join(RATINGS)}, not {written}")
    row, hypothesis, rating = found["row"], found["hypothesis"], found["rating"].upper()
    with_row = [one for one in argument_map.matrices if any(each.statement == row for each in one.rows)]
    if not with_row:
        rows = [each.statement for one in argument_map.matrices for each in one.rows]
        raise CannotRunError(f"no matrix of this map has a row {row}{hint(row, rows)}")
    asked = dict.fromkeys(one.question for one in with_row if hypothesis in one.hypotheses)
    if not asked:
        known = list(dict.fromkeys(name for one in with_row for name in one.hypotheses))
        raise CannotRunError(f"{row} is not rated under {hypothesis}{hint(hypothesis, known)}")
    for question in asked:
        yield Matrix(question=question, hypotheses=(hypothesis,), rows=[MatrixRow(statement=row, cells=[Cell(rating)])])


def _with_something_to_weigh(argument_map: ArgumentMap, question: str | None, true: tuple[str, ...]) -> None:
    """Complain where what is taken as true is the answer to the one question that is asked."""
    from argmap.matrix.scenarios import excluded_by

    shown = {matrix.question for matrix in argument_map.matrices if question in {None, matrix.question}}
    asked = [one for one in argument_map.questions if one.id in shown]
    if len(asked) != 1:
        return
    (one,) = asked
    held = [name for name in true if name in one.hypotheses]
    left = set(one.hypotheses) - (excluded_by(argument_map, true) - set(true))
    if held and len(left) <= 1 < len(one.hypotheses):
        raise CannotRunError(
            f"{held[0]} is an answer to {one.id}, and taken as true it leaves no other to weigh it against. "
            f"Ask of a row whether it is true, {_row_to_ask_of(argument_map, one.id)}; or leave the answer out, "
            f"--assume-not {held[0]}. What it takes for another answer to lead stands under “What would change it”"
        )


def _row_to_ask_of(argument_map: ArgumentMap, question: str) -> str:
    """Return an option that asks of a row: one that was not seen as seen, else the first as false."""
    known = argument_map.by_id()
    rows = [row.statement for matrix in argument_map.matrices if matrix.question == question for row in matrix.rows]
    unseen = next((row for row in rows if row in known and known[row].word("seen") == "no"), None)
    return f"--assume {unseen}" if unseen else f"--assume-not {rows[0] if rows else 'ID'}"
