"""`argmap coverage`: the table, the data, and what --verify writes into a map."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_command_line import argmap

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "# One\n\nThe ferry left late.\n\nIt came back at noon.\n\nThe clock was wrong.\n\n## Notes\n\n1. A note.\n2. Another.\n"
MAP = """\
source log "The keeper's log" {
    kind: diary
    file: "log.md"                # a copy
    skip: par3 "not about the ferry"
}
claim late "The ferry ran late." {
    cite: log par1 "left late"
    because "It came back at noon." { cite: log par2 n2 }
}
"""
SHOWN = """\
log: The keeper's log
  3 paragraphs: 2 mapped, 1 skipped, 0 left (100% of what is not skipped); 1.0
  statements per mapped paragraph.
  Text: log.md; 1 quotation, found where it says.

One
par1   1 ●  The ferry left late.
par2   1 ●  It came back at noon.
par3  -     [skipped: not about the ferry] The clock was wrong.

1 note cited, or named by a source: n2
1 note left: n1

● a statement that cites the passage, ○ only steps cite it, - skipped.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "log.md").write_text(TEXT)
    (tmp_path / "main.argmap").write_text(MAP)
    return tmp_path


def test_the_table_fits_the_terminal(folder: Path) -> None:
    ran = argmap("coverage", "main.argmap", cwd=folder, COLUMNS="80")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, SHOWN, "")
    narrow = argmap("coverage", "main.argmap", cwd=folder, COLUMNS="44").stdout
    assert max(map(len, narrow.splitlines())) <= 44


def test_the_same_for_programs(folder: Path) -> None:
    data = json.loads(argmap("coverage", "main.argmap", "--format", "json", cwd=folder).stdout)
    (document,) = data["documents"]
    assert (document["mapped"], document["skipped"], document["left"]) == (2, 1, 0)
    assert document["citations"] == {"found": 1, "elsewhere": 0, "missing": 0, "no-place": 0}
    rows = list(csv.DictReader(io.StringIO(argmap("coverage", "main.argmap", "--format", "csv", cwd=folder).stdout)))
    assert [(row["place"], row["state"]) for row in rows] == [
        ("par1", "mapped"), ("par2", "mapped"), ("par3", "skipped"), ("n1", "left"), ("n2", "mapped"),
    ]  # fmt: skip


def test_without_the_text_it_says_so_and_goes_on(folder: Path) -> None:
    (folder / "log.md").unlink()
    ran = argmap("coverage", "main.argmap", cwd=folder)
    assert ran.returncode == 0
    assert ran.stderr == "main.argmap:3:5: there is no file log.md\n"
    assert "Its text is not at hand" in ran.stdout


def test_a_verified_map_says_so_where_the_text_is_not_at_hand(folder: Path) -> None:
    ran = argmap("coverage", "main.argmap", "--verify", "--date", "2025-08-01", cwd=folder)
    assert (ran.returncode, ran.stderr) == (0, "main.argmap written: verified against log\n")
    text = (folder / "main.argmap").read_text()
    assert text.splitlines()[4].startswith('    verified: 2025-08-01 "text ')
    assert text.replace(text.splitlines()[4] + "\n", "") == MAP
    (folder / "log.md").unlink()
    shown = argmap("coverage", "main.argmap", cwd=folder)
    assert "  Verified against its text on 2025-08-01.\n" in shown.stdout
    assert argmap("check", "main.argmap", cwd=folder).stdout.count("S115") == 0
    (folder / "log.md").write_text(TEXT.replace("noon", "night"))
    assert "S117" in argmap("check", "main.argmap", cwd=folder).stdout


def test_verifying_twice_writes_one_line(folder: Path) -> None:
    for day in ("2025-08-01", "2025-08-02"):
        assert argmap("coverage", "main.argmap", "--verify", "--date", day, cwd=folder).returncode == 0
    text = (folder / "main.argmap").read_text()
    assert text.count("verified:") == text.count("2025-08-02") == 1
    assert argmap("coverage", "main.argmap", "--verify", cwd=folder, SOURCE_DATE_EPOCH="86400").returncode == 0
    assert "verified: 1970-01-02" in (folder / "main.argmap").read_text()


@pytest.mark.parametrize(
    ("block", "written"),
    [
        ("", ' { verified: 2025-08-01 "…" }'),
        (" {}", ' { verified: 2025-08-01 "…"}'),
        (" { kind: diary }", ' { kind: diary  verified: 2025-08-01 "…" }'),
        (" { kind: diary  # old\n}", ' { kind: diary  verified: 2025-08-01 "…"  # old\n}'),
        (" {\n\tkind: diary\n}", ' {\n\tkind: diary\n\tverified: 2025-08-01 "…"\n}'),
        (" {\n    kind: diary }", ' {\n    kind: diary  verified: 2025-08-01 "…" }'),
    ],
)
def test_it_is_written_in_the_style_of_the_block(folder: Path, block: str, written: str) -> None:
    end = '\r\nclaim "The ferry ran late." { cite: log par1 }\r\n'
    (folder / "main.argmap").write_bytes(f'source log "L"{block}{end}'.encode())
    (folder / "texts").mkdir()
    (folder / "log.md").rename(folder / "texts" / "log.md")
    ran = argmap("coverage", "main.argmap", "--sources", "texts", "--verify", "--date", "2025-08-01", cwd=folder)
    assert ran.returncode == 0
    text = (folder / "main.argmap").read_bytes().decode()
    expected = f'source log "L"{written}'.replace("\n", "\r\n")
    assert re.sub(r'"text [0-9a-f]{12}, map [0-9a-f]{12}"', '"…"', text) == expected + end


def test_the_configuration_names_the_folder_of_texts(folder: Path) -> None:
    (folder / "main.argmap").write_text('source log "L"\nclaim "It ran late." { cite: log par1 "left early" }\n')
    (folder / "texts").mkdir()
    (folder / "log.md").rename(folder / "texts" / "log.md")
    (folder / "argmap.toml").write_text('sources = "texts"\n')
    told = argmap("coverage", "main.argmap", cwd=folder)
    assert "3 paragraphs: 1 mapped" in told.stdout
    assert argmap("coverage", "main.argmap", "--sources", "texts", cwd=folder).stdout == told.stdout
    assert "par2" in argmap("todo", "main.argmap", cwd=folder).stdout
    assert "error C210" in argmap("check", "main.argmap", cwd=folder).stdout
    assert "error C210" in argmap("check", "main.argmap", "--select", "C210", cwd=folder).stdout
    assert "C210" in argmap("export", "main.argmap", cwd=folder).stdout
    assert "C210" in argmap("report", "main.argmap", "--markdown", "-o", "-", cwd=folder).stdout
    elsewhere = argmap("check", "main.argmap", "--sources", ".", cwd=folder)
    assert elsewhere.returncode == 0
    assert "C210" not in elsewhere.stdout


def test_a_source_of_two_names_is_verified_where_it_was_before(folder: Path) -> None:
    second = 'source copy "The same" { same-as: log  verified: 2025-07-01 }\n'
    (folder / "main.argmap").write_text(MAP + second)
    assert argmap("coverage", "main.argmap", "--verify", "--date", "2025-08-01", cwd=folder).returncode == 0
    text = (folder / "main.argmap").read_text()
    assert text.count("verified:") == 1
    assert 'same-as: log  verified: 2025-08-01 "text ' in text


def test_a_map_with_a_misquotation_is_not_verified(folder: Path) -> None:
    (folder / "main.argmap").write_text(MAP.replace("left late", "left early"))
    ran = argmap("coverage", "main.argmap", "--verify", cwd=folder)
    assert ran.returncode == 1
    assert "C210" in ran.stderr
    assert ran.stderr.endswith("nothing was written: a verified map has no such error\n")
    assert "verified" not in (folder / "main.argmap").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--date", "2025-08-01"), "--date is for --verify"),
        (("--verify", "--date", "soon"), "soon is not a date; expected: 2025-08-01"),
        (("--sources", "nowhere"), "Directory 'nowhere' does not exist"),
    ],
)
def test_what_cannot_be_is_told(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = argmap("coverage", "main.argmap", *arguments, cwd=folder)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_where_no_text_is_at_hand_nothing_can_be_verified(folder: Path) -> None:
    (folder / "log.md").unlink()
    ran = argmap("coverage", "main.argmap", "--verify", cwd=folder)
    assert ran.returncode == 2
    assert "no document of main.argmap has its text at hand" in ran.stderr
