"""Reads the SVG that Graphviz writes as what it consists of: loose shapes, and groups of them.

Graphviz escapes quotes and angle brackets in all texts, so that what looks like a tag or an attribute is one. Reading it
so costs a tenth of what parsing it as XML does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The beginning of a group, with the words of the link that Graphviz puts around all of it; that of a link around a part
# of a group; the end of either.
_TAGS = re.compile(
    r'<g id="([^"]*)" class="([^"]*)">(?:<g id="a_\1"><a[^>]* xlink:title="([^"]*)"[^>]*>)?'
    r'|<g id="a_([^"]*)"><a[^>]* xlink:title="([^"]*)"[^>]*>'
    r"|</g>"
)
_NEEDLESS = re.compile(r"<!--[^>]*>|<title>[^<]*</title>|</a>|<text[^>]*>(?:&#160;| )?</text>")
# What every text repeats: the font stands once at the top.
_REPEATED = (' xml:space="preserve"', ' text-anchor="start"', ' font-family="Arial"')
_COLOURS = re.compile(r' fill="([^"]*)"(?: stroke="([^"]*)")?')


@dataclass(slots=True)
class Group:
    """A box, a point, a line or a frame: its id, class and words, its shapes, and the groups of what is folded into it."""

    id: str
    kind: str
    words: str = ""
    shapes: str = ""
    inside: list[Group] = field(default_factory=list)


def groups_in(svg: str) -> Iterator[str | Group]:
    """Give the groups of the SVG of a graph and the shapes outside of them, in order; `svg` is what the graph's holds."""
    first, *rest = _TAGS.split(_lighter(svg))
    yield first
    stack: list[Group] = []
    pieces = iter(rest)
    for name, kind, words, inner, told, shapes in zip(*[pieces] * 6, strict=True):
        if name is not None:
            group = Group(name, kind, words or "")
            stack += [group] if words is None else [group, group]  # it ends as often as it began
        elif inner is not None:
            stack.append(Group(inner, "", told))
            stack[-2].inside.append(stack[-1])
        elif not stack:
            return  # the end of the whole graph
        else:
            closed = stack.pop()
            if not stack:
                yield closed
        if stack:
            stack[-1].shapes += shapes
        elif shapes:
            yield shapes


def _lighter(svg: str) -> str:
    svg = _NEEDLESS.sub("", svg)
    for repeated in _REPEATED:
        svg = svg.replace(repeated, "")
    return svg.replace("&#45;", "-").replace("\n", "")


def merged(shapes: str) -> str:
    """Draw the ground of a box and its border at once, where Graphviz draws them first and last."""
    ground, _, rest = shapes.partition("/>")
    inside, _, border = rest.rpartition("<path ")
    before, _, places = ground.partition(' stroke="none" d=')
    empty, stroke, same = border.partition("stroke=")
    look, _, same = same.partition(" d=")
    if not places or same != f"{places}/>" or empty != 'fill="none" ':
        return shapes
    return f"{before} {stroke}{look} d={same}{inside}"


def with_roles(svg: str, roles: Mapping[str, str]) -> str:
    """Put the class of their roles before the colours of each shape and text."""

    @cache  # the same colours stand in many shapes
    def named(colours: str, fill: str, stroke: str | None) -> str:
        found = ((prefix, roles.get(colour or "")) for prefix, colour in (("f", fill), ("s", stroke)))
        classes = " ".join(f"{prefix}-{role}" for prefix, role in found if role)
        return f' class="{classes}"{colours}' if classes else colours

    return _COLOURS.sub(lambda found: named(*found.group(0, 1, 2)), svg)
