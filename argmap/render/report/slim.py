"""Makes the SVG of a picture as light as a page needs it: what the style sheet or the page's data say is left out.

A finished SVG has each group on a line of its own, or begins one there, and its attributes always stand in one order.
"""

from __future__ import annotations

import re
from functools import partial

_INK = "f-ink"  # the colour of most texts in a box, which its group has
_SIZE = "10"
# What most letters are but for that size, as classes for the style sheet.
_SIZES, _BOLD = {f"{_SIZE}.00": "", "8.00": "t8", "9.00": "t9"}, "tb"
_RADIUS = "12"
_CORNERS = 5  # of a polygon that is a rectangle: the first comes again at its end

_KIND = re.compile(r'<g id="[^"]*" class="(?:node |edge )?(\w+)')
# What the page's data hold of boxes and steps already, and words that name a link whose own words do.
_KNOWN = re.compile(
    r' (?:data-(?:statements|sources|voices|stances|hedges|tags|strength|section|part|bits|step|unsupported|kind)|aria-label)="[^"]*"'
)
_QUOTE = re.compile(r"&quot;(?=[^<>]*<)")  # in a text, where it may stand as it is
_HEAD = re.compile(r'(<g id="[^"]*" class=")(?:node )?((?:box|folded) [^"]*)("[^>]*>)(?:<title>[^<]*</title>)?')
_LETTERS = re.compile(r' y="([^"]*)"( font-weight="bold")? font-size="([^"]*)" class="(f-[^"]*)" fill="[^"]*"')
_COLOURS = re.compile(r' class="(f-[\w-]+)?( ?s-[\w-]+)?" fill="([^"]*)"(?: stroke="([^"]*)")?')
_ARROW = re.compile(r'<polygon class="(f-[\w-]+) s-[\w-]+"(?: stroke-width="[^"]*")?')
_BEND = re.compile(r' d="[^"]*"')
_OUTLINE = re.compile(r'<path( [^>]*) d="M([^"C]*C(?:[-\d.]+,[-\d.]+ ?){24})"/>')  # a box as Graphviz draws it
_UPRIGHT = re.compile(r'<polygon( [^>]*) points="([^"]*)"/>')
_PLACES = re.compile(r' (?:d|points|c?[xy]|font-size)="[^"]*"')
_NUMBER = re.compile(r"-?[\d.]+")
_DECIMALS = re.compile(r"\.0\d*|(?<=\.[1-9])\d+")  # all but the first, and that too where it is 0
_FRACTION = re.compile(r"\.\d+")


def slim(svg: str) -> str:
    """Return a finished inline SVG that looks the same on a page with its style sheet."""
    svg = _QUOTE.sub('"', _KNOWN.sub("", svg)).replace("&#x27;", "'").replace("&#39;", "'")
    return "".join(map(_part, svg.split("\n"))).replace("<svg ", f'<svg font-size="{_SIZE}" ', 1)


def _part(part: str) -> str:
    found = _KIND.match(part)
    kind = found[1] if found else ""
    boxed = kind in {"box", "folded"}
    if boxed:
        part = _HEAD.sub(rf"\1\2 {_INK}\3", part)
    part = _LETTERS.sub(partial(_letters, known=_INK if boxed else ""), part)
    part = _COLOURS.sub(_colours, part)
    part = _line(part) if kind == "line" else _OUTLINE.sub(_round, _UPRIGHT.sub(_upright, part))
    return _PLACES.sub(_place, part.replace(' class="node ', ' class="').replace(' class="edge ', ' class="'))


def _letters(found: re.Match[str], known: str) -> str:
    """Name the looks of letters by classes, but for the colour that is known from their group."""
    y, bold, size, role = found.groups()
    classes = " ".join(filter(None, (_BOLD if bold else "", _SIZES.get(size), "" if role == known else role)))
    named = f' class="{classes}"' if classes else ""
    sized = "" if size in _SIZES else f' font-size="{size}"'
    return f' y="{y}"{sized}{named}'


def _colours(found: re.Match[str]) -> str:
    """Leave the colours to the style sheet where a class names their role; no stroke is what there is without one."""
    ground, border, fill, stroke = found.groups()
    filled = "" if ground else f' fill="{fill}"'
    lined = "" if border or stroke in {None, "none"} else f' stroke="{stroke}"'
    return f' class="{ground or ""}{border or ""}"{filled}{lined}'


def _line(part: str) -> str:
    """Leave to the style sheet that lines are not filled; draw them to whole points, solid arrowheads without outline."""
    part = _ARROW.sub(r'<polygon class="\1"', part.replace(' fill="none"', ""))
    return _BEND.sub(lambda found: _FRACTION.sub("", found[0]), part)


def _round(found: re.Match[str]) -> str:
    """Turn a box with round corners into what it is."""
    return f'<rect{found[1]}{_frame(_NUMBER.findall(found[2]))} rx="{_RADIUS}"/>'


def _upright(found: re.Match[str]) -> str:
    """Turn a polygon into a rectangle if it is one and stands upright."""
    numbers = _NUMBER.findall(found[2])
    xs, ys = {*numbers[::2]}, {*numbers[1::2]}
    if len(numbers) == 2 * _CORNERS and len(xs) == len(ys) == 2:  # noqa: PLR2004 - two of each make a rectangle
        return f"<rect{found[1]}{_frame(numbers)}/>"
    return found[0]


def _frame(numbers: list[str]) -> str:
    xs, ys = [float(x) for x in numbers[::2]], [float(y) for y in numbers[1::2]]
    size = (("x", min(xs)), ("y", min(ys)), ("width", max(xs) - min(xs)), ("height", max(ys) - min(ys)))
    return "".join([f' {key}="{f"{value:.1f}".removesuffix(".0")}"' for key, value in size])


def _place(found: re.Match[str]) -> str:
    """Leave out decimals that nobody sees."""
    return _DECIMALS.sub("", found[0])
