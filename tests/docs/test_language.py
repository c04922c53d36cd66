"""docs/language.md: every example is run, every table is as the code has it."""

import re
from pathlib import Path

import pytest

from argmap.model import ArgumentMap
from argmap.pipeline import analyse
from argmap.vocabulary import ATTRIBUTES, HEDGES, RATINGS, RESERVED, STANCES, STEPS, AttributeSpec, Target
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
    assert sorted(named_in(written)) == sorted(TABLES.keys() - {"thresholds"})  # that one is for checks.md
    updated(PAGE, filled(written))


@pytest.mark.parametrize("spec", ATTRIBUTES.values(), ids=lambda spec: spec.key)
def test_the_example_of_an_attribute_fits_wherever_it_may_stand(spec: AttributeSpec) -> None:
    for target in spec.on:
        if spec.key == "answers" and target in STEPS:
            continue  # there it names a question of a scheme, as the example under Schemes does
        example = spec.example.replace("trade.", "")
        text = (NAMES + HOLDERS[target].replace("…", example)).encode()
        found = analyse("map.argmap", {"map.argmap": text}.__getitem__, needs=()).diagnostics
        assert not found, (target, [each.message for each in found])


def test_every_word_of_the_language_occurs_in_an_example() -> None:
    running = "\n".join(example.text for example in examples(PAGE) if example.block.code is None)
    said = set(re.findall(r"[\w-]+", re.sub(r'#.*|"(?:\\.|[^"\\])*"', "", running)))
    missing = {*RESERVED, *STANCES, *HEDGES, *RATINGS} - said
    assert not missing - {"asserted"}  # what goes without saying is not written


def read(text: str) -> ArgumentMap:
    found = analyse("map.argmap", {"map.argmap": text.encode()}.__getitem__, needs=())
    assert not found.diagnostics
    return found.map


def test_what_goes_without_saying() -> None:
    found = read("""
        source s  voice v
        claim c "C" {
            cite: s p1
            cite: v in s p1
            because "R" since "W" unless "U"
        }
    """)
    assert [(each.stance, each.hedge) for each in found.statements[0].citations] == [
        ("endorsed", "asserted"),
        ("reported", "asserted"),
    ]
    assert [each.kind for each in found.statements] == ["claim", "claim", "assumption", "claim"]


def test_a_long_text_is_folded() -> None:
    found = read('claim """The council should keep\n    the reading room open.\n\n    On Sundays above all."""')
    assert found.statements[0].text == "The council should keep the reading room open.\n\nOn Sundays above all."


def test_equal_texts_are_two_statements() -> None:
    found = read('claim a "A" { because "R" }\nclaim b "B" { because "R" }')
    assert [each.text for each in found.statements] == ["A", "R", "B", "R"]


def test_names_compare_by_letter_not_by_storage() -> None:
    read('claim caf\u00e9 "C"\nclaim b "B" { because cafe\u0301 }')


def test_an_inner_section_is_about_the_outer_document() -> None:
    found = read('source s\nsection "One" of s { section "Two" { claim "C" { cite: p1 } } }')
    assert found.statements[0].citations[0].source == "s"


@pytest.mark.parametrize("setting", ["independence: off", "semantics: euler"])
def test_what_a_map_sets_has_an_effect(setting: str) -> None:
    text = """
        source s { reliability: A }
        claim c "C" {
            because evidence "One" { cite: s p1 }
            because evidence "Two" { cite: s p2 }
        }
    """
    strengths = []
    for given in ('note: "N"', setting):
        whole = f"map {{ {given} }} {text}".encode()
        found = analyse("map.argmap", {"map.argmap": whole}.__getitem__).documented
        assert found is not None
        strengths.append(found.statements["c"].strength)
    assert strengths[0] != strengths[1]
