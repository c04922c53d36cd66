"""Finishes the SVG that Graphviz draws: words for those who cannot see it, steady ids, fonts, links, sizes.

What comes out holds no script and no style; its only links lead to places on the page it is put in.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_G, _A, _TITLE, _TEXT = (f"{{{_SVG}}}{name}" for name in ("g", "a", "title", "text"))
_XLINK = "{http://www.w3.org/1999/xlink}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIXELS_PER_POINT = 4 / 3
_ANCHOR = "a_"  # what Graphviz puts before the id of a group with a tooltip


def finish(
    svg: bytes | str,
    *,
    title: str,
    description: str = "",
    links: Mapping[str, str] | None = None,
    inline: bool = False,
) -> str:
    """Return Graphviz's SVG made fit for a file, or with `inline` for an HTML page.

    Args:
        svg: What Graphviz drew.
        title: The picture's name, read out in its place.
        description: What is in it, for those who cannot see it.
        links: The place on the page (`#id`) that a box leads to, by the id of the box.
        inline: Whether the SVG goes into an HTML page, which has no use for an XML declaration.
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - Graphviz wrote it, and this parser reads no outside entities
    _resize(root)
    _simplify(root)
    _retitle(root)
    _link(root, links or {})
    _introduce(root, title, description)
    text = ET.tostring(root, encoding="unicode")
    return text if inline else f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def size(svg: str) -> tuple[int, int]:
    """Return width and height of a finished SVG in pixels."""
    found = re.search(r'<svg\b[^>]*?\bwidth="(\d+)"[^>]*?\bheight="(\d+)"', svg)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _resize(root: ET.Element) -> None:
    """Give the size in pixels; with the viewBox it scales to any other."""
    for key in ("width", "height"):
        points = float(root.get(key, "0").removesuffix("pt"))
        root.set(key, str(round(points * _PIXELS_PER_POINT)))


def _simplify(root: ET.Element) -> None:
    """Take away what every text repeats: the font stands once at the top."""
    root.set("font-family", FONTS)
    for element in root.iter():
        for key in ("font-family", _SPACE):
            if element is not root:
                element.attrib.pop(key, None)
        if element.get("text-anchor") == "start":
            element.attrib.pop("text-anchor")


def _retitle(root: ET.Element) -> None:
    """Turn tooltips into titles: Graphviz's own titles are names of nodes, and its tooltips links to nowhere."""
    parents = {child: parent for parent in root.iter() for child in parent}
    for group in root.iter(_G):
        for own in group.findall(_TITLE):
            group.remove(own)
    for group in reversed(list(root.iter(_G))):
        if group.get("id", "").startswith(_ANCHOR) and len(group) == 1 and group[0].tag == _A:
            _unwrap(group, parents[group])


def _unwrap(group: ET.Element, parent: ET.Element) -> None:
    """Replace a group that holds a link by what the link holds, with the tooltip as title."""
    title = _element("title", group[0].get(f"{_XLINK}title", ""))
    name = group.get("id", "").removeprefix(_ANCHOR)
    inside = [child for child in group[0] if child.tag != _TEXT or (child.text or "").strip()]
    if name == parent.get("id"):
        at = list(parent).index(group)
        parent[at : at + 1] = inside
        parent.insert(0, title)
    else:
        group.set("id", name)
        group[:] = [title, *inside]


def _link(root: ET.Element, links: Mapping[str, str]) -> None:
    """Make boxes lead to places on the page; evidence folded into a box has a link of its own beside the box's."""
    for group in list(root.iter(_G)):
        place = links.get(group.get("id", ""))
        if place is None:
            continue
        title, *rest = list(group)
        link = _element("a")
        link.set("href", place)
        link.set("aria-label", title.text or "")
        link[:] = [child for child in rest if child.get("id") not in links]
        group[:] = [title, link, *(child for child in rest if child.get("id") in links)]


def _introduce(root: ET.Element, title: str, description: str) -> None:
    """Say at the top what the picture is; a picture with links in it is a group, not one image."""
    linked = next(root.iter(_A), None) is not None
    root.set("role", "group" if linked else "img")
    root.set("aria-labelledby", "map-title")
    root.insert(0, _element("title", title, "map-title"))
    if description:
        root.set("aria-describedby", "map-desc")
        root.insert(1, _element("desc", description, "map-desc"))


def _element(name: str, text: str = "", identifier: str = "") -> ET.Element:
    made = ET.Element(f"{{{_SVG}}}{name}", {"id": identifier} if identifier else {})
    made.text = text or None
    made.tail = "\n"
    return made
