"""Laws that hold for every matrix, tried on random ones."""

from dataclasses import replace
from itertools import combinations, product
from math import fsum, inf, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.matrix.cells import Rated
from argmap.matrix.clusters import independence, one_vote
from argmap.matrix.coherence import CLOSE, Laws, nearest
from argmap.matrix.fragility import fragility
from argmap.matrix.knapsack import fewest, least
from argmap.matrix.priors import sweep
from argmap.matrix.reading import read
from argmap.matrix.readings import RULES, VOTING, Overturn
from argmap.matrix.rules import terms
from argmap.matrix.scale import ROUNDING, STEPS
from argmap.matrix.scale import nearest as nearest_letter
from argmap.matrix.scores import costs, scored, scores
from argmap.matrix.sensitivity import removals
from argmap.matrix.table import Line, Table
from argmap.matrix.verdicts import verdict
from argmap.model import Range

LETTERS = st.sampled_from([*STEPS, "NA", None])


@st.composite
def tables(
    draw: st.DrawFn, most_rows: int = 6, most_columns: int = 4, letters: st.SearchStrategy[str | None] = LETTERS
) -> Table:
    columns = draw(st.integers(2, most_columns))
    lines = []
    for n in range(draw(st.integers(1, most_rows))):
        cells = tuple(Rated(letter) for letter in draw(st.lists(letters, min_size=columns, max_size=columns)))
        lines.append(
            Line(
                f"e{n}",
                cells,
                draw(st.sampled_from([None, "low", "high"])),
                draw(st.sampled_from([None, "1", "4"])),
                None,
                tuple(draw(st.lists(st.sampled_from("xyz"), max_size=2, unique=True))),
            )
        )
    entails = [frozenset[int]()] * columns
    if draw(st.booleans()):
        entails[0] = frozenset({1})
    return Table(tuple(f"h{n}" for n in range(columns)), tuple(lines), tuple(entails))


@given(tables())
def test_leaving_a_row_out_is_running_without_it(table: Table) -> None:
    for removal in removals(table, scores(table)):
        left = tuple(line for line in table.lines if line.id not in removal.rows)
        again = scores(replace(table, lines=left))
        assert removal.leaders == {rule: score.leaders for rule, score in again.items()}


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(table: Table, random: object) -> None:
    lines = list(table.lines)
    random.shuffle(lines)  # type: ignore[attr-defined]
    one, other = read(table, "r", {}), read(replace(table, lines=tuple(lines)), "r", {})
    assert {rule: score.values for rule, score in one.scores.items()} == {
        rule: score.values for rule, score in other.scores.items()
    }
    assert one.verdict.leader == other.verdict.leader
    assert one.verdict.reasons == other.verdict.reasons
    for rule in VOTING:
        assert _steps(one.fragility[rule].lost) == _steps(other.fragility[rule].lost)


@given(tables())
def test_other_names_change_nothing_but_names(table: Table) -> None:
    renamed = replace(table, hypotheses=tuple(f"x{name}" for name in table.hypotheses))
    one, other = scores(table), scores(renamed)
    for rule in RULES:
        assert list(one[rule].values.values()) == list(other[rule].values.values())
        assert tuple(f"x{name}" for name in one[rule].leaders) == other[rule].leaders


@given(tables())
def test_turning_the_columns_turns_the_scores(table: Table) -> None:
    table = replace(table, entails=tuple(frozenset[int]() for _ in table.hypotheses))
    turned = replace(
        table,
        hypotheses=table.hypotheses[::-1],
        lines=tuple(line._replace(cells=line.cells[::-1]) for line in table.lines),
    )
    one, other = scores(table), scores(turned)
    for rule in RULES:
        assert one[rule].values == pytest.approx(other[rule].values)
        assert set(one[rule].leaders) == set(other[rule].leaders)


def _steps(way: Overturn | None) -> int | None:
    return None if way is None else way.steps


ON_SCALE = st.sampled_from([*STEPS, "NA"])


@st.composite
def numbered(draw: st.DrawFn) -> Table:
    """A table of which some cells hold likelihoods of their own."""
    table = draw(tables(most_rows=2, most_columns=2, letters=ON_SCALE))
    numbers = st.none() | st.sampled_from([0.0, 0.03, 0.3, 0.34, 0.66, 0.9, 1.0])
    lines = []
    for line in table.lines:
        drawn = [(cell, draw(numbers)) for cell in line.cells]
        cells = [cell if p is None else Rated(nearest_letter(p), Range(p, p)) for cell, p in drawn]
        lines.append(line._replace(cells=tuple(cells)))
    return replace(table, lines=tuple(lines))


@settings(max_examples=90)
@given(tables(most_rows=2, most_columns=2, letters=ON_SCALE) | tables(most_rows=1, letters=ON_SCALE) | numbered())
def test_fragility_is_exact(table: Table) -> None:
    """Against every way of rating the cells on the scale otherwise: who is level is level, who is ahead is ahead."""
    found = scores(table)
    claimed = fragility(table, found)
    for rule in VOTING:
        one = claimed[rule]
        if one.leader is None:
            continue
        leader = table.hypotheses.index(one.leader)
        lost, overtaken = _brute(table, rule, leader)
        assert (_steps(one.lost) or inf, _steps(one.overtaken) or inf) == (lost, overtaken)
        assert (one.level is None) == (lost == overtaken)
        for way in (one.level, one.overtaken):
            if way is not None:
                assert sum(change.steps for change in way.changes) == way.steps
                after = _costs(_changed(table, way.changes), rule)
                rivals = {n for n in range(len(after)) if table.compete(leader, n)}
                ahead = {n for n in rivals if after[n] < after[leader] - ROUNDING}
                level = {n for n in rivals - ahead if after[n] <= after[leader] + ROUNDING}
                told = {table.hypotheses.index(name) for name in way.rivals}
                assert (told, ahead) == ((level, set()) if way is one.level else (ahead, ahead))


def _brute(table: Table, rule: str, leader: int) -> tuple[float, float]:
    cells = [
        (n, column, STEPS.index(cell.letter))
        for n, line in enumerate(table.lines)
        for column, cell in enumerate(line.cells)
        if cell.letter in STEPS
    ]
    level = overtaken = inf
    for letters in product(STEPS, repeat=len(cells)):
        steps = sum(abs(STEPS.index(letter) - at) for letter, (_, _, at) in zip(letters, cells, strict=True))
        rows = [list(line.cells) for line in table.lines]
        for letter, (n, column, at) in zip(letters, cells, strict=True):
            if STEPS.index(letter) != at:
                rows[n][column] = Rated(letter)
        changed = replace(
            table, lines=tuple(line._replace(cells=tuple(row)) for line, row in zip(table.lines, rows, strict=True))
        )
        after = _costs(changed, rule)
        rivals = [after[n] for n in range(len(after)) if table.compete(leader, n)]
        if rivals and min(rivals) <= after[leader] + ROUNDING:
            level = min(level, steps)
        if rivals and min(rivals) < after[leader] - ROUNDING:
            overtaken = min(overtaken, steps)
    return level, overtaken


def _changed(table: Table, changes: object) -> Table:
    lines = {line.id: list(line.cells) for line in table.lines}
    for change in changes:  # type: ignore[attr-defined]
        lines[change.row][table.hypotheses.index(change.hypothesis)] = Rated(change.after)
    return replace(table, lines=tuple(line._replace(cells=tuple(lines[line.id])) for line in table.lines))


def _costs(table: Table, rule: str) -> list[float]:
    found = scored(table, rule, terms(table, rule))  # type: ignore[arg-type]
    return costs(rule, list(found.values.values()))  # type: ignore[arg-type]


GAINS = st.lists(st.lists(st.integers(0, 6).map(float), min_size=1, max_size=4).map(lambda g: tuple(map(fsum, (g[: n + 1] for n in range(len(g)))))), min_size=1, max_size=5)  # fmt: skip


@given(GAINS, st.floats(0.1, 30))
def test_the_fewest_steps_are_the_fewest(things: list[tuple[float, ...]], need: float) -> None:
    best = inf
    for steps in product(*(range(len(gains) + 1) for gains in things)):
        if sum(gains[n - 1] for gains, n in zip(things, steps, strict=True) if n) >= need:
            best = min(best, sum(steps))
    found = fewest(things, need)
    assert (inf if found is None else sum(found.values())) == best
    assert least(things, need) <= best + 1e-9
    if found is not None:
        assert sum(things[n][steps - 1] for n, steps in found.items()) >= need - 1e-9


@given(tables())
def test_one_origin_never_says_more_than_all_its_rows(table: Table) -> None:
    told = independence(table.lines)
    assert told.effective <= told.nominal + 1e-9
    for rule in ("inconsistency", "weighted", "squared"):
        added = terms(table, rule)
        voted = one_vote(rule, table.lines, added)
        for one, other in zip(voted, added, strict=True):
            assert all(0 <= less <= more + 1e-9 for less, more in zip(one, other, strict=True))


@given(tables())
def test_rows_with_origins_of_their_own_lose_nothing(table: Table) -> None:
    lines = tuple(line._replace(origins=(f"own{n}",)) for n, line in enumerate(table.lines))
    for rule in ("inconsistency", "weighted", "squared", "net"):
        assert one_vote(rule, lines, terms(table, rule)) == terms(table, rule)
    assert independence(lines).effective == len(lines)


@given(tables(), st.integers(0, 5))
def test_a_copied_row_of_one_origin_counts_once(table: Table, which: int) -> None:
    lines = [line._replace(origins=(f"own{n}",)) for n, line in enumerate(table.lines)]
    copy = lines[which % len(lines)]._replace(id="copy")
    for rule in RULES:
        alone = scored(table, rule, one_vote(rule, lines, terms(replace(table, lines=tuple(lines)), rule)))
        twice = replace(table, lines=(*lines, copy))
        both = scored(twice, rule, one_vote(rule, twice.lines, terms(twice, rule)))
        assert both.values == pytest.approx(alone.values)


@given(
    st.lists(st.floats(0, 1), min_size=2, max_size=5),
    st.sampled_from([(None, None), (1.0, 1.0), (None, 1.0), (1.0, None)]),
    st.sampled_from([(), ((0, 1),)]),
    st.randoms(use_true_random=False),
)
def test_the_nearest_coherent_set_is_coherent_and_nearest(
    point: list[float], limits: tuple[float | None, float | None], order: tuple[tuple[int, int], ...], random: object
) -> None:
    laws = Laws(limits[0], limits[1], order if limits[1] is None else ())
    found = nearest(point, laws)
    assert _coherent(found, laws, 1e-7)
    away = _distance(point, found)
    for _ in range(30):
        other = nearest([random.random() for _ in point], laws)  # type: ignore[attr-defined]
        if _coherent(other, laws, CLOSE):
            assert away <= _distance(point, other) + 1e-6
    if _coherent(point, laws, 0.0):
        assert found == pytest.approx(point, abs=1e-9)


def _coherent(point: list[float], laws: Laws, slack: float) -> bool:
    total = fsum(point)
    return (
        all(-slack <= value <= 1 + slack for value in point)
        and (laws.most is None or total <= laws.most + slack)
        and (laws.least is None or total >= laws.least - slack)
        and all(point[a] <= point[b] + slack for a, b in laws.order)
    )


def _distance(one: list[float], other: list[float]) -> float:
    return sqrt(fsum((a - b) ** 2 for a, b in zip(one, other, strict=True)))


@given(tables(letters=ON_SCALE))
def test_a_hypothesis_leads_from_its_prior_on(table: Table) -> None:
    """At the prior of the sweep it is level with its best rival; a little above it leads."""
    score = scores(table)["bits"]
    swept = sweep(table, score, {})
    assert swept is not None
    for n, name in enumerate(table.hypotheses):
        at = swept.leads_from[name]
        if not 0.001 < at < 0.999:
            continue
        for prior, leads in ((at * 1.01, True), (at * 0.99, False)):
            if not 0 < prior < 1:
                continue
            odds = {
                other: 2 ** score.values[other] * (1 - prior) / (len(table.hypotheses) - 1)
                for other in table.hypotheses
            }
            odds[name] = 2 ** score.values[name] * prior
            best = max(odds[table.hypotheses[k]] for k in range(len(odds)) if table.compete(n, k))
            assert (odds[name] > best) == leads


@given(tables(letters=st.sampled_from(STEPS)))
def test_a_verdict_names_a_leader_only_where_no_rule_has_a_rival_level(table: Table) -> None:
    found = scores(table)
    decided = verdict(table, found)
    if decided.leader is None:
        return
    leader = table.hypotheses.index(decided.leader)
    for rule in VOTING:
        numbers = [table.hypotheses.index(name) for name in found[rule].leaders]
        assert not any(table.compete(a, b) for a, b in combinations(numbers, 2))
        assert all(not table.compete(leader, n) for n in numbers)


def test_likelihood_ranges_that_meet_the_law_are_coherent() -> None:
    from argmap.matrix.coherence import coherence

    names = ["a", "b"]
    fine = coherence("prior", names, [Range(0.2, 0.5), Range(0.6, 0.9)], Laws(1.0, 1.0))
    assert not fine.faults
    assert fsum(fine.nearest.values()) == pytest.approx(1)
    assert all(
        low - 1e-9 <= fine.nearest[n] <= high + 1e-9
        for n, (low, high) in zip(names, [(0.2, 0.5), (0.6, 0.9)], strict=True)
    )
    broken = coherence("prior", names, [Range(0.7, 0.7), Range(0.6, 0.6)], Laws(1.0, 1.0))
    assert [(one.kind, round(one.total, 9)) for one in broken.faults] == [("sum above 1", 1.3)]
    assert broken.nearest == pytest.approx({"a": 0.55, "b": 0.45})
    part = coherence("prior", names, [Range(0.7, 0.7), Range(0.3, 0.3)], Laws(order=((0, 1),)))
    assert part.faults[0].kind == "part above whole"
    assert part.nearest == pytest.approx({"a": 0.5, "b": 0.5})
