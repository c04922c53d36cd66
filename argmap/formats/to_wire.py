"""From an analysis to the models of `argmap/1`.

Everything is first put into plain dicts and lists, under the keys of the format, and then read by the models: they,
and not this module, say which keys there are, in which order, and what may stand under them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap import __version__
from argmap.formats.wire import FORMAT, WireMap
from argmap.model import Check, Range, SourceRef

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.model import (
        Allowance,
        Attribute,
        AttributeValue,
        Cell,
        Citation,
        Entity,
        MapFile,
        Matrix,
        MatrixRow,
        Relation,
        Scenario,
        Section,
        Statement,
        Step,
    )
    from argmap.strength.result import StatementStrength, StepStrength

    Positioned = Entity | Section | Relation | Matrix | Scenario | Allowance

Record = dict[str, Any]


def to_wire(analysis: Analysis) -> WireMap:
    """Put a map, and its strengths where they are known, into the models that are written to the file."""
    return WireMap.model_validate(_Writer(analysis).map())


class _Writer:
    """One analysis on its way out."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.leading = analysis.leading
        self.readings = {"documented": analysis.documented, "granted": analysis.granted}
        self.undercutters: dict[str, list[str]] = {}
        for step in analysis.map.steps:
            if step.kind == "undercut":
                self.undercutters.setdefault(step.target, []).extend(step.premises)

    def map(self) -> Record:
        whole = self.analysis.map
        steps = [(step.kind, self.step(order, step)) for order, step in enumerate(whole.steps)]
        return {
            "format": FORMAT,
            "argmap": __version__,
            "name": whole.name,
            "title": whole.title,
            "attributes": _attributes(whole.attributes),
            **_keys(self.leading, "semantics", "reading", "settled"),
            **self.circles(),
            "files": [_file(each) for each in whole.files],
            "sections": [self.thing(each, "title", "source", "parent") for each in whole.sections],
            "sources": [self.entity(each, "title") for each in whole.sources],
            "voices": [self.entity(each, "name") for each in whole.voices],
            "questions": [self.entity(each, "text") | {"hypotheses": [*each.hypotheses]} for each in whole.questions],
            "statements": [self.statement(each) for each in whole.statements],
            "steps": [record for kind, record in steps if kind != "undercut"],
            "undercuts": [record for kind, record in steps if kind == "undercut"],
            "relations": [self.thing(each, "kind", "left", "right", "reason") for each in whole.relations],
            "matrices": [self.matrix(each) for each in whole.matrices],
            "scenarios": [self.scenario(each) for each in whole.scenarios],
            "allowances": [self.thing(each, "code", "reason") for each in whole.allowances],
            "findings": self.findings(),
        }

    def thing(self, thing: Positioned, *keys: str) -> Record:
        """Take these keys of a thing as they are, and say where it stands: on which line, if its text is known."""
        record = _keys(thing, *keys, "file")
        if thing.file < len(self.analysis.sources):
            record |= self.analysis.sources[thing.file].position(thing.start)._asdict()
        return record

    def findings(self) -> list[Record]:
        """Say what was found, each with the number of its file."""
        number = {source.path: index for index, source in enumerate(self.analysis.sources)}
        return [
            _keys(each, "code", "name", "severity", "message", "help")
            | {"file": number[each.where.source.path]}
            | each.where.source.position(each.where.start)._asdict()
            for each in self.analysis.diagnostics
            if each.where.source.path in number
        ]

    def entity(self, entity: Entity, *keys: str) -> Record:
        return self.thing(entity, "id", *keys) | {"attributes": _attributes(entity.attributes)}

    def statement(self, statement: Statement) -> Record:
        readings = {
            name: _statement_reading(strengths.statements.get(statement.id)) if strengths else None
            for name, strengths in self.readings.items()
        }
        return {
            **self.entity(statement, "named", "kind", "text", "section"),
            **self.first(readings),
            "readings": readings,
            **self.beside(statement.id),
            "citations": _citations(statement.citations),
        }

    def circles(self) -> Record:
        """Say what lifts itself, and which sources draw on each other."""
        found = self.analysis.assessed
        if found is None:
            return {}
        return {
            "circles": [circle.lifted for circle in found.circles],
            "source_circles": [list(circle) for circle in found.source_circles],
        }

    def beside(self, name: str) -> Record:
        """Say what is to be known beside a statement's strength."""
        found, record = self.analysis.assessment, Record()
        if found.strengths is not None:
            record["counts"] = _keys(found.strengths.counts.get(name), "evidence", "citations", "origins") or None
            record["unweighed"] = found.strengths.unweighed.get(name, 0)
        if found.parties is not None:
            alone = {party: one.statements[name].strength for party, one in found.parties.items()}
            record["parties"] = {party: strength for party, strength in alone.items() if strength is not None}
        if found.band is not None:
            record["band"] = _keys(found.band.spreads.get(name), "low", "high", "values") or None
        return record

    def step(self, order: int, step: Step) -> Record:
        readings = {
            name: _step_reading(strengths.steps.get(step.id)) if strengths else None
            for name, strengths in self.readings.items()
        }
        undercut = step.kind == "undercut"
        return {
            **self.entity(step, "named", "premises", "warrants"),
            **({"target": step.target} if undercut else {"conclusion": step.target, "polarity": step.kind}),
            "order": order,
            "undercutters": list(dict.fromkeys(self.undercutters.get(step.id, []))),
            **self.first(readings),
            "readings": readings,
            "citations": _citations(step.citations),
        }

    def first(self, readings: dict[str, Record | None]) -> Record:
        """Return the reading that leads."""
        return (readings[self.leading.reading] if self.leading else None) or {}

    def matrix(self, matrix: Matrix) -> Record:
        return {
            **self.thing(matrix, "question", "rater"),
            "hypotheses": list(matrix.hypotheses),
            "columns": list(matrix.columns),
            "rows": [_row(each) for each in matrix.rows],
        }

    def scenario(self, scenario: Scenario) -> Record:
        changes = [
            _keys(each, "action", "target") | {"attributes": _attributes(each.attributes)} for each in scenario.changes
        ]
        matrices = [self.matrix(each) for each in scenario.matrices]
        return self.thing(scenario, "title") | {"changes": changes, "matrices": matrices}


def _keys(thing: object, *keys: str) -> Record:
    return {key: getattr(thing, key) for key in keys} if thing is not None else {}


def _statement_reading(strength: StatementStrength | None) -> Record | None:
    return _keys(strength, "base", "strength", "low", "high", "undetermined") or None


def _step_reading(strength: StepStrength | None) -> Record | None:
    return _keys(strength, "weight", "factor", "contribution") or None


def _attributes(attributes: list[Attribute]) -> list[Record]:
    return [{"key": each.key, "value": _value(each.value), "reason": each.reason} for each in attributes]


def _value(value: AttributeValue) -> object:
    if isinstance(value, SourceRef):
        return {"source": value.source, "locators": list(value.locators)}
    if isinstance(value, (Range, Check)):
        return value._asdict()
    return list(value) if isinstance(value, tuple) else value


def _citations(citations: list[Citation]) -> list[Record]:
    return [
        {
            **_keys(each, "source", "paragraphs", "notes", "stance", "hedge", "anchor"),
            "voices": list(each.voices),
            "locators": list(each.locators),
        }
        for each in citations
    ]


def _file(file: MapFile) -> Record:
    return _keys(file, "path", "prefix") | {"imports": [_keys(each, "path", "name") for each in file.imports]}


def _row(row: MatrixRow) -> Record:
    cells = [_cell(each) for each in row.cells]
    return _keys(row, "statement", "reason") | {"cells": cells, "attributes": _attributes(row.attributes)}


def _cell(cell: Cell) -> Record:
    likelihood = cell.likelihood._asdict() if cell.likelihood is not None else None
    return _keys(cell, "rating", "reason") | {"likelihood": likelihood}
