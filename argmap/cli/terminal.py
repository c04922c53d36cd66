"""How wide the terminal is, and what stands out on it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from argmap.cli.common import is_broken, outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.analysis import Analysis

_LEAST = 40


def width() -> int:
    """Return how many columns there are for text: those of the terminal, or of COLUMNS, never fewer than 40; where nothing tells, 80."""
    return max(_LEAST, shutil.get_terminal_size((80, 24)).columns)


def standing_in_the_way(analysis: Analysis, *, quiet: bool) -> int | None:
    """Show what is wrong (with `quiet` only errors); return the exit status where that stands in the way, else None."""
    if quiet and not is_broken(analysis):
        return None
    return outcome(analysis)


def strong_on(colour: bool) -> Callable[[str], str]:  # noqa: FBT001 - on or off
    """Return what makes a heading stand out: bold where colours are on, else nothing."""
    return (lambda text: f"\x1b[1m{text}\x1b[0m" if text else text) if colour else str
