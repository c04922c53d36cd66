"""Finishes the SVG that Graphviz draws: words for those who cannot see it, steady ids, data, fonts, links, sizes.

What comes out holds no script and no `style`; its only links lead to places on the page it is put in, or to safe
addresses. A page can rely on this:

- `svg > g.graph` holds `g.heading` (title and subtitle), `g.legend`, one `g.section` for each frame (id `section-N`,
  N an index of the map's sections), and then a group for each line, box and point. Its `transform` moves the picture
  into the `viewBox`.
- `g.node.box.KIND`, id `box-ID` (`asked-ID` for a question), KIND being question, hypothesis, claim, evidence or
  assumption. Evidence that is folded into the box of its claim is a `g.folded.KIND` within that group, with an id and
  data of its own.
- `g.node.point.KIND`, id `step-ID`: the bar or circle of a step with several premises, or with an undercut.
- `g.edge.line.KIND`, id `step-ID`, `step-ID:box-ID` (from one premise to the point), `step-ID:end` (from there on),
  `relation-N` or `answer-…`; KIND being support, attack, undercut, contradicts, excludes, entails, explains, contrasts
  or answers.
- Data of a box: `data-kind`, and where there is something to tell `data-statements`, `data-sources`, `data-voices`,
  `data-stances`, `data-hedges`, `data-tags` (lists with spaces between), `data-strength` (0 to 1, four decimals; none
  where it is not assessed), `data-section` (an index), `data-unsupported="yes"`, `data-below` and `data-above` (how
  many statements are not drawn there).
- Data of a line: `data-kind`, `data-part` (whole, premise, warrant or conclusion), `data-from` and `data-to` (ids of
  groups), `data-step` (none with relations and answers), `data-bits` (what the step contributes). Of a point:
  `data-kind`, `data-step`, `data-from` (all its boxes) and `data-to`.
- ID is the id of the first statement, step or question as `places.anchor_of` writes it, and so are the ids in lists.
- Every box, point and line has a `<title>` that tells it in a sentence.
- With `inline`, what has a colour has the class `f-ROLE` (fill) or `s-ROLE` (stroke) too, such as `f-ink` or
  `s-support`: `theme.stylesheet` writes the CSS that shows the same SVG in another theme, dark for instance.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from argmap.render.facts import box_data, joint_data, line_data
from argmap.render.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.render.picture import Picture
    from argmap.render.theme import Theme

FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_SVG = "http://www.w3.org/2000/svg"
_G, _A, _TITLE, _TEXT = (f"{{{_SVG}}}{name}" for name in ("g", "a", "title", "text"))
_XLINK = "{http://www.w3.org/1999/xlink}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PIXELS_PER_POINT = 4 / 3
_ANCHOR = "a_"  # what Graphviz puts before the id of a group with a tooltip
_PLACES = re.compile(r"(\.\d)\d+")  # a tenth of a point is as fine as any screen


def finish(
    svg: bytes | str,
    *,
    title: str,
    description: str = "",
    links: Mapping[str, str] | None = None,
    inline: bool = False,
    picture: Picture | None = None,
    theme: Theme = LIGHT,
) -> str:
    """Return Graphviz's SVG made fit for a file, or with `inline` for an HTML page.

    Args:
        svg: What Graphviz drew.
        title: The picture's name, read out in its place.
        description: What is in it, for those who cannot see it.
        links: Where a box leads to (a place on the page, `#id`, or an address), by the id of the box.
        inline: Whether the SVG goes into an HTML page, which has no use for an XML declaration and knows classes.
        picture: What was drawn: boxes and lines then have their data.
        theme: The theme it was drawn in.
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - Graphviz wrote it, and this parser reads no outside entities
    _resize(root)
    _simplify(root, _roles(theme) if inline else {})
    _retitle(root)
    _part(root)
    if picture is not None:
        _inform(root, picture)
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


def _roles(theme: Theme) -> dict[str, str]:
    return {colour.lower(): role for role, colour in theme.colours.items()}


def _simplify(root: ET.Element, roles: Mapping[str, str]) -> None:
    """Take away what every text repeats (the font stands once at the top) and decimals that nobody sees; name roles."""
    root.set("font-family", FONTS)
    for element in root.iter():
        attributes = element.attrib
        tag = element.tag
        if tag in _SHAPES:
            for key in ("points", "d"):
                if key in attributes:
                    attributes[key] = _PLACES.sub(r"\1", attributes[key])
        elif tag == _TEXT:
            attributes.pop("font-family", None)
            attributes.pop(_SPACE, None)
            if attributes.get("text-anchor") == "start":
                del attributes["text-anchor"]
        if roles and ("fill" in attributes or "stroke" in attributes):
            _name_roles(attributes, roles)
        if tag not in _WORDED:
            element.text = None
        if tag != _G:
            element.tail = None


def _name_roles(attributes: dict[str, str], roles: Mapping[str, str]) -> None:
    named = [f"{key[0]}-{role}" for key in ("fill", "stroke") if (role := roles.get(attributes.get(key, "").lower()))]
    if named:
        attributes["class"] = " ".join(named)


_WORDED = frozenset({_TEXT, _TITLE})
_SHAPES = frozenset(f"{{{_SVG}}}{name}" for name in ("path", "polygon", "polyline"))


def _retitle(root: ET.Element) -> None:
    """Turn tooltips into titles: Graphviz's own titles are names of nodes, and its tooltips links to nowhere."""
    parents = {child: parent for tag in (_G, _A) for parent in root.iter(tag) for child in parent}
    groups = list(root.iter(_G))
    for group in groups:
        for own in group.findall(_TITLE):
            group.remove(own)
    for group in reversed(groups):
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


def _part(root: ET.Element) -> None:
    """Put the legend, which Graphviz writes among the parts of the whole graph, into a group of its own."""
    graph = root.find(_G)
    if graph is None:
        return
    loose = [child for child in list(graph)[1:] if child.tag != _G]
    for child in loose:
        graph.remove(child)
    if loose:
        group = _element("g")
        group.set("class", "legend")
        group[:] = loose
        graph.insert(1, group)
    for cluster in graph.iterfind(f"{_G}[@class]"):
        names = cluster.get("class", "").split()
        if names[:1] == ["cluster"] and len(names) > 1:
            cluster.set("class", " ".join(names[1:]))


def _inform(root: ET.Element, picture: Picture) -> None:
    """Give boxes, points and lines their data."""
    known = dict(_data(picture))
    within = {evidence.id: evidence.kind for box in picture.boxes for evidence in box.folded}
    for group in root.iter(_G):
        identifier = group.get("id", "")
        if identifier in within:
            group.set("class", f"folded {within[identifier]}")
        for key, value in known.get(identifier, {}).items():
            group.set(f"data-{key}", value)


def _data(picture: Picture) -> Iterator[tuple[str, dict[str, str]]]:
    for box in picture.boxes:
        yield box.id, box_data(box)
        for evidence in box.folded:
            yield evidence.id, box_data(evidence)
    for joint in picture.joints:
        yield joint.id, joint_data(joint)
    for line in picture.lines:
        yield line.id, line_data(line)


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
    return made
