"""CSV that a spreadsheet cannot take for formulas."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sheet import meant, sheet


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "\t=1", "\uff1d1"])
def test_what_looks_like_a_formula_is_kept_a_text(cell: str) -> None:
    assert next(csv.reader(io.StringIO(sheet(("a",), [(cell,)]).partition("\n")[2]))) == ["'" + cell]


@pytest.mark.parametrize("cell", ["-5", "+3.5", "40%", "a = b", "par1-2", 7, 0.5, None])
def test_numbers_and_words_stay(cell: str | float | None) -> None:
    assert sheet(("a",), [(cell, "")]) == f"a\n{'' if cell is None else cell},\n"


@given(
    st.lists(
        st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r")), min_size=1, max_size=4
    )
)
def test_cells_come_back_as_they_were_or_with_an_apostrophe(cells: list[str]) -> None:
    (row,) = list(csv.reader(io.StringIO(sheet((), [cells]), newline="")))[1:]
    assert [meant(back) for back in row] == [meant(cell) for cell in cells]
