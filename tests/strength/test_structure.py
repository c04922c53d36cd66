"""Circles of support, and objections that nothing backs."""

import pytest

from argmap.strength.engine import assess
from tests.strength.building import Builder, strength


def test_a_circle_that_lifts_itself_is_reported() -> None:
    made = Builder()
    made.claims("a", "b")
    made.state("e", "evidence", 0.8)
    made.because("a", "e")
    made.because("b", "a", "strong")
    made.because("a", "b", "strong")
    found = assess(made.map)
    assert [list(circle.lifted) for circle in found.circles] == [["a", "b"]]
    without = 2**1.2 / (1 + 2**1.2)
    lifted = found.circles[0].lifted
    assert lifted["a"] == pytest.approx(strength(found.documented, "a") - without, abs=1e-6)
    assert lifted["b"] == pytest.approx(strength(found.documented, "b") - 0.5, abs=1e-6)


def test_a_silent_circle_and_a_quarrel_are_none() -> None:
    made = Builder()
    made.claims("a", "b")
    made.because("a", "b")
    made.because("b", "a")
    made.claims("c", "d", base=0.9)
    made.relate("c", "excludes", "d")
    assert assess(made.map).circles == ()


def test_unweighed_objections_are_counted() -> None:
    made = Builder()
    made.claims("top", "bare", "other")
    made.state("p", base=0.9)
    step = made.because("top", "p")
    made.but("top", "bare")
    made.but("top", "p", name="backed")
    made.but("top", "p bare", name="half")
    under = made.unless(step, "bare")
    made.unless(under, "bare")
    made.because("other", "bare")
    assert assess(made.map).unweighed == {"top": 3}
