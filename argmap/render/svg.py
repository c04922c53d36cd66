"""Finishes the SVG that Graphviz draws: words for those who cannot see it, steady ids, fonts, links, sizes.

What comes out holds no script and no style; its only links lead to places on the page it is put in.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_SVG = "http://www.w3.org/2000/svg"
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
    prefix: str = "map",
) -> str:
    """Return Graphviz's SVG made fit for a file, or with `inline` for an HTML page.

    Args:
        svg: What Graphviz drew.
        title: The picture's name, read out in its place.
        description: What is in it, for those who cannot see it.
        links: The place on the page (`#id`) that a box leads to, by the id of the box.
        inline: Whether the SVG goes into an HTML page, which has no use for an XML declaration.
        prefix: What the ids of title and description begin with: each picture of a page needs its own.
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - Graphviz wrote it, and this parser reads no outside entities
    _resize(root)
    _simplify(root)
    _name(root, title, description, prefix)
    _link(root, links or {})
    _introduce(root, title, description, prefix, has_links=bool(links))
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
            del element.attrib["text-anchor"]


def _name(root: ET.Element, title: str, description: str, prefix: str) -> None:
    """Turn tooltips into titles: Graphviz's own titles are names of nodes, and its tooltips links to nowhere."""
    for group in list(root.iter(f"{{{_SVG}}}g")):
        own = group.find(f"{{{_SVG}}}title")
        if own is not None:
            group.remove(own)
        for at, child in enumerate(list(group)):
            words = _tooltip(child)
            if words is None:
                continue
            if child.get("id", "") == f"{_ANCHOR}{group.get('id')}":
                group[at : at + 1] = list(child[0])
                group.insert(0, _element("title", words))
            else:
                child.set("id", child.get("id", "").removeprefix(_ANCHOR))
                child[:] = [_element("title", words), *child[0]]
