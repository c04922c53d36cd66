"""docs/python.md: its examples run as they stand."""

import doctest
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def first_steps(tmp_path: Path) -> Iterator[Path]:
    """A copy of maps/first-steps, as the folder that examples are run in."""
    folder = tmp_path / "first-steps"
    shutil.copytree(ROOT / "maps" / "first-steps", folder)
    before = Path.cwd()
    os.chdir(folder)
    yield folder
    os.chdir(before)


def test_the_examples_come_out_as_they_say(first_steps: Path) -> None:
    found = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert found.attempted > 15
    assert found.failed == 0
    assert (first_steps / "tradition.svg").is_file()
