import math
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.pipeline import analyse
from argmap.provenance.origins import origins
from argmap.strength.bases import Base
from argmap.strength.engine import assess
from argmap.strength.explaining.attribution import account, step_account
from argmap.strength.explaining.bench import Bench, benches
from argmap.strength.explaining.contests import main_claims
from argmap.strength.explaining.gradient import gradients
from argmap.strength.explaining.sensitivity import flips, input_kind, leaders, slope, swing, swings
from argmap.strength.explaining.telling import tell
from argmap.strength.explaining.tree import tree
from argmap.strength.explaining.withdrawal import without_sources, without_statements
from argmap.strength.semantics import bits
from tests.strength.building import Builder
from tests.strength.test_properties import Plan, plans

MAPS = Path(__file__).resolve().parents[2] / "maps"


def real(name: str) -> ArgumentMap:
    return analyse(str(MAPS / name), needs=()).map


@pytest.fixture(scope="module")
def comparison() -> tuple[Bench, Bench]:
    return benches(real("sanctions/comparison.argmap"))


def scrambled(seed: int) -> ArgumentMap:
    """A random map with linked premises, attacks, undercuts, assumptions and a few circles."""
    drawn = random.Random(seed)
    builder = Builder()
    names = [f"s{n}" for n in range(14)]
    for n, name in enumerate(names):
        if n % 5 == 4:
            builder.assume(name)
        else:
            builder.state(name, base=round(drawn.uniform(0.3, 0.9), 3) if n % 2 else None)
    for n in range(24):
        target = drawn.randrange(10)
        sources = " ".join(drawn.sample(names[target + 1 :] if n % 6 else names, drawn.choice((1, 1, 2))))
        move = builder.because if drawn.random() < 0.6 else builder.but
        step = move(names[target], sources, round(drawn.uniform(0.5, 3.0), 2), name=f"t{n}")
        if n % 4 == 0:
            builder.unless(step, drawn.choice(names[5:]), name=f"u{n}")
    builder.relate("s2", "entails", "s1")
    builder.relate("s3", "excludes", "s4")
    return builder.map


@pytest.mark.parametrize("seed", range(12))
def test_contributions_add_up(seed: int) -> None:
    for bench in benches(scrambled(seed)):
        for node in range(bench.network.nodes):
            found = account(bench, node)
            assert found.total == pytest.approx(bits(found.strength), abs=1e-6)


def test_contributions_add_up_in_a_real_map(comparison: tuple[Bench, Bench]) -> None:
    for bench in comparison:
        for node in range(bench.network.classes):
            found = account(bench, node)
            assert found.total == pytest.approx(bits(found.strength), abs=1e-6)
            assert found.say_so == pytest.approx(bench.strengths.statements[bench.classes[node][0].id].say_so, abs=1e-9)


def test_steps_come_to_what_the_formula_says(comparison: tuple[Bench, Bench]) -> None:
    for bench in comparison:
        for step, kind in enumerate(bench.network.kinds):
            found = step_account(bench, step)
            assert found.passed == min((one.passed for one in found.premises), default=0.0)
            pushed = found.weight * found.passed
            expected = pushed if kind == "undercut" else min(pushed, found.ceiling)
            assert found.value == pytest.approx(found.factor * expected, abs=1e-9)


def test_benches_agree_with_the_engine(comparison: tuple[Bench, Bench]) -> None:
    found = assess(comparison[0].map, "log-odds")
    assert comparison[0].strengths == found.documented
    assert comparison[1].strengths == found.granted


@pytest.mark.parametrize("seed", range(6))
def test_a_run_is_what_the_engine_makes_of_the_changed_map(seed: int) -> None:
    for name in ("s1", "s7", "s9"):
        builder = Builder()
        builder.map = scrambled(seed)
        first, _ = benches(builder.map)
        number = first.network.node_of[name]
        nodes = first.run(range(first.network.classes), {number: 0.85})
        statement = builder.map.by_id()[name]
        statement.attributes = Builder().map.attributes + [a for a in statement.attributes if a.key != "base"]
        other = Builder()
        other.state("x", base=0.85)
        statement.attributes.append(other.map.statements[0].attributes[0])
        second, _ = benches(builder.map)
        assert nodes[: first.network.classes] == pytest.approx(
            second.solution.point.nodes[: first.network.classes], abs=1e-7
        )


@pytest.mark.parametrize("seed", range(10))
def test_the_backward_pass_agrees_with_finite_differences(seed: int) -> None:
    bench, _ = benches(scrambled(seed))
    if any(abs(value - 0.5) < 1e-5 for value in bench.solution.point.nodes):
        bench = benches(_off_the_kinks(scrambled(seed)))[0]
    for target in range(6):
        slopes = gradients(bench, target)
        for number in bench.classes_behind([target]):
            backward = math.fsum(slopes[node] for node in bench.nodes_of[number])
            assert backward == pytest.approx(slope(bench, number, target), abs=2e-4)


def _off_the_kinks(found: ArgumentMap) -> ArgumentMap:
    for number, statement in enumerate(found.statements):
        if statement.get("base") is None and statement.kind != "assumption":
            other = Builder()
            other.state("x", base=0.53 + number / 500)
            statement.attributes.append(other.map.statements[0].attributes[0])
    return found


def test_a_slope_is_blind_where_a_swing_is_not() -> None:
    builder = Builder()
    builder.state("e", "evidence", base=0.3)
    builder.state("c")
    builder.because("c", "e")
    bench, _ = benches(builder.map)
    e, c = bench.network.node_of["e"], bench.network.node_of["c"]
    assert slope(bench, e, c) == 0.0
    found = swing(bench, e, [c])
    assert found is not None
    assert found.low == (0.5,)
    assert found.high[0] > 0.7


def test_inputs_are_what_is_not_worked_out() -> None:
    builder = Builder()
    builder.state("e", "evidence", base=0.8)
    builder.claims("bare", "c")
    builder.assume("a")
    builder.because("c", "e a bare")
    bench, _ = benches(builder.map)
    of = bench.network.node_of
    assert [input_kind(bench, of[name]) for name in ("e", "bare", "c", "a")] == ["written", "bare", None, "assumption"]
    assert {one.input for one in swings(bench, [of["c"]])} == {of["e"], of["bare"], of["a"]}


def test_silenced_is_not_deleted() -> None:
    """Without a false premise of a linked set the step would be stronger; silent, it says nothing."""
    builder = Builder()
    builder.state("e", "evidence", base=0.9)
    builder.state("false", "evidence", base=0.2)
    builder.state("c")
    builder.because("c", "e false")
    bench, _ = benches(builder.map)
    c = bench.network.node_of["c"]
    assert all(one.strengths == (None,) for one in without_statements(bench, [c]))


def test_a_source_takes_with_it_what_has_no_other_chain(comparison: tuple[Bench, Bench]) -> None:
    bench = comparison[0]
    known = origins(bench.map)
    for one in without_sources(bench, [bench.network.node_of["hedger"]], known):
        lost = set(known.without(one.name))
        for number in one.fallen:
            assert all(s.id in lost or not known.chains[s.id] for s in bench.classes[number])


def test_a_flip_point_is_where_the_leader_changes(comparison: tuple[Bench, Bench]) -> None:
    bench = comparison[0]
    of = bench.network.node_of
    answers = [of[name] for name in ("chang.worried", "chang.unworried", "chang.approves")]
    found = [flip for number in bench.classes_behind(answers) for flip in flips(bench, number, answers)]
    assert found
    for flip in found:
        side = 1e-3 if flip.rising else -1e-3
        before, after = (
            leaders(bench, bench.track(answers, {flip.input: flip.at + d}), answers) for d in (-side, side)
        )
        assert before == flip.now
        assert after == flip.instead


def test_what_falls_silent_does_not_lead() -> None:
    builder = Builder()
    for name, base in (("e", 0.9), ("f", 0.8)):
        builder.state(name, "evidence", base=base)
    builder.claims("a", "b")
    builder.because("a", "e")
    builder.but("b", "f")
    bench, _ = benches(builder.map)
    a, b, e, f = (bench.network.node_of[name] for name in ("a", "b", "e", "f"))
    assert leaders(bench, bench.solution.point, (a, b)) == (a,)
    assert leaders(bench, bench.track((a, b), {e: 0.4}), (a, b)) == ()  # .5, but nothing speaks for it any more
    assert leaders(bench, bench.track((a, b), {f: 0.4}), (a, b)) == (a,)  # its rival is silent: it leads on
    assert flips(bench, f, (a, b)) == []
    (flip,) = flips(bench, e, (a, b))
    assert (flip.instead, flip.rising) == ((), False)
    assert flip.at == pytest.approx(0.5, abs=1e-3)


@settings(max_examples=80, deadline=None)
@given(plans(sourced=True), st.sampled_from((0.1, 0.5, 0.95)))
def test_a_run_tells_who_is_assessed_as_a_map_with_that_base_does(plan: Plan, at: float) -> None:
    plan = replace(plan, bases=tuple(None if base is None else (base[0], base[0]) for base in plan.bases))
    bench, _ = benches(plan.built().map)
    for number in range(bench.network.classes):
        others = [one for one in range(bench.network.classes) if one != number]
        given = {number: Base(at, at, at)}
        anew = bench._anew(given, {})  # tells what has bounds, which a run does not follow
        if any(each.undetermined for each in (*bench.strengths.statements.values(), *anew.statements.values())):
            continue
        track = bench.track(others, {number: at})
        found = bench.strengths_under(others, given)
        for one, strength in zip(others, found, strict=True):
            assert bench.heard(one, track) == (strength is not None)


def test_the_tree_names_shared_parts_once_and_cuts_circles(comparison: tuple[Bench, Bench]) -> None:
    for bench in comparison:
        for target in (*main_claims(bench), bench.network.node_of["hedger"]):
            rows = tree(bench, target)
            told = [row.number for row in rows if row.kind == "node" and not (row.again or row.circle)]
            full = [node for node in told if bench.assessed(node) and node < bench.network.classes]
            opened = [n for n in full if bench.network.supports.of(n) or bench.network.attacks.of(n)]
            assert len(opened) == len(set(opened))
    assert any(row.circle for row in tree(comparison[1], comparison[1].network.node_of["hedger"]))


def test_the_tree_stops_at_a_depth(comparison: tuple[Bench, Bench]) -> None:
    bench = comparison[1]
    rows = tree(bench, bench.network.node_of["hedger"], 1)
    assert max(row.depth for row in rows if row.kind == "node") <= 3
    assert any(row.cut for row in rows)


def test_a_deep_chain_needs_no_recursion() -> None:
    builder = Builder()
    builder.state("s0", "evidence", base=0.99)
    for n in range(1, 3000):
        builder.state(f"s{n}")
        builder.because(f"s{n}", f"s{n - 1}", 3.0)
    bench, _ = benches(builder.map)
    top = bench.network.node_of["s2999"]
    assert len(tree(bench, top)) > 2000 or not bench.assessed(top)
    assert len(gradients(bench, top)) == bench.network.nodes


def test_undercuts_that_undercut_each_other_end() -> None:
    builder = Builder()
    builder.state("e", "evidence", base=0.9)
    builder.claims("c", "d", "f")
    step = builder.because("c", "e", name="t")
    builder.state("x", base=0.9)
    builder.state("y", base=0.9)
    first = builder.unless(step, "x", name="u1")
    second = builder.unless(first, "y", name="u2")
    builder.map.steps.append(builder.map.steps[0].__class__(id="u3", kind="undercut", target=second, premises=["x"]))
    bench, _ = benches(builder.map)
    rows = tree(bench, bench.network.node_of["c"])
    assert [row.kind for row in rows].count("undercut") == 3


def test_telling_the_same_twice_is_the_same(comparison: tuple[Bench, Bench]) -> None:
    bench = comparison[0]
    known = origins(bench.map)
    target = bench.network.node_of["chang.mastermind"]
    assert tell(bench, target, known) == tell(bench, target, known)
