"""Every published value that is known, and the functions behind them."""

import json
from math import inf, isclose, log2
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import argmap
from argmap.strength import published
from argmap.strength.plain.slopes import gather_slopes, influence_slopes, push_slopes, weakest_slopes
from argmap.strength.published import SEMANTICS, Published
from tests.conftest import ROOT

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/data/semantics_cases.json").read_bytes())["cases"]
BOUNDED = [one for one in SEMANTICS.values() if one.bounded]
ALL = list(SEMANTICS.values())

shares = st.floats(0.0, 1.0)
inner = st.floats(0.02, 0.98)
several = st.lists(shares, max_size=5)
STEP = 1e-6


def graph_of(case: dict[str, Any]) -> dict[str, Any]:
    """The arguments of the API for a case."""
    sets = {name: case[name] for name in ("set_supports", "set_attacks") if name in case}
    parts = {name: case[name] for name in ("base", "supports", "attacks")}
    return parts | sets | {"semantics": case["semantics_name"]}


def named(case: dict[str, Any]) -> str:
    return str(case["id"])


def test_all_cases_are_here() -> None:
    assert len(CASES) == 31
    assert {case["semantics_name"] for case in CASES} == set(SEMANTICS) - {"log-odds"}
    assert all(case["verified"] and case["source"] for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_strengths_of_a_published_case(case: dict[str, Any]) -> None:
    found = argmap.strength.strengths(**graph_of(case))
    assert list(found) == list(case["base"])
    for name, expected in case["expected"].items():
        assert found[name] == pytest.approx(expected, abs=case["tolerance"]), name


@pytest.mark.parametrize("case", [case for case in CASES if "gradients" in case], ids=named)
def test_gradients_of_a_published_case(case: dict[str, Any]) -> None:
    expected = case["gradients"]
    found = argmap.strength.gradients(expected["topic"], **graph_of(case))
    for name, slope in expected["d_base"].items():
        assert found[name] == pytest.approx(slope, abs=expected["verified_max_diff"] * 1.01), name


@pytest.mark.parametrize("case", [case for case in CASES if "contributions" in case], ids=named)
def test_contributions_of_a_published_case(case: dict[str, Any]) -> None:
    expected = dict(case["contributions"])
    topic = expected.pop("topic")
    for key, value in expected.items():
        method, name = key.replace("intrinsic_removal", "intrinsic-removal").rsplit("_", 1)
        found = argmap.strength.contributions(topic, **graph_of(case), method=method)
        assert found[name] == pytest.approx(value, abs=1e-12), key


def test_removal_and_gradient_may_disagree() -> None:
    # Kampik et al., example 1.1, as noted in the case
    graph = graph_of(next(case for case in CASES if case["id"] == "kampik_ex1_1"))
    assert argmap.strength.contributions("a", **graph)["e"] == pytest.approx(0.375 - 0.5)
    assert argmap.strength.gradients("a", **graph)["e"] == 0.0


def test_every_semantics_says_where_it_comes_from() -> None:
    assert all(one.source and one.name == name for name, one in SEMANTICS.items())


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
@given(base=shares)
def test_nothing_moves_no_base(one: Published, base: float) -> None:
    assert one.influence(base, one.aggregate([], [])) == pytest.approx(base, abs=1e-15)


@pytest.mark.parametrize("one", BOUNDED, ids=lambda one: one.name)
@given(base=shares, supports=several, attacks=several)
def test_strengths_stay_within_bounds(one: Published, base: float, supports: list[float], attacks: list[float]) -> None:
    moved = one.aggregate([] if one.attacks_only else supports, attacks)
    assert 0.0 <= one.influence(base, moved) <= 1.0


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
@given(pushes=several, more=several, order=st.randoms(use_true_random=False))
def test_the_order_of_edges_shows_in_no_digit(
    one: Published, pushes: list[float], more: list[float], order: Random
) -> None:
    shuffled, others = order.sample(pushes, len(pushes)), order.sample(more, len(more))
    assert one.aggregate(pushes, more) == one.aggregate(shuffled, others)
    assert one.aggregate(pushes, shuffled) == 0.0


@pytest.mark.parametrize("one", BOUNDED, ids=lambda one: one.name)
@pytest.mark.parametrize("moved", [-1e300, -1000.0, 1000.0, 1e300])
@pytest.mark.parametrize("base", [0.0, 0.3, 1.0])
def test_extremes_overflow_nowhere(one: Published, moved: float, base: float) -> None:
    if one.gathering != "product" and not (one.attacks_only and moved > 0.0):
        assert 0.0 <= one.influence(base, moved) <= 1.0


def test_log_odds_edges_are_silent_and_capped() -> None:
    assert published.weighted_bits(2.0, 0.5) == published.weighted_bits(2.0, 0.1) == 0.0
    assert published.weighted_bits(2.0, 0.8) == pytest.approx(1.2)
    assert published.weighted_bits(9.0, 0.8) == pytest.approx(2.0)  # odds of .8 are 4 : 1


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
@given(base=inner, moved=st.floats(-0.95, 0.95).filter(lambda value: abs(value) > 1e-3))
def test_slopes_of_influences(one: Published, base: float, moved: float) -> None:
    moved = -abs(moved) if one.attacks_only else moved
    slopes = influence_slopes(one, base, moved)
    by_base = (one.influence(base + STEP, moved) - one.influence(base - STEP, moved)) / (2 * STEP)
    by_moved = (one.influence(base, moved + STEP) - one.influence(base, moved - STEP)) / (2 * STEP)
    assert isclose(slopes.base, by_base, rel_tol=1e-5, abs_tol=1e-6)
    assert slopes.moved.left == slopes.moved.right
    assert isclose(slopes.moved.right, by_moved, rel_tol=1e-5, abs_tol=1e-6)


def test_slopes_of_influences_at_the_kink() -> None:
    slopes = influence_slopes(SEMANTICS["df-quad"], 0.3, 0.0)
    assert slopes == (1.0, (0.7, 0.3))
    assert influence_slopes(SEMANTICS["quadratic-energy"], 0.3, 0.0).moved == (0.0, 0.0)


@given(weight=st.floats(0.1, 5.0), strength=inner)
def test_slopes_of_pushes(weight: float, strength: float) -> None:
    one, passed = SEMANTICS["log-odds"], 2.0 * strength - 1.0
    assume(abs(passed) > 1e-3)  # the gate
    assume(passed < 0.0 or abs(weight * passed - log2((1.0 + passed) / (1.0 - passed))) > 1e-3)  # the cap
    numeric = (one.push(weight, strength + STEP) - one.push(weight, strength - STEP)) / (2 * STEP)
    slopes = push_slopes(one, weight, strength)
    assert slopes.left == slopes.right == pytest.approx(numeric, rel=1e-4, abs=1e-6)


def test_slopes_of_pushes_at_the_gate() -> None:
    assert push_slopes(SEMANTICS["log-odds"], 2.0, 0.5) == (4.0, 0.0)
    assert push_slopes(SEMANTICS["log-odds"], 9.0, 0.5).right == pytest.approx(5.7708, abs=1e-4)  # 4 / ln 2: the cap
    assert push_slopes(SEMANTICS["mlp"], 2.0, 0.5) == (2.0, 2.0)


def test_slopes_of_ties() -> None:
    assert gather_slopes(SEMANTICS["euler-top"], [0.5, 0.7, 0.7]) == [(0.0, 0.0), (1.0, 0.0), (1.0, 0.0)]
    assert gather_slopes(SEMANTICS["euler-top"], [0.5, 0.7]) == [(0.0, 0.0), (1.0, 1.0)]
    assert weakest_slopes([0.5, 0.5, 0.7]) == [(0.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
    assert weakest_slopes([0.5, 0.7]) == [(1.0, 1.0), (0.0, 0.0)]


def test_slopes_of_products_survive_a_zero() -> None:
    assert [slopes.right for slopes in gather_slopes(SEMANTICS["df-quad"], [1.0, 0.5])] == [0.5, 0.0]


def test_basic_has_no_bounds() -> None:
    one = SEMANTICS["basic"]
    assert (one.lowest, one.highest) == (-inf, inf)
    assert argmap.strength.strengths({"a": 7, "b": -3}, [("a", "b")], [], "basic") == {"a": 7.0, "b": 4.0}
