"""Makes the SVG of a picture as light as a page needs it: what the style sheet or the page's data say is left out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG = "http://www.w3.org/2000/svg"
_PATH, _POLYGON, _POLYLINE, _RECT, _TEXT, _TITLE = (
    f"{{{_SVG}}}{name}" for name in ("path", "polygon", "polyline", "rect", "text", "title")
)
# What the page's data hold of boxes and steps already.
_KNOWN = (
    "data-statements", "data-sources", "data-voices", "data-stances", "data-hedges", "data-tags", "data-strength",
    "data-section", "data-part", "data-bits", "data-step", "data-unsupported", "data-kind",
)  # fmt: skip
_NUMBER = re.compile(r"-?[\d.]+")
_ROUNDED = re.compile(r"M[-\d., ]+C(?:[-\d.]+,[-\d.]+ ?){24}$")  # a box with round corners, as Graphviz draws it
_DECIMALS = re.compile(r"(?:\.0|(\.\d))\d*(?=[^\d.]|$)")
_FRACTION = re.compile(r"\.\d+")
_SIZE = "10"
# What most letters are but for their size: a class each, for the style sheet.
_LETTERS = {("font-size", "8"): "t8", ("font-size", "9"): "t9", ("font-weight", "bold"): "tb"}
_CORNERS = 5  # of a polygon that is a rectangle: the first comes again at its end
_RADIUS = "12"


def slim(svg: str) -> str:
    """Return a finished inline SVG that looks the same on a page with its style sheet."""
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - argmap made it, and this parser reads no outside entities
    root.set("font-size", _SIZE)
    for element in root.iter():
        for key in _KNOWN:
            element.attrib.pop(key, None)
        _join(element)
    for element in root.iter():
        _style(element)
        _straighten(element)
        _round(element)
        element.tail = None
        kinds = element.get("class", "").split()
        if "box" in kinds:
            _untitle(element)
        elif "line" in kinds:
            _lighten(element)
        if kinds[:1] in (["node"], ["edge"]):
            element.set("class", " ".join(kinds[1:]))
    return ET.tostring(root, encoding="unicode")


def _untitle(group: ET.Element) -> None:
    """Let the words in a box name its link: a title would say them again."""
    for inside in group.iter():
        inside.attrib.pop("aria-label", None)
        for title in inside.findall(_TITLE):
            inside.remove(title)


def _lighten(group: ET.Element) -> None:
    """Leave to the style sheet that lines are not filled; draw them to whole points, solid arrowheads without outline."""
    for inside in group.iter():
        if "d" in inside.attrib:
            inside.set("d", _FRACTION.sub("", inside.get("d", "")))
        if inside.tag in {_PATH, _POLYLINE} and inside.get("fill") == "none":
            inside.attrib.pop("fill")
        elif inside.tag == _POLYGON and "f-" in inside.get("class", ""):
            for key in ("stroke", "stroke-width"):
                inside.attrib.pop(key, None)
            inside.set("class", " ".join(role for role in inside.get("class", "").split() if role.startswith("f-")))


def _round(element: ET.Element) -> None:
    """Leave out decimals that nobody sees, and the size of letters that most have."""
    for key in ("d", "points", "x", "y"):
        if key in element.attrib:
            element.set(key, _DECIMALS.sub(r"\1", element.get(key, "")))
    size = element.get("font-size", "").removesuffix(".00")
    if size == _SIZE and element.tag == _TEXT:
        element.attrib.pop("font-size")
    elif size:
        element.set("font-size", size)
    if element.tag == _TEXT:
        _letters(element)


def _letters(text: ET.Element) -> None:
    """Name the looks of letters by classes."""
    for (key, value), word in _LETTERS.items():
        if text.get(key) == value:
            del text.attrib[key]
            text.set("class", f"{word} {text.get('class', '')}".rstrip())


def _join(parent: ET.Element) -> None:
    """Draw ground and border of a box as one, where they have the same outline."""
    grounds: dict[str, ET.Element] = {}
    for path in _outlines(parent):
        outline = path.get("d") or path.get("points") or ""
        if path.get("fill") != "none":
            grounds[outline] = path
        elif outline in grounds:
            ground = grounds.pop(outline)
            ground.set("class", f"{ground.get('class', '')} {path.get('class', '')}".strip())
            ground.attrib.pop("stroke", None)
            for key in ("stroke", "stroke-width", "stroke-dasharray"):
                if path.get(key):
                    ground.set(key, path.get(key, ""))
            parent.remove(path)


def _outlines(parent: ET.Element) -> Iterator[ET.Element]:
    yield from [child for child in parent if child.tag in {_PATH, _POLYGON}]


def _style(element: ET.Element) -> None:
    """Leave the colours to the style sheet where a class names their role; no stroke is what there is without one."""
    roles = element.get("class", "").split()
    for key, prefix in (("fill", "f-"), ("stroke", "s-")):
        if any(role.startswith(prefix) for role in roles):
            element.attrib.pop(key, None)
    if element.get("stroke") == "none":
        element.attrib.pop("stroke")


def _straighten(element: ET.Element) -> None:
    """Turn a box with round corners, or an upright rectangle, into what it is; a long line may have as many bends."""
    ground = "f-" in element.get("class", "") or "fill" in element.attrib  # lines have lost theirs
    if element.tag == _PATH and ground and _ROUNDED.match(element.get("d", "")):
        numbers = _NUMBER.findall(element.attrib.pop("d"))
        _to_rect(element, numbers)
        element.set("rx", _RADIUS)
    elif element.tag == _POLYGON:
        numbers = _NUMBER.findall(element.get("points", ""))
        xs, ys = {*numbers[::2]}, {*numbers[1::2]}
        if len(numbers) == 2 * _CORNERS and len(xs) == len(ys) == 2:  # noqa: PLR2004 - two of each make a rectangle
            element.attrib.pop("points")
            _to_rect(element, numbers)


def _to_rect(element: ET.Element, numbers: list[str]) -> None:
    xs, ys = [float(x) for x in numbers[::2]], [float(y) for y in numbers[1::2]]
    element.tag = _RECT
    for key, value in (("x", min(xs)), ("y", min(ys)), ("width", max(xs) - min(xs)), ("height", max(ys) - min(ys))):
        element.set(key, f"{value:.1f}".removesuffix(".0"))
