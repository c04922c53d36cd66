"""What the tests of the pages share."""

from collections.abc import Callable

import pytest

from tests.conftest import ROOT

# `updated("docs/page.md", text)` compares a page with what it should be.
Updated = Callable[[str, str], None]


@pytest.fixture
def updated(request: pytest.FixtureRequest) -> Updated:
    """Hold a page to a text; `pytest tests/docs --update-golden` writes it anew."""

    def compare(page: str, text: str) -> None:
        path = ROOT / page
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no {page}; `pytest tests/docs --update-golden` writes it"
        assert path.read_text(encoding="utf-8") == text, "`pytest tests/docs --update-golden` writes it anew"

    return compare
