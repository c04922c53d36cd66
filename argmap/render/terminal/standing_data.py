"""Answers beside each other for programs: as CSV and as JSON, unrounded."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from argmap.sheet import sheet
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.strength.explaining.ranking import Pair, Ranking, Standing

FORMAT = "argmap-rank/1"


def rank_csv(found: Sequence[Ranking]) -> str:
    """Return rankings as CSV, a line for each answer to each question."""
    lines = [_flat(ranking, one) for ranking in found for one in ranking.standings]
    return sheet(list(lines[0]) if lines else ["question", "id"], [list(line.values()) for line in lines])


def rank_json(found: Sequence[Ranking], semantics: str) -> str:
    """Return rankings as JSON, with the semantics by which strengths were computed."""
    data = {
        "format": FORMAT,
        "semantics": semantics,
        "ranked_on_joint_strength": False,
        "questions": [_object(ranking) for ranking in found],
    }
    return json_text(data)


def _flat(ranking: Ranking, one: Standing) -> dict[str, Any]:
    found: dict[str, Any] = {"question": ranking.question or "", "id": one.id, "base": one.documented.found.base}
    for name, measure in (("documented", one.documented), ("granted", one.granted)):
        found[name] = "" if measure.found.strength is None else measure.found.strength
        found |= {f"{name}_low": measure.low, f"{name}_high": measure.high}
        found |= {f"{name}_leads": measure.leads, f"{name}_runs": measure.runs}
    return found | asdict(one.counts)


def _object(ranking: Ranking) -> dict[str, Any]:
    ids = {one.number: one.id for one in ranking.standings}
    return {
        "question": ranking.question,
        "answers": [_answer(one) for one in ranking.standings],
        "order": {"documented": _pairs(ranking.documented, ids), "granted": _pairs(ranking.granted, ids)},
    }


def _answer(one: Standing) -> dict[str, Any]:
    found: dict[str, Any] = {"id": one.id, "base": one.documented.found.base}
    for name, measure in (("documented", one.documented), ("granted", one.granted)):
        found[name] = {
            "strength": measure.found.strength,
            "undetermined": measure.found.undetermined,
            "band": measure.band,
            "moved": {"low": measure.low, "high": measure.high, "leads": measure.leads, "runs": measure.runs},
        }
    return found | {"counts": asdict(one.counts), "parties": one.parties, "scenarios": one.scenarios}


def _pairs(pairs: Iterable[Pair], ids: dict[int, str]) -> list[dict[str, Any]]:
    return [
        {"first": ids[pair.first], "second": ids[pair.second], "verdict": pair.verdict}
        | {"kept": pair.kept, "runs": pair.runs, "reversed_by": list(pair.reversed_by)}
        for pair in pairs
    ]
