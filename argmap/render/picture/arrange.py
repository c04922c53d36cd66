"""Decides what Graphviz leaves open: which way a picture runs, and where parts that hang together with nothing stand."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from argmap.graph import components, from_pairs
from argmap.model import joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.graph import Rows
    from argmap.render.picture.look import Direction, Look
    from argmap.render.picture.parts import Picture
    from argmap.render.picture.theme import Theme

_PIXELS_PER_POINT = 4 / 3
_BETWEEN = 24  # from box to box, in points
_ROWS = 3  # with more boxes than so many full rows, the lines between them make a picture wider than its rows
_FEWEST = 4  # so many ranks a column of small parts has at least


def direction_of(picture: Picture, look: Look, theme: Theme) -> Direction:
    """Return which way lines lead: upward, or to the left where a row of boxes would be wider than is wanted."""
    if look.direction:
        return look.direction
    fitting = look.width / ((theme.box + _BETWEEN) * _PIXELS_PER_POINT)
    if len(picture.boxes) > _ROWS * fitting:
        return "RL"
    levels = ranks(picture)
    row = max(Counter(levels[box.id] for box in picture.boxes).values(), default=0)
    return "BT" if row <= fitting else "RL"


def ranks(picture: Picture) -> dict[str, int]:
    """Return how many lines each box and point is at most away from where the lines end, 0 at the end."""
    names, graph = _graph(picture)
    found = [0] * len(names)
    for component in components(graph):  # what lines lead to comes first
        far = max((found[head] + 1 for one in component for head in graph.of(one) if head not in component), default=0)
        for one in component:
            found[one] = far
    return dict(zip(names, found, strict=True))


def stacked(picture: Picture) -> Iterator[tuple[str, str]]:
    """Give pairs of boxes, a lower and an upper one, so that small parts stand in columns below each other.

    Side by side they would make a picture wide. Parts follow each other in the order of the text.
    """
    found = _parts(picture)
    if len(found) < 2:  # noqa: PLR2004 - one alone stands below nothing
        return
    levels = ranks(picture)
    parts = [(part, 1 + max(levels[name] for name in part)) for part in found]
    room = max(_FEWEST, *(height for _, height in parts))
    columns: list[list[list[str]]] = []
    used: list[int] = []
    for part, height in parts:
        at = next((n for n, sofar in enumerate(used) if sofar + height <= room), None)
        if at is None or height > room // 2:
            columns.append([part])
            used.append(height if height <= room // 2 else room)
        else:
            columns[at].append(part)
            used[at] += height
    for column in columns:
        for upper, lower in itertools.pairwise(column):
            foot = max(upper, key=levels.__getitem__)
            yield from ((name, foot) for name in lower if levels[name] == 0)


def _parts(picture: Picture) -> list[list[str]]:
    """Return what hangs together by lines, each part in the order of the picture."""
    names = _names(picture)
    number = {name: at for at, name in enumerate(names)}
    pairs = [(number[line.tail], number[line.head]) for line in picture.lines]
    return [[names[at] for at in part] for part in joined(len(names), pairs)]


def _graph(picture: Picture) -> tuple[list[str], Rows]:
    names = _names(picture)
    number = {name: at for at, name in enumerate(names)}
    return names, from_pairs(len(names), ((number[line.tail], number[line.head]) for line in picture.lines))


def _names(picture: Picture) -> list[str]:
    return [*(box.id for box in picture.boxes), *(joint.id for joint in picture.joints)]
