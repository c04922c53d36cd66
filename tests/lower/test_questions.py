"""`answers:` on a step names a critical question of its scheme; what is none is told, with a near one where there is."""

import pytest

from tests.reading import analysis_of, map_of

TEXT = """
claim safe "The bridge is safe." {{
    because "The engineer says so." as expert {{
        {scheme}
        {answers}
        unless "She was paid." {undercut}
    }}
}}
"""
SCHEME = "scheme: expert-opinion"


def told(scheme: str = SCHEME, answers: str = "", undercut: str = "") -> list[tuple[str, str, list[str]]]:
    found = analysis_of(TEXT.format(scheme=scheme, answers=answers, undercut=undercut)).diagnostics
    return [(each.code, each.message, [mend.text.strip() for mend in each.mends]) for each in found]


@pytest.mark.parametrize(
    ("answers", "undercut"),
    [
        ("answers: evidence", ""),
        ('answers: evidence "she measured"  answers: said', ""),
        ("", "as { answers: bias }"),
        ("", 'as { answers: other-experts "two others disagree" }'),
    ],
)
def test_questions_of_the_scheme_are_fine_on_the_step_and_on_what_undercuts_it(answers: str, undercut: str) -> None:
    assert told(answers=answers, undercut=undercut) == []


def test_answers_are_kept_with_their_words() -> None:
    step = map_of(TEXT.format(scheme=SCHEME, answers='answers: evidence "she measured"', undercut="")).steps[0]
    assert [(each.value, each.reason) for each in step.all("answers")] == [("evidence", "she measured")]


def test_a_slip_is_told_with_the_near_name() -> None:
    assert told(answers="answers: evidense") == [
        ("L183", "`expert-opinion` has no critical question `evidense`", ["answers: evidence"])
    ]


def test_without_a_scheme_there_is_no_question() -> None:
    assert [(code, mends) for code, _, mends in told(scheme="", answers="answers: evidence")] == [("L183", [])]
    assert [(code, mends) for code, _, mends in told(scheme="", undercut="as { answers: bias }")] == [("L183", [])]


def test_on_the_statement_it_is_told_where_it_belongs() -> None:
    assert told(undercut="{ answers: bias }") == [
        (
            "L183",
            "`bias` is a critical question of a scheme, and this block belongs to a statement",
            ["unless … as { answers: bias }"],
        )
    ]
    assert [code for code, _, _ in told(undercut="{ answers: nothing-known }")] == ["L201"]
