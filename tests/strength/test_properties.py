"""What holds of the default semantics in every map."""

import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import Range
from argmap.strength.result import Strengths
from argmap.strength.semantics import bits
from argmap.vocabulary import RelationKind, StepKind
from tests.strength.building import Builder

TIGHT = 1e-7  # two bounds nearer than 1e-6 count as met, in cycles


@dataclass(frozen=True)
class Plan:
    """A map in numbers: bases (None for no view), steps (kind, target, premises, weight), relations."""

    bases: tuple[tuple[float, float] | None, ...]
    assumed: tuple[int, ...]
    steps: tuple[tuple[StepKind, int, tuple[int, ...], float], ...]
    relations: tuple[tuple[int, RelationKind, int], ...]

    def built(self, order: random.Random | None = None) -> Builder:
        """Build the map; with `order` its lines are shuffled."""
        made = Builder()
        for number, base in enumerate(self.bases):
            made.state(f"s{number}", "assumption" if number in self.assumed else "claim", base)
        for number, (kind, target, premises, weight) in enumerate(self.steps):
            name = f"t{target}" if kind == "undercut" else f"s{target}"
            share = weight / 4 if kind == "undercut" else weight
            made.step(kind, name, " ".join(f"s{p}" for p in premises), share, name=f"t{number}")
        for left, relation, right in self.relations:
            made.relate(f"s{left}", relation, f"s{right}")
        if order is not None:
            order.shuffle(made.map.statements)
            order.shuffle(made.map.steps)
            order.shuffle(made.map.relations)
        return made


@st.composite
def plans(
    draw: st.DrawFn, *, cyclic: bool = True, kinds: tuple[StepKind, ...] = ("support", "attack", "undercut")
) -> Plan:
    """Draw a small map; without cycles premises come before what they bear on, and there are no contraries."""
    count = draw(st.integers(2, 7))
    part = st.floats(0.02, 0.98).map(lambda x: round(x, 3))
    ranged = st.tuples(part, part).map(lambda two: (min(two), max(two)))
    bases = draw(st.lists(st.none() | part.map(lambda x: (x, x)) | ranged, min_size=count, max_size=count))
    steps: list[tuple[StepKind, int, tuple[int, ...], float]] = []
    for number in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(kinds if number else ("support",)))
        target = draw(st.integers(0, number - 1)) if kind == "undercut" else draw(st.integers(1, count - 1))
        ceiling = count - 1 if cyclic else _below(steps, kind, target)
        premises = draw(st.lists(st.integers(0, ceiling), min_size=1, max_size=3, unique=True))
        steps.append((kind, target, tuple(premises), draw(st.sampled_from((0.5, 1.0, 2.0, 3.0, 4.0)))))
    bearing: tuple[RelationKind, ...] = ("excludes", "contradicts", "entails")
    pairs = st.tuples(st.integers(0, count - 1), st.sampled_from(bearing), st.integers(0, count - 1))
    relations = draw(st.lists(pairs.filter(lambda r: r[0] != r[2]), max_size=2)) if cyclic else []
    assumed = draw(st.lists(st.integers(0, count - 1), max_size=1))
    return Plan(tuple(bases), tuple(assumed), tuple(steps), tuple(relations))


def _below(steps: list[tuple[StepKind, int, tuple[int, ...], float]], kind: StepKind, target: int) -> int:
    """Return the highest premise that a step may have without a cycle."""
    while kind == "undercut":
        kind, target = steps[target][0], steps[target][1]
    return target - 1


def values(found: Strengths) -> dict[str, float]:
    return {name: 0.5 if one.strength is None else one.strength for name, one in found.statements.items()}


@settings(deadline=None)
@given(plans(), st.integers(0, 2**32))
def test_the_order_of_lines_shows_nowhere(plan: Plan, seed: int) -> None:
    plain, shuffled = plan.built().documented, plan.built(random.Random(seed)).documented  # noqa: S311 no secret
    assert plain.statements == shuffled.statements
    assert plain.steps == shuffled.steps
    plain, shuffled = plan.built().granted, plan.built(random.Random(seed)).granted  # noqa: S311 no secret
    assert plain.statements == shuffled.statements


@settings(deadline=None)
@given(plans())
def test_strengths_lie_within_their_bounds(plan: Plan) -> None:
    for found in (plan.built().documented, plan.built().granted):
        for one in found.statements.values():
            if one.strength is None:
                assert one.low is None
                assert one.high is None
                continue
            assert one.low is not None
            assert one.high is not None
            assert 0 < one.low <= one.strength <= one.high < 1


@settings(deadline=None)
@given(plans(), st.data())
def test_ranges_enclose_what_any_base_within_them_gives(plan: Plan, data: st.DataObject) -> None:
    wide = plan.built().documented
    picked = [None if base is None else data.draw(st.floats(*base)) for base in plan.bases]
    exact = tuple(None if value is None else (value, value) for value in picked)
    for name, value in values(replace(plan, bases=exact).built().documented).items():
        one = wide.statements[name]
        low, high = (0.5, 0.5) if one.low is None or one.high is None else (one.low, one.high)
        assert low - TIGHT <= value <= high + TIGHT


@settings(deadline=None)
@given(plans(), st.data())
def test_a_bare_claim_is_silent(plan: Plan, data: st.DataObject) -> None:
    made = plan.built()
    before = made.documented.statements
    made.state("bare")
    target = data.draw(st.sampled_from(sorted(before)))
    made.step(data.draw(st.sampled_from(("support", "attack"))), target, "bare", 3.0)
    if plan.steps:
        made.unless("t0", "bare")
    made.relate("bare", "entails", target)
    after = made.documented.statements
    assert {name: after[name] for name in before} == before


@settings(deadline=None)
@given(plans(cyclic=False, kinds=("support",)), st.data())
def test_more_base_never_lowers_what_it_supports(plan: Plan, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(plan.bases) - 1))
    old = plan.bases[number] or (0.5, 0.5)
    raised = list(plan.bases)
    raised[number] = (max(old[0], 0.9), max(old[1], 0.95))
    if number in plan.assumed and plan.bases[number] is None:
        return
    before = values(plan.built().documented)
    after = values(replace(plan, bases=tuple(raised)).built().documented)
    assert all(after[name] >= before[name] - 1e-12 for name in before)


@settings(deadline=None)
@given(plans(), st.data())
def test_a_further_supporter_never_lowers_its_conclusion(plan: Plan, data: st.DataObject) -> None:
    made = plan.built()
    before = made.documented.statements
    target = data.draw(st.sampled_from(sorted(before)))
    made.state("new", base=data.draw(st.floats(0.01, 0.99)))
    made.because(target, "new", 2.0)
    after = made.documented.statements
    if any(one.undetermined for one in (*before.values(), *after.values())):
        return  # a balance among several may jump
    if not plan.relations and all(kind == "support" for kind, *_ in plan.steps):
        assert (after[target].strength or 0.5) >= (before[target].strength or 0.5) - TIGHT


@settings(deadline=None)
@given(plans())
def test_contributions_add_exactly_in_bits(plan: Plan) -> None:
    made = plan.built()
    for found in (made.documented, made.granted):
        for name, one in found.statements.items():
            if one.strength is None:
                continue
            signed = {"support": 1, "attack": -1}
            total = bits(one.base) + one.say_so
            total += sum(signed[s.kind] * found.steps[s.id].contribution for s in made.map.steps if s.target == name)
            total += sum(signed[r.kind] * r.contribution for r in found.relations if r.target == name)
            if not found.settled:
                continue  # stated as a failure
            assert bits(one.strength) == pytest.approx(total, abs=1e-6)


@settings(deadline=None)
@given(plans(cyclic=False, kinds=("support", "attack")), st.data())
def test_support_and_attack_mirror_each_other(plan: Plan, data: st.DataObject) -> None:
    top = len(plan.bases)
    steps = st.tuples(st.booleans(), st.integers(0, top - 1), st.sampled_from((1.0, 2.0, 3.0)))
    last = data.draw(st.lists(steps, max_size=4))

    def strength_of_top(*, swapped: bool) -> float:
        signs: dict[bool, StepKind] = {True: "support", False: "attack"}
        added = tuple((signs[for_it != swapped], top, (premise,), bits_) for for_it, premise, bits_ in last)
        built = replace(plan, bases=(*plan.bases, None), steps=(*plan.steps, *added)).built()
        return values(built.documented)[f"s{top}"]

    assert strength_of_top(swapped=False) == pytest.approx(1 - strength_of_top(swapped=True), abs=1e-12)


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 8), st.floats(0.02, 0.98), st.floats(0, 30))
def test_a_wide_quarrel_ends(count: int, base: float, weight: float) -> None:
    made = Builder()
    made.claims(*(f"s{number}" for number in range(count)), base=base)
    for number in range(count):
        for other in range(count):
            if number != other:
                made.but(f"s{number}", f"s{other}", weight)
    found = made.documented
    assert found.settled
    alike = {round(one.strength or 0.5, 9) for one in found.statements.values()}
    assert len(alike) == 1
    assert made.map.statements[0].range("base") == Range(base, base)
