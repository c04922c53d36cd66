"""The command line as its users meet it: what it prints where, its exit status, and what it leaves on the disk."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOOD = (
    'claim "The library should stay open." {\n    because "It is warm."\n    considered: none "asked the council"\n}\n'
)
BAD = 'claim stress "Homework adds stress."\nclaim "Homework should go." {\n    because strees\n}\n'


def argmap(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    ran = subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=cwd, input=stdin, capture_output=True, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip
    return subprocess.CompletedProcess(ran.args, ran.returncode, ran.stdout.decode(), ran.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.argmap").write_text(GOOD)
    (tmp_path / "bad.argmap").write_text(BAD)
    return tmp_path


def test_a_good_map_is_fine(folder: Path) -> None:
    ran = argmap("check", "good.argmap", cwd=folder)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "1 file checked: no findings\n"


def test_quiet_says_nothing_of_a_good_map(folder: Path) -> None:
    ran = argmap("check", "-q", "good.argmap", cwd=folder)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_errors_are_shown_and_counted(folder: Path) -> None:
    ran = argmap("check", "good.argmap", "bad.argmap", cwd=folder)
    assert ran.returncode == 1
    assert ran.stdout.startswith("bad.argmap:3:13: error L201 unknown-name: nothing is called strees\n")
    assert 'mend: because stress     (line 1: "Homework adds stress.")' in ran.stdout
    assert ran.stderr == "2 files checked: 1 error\n"


def test_json_is_a_list_of_objects(folder: Path) -> None:
    ran = argmap("check", "--format", "json", "bad.argmap", cwd=folder)
    (found,) = json.loads(ran.stdout)
    assert found["code"] == "L201"
    assert (found["severity"], found["file"]) == ("error", "bad.argmap")
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (3, 13, 3, 19)
    assert set(found) >= {"code", "severity", "message", "file", "line", "column", "end_line", "end_column"}
    assert set(found) >= {"help", "mends", "related"}
    assert found["mends"][0]["text"] == "because stress"


def test_json_of_a_good_map_is_an_empty_list(folder: Path) -> None:
    assert json.loads(argmap("check", "--format", "json", "good.argmap", cwd=folder).stdout) == []


def test_a_map_may_come_from_standard_input(folder: Path) -> None:
    ran = argmap("check", "-", cwd=folder, stdin=BAD.encode())
    assert ran.returncode == 1
    assert ran.stdout.startswith("-:3:13: error L201")


@pytest.mark.parametrize("command", ["check", "map", "report", "export"])
def test_a_file_that_is_not_there_cannot_be_read(folder: Path, command: str) -> None:
    ran = argmap(command, "god.argmap", cwd=folder)
    assert ran.returncode == 2
    assert ran.stderr == "Error: god.argmap cannot be read: no such file or directory; did you mean good.argmap?\n"
    assert ran.stdout == ""


def test_a_folder_is_not_a_map(folder: Path) -> None:
    ran = argmap("check", ".", cwd=folder)
    assert ran.returncode == 2
    assert "argmap build ." in ran.stderr


@pytest.mark.parametrize("data", [b"\x00\x01\x02", "claim “x”".encode("utf-16"), "claim é".encode("latin-1")])
def test_what_is_no_text_cannot_be_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.argmap").write_bytes(data)
    ran = argmap("check", "x.argmap", cwd=tmp_path)
    assert ran.returncode == 2
    assert "error L100 unreadable-text" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "arguments", [["chek", "x"], ["check"], ["map", "--dpi", "x", "good.argmap"], ["good.argmap"], []]
)
def test_bad_usage_ends_with_two_and_says_how(folder: Path, arguments: list[str]) -> None:
    ran = argmap(*arguments, cwd=folder)
    assert ran.returncode == 2
    assert "argmap" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_help_teaches(folder: Path) -> None:
    ran = argmap("--help", cwd=folder)
    assert ran.returncode == 0
    for word in ("because", "since", "unless", "argmap report", "check", "build", "new"):
        assert word in ran.stdout


def test_the_version_is_told(folder: Path) -> None:
    assert argmap("--version", cwd=folder).stdout == "argmap 0.1.0\n"


@pytest.mark.parametrize(
    ("ending", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph")]
)
def test_the_ending_says_what_is_drawn(folder: Path, ending: str, start: bytes) -> None:
    ran = argmap("map", "good.argmap", "-o", f"x.{ending}", cwd=folder)
    assert (ran.returncode, ran.stderr) == (0, f"x.{ending} written\n")
    assert (folder / f"x.{ending}").read_bytes().startswith(start)


def test_a_picture_can_go_to_standard_output(folder: Path) -> None:
    ran = argmap("map", "good.argmap", "-o", "-", "--format", "dot", cwd=folder)
    assert ran.stdout.startswith("digraph")
    assert ran.stderr == ""


def test_an_unknown_ending_is_refused_before_anything_is_done(folder: Path) -> None:
    ran = argmap("map", "good.argmap", "-o", "x.jpeg", cwd=folder)
    assert ran.returncode == 2
    assert ".svg, .png, .pdf or .dot" in ran.stderr


def test_a_report_is_one_page(folder: Path) -> None:
    assert argmap("report", "good.argmap", cwd=folder).returncode == 0
    page = (folder / "good.html").read_text()
    assert page.startswith("<!DOCTYPE html>") or page.lower().startswith("<!doctype html>")
    assert "The library should stay open." in page


@pytest.mark.parametrize(
    "command", [["map", "-o", "kept.svg"], ["report", "-o", "kept.html"], ["export", "-o", "kept.json"]]
)
def test_a_failed_run_leaves_the_old_file_as_it_was(folder: Path, command: list[str]) -> None:
    old = folder / command[2]
    old.write_text("precious")
    ran = argmap(*command, "bad.argmap", cwd=folder)
    assert ran.returncode == 1
    assert "error L201" in ran.stderr
    assert ran.stdout == ""
    assert old.read_text() == "precious"
    assert sorted(path.name for path in folder.iterdir()) == sorted(["bad.argmap", "good.argmap", command[2]])


def test_what_cannot_be_written_is_said_and_nothing_is_left_behind(folder: Path) -> None:
    (folder / "taken").write_text("a file, not a folder")
    ran = argmap("export", "good.argmap", "-o", "taken/x.json", cwd=folder)
    assert ran.returncode == 2
    assert "taken/x.json cannot be written" in ran.stderr
    assert (folder / "taken").read_text() == "a file, not a folder"


def test_the_starter_map_is_sound_and_never_written_over(tmp_path: Path) -> None:
    assert argmap("new", "mine", cwd=tmp_path).returncode == 0
    assert argmap("check", "mine.argmap", cwd=tmp_path).returncode == 0
    (tmp_path / "mine.argmap").write_text("precious")
    assert argmap("new", "mine.argmap", cwd=tmp_path).returncode == 2
    assert (tmp_path / "mine.argmap").read_text() == "precious"
    assert argmap("new", "--force", "mine.argmap", cwd=tmp_path).returncode == 0


def test_one_bad_map_does_not_stop_the_others(folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "fine.argmap").write_text(GOOD)
    ran = argmap("build", ".", "-o", "out", cwd=folder)
    assert ran.returncode == 1
    assert ran.stdout.splitlines() == ["out/good.html", "out/deeper/fine.html"]
    assert "[1/3]" in ran.stderr
    assert "2 of 3 maps built, 1 left out because of errors" in ran.stderr
    assert "error L201" in ran.stderr
    made = sorted(path.name for path in (folder / "out").iterdir() if path.is_file())
    assert made == ["good.dot", "good.html", "good.json", "good.pdf", "good.png", "good.svg"]


def test_a_folder_without_maps_is_said(tmp_path: Path) -> None:
    ran = argmap("build", ".", cwd=tmp_path)
    assert ran.returncode == 2
    assert "no file that ends in .argmap" in ran.stderr


def test_output_is_plain_where_it_is_no_terminal(folder: Path) -> None:
    assert "\x1b" not in argmap("check", "bad.argmap", cwd=folder).stdout


def test_imports_from_outside_need_to_be_allowed(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "base.argmap").write_text('claim far "Far."\n')
    (tmp_path / "inner" / "main.argmap").write_text('import "../base.argmap"\nclaim "Near." { because far }\n')
    assert "error L212" in argmap("check", "inner/main.argmap", cwd=tmp_path).stdout
    assert argmap("check", "--allow-outside", "inner/main.argmap", cwd=tmp_path).returncode == 0


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    (folder / "many.argmap").write_text("claim x {\n" * 1 + "because y\n" * 3000 + "}\n")
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "check", "-q", "many.argmap"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()  # as `head` does
    assert process.stderr is not None
    with process.stderr:
        errors = process.stderr.read().decode()
    process.wait(timeout=120)
    assert "Traceback" not in errors


def test_an_interrupt_ends_without_a_traceback(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "check", "-"], cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    time.sleep(1.5)  # it waits for its input
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in errors


HEAVY = {"pydantic", "jinja2", "graphviz", "pygraphviz", "numpy", "scipy"}


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["check", "-q", "good.argmap"], HEAVY | {"click"}),
        (["check", "--format", "json", "good.argmap"], HEAVY),
        (["--version"], HEAVY | {"click", "lark"}),
    ],
)
def test_a_command_loads_nothing_it_does_not_need(folder: Path, arguments: list[str], unwanted: set[str]) -> None:
    code = f"import sys; sys.argv[1:] = {arguments!r}; from argmap.__main__ import main; main(); print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    loaded = {name.partition(".")[0] for name in ran.stdout.split()}
    assert loaded & unwanted == set()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only some systems have a disk that is always full")
@pytest.mark.parametrize(
    "command", [["check", "bad.argmap"], ["export", "good.argmap"], ["rule"], ["--version"], ["-h"]]
)
def test_a_full_disk_is_told_in_a_sentence(folder: Path, command: list[str]) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "argmap", *command],
            cwd=folder,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    assert ran.returncode != 0
    assert "Traceback" not in ran.stderr
