"""Relations between statements: who attacks, who lifts, who is one and the same."""

import pytest

from argmap.model import SourceRef
from argmap.strength.bases import conflicting_bases
from argmap.strength.semantics import bits, from_bits
from argmap.vocabulary import RelationKind
from tests.strength.building import Builder, strength


@pytest.mark.parametrize("kind", ["excludes", "contradicts"])
def test_contraries_attack_each_other_with_two_bits(kind: RelationKind) -> None:
    made = Builder()
    made.state("a", base=0.9)
    made.state("b")
    made.relate("a", kind, "b")
    found = made.documented
    # b is below .5 and silent; a takes 2 * .8 = 1.6 bits of it
    assert strength(found, "a") == pytest.approx(0.9, abs=1e-9)
    assert strength(found, "b") == pytest.approx(from_bits(-1.6), abs=1e-9)
    assert [(one.source, one.target, one.kind) for one in found.relations] == [
        ("a", "b", "attack"),
        ("b", "a", "attack"),
    ]
    assert found.relations[0].contribution == pytest.approx(1.6, abs=1e-9)
    assert found.relations[1].contribution == 0.0


def test_entails_lifts_to_the_same_bits() -> None:
    made = Builder()
    made.state("a", base=0.9)
    made.state("b", base=0.4)
    made.relate("a", "entails", "b")
    found = made.documented
    assert strength(found, "b") == 0.9
    assert found.relations[0].kind == "support"
    assert found.relations[0].contribution == pytest.approx(bits(0.9) - bits(0.4), abs=1e-9)


def test_entails_adds_nothing_to_what_is_stronger_already() -> None:
    made = Builder()
    made.state("a", base=0.7)
    made.state("b", base=0.8)
    made.relate("a", "entails", "b")
    assert strength(made.documented, "b") == pytest.approx(0.8, abs=1e-9)
    assert made.documented.relations[0].contribution == 0.0


def test_a_silent_statement_lifts_nothing() -> None:
    made = Builder()
    made.claims("bare", "b")
    made.state("doubt", base=0.9)
    made.but("b", "doubt")
    made.relate("bare", "entails", "b")
    assert strength(made.documented, "b") == pytest.approx(from_bits(-1.6), abs=1e-9)


def test_a_chain_of_entailment_lifts_all_along() -> None:
    made = Builder()
    made.state("a", base=0.9)
    made.claims("b", "c")
    made.relate("b", "entails", "c")
    made.relate("a", "entails", "b")
    assert strength(made.documented, "c") == 0.9


def test_statements_that_entail_each_other_share_the_strongest() -> None:
    made = Builder()
    made.state("a", base=0.7)
    made.state("b", base=0.6)
    made.state("above", base=0.8)
    made.relate("a", "entails", "b")
    made.relate("b", "entails", "a")
    found = made.documented
    assert strength(found, "a") == strength(found, "b") == pytest.approx(0.7, abs=1e-12)
    assert not found.statements["a"].undetermined
    made.relate("above", "entails", "b")
    assert strength(made.documented, "a") == pytest.approx(0.8, abs=1e-12)


def test_restatements_are_one_node() -> None:
    made = Builder()
    made.state("a")
    made.state("b", "evidence", credibility="1", from_=made_source(made))
    made.state("p", base=0.9)
    made.state("top")
    made.relate("b", "restates", "a")
    made.because("b", "p")
    made.because("top", "a")
    found = made.documented
    # .5 + .45 * .6 = .77 and 1.6 bits more
    assert found.statements["a"] == found.statements["b"]
    assert found.statements["a"].base == pytest.approx(0.77, abs=1e-9)
    assert bits(strength(found, "a")) == pytest.approx(bits(0.77) + 1.6, abs=1e-9)


def made_source(made: Builder) -> SourceRef:
    return SourceRef(made.source("paper"))


def test_written_bases_that_differ_are_reported() -> None:
    made = Builder()
    made.state("a", base=0.6)
    made.state("b", base=0.8)
    made.state("c", base=0.6)
    made.relate("a", "restates", "c")
    assert conflicting_bases(made.map) == []
    made.relate("b", "restates", "c")
    assert [[one.id for one in group] for group in conflicting_bases(made.map)] == [["a", "b", "c"]]
    assert made.documented.statements["a"].base_range == (0.6, 0.8)


def test_what_bears_on_no_reason_has_no_effect() -> None:
    made = Builder()
    made.state("a", base=0.9)
    made.state("b")
    made.relate("a", "explains", "b")
    made.relate("a", "contrasts", "b")
    assert made.documented.statements["b"].strength is None
