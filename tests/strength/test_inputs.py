"""Bases from grades and chains, weights and say-so from hedges, and the two readings."""

import pytest

from argmap.model import Citation, SourceRef
from argmap.strength.bases import bases, grouped
from argmap.strength.semantics import from_bits
from argmap.vocabulary import Hedge, Stance
from tests.strength.building import Builder, strength


def cite(source: str = "essay", stance: Stance = "endorsed", hedge: Hedge = "asserted", voice: str = "") -> Citation:
    return Citation(source, (voice,) if voice else (), (), stance, hedge)


def base_of(made: Builder) -> float:
    return bases(made.map, grouped(made.map))[0].value


@pytest.mark.parametrize(
    ("credibility", "reliability", "expected"),
    [
        ("1", "A", 0.95),  # .5 + .45
        ("2", "B", 0.815),  # .5 + .35 * .9
        ("3", "C", 0.65),  # .5 + .20 * .75
        ("4", "D", 0.45),  # .5 - .10 * .5
        ("5", "E", 0.4125),  # .5 - .35 * .25
        ("6", "F", 0.56),  # .5 + .10 * .6
        ("", "", 0.56),
    ],
)
def test_admiralty_grades(credibility: str, reliability: str, expected: float) -> None:
    made = Builder()
    made.source("essay", reliability)
    made.state("e", "evidence", cite=cite(), credibility=credibility)
    assert base_of(made) == pytest.approx(expected, abs=1e-12)


def test_evidence_without_source_has_no_view() -> None:
    made = Builder()
    made.state("e", "evidence", credibility="1")
    assert base_of(made) == 0.5


def test_the_chain_is_as_reliable_as_its_weakest_link() -> None:
    made = Builder()
    made.source("essay", "A")
    made.source("wire", "B", derived="rumour")
    made.source("rumour", "E")
    made.state("e", "evidence", cite=cite(), credibility="1", from_=SourceRef("wire"))
    assert base_of(made) == pytest.approx(0.5 + 0.45 * 0.25, abs=1e-12)


def test_a_cited_note_implies_the_source_noted_there() -> None:
    made = Builder()
    made.source("essay", "A")
    made.source("daily", "D", SourceRef("essay", ("n6", "n22-23")))
    made.state("e", "evidence", cite=Citation("essay", (), ("par3", "n23")), credibility="1")
    assert base_of(made) == pytest.approx(0.5 + 0.45 * 0.5, abs=1e-12)


def test_the_voice_is_a_link_of_the_chain() -> None:
    made = Builder()
    made.source("essay", "A")
    made.voice("witness", "D")
    made.state("e", "evidence", cite=cite(voice="witness"), credibility="1")
    assert base_of(made) == pytest.approx(0.725, abs=1e-12)


def test_a_second_weaker_chain_takes_nothing_away() -> None:
    made = Builder()
    made.source("essay", "B")
    made.source("blog", "E")
    made.state("e", "evidence", cite=[cite(), cite("blog")], credibility="2")
    assert base_of(made) == pytest.approx(0.815, abs=1e-12)


def test_a_document_that_rejects_does_not_vouch() -> None:
    made = Builder()
    made.source("essay", "A")
    made.state("e", "evidence", cite=cite(stance="rejected"), credibility="1")
    assert base_of(made) == 0.5


def test_sources_derived_from_each_other_end() -> None:
    made = Builder()
    made.source("essay", "B", derived="wire")
    made.source("wire", "D", derived="essay")
    made.state("e", "evidence", cite=cite(), credibility="1")
    assert base_of(made) == pytest.approx(0.725, abs=1e-12)


def test_one_source_under_two_names() -> None:
    made = Builder()
    made.source("essay", same="tract")
    made.source("tract", "C")
    made.state("e", "evidence", cite=cite(), credibility="1")
    assert base_of(made) == pytest.approx(0.5 + 0.45 * 0.75, abs=1e-12)


def test_a_written_base_overrides_grades() -> None:
    made = Builder()
    made.source("essay", "A")
    made.state("e", "evidence", base=0.3, cite=cite(), credibility="1")
    assert base_of(made) == 0.3


@pytest.mark.parametrize(
    ("hedge", "expected"), [("asserted", 2.0), ("qualified", 1.5), ("possible", 1.0), ("speculative", 0.5)]
)
def test_a_support_weighs_what_its_conclusion_is_held_with(hedge: Hedge, expected: float) -> None:
    made = Builder()
    made.state("p", base=0.9)
    made.state("top", cite=cite(hedge=hedge))
    step = made.because("top", "p")
    assert made.documented.steps[step].weight == expected


def test_the_firmest_endorsed_citation_counts() -> None:
    made = Builder()
    made.state("p", base=0.9)
    both = [cite(hedge="possible"), cite("brief", hedge="qualified"), cite("blog", "rejected")]
    made.state("top", cite=both)
    step = made.because("top", "p")
    assert made.documented.steps[step].weight == 1.5


def test_a_step_has_a_hedge_of_its_own() -> None:
    made = Builder()
    made.state("p", base=0.9)
    made.state("top", cite=cite())
    own = made.step("support", "top", "p", cite=cite(hedge="speculative"))
    rejected = made.step("support", "top", "p", name="other", cite=cite(stance="rejected", hedge="speculative"))
    assert made.documented.steps[own].weight == 0.5
    assert made.documented.steps[rejected].weight == 2.0


def test_an_attack_weighs_what_its_least_firm_attacker_is_held_with() -> None:
    made = Builder()
    made.state("p", cite=cite(hedge="possible"), base=0.9)
    made.state("q", cite=cite(hedge="qualified"), base=0.9)
    made.state("top", cite=cite(hedge="speculative"))
    step = made.but("top", "p q")
    assert made.documented.steps[step].weight == 1.0


def test_say_so_counts_only_where_assertions_are_granted() -> None:
    made = Builder()
    made.state("p", cite=cite(hedge="qualified"))
    made.state("top")
    made.because("top", "p")
    assert made.documented.statements["p"].strength is None
    assert strength(made.granted, "p") == pytest.approx(from_bits(1.5), abs=1e-12)
    assert made.granted.statements["p"].say_so == 1.5
    assert made.leading.reading == "granted"
    # g = 2 * .7388 - 1 = .4776
    assert strength(made.granted, "top") == pytest.approx(from_bits(2 * (2 * from_bits(1.5) - 1)), abs=1e-12)


def test_say_so_is_not_added_to_reasons() -> None:
    made = Builder()
    made.state("p", base=0.9)
    made.state("e", base=0.99)
    made.state("top", cite=cite())
    made.because("top", "p")
    found = made.granted
    assert strength(found, "top") == pytest.approx(from_bits(2.0), abs=1e-12)
    assert found.statements["top"].say_so == pytest.approx(0.4, abs=1e-12)  # its reason brings 1.6 bits
    made.because("top", "e")
    assert strength(made.granted, "top") == strength(made.documented, "top")
    assert made.granted.statements["top"].say_so == 0.0


@pytest.mark.parametrize(("stance", "speaks"), [("conceded", True), ("rejected", False), ("entertained", False)])
def test_only_what_a_document_endorses_or_concedes_is_granted(stance: Stance, *, speaks: bool) -> None:
    made = Builder()
    made.state("p", cite=cite(stance=stance))
    assert (made.granted.statements["p"].strength is not None) == speaks


def test_a_voice_in_a_document_is_not_the_document() -> None:
    made = Builder()
    made.state("p", cite=cite(voice="witness"))
    assert made.granted.statements["p"].strength is None


def test_say_so_never_undercuts() -> None:
    made = Builder()
    made.state("e", base=0.9)
    made.state("u", cite=cite())
    made.claims("top", "other")
    step = made.because("top", "e")
    made.because("other", "u")
    made.unless(step, "u")
    found = made.granted
    assert strength(found, "u") == 0.8  # its word counts for itself, and as a premise,
    assert strength(found, "other") == pytest.approx(from_bits(1.2), abs=1e-12)
    assert found.steps[step].factor == 1.0  # but takes nothing from a step
    made.because("u", "e")
    assert made.granted.steps[step].factor == made.documented.steps[step].factor < 1.0


def test_unsourced_evidence_in_a_map_without_citations_speaks_like_a_claim() -> None:
    made = Builder()
    made.state("e", "evidence")
    made.state("top")
    made.because("top", "e")
    assert made.leading.reading == "granted"
    assert strength(made.leading, "top") == pytest.approx(from_bits(1.2), abs=1e-12)


def test_a_map_with_weighing_evidence_leads_with_what_is_documented() -> None:
    made = Builder()
    made.source("essay", "B")
    made.state("e", "evidence", cite=cite(), credibility="2")
    assert made.leading.reading == "documented"


def test_evidence_that_is_expected_and_was_not_seen_is_silent() -> None:
    made = Builder()
    made.source("essay", "A")
    made.state("e", "evidence", cite=cite(), credibility="1", seen="no")
    assert base_of(made) == 0.5
    made = Builder()
    made.source("essay", "A")
    made.state("e", "evidence", base=0.7, cite=cite(), credibility="1", seen="no")
    assert base_of(made) == 0.7


def test_the_author_of_the_map_is_no_source() -> None:
    made = Builder()
    made.state("e", "evidence", credibility="1", by="analyst")
    assert base_of(made) == 0.5
    made = Builder()
    made.voice("guard", "B")
    made.state("e", "evidence", credibility="1", by="guard")
    assert base_of(made) == pytest.approx(0.5 + 0.45 * 0.9)
