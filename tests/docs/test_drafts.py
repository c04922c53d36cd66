"""docs/drafts.md: its commands print what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.docs.examples import rewritten
from tests.docs.sessions import sessions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.docs.conftest import Updated

PAGE = "docs/drafts.md"


def test_commands_print_what_the_page_says(updated: Updated, tmp_path: Path) -> None:
    updated(PAGE, rewritten(PAGE, sessions(PAGE, tmp_path)))
