"""Scenarios, and what falls with a source."""

import pytest

from argmap.model import Attribute, Change, Citation, Range
from argmap.pipeline import analyse
from argmap.strength.engine import assess_prepared
from argmap.strength.prepare import prepare
from argmap.strength.result import Assessed
from argmap.strength.semantics import bits
from argmap.strength.whatif import changed, in_scenarios
from tests.strength.building import Builder, strength


def story() -> Builder:
    made = Builder()
    made.source("wire", "B")
    made.source("essay", "B", derived="wire")
    made.source("other", "A")
    made.state("top", "hypothesis")
    made.state("said", cite=Citation("essay"))
    made.state("e", "evidence", credibility="1", cite=Citation("essay"))
    made.state("f", "evidence", credibility="1", cite=[Citation("essay"), Citation("other")])
    made.because("top", "e", name="from-e")
    made.because("top", "f", name="from-f")
    made.because("top", "said", name="from-said")
    return made


def what(made: Builder, *changes: Change) -> Assessed:
    return assess_prepared(changed(prepare(made.map), changes))


def test_assume_and_deny() -> None:
    made = story()
    found = what(made, Change("assume", "said"), Change("deny", "e")).documented
    assert strength(found, "said") == 0.99
    assert strength(found, "e") == 0.01
    assert found.steps["from-e"].contribution == 0.0
    assert found.steps["from-said"].contribution == pytest.approx(2 * 0.98)


def test_withdraw_silences_what_nothing_is_left_of() -> None:
    made = story()
    found = what(made, Change("withdraw", "wire"))
    assert found.documented.statements["e"].strength is None
    assert strength(found.documented, "f") == pytest.approx(0.95)  # the other source still has it, and is graded A
    assert strength(made.documented, "f") == pytest.approx(0.95)
    gone = what(made, Change("withdraw", "essay"))
    assert gone.granted.statements["said"].strength is None  # its document's word goes with it
    assert made.granted.statements["said"].say_so == 2.0


def test_withdrawing_the_better_source_leaves_the_worse() -> None:
    found = what(story(), Change("withdraw", "other")).documented
    assert strength(found, "f") == pytest.approx(0.5 + 0.45 * 0.9)


def test_what_falls_with_a_source() -> None:
    made = story()
    assert prepare(made.map).witnesses.found.without("wire") == ["said", "e"]
    assert strength(what(made, Change("withdraw", "wire")).documented, "top") < strength(made.documented, "top")
    assert what(made, Change("withdraw", "nobody")).documented == made.documented


def test_written_evidence_falls_too() -> None:
    made = story()
    made.state("w", "evidence", 0.9, cite=Citation("essay"))
    assert what(made, Change("withdraw", "essay")).documented.statements["w"].strength is None
    assert what(made, Change("withdraw", "other")).documented.statements["w"].strength == 0.9


def test_set() -> None:
    made = story()
    changes = [
        Change("set", "other", [Attribute("reliability", "E")]),
        Change("set", "e", [Attribute("credibility", "3")]),
        Change("set", "said", [Attribute("base", Range(0.3, 0.3))]),
        Change("set", "from-f", [Attribute("weight", 1.0)]),
    ]
    found = what(made, *changes).documented
    assert strength(found, "e") == pytest.approx(0.5 + 0.2 * 0.9)
    assert strength(found, "f") == pytest.approx(0.5 + 0.45 * 0.9)
    assert strength(found, "said") == 0.3
    assert found.steps["from-f"].weight == 1.0
    assert found.steps["from-e"].weight == 2.0


def test_a_scenario_leaves_the_map_as_it_is_and_one_without_changes_is_the_map() -> None:
    made = story()
    before = made.documented
    assert what(made).documented == before
    what(made, Change("deny", "e"))
    assert made.documented == before


def test_shares_are_those_of_the_map() -> None:
    made = Builder()
    made.source("wire", "B")
    made.state("top")
    for name in ("a", "b"):  # at credibility 4 both are silent, and still of one origin
        made.state(name, "evidence", credibility="4", cite=Citation("wire"))
        made.because("top", name)
    better = [Change("set", name, [Attribute("credibility", "1")]) for name in ("a", "b")]
    assert bits(strength(what(made, *better).documented, "top")) == pytest.approx(2 * (2 * (0.5 + 0.45 * 0.9) - 1))


def test_a_base_that_is_set_counts_for_all_that_restates_it() -> None:
    made = story()
    made.state("same", base=0.4)
    made.relate("same", "restates", "said")
    changes = [Change("set", "said", [Attribute("base", Range(0.6, 0.8))])]
    one = what(made, *changes).documented.statements["same"]
    assert one.base_range == (0.6, 0.8)
    assert one.strength == pytest.approx(0.7)


def test_a_scenario_of_a_file() -> None:
    text = b"""
        source s { reliability: A }
        claim c "C" { because evidence e "E" { cite: s  credibility: 1 } }
        scenario "without" { withdraw s }
        scenario "denied" { deny e }
    """
    found = analyse("map.argmap", {"map.argmap": text}.__getitem__, semantics="df-quad")
    assert found.assessed is not None
    assert found.assessed.documented.semantics == "df-quad"
    assert strength(found.assessed.documented, "c") > 0.9
    scenarios = in_scenarios(prepare(found.map), "documented")
    assert list(scenarios) == ["without", "denied"]
    assert scenarios["without"].statements["c"].strength is None
    assert strength(scenarios["denied"], "e") == 0.01
