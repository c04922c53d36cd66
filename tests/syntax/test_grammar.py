"""The grammar: no conflict, one table however it is got, and no trouble where the table cannot be kept."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from lark import Lark
from lark import logger as lark_logger

from argmap.resources import read_text
from argmap.syntax.build import Builder
from argmap.syntax.lexer import ArgmapLexer
from argmap.syntax.parser import GRAMMAR
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MAP = 'claim "A." {\n    because "B."\n        unless "C."\n}\n'


def said_by_lark(grammar: str) -> str:
    """Return what Lark says while it builds a parser; it settles conflicts and tells of them to its log only."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    level = lark_logger.level
    lark_logger.addHandler(handler)
    lark_logger.setLevel(logging.DEBUG)
    try:
        Lark(grammar, parser="lalr", lexer=ArgmapLexer, transformer=Builder(), debug=True)
    finally:
        lark_logger.removeHandler(handler)
        lark_logger.setLevel(level)
    return stream.getvalue()


def test_the_grammar_has_no_conflict() -> None:
    assert "conflict" not in said_by_lark(read_text("grammars", GRAMMAR)).lower()


def test_a_conflict_would_be_seen() -> None:
    grammar = read_text("grammars", GRAMMAR).replace(
        "undercut: UNLESS premises details?", "undercut: UNLESS premises details? tails"
    )
    assert "shift/reduce conflict" in said_by_lark(grammar).lower()


def check(cache: Path, tmp_path: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "argmap", "check", "-"], input=MAP.encode(), capture_output=True, check=False, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)},
    )  # fmt: skip


def test_the_table_is_kept_and_used_again(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert check(cache, tmp_path).returncode == 0
    (kept,) = (cache / "argmap").iterdir()
    data = kept.read_bytes()
    assert check(cache, tmp_path).returncode == 0
    assert [path.read_bytes() for path in (cache / "argmap").iterdir()] == [data]


@pytest.mark.parametrize("harm", ["cut short", "other bytes"])
def test_a_spoilt_table_does_no_harm(tmp_path: Path, harm: str) -> None:
    cache = tmp_path / "cache"
    check(cache, tmp_path)
    (kept,) = (cache / "argmap").iterdir()
    kept.write_bytes(kept.read_bytes()[:100] if harm == "cut short" else b"\x80\x04nonsense")
    ran = check(cache, tmp_path)
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert ran.stderr == b"1 file checked: no findings\n"


def test_where_no_table_can_be_kept_all_works(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert check(tmp_path / "file", tmp_path).returncode == 0


def test_two_first_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache)}
    (tmp_path / "x.argmap").write_text(MAP)
    command = [sys.executable, "-m", "argmap", "check", "x.argmap"]
    running = [subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL) for _ in range(4)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0, 0]
    assert len(list((cache / "argmap").iterdir())) == 1
