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
from html import escape
from typing import TYPE_CHECKING

from argmap.render.picture.facts import box_data, joint_data, line_data
from argmap.render.picture.svg_parts import groups_in, merged, with_roles
from argmap.render.picture.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.render.picture.parts import Picture
    from argmap.render.picture.svg_parts import Group
    from argmap.render.picture.theme import Theme

FONTS = "Arial, 'Liberation Sans', Helvetica, sans-serif"
_PIXELS_PER_POINT = 4 / 3
_HEAD = re.compile(r'<svg width="([\d.]+)pt" height="([\d.]+)pt"\s+viewBox="([^"]*)"[^>]*>\s*(<g id="graph0"[^>]*>)\n')


def finish(
    svg: bytes | str,
    *,
    title: str,
    description: str = "",
    links: Mapping[str, str] | None = None,
    inline: bool = False,
    picture: Picture | None = None,
    theme: Theme = LIGHT,
    engine: str = "",
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
        engine: What drew it, with its version.

    Raises:
        ValueError: this is no SVG of Graphviz.
    """
    text = svg.decode("utf-8") if isinstance(svg, bytes) else svg
    found = _HEAD.search(text)
    if found is None:
        raise ValueError("this is no SVG of Graphviz")
    writer = _Writer(links or {}, dict(_data(picture)) if picture else {})
    body = "".join(_body(text[found.end() :], writer))
    if inline:
        body = with_roles(body, {colour.lower(): role for role, colour in theme.colours.items()})
    wide, high = (round(float(points) * _PIXELS_PER_POINT) for points in found.group(1, 2))
    named = "".join(f' {key}="{escape(value)}"' for key, value in _names(description, engine, linked=writer.linked))
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="{found[3]}" '
        f'font-family="{FONTS}"{named}>\n<title id="map-title">{escape(title)}</title>\n'
        + (f'<desc id="map-desc">{escape(description)}</desc>\n' if description else "")
        + f"{found[4]}\n{body}</g>\n</svg>"
    )
    return whole if inline else f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'


def size(svg: str) -> tuple[int, int]:
    """Return width and height of a finished SVG in pixels."""
    found = re.search(r'<svg\b[^>]*?\bwidth="(\d+)"[^>]*?\bheight="(\d+)"', svg)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _names(description: str, engine: str, *, linked: bool) -> Iterator[tuple[str, str]]:
    """Say what the picture is; one with links in it is a group, not one image."""
    yield "role", "group" if linked else "img"
    yield "aria-labelledby", "map-title"
    if description:
        yield "aria-describedby", "map-desc"
    if engine:
        yield "data-engine", engine


def _body(svg: str, writer: _Writer) -> Iterator[str]:
    """Write the parts in order; the legend, loose shapes after the ground of the picture, gets a group of its own."""
    parts = groups_in(svg)
    ground, end, legend = str(next(parts)).partition("/>")
    yield f"{ground}{end}\n{_legend(legend)}"
    for part in parts:
        yield _legend(part) if isinstance(part, str) else writer.group(part)


def _legend(shapes: str) -> str:
    return f'<g class="legend">{shapes}</g>\n' if shapes else ""


class _Writer:
    """Writes groups with their data, words and links."""

    def __init__(self, links: Mapping[str, str], data: Mapping[str, tuple[str, str]]) -> None:
        self._links = links
        self._data = data
        self.linked = False

    def group(self, group: Group) -> str:
        """Write a group; what is folded into it has a link of its own beside the box's, for links hold no links."""
        inner = "".join([self.group(each) for each in group.inside])
        shapes = group.shapes if inner else merged(group.shapes)
        place = self._links.get(group.id)
        if place is not None:
            outside = "" if place.startswith("#") else ' rel="noreferrer"'
            shapes = f'<a href="{escape(place)}"{outside} aria-label="{group.words}">{shapes}</a>'
            self.linked = True
        title = f"<title>{group.words}</title>" if group.words else ""
        return f"<g{self._attributes(group)}>{title}{shapes}{inner}</g>\n"

    def _attributes(self, group: Group) -> str:
        """Write id, class and data, which hold nothing that would have to be escaped: ids are made so by `anchor_of`."""
        kind, told = self._data.get(group.id, ("", ""))
        classes = group.kind.removeprefix("cluster ") or f"folded {kind}".rstrip()
        return f' id="{group.id}" class="{classes}"{told}'


def _data(picture: Picture) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the kind and the data of what has an id."""
    for box in picture.boxes:
        for each in (box, *box.folded):
            yield each.id, (each.kind, box_data(each))
    for joint in picture.joints:
        yield joint.id, (joint.kind, joint_data(joint))
    for line in picture.lines:
        yield line.id, (line.kind, line_data(line))
