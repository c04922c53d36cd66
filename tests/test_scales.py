"""Scales of likelihood words, against the tables they are published in."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.scales import bands_of, hull, scales
from argmap.vocabulary import ATTRIBUTES, LIKELIHOODS


def words(scale: str, percent: float) -> list[str]:
    return [word for band in scales()[scale].fitting(percent / 100, percent / 100) for word in band.words]


@pytest.mark.parametrize(
    ("scale", "percent", "expected"),
    [
        ("icd203", 1, ["almost-no-chance", "remote"]),
        ("icd203", 5, ["very-unlikely", "highly-improbable"]),  # shared ends count for the upper band
        ("icd203", 20, ["unlikely", "improbable"]),
        ("icd203", 45, ["roughly-even-chance", "roughly-even-odds"]),
        ("icd203", 55, ["likely", "probable"]),
        ("icd203", 80, ["very-likely", "highly-probable"]),
        ("icd203", 95, ["almost-certain", "nearly-certain"]),
        ("icd203", 99, ["almost-certain", "nearly-certain"]),
        ("icd203", 100, []),
        ("icd203", 0, []),
        ("phia", 5, ["remote-chance"]),
        ("phia", 7, []),  # the gaps are meant
        ("phia", 10, ["highly-unlikely"]),
        ("phia", 22, []),
        ("phia", 40, ["realistic-possibility"]),
        ("phia", 50, []),
        ("phia", 52, []),
        ("phia", 75, ["likely", "probable"]),
        ("phia", 90, ["highly-likely"]),
        ("phia", 100, []),
        ("ipcc", 99.5, ["virtually-certain", "extremely-likely", "very-likely", "likely", "more-likely-than-not"]),
        ("ipcc", 50, ["about-as-likely-as-not"]),
        ("ipcc", 3, ["extremely-unlikely", "very-unlikely", "unlikely"]),
        ("kent", 100, ["certain"]),
        ("kent", 93, ["almost-certain"]),
        ("kent", 61, []),
        ("kent", 15, []),
        ("kent", 7, ["almost-certainly-not"]),
    ],
)
def test_published_bands(scale: str, percent: float, expected: list[str]) -> None:
    assert words(scale, percent) == expected


def test_the_words_of_the_language_are_those_of_the_scales() -> None:
    known = {word for scale in scales().values() for band in scale.bands for word in band.words}
    assert known == set(LIKELIHOODS)
    assert tuple(scales()) == ATTRIBUTES["scale"].choices


def test_shapes() -> None:
    shared = scales()["icd203"].bands
    assert all(one.high == other.low for one, other in itertools.pairwise(shared))
    gaps = scales()["phia"].bands
    assert all(one.high < other.low for one, other in itertools.pairwise(gaps))
    nested = scales()["ipcc"]
    assert nested.fitting(0.99, 0.99)[0].words == ("virtually-certain",)


@given(st.sampled_from(LIKELIHOODS), st.floats(0, 1))
def test_a_number_meets_a_band_only_within_its_hull(word: str, number: float) -> None:
    bands = bands_of(word)
    low, high = hull(bands)
    if any(band.meets(number, number) for band in bands):
        assert low <= number <= high


@given(st.floats(0.01, 0.99))
def test_each_number_has_exactly_one_band_on_a_scale_with_shared_ends(number: float) -> None:
    assert len(scales()["icd203"].fitting(number, number)) == 1
