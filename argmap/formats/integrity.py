"""Whether a map that was read from JSON holds together: every name leads somewhere, every index is one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.formats.wire import WireCheck, WirePlace, WireRange
from argmap.vocabulary import ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.formats.wire import WireAttribute, WireMap, WireMatrix, WireStep, WireUndercut
    from argmap.vocabulary import Shape


def problems(whole: WireMap) -> list[str]:
    """Return what does not fit together, one sentence each."""
    return [
        *_doubles(whole),
        *_orders(whole),
        *_indices(whole),
        *_names(whole),
        *_without_premises(whole),
        *_ragged_rows(whole),
        *_attributes(whole),
    ]


def _doubles(whole: WireMap) -> Iterator[str]:
    things = (whole.sources, whole.voices, whole.questions, whole.statements, whole.steps, whole.undercuts)
    for name, count in Counter(thing.id for group in things for thing in group).items():
        if count > 1:
            yield f"the id “{name}” is given {count} times"


def _orders(whole: WireMap) -> Iterator[str]:
    inferences: list[WireStep | WireUndercut] = [*whole.steps, *whole.undercuts]
    found = sorted(step.order for step in inferences)
    if found != list(range(len(found))):
        yield "steps and undercuts: their “order” must number them together, each once, from 0"


def _indices(whole: WireMap) -> Iterator[str]:
    for index, section in enumerate(whole.sections):
        if section.parent is not None and not 0 <= section.parent < index:
            yield f"sections[{index}].parent: a section stands after the one it is part of"
    for index, statement in enumerate(whole.statements):
        if statement.section is not None and not 0 <= statement.section < len(whole.sections):
            yield f"statements[{index}].section: there is no section {statement.section}"
    for key in ("sections", "sources", "voices", "questions", "statements", "steps", "undercuts", "relations",
                "matrices", "scenarios", "allowances"):  # fmt: skip
        for index, thing in enumerate(getattr(whole, key)):
            if not 0 <= thing.file < len(whole.files):
                yield f"{key}[{index}].file: there is no file {thing.file}"


def _names(whole: WireMap) -> Iterator[str]:
    statements = {statement.id for statement in whole.statements}
    steps = {step.id for step in whole.steps} | {undercut.id for undercut in whole.undercuts}
    for index, step in enumerate(whole.steps):
        named = [*step.premises, *step.warrants, step.conclusion]
        yield from _unknown(f"steps[{index}]", "statement", statements, named)
    for index, undercut in enumerate(whole.undercuts):
        yield from _unknown(f"undercuts[{index}]", "statement", statements, [*undercut.premises, *undercut.warrants])
        yield from _unknown(f"undercuts[{index}]", "step", steps, [undercut.target])
    for index, relation in enumerate(whole.relations):
        yield from _unknown(f"relations[{index}]", "statement", statements, [relation.left, relation.right])
    for where, matrix in _matrices(whole):
        rows = [row.statement for row in matrix.rows]
        yield from _unknown(where, "statement", statements, [*matrix.hypotheses, *rows])


def _without_premises(whole: WireMap) -> Iterator[str]:
    inferences: list[WireStep | WireUndercut] = [*whole.steps, *whole.undercuts]
    for inference in inferences:
        if not inference.premises:
            yield f"the step “{inference.id}” has no premises"


def _unknown(where: str, what: str, known: set[str], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{where}: there is no {what} “{name}”"


def _ragged_rows(whole: WireMap) -> Iterator[str]:
    for where, matrix in _matrices(whole):
        due = len(matrix.hypotheses)
        for number, row in enumerate(matrix.rows):
            if len(row.cells) != due:
                yield f"{where}.rows[{number}]: {len(row.cells)} cells for {due} hypotheses"


def _matrices(whole: WireMap) -> Iterator[tuple[str, WireMatrix]]:
    """Give every matrix, those of scenarios too, with where it stands."""
    for index, matrix in enumerate(whole.matrices):
        yield f"matrices[{index}]", matrix
    for index, scenario in enumerate(whole.scenarios):
        for number, matrix in enumerate(scenario.matrices):
            yield f"scenarios[{index}].matrices[{number}]", matrix


def _attributes(whole: WireMap) -> Iterator[str]:
    yield from _misfits("attributes", whole.attributes)
    for key in ("sources", "voices", "questions", "statements", "steps", "undercuts"):
        for index, thing in enumerate(getattr(whole, key)):
            yield from _misfits(f"{key}[{index}].attributes", thing.attributes)
    for where, matrix in _matrices(whole):
        for number, row in enumerate(matrix.rows):
            yield from _misfits(f"{where}.rows[{number}].attributes", row.attributes)
    for index, scenario in enumerate(whole.scenarios):
        for number, change in enumerate(scenario.changes):
            yield from _misfits(f"scenarios[{index}].changes[{number}].attributes", change.attributes)


def _misfits(where: str, attributes: list[WireAttribute]) -> Iterator[str]:
    for index, given in enumerate(attributes):
        spec = ATTRIBUTES.get(given.key)
        if spec is None or spec.shape == "cite":
            yield f"{where}[{index}]: there is no attribute “{given.key}”"
        elif not isinstance(given.value, _TYPES.get(spec.shape, (str,))):
            yield f"{where}[{index}]: this is no value of “{given.key}”, such as stands in `{spec.example}`"


# The values of attributes, by the shape that the table of attributes gives them; all others are words or texts.
_TYPES: dict[Shape, tuple[type, ...]] = {
    "number": (WireRange,),
    "probability": (WireRange,),
    "likelihood": (str, WireRange),
    "weight": (str, float),
    "names": (list,),
    "chain": (list,),
    "locators": (list,),
    "place": (WirePlace,),
    "checked": (WireCheck,),
}
