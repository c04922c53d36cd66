"""Matrices for tests: from the published cases, and from a few letters."""

import json
from typing import Any

from argmap.matrix.cells import Rated
from argmap.matrix.engine import matrices
from argmap.matrix.result import MatrixAnalysis
from argmap.matrix.table import Line, Table
from argmap.model import ArgumentMap, Attribute, Cell, Matrix, MatrixRow, Question, Statement
from tests.conftest import ROOT

CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads((ROOT / "tests/data/ach_cases.json").read_text("utf-8"))["cases"]
}
LETTERED = [name for name, case in CASES.items() if not case.get("numeric")]
GRADES = {"L": "4", "M": "3", "H": "1"}
LEVELS = {"L": "low", "M": "medium", "H": "high"}


def map_of_case(case: dict[str, Any]) -> ArgumentMap:
    """Make the map of a published case; its grades low, medium, high are put as Admiralty grades."""
    names = tuple(one["id"] for one in case["hypotheses"])
    found = ArgumentMap(questions=[Question(id="q", text=case["title"], attributes=[Attribute("hypotheses", names)])])
    found.statements += [Statement(id=one["id"], kind="hypothesis", text=one["label"]) for one in case["hypotheses"]]
    found.statements += [Statement(id=one["id"], kind="evidence", text=one["label"]) for one in case["evidence"]]
    rows = [MatrixRow(statement=one["id"], cells=[Cell(one["ratings"][h]) for h in names]) for one in case["evidence"]]
    for row, one in zip(rows, case["evidence"], strict=True):
        if "credibility" in one:
            row.attributes.append(Attribute("credibility", GRADES[one["credibility"]]))
            row.attributes.append(Attribute("relevance", LEVELS[one["relevance"]]))
    found.matrices.append(Matrix(question="q", hypotheses=names, rows=rows))
    return found


def analysed(case: dict[str, Any]) -> MatrixAnalysis:
    (found,) = matrices(map_of_case(case))
    return found


def table(*rows: str, entails: dict[int, set[int]] | None = None) -> Table:
    """Make a table from rows such as "C I NA"; a dot is an empty cell."""
    lines = [
        Line(f"e{n}", tuple(Rated(None if word == "." else word) for word in row.split()))
        for n, row in enumerate(rows, 1)
    ]
    count = len(lines[0].cells)
    below = tuple(frozenset((entails or {}).get(n, ())) for n in range(count))
    return Table(tuple(f"h{n}" for n in range(1, count + 1)), tuple(lines), below)
