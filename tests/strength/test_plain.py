"""Plain graphs: what is refused, what is told of cycles, and what nothing may depend on."""

import subprocess
import sys
import time
from itertools import pairwise
from math import inf, isnan, nan
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.strength import EdgeError, GraphError, NumberError, SemanticsError, UndeclaredError, UndeterminedError
from argmap.strength.plain.flat import Numbers
from argmap.strength.plain.graph import Given
from argmap.strength.plain.reading import find_semantics, read_graph
from argmap.strength.plain.rule import Rule
from argmap.strength.plain.solve import rule_of, solve
from tests.conftest import ROOT
from tests.strength.building import Builder, strength
from tests.strength.graphs import BOUNDED, NAMES, Graph, graphs, made_up

balance, strengths = argmap.strength.balance, argmap.strength.strengths

AB = {"a": 0.5, "b": 0.5}
MUTUAL = [("a", "b"), ("b", "a")]
# One statement supports ten, which support ten, which all attack it (after Mossakowski & Neuhaus 2018).
TENS = [f"s{number}" for number in range(10)], [f"t{number}" for number in range(10)]
FEEDBACK = Given(
    dict.fromkeys(["top", *TENS[0], *TENS[1]], 0.9),
    [("top", one) for one in TENS[0]] + [(one, other) for one in TENS[0] for other in TENS[1]],
    [(one, "top") for one in TENS[1]],
)

WRONG: list[tuple[dict[str, Any], type[GraphError], str, str]] = [
    ({"base": {"a": 1.5}}, NumberError, "a", "base of 'a': expected a number from 0 to 1, found 1.5"),
    ({"base": {"a": -0.1}}, NumberError, "a", "from 0 to 1"),
    ({"base": {"a": nan}}, NumberError, "a", "found nan"),
    ({"base": {"a": inf}, "semantics": "basic"}, NumberError, "a", "expected a finite number, found inf"),
    ({"base": {"a": 10**400}, "semantics": "basic"}, NumberError, "a", "expected a finite number"),
    ({"base": {"a": "0.5"}}, NumberError, "a", "expected a number, found '0.5'"),
    ({"base": {"a": True}}, NumberError, "a", "expected a number, found True"),
    ({"base": {"a": None}}, NumberError, "a", "expected a number, found None"),
    ({"base": {1: 0.5}}, GraphError, "1", "expected names that are strings, found 1"),
    ({"base": [("a", 0.5)]}, GraphError, "", "expected a mapping"),
    ({"base": AB, "supports": [("a", "bb")]}, UndeclaredError, "bb", "'bb' has no base score; did you mean 'b'?"),
    ({"base": AB, "attacks": [("rain", "b")]}, UndeclaredError, "rain", "attacks: 'rain' -> 'b': 'rain' has no base"),
    ({"base": AB, "attacks": [(["a"], "b")]}, UndeclaredError, "['a']", "has no base score"),
    ({"base": AB, "supports": ["ab"]}, EdgeError, "", "expected (from, to) or (from, to, weight), found 'ab'"),
    ({"base": AB, "supports": [("a",)]}, EdgeError, "", "found ('a',)"),
    ({"base": AB, "supports": [("a", "b", 1, 2)]}, EdgeError, "", "found ('a', 'b', 1, 2)"),
    ({"base": AB, "supports": "ab"}, EdgeError, "", "supports: expected edges"),
    ({"base": AB, "supports": 7}, EdgeError, "", "found 7"),
    ({"base": AB, "supports": {"a": "b"}}, EdgeError, "", "expected edges"),
    ({"base": AB, "supports": [("a", "b", -1)]}, NumberError, "b", "'a' -> 'b': weight: expected a finite number, 0"),
    ({"base": AB, "supports": [("a", "b", nan)]}, NumberError, "b", "found nan"),
    ({"base": AB, "supports": [("a", "b", "2")]}, NumberError, "b", "expected a number, found '2'"),
    ({"base": AB, "attacks": [("a", "b", 2)], "semantics": "df-quad"}, NumberError, "b", "from 0 to 1, found 2"),
    ({"base": AB, "supports": [("a", "b"), ("a", "b", 2)]}, EdgeError, "b", "supports: 'a' -> 'b' is given twice"),
    ({"base": AB, "attacks": [("a", "b"), ("a", "b")]}, EdgeError, "b", "attacks: 'a' -> 'b' is given twice"),
    ({"base": AB, "set_attacks": [(["a", "b"], "b"), (["b", "a"], "b")]}, EdgeError, "b", "{'a', 'b'} -> 'b' is given"),
    ({"base": AB, "set_attacks": [("ab", "b")]}, EdgeError, "", "expected ({from, from, …}, to)"),
    ({"base": AB, "set_attacks": [([], "b")]}, EdgeError, "", "the set is empty"),
    ({"base": AB, "set_supports": [({"a", "c"}, "b")]}, UndeclaredError, "c", "'c' has no base score"),
    ({"base": AB, "semantics": "dfquad"}, SemanticsError, "dfquad", "did you mean 'df-quad'?"),
    ({"base": AB, "semantics": "nonsense!"}, SemanticsError, "nonsense!", "there are log-odds, df-quad"),
    ({"base": AB, "semantics": None}, SemanticsError, "None", "no semantics is called None"),
    (
        {"base": AB, "supports": [("a", "b")], "semantics": "h-categorizer"},
        SemanticsError,
        "h-categorizer",
        "attacks only",
    ),
]


@pytest.mark.parametrize(("arguments", "kind", "name", "words"), WRONG)
def test_what_is_not_sound_is_refused(arguments: dict[str, Any], kind: type[GraphError], name: str, words: str) -> None:
    with pytest.raises(kind) as caught:
        strengths(**arguments)
    assert isinstance(caught.value, ValueError)
    assert words in str(caught.value)
    assert caught.value.name == name


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="undetermined: expected one of 'value', 'nan', 'error', found 'raise'"):
        strengths(AB, undetermined="raise")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="method: expected one of"):
        argmap.strength.contributions("a", AB, method="shap")  # type: ignore[arg-type]
    with pytest.raises(UndeclaredError, match="topic: 'c' has no base score"):
        argmap.strength.gradients("c", AB)


def test_nothing_is_a_graph_too() -> None:
    assert strengths({}) == {}
    assert balance({}).undetermined == ()
    assert strengths({"a": 0.25}) == {"a": 0.25}


def test_weights_lists_and_generators_are_taken() -> None:
    expected = strengths(AB, [("a", "b", 1.0)], [], "mlp")
    assert strengths(AB, [["a", "b"]], [], "mlp") == expected  # type: ignore[list-item]
    assert strengths(AB, (pair for pair in [("a", "b")]), (), "mlp") == expected
    assert strengths({"a": 0.5, "b": 0.5, "c": 0.0}, [("a", "b"), ("c", "b", 0.5)], [], "mlp")["b"] == expected["b"]


def test_the_usual_weight_is_that_of_the_semantics() -> None:
    for name, weight in (("log-odds", 2.0), ("mlp", 1.0), ("df-quad", 1.0)):
        base = {"a": 0.8, "b": 0.4}
        assert strengths(base, [("a", "b")], [], name) == strengths(base, [("a", "b", weight)], [], name)


def test_a_set_is_as_strong_as_its_weakest_member() -> None:
    base = {"a": 0.9, "b": 0.7, "c": 0.5}
    for name in set(NAMES) - {"h-categorizer"}:
        both = strengths(base, semantics=name, set_supports=[({"a", "b"}, "c")])
        assert both["c"] == strengths(base, [("b", "c")], [], name)["c"]
        assert strengths(base, semantics=name, set_supports=[(["a", "a"], "c")]) == strengths(
            base, [("a", "c")], [], name
        )


def test_log_odds_is_that_of_maps() -> None:
    made = Builder()
    bases = {"a": 0.9, "b": 0.7, "c": 0.4, "d": 0.6, "e": 0.995}
    for name, base in bases.items():
        made.state(name, base=base)
    made.because("c", "a")
    made.because("d", "c", 1.0)
    made.but("d", "b", 3.0)
    made.but("a", "d")
    made.because("c", "b e", 1.5)
    found = strengths(
        bases, [("a", "c"), ("c", "d", 1)], [("b", "d", 3), ("d", "a")], set_supports=[({"b", "e"}, "c", 1.5)]
    )
    for name in bases:
        assert found[name] == pytest.approx(strength(made.documented, name), abs=1e-9)
    assert found["e"] == 0.99  # as in maps, no base is beyond argument


@pytest.mark.parametrize("semantics", BOUNDED)
def test_the_classical_divergent_graphs_settle_or_are_marked_at_once(semantics: str) -> None:
    feedback = FEEDBACK
    if semantics == "h-categorizer":
        feedback = Given(FEEDBACK.base, (), [*FEEDBACK.supports, *FEEDBACK.attacks])
    for graph in (Given({"a": 1.0, "b": 1.0}, (), MUTUAL), feedback):
        started = time.perf_counter()
        found = balance(*graph[:3], semantics)
        assert time.perf_counter() - started < 1.0
        for name, value in found.strengths.items():
            assert found.low[name] <= value <= found.high[name]
            assert (found.high[name] - found.low[name] > 1e-6) == (name in found.undetermined)
        assert not found.unsettled


def test_several_balances_are_told() -> None:
    # at base 1 every (x, 1 - x) is a balance; the bases, both 1, lead to the one in the middle
    found = balance({"a": 1, "b": 1, "c": 0.5, "d": 0.5}, [("a", "c")], MUTUAL, "df-quad")
    assert found.strengths["a"] == pytest.approx(0.5, abs=1e-9)
    assert (found.low["a"], found.high["a"]) == (0.0, 1.0)
    assert (found.low["c"], found.high["c"]) == (0.5, 1.0)
    assert found.undetermined == ("a", "b", "c")
    assert not found.unsettled
    assert found.low["d"] == found.high["d"] == found.strengths["d"] == 0.5


def test_what_to_do_with_the_undetermined_is_for_the_caller_to_say() -> None:
    graph: Any = ({"d": 0.5, "a": 1, "b": 1}, [], MUTUAL, "df-quad")
    assert strengths(*graph)["a"] == pytest.approx(0.5, abs=1e-9)
    marked = strengths(*graph, undetermined="nan")
    assert isnan(marked["a"])
    assert marked["d"] == 0.5
    with pytest.raises(
        UndeterminedError, match="of 'a' is not determined, nor that of 1 more; it lies between 0 and 1"
    ):
        strengths(*graph, undetermined="error")
    assert strengths({"a": 0.5}, undetermined="error") == {"a": 0.5}


def test_a_swinging_graph_without_balance_is_marked() -> None:
    # under `basic` a = 1 + b and b = 1 + a: none; c has one, and d rests on nothing of it
    found = balance({"a": 1, "b": 1, "c": 1, "d": 2}, [*MUTUAL, ("a", "c")], [], "basic")
    assert found.unsettled == found.undetermined == ("a", "b", "c")
    assert all(isnan(found.strengths[name]) for name in "abc")
    assert found.strengths["d"] == 2.0
    assert (found.low["c"], found.high["c"]) == (-inf, inf)


def test_a_cycle_without_bounds_counts_as_undetermined() -> None:
    found = balance({"a": 1, "b": 1}, [], [("a", "b", 0.5), ("b", "a", 0.5)], "basic")
    assert found.strengths["a"] == pytest.approx(2 / 3)
    assert found.undetermined == ("a", "b")
    assert not found.unsettled


@pytest.mark.parametrize("semantics", NAMES)
@settings(max_examples=20)
@given(data=st.data())
def test_no_order_shows_in_any_digit(semantics: str, data: st.DataObject) -> None:
    graph = data.draw(graphs(semantics))
    other = graph.shuffled(data.draw(st.randoms(use_true_random=False)))
    assert repr(sorted(_all(graph, semantics).items())) == repr(sorted(_all(other, semantics).items()))
    renamed = graph.renamed()
    assert repr(list(_all(graph, semantics).values())) == repr(list(_all(renamed, semantics).values()))


def _all(graph: Graph, semantics: str) -> dict[str, tuple[float, float, float]]:
    solution = solve(read_graph(graph.given, find_semantics(semantics)))
    return dict(zip(graph.base, zip(solution.point, solution.low, solution.high, strict=True), strict=True))


@pytest.mark.parametrize("semantics", BOUNDED)
@settings(max_examples=20)
@given(data=st.data())
def test_strengths_are_balances_within_their_bounds(semantics: str, data: st.DataObject) -> None:
    plain = read_graph(data.draw(graphs(semantics)).given, find_semantics(semantics))
    solution, rule = solve(plain), rule_of(plain)
    point: list[float] = [*solution.point, *[0.0] * len(plain.sets)]
    for number in range(len(plain.sets)):
        point[rule.count + number] = rule.value(rule.count + number, point, point)
    for node in range(rule.count):
        if isnan(point[node]):
            continue
        assert solution.low[node] - 1e-9 <= point[node] <= solution.high[node] + 1e-9
        assert _image(rule, node, point) == pytest.approx(point[node], abs=1e-8)


def _image(rule: Rule, node: int, point: Numbers) -> float:
    return rule.value(node, point, point)


@pytest.mark.parametrize("semantics", BOUNDED)
def test_bounds_hold_every_balance(semantics: str) -> None:
    # balances from many starts, by iteration: each must lie within the bounds
    for seed in range(25):
        plain = read_graph(made_up(seed, semantics, 6, density=3.0).given, find_semantics(semantics))
        solution, rule, order = solve(plain), rule_of(plain), Random(seed)
        for _ in range(4):
            point = [order.random() for _ in plain.names] + [0.0] * len(plain.sets)
            for _ in range(60):
                for number in range(len(plain.sets)):
                    point[rule.count + number] = rule.value(rule.count + number, point, point)
                point[: rule.count] = [_image(rule, node, point) for node in range(rule.count)]
            again = [_image(rule, node, point) for node in range(rule.count)]
            if max(map(abs, (new - old for new, old in zip(again, point, strict=False)))) < 1e-9:
                for low, value, high in zip(solution.low, again, solution.high, strict=True):
                    assert low - 1e-6 <= value <= high + 1e-6


@pytest.mark.parametrize("semantics", NAMES)
def test_a_chain_costs_no_recursion(semantics: str) -> None:
    names = [f"n{number}" for number in range(4_000)]
    links = list(pairwise(names))
    supports = [] if semantics == "h-categorizer" else links[::2]
    attacks = links if semantics == "h-categorizer" else links[1::2]
    found = strengths(dict.fromkeys(names, 0.6), supports, attacks, semantics)
    assert len(found) == len(names)
    slopes = argmap.strength.gradients(names[-1], dict.fromkeys(names, 0.6), supports, attacks, semantics)
    assert slopes[names[-1]] > 0.0


def test_gradients_are_right_hand_derivatives() -> None:
    # an attacker of base 0 under df-quad: the topic can only fall, by its base; a supporter lifts it by the rest
    base = {"a": 0.0, "s": 0.0, "t": 0.3}
    found = argmap.strength.gradients("t", base, [("s", "t")], [("a", "t")], "df-quad")
    assert found == {"a": pytest.approx(-0.3), "s": pytest.approx(0.7), "t": 1.0}
    # at .5 a premise is silent under log-odds, and just about to speak
    rising = argmap.strength.gradients("t", {"s": 0.5, "t": 0.5}, [("s", "t")])
    assert rising["s"] == pytest.approx(
        4 * 0.6931 / 4, abs=1e-3
    )  # 4 bits for each 1 of strength, ln 2 / 4 for each bit
    assert argmap.strength.gradients("t", {"s": 0.4, "t": 0.5}, [("s", "t")])["s"] == 0.0
    assert argmap.strength.gradients("s", {"s": 0.995})["s"] == 0.0  # bases end at .99


@pytest.mark.parametrize("acyclic", [True, False])
@pytest.mark.parametrize("semantics", NAMES)
def test_gradients_agree_with_differences(semantics: str, *, acyclic: bool) -> None:
    step, checked = 1e-6, 0
    for seed in range(15):
        graph = made_up(seed, semantics, 6, acyclic=acyclic)
        order = Random(seed)
        inner = {name: order.uniform(0.03, 0.93) for name in graph.base}
        arguments = {"set_supports": graph.set_supports, "set_attacks": graph.set_attacks}
        edges = (graph.supports, graph.attacks, semantics)
        topic = list(inner)[-1]
        if BOUNDED.count(semantics) and balance(inner, *edges, **arguments).undetermined:  # type: ignore[arg-type]
            continue
        slopes = argmap.strength.gradients(topic, inner, *edges, **arguments)  # type: ignore[arg-type]
        for name, slope in slopes.items():
            above, below = (
                strengths({**inner, name: inner[name] + move}, *edges, **arguments)[topic]  # type: ignore[arg-type]
                for move in (step, -step)
            )
            if not (isnan(slope) or isnan(above) or isnan(below)):
                assert slope == pytest.approx((above - below) / (2 * step), rel=1e-4, abs=1e-5)
                checked += 1
    assert checked > 30


def test_a_gradient_without_a_balance_is_nan() -> None:
    found = argmap.strength.gradients("c", {"a": 1, "b": 1, "c": 1, "d": 1}, [*MUTUAL, ("a", "c")], [], "basic")
    assert isnan(found["a"])
    assert isnan(found["c"])
    assert found["d"] == 0.0


def test_contributions_of_what_does_not_matter_are_nothing() -> None:
    base = {"t": 0.5, "s": 0.9, "u": 0.9}
    for method in ("removal", "intrinsic-removal", "shapley", "gradient"):
        found = argmap.strength.contributions("t", base, [("s", "t")], [("t", "u")], method=method)
        assert list(found) == ["s", "u"]
        assert found["s"] > 0.0
        assert found["u"] == 0.0


def test_shapley_values_add_up() -> None:
    graph = made_up(11, "quadratic-energy", 9, acyclic=True)
    arguments = {"set_supports": graph.set_supports, "set_attacks": graph.set_attacks}
    edges = (graph.supports, graph.attacks, "quadratic-energy")
    topic = list(graph.base)[-1]
    whole = strengths(graph.base, *edges, **arguments)[topic]  # type: ignore[arg-type]
    found = argmap.strength.contributions(topic, graph.base, *edges, method="shapley", **arguments)  # type: ignore[arg-type]
    assert sum(found.values()) == pytest.approx(whole - graph.base[topic], abs=1e-12)


def test_exact_shapley_values_have_a_limit() -> None:
    names = [f"n{number}" for number in range(16)]
    with pytest.raises(GraphError, match="rests on 15 statements"):
        argmap.strength.contributions(names[-1], dict.fromkeys(names, 0.5), list(pairwise(names)), method="shapley")


def test_importing_argmap_stays_light() -> None:
    code = (
        "import sys, argmap; assert 'argmap.strength' not in sys.modules;"
        "argmap.strength.strengths({'a': .5}); assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_what_argmap_does_not_have_is_told() -> None:
    with pytest.raises(AttributeError, match="no attribute 'strenght'"):
        argmap.strenght  # noqa: B018
    with pytest.raises(AttributeError, match="no attribute 'strenghts'"):
        argmap.strength.strenghts  # noqa: B018
    assert all(getattr(argmap.strength, name) for name in argmap.strength.__all__)
