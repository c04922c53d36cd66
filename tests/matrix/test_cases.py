"""Every published matrix under every rule it lists, to the printed digits."""

from itertools import combinations
from math import log2

import pytest

from argmap.matrix.readings import RULES, VOTING, Rule
from tests.matrix.building import CASES, LETTERED, analysed

NAMES: dict[str, Rule] = {
    "heuer_I1_II2": "inconsistency",
    "parc_weighted": "weighted",
    "open_synthesis_sq": "squared",
    "net": "net",
}
RANKS: dict[str, Rule] = {"rank_heuer": "inconsistency", "rank_open_synthesis": "squared", "rank_net": "net"}


@pytest.mark.parametrize("name", LETTERED)
def test_scores_to_the_printed_digits(name: str) -> None:
    found, expected = analysed(CASES[name]), CASES[name]["expected"]
    for key, rule in NAMES.items():
        rounded = {h: round(value, 4) for h, value in found.together.scores[rule].values.items()}
        assert rounded == expected[key], rule
    for key, rule in RANKS.items():
        assert found.together.scores[rule].ranks == expected[key], rule
    inconsistent = {
        h: sum(r.cells[n].together.letter in {"I", "II"} for r in found.rows) for n, h in enumerate(found.ids)
    }
    assert inconsistent == expected["inconsistent_cells"]


@pytest.mark.parametrize("name", LETTERED)
def test_leaders_margins_and_linchpins(name: str) -> None:
    found, expected = analysed(CASES[name]), CASES[name]["expected"]
    score = found.together.scores["inconsistency"]
    assert list(score.leaders) == expected["winner_heuer"]
    assert score.margin == expected["margin_heuer"]
    pins = [one.name for one in found.together.removals if one.kind == "row" and "inconsistency" in one.changed]
    assert pins == expected["linchpins_leave_one_out"]
    disagree = len({frozenset(found.together.scores[rule].leaders) for rule in RULES}) > 1
    assert disagree == expected["rules_disagree_on_winner"]


@pytest.mark.parametrize("name", LETTERED)
def test_diagnosticity(name: str) -> None:
    found, expected = analysed(CASES[name]), CASES[name]["expected"]
    assert {row.id: round(row.diagnosticity.spread, 4) for row in found.rows} == expected["diagnosticity_pstdev"]
    assert [row.id for row in found.rows if row.diagnosticity.flat] == expected["non_diagnostic_rows"]


@pytest.mark.parametrize("name", LETTERED)
def test_published_posteriors_as_differences_in_bits(name: str) -> None:
    """The printed posteriors are rounded to four digits: the bits must lie within what these digits leave open."""
    found, expected = analysed(CASES[name]), CASES[name]["expected"]["bayes_posterior_uniform_schiller"]
    bits = found.together.scores["bits"].values
    for one, other in combinations(expected, 2):
        low = _bits(expected[one] - 0.00005) - _bits(expected[other] + 0.00005)
        high = _bits(expected[one] + 0.00005) - _bits(expected[other] - 0.00005)
        assert low <= bits[one] - bits[other] <= high
    assert found.posteriors.why_not == "letters"  # no percentage is made from letters


def _bits(share: float) -> float:
    return log2(share) if share > 0 else -1e6


def test_the_tie_cannot_be_decided() -> None:
    verdict = analysed(CASES["moore-r0002-c010"]).verdict
    assert verdict.leader is None
    assert [(one.doubt, one.by) for one in verdict.reasons] == [("tie", ("inconsistency", "weighted", "squared"))]
    assert verdict.reasons[0].hypotheses == ("H1", "H2", "H3")


def test_rules_that_disagree_cannot_decide() -> None:
    found = analysed(CASES["open-synthesis-unit"])
    assert {rule: found.together.scores[rule].leaders for rule in VOTING} == {
        "inconsistency": ("H1", "H3"), "weighted": ("H1", "H3"), "squared": ("H1",), "bits": ("H1",),
    }  # fmt: skip
    assert found.verdict.leader is None
    order = CASES["open-synthesis-unit"]["published"]["open_synthesis_order"]
    assert order == "inconsistency(H1) < inconsistency(H2) < inconsistency(H3)"
    assert found.together.scores["squared"].order == ("H1", "H2", "H3")


@pytest.mark.parametrize("name", ["heuer-iraq-1993", "moore-r0051-q003", "moore-r0051-q001", "moore-r0002-c001"])
def test_where_the_publication_draws_a_conclusion_the_verdict_is_the_same(name: str) -> None:
    case = CASES[name]
    published = case["published"].get("supported") or case["published"]["order_most_to_least_likely"][0]
    assert analysed(case).verdict.leader == published


def test_the_published_sums_that_are_wrong_are_found_out() -> None:
    """The rule it states is II 2, I 1 times a weight of the source; no rule gives what it printed, nor its order."""
    case = CASES["l4ci-churn"]
    stated = {
        h["id"]: sum({"I": 1, "II": 2}.get(e["ratings"][h["id"]], 0) * e["source_weight"] for e in case["evidence"])
        for h in case["hypotheses"]
    }
    assert {h: round(value, 1) for h, value in stated.items()} == case["verification"]["recomputed_under_stated_rule"]
    found = analysed(case).together.scores
    assert sorted(stated, key=stated.__getitem__) == case["verification"]["recomputed_order"]
    for rule in RULES:
        assert {h: abs(v) for h, v in found[rule].values.items()} != case["published"]["weighted_inconsistency"]
        assert list(found[rule].order) != case["published"]["order_most_to_least_likely"]


def test_the_weights_of_the_template_with_its_sign_turned() -> None:
    case = CASES["stirparo-v04"]
    values = analysed(case).together.scores["weighted"].values
    assert {h: -round(value, 3) for h, value in values.items()} == case["published"]["weighted_inconsistency"]
