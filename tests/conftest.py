"""What tests of every floor share."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, settings

# A machine that is busy is no fault of argmap. In CI the same examples are tried each time, and a failure is told as it
# was found: making a large map smaller can take longer than all tests together.
settings.register_profile("argmap", settings(), deadline=None)
settings.register_profile(
    "ci", settings(), deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate), database=None
)
settings.load_profile("ci" if os.environ.get("CI", "").lower() not in {"", "0", "false"} else "argmap")

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"

# `golden("name.svg", text)` compares a text with tests/golden/name.svg.
Golden = Callable[[str, str], None]


def required(condition: object, reason: str) -> None:
    """Skip the test where something it needs is not on this machine; in CI nothing is skipped."""
    if condition:
        return
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        pytest.fail(f"in CI nothing may be missing: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium, for `launch(executable_path=…)`."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), "")
    required(path, "Chromium is not installed")
    return path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden/ anew; read the diff before you commit it",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare an output with the one that is kept in tests/golden/."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, actual: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no tests/golden/{name}; `pytest --update-golden` writes it"
        assert actual == path.read_text(encoding="utf-8")

    return compare
