"""A map as one document, or one voice, has it."""

from argmap.model import Citation
from argmap.pipeline import analyse
from argmap.strength.parties import readings_by_party
from argmap.strength.prepare import prepare
from argmap.vocabulary import Stance
from tests.conftest import ROOT
from tests.strength.building import Builder, strength


def cite(source: str, stance: Stance = "endorsed", *voices: str) -> Citation:
    return Citation(source, voices, (), stance)


def two() -> Builder:
    """Essay and brief disagree on `top`; the essay passes on what a guard says."""
    made = Builder()
    made.source("essay", "B")
    made.source("brief", "B")
    made.voice("guard")
    made.state("top", "hypothesis", cite=[cite("essay"), cite("brief", "rejected")])
    made.state("e", "evidence", credibility="1", cite=cite("essay"))
    made.state("b", "evidence", credibility="1", cite=cite("brief"))
    made.state("g", cite=[cite("essay", "endorsed", "guard"), cite("essay", "reported")])
    made.because("top", "e", name="for")
    made.but("top", "b", name="against")
    return made


def test_each_document_alone() -> None:
    made = two()
    found = readings_by_party(prepare(made.map))
    assert list(found) == ["essay", "brief", "guard"]
    assert strength(made.documented, "top") == 0.5
    assert strength(found["essay"], "top") > 0.7
    assert strength(found["brief"], "top") < 0.3
    assert found["essay"].statements["b"].strength is None
    assert found["guard"].statements["top"].strength is None


def test_a_voice_speaks_for_itself() -> None:
    found = readings_by_party(prepare(two().map), "granted")
    assert strength(found["guard"], "g") == 0.8
    assert found["essay"].statements["g"].strength is None
    assert strength(found["essay"], "top") == 0.8


def test_what_is_conceded_speaks_only_against() -> None:
    made = Builder()
    made.source("essay", "B")
    made.state("top", cite=cite("essay"))
    made.state("c", "evidence", credibility="1", cite=cite("essay", "conceded"))
    made.because("top", "c", name="for")
    made.but("top", "c", name="against")
    found = readings_by_party(prepare(made.map))["essay"]
    assert found.steps["for"].contribution == 0.0
    assert found.steps["against"].contribution > 1.0


def test_a_step_that_a_document_rejects_is_not_its_own() -> None:
    made = two()
    made.step("attack", "top", "e", name="raised", cite=cite("essay", "rejected"))
    made.step("attack", "top", "e", name="made", cite=cite("essay"))
    made.step("attack", "top", "e", name="conceded", cite=cite("essay", "conceded"))
    found = readings_by_party(prepare(made.map))["essay"]
    assert found.steps["raised"].weight == 0.0
    assert found.steps["made"].weight == 2.0
    assert found.steps["conceded"].weight == 2.0
    assert readings_by_party(prepare(made.map))["brief"].steps["made"].weight == 0.0


def test_an_assumption_of_nobody_is_everybodys() -> None:
    made = two()
    made.assume("w")
    made.because("top", "e", since="w", name="with")
    assert readings_by_party(prepare(made.map))["essay"].steps["with"].contribution > 0.0


def test_weights_are_by_the_partys_own_hedges() -> None:
    made = Builder()
    made.source("essay", "B")
    made.source("brief", "B")
    both = [Citation("essay", hedge="possible"), Citation("brief")]
    made.state("top", cite=both)
    made.state("e", "evidence", credibility="1", cite=[cite("essay"), cite("brief")])
    step = made.because("top", "e")
    found = readings_by_party(prepare(made.map))
    assert found["essay"].steps[step].weight == 1.0
    assert found["brief"].steps[step].weight == 2.0


def test_the_two_documents_of_the_sanctions_map() -> None:
    the_map = analyse(str(ROOT / "maps/sanctions/comparison.argmap"), needs=()).map
    found = readings_by_party(prepare(the_map), "granted")
    essay, paper = found["chang.essay"], found["paper.brief"]
    assert strength(essay, "chang.approves") > 0.75  # the essay's own thesis
    assert strength(essay, "chang.worried") < 0.3  # which turns from the received view,
    assert strength(found["chang.narrative"], "chang.worried") > 0.75  # as those have it whom it answers
    assert paper.statements["chang.approves"].strength is None
    assert strength(paper, "paper.separate") > 0.7
    assert strength(found["paper.interviewees"], "paper.separate") > 0.7
    assert "analyst" not in found
