"""What holds of the default semantics in every map."""

import random
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.analysis import Analysis
from argmap.assessment import Assessment
from argmap.formats import argmap_json
from argmap.model import Attribute, Change, Citation, MapFile, Range
from argmap.strength.engine import assess, assess_prepared
from argmap.strength.prepare import prepare
from argmap.strength.result import Strengths
from argmap.strength.semantics import bits
from argmap.strength.whatif import changed
from argmap.vocabulary import SEMANTICS, RelationKind, StatementKind, StepKind
from tests.strength.building import Builder

TIGHT = 1e-7  # two bounds nearer than 1e-6 count as met, in cycles


@dataclass(frozen=True)
class Plan:
    """A map in numbers: bases (None for no view), steps (kind, target, premises, weight), relations."""

    bases: tuple[tuple[float, float] | None, ...]
    assumed: tuple[int, ...]
    steps: tuple[tuple[StepKind, int, tuple[int, ...], float], ...]
    relations: tuple[tuple[int, RelationKind, int], ...]
    sources: tuple[tuple[int, ...], ...] = ()  # for each statement the documents that have it: it is evidence then

    def built(self, order: random.Random | None = None) -> Builder:
        """Build the map; with `order` its lines are shuffled."""
        made = Builder()
        for number in range(3 if self.sources else 0):
            if number == 1:
                made.source("d1", "B", derived="d0")
            else:
                made.source(f"d{number}", "ABE"[number])
        for number, base in enumerate(self.bases):
            cited = [Citation(f"d{source}") for source in (self.sources[number] if self.sources else ())]
            sort: StatementKind = "assumption" if number in self.assumed else "evidence" if cited else "claim"
            made.state(f"s{number}", sort, base, cited)
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
    draw: st.DrawFn,
    *,
    cyclic: bool = True,
    kinds: tuple[StepKind, ...] = ("support", "attack", "undercut"),
    sourced: bool = False,
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
    documents = st.lists(st.integers(0, 2), max_size=2, unique=True).map(tuple)
    sources = draw(st.lists(documents, min_size=count, max_size=count)) if sourced else []
    return Plan(tuple(bases), tuple(assumed), tuple(steps), tuple(relations), tuple(sources))


def _below(steps: list[tuple[StepKind, int, tuple[int, ...], float]], kind: StepKind, target: int) -> int:
    """Return the highest premise that a step may have without a cycle."""
    while kind == "undercut":
        kind, target = steps[target][0], steps[target][1]
    return target - 1


def values(found: Strengths) -> dict[str, float]:
    return {name: 0.5 if one.strength is None else one.strength for name, one in found.statements.items()}


@settings(deadline=None)
@given(plans(sourced=True), st.integers(0, 2**32))
def test_the_order_of_lines_shows_nowhere(plan: Plan, seed: int) -> None:
    plain, shuffled = plan.built().documented, plan.built(random.Random(seed)).documented
    assert plain.statements == shuffled.statements
    assert plain.steps == shuffled.steps
    plain, shuffled = plan.built().granted, plan.built(random.Random(seed)).granted
    assert plain.statements == shuffled.statements


@settings(deadline=None)
@given(plans(sourced=True))
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
@given(plans(sourced=True), st.data())
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
    for name, one in before.items():
        assert (after[name].strength is None) == (one.strength is None)
        assert after[name].strength == pytest.approx(one.strength, abs=TIGHT)  # a circle is settled to so much only


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
@given(plans(sourced=True))
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
@given(plans(cyclic=False, kinds=("support", "attack"), sourced=True), st.data())
def test_support_and_attack_mirror_each_other(plan: Plan, data: st.DataObject) -> None:
    top = len(plan.bases)
    steps = st.tuples(st.booleans(), st.integers(0, top - 1), st.sampled_from((1.0, 2.0, 3.0)))
    last = data.draw(st.lists(steps, max_size=4))

    def strength_of_top(*, swapped: bool) -> float:
        signs: dict[bool, StepKind] = {True: "support", False: "attack"}
        added = tuple((signs[for_it != swapped], top, (premise,), bits_) for for_it, premise, bits_ in last)
        sources = (*plan.sources, ()) if plan.sources else ()
        built = replace(plan, bases=(*plan.bases, None), steps=(*plan.steps, *added), sources=sources).built()
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


@settings(max_examples=40, deadline=None)
@given(plans(sourced=True), st.data())
def test_ranges_enclose_every_what_if(plan: Plan, data: st.DataObject) -> None:
    made = plan.built()
    wide = made.documented.statements
    changes = []
    for number, base in enumerate(plan.bases):
        if base is not None:
            value = data.draw(st.floats(*base))
            changes.append(Change("set", f"s{number}", [Attribute("base", Range(value, value))]))
    found = assess_prepared(changed(prepare(made.map), changes)).documented
    for name, value in values(found).items():
        low, high = wide[name].low, wide[name].high
        assert (0.5 if low is None else low) - TIGHT <= value <= (0.5 if high is None else high) + TIGHT


@settings(max_examples=40, deadline=None)
@given(plans(cyclic=False, kinds=("support",), sourced=True), st.data())
def test_with_shares_frozen_more_base_never_lowers_what_it_supports(plan: Plan, data: st.DataObject) -> None:
    made = plan.built()
    number = data.draw(st.integers(0, len(plan.bases) - 1))
    before = values(made.documented)
    raised = min(0.98, before[f"s{number}"] + 0.2)
    low = plan.bases[number]
    if raised < (0.5 if low is None else low[1]) or number in plan.assumed:
        return
    change = Change("set", f"s{number}", [Attribute("base", Range(raised, raised))])
    after = values(assess_prepared(changed(prepare(made.map), [change])).documented)
    assert all(after[name] >= before[name] - 1e-9 for name in before)


@settings(max_examples=40, deadline=None)
@given(plans(sourced=True), st.permutations(range(7)))
def test_names_show_nowhere(plan: Plan, order: list[int]) -> None:
    made, renamed = plan.built(), plan.built()
    new = {f"s{number}": f"x{order[number]}" for number in range(7)}
    for statement in renamed.map.statements:
        statement.id = new[statement.id]
    for step in renamed.map.steps:
        step.target = new.get(step.target, step.target)
        step.premises = [new[name] for name in step.premises]
    for relation in renamed.map.relations:
        relation.left, relation.right = new[relation.left], new[relation.right]
    before, after = made.documented.statements, renamed.documented.statements
    assert {new[name]: one for name, one in before.items()} == after


@settings(max_examples=40, deadline=None)
@given(plans(sourced=True), st.sampled_from(SEMANTICS))
def test_every_semantics_keeps_within_its_bounds_and_reads_back_from_json(plan: Plan, name: str) -> None:
    made = plan.built()
    made.map.files.append(MapFile("map.argmap"))
    found = assess(made.map, name)
    for one in found.granted.statements.values():
        if one.strength is not None:
            assert one.low is not None
            assert one.high is not None
            assert 0 <= one.low <= one.strength <= one.high <= 1
    again = argmap_json.read(argmap_json.dump(Analysis(Assessment(made.map))))
    assert assess(again, name) == found


@settings(max_examples=40, deadline=None)
@given(st.floats(0.02, 0.98), st.lists(st.floats(0, 30), max_size=6))
def test_a_chain_never_says_more_than_its_leaf(leaf: float, weights: list[float]) -> None:
    made = Builder()
    made.state("s0", base=leaf)
    for number, weight in enumerate(weights):
        made.state(f"s{number + 1}")
        made.because(f"s{number + 1}", f"s{number}", weight)
    found = list(values(made.documented).values())
    assert all(later <= max(0.5, earlier) + 1e-12 for earlier, later in pairwise(found))
    assert all(value >= 0.5 for value in found[1:])


@settings(max_examples=40, deadline=None)
@given(plans(cyclic=False, kinds=("support", "attack")), st.floats(0.51, 0.98), st.floats(0, 5))
def test_equal_reasons_for_and_against_cancel(plan: Plan, base: float, weight: float) -> None:
    made = plan.built()
    before = values(made.documented)
    made.state("new", base=base)
    top = f"s{len(plan.bases) - 1}"
    made.because(top, "new", weight)
    made.but(top, "new", weight)
    assert values(made.documented)[top] == pytest.approx(before[top], abs=1e-12)
