"""The one style sheet of a report: its parts one after the other, then what depends on the pictures in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.picture.theme import THEMES, stylesheet
from argmap.render.report.templates import source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.render.report.picture import Drawn

PARTS = ("base.css", "tables.css", "sections.css", "map.css", "print.css")


def style(pictures: Sequence[Drawn], own: Callable[[str], str | None] | None = None) -> str:
    """Return the style sheet of a page with these pictures; `</` in one's own cannot end the element it stands in."""
    sheets = [(source(name, own) or "").strip() for name in PARTS]
    sheets.append(" ".join(f".w{part} {{ --w: {part}% }}" for part in range(1, 101)))
    if pictures:
        sheets += _themed()
    sheets += [
        f"#{f'sheet-{one.number}' if one.number else 'picture-1'} {{ --picture: {one.width}px; --height: {one.height}px }}"
        for one in pictures
    ]
    return "\n".join(sheets).replace("</", "<\\/") + "\n"


def _themed() -> list[str]:
    """Give the roles of a picture their colours, in light and in dark; paper is light."""
    light, dark = stylesheet(THEMES["light"]), '[data-theme="{}"]'
    return [
        light,
        "@media screen {",
        stylesheet(THEMES["dark"], dark.format("dark")),
        "@media (prefers-color-scheme: dark) {",
        stylesheet(THEMES["dark"], dark.format("auto")),
        "}",
        "}",
    ]
