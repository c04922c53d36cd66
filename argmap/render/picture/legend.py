"""Writes the legend: signs made of table cells (some arrows are missing from common fonts), only for what occurs."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from argmap.render.picture import marks
from argmap.render.picture.labels import PLAIN, fixed, font
from argmap.render.picture.theme import LEGEND_SIZE, LINES, group_role
from argmap.render.text import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.render.picture.parts import LineKind, Picture
    from argmap.render.picture.theme import LineStyle, Theme

LINE_WORDS: dict[LineKind, str] = {
    "answers": "answers the question",
    "support": "supports",
    "attack": "attacks",
    "undercut": "undercuts the step",
    "contradicts": "contradict: one of the two is true",
    "excludes": "exclude: not both are true",
    "entails": "entails",
    "explains": "explains (no reason to believe)",
    "contrasts": "contrasts (no conflict)",
}
LICENCE = "what licenses the step"
_Sign = list[tuple[int, int, str]]  # cells from left to right: width, height and colour, "" for a gap
_SPACE, _GAP, _HEIGHT = 5, 14, 15  # the room between sign and words, after an entry, and for a row
_SLACK = 1.08  # letters may come out a little wider than estimated
_LENGTH = 18
_DASHES = {"solid": (_LENGTH, 0), "dashed": (4, 3), "dotted": (2, 2)}
# Heads as columns of cells, each a (width, height), from the line outwards.
_HEADS = {
    "normal": tuple((1, high) for high in (8, 7, 6, 5, 4, 3, 2, 1)),
    "vee": ((1, 8), (1, 7), (1, 6), (1, 5), (1, 3), (1, 2), (1, 1)),
    "tee": ((2, 9),),
    "dot": ((1, 3), (1, 5), (3, 6), (1, 5), (1, 3)),
    "none": (),
}


def legend(picture: Picture, theme: Theme, room: float) -> str:
    """Write the legend as a label, in rows no wider than `room` points where that can be, or nothing."""
    rows: list[tuple[str, float]] = []
    alone = {*picture.sources[:1], picture.source_line}
    for sign, words in _entries(picture, theme):
        cells, wide = _entry(sign, words, theme)
        if rows and rows[-1][1] + wide <= room and words not in alone:
            before, used = rows.pop()
            cells, wide = before + cells, used + wide
        rows.append((cells, wide))
    written = [_line(fixed(cells, math.ceil(wide), _HEIGHT)) for cells, wide in rows]
    return f"<TABLE {PLAIN}>{''.join(written)}</TABLE>" if written else ""


def _entries(picture: Picture, theme: Theme) -> Iterator[tuple[_Sign, str]]:
    """Give a sign and its words for each thing that is in the picture."""
    kinds = {line.kind for line in picture.lines}
    green = theme["support"]
    for kind, words in LINE_WORDS.items():
        if kind in kinds:
            yield _line_sign(LINES[kind], theme), words
    if any(joint.premises > 1 for joint in picture.joints):
        tails = Counter(line.head for line in picture.lines if line.part == "premise")
        several = any(tails[joint.id] > 1 for joint in picture.joints)
        yield [(_LENGTH + 6, 5, green)], "premises needed together" if several else "a reason and what licenses it"
    if any(joint.premises == 1 for joint in picture.joints):
        yield [], "circle: a step that is undercut"
    if any(line.part == "warrant" for line in picture.lines):
        yield _dashes("dotted", green), LICENCE
    if any(box.filled for box in picture.boxes):
        yield [(16, 5, theme["bar"]), (8, 5, theme["trough"])], "strength of support (no probability)"
    if any(box.span for box in picture.boxes):
        yield [(16, 2, theme["ink"])], "how low and how high it may be"
    for number, name in enumerate(picture.groups, 1):
        yield [(14, 10, theme[group_role(number)])], name
    yield from (([], words) for words in (*_sayings(picture), *picture.sources, picture.source_line) if words)


def _sayings(picture: Picture) -> Iterator[str]:
    """Give the legend's entries that need no sign."""
    if len({line.width for line in picture.lines if line.kind in {"support", "attack", "undercut"}}) > 1:
        yield "thicker line: more weight"
    if any("−" in line.label or "+" in line.label for line in picture.lines):
        yield "figures on lines: what a step adds or takes away, in bits"
    if any(box.dashed for box in picture.boxes):
        yield f"dashed box: {marks.NO_SUPPORT}"
    if any(mark.word == "may" for box in picture.boxes for mark in box.marks):
        yield "may: held to be possible, no more"
    if any(marks.UNWEIGHED in box.notes for box in picture.boxes):
        yield "unweighed: an objection that nothing backs"
    if any(marks.UNGRADED in each.notes for box in picture.boxes for each in (box, *box.folded)):
        yield "ungraded: neither it nor its source has a grade"
    if any(box.filled and box.filled[0] > 0 for box in picture.boxes):
        yield "bar with a gap before it: no single value settles, from the least to the most"
    if any(box.below or box.above for box in picture.boxes):
        yield "+ more below, above: statements that are not drawn"
    if any(box.marked for box in picture.boxes):
        yield "thick border: what was asked for"


def _entry(sign: _Sign, words: str, theme: Theme) -> tuple[str, float]:
    """Write a sign and its words as cells, with the width they take."""
    space = f'<TD WIDTH="{_SPACE}"></TD>' if sign else ""
    wide = math.ceil(width(words, LEGEND_SIZE) * _SLACK + _GAP)
    text = f'<TD ALIGN="LEFT" WIDTH="{wide}">{font(words, LEGEND_SIZE, theme["grey"])}</TD>'
    cells = "".join(_cell(*part) for part in sign)
    return f"{cells}{space}{text}", sum(part[0] for part in sign) + (_SPACE if sign else 0) + wide


def _line_sign(style: LineStyle, theme: Theme) -> _Sign:
    colour = theme[style.role]
    tail = [(wide, high, colour) for wide, high in reversed(_HEADS[style.tail])]
    head = [(wide, high, colour) for wide, high in _HEADS[style.head]]
    return [*tail, *_dashes(style.style, colour), *head]


def _dashes(style: str, colour: str) -> _Sign:
    dash, gap = _DASHES[style]
    part = [(dash, 2, colour), (gap, 0, "")] if gap else [(dash, 2, colour)]
    return part * (_LENGTH // (dash + gap))


def _cell(wide: int, high: int, colour: str) -> str:
    """Write a coloured cell in a table of its own, so that it keeps its height beside higher ones; or a gap."""
    if not colour:
        return f'<TD WIDTH="{wide}"></TD>'
    size = f'FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"'
    return f'<TD><TABLE {PLAIN} {size}><TR><TD {size} BGCOLOR="{colour}"></TD></TR></TABLE></TD>'


def _line(content: str) -> str:
    return f'<TR><TD ALIGN="LEFT" HEIGHT="{_HEIGHT}">{content}</TD></TR>'
