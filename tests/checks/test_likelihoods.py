"""Rules on stated likelihoods: what they see beyond the examples of their pages, and what they leave alone."""

from __future__ import annotations

import pytest

from argmap.checks.settings import Settings
from argmap.pipeline import analyse

ICD, PHIA, IPCC = ('map "M" { scale: icd203 }\n', 'map "M" { scale: phia }\n', 'map "M" { scale: ipcc }\n')


def found(code: str, text: str, scale: str = "") -> list[str]:
    settings = Settings((code,), scale=scale)
    return [
        each.message
        for each in analyse("m.argmap", {"m.argmap": text.encode()}.__getitem__, needs=(), checks=settings).diagnostics
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ICD + 'claim a "A." { likelihood: improbable }\nclaim b "B." { likelihood: unlikely }', "`unlikely` is of the other row of ICD 203 than `improbable`"),
        ('claim a "A." { likelihood: highly-likely }\nclaim b "B." { likelihood: very-likely }', "`highly-likely` and `very-likely` stand on no scale together"),
        (IPCC + 'claim a "A." { likelihood: almost-certain }', "`almost-certain` is no word of the IPCC scale"),
    ],
)  # fmt: skip
def test_words_that_do_not_go_together(text: str, said: str) -> None:
    (message,) = found("C203", text)
    assert said in message


@pytest.mark.parametrize(
    "text",
    [
        'claim a "A." { likelihood: likely }\nclaim b "B." { likelihood: 20% }',
        'claim a "A." { likelihood: likely }\nclaim b "B." { likelihood: unlikely }',  # on three scales
        IPCC + 'claim a "A." { likelihood: likely }\nclaim b "B." { likelihood: very-likely }',
    ],
)
def test_words_that_do(text: str) -> None:
    assert found("C203", text) == []


def test_the_configuration_names_a_scale_for_maps_without_one() -> None:
    text = 'claim a "A." { likelihood: highly-likely }'
    assert found("C203", text) == []
    assert len(found("C203", text, scale="icd203")) == 1
    assert found("C203", PHIA + text, scale="icd203") == []  # the map's own word goes first


@pytest.mark.parametrize(
    ("likelihood", "said"),
    [
        (
            'likely "80 %"',
            "`likely` is 55–80 % on ICD 203; the reason says 80 %",
        ),  # a shared end counts for the upper band
        ('likely "about 20 to 30 per cent"', "the reason says 20–30 %"),
        ('almost-certain "~60%: two of three"', "the reason says 60 %"),
        ("100%", "100 % has no word on ICD 203"),
        ("0%", "0 % has no word on ICD 203"),
    ],
)
def test_a_number_against_its_word(likelihood: str, said: str) -> None:
    (message,) = found("C205", f'{ICD}claim a "A." {{ likelihood: {likelihood} }}')
    assert said in message


@pytest.mark.parametrize(
    "likelihood",
    ['likely "55 %"', 'likely "70-90%"', 'likely "turnout was 40 %"', 'likely "two of 3 agree"', "70%", "40%..90%"],
)
def test_a_number_that_may_stand_beside_its_word(likelihood: str) -> None:
    assert found("C205", f'{ICD}claim a "A." {{ likelihood: {likelihood} }}') == []


def test_a_number_in_a_gap_of_the_yardstick_has_no_word() -> None:
    (message,) = found("C205", PHIA + 'claim a "A." { likelihood: 52% }')
    assert "52 % has no word on the PHIA yardstick" in message
    assert found("C205", PHIA + 'claim a "A." { likelihood: 50%..60% }') == []
    assert found("C205", 'claim a "A." { likelihood: 52% }') == []  # no scale is named


def test_a_word_may_mean_what_any_scale_says_where_none_is_named() -> None:
    assert found("C205", 'claim a "A." { likelihood: likely "58 %" }') == []
    assert found("C205", IPCC + 'claim a "A." { likelihood: likely "58 %" }') != []


def test_restatements_have_one_likelihood() -> None:
    pair = 'claim a "A." {{ likelihood: {} }}\nclaim b "B." {{ likelihood: {} }}\na restates b'
    (message,) = found("C205", ICD + pair.format("likely", "20%"))
    assert message == "`b` restates `a`, and is 20 %, not `likely`"
    assert found("C205", ICD + pair.format("likely", "60%")) == []


SOURCE = 'source log "Log"\n'


def test_confidence_needs_a_ground() -> None:
    claim = 'claim a "A." {{ {}\nbecause evidence e "E." {{ cite: log p1 }} }}'
    assert found("C214", SOURCE + claim.format("confidence: high")) == [
        "confidence is high, and one origin stands behind `a`, `log`"
    ]
    assert found("C214", SOURCE + claim.format("confidence: moderate")) == []
    assert found("C214", SOURCE + 'claim a "A." { confidence: high }') == [
        "confidence is high, and no source stands behind `a`"
    ]
    doubtful = ICD + SOURCE + 'claim a "A." { likelihood: almost-certain  confidence: low }'
    assert "with low confidence" in found("C214", doubtful)[0]
    assert found("C214", ICD + SOURCE + 'claim a "A." { likelihood: likely  confidence: low }') == []


ANSWERS = 'question q "Q?" {{ hypotheses: [a, b]  {} }}\nhypothesis a "A." {{ {} }}\nhypothesis b "B." {{ {} }}\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ANSWERS.format("exclusive: yes", "prior: 0.7", "prior: 0.6"), "the priors of `a` and `b` sum to at least 130 %"),
        (ANSWERS.format("exclusive: yes  exhaustive: yes", "likelihood: 20%", "likelihood: 30%..40%"), "sum to at most 60 %"),
        (ICD + ANSWERS.format("exclusive: yes", "likelihood: very-likely", "likelihood: likely"), "sum to at least 135 %"),
        (ANSWERS.format("", "likelihood: 70%", "likelihood: 50%") + "a entails b", "which it entails, 50 %"),
        (ANSWERS.format("", "likelihood: 70%", "likelihood: 50%") + "a excludes b", "at most one of them is true"),
    ],
)  # fmt: skip
def test_probabilities_that_cannot_be(text: str, said: str) -> None:
    (message,) = found("H411", text)
    assert said in message


@pytest.mark.parametrize(
    "text",
    [
        ANSWERS.format("", "likelihood: 70%", "likelihood: 60%"),  # both may be true
        ANSWERS.format("exclusive: yes", "likelihood: 40%..70%", "likelihood: 50%"),
        ANSWERS.format("exclusive: yes  exhaustive: yes", "likelihood: 20%", ""),
        ANSWERS.format("", "likelihood: 50%", "likelihood: 70%") + "a entails b",
        ANSWERS.format("exclusive: yes", "likelihood: likely", "likelihood: unlikely"),
    ],
)
def test_probabilities_that_can(text: str) -> None:
    assert found("H411", text) == []


def test_the_nearest_coherent_set_is_given() -> None:
    text = ANSWERS.format("exclusive: yes  exhaustive: yes", "likelihood: 70%", "likelihood: 50%")
    settings = Settings(("H411",))
    (one,) = analyse("m.argmap", {"m.argmap": text.encode()}.__getitem__, needs=(), checks=settings).diagnostics
    assert one.help == "the nearest that can be: `a` 60 % and `b` 40 %"
    assert [label.text for label in one.related] == ["50 %"]


def test_words_against_strengths_where_there_is_no_matrix() -> None:
    answers = ANSWERS.format("exclusive: yes", "likelihood: FIRST", "likelihood: SECOND\nbecause e because f")
    text = (
        'source log "Log" { reliability: A }\nsource other "Other" { reliability: A }\n'
        + answers
        + 'evidence e "E." { cite: log p1  credibility: 2 }\nevidence f "F." { cite: other p1  credibility: 2 }\n'
        + 'a but evidence g "G." { cite: log p2  credibility: 2 }'
    )

    def told(first: str, second: str) -> list[str]:
        return found("H410", text.replace("FIRST", first).replace("SECOND", second))

    assert "is the stronger one" in told("80%", "10%")[0]
    assert told("10%", "80%") == []
    assert told("40%..80%", "30%..50%") == []  # they say no order
