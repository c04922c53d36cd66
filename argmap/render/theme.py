"""Colours, strokes and sizes of a picture, in one place.

Relations differ by line style and arrowhead too, never by colour alone. Each colour stands out from its ground
by 4.5 to 1 where it is text and by 3 to 1 where it is a line or the border of a box.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.render.picture import BoxKind, LineKind

FONT = "Arial"
TEXT_SIZE = 10
SMALL_SIZE = 8
TITLE_SIZE = 14
LEGEND_SIZE = 9
BOX_WIDTH = 176  # of the text's cell, in points
BAR_WIDTH, BAR_HEIGHT = 168, 5
TEXT_ROOM = 162  # the text is broken at this width: what is left covers for fonts a little wider than Arial


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """The colours of one kind of box, and how thick its border is."""

    border: str
    header: str
    fill: str = "#FFFFFF"
    thick: int = 1


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How one kind of line is drawn, in Graphviz's words; `label` is written beside it."""

    colour: str
    style: str
    head: str
    tail: str = "none"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours and strokes of a picture."""

    ink: str = "#1B2430"
    grey: str = "#5B6675"
    paper: str = "#FFFFFF"
    warning: str = "#B84A00"
    bar: str = "#2F6DB5"
    trough: str = "#DCE3EA"
    folded: str = "#F1F4E8"
    boxes: dict[BoxKind, BoxStyle] = field(default_factory=lambda: dict(_BOXES))
    lines: dict[LineKind, LineStyle] = field(default_factory=lambda: dict(_LINES))


_BOXES: dict[BoxKind, BoxStyle] = {
    "question": BoxStyle("#1B2430", "#1B2430", "#EAF2FA", 2),
    "hypothesis": BoxStyle("#0B4F8A", "#0B4F8A", "#EAF2FA", 2),
    "claim": BoxStyle("#6B8299", "#3E5C76"),
    "evidence": BoxStyle("#76854A", "#4A5A2A"),
    "assumption": BoxStyle("#7D7D7D", "#5F5F5F"),
}
_LINES: dict[LineKind, LineStyle] = {
    "answers": LineStyle("#5B6675", "solid", "none"),
    "support": LineStyle("#007A5A", "solid", "normal"),
    "attack": LineStyle("#B84A00", "dashed", "tee"),
    "undercut": LineStyle("#7A3E9D", "dashed", "dot"),
    "contradicts": LineStyle("#B84A00", "solid", "tee", "tee", "contradicts"),
    "excludes": LineStyle("#B84A00", "dashed", "tee", "tee", "excludes"),
    "entails": LineStyle("#007A5A", "solid", "vee", "none", "entails"),
    "explains": LineStyle("#5B6675", "dotted", "vee", "none", "explains"),
    "contrasts": LineStyle("#5B6675", "dotted", "none", "none", "contrasts with"),
}

LIGHT = Theme()
