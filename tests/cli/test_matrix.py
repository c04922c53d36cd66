"""`argmap matrix`, as it is called."""

import io
import json
import os
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from argmap.cli import run
from argmap.pipeline import analyse
from argmap.render.matrices.text import matrix_text
from argmap.render.terminal.columns import columns
from tests.conftest import ROOT

TOUR = str(ROOT / "maps" / "language-tour.argmap")
MAP = """
question who "Who let the air out?" { hypotheses: [puncture, valve, prank] }
hypothesis puncture "The tube has a small hole."
hypothesis valve "The valve lets air out."
hypothesis prank "Someone lets the air out at night."
evidence bubbles "The valve made bubbles." { credibility: 2 }
evidence cellar "It went flat in the locked cellar."
evidence dry "The tube made no bubbles."
evidence old "The tyre is old."
voice ann "Ann"
matrix who {
    |         | relevance: | puncture | valve | prank |
    | bubbles | high       | N  | CC | I "nobody touched it" | "air is leaving there"
    | cellar  |            | C  | C  | II |
    | dry     |            | II | C  | N  |
    | old     | low        | C  | C  | C  |
}
scenario "a second key" {
    matrix who {
        |        | prank |
        | cellar | C     |
    }
}
"""


@pytest.fixture
def tyre(tmp_path: Path) -> str:
    path = tmp_path / "tyre.argmap"
    path.write_text(MAP, encoding="utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["matrix", *arguments]) == 0
    return capsys.readouterr().out


def objects(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(told(capsys, *arguments, "--format", "json"))
    return found


def test_the_table_the_verdict_and_what_would_change_it(tyre: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(told(capsys, tyre).split())
    assert "Verdict: valve leads under inconsistency, weighted, squared and bits." in text
    assert "prank I II N C" in text  # hypotheses stand in rows
    assert "old is rated alike under every answer, and so tells nothing apart" in text
    assert "a second key: cellar under prank from II to C. Verdict: valve leads" in text
    assert "Scores are no probabilities" in text


def test_hypotheses_in_columns_and_the_arithmetic(tyre: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, tyre, "--columns", "--arithmetic")
    assert "E2 cellar   C         C      II     1.4" in text
    flat = " ".join(text.split())
    assert "prank = 1 × 1.41 × 1.41 (E1) + 2 (E2) = 4.00" in flat
    assert "prank = 1 (E1) + 4 (E2) = 5" in flat
    assert "bits: log-likelihood, in bits behind the leader: log2 of P(row | hypothesis)" in flat


@pytest.mark.parametrize("path", ["language-tour.argmap", "sanctions/comparison.argmap"])
def test_nothing_is_wider_than_the_terminal(path: str) -> None:
    found = analyse(str(ROOT / "maps" / path), needs={"matrix"}).assessment.matrices
    assert found
    for wide, turned, arithmetic in product((40, 60, 80, 120), (False, True), (False, True)):
        for line in matrix_text(found, wide, columns=turned, arithmetic=arithmetic).splitlines():
            assert columns(line) <= wide, line


def test_what_the_map_argues_stands_beside_what_is_rated(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, TOUR, "--argued")
    assert "enabler        ·   ·   C" in text.partition("Argued, not rated")[2]


def test_json_has_one_object_for_each_matrix(tyre: str, capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = objects(capsys, tyre)
    assert one["question"] == "who"
    assert one["hypotheses"] == ["puncture", "valve", "prank"]
    assert [row["statement"] for row in one["rows"]] == ["bubbles", "cellar", "dry", "old"]
    assert one["rows"][0]["ratings"] == {"puncture": "N", "valve": "CC", "prank": "I"}
    assert one["scores"]["inconsistency"] == {"puncture": 2, "valve": 0, "prank": 3}
    assert one["leaders"] == {rule: ["valve"] for rule in ("inconsistency", "weighted", "squared", "net", "bits")}
    assert (one["verdict"], one["decided"]) == ("valve", True)
    assert one["diagnosticity"]["old"] == {"spread": 0, "bits": 0, "flat": True}
    assert one["fragility"]["inconsistency"]["steps"] == 2
    assert one["scenarios"][0]["scores"]["inconsistency"]["prank"] == 1
    for rule, values in one["scores"].items():
        sums = [sum(column) for column in zip(*one["terms"][rule], strict=True)]
        assert list(values.values()) == pytest.approx(sums)


def test_a_tie_cannot_be_decided(capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = objects(capsys, TOUR)
    assert one["verdict"] == "cannot decide"
    assert one["reasons"][0]["doubt"] == "tie"


def test_assuming_on_the_command_line(tyre: str, capsys: pytest.CaptureFixture[str]) -> None:
    (one,) = objects(capsys, tyre, "--assume-not", "valve", "--assume-not", "dry", "--assume", "old")
    last = one["scenarios"][-1]
    assert last["title"] == "assume old, assume not valve, assume not dry"
    assert (last["hypotheses"], last["fallen"]) == (["puncture", "prank"], {"dry": "denied"})
    assert last["scores"]["inconsistency"] == {"puncture": 0, "prank": 3}


def test_a_cell_rated_otherwise_on_the_command_line_does_what_a_matrix_in_a_scenario_does(
    tyre: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = objects(capsys, tyre, "--rate", "cellar:prank=c")
    written, last = one["scenarios"]
    assert last["title"] == "rate cellar:prank=c"
    for key in ("rerated", "scores", "verdict", "fallen"):
        assert last[key] == written[key], key


def test_a_source_withdrawn_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tyre.argmap"
    text = MAP.replace('"The tube made no bubbles."', '"The tube made no bubbles." { cite: diary p1 }')
    path.write_text('source diary "Diary"\n' + text, encoding="utf-8")
    (one,) = objects(capsys, str(path), "--withdraw", "diary")
    assert one["scenarios"][-1]["title"] == "without diary"
    assert one["scenarios"][-1]["fallen"] == {"dry": "withdrawn"}


def test_an_answer_that_is_out_in_a_scenario_is_named(tyre: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = " ".join(told(capsys, tyre, "--assume-not", "valve").split())
    assert "assume not valve: valve is out. Verdict:" in out


def test_an_answer_taken_as_true_leaves_nothing_to_weigh_where_it_excludes_the_others(
    tyre: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = objects(capsys, tyre, "--assume", "valve")  # here several may be true
    assert one["scenarios"][-1]["hypotheses"] == ["puncture", "valve", "prank"]
    path = tmp_path / "one-only.argmap"
    path.write_text(MAP.replace("hypotheses:", "exclusive: yes  hypotheses:"), encoding="utf-8")
    assert run(["matrix", str(path), "--assume", "valve"]) == 2
    said = capsys.readouterr().err
    assert "valve is an answer to who, and taken as true it leaves no other to weigh it against" in said
    assert "Ask of a row whether it is true, --assume-not bubbles; or leave the answer out, --assume-not valve" in said
    path.write_text(path.read_text(encoding="utf-8") + 'scenario "it is" { assume valve }', encoding="utf-8")
    assert "it is: puncture and prank are out." in told(capsys, str(path))


def test_csv_and_markdown(tyre: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, tyre, "--format", "csv").splitlines()
    assert lines[0] == "evidence,text,credibility,relevance,puncture,valve,prank,reason"
    assert lines[1] == "bubbles,The valve made bubbles.,2,high,N,CC,I,air is leaving there"
    text = told(capsys, tyre, "--format", "md")
    assert "| prank | I | II | N | C |" in text
    assert "| valve | **0** | **0.00** | **0** | **5** | **0.00** |" in text


def test_a_sheet_is_shuffled_filled_in_and_read_back(
    tyre: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = told(capsys, tyre, "--sheet", "--seed", "2")
    assert sheet == told(capsys, tyre, "--sheet", "--seed", "2")
    assert sheet != told(capsys, tyre, "--sheet", "--seed", "3")
    head, *rows = sheet.splitlines()
    assert head == "evidence,text,puncture,valve,prank,reason"
    assert sorted(row.partition(",")[0] for row in rows) == ["bubbles", "cellar", "dry", "old"]
    filled = tmp_path / "bob.csv"
    filled.write_text("\n".join([head, *(row.replace(",,,,", ",I,II,C,") for row in rows)]), encoding="utf-8")
    (one,) = objects(capsys, tyre, "who", "--csv", str(filled))
    assert list(one["raters"]) == ["analyst", "bob"]
    assert one["raters"]["bob"]["scores"]["inconsistency"] == {"puncture": 4, "valve": 8, "prank": 0}
    assert one["reasons"][-1]["doubt"] == "raters disagree"
    (named,) = objects(capsys, tyre, "--csv", str(filled), "--by", "ann")
    assert list(named["raters"]) == ["analyst", "ann"]


def test_a_spreadsheet_alone_and_as_a_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old case.csv"
    path.write_text("evidence,H1,H2\nE1,C,II\n", encoding="utf-8")
    (one,) = objects(capsys, "--csv", str(path))
    assert (one["text"], one["verdict"]) == ("old case", "H1")
    text = told(capsys, "--csv", str(path), "--format", "argmap")
    made = tmp_path / "case.argmap"
    made.write_text(text, encoding="utf-8")
    assert objects(capsys, str(made))[0]["scores"] == one["scores"]
    data = io.TextIOWrapper(io.BytesIO(b"evidence,H1,H2\nE1,C,II\n"))
    monkeypatch.setattr("sys.stdin", data)
    assert objects(capsys, "--csv", "-")[0]["scores"] == one["scores"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say which map"),
        (["{map}", "whom"], "no question of this map is called whom; did you mean who?"),
        (["{map}", "--assume", "valv"], "no statement of this map is called valv; did you mean valve?"),
        (["{map}", "--assume", "dry", "--assume-not", "dry"], "cannot be assumed to be both"),
        (["{map}", "--withdraw", "valve"], "no source or voice of this map is called valve; there is ann"),
        (["{map}", "--rate", "dry=C"], "--rate takes ROW:HYPOTHESIS=RATING"),
        (["{map}", "--rate", "dry:valve=D"], "with a rating of CC, C, N, I, II, NA, not dry:valve=D"),
        (["{map}", "--rate", "drt:valve=C"], "no matrix of this map has a row drt; did you mean dry?"),
        (["{map}", "--rate", "dry:valv=C"], "dry is not rated under valv; did you mean valve?"),
        (["{map}", "--csv", "nowhere.csv"], "nowhere.csv cannot be read: no such file"),
        (["{map}", "--csv", "{bad}"], "cell C2: “perhaps” is no rating"),
        (["--csv", "{bad}"], "cell C2: “perhaps” is no rating"),
        (["{map}", "--format", "argmap"], "from a spreadsheet alone"),
        (["{map}", "--csv", "{latin}"], "this file is not UTF-8"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], said: str, tyre: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, latin = tmp_path / "bad.csv", tmp_path / "latin.csv"
    bad.write_text("evidence,puncture,valve\ndry,C,perhaps\n", encoding="utf-8")
    latin.write_bytes("evidence,puncture\ndry,é\n".encode("latin-1"))
    names = {"map": tyre, "bad": str(bad), "latin": str(latin)}
    assert run(["matrix", *(argument.format(**names) for argument in arguments)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error


def test_a_map_without_a_matrix_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.argmap"
    path.write_text('question q "Q?" { hypotheses: [a] }\nhypothesis a "A."\n', encoding="utf-8")
    assert told(capsys, str(path)) == "There is no matrix in this map.\n"
    assert objects(capsys, str(path)) == []
    assert run(["matrix", str(path), "q"]) == 2
    assert "the question q has no matrix" in capsys.readouterr().err


def test_errors_of_the_map_stand_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.argmap"
    path.write_text(MAP.replace("| CC |", "| XX |"), encoding="utf-8")
    assert run(["matrix", str(path)]) == 1
    assert f"{path}:13:35: error L158" in capsys.readouterr().err.replace(os.sep, "/")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--by ann", "goes with --csv"),
        ("--sheet --format json", "--sheet writes a blank sheet as CSV"),
        ("--seed 2", "goes with --sheet"),
        ("--columns --format csv", "--columns turns the table"),
        ("--columns --sheet", "--columns turns the table"),
        ("--arithmetic --format json", "--arithmetic writes sums below the table"),
        ("--argued --format md", "--argued marks the cells"),
        ("--discount --sheet", "here none are shown"),
    ],
)
def test_options_that_would_do_nothing_are_refused(
    options: str, said: str, tyre: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["matrix", tyre, *options.split()]) == 2
    assert said in capsys.readouterr().err


def test_a_matrix_of_one_origin_has_nothing_left_without_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.argmap"
    text = MAP.replace('locked cellar."', 'locked cellar." { cite: s }').replace("{ credibility: 2 }", "{ cite: s }")
    text = text.replace('no bubbles."', 'no bubbles." { cite: s }').replace(
        'tyre is old."', 'tyre is old." { cite: s }'
    )
    path.write_text('source s "S"\n' + text, encoding="utf-8")
    out = told(capsys, str(path))
    assert "- without all rows of s: nothing is left to decide by." in out
    assert "as 1 independent row (" in out
