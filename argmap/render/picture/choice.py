"""Which part of a map was asked for, by name; and the excerpt that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from argmap.model import is_named
from argmap.near import near
from argmap.render.picture import excerpt as excerpts
from argmap.render.picture.fold import folded
from argmap.render.places import anchor_of
from argmap.render.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.render.picture.excerpt import Excerpt, Way
    from argmap.render.view import Proposition, View

Sort = Literal["auto", "whole", "overview", "hypotheses"]
Each = Literal["section", "hypothesis"]
DEPTH = 2
_LONGEST_NAME = 40


class NotThereError(ValueError):
    """What was asked for is not in the map; the text says what is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A part of a map: at most one of `focus`, `section` and `path`, else what `sort` says.

    Attributes:
        sort: All of it, an overview, the hypotheses alone, or whichever of the first two its size calls for.
        focus: The id of a statement to be shown with what is near it.
        depth: How many steps away that is.
        way: Whether that is what bears on it ("down"), what it bears on ("up") or both.
        section: The title of a section, or its number, counted from 1 on.
        path: The ids of two statements, to show how one bears on the other.
        highlight: The ids of statements that stand out.
    """

    sort: Sort = "auto"
    focus: str | None = None
    depth: int = DEPTH
    way: Way = "both"
    section: str | None = None
    path: tuple[str, str] | None = None
    highlight: tuple[str, ...] = ()

    @property
    def is_default(self) -> bool:
        """Whether the size of the map decides."""
        return self.sort == "auto" and not any((self.focus, self.section, self.path))


def excerpt_of(view: View, choice: Choice) -> Excerpt:
    """Return the excerpt that was asked for.

    Raises:
        NotThereError: the map has no such statement or section, or no path between two.
    """
    found = _part(view, choice)
    marked = [statement_of(view, name) for name in choice.highlight]
    unseen = [p.id for p in marked if p.id not in found.propositions]
    if unseen:
        raise NotThereError(f"{', '.join(map(clean, unseen))} cannot stand out: this picture does not show it")
    return excerpts.marking(found, marked)


def choices_for(view: View, each: Each) -> list[tuple[str, Choice]]:
    """Return a choice for each section, or for each hypothesis with what bears on it, and a name for its file.

    Raises:
        NotThereError: the map has none.
    """
    if each == "section":
        sections = [section.title for section in view.analysis.map.sections]
        found = [(f"{at}-{_slug(title)}", Choice(section=str(at))) for at, title in enumerate(sections, 1)]
    else:
        names = [p.id for p in view.propositions if p.kind == "hypothesis" or p.id in view.answering]
        found = [(anchor_of(name), Choice(focus=name, way="down")) for name in names]
    if not found:
        raise NotThereError(f"this map has no {'sections' if each == 'section' else 'hypotheses'}")
    return found


def statement_of(view: View, name: str) -> Proposition:
    """Return the proposition of an id.

    Raises:
        NotThereError: there is none.
    """
    if name in view.home:
        return view.home[name]
    known = [each for each in view.home if is_named(each)]
    imported = [each for each in known if each.rpartition(".")[2] == name.rpartition(".")[2]]
    raise NotThereError(f"no statement of this map is called {clean(name)}{_meant(name, known, imported)}")


def _part(view: View, choice: Choice) -> Excerpt:
    if choice.focus is not None:
        return excerpts.around(view, statement_of(view, choice.focus), choice.depth, choice.way)
    if choice.section is not None:
        return excerpts.section(view, _section(view, choice.section))
    if choice.path is not None:
        start, end = (statement_of(view, name) for name in choice.path)
        found = excerpts.path(view, start, end)
        if found is None:
            raise NotThereError(f"neither of {clean(start.id)} and {clean(end.id)} bears on the other")
        return found
    return _sort(view, choice.sort)


def _sort(view: View, sort: Sort) -> Excerpt:
    if sort == "overview":
        return excerpts.overview(view)
    if sort == "hypotheses":
        found = excerpts.hypotheses(view)
        if not found.propositions:
            raise NotThereError("this map has no hypotheses and no answers to a question; try the view “overview”")
        return found
    whole = excerpts.whole(view)
    if sort == "auto" and _boxes(view, whole) > excerpts.MOST:
        return excerpts.overview(view)
    return whole


def _boxes(view: View, excerpt: Excerpt) -> int:
    """Count the boxes of a picture; folded evidence has none of its own."""
    inside = sum(map(len, folded(view, excerpt).values()))
    return len(excerpt.questions) + len(excerpt.propositions) - inside


def _section(view: View, name: str) -> int:
    titles = [clean(section.title) for section in view.analysis.map.sections]
    if not titles:
        raise NotThereError("this map has no sections")
    if name.isdigit() and 0 < int(name) <= len(titles):
        return int(name) - 1
    same = [at for at, title in enumerate(titles) if title.casefold() == name.casefold()]
    like = same or [at for at, title in enumerate(titles) if name.casefold() in title.casefold()]
    if len(like) == 1:
        return like[0]
    shown = [titles[at] for at in like] or titles
    numbered = "; ".join(f"{titles.index(title) + 1} {title}" for title in shown)
    what = "several sections match" if like else "no section is called"
    raise NotThereError(f"{what} “{clean(name)}”; there are: {numbered}")


def _slug(title: str) -> str:
    """Make a title fit for the name of a file."""
    words = re.findall(r"\w+", clean(title).casefold())
    return "-".join(words)[:_LONGEST_NAME].rstrip("-") or "section"


def _meant(name: str, known: Iterable[str], first: list[str]) -> str:
    close = first[:3] or near(name, known, 3)
    return f"; did you mean {' or '.join(map(clean, close))}?" if close else ""
