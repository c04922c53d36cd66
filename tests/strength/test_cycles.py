"""Statements that rest on each other."""

import random
import time

import pytest

from argmap.strength.semantics import bits, from_bits
from tests.strength.building import Builder, strength


def camps(*, swapped: bool = False) -> Builder:
    """Two camps of two; each claim rests on evidence of grade B2, and each attacks both of the other camp."""
    made = Builder()
    names = ["a1", "a2", "b1", "b2"]
    for name in reversed(names) if swapped else names:
        made.state(name)
        made.state(f"of-{name}", "evidence", credibility="2", by=made.source(f"paper-{name}", "B"))
        made.because(name, f"of-{name}")
    pairs = [(f"a{i}", f"b{j}") for i in (1, 2) for j in (1, 2)]
    for left, right in reversed(pairs) if swapped else pairs:
        made.relate(left, "excludes", right)
    return made


def test_two_camps_are_undetermined_and_shown_with_their_interval() -> None:
    found = camps().documented
    # evidence .5 + .35 * .9 = .815, g = .63, 1.26 bits = .7054 unattacked; g = .4109, so each of two such attackers
    # takes 2 * .4109 = .8217 bits: 1.26 - 1.6434 = -.3834 bits = .4339, which is silent: so both may hold.
    for name in ("a1", "a2", "b1", "b2"):
        one = found.statements[name]
        assert one.undetermined
        assert one.low == pytest.approx(0.434, abs=5e-4)
        assert one.high == pytest.approx(0.705, abs=5e-4)
    assert strength(found, "a1") == strength(found, "b2")
    assert not found.statements["of-a1"].undetermined


def test_the_order_of_lines_decides_nothing() -> None:
    assert camps().documented.statements == camps(swapped=True).documented.statements


def test_what_rests_on_an_undetermined_statement_is_undetermined() -> None:
    made = camps()
    made.state("top")
    made.because("top", "a1")
    one = made.documented.statements["top"]
    assert one.undetermined
    assert one.low == 0.5
    assert one.high == pytest.approx(from_bits(0.8217), abs=1e-3)


def test_two_that_attack_each_other_at_the_highest_base() -> None:
    made = Builder()
    made.claims("a", "b", base=0.99)
    made.but("a", "b")
    made.but("b", "a")
    found = made.documented
    value = strength(found, "a")
    assert value == strength(found, "b")
    assert not found.statements["a"].undetermined
    assert found.statements["a"].low == found.statements["a"].high == value
    # a balance: its own bits less 2 * (2 s - 1), log2(99) = 6.6294
    assert bits(value) == pytest.approx(6.6294 - 2 * (2 * value - 1), abs=1e-4)


def test_a_swinging_fixed_point_is_integrated() -> None:
    made = Builder()
    names = [f"s{number}" for number in range(12)]
    made.claims(*names, base=0.9)
    for left in names:
        for right in names:
            if left != right:
                made.but(left, right)
    found = made.documented
    assert found.settled
    value = strength(found, "s0")
    # all alike: log2(9) = 3.1699 bits less eleven times 2 g
    assert bits(value) == pytest.approx(3.1699 - 22 * (2 * value - 1), abs=1e-3)
    assert found.statements["s0"].undetermined  # some of them could also hold down the others


def test_a_circle_of_support_lifts_nothing_from_nothing() -> None:
    made = Builder()
    made.claims("a", "b")
    made.because("a", "b")
    made.because("b", "a")
    found = made.documented
    assert found.statements["a"].strength is None
    assert not found.statements["a"].undetermined


def test_a_circle_of_strong_support_is_undetermined() -> None:
    made = Builder()
    made.claims("a", "b")
    made.because("a", "b", "strong")
    made.because("b", "a", "strong")
    one = made.documented.statements["a"]
    # 3 g = log2((1+g)/(1-g)) at g = 1/3: from there down each hands on just what it has
    assert one.strength == 0.5
    assert one.undetermined
    assert one.low == 0.5
    assert one.high == pytest.approx(2 / 3, abs=1e-6)


def test_undercuts_in_a_circle() -> None:
    made = Builder()
    made.claims("p", "u", "v", base=0.99)
    made.state("top")
    step = made.because("top", "p")
    made.step("undercut", "second", "u", name="first")
    made.step("undercut", "first", "v", name="second")
    made.unless(step, "u", name="third")
    found = made.documented
    # each x = 2/3 * .98 * (1 - x): x = k / (1 + k)
    share = 0.98 * 2 / 3
    assert found.steps["first"].contribution == pytest.approx(share / (1 + share), abs=1e-9)
    assert found.steps["second"].factor == pytest.approx(1 - share / (1 + share), abs=1e-9)


def test_a_statement_that_undercuts_its_own_reason() -> None:
    made = Builder()
    made.state("p", base=0.95)
    made.state("top")
    step = made.because("top", "p")
    made.unless(step, "top", "strong")
    found = made.documented
    value = strength(found, "top")
    assert bits(value) == pytest.approx(1.8 * (2 - 2 * value), abs=1e-9)
    assert not found.statements["top"].undetermined


def test_ranges_in_a_cycle_enclose_the_ends() -> None:
    made = Builder()
    made.state("a", base=(0.7, 0.9))
    made.state("b", base=0.8)
    made.relate("a", "contradicts", "b")
    wide = made.documented
    assert not wide.statements["b"].undetermined
    for end in (0.7, 0.8, 0.9):
        other = Builder()
        other.state("a", base=end)
        other.state("b", base=0.8)
        other.relate("a", "contradicts", "b")
        for name in ("a", "b"):
            one = wide.statements[name]
            assert one.low is not None
            assert one.high is not None
            assert one.low - 1e-9 <= strength(other.documented, name) <= one.high + 1e-9


def test_a_slow_circle_settles() -> None:
    made = Builder()
    made.state("p", base=0.8)
    made.state("top", base=0.3555)
    step = made.because("top", "p", 1.0)
    made.because("top", "p", 0.5)
    made.because("top", "p top", 4.0)
    made.unless(step, "top", 0.125)
    found = made.documented
    one = found.statements["top"]
    assert found.settled
    assert one.strength is not None
    assert 0 < found.steps[step].factor < 1
    total = bits(0.3555) + sum(step.contribution for step in list(found.steps.values())[:3])
    assert bits(one.strength) == pytest.approx(total, abs=1e-9)


def quarrel(count: int, pairs: int) -> Builder:
    """Build a map in which many statements exclude each other, at random."""
    chance = random.Random(1)
    made = Builder()
    for number in range(count):
        made.state(f"s{number}", base=round(chance.uniform(0.3, 0.95), 2))
    chosen: set[tuple[int, ...]] = set()
    while len(chosen) < pairs:
        chosen.add(tuple(sorted(chance.sample(range(count), 2))))
    for left, right in sorted(chosen):
        made.relate(f"s{left}", "excludes", f"s{right}")
    return made


def ring(count: int, base: float | None = None) -> Builder:
    made = Builder()
    made.claims(*(f"s{number}" for number in range(count)), base=base)
    for number in range(count):
        made.because(f"s{number}", f"s{(number + 1) % count}", "strong")
    return made


@pytest.mark.slow
@pytest.mark.parametrize(
    "made",
    [quarrel(1000, 3000), quarrel(1000, 1500), quarrel(200, 5000), ring(3000), ring(3000, 0.6)],
    ids=["a great quarrel", "a thinner one", "a dense one", "a silent ring", "a speaking ring"],
)
def test_large_cycles_end_soon(made: Builder) -> None:
    started = time.process_time()
    found = made.documented
    assert time.process_time() - started < 6.0  # about two seconds on a machine that does nothing else
    assert found.settled
    for one in found.statements.values():
        if one.strength is not None:
            assert one.low is not None
            assert one.high is not None
            assert one.low <= one.strength <= one.high


def test_a_quarrel_is_balanced_where_it_settles() -> None:
    made = quarrel(60, 180)
    found = made.documented
    assert found.settled
    for name, one in found.statements.items():
        against = sum(relation.contribution for relation in found.relations if relation.target == name)
        assert bits(one.strength or 0.5) == pytest.approx(bits(one.base) - against, abs=1e-6)


def test_work_is_bounded_and_its_end_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.strength.solve.EVALUATIONS", 0)
    monkeypatch.setattr("argmap.strength.solve.SWEEPS_LEAST", 2)
    found = quarrel(60, 180).documented
    assert not found.settled
    worst = [one for one in found.statements.values() if one.undetermined]
    assert worst
    assert all((one.low or 0) <= (one.strength or 0) <= (one.high or 1) for one in worst)
