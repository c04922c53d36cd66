"""Texts, figures and places on their way into pictures and pages."""

import pytest

from argmap.model import Range
from argmap.render.figures import band, shown, shown_range, shown_strength, spread
from argmap.render.markup import plain, safe_url, to_html
from argmap.render.places import anchor_of, locator, locators
from argmap.render.text import clean, fit, right_to_left, shorten, width, wrap
from argmap.strength.result import StatementStrength


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "<.01"),
        (0.004, "<.01"),
        (0.005, ".01"),
        (0.5, ".50"),
        (0.724, ".72"),
        (0.994, ".99"),
        (0.996, ">.99"),
        (1.0, ">.99"),
    ],
)
def test_figures_have_two_decimals_and_no_leading_zero(value: float, text: str) -> None:
    assert shown(value) == text


def test_a_range_is_one_figure_where_its_ends_are() -> None:
    assert shown_range(0.434, 0.705) == ".43–.71"
    assert shown_range(0.501, 0.502) == ".50"


def test_what_is_not_assessed_is_no_zero() -> None:
    nothing = StatementStrength(0.5, Range(0.5, 0.5), None, None, None)
    assert shown_strength(nothing) == shown_strength(None) == "not assessed"
    assert band(nothing) is None


def test_what_does_not_settle_is_shown_with_its_interval() -> None:
    found = StatementStrength(0.5, Range(0.5, 0.5), 0.57, 0.43, 0.71, undetermined=True)
    assert shown_strength(found) == ".43–.71"
    assert band(found) == (0.43, 0.71)


def test_a_spread_is_shown_only_where_there_is_one() -> None:
    assert spread(StatementStrength(0.7, Range(0.6, 0.8), 0.7, 0.6, 0.8)) == ".60–.80"
    assert spread(StatementStrength(0.7, Range(0.7, 0.7), 0.7, 0.7, 0.7)) == ""


def test_cleaning_leaves_letters_and_takes_what_harms() -> None:
    assert clean("a\x00b\tc\n d\u202ee\ud800f\ufffeg\U0001ffffh") == "a b c d e f g h"
    assert clean("طلع 中國 é 👩‍👩‍👧‍👦") == "طلع 中國 é 👩‍👩‍👧‍👦"


def test_lines_keep_to_their_room() -> None:
    lines = wrap("A faulty configuration push to the pump controllers caused the outage", 16)
    assert lines == ["A faulty configuration push to the", "pump controllers caused the outage"]
    assert all(width(line) <= 16 for line in wrap("word " * 50 + "x" * 200, 16, most=100))


def test_text_that_is_left_over_gives_way_to_an_ellipsis() -> None:
    lines = wrap("one two three four five six seven", 4, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_marks_stay_with_their_letters() -> None:
    assert "".join(wrap("e\u0301" * 100, 5, most=100)) == "e\u0301" * 100
    assert all(line.startswith("e") for line in wrap("e\u0301" * 100, 5, most=100))


def test_fitting_and_shortening() -> None:
    assert fit("short", 10) == "short"
    assert fit("a name that is rather long", 5).endswith("…")
    assert shorten("a text of some words", 12) == "a text of…"
    assert shorten("x" * 100, 10) == "x" * 9 + "…"


def test_the_first_letter_with_a_direction_decides() -> None:
    assert right_to_left("1. طلع the")
    assert not right_to_left("the طلع")
    assert not right_to_left("123")


def find(identifier: str) -> str | None:
    return {"known": "#claim-known"}.get(identifier)


@pytest.mark.parametrize(
    ("text", "html", "words"),
    [
        ("a *very* old `x<y`", "a <em>very</em> old <code>x&lt;y</code>", "a very old x<y"),
        ("2*3*4 and * stars *", "2*3*4 and * stars *", "2*3*4 and * stars *"),
        ("[it](#known)", '<a href="#claim-known">it</a>', "it"),
        ("[it](#other)", "it", "it"),
        ("[x](javascript:alert)", "x (javascript:alert)", "x"),
        ("[x](mailto:a@b.org)", '<a href="mailto:a@b.org" rel="noreferrer">x</a>', "x"),
        (
            "[x](https://e.org/a_(b)?c&d)",
            '<a href="https://e.org/a_(b)?c&amp;d" rel="noreferrer">x</a>',
            "x",
        ),
        ('<b> & "', "&lt;b&gt; &amp; &quot;", '<b> & "'),
        ("`*not emphasis*`", "<code>*not emphasis*</code>", "*not emphasis*"),
        ("a\n\n b", "a b", "a b"),
    ],
)
def test_light_markup(text: str, html: str, words: str) -> None:
    assert to_html(text, find) == html
    assert plain(text) == words


@pytest.mark.parametrize("url", ["http://e.org", "https://e.org/a?b=c&d#e", "mailto:a@b.org", " HTTPS://e.org "])
def test_addresses_that_may_become_links(url: str) -> None:
    assert safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\tscript:x",
        "data:text/html,x",
        "//e.org",
        "file:///x",
        "e.org",
        "",
        "https://",
        "https://a b",
    ],
)
def test_addresses_that_stay_text(url: str) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("par22", "par. 22"),
        ("par20-22", "par. 20–22"),
        ("parq", "pull quote"),
        ("p7", "p. 7"),
        ("n33-36", "n. 33–36"),
        ("s4.2", "sec. 4.2"),
        ("l120", "line 120"),
        ("t00:12:30", "at 00:12:30"),
        ("strange", "strange"),
    ],
)
def test_locators_in_words(written: str, words: str) -> None:
    assert locator(written) == words


def test_the_unit_is_not_said_twice_running() -> None:
    assert locators(["par20", "par22", "n3", "par9"]) == "par. 20, 22, n. 3, par. 9"


def test_ids_that_differ_stay_different() -> None:
    names = ["a-b", "a_b", "a.b", "a b", "a~20~b", "面", "a/b", "a\u0301"]
    assert len({anchor_of(name) for name in names}) == len(names)
    assert anchor_of("a-b_1.c") == "a-b_1.c"
    assert anchor_of("á") == anchor_of("a\u0301")
