"""Figures for people: one rule of rounding, wherever they are shown."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli import run
from argmap.render.figures import shown
from argmap.render.wording import bits_of, fixed
from argmap.rounding import rounded, trimmed

HALF = """
source log "Log" { reliability: B }
hypothesis late "The ferry was late." {
    because evidence seen "It left at ten past nine." { cite: log p4  credibility: 2 }
}
"""  # .5 + (.85 - .5) * .9 = .815, which as a float lies a little below


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (0.815, 2, "0.82"),
        (0.8149, 2, "0.81"),
        (0.125, 2, "0.13"),
        (0.375, 2, "0.38"),
        (2.5, 0, "3"),
        (0.05, 1, "0.1"),
        (-0.815, 2, "-0.82"),
        (-0.001, 2, "0.00"),
        (9.999, 2, "10.00"),
        (1.005, 2, "1.01"),
        (float("inf"), 4, "inf"),
    ],
)
def test_a_half_goes_up(value: float, places: int, text: str) -> None:
    assert rounded(value, places) == text


def test_noughts_at_the_end_are_left_out_where_they_say_nothing() -> None:
    assert [trimmed(value, 1) for value in (6.0, 1.84, 10.0, 0.05)] == ["6", "1.8", "10", "0.1"]


@given(st.integers(-(10**7), 10**7), st.integers(0, 4))
def test_what_is_written_in_decimals_is_rounded_as_by_hand(number: int, places: int) -> None:
    written = Decimal(number).scaleb(-5)
    by_hand = written.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(rounded(float(written), places)) == by_hand


@given(st.floats(0, 1), st.integers(1, 4))
def test_what_is_shown_is_nearest(value: float, places: int) -> None:
    assert abs(float(rounded(value, places)) - value) <= 0.5 * 10**-places + 1e-9


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_is_more_never_shows_as_less(one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert float(rounded(low, 2)) <= float(rounded(high, 2))


def test_strengths_are_never_nothing_and_never_all() -> None:
    assert [shown(value) for value in (0.0, 0.0049, 0.005, 0.5, 0.815, 0.9949, 0.995, 1.0)] == [
        "<.01", "<.01", ".01", ".50", ".82", ".99", ">.99", ">.99",
    ]  # fmt: skip
    assert (fixed(0.815), fixed(-0.00004), bits_of(-1.26)) == (".8150", ".0000", "−1.2600")


def test_the_same_figure_stands_in_terminal_picture_page_and_flowchart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "half.argmap"
    path.write_text(HALF, encoding="utf-8")
    assert run(["explain", str(path), "seen"]) == 0
    assert "seen is .8150" in capsys.readouterr().out
    assert run(["export", str(path), "--format", "mermaid"]) == 0
    flow = capsys.readouterr().out
    assert run(["map", str(path), "--output", str(tmp_path / "half.svg")]) == 0
    assert run(["report", str(path), "--output", str(tmp_path / "half.html")]) == 0
    shown_in = [flow, *((tmp_path / f"half.{kind}").read_text(encoding="utf-8") for kind in ("svg", "html"))]
    for text in shown_in:
        assert ".82" in text
        assert ".81<" not in text
        assert " .81" not in text
