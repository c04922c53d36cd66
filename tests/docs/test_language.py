"""docs/language.md: every example is run, every table is as the code has it."""

import re
from pathlib import Path

import pytest

from argmap.pipeline import analyse
from argmap.vocabulary import ATTRIBUTES, HEDGES, RATINGS, RESERVED, STANCES, AttributeSpec, Target
from tests.conftest import ROOT
from tests.docs.conftest import Updated
from tests.docs.examples import Example, examples
from tests.docs.tables import TABLES, filled, named_in

PAGE = "docs/language.md"

# What the examples in the table of attributes speak of.
NAMES = """
source essay "E"   source un-report "R"   source wire-story "W"   source final-report "F"
voice witness "W"  voice reporter "R"     voice ministry "M"
question cause "C"
hypothesis storm "S"
hypothesis neglect "N"
"""
HOLDERS: dict[Target, str] = {
    "map": 'map "M" { … }',
    "source": 'source it "S" { … }',
    "voice": 'voice it "V" { … }',
    "question": 'question it "Q" { … }',
    "hypothesis": 'hypothesis it "H" { … }',
    "claim": 'claim it "C" { … }',
    "evidence": 'evidence it "E" { … }',
    "assumption": 'assumption it "A" { … }',
    "step": 'claim it "C" { because "R" as { … } }',
    "undercut": 'claim it "C" { because "R" as { unless "U" as { … } } }',
}


@pytest.mark.parametrize("example", examples(PAGE), ids=lambda example: f"line {example.block.line}")
def test_example(example: Example, tmp_path: Path) -> None:
    codes, printed = example.findings(tmp_path)
    expected = [example.block.code] if example.block.code else []
    assert codes == expected, f"{example.block}\n{printed}"


def test_tables_are_in_step(updated: Updated) -> None:
    written = (ROOT / PAGE).read_text(encoding="utf-8")
    assert sorted(named_in(written)) == sorted(TABLES)
    updated(PAGE, filled(written))


@pytest.mark.parametrize("spec", ATTRIBUTES.values(), ids=lambda spec: spec.key)
def test_the_example_of_an_attribute_fits_wherever_it_may_stand(spec: AttributeSpec) -> None:
    for target in spec.on:
        example = spec.example.replace("trade.", "")
        text = (NAMES + HOLDERS[target].replace("…", example)).encode()
        found = analyse("map.argmap", {"map.argmap": text}.__getitem__, upto="map").diagnostics
        assert not found, (target, [each.message for each in found])


def test_every_word_of_the_language_occurs_in_an_example() -> None:
    running = "\n".join(example.text for example in examples(PAGE) if example.block.code is None)
    said = set(re.findall(r"[\w-]+", re.sub(r'#.*|"(?:\\.|[^"\\])*"', "", running)))
    missing = {*RESERVED, *STANCES, *HEDGES, *RATINGS} - said
    assert not missing - {"asserted"}  # what goes without saying is not written
