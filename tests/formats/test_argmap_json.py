"""A map written as JSON is read back as an equal map, and what is no such JSON is refused with its reason."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from argmap.analysis import Analysis
from argmap.assessment import WEIGHED, Assessment
from argmap.formats.argmap_json import ForeignJsonError, dump, read, schema
from argmap.pipeline import analyse
from argmap.strength.band import band
from argmap.strength.engine import assess
from argmap.strength.parties import readings_by_party
from argmap.strength.prepare import prepare
from tests.conftest import ROOT
from tests.reading import analysis_of
from tests.strategies import argument_maps

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.model import ArgumentMap

MAPS = sorted((ROOT / "maps").rglob("*.argmap"))
SCHEMA = ROOT / "docs" / "argmap-1.schema.json"


def exported(path: Path) -> tuple[Analysis, dict[str, Any]]:
    analysis = analyse(str(path), needs=WEIGHED)
    return analysis, json.loads(dump(analysis))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_map_is_read_back_as_it_was(path: Path) -> None:
    analysis, data = exported(path)
    assert read(dump(analysis)) == analysis.map
    jsonschema.validate(data, json.loads(schema()))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_any_map_is_read_back_as_it_was(whole: ArgumentMap) -> None:
    assert read(dump(Analysis(Assessment(whole)))) == whole


def test_the_published_schema_is_in_step(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        SCHEMA.write_text(schema(), encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == schema(), "`pytest tests/formats --update-golden` writes it"


def test_the_keys_that_others_rely_on_are_there() -> None:
    _, data = exported(ROOT / "maps" / "sanctions" / "comparison.argmap")
    assert data["format"] == "argmap/1"
    assert {"statements", "steps", "sources", "voices", "questions", "matrices", "relations"} <= set(data)
    for statement in data["statements"]:
        assert {"id", "kind", "text", "base", "strength", "low", "high", "citations"} <= set(statement)
        for citation in statement["citations"]:
            assert set(citation) >= {"source", "voices", "locators", "paragraphs", "notes", "stance", "hedge", "anchor"}
    for step in data["steps"]:
        assert {"id", "premises", "conclusion", "warrants", "undercutters", "weight", "factor", "contribution"} <= set(
            step
        )
        assert step["polarity"] in {"support", "attack"}


def test_what_stands_beside_a_strength_is_there() -> None:
    analysis, data = exported(ROOT / "maps" / "sanctions" / "comparison.argmap")
    ready = prepare(analysis.map)
    parties, spreads = readings_by_party(ready), band(ready).spreads
    told = {statement["id"]: statement for statement in data["statements"]}
    for name, statement in told.items():
        found = analysis.assessed
        assert found is not None
        assert statement["counts"] == asdict(found.counts[name])
        assert statement["unweighed"] == found.unweighed.get(name, 0)
        alone = {party: one.statements[name].strength for party, one in parties.items()}
        assert statement["parties"] == {party: value for party, value in alone.items() if value is not None}
        assert (statement["band"] or {}).get("values", {}) == (spreads[name].values if name in spreads else {})
        assert (statement["band"] or {}).get("values", {}).get("log-odds") == statement["strength"]
    assert {party for one in told.values() for party in one["parties"]} >= {"chang.essay", "paper.brief"}
    assert (data["circles"], data["source_circles"]) == ([], [])


def test_places_are_told_one_by_one() -> None:
    text = 'source s "S"\nclaim a "A." { cite: s par20-22 parq n6 n8-9 p3 rejected possible "a few words" }\n'
    analysis = analysis_of(text)
    (statement,) = json.loads(dump(analysis))["statements"]
    (citation,) = statement["citations"]
    assert citation["locators"] == ["par20-22", "parq", "n6", "n8-9", "p3"]
    assert (citation["paragraphs"], citation["notes"]) == (["20", "21", "22", "q"], [6, 8, 9])
    assert (citation["stance"], citation["hedge"], citation["anchor"]) == ("rejected", "possible", "a few words")
    assert (statement["strength"], statement["low"], statement["high"]) == (None, None, None)


def test_strengths_are_those_of_the_engine() -> None:
    analysis, data = exported(ROOT / "maps" / "first-steps" / "3-tyre.argmap")
    leading = assess(analysis.map).leading
    for statement in data["statements"]:
        assert statement["strength"] == leading.statements[statement["id"]].strength
    for step in data["steps"]:
        assert step["contribution"] == leading.steps[step["id"]].contribution


def test_an_undercut_stands_with_its_step() -> None:
    data = json.loads(dump(analysis_of('claim a "A." {\n    because "B." as ab\n        unless claim u "U."\n}\n')))
    (step,) = data["steps"]
    (undercut,) = data["undercuts"]
    assert step["undercutters"] == ["u"]
    assert (undercut["target"], undercut["premises"]) == ("ab", ["u"])


def test_the_same_map_gives_the_same_bytes() -> None:
    path = ROOT / "maps" / "sanctions" / "brief.argmap"
    assert dump(analyse(str(path))) == dump(analyse(str(path)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "this is not JSON: line 1"),
        ("[]", "not a map"),
        ("{}", "not a map"),
        ('{"format": "argmap/9"}', 'this argmap reads "argmap/1"'),
        ('{"format": "other"}', "JSON of another kind"),
        ('{"format": "argmap/1"}', "is missing"),
        ("[" * 100_000, "not"),
    ],
)
def test_what_is_no_map_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ForeignJsonError, match=reason):
        read(text)


def test_a_map_that_does_not_hold_together_is_refused() -> None:
    data = json.loads(dump(analysis_of('claim a "A." { because "B." }\n')))
    data["steps"][0]["conclusion"] = "nobody"
    with pytest.raises(ForeignJsonError, match="nobody"):
        read(json.dumps(data))
