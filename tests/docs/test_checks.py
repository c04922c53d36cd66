"""docs/checks.md: its commands print what it says, its configuration can be read, its hooks are there."""

import re
from pathlib import Path

from argmap.checks.configuration import settings_of
from argmap.cli.check import command
from tests.conftest import ROOT
from tests.docs.conftest import Updated
from tests.docs.examples import blocks, rewritten
from tests.docs.sessions import sessions
from tests.docs.tables import filled

PAGE = "docs/checks.md"


def test_commands_print_what_the_page_says(updated: Updated, tmp_path: Path) -> None:
    updated(PAGE, rewritten(PAGE, sessions(PAGE, tmp_path)))


def test_tables_are_in_step(updated: Updated) -> None:
    updated(PAGE, filled((ROOT / PAGE).read_text(encoding="utf-8")))


def test_the_configuration_it_shows_is_one(tmp_path: Path) -> None:
    (shown,) = [block.text for block in blocks(PAGE) if block.language == "toml"]
    (tmp_path / "texts").mkdir()
    settings = settings_of(shown, str(tmp_path / "argmap.toml"))
    assert settings is not None
    assert [rule.code for rule in settings.house] == ["X501", "X502"]


def test_every_option_of_check_is_spoken_of() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    options = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
    assert {option for option in options if option not in page} <= {"--quiet", "--allow-outside"}


def test_the_hooks_for_pre_commit_have_what_it_asks_for() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    hooks = [dict(re.findall(r"^\s*(?:- )?(\w+): (.*)$", part, re.MULTILINE)) for part in text.split("\n- ")[1:]]
    ids = re.findall(r"^- id: (.*)$", text, re.MULTILINE)
    assert ids == ["argmap-check", "argmap-fix"]
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    assert all(one in page for one in ids)
    for hook in hooks:
        assert {"name", "entry", "language", "files"} <= set(hook)
        assert hook["entry"].startswith("argmap check --quiet")
        assert hook["language"] == "python"
        assert re.search(hook["files"], "maps/deep/one.argmap")
        assert not re.search(hook["files"], "maps/one.argmap.txt")
