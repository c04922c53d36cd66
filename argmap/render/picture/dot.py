"""Writes a map as DOT, Graphviz's language: the same map always gives the same text."""

from __future__ import annotations

import math
from functools import cache, partial
from typing import TYPE_CHECKING

from argmap.render.picture import theme as sizes
from argmap.render.picture.arrange import direction_of, stacked
from argmap.render.picture.compose import picture_of
from argmap.render.picture.labels import PLAIN, box_label, font, tooltip
from argmap.render.picture.legend import legend
from argmap.render.picture.look import Look
from argmap.render.picture.theme import LINES, theme_of
from argmap.render.text import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis import Analysis
    from argmap.render.picture.excerpt import Excerpt
    from argmap.render.picture.look import Direction
    from argmap.render.picture.parts import Box, Frame, Joint, Line, LineKind, Part, Picture
    from argmap.render.picture.theme import Theme

_GRAPH = {"splines": "true", "outputorder": "edgesfirst", "fontname": sizes.FONT, "pad": "0.2"}
_NODE = {"shape": "plain", "fontname": sizes.FONT, "fontsize": str(sizes.TEXT_SIZE), "margin": "0"}
_EDGE = {"fontname": sizes.FONT, "fontsize": str(sizes.SMALL_SIZE), "arrowsize": "0.7"}
# Lines leave a box in the middle of the side that faces their end, and reach the point of a step on the other side.
_PORTS: dict[Direction, tuple[str, str]] = {"BT": ("n", "s"), "TB": ("s", "n"), "RL": ("w", "e"), "LR": ("e", "w")}
_BESIDE: dict[Direction, str] = {"BT": "e", "TB": "e", "RL": "s", "LR": "s"}
# Where the title stands: Graphviz turns the words with the picture.
_CORNERS: dict[Direction, tuple[str, str]] = {"BT": ("b", "l"), "TB": ("t", "l"), "RL": ("t", "r"), "LR": ("t", "l")}
_ROOM: dict[Direction, tuple[str, str]] = {  # between ranks, and between boxes of a rank, in inches
    "BT": ("0.44", "0.22"), "TB": ("0.44", "0.22"), "RL": ("0.36", "0.12"), "LR": ("0.36", "0.12"),
}  # fmt: skip
# How hard a line pulls its ends together, by its part.
_PULL = {"whole": 1, "premise": 3, "warrant": 3, "conclusion": 4}
_BAR, _BAR_PER_PREMISE, _BAR_MOST, _POINT = 0.07, 0.45, 6, 0.13
_UPRIGHT = 0.6  # an upright bar is shorter, as boxes are lower than wide
_COLUMN, _FEWEST, _MOST = 24, 2, 8


def to_dot(
    analysis: Analysis, *, title: str | None = None, excerpt: Excerpt | None = None, look: Look | None = None
) -> str:
    """Write a map as DOT; the arguments are those of `argmap.render.picture.compose.picture_of`."""
    return picture_dot(picture_of(analysis, title=title, excerpt=excerpt, look=look), look)


def picture_dot(picture: Picture, look: Look | None = None) -> str:
    """Write a picture as DOT."""
    look = look or Look()
    theme = theme_of(look)
    direction = direction_of(picture, look, theme)
    ranksep, nodesep = _ROOM[direction]
    graph = {"rankdir": direction, "ranksep": ranksep, "nodesep": nodesep, **_GRAPH, "bgcolor": theme["paper"]}
    graph |= {"newrank": "true"} if picture.frames else {}
    body = "\n    ".join(_body(picture, theme, direction))
    lines = [
        "digraph argmap {",
        f"  graph {_attributes(graph | _legend(picture, theme))};",
        f"  node {_attributes(_NODE | {'fontcolor': theme['ink']})};",
        f"  edge {_attributes(_EDGE)};",
        "  subgraph cluster_all {",
        f"    graph {_attributes(_heading(picture, theme, direction))};",
        f"    {body}",
        "  }",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _body(picture: Picture, theme: Theme, direction: Direction) -> Iterator[str]:
    if not picture.boxes:
        yield '"empty" [label="This map has no statements yet."];'
    for box in picture.boxes:
        yield f'"{box.id}" [{_named(box, f"box {box.kind}")}, label=<{box_label(box, theme)}>];'
    for joint in picture.joints:
        yield f'"{joint.id}" {_attributes(_joint(joint, theme, direction))};'
    for frame in picture.frames:
        yield from _frame(frame, theme, direction)
    tied = _tied(picture)
    points = {joint.id: joint.premises for joint in picture.joints}
    drawn = cache(partial(_drawn, theme, direction))  # most lines look like some other
    for line in picture.lines:
        free = line.kind in _RELATIONS and line.tail in tied and line.head in tied
        look = drawn(line.kind, line.part, line.width, line.label, onto=points.get(line.head, 0), free=free)
        yield f'"{line.tail}" -> "{line.head}" [{_named(line, f"line {line.kind}")}, {look}];'
    for lower, upper in stacked(picture):
        yield f'"{lower}" -> "{upper}" [style="invis"];'


def _frame(frame: Frame, theme: Theme, direction: Direction) -> Iterator[str]:
    """Write the frame of a section; what is in it has been written before."""
    down, across = _CORNERS[direction]
    look = {
        "label": frame.title, "labelloc": down, "labeljust": across, "class": "section", "id": f"section-{frame.index}",
        "style": "rounded,filled", "color": theme["rule"], "fillcolor": theme["panel"],
        "fontcolor": theme["grey"], "fontsize": str(sizes.TEXT_SIZE), "margin": "10", "penwidth": "1",
    }  # fmt: skip
    yield f"subgraph cluster_{frame.index} {{"
    yield f"  graph {_attributes(look)};"
    for box in frame.boxes:
        yield f'  "{box}";'
    for inner in frame.inside:
        yield from (f"  {line}" for line in _frame(inner, theme, direction))
    yield "}"


def _heading(picture: Picture, theme: Theme, direction: Direction) -> dict[str, str]:
    """Return the attributes of the frame around everything, which carries the title, if there is one."""
    if not picture.title:
        return {"label": "", "class": "heading", "penwidth": "0", "margin": "0"}  # else it has the label of the whole
    room = _room(picture, theme)
    title = [
        font(line, sizes.TITLE_SIZE, theme["ink"], bold=True) for line in wrap(picture.title, room / sizes.TITLE_SIZE)
    ]
    under = wrap(picture.subtitle, room / sizes.LEGEND_SIZE) if picture.subtitle else []
    rows = [*title, *(font(line, sizes.LEGEND_SIZE, theme["grey"]) for line in under)]
    cells = "".join(f'<TR><TD ALIGN="LEFT">{row}</TD></TR>' for row in rows)
    table = PLAIN.replace('CELLPADDING="0"', 'CELLPADDING="2"')
    down, across = _CORNERS[direction]
    label = {"label": f"<<TABLE {table}>{cells}</TABLE>>", "labelloc": down, "labeljust": across}
    return label | {"id": "heading", "class": "heading", "penwidth": "0", "margin": "4"}


def _legend(picture: Picture, theme: Theme) -> dict[str, str]:
    label = legend(picture, theme, _room(picture, theme))
    return {"label": f"<{label}>", "labelloc": "b", "labeljust": "l"} if label else {}


def _room(picture: Picture, theme: Theme) -> float:
    """Guess how wide a picture will be, in points."""
    columns = math.ceil(math.sqrt(1.5 * len(picture.boxes)))
    return (theme.box + _COLUMN) * min(max(columns, _FEWEST), _MOST)


def _named(part: Box | Line, classes: str) -> str:
    """Write what tells a box or a line apart; ids hold nothing that would have to be escaped."""
    return f'id="{part.id}", class="{classes}", tooltip="{tooltip(part.words)}"'


def _joint(joint: Joint, theme: Theme, direction: Direction) -> dict[str, str]:
    colour = theme[LINES[joint.kind].role]
    common = {"id": joint.id, "class": f"point {joint.kind}", "tooltip": joint.words, "label": "", "color": colour}
    common |= {"style": "filled", "fixedsize": "true"}
    if joint.premises == 1:
        return common | {"shape": "circle", "fillcolor": theme["paper"], "penwidth": "1.5", "width": str(_POINT)}
    long = _BAR_PER_PREMISE * min(joint.premises, _BAR_MOST)
    upright = direction in {"LR", "RL"}
    wide, high = (_BAR, long * _UPRIGHT) if upright else (long, _BAR)
    return common | {"shape": "box", "fillcolor": colour, "width": f"{wide:.2f}", "height": f"{high:.2f}"}


def _drawn(
    theme: Theme,
    direction: Direction,
    kind: LineKind,
    part: Part,
    width: float,
    label: str,
    *,
    onto: int,
    free: bool,
) -> str:
    """Write how a line looks and where it leaves and arrives; `onto` counts the premises of the point it leads to."""
    style = LINES[kind]
    colour = theme[style.role]
    found = {
        "color": colour,
        "style": "dotted" if part == "warrant" else style.style,
        "penwidth": f"{width:.2f}",
        "weight": str(_PULL[part]),
    }
    if part in {"premise", "warrant"} or (style.head == style.tail == "none"):
        found["dir"] = "none"
    else:
        found["arrowhead"] = style.head
        found |= {"dir": "both", "arrowtail": style.tail} if style.tail != "none" else {}
    words = label or style.label
    if words:
        found |= {"label": f" {words} ", "fontcolor": colour}
    if free:
        found["constraint"] = "false"
    if kind not in _RELATIONS:
        found |= _ports(part, direction, onto)
    return _listed(found)


def _ports(part: Part, direction: Direction, onto: int) -> dict[str, str]:
    """Return where a line leaves and arrives. It may reach a box anywhere, so that heads of several do not overlap."""
    leaving, arriving = _PORTS[direction]
    if not onto:
        return {"tailport": leaving}
    if part in {"premise", "warrant"}:
        return {"tailport": leaving, "headport": arriving}
    # What undercuts reaches a bar at its end, where no premises are, and a circle from anywhere.
    return {"tailport": leaving, "headport": "c" if onto == 1 else _BESIDE[direction]}


_RELATIONS = frozenset({"contradicts", "excludes", "entails", "explains", "contrasts"})


def _tied(picture: Picture) -> set[str]:
    """Return the boxes that have their place by other lines than relations: relations then leave them there."""
    return {end for line in picture.lines if line.kind not in _RELATIONS for end in (line.tail, line.head)}


def _attributes(found: dict[str, str]) -> str:
    return f"[{_listed(found)}]"


def _listed(found: dict[str, str]) -> str:
    """Write attributes; a value that is a label in angle brackets goes unquoted."""
    return ", ".join([f"{key}={_value(key, value)}" for key, value in found.items()])


def _value(key: str, value: str) -> str:
    if key == "label" and value.startswith("<<TABLE"):
        return value
    return f'"{tooltip(value)}"'
