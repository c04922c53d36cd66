"""The default semantics on small maps; every number is worked out beside it."""

from math import log2

import pytest

from argmap.strength.semantics import bits, from_bits, step_bits
from tests.strength.building import Builder, strength

TIGHT = 1e-9


def test_the_harry_example() -> None:
    made = Builder()
    made.claims("harry", "bermuda", "aliens", "american", "oath")
    made.assume("law")
    birth = made.because("harry", "bermuda", since="law")
    made.unless(birth, "aliens")
    made.but("harry", "american")
    made.but("american", "oath")
    found = made.leading
    assert found.reading == "granted"  # no evidence in it
    # oath: 2 bits of its own, 4/5 = .8, g = .6
    assert strength(found, "oath") == pytest.approx(0.8, abs=TIGHT)
    # american: its own 2 bits - min(2 * .6, log2(1.6/.4) = 2) = .8 bits, 2^.8 = 1.741, 1.741/2.741 = .635
    assert strength(found, "american") == pytest.approx(0.6352, abs=1e-4)
    # harry: + min(2 * .6, 2) = 1.2, the warrant passing all; - min(2 * .2703, .7998) = .5406; .6594 bits = .6123
    assert strength(found, "harry") == pytest.approx(0.6123, abs=1e-4)
    assert found.steps[birth].factor == 1.0  # nothing backs "both parents were aliens"
    assert found.statements["aliens"].strength is None
    assert strength(found, "law") == 0.8
    documented = made.documented
    assert documented.statements["harry"].strength is None
    assert strength(documented, "law") == 0.8


@pytest.mark.parametrize(("links", "expected"), [(1, 0.78), (2, 0.68), (4, 0.59), (8, 0.52)])
def test_chains_fade(links: int, expected: float) -> None:
    made = Builder()
    made.state("s0", base=0.95)
    for number in range(links):
        made.state(f"s{number + 1}")
        made.because(f"s{number + 1}", f"s{number}")
    # one link: min(2 * .9, log2(1.9/.1) = 4.25) = 1.8 bits, 2^1.8 = 3.482, 3.482/4.482 = .777
    assert strength(made.documented, f"s{links}") == pytest.approx(expected, abs=0.005)


def test_a_step_says_no_more_than_its_premise() -> None:
    # g = .2: 20 bits * .2 = 4, but the premise has log2(1.2/.8) = .585 bits, strength .6
    assert step_bits(20.0, 0.2, 1.0) == pytest.approx(log2(1.2 / 0.8), abs=TIGHT)
    made = Builder()
    made.state("leaf", base=0.6)
    made.claims("a", "b")
    made.because("a", "leaf", 20.0)
    made.because("b", "a", 20.0)
    assert strength(made.documented, "b") == pytest.approx(0.6, abs=TIGHT)


def test_contributions_add_in_bits() -> None:
    made = Builder()
    made.claims("p", "q", base=0.8)
    made.state("top", base=0.3)
    because, but = made.because("top", "p", "strong"), made.but("top", "q", "weak")
    found = made.documented
    # g = .6: + min(1.8, 2) - min(.6, 2) = 1.2 bits on log2(3/7) = -1.2224
    assert found.steps[because].contribution == pytest.approx(1.8, abs=TIGHT)
    assert found.steps[but].contribution == pytest.approx(0.6, abs=TIGHT)
    assert bits(strength(found, "top")) == pytest.approx(log2(3 / 7) + 1.2, abs=TIGHT)


def test_linked_premises_are_as_strong_as_the_weakest() -> None:
    made = Builder()
    made.state("true", base=0.95)
    made.state("false", base=0.05)
    made.state("fair", base=0.7)
    made.claims("a", "b")
    made.because("a", "true false")
    made.because("b", "true fair")
    found = made.documented
    assert found.statements["a"].strength is None  # a false premise says nothing, for or against
    assert strength(found, "b") == pytest.approx(from_bits(2 * 0.4), abs=TIGHT)  # g(.7) = .4


def test_undercut_of_an_undercut() -> None:
    made = Builder()
    made.claims("p", "u", "v", base=0.9)  # g = .8
    made.state("top")
    step = made.because("top", "p")
    under = made.unless(step, "u")
    found = made.documented
    # factor 1 - 2/3 * .8 = .4667; 2 * .8 = 1.6 bits, of which .7467 are left
    assert found.steps[step].factor == pytest.approx(1 - 1.6 / 3, abs=TIGHT)
    assert found.steps[step].contribution == pytest.approx(1.6 * (1 - 1.6 / 3), abs=TIGHT)
    made.unless(under, "v", "strong")
    found = made.documented
    # the undercut keeps 1 - 1 * .8 = .2 of itself: 1 - 2/3 * .8 * .2 = .8933
    assert found.steps[under].factor == pytest.approx(0.2, abs=TIGHT)
    assert found.steps[under].contribution == pytest.approx(2 / 3 * 0.8 * 0.2, abs=TIGHT)
    assert found.steps[step].factor == pytest.approx(1 - 0.32 / 3, abs=TIGHT)


def test_a_wholly_undercut_step_leaks_nothing() -> None:
    made = Builder()
    made.state("p", base=0.95)
    made.state("u", base=0.99)
    made.state("top")
    step = made.because("top", "p")
    made.unless(step, "u", 1.0)
    assert made.documented.steps[step].factor == pytest.approx(0.02, abs=TIGHT)


def test_weights_in_words_and_numbers() -> None:
    made = Builder()
    made.claims("p", base=0.9)
    made.state("top")
    steps = [made.because("top", "p", weight) for weight in ("weak", "moderate", "strong", 2.5)]
    unders = [made.unless(steps[0], "p", weight) for weight in ("weak", "moderate", "strong", 0.2, None)]
    found = made.documented
    assert [found.steps[step].weight for step in steps] == [1, 2, 3, 2.5]
    assert [found.steps[step].weight for step in unders] == pytest.approx([1 / 3, 2 / 3, 1, 0.2, 2 / 3])


def test_an_assumption_costs_its_step_nothing_and_attacked_does() -> None:
    made = Builder()
    made.state("p", base=0.9)
    made.state("doubt", base=0.8)
    made.assume("a")
    made.claims("top", "bare")
    made.because("top", "p a")
    made.because("bare", "p")
    found = made.documented
    assert strength(found, "top") == strength(found, "bare") == pytest.approx(from_bits(1.6), abs=TIGHT)
    made.but("a", "doubt")
    # the assumption: 2 - 1.2 = .8 bits = .6352; (2 * .6352 - 1)/.6 = .4505; 2 * .4505 = .901 bits
    assert strength(made.documented, "top") == pytest.approx(from_bits(2 * (2 * from_bits(0.8) - 1) / 0.6), abs=TIGHT)


def test_an_assumption_alone_moves_nothing() -> None:
    made = Builder()
    made.assume("a")
    made.assume("w")
    made.state("p", base=0.9)
    made.claims("x", "y", "z")
    made.because("x", "a")
    made.because("y", "a", since="w")
    made.but("z", "a")
    under = made.unless(made.because("z", "p"), "a")
    found = made.documented
    assert found.statements["x"].strength is None
    assert found.statements["y"].strength is None
    assert found.steps[under].contribution == 0.0
    assert strength(found, "z") == pytest.approx(from_bits(1.6), abs=TIGHT)


def test_bases_are_clipped() -> None:
    made = Builder()
    made.state("sure", base=1.0)
    made.state("never", base=0.0)
    found = made.documented
    assert strength(found, "sure") == 0.99
    assert strength(found, "never") == 0.01


def test_ranges_are_carried_through() -> None:
    made = Builder()
    made.state("p", base=(0.6, 0.8))
    made.state("q", base=(0.7, 0.9))
    made.state("top")
    made.because("top", "p")
    made.but("top", "q")
    found = made.documented.statements["top"]
    # at the ends of both ranges 2 * .2 - 2 * .8 = -1.2 and 2 * .6 - 2 * .4 = .4 bits, in the middle -.4
    assert found.low == pytest.approx(from_bits(-1.2), abs=TIGHT)
    assert found.high == pytest.approx(from_bits(0.4), abs=TIGHT)
    assert found.strength == pytest.approx(from_bits(-0.4), abs=TIGHT)
    assert not found.undetermined


def test_silent_premises_leave_a_claim_unassessed() -> None:
    made = Builder()
    made.claims("a", "b")
    made.because("a", "b")
    made.state("half", base=0.5)
    assert all(one.strength is None for one in made.documented.statements.values())


def test_balanced_reasons_are_assessed() -> None:
    made = Builder()
    made.claims("p", "q", base=0.9)
    made.state("top")
    made.because("top", "p")
    made.but("top", "q")
    assert strength(made.documented, "top") == 0.5


def test_what_names_nothing_bears_on_nothing() -> None:
    made = Builder()
    made.state("p", base=0.9)
    made.state("top")
    step = made.because("top", "p nowhere")
    made.because("nowhere", "p")
    made.unless("nothing", "p")
    made.relate("p", "excludes", "nowhere")
    found = made.documented
    assert found.steps[step].contribution == 0.0
    assert found.statements["top"].strength is None
    assert found.relations == ()


def test_an_empty_map() -> None:
    found = Builder().leading
    assert found.statements == {}
    assert found.settled


@pytest.mark.slow
def test_a_chain_of_100_000_statements() -> None:
    made = Builder()
    made.state("s0", base=0.95)
    for number in range(100_000):
        made.state(f"s{number + 1}")
        made.because(f"s{number + 1}", f"s{number}", 1000.0)
    # wide steps hand on all their premise has
    assert strength(made.documented, "s100000") == pytest.approx(0.95, abs=1e-6)
