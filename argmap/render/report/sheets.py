"""The pictures of a map whose whole is only an index: an overview, and the map in parts that can be read on paper.

Only a layout tells how large a picture is. So each part is drawn in several looks and the best is kept; what is too small
for a page even then is divided and drawn again.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.render.picture.choice import Choice, excerpt_of
from argmap.render.picture.compose import composed
from argmap.render.picture.dot import picture_dot
from argmap.render.picture.excerpt import MOST, overview
from argmap.render.picture.look import Look
from argmap.render.picture.theme import SMALL_SIZE
from argmap.render.report.division import joined, parts_of, shown, split

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from argmap.render.picture.excerpt import Excerpt
    from argmap.render.picture.look import Direction
    from argmap.render.picture.parts import Picture
    from argmap.render.report.division import Part
    from argmap.render.view import View

    # Lays out DOT texts as SVG, all by one engine; None for what it could not draw.
    Draw = Callable[[Sequence[str]], Sequence[str | None]]

# A larger map has the overview alone: in parts it would take some ninety pages, which nobody prints, and more than a
# megabyte and two seconds.
IN_PARTS = 600  # statements
# The room for a picture on a landscape page, A4 as well as Letter, in points: `print.css` leaves as much.
WIDE, HIGH = 734.0, 476.0
LEAST = 5.0  # the smallest letters on such a page, in points
_READABLE = LEAST / SMALL_SIZE
_LARGE = 1.0  # on paper no picture is larger than at full size: letters of 10 points for the text
_OVERVIEWS = (26, 20, 14, 10)  # so many statements, unless there are more hypotheses than that
# How many characters there are to a line of a box. Narrow boxes fill a page best: with 30 a fifth more pages are needed;
# but with fewer than 27 many an id has no room. What must fit one page, as the overview, goes without.
_WRAP, _NARROW = 27, 22
_DIRECTIONS: tuple[Direction, ...] = ("BT", "RL")
_MOST = 26  # of more statements than so many none has ever fitted a page
_START = 16  # so many statements, then, are tried first
_SIZE = re.compile(r'<svg width="([\d.]+)pt" height="([\d.]+)pt"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture for a page: what it shows, as Graphviz drew it, and its width and height in points at full size.

    `part` is None where it is the overview.
    """

    part: Part | None
    excerpt: Excerpt
    picture: Picture
    svg: str
    size: tuple[float, float]

    @property
    def scale(self) -> float:
        """How large it stands on paper: 1 is full size."""
        wide, high = self.size
        return min(_LARGE, WIDE / wide, HIGH / high)

    @property
    def share(self) -> float:
        """How much of a page it would take with letters as small as they may be."""
        wide, high = self.size
        return wide * high * _READABLE**2 / (WIDE * HIGH)

    @property
    def smallest(self) -> float:
        """The size of its smallest letters on paper, in points."""
        return self.scale * SMALL_SIZE


def sheets_of(view: View, draw: Draw) -> list[Sheet]:
    """Draw the overview and the parts of a map, if it is so large that the picture of its whole is only an index."""
    if not is_index(view):
        return []
    first = _overview(view, draw)
    return ([first] if first else []) + (_parts(view, draw) if len(view.propositions) <= IN_PARTS else [])


def is_index(view: View) -> bool:
    """Tell whether the picture of a whole map has more boxes than can be read at a time."""
    return len(composed(view, excerpt_of(view, Choice(sort="whole")), Look()).boxes) > MOST


def _overview(view: View, draw: Draw) -> Sheet | None:
    """Draw an overview that shows as much as can be read, if only the hypotheses."""
    found = [(None, overview(view, most)) for most in _OVERVIEWS]
    sheets = [sheet for sheet in _drawn(view, found, draw, _NARROW) if sheet]
    fitting = (sheet for sheet in sheets if sheet.scale >= _READABLE)
    return next(fitting, max(sheets, key=lambda sheet: sheet.scale, default=None))


def _parts(view: View, draw: Draw) -> list[Sheet]:
    """Draw the parts of a map, and divide what does not fit until it does or cannot be divided further."""
    entries: list[Part | Sheet] = list(parts_of(view))
    while parts := [entry for entry in entries if not isinstance(entry, Sheet)]:
        tried = iter(_tried(view, parts, draw))
        entries = [new for entry in entries for new in ([entry] if isinstance(entry, Sheet) else next(tried))]
    return _merged(view, [entry for entry in entries if isinstance(entry, Sheet)], draw)


def _merged(view: View, sheets: list[Sheet], draw: Draw) -> list[Sheet]:
    """Put neighbours of one section on one page where both leave much of theirs empty and it can be read."""
    refused: set[Part] = set()
    while pairs := dict(_pairs(sheets, refused)):
        drawn = _drawn(view, [(part, shown(view, part)) for part in pairs.values()], draw)
        together = dict(zip(pairs, drawn, strict=True))
        refused |= {pairs[at] for at, sheet in together.items() if sheet is None or sheet.scale < _READABLE}
        good = {at: sheet for at, sheet in together.items() if sheet and sheet.scale >= _READABLE}
        sheets = [good.get(at, sheet) for at, sheet in enumerate(sheets) if at - 1 not in good]
    return sheets


def _pairs(sheets: Sequence[Sheet], refused: Collection[Part]) -> Iterator[tuple[int, Part]]:
    """Give neighbours that a page has room for, by the number of the first, joined; nothing is in two pairs."""
    taken = -1
    for at, (one, other) in enumerate(itertools.pairwise(sheets)):
        same = one.part and other.part and one.part.title == other.part.title
        if one.part and other.part and same and at != taken and one.share + other.share <= 1:
            part = joined([one.part, other.part])
            if part not in refused:
                yield at, part
                taken = at + 1


def _tried(view: View, parts: Iterable[Part], draw: Draw) -> Iterator[list[Part | Sheet]]:
    """Give for each part its picture, or the parts it is divided into; what cannot be drawn at all is left out."""
    wanted = [(part, shown(view, part)) for part in parts]
    small = [pair for pair in wanted if len(pair[0].own) <= _MOST]
    drawn = iter(_drawn(view, small, draw))
    for part, _ in wanted:
        sheet = next(drawn) if len(part.own) <= _MOST else None
        if sheet is not None and sheet.scale >= _READABLE:
            yield [sheet]
            continue
        share = min(0.8, (sheet.scale / _READABLE) ** 2) if sheet else 1.0
        divided = split(view, part, max(2, int(share * min(len(part.own), _START))))
        if all(len(each.own) < len(part.own) for each in divided):
            yield [*divided]
        else:
            yield [*filter(None, _drawn(view, [(part, shown(view, part))], draw, _NARROW))]


def _drawn(
    view: View, wanted: Sequence[tuple[Part | None, Excerpt]], draw: Draw, wrap: int = _WRAP
) -> list[Sheet | None]:
    """Draw each in both directions and keep the one that is larger on paper."""
    looks = [Look(direction=direction, wrap=wrap, frames=False) for direction in _DIRECTIONS]
    pictures = [_bare(composed(view, excerpt, looks[0])) for _, excerpt in wanted]
    svgs = iter(draw([picture_dot(picture, look) for picture in pictures for look in looks]) if pictures else ())
    found: list[Sheet | None] = []
    for (part, excerpt), picture in zip(wanted, pictures, strict=True):
        made = [Sheet(part, excerpt, picture, svg, _size(svg)) for svg in (next(svgs) for _ in looks) if svg]
        found.append(max(made, key=lambda sheet: sheet.scale, default=None))
    return found


def _bare(picture: Picture) -> Picture:
    """Leave out what the page says of all its pictures, and of this one above it."""
    return replace(picture, title="", subtitle="", sources=(), source_line="")


def _size(svg: str) -> tuple[float, float]:
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (WIDE, HIGH)
