"""What whoever asks for a report may wish of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.render.report.context import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The wishes.

    Attributes:
        title: Stands in place of the map's own title.
        sections: The names of the sections that are wanted; they come in the order of `SECTIONS`.
        theme: "light", "dark", or "auto", as the reader's system has it.
        own: Gives the text of one's own template, style or script by its name, None where there is none.
    """

    title: str | None = None
    sections: tuple[str, ...] = tuple(SECTIONS)
    theme: str = "auto"
    own: Callable[[str], str | None] | None = None
