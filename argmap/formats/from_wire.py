"""From the models of `argmap/1` back to a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.formats.wire import WireCheck, WirePlace, WireRange, WireStep, WireUndercut
from argmap.model import (
    Allowance,
    ArgumentMap,
    Attribute,
    Cell,
    Change,
    Check,
    Citation,
    Import,
    MapFile,
    Matrix,
    MatrixRow,
    Question,
    Range,
    Relation,
    Scenario,
    Section,
    SourceDocument,
    SourceRef,
    Statement,
    Step,
    Voice,
)

if TYPE_CHECKING:
    from argmap.formats.wire import (
        Wire,
        WireAttribute,
        WireCell,
        WireCitation,
        WireFile,
        WireMap,
        WireMatrix,
        WireScenario,
        WireValue,
    )
    from argmap.model import AttributeValue


def from_wire(whole: WireMap) -> ArgumentMap:
    """Make the map that was exported. What is worked out from it, and every strength, is not looked at."""
    steps: list[WireStep | WireUndercut] = [*whole.steps, *whole.undercuts]
    steps.sort(key=lambda step: step.order)
    return ArgumentMap(
        name=whole.name,
        title=whole.title,
        attributes=_attributes(whole.attributes),
        files=[_file(each) for each in whole.files],
        sections=[Section(**_keys(each, "title", "source", "parent", "file")) for each in whole.sections],
        sources=[SourceDocument(**_entity(each, "title")) for each in whole.sources],
        voices=[Voice(**_entity(each, "name")) for each in whole.voices],
        questions=[Question(**_entity(each, "text")) for each in whole.questions],
        statements=[
            Statement(**_entity(each, "kind", "text", "section"), citations=_citations(each.citations))
            for each in whole.statements
        ],
        steps=[_step(each) for each in steps],
        relations=[Relation(**_keys(each, "kind", "left", "right", "reason", "file")) for each in whole.relations],
        matrices=[_matrix(each) for each in whole.matrices],
        scenarios=[_scenario(each) for each in whole.scenarios],
        allowances=[Allowance(**_keys(each, "code", "reason", "file")) for each in whole.allowances],
    )


def _keys(model: Wire, *keys: str) -> dict[str, Any]:
    return {key: getattr(model, key) for key in keys}


def _entity(model: Any, *keys: str) -> dict[str, Any]:  # noqa: ANN401 (any model with an id and attributes)
    return _keys(model, "id", "file", *keys) | {"attributes": _attributes(model.attributes)}


def _attributes(attributes: list[WireAttribute]) -> list[Attribute]:
    return [Attribute(each.key, _value(each.value), each.reason) for each in attributes]


def _value(value: WireValue) -> AttributeValue:
    match value:
        case WireRange():
            return Range(value.low, value.high)
        case WirePlace():
            return SourceRef(value.source, tuple(value.locators))
        case WireCheck():
            return Check(value.who, value.date, value.verdict)
        case list():
            return tuple(value)
        case _:
            return value


def _citations(citations: list[WireCitation]) -> list[Citation]:
    return [
        Citation(each.source, tuple(each.voices), tuple(each.locators), each.stance, each.hedge, each.anchor)
        for each in citations
    ]


def _file(file: WireFile) -> MapFile:
    return MapFile(file.path, file.prefix, [Import(each.path, each.name) for each in file.imports])


def _step(step: WireStep | WireUndercut) -> Step:
    common = _entity(step, "premises", "warrants") | {"citations": _citations(step.citations)}
    if isinstance(step, WireUndercut):
        return Step(kind="undercut", target=step.target, **common)
    return Step(kind=step.polarity, target=step.conclusion, **common)


def _matrix(matrix: WireMatrix) -> Matrix:
    rows = [
        MatrixRow(
            statement=each.statement,
            cells=[_cell(cell) for cell in each.cells],
            attributes=_attributes(each.attributes),
            reason=each.reason,
        )
        for each in matrix.rows
    ]
    return Matrix(
        **_keys(matrix, "question", "rater", "file"),
        hypotheses=tuple(matrix.hypotheses),
        columns=tuple(matrix.columns),
        rows=rows,
    )


def _cell(cell: WireCell) -> Cell:
    likelihood = Range(cell.likelihood.low, cell.likelihood.high) if cell.likelihood is not None else None
    return Cell(cell.rating, likelihood, cell.reason)


def _scenario(scenario: WireScenario) -> Scenario:
    changes = [Change(each.action, each.target, _attributes(each.attributes)) for each in scenario.changes]
    matrices = [_matrix(each) for each in scenario.matrices]
    return Scenario(title=scenario.title, changes=changes, matrices=matrices, file=scenario.file)
