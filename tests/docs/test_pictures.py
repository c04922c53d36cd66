"""docs/pictures.md: its pictures are those that its commands draw, and it names every option."""

import re
import shlex
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from argmap.cli import run
from argmap.cli.options import picture_options
from tests.conftest import ROOT
from tests.docs.examples import blocks

PAGE = "docs/pictures.md"
COMMANDS = [line[2:] for block in blocks(PAGE) if block.language == "console" for line in block.text.splitlines()]


def words(svg: str) -> list[str]:
    """All that can be read in a picture."""
    return sorted(text for each in ET.fromstring(svg).iter() if (text := (each.text or "").strip()))  # noqa: S314


@pytest.mark.parametrize("command", COMMANDS)
def test_each_picture_is_the_one_its_command_draws(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(command)
    assert arguments[0] == "argmap"
    assert run(arguments[1:]) == 0
    drawn, kept = tmp_path / arguments[-1], ROOT / arguments[-1]
    if request.config.getoption("--update-golden"):
        shutil.copyfile(drawn, kept)
    assert words(drawn.read_text(encoding="utf-8")) == words(kept.read_text(encoding="utf-8"))


def test_every_picture_of_the_page_is_drawn_by_a_command() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\((pictures/[^)]+)\)", page)
    assert [f"docs/{name}" for name in shown] == [command.split()[-1] for command in COMMANDS]


def test_every_option_is_on_the_page() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")

    @picture_options
    def command(**_: object) -> None:
        """Take the options."""

    for option in command.__click_params__:  # type: ignore[attr-defined]
        assert any(name in page for name in (*option.opts, *option.secondary_opts)), option.name
