"""Matrices as maps write them: raters, attributes, sources, scenarios, what was not seen, what is stated."""

import pytest

from argmap.matrix.engine import matrices
from argmap.matrix.readings import TOGETHER
from argmap.matrix.result import MatrixAnalysis, ScenarioOutcome
from argmap.model import Change, Scenario
from tests.reading import map_of

HEAD = """
source wire "Wire" { reliability: B }
source paper "Paper" { derived-from: wire  interest: ministry }
source other "Other"
voice ministry "The ministry"
voice ann "Ann"
voice bob "Bob"
question q "Who?" { hypotheses: [x, y, z] }
hypothesis x "X did it."
hypothesis y "Y did it."
hypothesis z "Z did it."
evidence e1 "One." { cite: wire p1  credibility: 2 }
evidence e2 "Two." { cite: paper p2  relevance: high }
evidence e3 "Three." { cite: other p3  credibility: 4 }
evidence e4 "Four." { by: ann }
"""
BODY = """
matrix q {
    |    | relevance: | x  | y  | z |
    | e1 | low        | C  | I  | I |
    | e2 |            | CC | II | N |
    | e3 |            | N  | N  | I |
    | e4 |            | C  | C  | C |
}
"""


def only(text: str, *assumed: Scenario, discount: bool = False) -> MatrixAnalysis:
    (found,) = matrices(map_of(text), assumed=assumed, discount=discount)
    return found


def values(found: MatrixAnalysis, rule: str, rater: str = TOGETHER) -> list[float]:
    return list(found.readings[rater].scores[rule].values.values())  # type: ignore[index]


def test_rows_take_what_they_weigh_from_the_matrix_else_from_the_statement() -> None:
    rows = only(HEAD + BODY).rows
    assert [(row.relevance, row.credibility) for row in rows] == [
        ("low", "2"),
        ("high", None),
        (None, "4"),
        (None, None),
    ]
    assert [row.origins for row in rows] == [("wire",), ("wire",), ("other",), ("ann",)]
    assert [row.reliability for row in rows] == [0.9, 0.6, None, None]


def test_the_weights_are_credibility_times_relevance() -> None:
    found = only(HEAD + BODY)
    assert values(found, "weighted") == pytest.approx([0, 1 + 2 * 2**0.5, 1 + 2**-0.5])
    assert values(found, "inconsistency") == [0, 3, 2]
    assert values(found, "squared") == [0, 5, 2]
    assert values(found, "net") == [4, -2, -1]
    assert found.verdict.leader == "x"


def test_discount_mixes_what_an_unreliable_source_says_with_the_mean_of_its_row() -> None:
    plain, less = only(HEAD + BODY), only(HEAD + BODY, discount=True)
    mean = (0.8 + 0.2 + 0.2) / 3
    first = [row[0] for row in (less.together.scores["bits"].terms[0], plain.together.scores["bits"].terms[0])]
    assert 2 ** first[0] == pytest.approx(0.9 * 0.8 + 0.1 * mean)
    assert 2 ** first[1] == pytest.approx(0.8)
    assert less.together.scores["bits"].terms[2] == plain.together.scores["bits"].terms[2]  # no grade is written


def test_rows_of_one_origin_have_one_vote() -> None:
    found = only(HEAD + BODY)
    assert [(one.origin, one.rows) for one in found.independence.clusters] == [("wire", ("e1", "e2"))]
    assert (found.independence.nominal, found.independence.effective) == (4, 3)
    by_origin = found.together.by_origin["inconsistency"].values
    assert by_origin == {"x": 0, "y": 2, "z": 2}  # of e1 and e2 only the larger says something against y
    kinds = [(one.kind, one.name, one.rows) for one in found.together.removals if one.kind != "row"]
    assert kinds == [("origin", "wire", ("e1", "e2")), ("low credibility", "", ("e3",))]


def test_an_answer_without_a_cell_cannot_lead_untested_as_it_is() -> None:
    found = only(
        HEAD
        + BODY.replace("| z |", "| z |")
        .replace("| I |\n", "|  |\n")
        .replace("| N |\n", "|  |\n")
        .replace("| C |\n", "|  |\n")
    )
    assert [row.cells[2].together.blank for row in found.rows] == [True] * 4
    for score in found.together.scores.values():
        assert "z" not in score.leaders


def test_an_empty_cell_is_not_neutral() -> None:
    found = only(HEAD + BODY.replace("| CC | II | N |", "| CC |    | N |"))
    assert 2 ** found.together.scores["bits"].terms[1][1] == pytest.approx((0.95 + 0.5) / 2)
    assert [cell.together.blank for cell in found.row("e2").cells] == [False, True, False]


def test_an_answer_without_a_column_is_told() -> None:
    found = only(HEAD + "matrix q {\n    |    | x | y |\n    | e1 | C | I |\n}\n")
    assert found.ids == ("x", "y")
    assert found.missing == ("z",)


# ------------------------------------------------------------------------------------------------ raters

BOB = """
matrix q by bob {
    |    | relevance: | y  | x  |
    | e2 | low        | CC | II |
    | e1 | high       | C  | I  |
    | e5 |            | N  | NA |
}
evidence e5 "Five."
"""


def test_raters_each_and_together() -> None:
    found = only(HEAD + BODY + BOB)
    assert found.raters == ("analyst", "bob")
    assert [row.id for row in found.rows] == ["e1", "e2", "e3", "e4", "e5"]
    assert [cell.together.letter for cell in found.row("e1").cells] == ["N", "N", "I"]  # C and I; I and C; I alone
    assert (found.row("e1").cells[0].steps, found.row("e2").cells[0].steps) == (2, 4)
    assert found.row("e5").cells[0].together.letter == "NA"
    assert found.row("e1").relevance == "low"  # of two the first in the scale
    assert values(found, "inconsistency", "bob") == [3, 0, 0]
    assert found.readings["analyst"].verdict.leader == "x"
    assert found.readings["bob"].verdict.leader == "y"
    assert found.verdict.leader is None
    doubt = found.verdict.reasons[-1]
    assert (doubt.doubt, doubt.by, doubt.hypotheses) == ("raters disagree", ("analyst", "bob"), ("x", "y"))


def test_one_rater_is_the_same_as_all_together() -> None:
    found = only(HEAD + BODY)
    assert found.readings["analyst"].scores == found.together.scores


# --------------------------------------------------------------------------- hypotheses that do not compete


def test_who_entails_another_does_not_compete_with_it() -> None:
    text = (
        HEAD
        + "x entails y\n"
        + BODY.replace("| C  | I  | I |", "| C  | C  | I |").replace("| CC | II | N |", "| C  | C  | N |")
    )
    found = only(text)
    assert found.together.scores["inconsistency"].leaders == ("x", "y")
    assert found.verdict.leader == "y"  # both lead, and the weaker is the safer to say
    (pair,) = found.entailments
    assert (pair.stronger, pair.weaker, pair.telling, pair.shared) == ("x", "y", (), ("e1", "e2", "e4"))
    assert found.together.scores["inconsistency"].margin == 2  # ahead of z


def test_entailment_goes_through_restatements_and_others() -> None:
    text = HEAD + 'claim m "M."\nclaim n "N."\nx entails m\nm restates n\nn entails y\n' + BODY
    found = only(text)
    assert [(pair.stronger, pair.weaker, pair.telling) for pair in found.entailments] == [("x", "y", ("e1", "e2"))]


# --------------------------------------------------------------------------------------- what was not seen

UNSEEN = (
    HEAD
    + 'claim sign "A sign." { seen: no }\nclaim trace "A trace." { seen: 2024-05-01 }\n'
    + BODY.replace("}\n", "    | sign  |  | CC | I | N |\n    | trace |  | C | I | N |\n}\n")
)


def test_what_was_not_seen_does_not_count_and_is_shown_beside() -> None:
    found = only(UNSEEN)
    assert [row.id for row in found.rows if not row.counted] == ["sign"]
    assert values(found, "inconsistency") == [0, 4, 2]
    assert found.absence is not None
    assert found.absence.scores["inconsistency"].values == {"x": 2, "y": 4, "z": 2}  # its absence is II for x
    assert found.absence.verdict.leader is None
    assert [one.caveat for one in found.verdict.caveats if one.caveat == "absence"] == ["absence"]
    assert [(one.id, one.seen, one.expected_by, one.row) for one in found.indicators] == [
        ("sign", "no", ("x",), True), ("trace", "2024-05-01", ("x",), True),
    ]  # fmt: skip


def test_indicators_of_the_map_count_as_indicators_too() -> None:
    found = only(HEAD + 'claim sign "A sign." { seen: no }\ny because sign\n' + BODY)
    assert [(one.id, one.expected_by, one.row) for one in found.indicators] == [("sign", ("y",), False)]


def test_the_next_observation_is_the_one_that_could_change_the_lead() -> None:
    told = only(UNSEEN).next
    assert told is not None
    assert (told.kind, told.row, told.between, told.changes) == ("indicator", "sign", ("x", "z"), True)
    assert (told.if_so, told.if_not) == ("x", None)


def test_assuming_what_was_not_seen_counts_it() -> None:
    found = only(UNSEEN, Scenario(title="seen", changes=[Change("assume", "sign")]))
    (one,) = found.scenarios
    assert one.added == ("sign",)
    assert one.reading.scores["inconsistency"].values == {"x": 0, "y": 5, "z": 2}


# ----------------------------------------------------------------------------------------------- scenarios

SCENARIOS = (
    HEAD
    + BODY
    + """
claim staged "It was staged."
claim seen-by-many "Many saw it." { because e1 }
scenario "without the wire" { withdraw wire }
scenario "nothing" { assume staged }
scenario "rated otherwise" {
    deny e3
    matrix q {
        |    | relevance: | x  | y |
        | e2 | low        | II | C |
        | e1 |            |    | C |
        | staged |        | N  | C |
    }
}
scenario "graded otherwise" { set e3 { credibility: 1 } set e2 { relevance: low } set wire { reliability: E } }
scenario "x is out" { deny x }
"""
)


def scenario(found: MatrixAnalysis, title: str) -> ScenarioOutcome:
    return next(one for one in found.scenarios if one.title == title)


def test_a_source_withdrawn_takes_its_rows() -> None:
    one = scenario(only(SCENARIOS), "without the wire")
    assert one.fallen == {"e1": "withdrawn", "e2": "withdrawn"}
    assert one.reading.scores["inconsistency"].values == {"x": 0, "y": 0, "z": 1}
    assert one.leaders_changed == ("inconsistency", "weighted", "squared", "bits")
    assert one.reading.verdict.leader is None


def test_a_scenario_that_touches_nothing_says_so() -> None:
    one = scenario(only(SCENARIOS), "nothing")
    assert (one.touched, one.fallen, one.added, one.rerated) == (False, {}, (), ())


def test_other_ratings() -> None:
    one = scenario(only(SCENARIOS), "rated otherwise")
    assert one.fallen == {"e3": "denied"}
    assert one.added == ("staged",)
    assert [(c.row, c.hypothesis, c.before, c.after, c.steps) for c in one.rerated] == [
        ("e1", "y", "I", "C", 2), ("e2", "x", "CC", "II", 4), ("e2", "y", "II", "C", 3),
    ]  # fmt: skip
    assert one.reading.scores["inconsistency"].values == {"x": 2, "y": 0, "z": 1}
    assert one.reading.scores["weighted"].values["x"] == pytest.approx(2**0.5)  # II of low relevance
    assert one.reading.verdict.leader == "y"


def test_other_grades() -> None:
    found = only(SCENARIOS, discount=True)
    one = scenario(found, "graded otherwise")
    assert one.reading.scores["weighted"].values["z"] == pytest.approx(1 + 2**0.5)
    assert one.reading.scores["weighted"].values["y"] == pytest.approx(1 + 2**0.5)
    assert one.reading.scores["bits"].terms[0] != found.together.scores["bits"].terms[0]  # the wire is graded E


def test_a_hypothesis_that_is_denied_leaves() -> None:
    one = scenario(only(SCENARIOS), "x is out")
    assert one.hypotheses == ("y", "z")
    assert one.reading.scores["inconsistency"].values == {"y": 3, "z": 2}
    assert one.reading.verdict.leader == "z"


def test_assuming_one_of_exclusive_answers_takes_out_the_others() -> None:
    text = HEAD.replace("[x, y, z] }", "[x, y, z]  exclusive: yes }") + BODY
    found = only(text, Scenario(title="s", changes=[Change("assume", "y")]))
    assert found.scenarios[0].hypotheses == ("y",)


def test_a_row_falls_with_all_that_supports_it() -> None:
    text = SCENARIOS.replace("| e4 |            | C  | C  | C |", "| seen-by-many | | C | C | I |")
    one = scenario(only(text), "without the wire")
    assert one.fallen["seen-by-many"] == "no longer holds"


# ------------------------------------------------------------------------------------------- probabilities

NUMBERS = """
question q "Who?" { hypotheses: [x, y]  exclusive: yes  exhaustive: no }
hypothesis x "X." { prior: 20% }
hypothesis y "Y." { prior: 60%..80% }
evidence e "E."
evidence f "F."
matrix q {
    |   | x   | y        |
    | e | 0.9 | 0.3      |
    | f | 0.5 | 0.2..0.4 |
}
"""


def test_posteriors_only_where_the_author_wrote_everything() -> None:
    found = only(NUMBERS).posteriors
    x, y = 0.2 * 0.9 * 0.5, 0.7 * 0.3 * 0.3
    assert found.values == pytest.approx({"x": x / (x + y), "y": y / (x + y)})
    assert found.conditional  # given that one of these is true
    low, high = 0.6 * 0.3 * 0.2, 0.8 * 0.3 * 0.4
    assert found.limits["x"] == pytest.approx((x / (x + high), x / (x + low)))
    assert not only(NUMBERS.replace("exhaustive: no", "exhaustive: yes")).posteriors.conditional


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("| 0.9 |", "| CC |", "letters"),
        ("{ prior: 20% }", "", "no priors"),
        ("exclusive: yes", "exclusive: no", "not exclusive"),
        ("prior: 20%", "prior: 90%", "incoherent priors"),
    ],
)
def test_else_there_are_none(old: str, new: str, why: str) -> None:
    found = only(NUMBERS.replace(old, new))
    assert (found.posteriors.values, found.posteriors.why_not) == ({}, why)


def test_a_likelihood_counts_as_the_nearest_letter() -> None:
    found = only(NUMBERS)
    assert [cell.together.letter for row in found.rows for cell in row.cells] == ["CC", "I", "N", "I"]
    assert values(found, "inconsistency") == [0, 2]


def test_stated_probabilities_that_cannot_all_hold() -> None:
    found = only(NUMBERS.replace("prior: 20%", "prior: 50%"))
    assert [(one.kind, one.hypotheses) for one in found.coherence[0].faults] == [("sum above 1", ("x", "y"))]
    assert found.coherence[0].nearest == pytest.approx({"x": 0.4, "y": 0.6})
    part = HEAD.replace('"X did it."', '"X did it." { likelihood: very-likely }').replace(
        '"Y did it."', '"Y did it." { likelihood: unlikely }'
    )
    (each,) = only(part + "x entails y\n" + BODY).coherence
    assert (each.key, [one.kind for one in each.faults]) == ("likelihood", ["part above whole"])
    assert each.nearest["x"] == each.nearest["y"]


# ------------------------------------------------------------------------------- the map's own view


def test_the_map_argues_otherwise_than_the_raters_rate() -> None:
    text = (
        HEAD
        + BODY
        + 'y because e1\nx but e2\nx because claim c "C." { because e4 }\nz because e3 as zs\nzs unless e4\nevidence e6 "Six."\ny because e6\n'
    )
    found = only(text)
    assert found.argued.cells == {
        "e1": ("", "C", ""), "e2": ("I", "", ""), "e3": ("", "", "C"), "e4": ("C", "", ""),
    }  # fmt: skip
    assert [(one.row, one.hypothesis, one.argued, one.rated, one.kind) for one in found.argued.differences] == [
        ("e1", "y", "C", "I", "opposite"), ("e2", "x", "I", "CC", "opposite"), ("e3", "z", "C", "I", "opposite"),
    ]  # fmt: skip
    assert found.argued.unrated == ("e6",)
