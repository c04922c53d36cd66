"""Slips of the pen, told from names that are merely alike."""

import pytest

from argmap.near import is_slip


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("laet-log", "late-log"),
        ("bennefactor", "benefactor"),
        ("benefator", "benefactor"),
        ("benefacror", "benefactor"),
        ("Late_Log", "late-log"),
        ("latelog", "late-log"),
        ("log", "logs"),
    ],
)
def test_a_slip(word: str, meant: str) -> None:
    assert is_slip(word, meant)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("reason-3", "reason-2"),
        ("trade-95", "trade-98"),
        ("reason-a", "reason-b"),
        ("cat", "car"),
        ("north-gate", "south-gate"),
        ("late-log", "late-ship"),
        ("late", "late-log"),
        ("worried", "unworried"),
    ],
)
def test_no_slip_but_perhaps_another_name(word: str, meant: str) -> None:
    assert not is_slip(word, meant)
