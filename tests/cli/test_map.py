"""`argmap map`: which part, how it looks, and what is said when that cannot be."""

import re
from pathlib import Path

import pytest

from argmap.cli import run
from tests.conftest import ROOT

CHOIR = str(ROOT / "maps" / "first-steps" / "2-choir.argmap")
LARGE = str(ROOT / "maps" / "sanctions" / "comparison.argmap")


def told(arguments: str, capsys: pytest.CaptureFixture[str], path: str = CHOIR) -> tuple[int, str]:
    status = run(["map", path, *arguments.split()])
    return status, capsys.readouterr().err


def dot(arguments: str, capsysbinary: pytest.CaptureFixture[bytes], path: str = CHOIR) -> str:
    assert run(["map", path, "--format", "dot", "-o", "-", *arguments.split()]) == 0
    return capsysbinary.readouterr().out.decode()


def boxes(written: str) -> set[str]:
    return set(re.findall(r'^    "box-([\w.-]+)" \[', written, re.MULTILINE))


def test_a_part_of_a_map(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert boxes(dot("--focus tradition --depth 1 --down", capsysbinary)) == {"tradition", "always-monday"}
    assert boxes(dot("--path always-monday tradition", capsysbinary)) == {"tradition", "always-monday"}
    assert "tenors-lost" in boxes(dot("--view whole", capsysbinary))


def test_looks(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    written = dot("--theme dark --direction LR --wrap 40 --label kind --source-line here", capsysbinary)
    assert 'rankdir="LR"' in written
    assert 'bgcolor="#12171D"' in written
    assert 'label=" supports "' in written
    assert ">here<" in written
    assert "Drawn by argmap" not in written


@pytest.mark.parametrize("spelling", ["--color-by", "--colour-by"])
def test_both_spellings(spelling: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "#FCE6CF" in dot(f"{spelling} stance", capsysbinary)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--focus thirsday", "no statement of this map is called thirsday; did you mean thursday?"),
        ("--section 1", "this map has no sections"),
        ("--view hypotheses", "this map has no hypotheses"),
        ("--path cheaper always-monday", "neither of cheaper and always-monday bears on the other"),
        ("--focus cheaper --view whole", "--view and --focus cannot be had at once"),
        ("--up", "--depth, --up and --down belong to --focus"),
        ("--depth 3", "--depth, --up and --down belong to --focus"),
        ("--theme pink", "'pink' is not one of"),
        ("-o x.gif", "a picture cannot end in .gif"),
        ("--dpi 300 -o x.svg", "--dpi says how fine a PNG is, and this is SVG"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(arguments: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, err = told(arguments, capsys)
    assert status == 2
    assert message in err
    assert "Traceback" not in err


def test_a_large_map_says_that_it_is_an_overview(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, err = told(f"-o {tmp_path / 'x.svg'}", capsys, LARGE)
    assert status == 0
    assert re.search(r"x\.svg written, an overview \(40 of \d+ statements.*\): --view whole draws all", err)


def test_a_part_that_was_asked_for_needs_no_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, err = told(f"--view overview -o {tmp_path / 'x.svg'}", capsys, LARGE)
    assert err.endswith("x.svg written\n")


def test_each_section_has_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(ROOT / "maps" / "sanctions" / "brief.argmap")
    status, err = told(f"--each section -o {tmp_path / 'brief.svg'}", capsys, path)
    names = sorted(each.name for each in tmp_path.iterdir())
    assert status == 0
    assert names[0] == "brief-1-three-countries-three-pairs.svg"
    assert len(names) == err.count(" written\n") == 4


def test_each_hypothesis_has_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(ROOT / "maps" / "first-steps" / "3-tyre.argmap")
    assert told(f"--each hypothesis -o {tmp_path / 'tyre.dot'}", capsys, path)[0] == 0
    assert {each.name for each in tmp_path.iterdir()} >= {"tyre-valve.dot", "tyre-prank.dot"}


@pytest.mark.parametrize("more", ["--view whole", "--highlight thursday", "-o -"])
def test_each_goes_with_nothing_that_says_the_part(more: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, err = told(f"--each section {more}", capsys)
    assert (status, "--each writes several files" in err) == (2, True)


def test_each_of_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert told("--each section", capsys) == (2, "Error: this map has no sections\n")
