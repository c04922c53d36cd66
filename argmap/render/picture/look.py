"""How a picture is to look: theme, direction, frames, line length, what colours and figures tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "cvd", "dark", "print"]
Direction = Literal["BT", "TB", "LR", "RL"]
ColourBy = Literal["kind", "voice", "source", "stance", "tag"]
LabelKind = Literal["none", "kind", "bits"]

THEME_NAMES: tuple[ThemeName, ...] = ("light", "cvd", "dark", "print")
DIRECTIONS: tuple[Direction, ...] = ("BT", "TB", "LR", "RL")
COLOUR_BY: tuple[ColourBy, ...] = ("kind", "voice", "source", "stance", "tag")
LABELS: tuple[LabelKind, ...] = ("none", "kind", "bits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The looks of a picture.

    Attributes:
        theme: Its colours.
        direction: Where lines lead, as Graphviz writes it: `BT` is from the bottom to the top. Without one, conclusions
            stand on top, or to the left where that would be too wide.
        frames: Whether sections have frames around them; without it where a whole map has few boxes, most in sections.
        wrap: About how many characters a line in a box has.
        width: How wide the picture may be, in pixels, before it runs from right to left.
        colour_by: What the ground of a box tells.
        label: What is written beside the lines of steps.
        title: What stands above the picture, in place of the map's own title.
        source_line: What stands below it, in place of the name of the map's file.
    """

    theme: ThemeName = "light"
    direction: Direction | None = None
    frames: bool | None = None
    wrap: int = 30
    width: int = 2000
    colour_by: ColourBy = "kind"
    label: LabelKind = "none"
    title: str | None = None
    source_line: str | None = None
