"""Matrices of spreadsheets: what is read, and what is said of those that cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.matrix_csv import CsvError, as_map, read_sheet
from argmap.matrix.engine import matrices
from argmap.model import Attribute, Cell, Range
from argmap.render.matrices.data import matrix_csv
from argmap.syntax.printer import print_file
from tests.matrix.building import CASES, LETTERED, map_of_case
from tests.reading import map_of

PLAIN = "evidence,H1: It rained,H2\nE1: Wet grass,CC,I\nPuddles,C (deep),\n"


def faults(text: str, **known: list[str]) -> list[str]:
    with pytest.raises(CsvError) as caught:
        read_sheet(text, **known)
    return list(caught.value.faults)


def test_names_and_texts() -> None:
    sheet = read_sheet(PLAIN)
    assert sheet.hypotheses == [("H1", "It rained"), ("H2", "H2")]
    assert [(line.id, line.text) for line in sheet.lines] == [("E1", "Wet grass"), ("Puddles", "Puddles")]
    assert sheet.lines[1].cells == [Cell("C", None, "deep"), Cell()]


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("++", Cell("CC")), ("+", Cell("C")), ("0", Cell("N")), (".", Cell("N")), ("-", Cell("I")), ("−−", Cell("II")),
        ("ii", Cell("II")), ("n/a", Cell("NA")), ("Very inconsistent", Cell("II")), ("", Cell()),
        ("0.8", Cell(None, Range(0.8, 0.8))), ("80%", Cell(None, Range(0.8, 0.8))), ("1", Cell(None, Range(1, 1))),
        ("0.2..0.4", Cell(None, Range(0.2, 0.4))), ('I "no motive"', Cell("I", None, "no motive")),
    ],
)  # fmt: skip
def test_every_way_to_rate(said: str, cell: Cell) -> None:
    quoted = '"' + said.replace('"', '""') + '"'
    assert read_sheet(f"e,H1,H2\nE1,{quoted},N\n").lines[0].cells[0] == cell


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_every_separator_and_a_byte_order_mark(mark: str) -> None:
    text = "\ufeff" + PLAIN.replace(",", mark)
    assert len(read_sheet(text).lines) == 2


def test_columns_of_the_line_itself() -> None:
    sheet = read_sheet("evidence,Credibility,H1,H2,Relevance,Notes\nE1,H,C,I,m,why\nE2,4,C,I,,\n")
    assert sheet.lines[0].attributes == [Attribute("credibility", "2"), Attribute("relevance", "medium")]
    assert sheet.lines[1].attributes == [Attribute("credibility", "4")]
    assert [line.reason for line in sheet.lines] == ["why", None]


def test_columns_that_spreadsheets_often_have() -> None:
    sheet = read_sheet("ID,Evidence,Source,Date,H1,H2\nE1,It rained,the radio,2024,C,I\n")
    assert [name for name, _ in sheet.hypotheses] == ["H1", "H2"]
    assert [(line.id, line.text) for line in sheet.lines] == [("E1", "It rained")]


def test_names_that_are_words_of_the_language_or_taken() -> None:
    sheet = read_sheet("evidence,claim,A long heading with spaces\nclaim,C,I\nH2,C,I\n")
    assert [name for name, _ in sheet.hypotheses] == ["H1", "H2"]
    assert [(line.id, line.text) for line in sheet.lines] == [("E1", "claim"), ("H2-2", "H2")]


def test_every_fault_names_its_cell() -> None:
    text = "evidence,H1,H2,,H1\nE1,C,maybe,C,C\nE2,C\n,C,C,C,C\nE3,C,C,C,C,II\nE4,2,C,C,C\n"
    assert faults(text) == [
        "cell D1: this column has no head; name its hypothesis",
        "cell E1: “H1” heads two columns",
        "cell C2: “maybe” is no rating: CC C N I II NA, ++ + 0 - --, a likelihood such as 0.8, or nothing",
        "cell C3 is missing: this line has 2 cells, and the first line 5",
        "cell A4: this line has no name; its first cell names the evidence",
        "cell F5 is one too many: this line has 6 cells, and the first line 5",
        "cell B6: “2” is no rating: CC C N I II NA, ++ + 0 - --, a likelihood such as 0.8, or nothing",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the sheet is empty"),
        ("evidence\nE1\n", "no column is a hypothesis"),
        ("evidence,H1,H2\n", "there is no line of evidence"),
        ('evidence,H1\n"E1,C\n', "this is not CSV"),
        ("evidence,H1,H2\nE1,C,C\nE1,C,C\n", "names two lines"),
        ("evidence,credibility,H1\nE1,9,C\n", "cell B2: “9” is no credibility"),
    ],
)
def test_sheets_that_are_none(text: str, said: str) -> None:
    assert said in faults(text)[0]


def test_a_sheet_that_rates_a_map_keeps_to_its_names() -> None:
    sheet = read_sheet("evidence,text,mine.x\nmine.e,Words,C\n", ["mine.e"], ["mine.x"])
    assert (sheet.hypotheses[0][0], sheet.lines[0].id) == ("mine.x", "mine.e")
    assert faults("evidence,mine.y\nmine.f,C\n", rows=["mine.e"], hypotheses=["mine.x"]) == [
        "cell B1: “mine.y” is no hypothesis of this question; did you mean mine.x?",
        "cell A2: “mine.f” is no statement of this map; did you mean mine.e?",
    ]


@pytest.mark.parametrize("name", LETTERED)
def test_what_is_written_as_csv_reads_the_same(name: str) -> None:
    before = matrices(map_of_case(CASES[name]))
    (again,) = matrices(as_map(read_sheet(matrix_csv(before)), "again"))
    assert again.together.scores == before[0].together.scores


@given(st.text(st.sampled_from('eH1C+-I.,;"\n\t %8\u2028\u0000é') | st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_or_told(text: str) -> None:
    try:
        sheet = read_sheet(text)
    except CsvError:
        return
    made = as_map(sheet, "any")
    assert len(matrices(made)) == 1
    assert matrices(map_of(print_file(made)))[0].together.scores == matrices(made)[0].together.scores


def test_a_sheet_becomes_a_map_that_says_the_same() -> None:
    made = as_map(read_sheet(PLAIN), "rain")
    read = map_of(print_file(made))
    assert read.matrices == made.matrices
    assert matrices(read)[0].together.scores == matrices(made)[0].together.scores


def test_the_case_with_numbers_of_its_own_scale_is_refused_at_its_cells() -> None:
    """Its cells run from -10 to 13 and are no likelihoods: no letter stands for 13, and a reader would have to guess."""
    case = CASES["researchtoolspy-smoke"]
    names = [one["id"] for one in case["hypotheses"]]
    lines = [",".join([one["id"], *(str(one["scores"][name]) for name in names)]) for one in case["evidence"]]
    found = faults("\n".join([",".join(["evidence", *names]), *lines]))
    assert found[0].startswith("cell B2: “13” is no rating")
