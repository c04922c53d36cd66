"""Quoted words and numbers, looked up in the texts of documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.provenance.texts.folding import fold, words_of
from argmap.provenance.texts.numbers import figures_in, numbers_in, stands_among
from tests.provenance.texts.shelf import documents_of, figure_of, quote_of

TEXT = """\
The pier was closed in May 2019, "for good", as the harbour-\u00admaster's log has it.\u00b9

Storms took it\u2014twice in a de\u00adcade\u2014and nobody re-
built the *northern* arm. It cost 1,250,000 crowns, or 40 per cent of the year\u2019s budget.
\x0c
The council may, or may not, have known.
"""


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ("par1", "for good, as the harbour-master's log"),
        ("par1", "“for good”, AS THE HARBOUR MASTER’S LOG HAS IT"),
        ("par1", "has it"),
        ("par2", "twice in a decade – and nobody"),
        ("par2", "nobody rebuilt the northern arm"),
        ("par2", "the `northern` arm. It cost"),
        ("par2", "Storms took it … or 40 per cent"),
        ("par2", "Storms took it [...] or 40 per cent"),
        ("par2", "took [the pier] twice"),
        ("par2", "the year's budget"),
        ("par1-2", "log has it. Storms took it"),
        ("p2", "may, or may not"),
        ("l6", "The council may"),
        ("", "or may not"),
        ("s4", "or may not"),
        ("p99", "or may not"),
    ],
)
def test_words_are_found_whatever_their_dress(places: str, words: str) -> None:
    assert quote_of(TEXT, places, words) == ("found", "", None)


def test_words_that_stand_elsewhere_are_found_there() -> None:
    assert quote_of(TEXT, "par1", "nobody re-built the northern arm")[:2] == ("elsewhere", "par2")
    assert quote_of(TEXT, "p1", "may, or may not")[:2] == ("elsewhere", "par3")


def test_words_that_stand_nowhere_come_with_the_nearest() -> None:
    assert quote_of(TEXT, "par3", "the council might or might not have known") == (
        "missing", "par3", "The council may, or may not, have known",
    )  # fmt: skip
    assert quote_of(TEXT, "par1", "storms took them twice")[2] == "Storms took it\u2014twice"
    assert quote_of(TEXT, "par1", "unicorns graze on green meadows")[2] is None


def test_words_are_whole_words_in_their_order() -> None:
    assert quote_of(TEXT, "par2", "budge")[0] == "missing"
    assert quote_of(TEXT, "par2", "or 40 per cent … Storms took it")[0] == "missing"


def test_a_place_that_is_not_there_is_told() -> None:
    (quote,) = documents_of(TEXT, "par2 par9 n3").quotes
    assert (quote.verdict, quote.absent) == ("no-place", ("par9",))
    assert documents_of(TEXT, "par2").quotes == ()


def test_where_no_text_is_at_hand_nothing_is_said() -> None:
    assert documents_of(None, "par9", "anything", "In 1066.") is None


@given(st.text(max_size=60))
def test_folding_keeps_places(text: str) -> None:
    folded = fold(text)
    assert folded.starts == sorted(folded.starts)
    for word, start, end in zip(folded.words, folded.starts, folded.ends, strict=True):
        assert words_of(text[start:end]) == [word]


@given(st.text(alphabet="abc -\u2014'\"…\u00ad\n*_", max_size=80), st.data())
def test_whatever_is_copied_from_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.words:
        return
    first = data.draw(st.integers(0, len(folded.words) - 1))
    last = data.draw(st.integers(first + 1, len(folded.words)))
    start, end = folded.span(first, last)
    assert folded.find(words_of(text[start:end])) is not None


# ---------------------------------------------------------------- numbers


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("28,000 boxes", "28 000 boxes"),
        ("28,000 boxes", "28.000 Kisten"),
        ("1.5 million people", "1,500,000 people"),
        ("2 million people", "two million people"),
        ("95% of it", "95 per cent of it"),
        ("More than 98% of it", "98.4 percent of it"),
        ("about 1,400 men", "1,387 men"),
        ("four missiles", "4 missiles"),
        ("twenty-five ships", "25 ships"),
        ("two storms", "both storms"),
        ("On 11 August 2024", "on August 11, 2024"),
        ("On 2024-08-11", "on August 11th, 2024"),
        ("since May 2019", "since 2019-05"),
        ("in 2022-23", "in 2022 and 2023"),
        ("a KN-23", "a KN-23 missile"),
        ("in the 1990s", "in the 1990s"),
        ("one of them", "some of them"),
        ("two persons were named", "Li and Zhang were named"),
        ("the three states", "China, Russia and North Korea"),
        ("twelve ships and three million crowns", "of the twelve¹ ships, ²three million³ crowns"),
        ("half of it", "most of it"),
        ("a third of 300", "300"),
    ],
)
def test_numbers_agree_however_they_are_written(statement: str, source: str) -> None:
    assert figure_of(statement, source) == ()


@pytest.mark.parametrize(
    ("statement", "source", "missing"),
    [
        ("28,000 boxes", "2,800 boxes", ("28,000",)),
        ("95% of it", "98% of it", ("95%",)),
        ("three ships were taken", "four ships were taken", ("three",)),
        ("On 11 September 2024", "on August 11, 2024", ("September",)),
        ("1.5 million people", "15 million people", ("1.5 million",)),
        ("about 1,400 men", "1,530 men", ("1,400",)),
        ("1,400 men", "1,387 men", ("1,400",)),
        ("In 2024 it sent 30 and 40.", "In 2024 it sent 30.", ("40",)),
        ("a KN-24", "a KN-23", ("24",)),
    ],
)
def test_numbers_that_the_source_does_not_have(statement: str, source: str, missing: tuple[str, ...]) -> None:
    assert figure_of(statement, source) == missing


def test_a_number_is_looked_up_in_the_cited_places_only_and_told_from_where_it_stands() -> None:
    found = documents_of(TEXT, "par1", "", "It cost 1,250,000 crowns.")
    assert found is not None
    (figure,) = found.figures
    assert (figure.missing, figure.where, figure.there) == (("1,250,000",), ("par2",), ("May", "2019"))


@given(st.integers(2, 10**9))
def test_a_number_agrees_with_itself_in_any_form(number: int) -> None:
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "\u202f"), f"{number} per cent"):
        for wanted in figures_in(f"It was {number:,} in all."):
            assert stands_among(wanted, frozenset().union(*(each.readings for each in numbers_in(written))))
