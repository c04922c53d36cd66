"""Writes a map as DOT, Graphviz's language: the same map always gives the same text."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from argmap.render import theme as sizes
from argmap.render.compose import picture_of
from argmap.render.labels import PLAIN, box_label, font, tooltip
from argmap.render.legend import legend
from argmap.render.text import wrap
from argmap.render.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis import Analysis
    from argmap.render.picture import Box, Joint, Line, Picture
    from argmap.render.theme import Theme

_GRAPH = {
    "rankdir": "BT",
    "ranksep": "0.38",
    "nodesep": "0.22",
    "splines": "true",
    "outputorder": "edgesfirst",
    "fontname": sizes.FONT,
    "pad": "0.2",
}
_NODE = {"shape": "plain", "fontname": sizes.FONT, "fontsize": str(sizes.TEXT_SIZE), "margin": "0"}
_EDGE = {"fontname": sizes.FONT, "fontsize": str(sizes.SMALL_SIZE), "arrowsize": "0.7"}
# How hard a line pulls its ends together, by its part.
_PULL = {"whole": 1, "premise": 3, "warrant": 3, "conclusion": 4}
_BAR, _BAR_PER_PREMISE, _POINT = "0.07", 0.45, "0.13"
_COLUMN, _FEWEST, _MOST = 200.0, 2, 8
_COLUMN_HEIGHT = 4


def to_dot(analysis: Analysis, *, title: str | None = None, theme: Theme = LIGHT) -> str:
    """Write a map as DOT; `title` stands above the picture in place of the map's own."""
    return picture_dot(picture_of(analysis, title=title), theme)


def picture_dot(picture: Picture, theme: Theme = LIGHT) -> str:
    """Write a picture as DOT."""
    lines = [
        "digraph argmap {",
        f"  graph {_attributes(_GRAPH | {'bgcolor': theme.paper} | _legend(picture, theme))};",
        f"  node {_attributes(_NODE | {'fontcolor': theme.ink})};",
        f"  edge {_attributes(_EDGE)};",
        "  subgraph cluster_all {",
        f"    graph {_attributes(_heading(picture, theme))};",
        *(f"    {line}" for line in _body(picture, theme)),
        "  }",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _body(picture: Picture, theme: Theme) -> Iterator[str]:
    if not picture.boxes:
        yield '"empty" [label="This map has no statements yet."];'
    for box in picture.boxes:
        yield f'"{box.id}" {_attributes(_box(box, theme))};'
    for joint in picture.joints:
        yield f'"{joint.id}" {_attributes(_joint(joint, theme))};'
    tied = _tied(picture)
    for line in picture.lines:
        free = line.kind in _RELATIONS and line.tail in tied and line.head in tied
        yield f'"{line.tail}" -> "{line.head}" {_attributes(_line(line, theme, free=free))};'
    yield from _columns(picture)


def _columns(picture: Picture) -> Iterator[str]:
    """Put boxes that no line touches one below the other: side by side they would make a picture wide."""
    touched = {end for line in picture.lines for end in (line.tail, line.head)}
    alone = [box.id for box in picture.boxes if box.id not in touched]
    for start in range(0, len(alone), _COLUMN_HEIGHT):
        column = alone[start : start + _COLUMN_HEIGHT]
        for upper, lower in itertools.pairwise(column):
            yield f'"{lower}" -> "{upper}" [style="invis"];'


def _heading(picture: Picture, theme: Theme) -> dict[str, str]:
    """Return the attributes of the frame around everything, which carries the title."""
    rows = [
        (line, sizes.TITLE_SIZE, theme.ink, True) for line in wrap(picture.title, _room(picture) / sizes.TITLE_SIZE)
    ]
    rows += [(picture.subtitle, sizes.LEGEND_SIZE, theme.grey, False)] if picture.subtitle else []
    cells = "".join(
        f'<TR><TD ALIGN="LEFT">{font(text, size, colour, bold=bold)}</TD></TR>' for text, size, colour, bold in rows
    )
    table = PLAIN.replace('CELLPADDING="0"', 'CELLPADDING="2"')
    return {
        "label": f"<<TABLE {table}>{cells}</TABLE>>",
        "labelloc": "b",
        "labeljust": "l",
        "penwidth": "0",
        "margin": "4",
    }


def _legend(picture: Picture, theme: Theme) -> dict[str, str]:
    label = legend(picture, theme, _room(picture))
    return {"label": f"<{label}>", "labelloc": "b", "labeljust": "l"} if label else {}


def _room(picture: Picture) -> float:
    """Guess how wide a picture will be, in points."""
    columns = math.ceil(math.sqrt(1.5 * len(picture.boxes)))
    return _COLUMN * min(max(columns, _FEWEST), _MOST)


def _box(box: Box, theme: Theme) -> dict[str, str]:
    return {
        "id": box.id,
        "class": f"box {box.kind}",
        "tooltip": box.words,
        "label": f"<{box_label(box, theme)}>",
    }


def _joint(joint: Joint, theme: Theme) -> dict[str, str]:
    colour = theme.lines[joint.kind].colour
    common = {"id": joint.id, "class": f"point {joint.kind}", "tooltip": joint.words, "label": "", "color": colour}
    if joint.premises > 1:
        wide = f"{_BAR_PER_PREMISE * min(joint.premises, 6):.2f}"
        bar = {"shape": "box", "style": "filled", "fillcolor": colour, "height": _BAR, "width": wide}
        return common | bar | {"fixedsize": "true"}
    circle = {"shape": "circle", "style": "filled", "fillcolor": theme.paper, "penwidth": "1.5", "width": _POINT}
    return common | circle | {"fixedsize": "true"}


def _line(line: Line, theme: Theme, *, free: bool) -> dict[str, str]:
    style = theme.lines[line.kind]
    found = {
        "id": line.id,
        "class": f"line {line.kind}",
        "tooltip": line.words,
        "color": style.colour,
        "style": "dotted" if line.part == "warrant" else style.style,
        "penwidth": f"{line.width:.2f}",
        "weight": str(_PULL[line.part]),
    }
    if line.part in {"premise", "warrant"} or (style.head == style.tail == "none"):
        found["dir"] = "none"
    else:
        found["arrowhead"] = style.head
        found |= {"dir": "both", "arrowtail": style.tail} if style.tail != "none" else {}
    if style.label:
        found |= {"label": f" {style.label} ", "fontcolor": style.colour}
    return found | ({"constraint": "false"} if free else {})


_RELATIONS = frozenset({"contradicts", "excludes", "entails", "explains", "contrasts"})


def _tied(picture: Picture) -> set[str]:
    """Return the boxes that have their place by other lines than relations: relations then leave them there."""
    return {end for line in picture.lines if line.kind not in _RELATIONS for end in (line.tail, line.head)}


def _attributes(found: dict[str, str]) -> str:
    """Write attributes; a value that is a label in angle brackets goes unquoted."""
    return f"[{', '.join(f'{key}={_value(key, value)}' for key, value in found.items())}]"


def _value(key: str, value: str) -> str:
    if key == "label" and value.startswith("<<TABLE"):
        return value
    return f'"{tooltip(value)}"'
