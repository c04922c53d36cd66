"""docs/published-matrices.md: its tables are worked out anew, and what its text says of them holds."""

from tests.conftest import ROOT
from tests.docs.conftest import Updated
from tests.docs.published import by_own_rule, filled, order_of, shown
from tests.matrix.building import CASES, LETTERED, analysed

PAGE = "docs/published-matrices.md"


def test_the_page_is_in_step(updated: Updated) -> None:
    updated(PAGE, filled((ROOT / PAGE).read_text(encoding="utf-8")))


def test_every_published_matrix_is_there() -> None:
    assert sorted(shown((ROOT / PAGE).read_text(encoding="utf-8"))) == sorted(LETTERED)
    assert [name for name in CASES if name not in LETTERED] == ["researchtoolspy-smoke"]


def test_the_sums_of_the_churn_example_are_wrong() -> None:
    case = CASES["l4ci-churn"]
    sums, printed = by_own_rule(case), case["published"]["weighted_inconsistency"]
    assert sums == case["verification"]["recomputed_under_stated_rule"]
    assert [name for name in sums if sums[name] == printed[name]] == []
    before, after = case["published"]["order_most_to_least_likely"], order_of(sums)
    assert after == case["verification"]["recomputed_order"]
    assert before[0] == after[0] == "H4"
    assert [place for place, name in enumerate(before) if after[place] != name] == [1, 3]


def test_the_tie_says_that_one_cannot_decide() -> None:
    found = analysed(CASES["moore-r0002-c010"])
    assert found.verdict.leader is None
    assert {one.doubt for one in found.verdict.reasons} == {"tie"}
    assert {rule for rule, score in found.together.scores.items() if score.leaders == ("H1",)} == {"net", "bits"}


def test_what_is_said_of_single_matrices() -> None:
    unit = analysed(CASES["open-synthesis-unit"]).together.scores
    assert unit["inconsistency"].leaders == ("H1", "H3")
    assert unit["inconsistency"].order[-1] == "H2"
    assert unit["squared"].order[-1] == "H3"
    sheet = analysed(CASES["stirparo-v04"]).together.scores
    assert sheet["inconsistency"].leaders == ("H1", "H2")
    assert (sheet["weighted"].leaders, sheet["bits"].leaders) == (("H1",), ("H2",))
    heuer = analysed(CASES["heuer-iraq-1993"])
    assert [row.id for row in heuer.rows if row.diagnosticity.flat] == ["E1"]
    for name in ("moore-r0051-q003", "moore-r0051-q001", "moore-r0002-c001"):
        assert analysed(CASES[name]).verdict.leader == CASES[name]["published"]["supported"]
    q001 = CASES["moore-r0051-q001"]["expected"]
    scores = analysed(CASES["moore-r0051-q001"]).together.scores
    assert scores["squared"].order == scores["inconsistency"].order == ("H2", "H3", "H1")
    assert q001["inconsistent_cells"]["H1"] < q001["inconsistent_cells"]["H3"]
