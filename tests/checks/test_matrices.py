"""Rules on competing hypotheses: what they see beyond the examples of their pages, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from argmap.checks.settings import Settings, Thresholds
from argmap.pipeline import analyse

HEAD = """
source log "The log" {{ {source} }}
source pilot "The pilot"
question q "Why?" {{ hypotheses: [a, b{more}]  {said} }}
hypothesis a "A did it." {{ because one }}
hypothesis b "B did it." {{ because two }}
evidence one "One thing was seen." {{ cite: log p1 }}
evidence two "Two things were seen." {{ cite: log p2 }}
evidence three "Three things were seen." {{ cite: pilot p3 }}
"""
RESIDUAL = 'hypothesis c "None of these." { residual: yes }\n'


def head(source: str = "", more: str = "", said: str = "exclusive: yes  exhaustive: yes") -> str:
    return HEAD.format(source=source, more=more, said=said) + (RESIDUAL if more else "")


def matrix(*rows: str, columns: str = "a | b", rater: str = "") -> str:
    body = "".join(f"    | {row} |\n" for row in (f" | {columns}", *rows))
    return f"matrix q {rater}{{\n{body}}}\n"


def found(code: str, text: str, **thresholds: Any) -> list[str]:
    settings = Settings((code,), thresholds=replace(Thresholds(), **thresholds))
    analysis = analyse("m.argmap", {"m.argmap": text.encode()}.__getitem__, needs=(), checks=settings)
    assert [each for each in analysis.diagnostics if each.code[0] == "L"] == []
    return [each.message for each in analysis.diagnostics]


def test_the_residual_answer_competes_but_is_not_tested() -> None:
    text = head(more=", c") + matrix("one | C | I |", "two | II | C |", columns="a | b | c")
    assert found("H401", text) == []
    assert found("H405", text) == []
    assert found("H406", text) == []


def test_a_set_that_says_it_is_not_exhaustive_is_left_alone_until_it_is_ranked() -> None:
    assert found("H402", head(said="exhaustive: no")) == []
    assert len(found("H402", head(said="exhaustive: no") + matrix("one | C | I"))) == 1
    assert found("H402", head(said="exclusive: yes", more=", c")) == []


def test_a_row_with_a_reason_may_tell_nothing_apart() -> None:
    assert len(found("H404", head() + matrix("one | N | N", "two | I | C"))) == 1
    assert (
        found("H404", head() + matrix('one | N | N | "expected either way', "two | I | C").replace("way |", 'way"'))
        == []
    )
    assert found("H404", head() + matrix("one | N |", "two | I | C")) == []  # H405 speaks of that


def test_how_much_of_a_column_may_be_untested() -> None:
    text = head() + matrix("one | C | NA", "two | I | NA", "three | C | C")
    assert found("H405", text) == ["most rows say nothing of `b`"]
    assert found("H405", text, unrated_share=0.7) == []
    assert found("H405", head() + matrix("one | C | I", "two | I | C")) == []


def test_a_leader_that_nothing_could_have_spoken_against() -> None:
    (message,) = found("H406", head() + matrix("one | C | I", "two | CC | N"))
    assert message == "every row fits `a`, which leads: what would not?"
    assert found("H406", head() + matrix("one | C | I", "two | N | N")) == []


def test_raters_who_disagree_cannot_decide() -> None:
    text = head() + 'voice ann "Ann"\nvoice bea "Bea"\n'
    text += matrix("one | C | II", rater="by ann ") + matrix("one | II | C", rater="by bea ")
    (message,) = found("H407", text)
    assert "raters disagree on `a` and `b`" in message


def test_how_far_ahead_a_leader_has_to_be() -> None:
    text = head() + matrix("one | N | I", "three | N | I")
    assert found("H407", text) == []
    assert found("H407", text, margin=3.0) == ["`a` leads by 2 only, under `inconsistency`"]


def test_a_lead_on_several_sound_rows_hangs_on_none() -> None:
    assert len(found("H408", head() + matrix("one | N | I", "two | N | N"))) == 1
    assert found("H408", head() + matrix("one | N | II", "three | N | II", "two | N | N")) == []


def test_rows_of_two_origins_are_not_called_dependent() -> None:
    assert found("H409", head() + matrix("one | N | I", "three | N | I")) == []
    assert found("H409", head() + matrix("one | N | I", "two | N | I"))[0].startswith("2 rows count as 1 independent")


@pytest.mark.parametrize(("said", "number"), [("exclusive: no", 1), ("exclusive: yes", 0), ("", 0)])
def test_posteriors_want_answers_that_exclude_each_other(said: str, number: int) -> None:
    text = head(said=said).replace("{ because one }", "{ prior: 0.5 }").replace("{ because two }", "{ prior: 0.5 }")
    assert len(found("H403", text + matrix("one | 0.2 | 0.8"))) == number


def test_posteriors_against_a_stated_likelihood() -> None:
    text = (
        head()
        .replace("{ because one }", "{ prior: 0.5  likelihood: 90% }")
        .replace("{ because two }", "{ prior: 0.5 }")
    )
    (message,) = found("H410", text + matrix("one | 0.2 | 0.8"))
    assert message == "`a` is 90 %; likelihoods and priors of the matrix give 20 %"
    assert found("H410", text.replace("90%", "10%..30%") + matrix("one | 0.2 | 0.8")) == []


def test_deception_may_be_asked_about_in_words() -> None:
    rows = matrix("one | C | I")
    interested = 'voice king "The king"\n' + head(source="interest: king")
    assert len(found("H412", interested + rows)) == 1
    assert found("H412", interested.replace("B did it", "B staged it") + rows) == []
    assert found("H412", interested + matrix("three | C | I")) == []  # the row is not from there


def test_indicators_and_what_was_not_seen() -> None:
    bare = head() + matrix("one | C | I")
    assert len(found("H413", bare)) == 1
    assert len(found("H414", bare)) == 1
    watched = head() + 'claim trace "A trace is found." { seen: no }\n'
    assert found("H413", watched + matrix("one | C | I", "trace | C | N")) == []
    assert found("H414", watched + matrix("one | C | I", "trace | C | N")) == []
    aside = watched + "a because trace\n" + matrix("one | C | I")
    assert found("H413", aside) == []
    assert found("H414", aside) == ["`trace` was looked for and not seen, and has no row"]


def test_a_reason_anywhere_in_the_row_explains_a_rating() -> None:
    assert found("H415", head() + matrix("one | C | I"))[0].startswith("`one` speaks against `b`")
    assert found("H415", head() + matrix('one | C | I "too few"')) == []


def test_only_ratings_that_say_the_opposite_of_the_steps_are_told() -> None:
    assert found("H416", head() + matrix("one | N | N")) == []
    assert found("H416", head() + matrix("one | I | N")) == ["in the map `one` speaks for `a`, and here it is rated I"]


def test_a_matrix_without_a_rating_is_no_matter_yet() -> None:
    text = head() + matrix("one | |", "two | |")
    for code in ("H404", "H405", "H406", "H407", "H408", "H409", "H412", "H413", "H414", "H415", "H416"):
        assert found(code, text) == []
