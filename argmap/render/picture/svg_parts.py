"""Reads the SVG that Graphviz writes, line by line, as what it consists of: loose shapes, and groups of them.

Graphviz writes each shape and each text on a line of its own, and escapes quotes and angle brackets in all texts, so
that what looks like an attribute is one. Reading it so costs a fifth of what parsing it as XML does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_GROUP = re.compile(r'<g id="([^"]*)" class="([^"]*)">')
_TITLED = re.compile(r'<g id="a_([^"]*)"><a[^>]* xlink:title="([^"]*)"[^>]*>')
# What every text repeats: the font stands once at the top.
_NEEDLESS = (' xml:space="preserve"', ' text-anchor="start"', ' font-family="Arial"')
_SKIPPED = ("<!--", "<title>", "</a>")
_BLANK = (">&#160;</text>", "> </text>", "></text>")
_COLOURS = re.compile(r'(fill|stroke)="(#[0-9a-f]{6})"')


@dataclass(slots=True)
class Group:
    """A box, a point, a line or a frame: its id, class and words, its shapes, and the groups of what is folded into it."""

    id: str
    kind: str
    words: str = ""
    shapes: list[str] = field(default_factory=list)
    inside: list[Group] = field(default_factory=list)


def groups_in(svg: str, roles: Mapping[str, str]) -> Iterator[str | Group]:
    """Give the groups of the SVG of a graph and the shapes outside of them, in order.

    Args:
        svg: What stands within the group of the whole graph.
        roles: What each colour stands for; a shape gets the class of the roles of its colours.
    """
    shape = _Shaper(roles).shape if roles else str
    stack: list[Group] = []
    for line in _lighter(svg).split("\n"):
        if line.startswith("<g "):
            stack.append(_opened(line, stack))
        elif line == "</g>":
            if not stack:
                return  # the end of the whole graph
            closed = stack.pop()
            if not stack:
                yield closed
        elif line and not line.startswith(_SKIPPED) and not line.endswith(_BLANK):
            if stack:
                stack[-1].shapes.append(shape(line))
            else:
                yield shape(line)


def _lighter(svg: str) -> str:
    for needless in _NEEDLESS:
        svg = svg.replace(needless, "")
    return svg.replace("&#45;", "-")


def _opened(line: str, stack: list[Group]) -> Group:
    """Open a group. What Graphviz puts around a link or a tooltip is the group itself, or one that is folded into it."""
    found = _TITLED.match(line)
    if found is None:
        plain = _GROUP.match(line)
        return Group(plain[1], plain[2]) if plain else Group("", "")
    owner = stack[-1]
    if found[1] == owner.id:
        owner.words = found[2]
        return owner
    inner = Group(found[1], "", found[2])
    owner.inside.append(inner)
    return inner


def merged(shapes: list[str]) -> list[str]:
    """Draw the ground of a box and its border at once, where Graphviz draws them one after the other."""
    first, last = (shapes[0], shapes[-1]) if len(shapes) > 1 else ("", "")
    before, _, places = first.partition(' d="')
    after, _, same = last.partition(' d="')
    if not places or places != same or ' stroke="none"' not in before or ' fill="none"' not in after:
        return shapes
    ground, border = _FILL.search(before), _STROKE.search(after)
    if ground is None or border is None:
        return shapes
    classes = " ".join(found[1] for found in map(_CLASS.search, (before, after)) if found)
    named = f' class="{classes}"' if classes else ""
    return [f'<path{named} fill="{ground[1]}" {after[border.start() + 1 :]} d="{places}', *shapes[1:-1]]


_FILL, _STROKE, _CLASS = (re.compile(rf' {key}="([^"]*)"') for key in ("fill", "stroke", "class"))


class _Shaper:
    """Writes shapes and texts shorter, and with the roles of their colours."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        self._roles = roles
        self._known: dict[str, str] = {}

    def shape(self, line: str) -> str:
        if line.startswith("<text"):
            return self._text(line)
        before, key, places = line.partition(' d="')
        if not key:
            before, key, places = line.partition(' points="')
        return f"{self._named(before)}{key}{places}"

    def _text(self, line: str) -> str:
        attributes, _, words = line.partition(">")
        before, key, colour = attributes.partition(' fill="')
        return f"{before}{self._named(key + colour)}>{words}" if key else line

    def _named(self, attributes: str) -> str:
        """Put the class of the roles before the colours, which are the same in many shapes."""
        if attributes not in self._known:
            named = [f"{key[0]}-{self._roles[c]}" for key, c in _COLOURS.findall(attributes) if c in self._roles]
            classes = f' class="{" ".join(named)}"' if named else ""
            self._known[attributes] = _FIRST.sub(rf"{classes} \1=", attributes, count=1)
        return self._known[attributes]


_FIRST = re.compile(r" (fill|stroke)=")
