"""Where `argmap matrix` has its matrices from: a map, a spreadsheet, or a spreadsheet that rates the question of a map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.assessment import NOTHING
from argmap.cli.common import STDIN, CannotRunError, analysed, read_bytes, reason, stem
from argmap.cli.terminal import standing_in_the_way
from argmap.near import near
from argmap.source import UnreadableTextError, decode

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Question

_FEW = 6  # so many names can be told in a message


def map_with_matrices(
    file: str | None,
    question: str | None,
    sheet: str | None,
    rater: str | None,
    *,
    blank: bool,
    quiet: bool,
    allow_outside: bool,
) -> tuple[ArgumentMap | None, int]:
    """Return the map, or none and an exit status.

    Args:
        file: The map; None where there is only a spreadsheet.
        question: The question that is wanted, or that the spreadsheet rates.
        sheet: The spreadsheet.
        rater: Who filled it in; else it is called by its name.
        blank: Whether a blank sheet is wanted, for which nobody need have rated yet.
        quiet: Whether to say nothing but errors.
        allow_outside: Whether files outside the folder of the map may be imported.

    Raises:
        CannotRunError: a file cannot be read, or there is no such question.
    """
    if file is None:
        if sheet is None:
            raise CannotRunError(
                "say which map, argmap matrix FILE, or which spreadsheet, argmap matrix --csv FILE.csv"
            )
        return _of_sheet(sheet), 0
    analysis = analysed(file, NOTHING, allow_outside=allow_outside)
    status = standing_in_the_way(analysis, quiet=quiet)
    if status is not None:
        return None, status
    if sheet is None:
        if not blank:
            _with_matrix(analysis.map, question)
        return analysis.map, 0
    return _rated(analysis.map, the_question(analysis.map, question), sheet, rater), 0


def the_question(argument_map: ArgumentMap, name: str | None) -> Question:
    """Return the question of that name, without a name the only one that has a matrix, or the only one there is.

    Raises:
        CannotRunError: there is no such question, or it must be named.
    """
    if name is None:
        rated = {matrix.question for matrix in argument_map.matrices}
        those = [one for one in argument_map.questions if one.id in rated] or argument_map.questions
        if len(those) == 1:
            return those[0]
    for one in argument_map.questions:
        if one.id == name:
            return one
    known = [one.id for one in argument_map.questions]
    if not known:
        raise CannotRunError("this map has no question, and a sheet rates the answers to one")
    if name is None:
        raise CannotRunError(f"say which question the sheet is for: {', '.join(known)}")
    raise CannotRunError(f"no question of this map is called {name}{hint(name, known)}")


def _of_sheet(path: str) -> ArgumentMap:
    from argmap.formats.matrix_csv import CsvError, as_map, read_sheet

    try:
        return as_map(read_sheet(_text_of(path)), stem(path) if path != STDIN else "matrix")
    except CsvError as error:
        raise CannotRunError(_told(path, error)) from error


def _rated(argument_map: ArgumentMap, question: Question, path: str, rater: str | None) -> ArgumentMap:
    """Return the map with the ratings of a sheet, as those of one more rater."""
    from argmap.formats.matrix_csv import CsvError, matrix_of, read_sheet

    name = rater or stem(path)
    if any((each.question, each.rater) == (question.id, name) for each in argument_map.matrices):
        raise CannotRunError(f"{name} has rated {question.id} in the map already; --by NAME names another rater")
    if not question.hypotheses:
        raise CannotRunError(f"the question {question.id} lists no hypotheses, so none can be rated")
    try:
        sheet = read_sheet(_text_of(path), list(argument_map.by_id()), question.hypotheses)
    except CsvError as error:
        raise CannotRunError(_told(path, error)) from error
    return replace(argument_map, matrices=[*argument_map.matrices, matrix_of(sheet, question.id, name)])


def _text_of(path: str) -> str:
    try:
        return decode(read_bytes(path))
    except OSError as error:
        raise CannotRunError(f"{path} cannot be read: {reason(error)}") from error
    except UnreadableTextError as error:
        raise CannotRunError(f"{path}: {error.reason}; {error.hint}") from error


def _told(path: str, error: Exception) -> str:
    faults = str(error).splitlines()
    return "\n       ".join([f"{path}: {faults[0]}", *(f"{path}: {fault}" for fault in faults[1:])])


def _with_matrix(argument_map: ArgumentMap, question: str | None) -> None:
    """Complain of a question that is not there, or has no matrix."""
    known = [one.id for one in argument_map.questions]
    rated = [name for name in known if any(matrix.question == name for matrix in argument_map.matrices)]
    if question is None or question in rated:
        return
    if question in known:
        raise CannotRunError(f"the question {question} has no matrix; in the map: matrix {question} {{ … }}")
    raise CannotRunError(f"no question of this map is called {question}{hint(question, rated or known)}")


def hint(name: str, known: list[str]) -> str:
    """Say which name may be meant, or which there are."""
    close = near(name, known)
    if close:
        return f"; did you mean {close[0]}?"
    return f"; there is {', '.join(known)}" if 0 < len(known) <= _FEW else ""
