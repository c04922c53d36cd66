"""The analysis of a matrix for programs: JSON with everything in it, CSV with the ratings."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from argmap.matrix.outcomes import written
from argmap.render.matrices import words
from argmap.sheet import sheet
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.matrix.blank import ToRate
    from argmap.matrix.cells import MatrixLine, Rated
    from argmap.matrix.readings import Fragility, Reading, Rule, RuleScore, Verdict
    from argmap.matrix.result import MatrixAnalysis, ScenarioOutcome
    from argmap.render.matrices.words import Names

FORMAT = "argmap-matrix/1"


def matrix_json(found: Sequence[MatrixAnalysis]) -> str:
    """Return a list with one object for each matrix, unrounded."""
    return json_text([matrix_object(one) for one in found])


def matrix_csv(found: Sequence[MatrixAnalysis]) -> str:
    """Return the ratings, all raters together, as CSV: a line for each row, as `argmap matrix --csv` reads it."""
    return "\n".join(map(_ratings, found))


def blank_sheet(rows: ToRate) -> str:
    """Return a sheet with empty cells, to fill in and to read with `argmap matrix --csv`."""
    empty = [""] * len(rows.hypotheses)
    heads = ("evidence", "text", *(one.id for one in rows.hypotheses), "reason")
    return sheet(heads, [(one.id, one.text, *empty, "") for one in rows.rows])


def _ratings(one: MatrixAnalysis) -> str:
    heads = ("evidence", "text", "credibility", "relevance", *one.ids, "reason")
    return sheet(heads, [_line(row) for row in one.rows])


def _line(row: MatrixLine) -> list[str | None]:
    ratings = [written(cell.together) for cell in row.cells]
    return [row.id, row.text, row.credibility, row.relevance, *ratings, next(iter(row.reason.values()), "")]


def matrix_object(found: MatrixAnalysis) -> dict[str, Any]:
    """Return one matrix as an object of JSON."""
    names = words.Names(found)
    return {
        "format": FORMAT,
        "question": found.question,
        "text": found.text,
        "hypotheses": list(found.ids),
        "titles": {one.id: one.title for one in found.hypotheses},
        "missing": list(found.missing),
        "exclusive": found.exclusive,
        "exhaustive": found.exhaustive,
        "rows": [_row(found, row) for row in found.rows],
        **_reading(found.together, names),
        "diagnosticity": {row.id: row.diagnosticity._asdict() for row in found.rows},
        "raters": {rater: _reading(found.readings[rater], names) for rater in found.raters},
        "independence": asdict(found.independence)
        | {"clusters": [one._asdict() for one in found.independence.clusters]},
        "argued": {
            "cells": {row: dict(zip(found.ids, cells, strict=True)) for row, cells in found.argued.cells.items()},
            "differences": [_placeless(one._asdict()) for one in found.argued.differences],
            "unrated": list(found.argued.unrated),
        },
        "entailments": [one._asdict() for one in found.entailments],
        "coherence": [asdict(one) | {"faults": [each._asdict() for each in one.faults]} for one in found.coherence],
        "posteriors": asdict(found.posteriors)
        | {"limits": {name: one._asdict() for name, one in found.posteriors.limits.items()}},
        "indicators": [one._asdict() for one in found.indicators],
        "absence": None
        if found.absence is None
        else {
            "rows": list(found.absence.rows),
            "scores": _scores(found.absence.scores),
            "leaders": _leaders(found.absence.scores),
            **_verdict(found.absence.verdict, names),
        },
        "next": asdict(found.next) if found.next is not None else None,
        "scenarios": [_scenario(one, names) for one in found.scenarios],
        "discounted": found.discounted,
    }


def _reading(one: Reading, names: Names) -> dict[str, Any]:
    return {
        "scores": _scores(one.scores),
        "leaders": _leaders(one.scores),
        **_verdict(one.verdict, names),
        "margins": {rule: score.margin for rule, score in one.scores.items()},
        "order": {rule: list(score.order) for rule, score in one.scores.items()},
        "terms": {rule: [list(row) for row in score.terms] for rule, score in one.scores.items()},
        "by_origin": {"scores": _scores(one.by_origin), "leaders": _leaders(one.by_origin)},
        "sensitivity": [asdict(each) for each in one.removals],
        "fragility": {rule: _fragile(each) for rule, each in one.fragility.items()},
        "priors": asdict(one.sweep) if one.sweep is not None else None,
    }


def _fragile(found: Fragility) -> dict[str, Any]:
    """Return how little changes the lead, with the fewest steps first: 0 for a tie, null where nothing does."""
    one = asdict(found)
    for way in (one["level"], one["overtaken"]):
        if way is not None:
            way["changes"] = [each._asdict() for each in way["changes"]]
    lost = found.lost
    return {"steps": 0 if found.leader is None else lost.steps if lost is not None else None, **one}


def _scores(found: Mapping[Rule, RuleScore]) -> dict[str, dict[str, float | None]]:
    return {rule: _values(score) for rule, score in found.items()}


def _values(score: RuleScore) -> dict[str, float | None]:
    """Return the score of each hypothesis, null where nothing of it is rated."""
    return {name: None if name in score.unrated else value for name, value in score.values.items()}


def _leaders(found: Mapping[Rule, RuleScore]) -> dict[str, list[str]]:
    return {rule: list(score.leaders) for rule, score in found.items()}


def _verdict(found: Verdict, names: Names) -> dict[str, Any]:
    return {
        "verdict": found.leader if found.leader is not None else words.CANNOT,
        "decided": found.leader is not None,
        "reasons": [one._asdict() | {"text": words.reason(one, names)} for one in found.reasons],
        "caveats": [one._asdict() | {"text": words.caveat(one, names)} for one in found.caveats],
    }


def _row(found: MatrixAnalysis, row: MatrixLine) -> dict[str, Any]:
    pairs = list(zip(found.ids, row.cells, strict=True))
    return {
        "statement": row.id,
        "title": row.title,
        "kind": row.kind,
        "ratings": {name: written(cell.together) or None for name, cell in pairs},
        "raters": {name: {rater: _cell(each) for rater, each in cell.raters.items()} for name, cell in pairs},
        "disagreement": {name: {"steps": cell.steps, "deviation": cell.deviation} for name, cell in pairs},
        "relevance": row.relevance,
        "credibility": row.credibility,
        "reliability": row.reliability,
        "origins": list(row.origins),
        "seen": row.seen,
        "counted": row.counted,
        "reasons": row.reason,
    }


def _cell(one: Rated) -> dict[str, Any]:
    limits = one.likelihood._asdict() if one.likelihood is not None else None
    return {"rating": one.letter, "likelihood": limits, "reason": one.reason}


def _scenario(one: ScenarioOutcome, names: Names) -> dict[str, Any]:
    return {
        "title": one.title,
        "touched": one.touched,
        "hypotheses": list(one.hypotheses),
        "fallen": one.fallen,
        "added": list(one.added),
        "rerated": [each._asdict() for each in one.rerated],
        "leaders_changed": list(one.leaders_changed),
        **_reading(one.reading, names),
    }


def _placeless(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "place"}
