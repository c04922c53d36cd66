"""Colours, strokes and sizes of a picture, in one place.

Relations differ by line style and arrowhead too, never by colour alone. Each colour stands out from its ground
by 4.5 to 1 where it is text and by 3 to 1 where it is a line or the border of a box. Within a theme no two roles have
the same colour, so that a finished SVG can name the role of each, and a page can show it in another theme.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.render.picture.look import Look, ThemeName
    from argmap.render.picture.parts import Box, BoxKind, LineKind

Role = Literal[
    "paper", "panel", "ink", "grey", "rule", "warning", "mark", "bar", "trough", "folded", "answer", "hypothesis",
    "claim", "claim-name", "evidence", "evidence-name", "assumption", "assumption-name", "support", "attack", "undercut",
    "group-1", "group-2", "group-3", "group-4", "group-5", "group-6", "group-7", "group-8",
]  # fmt: skip

FONT = "Arial"
TEXT_SIZE = 10
SMALL_SIZE = 8
TITLE_SIZE = 14
LEGEND_SIZE = 9
BAR_HEIGHT, RANGE_HEIGHT = 5, 2
_CHARACTERS, _WIDTH = 30, 176  # a box whose lines have about so many characters is so wide, in points
_MARGIN, _SPARE = 8, 6  # a text is broken a little early: the rest covers for fonts wider than Arial
_GROUPS: tuple[Role, ...] = (
    "group-1", "group-2", "group-3", "group-4", "group-5", "group-6", "group-7", "group-8",
)  # fmt: skip
GROUPS = len(_GROUPS)


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """The roles of one kind of box (its border, its header, its ground), and how thick its border is."""

    border: Role
    header: Role
    ground: Role = "paper"
    thick: int = 1


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How one kind of line is drawn, in Graphviz's words; `label` is written beside it."""

    role: Role
    style: str
    head: str
    tail: str = "none"
    label: str = ""


@dataclass(frozen=True)  # without slots, so that what follows from the rest is worked out once
class Theme:
    """The colour of each role, and how wide boxes are: a line in them has about `wrap` characters."""

    name: ThemeName
    colours: Mapping[Role, str]

    wrap: int = _CHARACTERS

    @cached_property
    def box(self) -> int:
        """The width of a box's cells, in points."""
        return round(_WIDTH * self.wrap / _CHARACTERS)

    @cached_property
    def bar(self) -> int:
        """The width of a bar, in points."""
        return self.box - _MARGIN

    @cached_property
    def room(self) -> int:
        """The width at which a text is broken, in points."""
        return self.bar - _SPARE

    def ground(self, box: Box) -> str:
        """Return the colour that a box stands on."""
        return self.colours[_GROUPS[box.group - 1] if box.group else BOXES[box.kind].ground]

    def __getitem__(self, role: Role) -> str:
        """Return the colour of a role, as `#RRGGBB`."""
        return self.colours[role]


BOXES: dict[BoxKind, BoxStyle] = {
    "question": BoxStyle("ink", "ink", "answer", 2),
    "hypothesis": BoxStyle("hypothesis", "hypothesis", "answer", 2),
    "claim": BoxStyle("claim", "claim-name"),
    "evidence": BoxStyle("evidence", "evidence-name"),
    "assumption": BoxStyle("assumption", "assumption-name"),
}
LINES: dict[LineKind, LineStyle] = {
    "answers": LineStyle("grey", "solid", "none"),
    "support": LineStyle("support", "solid", "normal"),
    "attack": LineStyle("attack", "dashed", "tee"),
    "undercut": LineStyle("undercut", "dashed", "dot"),
    "contradicts": LineStyle("attack", "solid", "tee", "tee"),
    "excludes": LineStyle("attack", "dashed", "tee", "tee"),
    "entails": LineStyle("support", "solid", "vee", "none", "entails"),
    "explains": LineStyle("grey", "dotted", "vee", "none", "explains"),
    "contrasts": LineStyle("grey", "dotted", "none", "none", "contrasts with"),
}

_LIGHT: dict[Role, str] = {
    "paper": "#FFFFFF", "panel": "#F6F8FA", "ink": "#1B2430", "grey": "#5B6675", "rule": "#C3CCD6", "warning": "#AD4600",
    "mark": "#FFC83D", "bar": "#2F6DB5", "trough": "#DCE3EA", "folded": "#F1F4E8", "answer": "#EAF2FA",
    "hypothesis": "#0B4F8A", "claim": "#6B8299", "claim-name": "#3E5C76", "evidence": "#76854A", "evidence-name": "#4A5A2A",
    "assumption": "#7D7D7D", "assumption-name": "#5F5F5F", "support": "#007A5A", "attack": "#B84A00", "undercut": "#7A3E9D",
    "group-1": "#D9EAFB", "group-2": "#FCE6CF", "group-3": "#DDF2E3", "group-4": "#F0E1F7", "group-5": "#FBF3C4",
    "group-6": "#D5F1F3", "group-7": "#FADDE2", "group-8": "#E7E5DE",
}  # fmt: skip
# Blue and orange stay apart with every kind of colour blindness; undercuts are told from support by darkness.
_CVD: dict[Role, str] = _LIGHT | {
    "support": "#0B5FA5", "undercut": "#3A2A4A", "bar": "#56697F", "hypothesis": "#12304D",
    "evidence": "#7A7A55", "evidence-name": "#4F4F33",
}  # fmt: skip
_DARK: dict[Role, str] = {
    "paper": "#12171D", "panel": "#1B222A", "ink": "#E6EBF1", "grey": "#A9B5C2", "rule": "#3A4653", "warning": "#FFAB70",
    "mark": "#8A6A00", "bar": "#5B9BE6", "trough": "#37424E", "folded": "#232B1C", "answer": "#15283A",
    "hypothesis": "#8CC2FF", "claim": "#7D92A8", "claim-name": "#B4C6D8", "evidence": "#98A866", "evidence-name": "#C3D098",
    "assumption": "#8F8F8F", "assumption-name": "#BDBDBD", "support": "#3FC1A0", "attack": "#FF8A4C", "undercut": "#C79BEB",
    "group-1": "#16324F", "group-2": "#4A2E12", "group-3": "#16402A", "group-4": "#3D2450", "group-5": "#423A0B",
    "group-6": "#0F3F43", "group-7": "#4F2030", "group-8": "#34332D",
}  # fmt: skip
# For a printer without colours, and for copying: darkness, line style and arrowhead say all.
_PRINT: dict[Role, str] = {
    "paper": "#FFFFFF", "panel": "#FAFAFA", "ink": "#000000", "grey": "#454545", "rule": "#BBBBBB", "warning": "#202020",
    "mark": "#D0D0D0", "bar": "#404040", "trough": "#DDDDDD", "folded": "#F4F4F4", "answer": "#F2F2F2",
    "hypothesis": "#050505", "claim": "#606060", "claim-name": "#303030", "evidence": "#616161", "evidence-name": "#313131",
    "assumption": "#767676", "assumption-name": "#484848", "support": "#101010", "attack": "#3C3C3C", "undercut": "#595959",
    "group-1": "#EDEDED", "group-2": "#E9E9E9", "group-3": "#E5E5E5", "group-4": "#E1E1E1", "group-5": "#F0F0F0",
    "group-6": "#EBEBEB", "group-7": "#E7E7E7", "group-8": "#E3E3E3",
}  # fmt: skip

THEMES: dict[ThemeName, Theme] = {
    "light": Theme("light", _LIGHT),
    "cvd": Theme("cvd", _CVD),
    "dark": Theme("dark", _DARK),
    "print": Theme("print", _PRINT),
}
LIGHT = THEMES["light"]


def theme_of(look: Look) -> Theme:
    """Return the theme of a look, with its width of boxes."""
    return replace(THEMES[look.theme], wrap=look.wrap)


def group_role(number: int) -> Role:
    """Return the role of the ground of a group, counted from 1 on."""
    return _GROUPS[number - 1]


def stylesheet(theme: Theme, scope: str = "") -> str:
    """Write the CSS that shows a finished SVG in a theme, whatever theme it was drawn in.

    Args:
        theme: The theme.
        scope: A selector of what holds the SVG, such as `.picture`.
    """
    before = f"{scope} " if scope else ""
    rules = (
        f"{before}.f-{role} {{ fill: {colour} }} {before}.s-{role} {{ stroke: {colour} }}"
        for role, colour in theme.colours.items()
    )
    return "\n".join(rules) + "\n"
