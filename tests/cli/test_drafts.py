"""`argmap new --from`, `argmap todo`, and the sheet of claims."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_command_line import argmap

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = "# Sundays\n\nMost readers would come.\n\nOpening costs 9,000 a year.\n\n## After all\n\nIt should open.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sundays.md").write_text(DRAFT)
    return tmp_path


def test_from_a_draft_to_the_last_thing_to_do(folder: Path) -> None:
    ran = argmap("new", "--from", "sundays.md", cwd=folder)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == (
        "sundays.argmap written, and sundays.tsv beside it: 3 paragraphs in 2 sections; next: argmap todo sundays.argmap\n"
    )
    checked = argmap("check", "--strict", "sundays.argmap", cwd=folder)
    assert (checked.returncode, checked.stdout.count("A315")) == (0, 1)
    ran = argmap("todo", "sundays.argmap", cwd=folder)
    assert ran.stdout.splitlines()[:2] == [
        "3 statements to be put in your own words:",
        "sundays.argmap:20: readers-come  Most readers would come.",
    ]
    assert "3 left, 3 of these untouched (0% of" in argmap("coverage", "sundays.argmap", cwd=folder).stdout
    path = folder / "sundays.argmap"
    text = (
        path.read_text()
        .replace("        untouched: yes\n", "")
        .replace("cite: par3\n", "cite: par3\n        because readers-come\n")
    )
    path.write_text(text.replace("        cite: par2\n", "").replace("claim opening", "evidence opening"))
    ran = argmap("todo", "sundays.argmap", cwd=folder)
    assert ran.stdout == (
        "1 paragraph without a claim:\n"
        "sundays.md:5: draft par2  Opening costs 9,000 a year.\n\n"
        "1 claim without support:\n"
        "sundays.argmap:20: readers-come  Most readers would come.\n\n"
        "1 piece of evidence without a source:\n"
        "sundays.argmap:24: opening-costs  Opening costs 9,000 a year.\n"
    )
    assert ran.stderr == ""
    data = json.loads(argmap("todo", "sundays.argmap", "--format", "json", cwd=folder).stdout)
    assert [(each["kind"], each["line"]) for each in data["todo"]] == [
        ("paragraph", 5),
        ("claim", 20),
        ("evidence", 24),
    ]


def test_where_nothing_is_left_it_says_so(folder: Path) -> None:
    (folder / "done.argmap").write_text('claim a "A." { because assumption "B." }\n')
    ran = argmap("todo", "done.argmap", cwd=folder)
    assert (ran.stdout[:24], ran.stderr) == ("Nothing is left to do: e", "")


def test_what_others_say_is_not_asked_for_support(folder: Path) -> None:
    (folder / "said.argmap").write_text(
        'source s "S" {}\nvoice v "V" {}\nclaim a "A." { cite: v in s par1 endorsed  }\nclaim b "B." { cite: s par1 rejected }\n'
    )
    assert argmap("todo", "said.argmap", cwd=folder).stdout.startswith("Nothing")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--from", "none.md"), "none.md cannot be read: no such file or directory"),
        (("--from", "picture.md"), "picture.md is not a text file: it holds a NUL byte; expected: a draft in Markdown"),
        (("--from", "empty.md"), "empty.md is empty; expected"),
        (("--from", "head.md"), "head.md has no paragraphs"),
        (("--from", "."), ". cannot be read: is a directory"),
        (("--from", "-"), "give both as files"),
        (("-", "--from", "sundays.md"), "give both as files"),
        (("sub/x.argmap", "--from", "sundays.md"), "sundays.md does not lie beside sub/x.argmap or below it"),
        (("taken", "--from", "sundays.md"), "taken.argmap is already there: give another name, or --force"),
    ],
)
def test_what_cannot_be_is_told(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    (folder / "picture.md").write_bytes(b"\0\1")
    (folder / "empty.md").write_text("\n")
    (folder / "head.md").write_text("# Head\n")
    (folder / "taken.argmap").write_text("")
    ran = argmap("new", *arguments, cwd=folder)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (folder / "sundays.tsv").exists()


def test_nothing_is_written_over_but_with_force(folder: Path) -> None:
    (folder / "sundays.tsv").write_text("mine")
    assert argmap("new", "--from", "sundays.md", cwd=folder).returncode == 2
    assert not (folder / "sundays.argmap").exists()
    assert argmap("new", "--from", "sundays.md", "--force", cwd=folder).returncode == 0
    assert (folder / "sundays.tsv").read_text().startswith("document\tparagraph")


def test_a_draft_in_a_folder_below(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "sundays.md").rename(folder / "texts" / "sundays.md")
    assert argmap("new", "sundays", "--from", "texts/sundays.md", cwd=folder).returncode == 0
    assert 'file: "texts/sundays.md"' in (folder / "sundays.argmap").read_text()
    assert argmap("check", "--strict", "sundays.argmap", cwd=folder).returncode == 0


def test_a_copy_of_a_draft_is_no_map_of_it(folder: Path) -> None:
    argmap("new", "--from", "sundays.md", cwd=folder)
    path = folder / "sundays.argmap"
    path.write_text(path.read_text().replace("        untouched: yes\n", "", 1))
    data = json.loads(argmap("coverage", "sundays.argmap", "--format", "json", cwd=folder).stdout)["documents"][0]
    assert (data["mapped"], data["left"], data["untouched"], round(data["share"], 2)) == (1, 2, 2, 0.33)
    assert [(each["state"], each["statements"], each["untouched"]) for each in data["paragraphs"]] == [
        ("mapped", ["readers-come"], []),
        ("left", [], ["opening-costs"]),
        ("left", [], ["open"]),
    ]
    lines = argmap("coverage", "sundays.argmap", cwd=folder).stdout.splitlines()
    assert [line[:15].rstrip() for line in lines if line.startswith("par")] == [
        "par1   1 ●", "par2  untouched", "par3  untouched",
    ]  # fmt: skip
    left = json.loads(argmap("todo", "sundays.argmap", "--format", "json", cwd=folder).stdout)["todo"]
    assert [each["kind"] for each in left] == ["claim", "untouched", "untouched"]


def test_the_sheet_of_claims(folder: Path) -> None:
    (folder / "map.argmap").write_text(
        'source wire "Wire" {}\nsource daily "=HYPERLINK(1)" { derived-from: wire }\nvoice guard "A guard" {}\n'
        'claim late "The ferry ran late." {\n    cite: daily par1-2 n3 "left late"\n    cite: guard in daily par4\n'
        '    checked: ann 2025-07-20 confirmed\n    checked: bob 2025-07-21 doubtful\n    because "-5 minutes"\n}\n'
    )
    ran = argmap("export", "map.argmap", "--format", "claims-csv", cwd=folder)
    late, bare = csv.DictReader(io.StringIO(ran.stdout))
    assert late == {
        "id": "late", "claim": "The ferry ran late.", "kind": "claim", "source": "'=HYPERLINK(1); =HYPERLINK(1)",
        "locator": "par1-2 n3; par4", "voice": "–; A guard", "stance": "endorsed; reported", "hedge": "asserted; asserted",
        "quoted": "“left late”; –", "found": "no text; –", "relies on": "", "origins": "Wire; A guard",
        "checked by": "ann; bob", "date": "2025-07-20; 2025-07-21", "verdict": "confirmed; doubtful",
        "file": "map.argmap", "line": "4",
    }  # fmt: skip
    assert (bare["id"], bare["claim"], bare["verdict"], bare["source"]) == ("_1", "'-5 minutes", "", "")


SHEET = """\
source draft "Sundays" { file: "sundays.md" }
source survey "Survey" {}
source lost "Lost" {}
voice council "The council"
voice clerk "The clerk"
claim come "Most would come." { cite: draft par1 qualified "readers would come"  from: survey p3 }
claim costs "Opening costs much." { cite: clerk > council in draft par1 "costs 9,000"  cite: draft par2 rejected }
claim open "It should open." { cite: draft par3 "It shall open" }
claim shut "It should stay shut." { cite: draft par9 entertained possible }
claim said "It was said." { cite: lost p2 "so it was" }
claim heard "It was heard." { by: clerk > council }
"""


def test_the_sheet_says_who_says_it_how_and_whether_it_stands_there(folder: Path) -> None:
    (folder / "map.argmap").write_text(SHEET)
    ran = argmap("export", "map.argmap", "--format", "claims-csv", cwd=folder)
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    columns = ("locator", "voice", "stance", "hedge", "found", "relies on")
    assert [tuple(row[column] for column in columns) for row in rows] == [
        ("par1", "", "endorsed", "qualified", "found", "Survey p3"),
        (
            "par1; par2",
            "The clerk > The council; –",
            "reported; rejected",
            "asserted; asserted",
            "in par2 instead; –",
            "",
        ),
        ("par3", "", "endorsed", "asserted", "not found", ""),
        ("par9", "", "entertained", "possible", "no such place", ""),
        ("p2", "", "endorsed", "asserted", "no text", ""),
        ("", "The clerk > The council", "", "", "", ""),
    ]


def test_the_sheet_reads_texts_of_another_folder(folder: Path) -> None:
    (folder / "texts").mkdir()
    (folder / "sundays.md").rename(folder / "texts" / "draft.md")
    (folder / "map.argmap").write_text(SHEET.replace('file: "sundays.md"', ""))
    found = {}
    for more in ((), ("--sources", "texts")):
        ran = argmap("export", "map.argmap", "--format", "claims-csv", *more, cwd=folder)
        found[more] = [row["found"] for row in csv.DictReader(io.StringIO(ran.stdout))]
    assert found == {
        (): ["no text", "no text; –", "no text", "", "no text", ""],
        ("--sources", "texts"): ["found", "in par2 instead; –", "not found", "no such place", "no text", ""],
    }
