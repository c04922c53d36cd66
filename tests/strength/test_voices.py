"""One origin, one voice: what many have from one counts once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import graph
from argmap.model import Attribute, Citation
from argmap.strength.engine import assess
from argmap.strength.hearing import Ear, hearing
from argmap.strength.semantics import Shares, bits, remaining
from tests.strength.building import Builder, strength

TIGHT = 1e-9
FULL = 2 * 0.9  # what evidence of .95 brings by a moderate step


def seen(made: Builder, name: str, *sources: str, base: float = 0.95) -> str:
    for one in sources:
        if one not in {known.id for known in made.map.sources}:
            made.source(one, "A")
    return made.state(name, "evidence", base, [Citation(one) for one in sources])


def moved(made: Builder, name: str = "top") -> float:
    return bits(strength(made.documented, name))


def test_two_reports_of_one_origin_count_once() -> None:
    made = Builder()
    made.state("top")
    for name in ("a", "b"):
        made.because("top", seen(made, name, "wire"))
    assert moved(made) == pytest.approx(FULL, abs=TIGHT)
    made.because("top", seen(made, "c", "other"))
    assert moved(made) == pytest.approx(2 * FULL, abs=TIGHT)
    made.map.attributes.append(Attribute("independence", "off"))
    assert moved(made) == pytest.approx(3 * FULL, abs=TIGHT)


def test_what_passes_through_claims_keeps_its_origin() -> None:
    made = Builder()
    made.claims("top", "one", "two")
    made.because("one", seen(made, "a", "wire"))
    made.because("two", seen(made, "b", "wire"))
    made.because("top", "one")
    alone = moved(made)
    made.because("top", "two")
    assert moved(made) == alone


def test_x_and_y_beside_x() -> None:
    made = Builder()
    made.state("top")
    seen(made, "x", "sx")
    seen(made, "y", "sy")
    made.because("top", "x y")
    made.because("top", "x")
    assert moved(made) == pytest.approx(1.5 * FULL, abs=TIGHT)  # not 2: X is heard once, Y has its half


def test_one_origin_one_voice() -> None:
    origin: Shares = ((7, 1.0),)
    assert _ear([(), ()]).divided([1.0, 2.0]) == {0: 1.0, 1: 2.0}
    assert _ear([origin, origin]).divided([1.0, 2.0]).get(0, 0.0) == 0.0
    assert _ear([origin, origin]).divided([1.0, 2.0])[1] == 2.0
    assert _ear([origin, origin]).divided([2.0, 2.0]) == {0: 1.0, 1: 1.0}
    # X&Y beside X: of X the larger of 1 and 2 counts, and Y adds its half
    assert _ear([((1, 0.5), (2, 0.5)), ((1, 1.0),)]).divided([2.0, 2.0]) == {0: 1.0, 1: 2.0}


def test_overlapping_pairs_do_not_fall_into_one() -> None:
    made = Builder()
    made.state("top")
    for name in "xyzw":
        seen(made, name, f"s{name}")
    for pair in ("x y", "y z", "z w"):
        made.because("top", pair)
    assert moved(made) == pytest.approx(2 * FULL, abs=TIGHT)  # four origins, a half each; neither 1 nor 3


def test_a_greedy_choice_would_not_be_monotone() -> None:
    both: Shares = ((0, 0.5), (1, 0.5))
    ear = _ear([both, ((0, 1.0),), ((1, 1.0),)])
    # Taking the largest first and dropping what overlaps gives 3 from (1.4, 1.5, 1.5) and only 2 from (2, 1.5, 1.5).
    assert sum(ear.amounts([2.0, 1.5, 1.5])) >= sum(ear.amounts([1.4, 1.5, 1.5])) == pytest.approx(3.0)


def test_a_trivial_second_source_evades_nothing() -> None:
    made = Builder()
    made.claims("top", "one", "two")
    for claim in ("one", "two"):
        made.because(claim, seen(made, f"main-{claim}", "wire"), "strong")
        made.because(claim, seen(made, f"trivial-{claim}", f"blog-{claim}", base=0.52))
        made.because("top", claim)
    found = made.documented
    single = max(step.contribution for name, step in found.steps.items() if "-top-" in name)
    assert moved(made) < 1.05 * 2 * (2 * strength(found, "one") - 1)
    assert single > 0


def test_a_weak_second_citation_takes_little() -> None:
    made = Builder()
    made.state("top")
    for name in ("a", "b"):
        made.source(f"blog-{name}", "E")
        made.because("top", seen(made, name, "wire", f"blog-{name}"))
    assert moved(made) == pytest.approx(FULL * (0.8 + 0.2 + 0.2), abs=TIGHT)  # A 1 against E .25


def test_several_undercuts_of_one_origin_count_once() -> None:
    made = Builder()
    made.state("top")
    made.state("p", base=0.9)
    step = made.because("top", "p")
    made.unless(step, seen(made, "u", "wire"))
    once = made.documented.steps[step].factor
    made.unless(step, seen(made, "v", "wire"))
    assert made.documented.steps[step].factor == once
    made.unless(step, seen(made, "w", "other"))
    assert made.documented.steps[step].factor == pytest.approx(once * once, abs=TIGHT)


def test_attacks_and_supports_of_one_origin_both_count() -> None:
    made = Builder()
    made.state("top")
    made.because("top", seen(made, "a", "wire"))
    made.but("top", seen(made, "b", "wire"))
    assert strength(made.documented, "top") == 0.5


def test_without_origin_each_step_is_a_voice_of_its_own() -> None:
    made = Builder()
    made.state("top")
    made.state("a", base=0.95)
    made.state("b", base=0.95)
    made.because("top", "a")
    made.because("top", "b")
    assert moved(made) == pytest.approx(2 * FULL, abs=TIGHT)


def test_an_assumption_dilutes_no_origin() -> None:
    made = Builder()
    made.state("top")
    made.assume("w")
    made.because("top", seen(made, "a", "wire"), since="w")
    made.because("top", seen(made, "b", "wire"))
    assert moved(made) == pytest.approx(FULL, abs=TIGHT)


def test_a_circle_shares_what_enters_it() -> None:
    made = Builder()
    made.claims("top", "one", "two")
    made.because("one", "two", "weak")
    made.because("two", "one", "weak")
    made.because("one", seen(made, "a", "wire"))
    made.because("top", "one")
    made.because("top", "two")
    found = made.documented
    best = max(strength(found, "one"), strength(found, "two"))
    assert moved(made) == pytest.approx(2 * (2 * best - 1), abs=1e-6)


def test_what_entails_hands_on_its_origin() -> None:
    made = Builder()
    made.claims("top", "general")
    seen(made, "a", "wire")
    made.relate("a", "entails", "general")
    made.because("top", "a")
    made.because("top", "general")
    assert moved(made) == pytest.approx(FULL, abs=TIGHT)


def test_a_documents_word_has_no_origin() -> None:
    made = Builder()
    made.source("essay", "B")
    made.state("top")
    for name in ("one", "two"):
        made.state(name, cite=Citation("essay"))
        made.because("top", name)
    before = strength(made.granted, "top")
    for name in ("one", "two"):
        made.because(name, seen(made, f"trivial-{name}", "wire", base=0.52))
    assert strength(made.granted, "top") > 0.97 * before
    assert moved(made) < 0.2


def test_counts() -> None:
    made = Builder()
    made.claims("top", "one", "two", "bare")
    made.because("one", seen(made, "a", "wire"))
    made.because("two", seen(made, "b", "wire", "other"))
    made.because("top", "one")
    made.because("top", "two")
    made.because("top", "bare")
    made.but("top", seen(made, "against", "third"))
    count = assess(made.map).counts
    assert count["top"].evidence == 2
    assert count["top"].citations == 3
    assert count["top"].origins == 2
    assert count["bare"].evidence == 0
    made.state("loose", "evidence", 0.8)
    made.because("top", "loose")
    assert assess(made.map).counts["top"].origins == 3


def test_circular_sourcing_is_reported() -> None:
    made = Builder()
    made.source("a", derived="b")
    made.source("b", derived="a")
    assert assess(made.map).source_circles == (("a", "b"),)


def _ear(shares: list[Shares]) -> Ear:
    every = graph.rows([range(len(shares))])
    return hearing(every, graph.rows([[]]), graph.rows([[] for _ in shares]), shares).supports[0]


amounts = st.floats(0, 5)
origin_sets = st.lists(st.integers(0, 4), max_size=3, unique=True)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(amounts, origin_sets), min_size=1, max_size=6), st.integers(0, 5), st.floats(0, 3))
def test_more_never_counts_less(steps: list[tuple[float, list[int]]], which: int, more: float) -> None:
    shares: list[Shares] = [tuple((origin, 1 / len(found)) for origin in found) for _, found in steps]
    ear = _ear(shares)
    before = [amount for amount, _ in steps]
    after = list(before)
    after[which % len(steps)] += more
    assert sum(ear.amounts(after)) >= sum(ear.amounts(before)) - TIGHT
    assert sum(ear.amounts(before)) <= sum(before) + TIGHT
    assert sum(ear.amounts(before)) >= max(before) - TIGHT or any(found for _, found in steps)


shares_taken = st.lists(st.tuples(st.floats(0, 1), origin_sets), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(shares_taken, st.integers(0, 5), st.floats(0, 1))
def test_of_shares_that_are_taken_more_never_leaves_more(
    steps: list[tuple[float, list[int]]], which: int, more: float
) -> None:
    ear = _ear([tuple((origin, 1 / len(found)) for origin in found) for _, found in steps])
    before = [amount for amount, _ in steps]
    after = list(before)
    after[which % len(steps)] = max(more, after[which % len(steps)])
    assert remaining(ear.shares_taken(after)) <= remaining(ear.shares_taken(before)) + TIGHT
    assert remaining(ear.shares_taken(before)) >= remaining(before) - TIGHT
    assert remaining(list(ear.divided_shares(before).values())) == pytest.approx(remaining(ear.shares_taken(before)))


@settings(max_examples=60, deadline=None)
@given(shares_taken, origin_sets)
def test_what_is_silent_takes_nothing_from_what_speaks(steps: list[tuple[float, list[int]]], mute: list[int]) -> None:
    shares: list[Shares] = [tuple((origin, 1 / len(found)) for origin in found) for _, found in steps]
    silent: Shares = tuple((origin, 1 / len(mute)) for origin in mute)
    values = [amount for amount, _ in steps]
    alone, beside = _ear(shares), _ear([*shares, silent])
    beyond = [*values, 0.0]
    assert sum(beside.amounts(beyond)) == pytest.approx(sum(alone.amounts(values)), abs=TIGHT)
    assert remaining(beside.shares_taken(beyond)) == pytest.approx(remaining(alone.shares_taken(values)), abs=TIGHT)
    assert max(beside.each(beyond)) == max(alone.each(values))
