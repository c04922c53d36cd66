"""How a map that is too large for one page is divided: by its sections, else by its main claims, then by what bears on what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.render.markup import plain
from argmap.render.picture.bearing import bearing
from argmap.render.picture.excerpt import joined_in, of_these
from argmap.render.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argmap.render.picture.excerpt import Excerpt
    from argmap.render.view import View

_TITLE = 70
OUTSIDE = "Outside of the sections"
REST = "What bears on none of these"


@dataclass(frozen=True, slots=True)
class Part:
    """Statements that are to be shown together.

    Attributes:
        chapter: The title of the section or main claim they are from.
        title: The same, or that of a section within it.
        own: Their ids, in the order of the text or, of a part of a part, conclusions first.
        section: The index of the section that they are, None where they are no whole section.
    """

    chapter: str
    title: str
    own: tuple[str, ...]
    section: int | None = None


def parts_of(view: View) -> list[Part]:
    """Return a part for each outermost section, or where there are none for each answer or main claim.

    Every statement of the map is in one of them, and in one only, but for sections that hold nothing but steps and
    relations: what those join is shown once more, together.
    """
    sections = view.analysis.map.sections
    if not any(p.first.section is not None for p in view.propositions):
        return list(_told_apart(_by_claims(view)))
    outer = [_section(view, at, "") for at, each in enumerate(sections) if each.parent is None]
    loose = tuple(p.id for p in view.propositions if p.first.section is None)
    return list(_told_apart(part for part in (Part(OUTSIDE, OUTSIDE, loose), *outer) if part.own))


def shown(view: View, part: Part) -> Excerpt:
    """Show a part, and of others what its last conclusions lead to, and what is needed with its premises."""
    above = bearing(view).above
    inside = set(part.own)
    found = frozenset(inside) | {other for name in part.own if inside.isdisjoint(above[name]) for other in above[name]}
    used = [step for step in view.steps if not inside.isdisjoint(p.id for p in view.premises(step))]
    asked = [q.id for q in view.analysis.map.questions if any(a.id in inside for a in view.answers(q))]
    while True:  # what is added may be what another step ends on
        excerpt = of_these(view, found, part.title, asked)
        drawn = (step for step in used if step.id in excerpt.steps)
        found = excerpt.propositions.union(*([p.id for p in view.premises(step)] for step in drawn))
        if found == excerpt.propositions:
            return excerpt


def split(view: View, part: Part, most: int) -> list[Part]:
    """Divide a part: by the sections in it, else so that each has about so many statements at most, whole steps together.

    A statement whose reasons have a part of their own is in both: there as the conclusion, here as a premise.
    """
    inner = _inner(view, part) if part.section is not None else []
    if inner:
        return inner
    return [Part(part.chapter, part.title, tuple(own)) for own in _packed(_cut(view, part.own, most), most)]


def joined(parts: Sequence[Part]) -> Part:
    """Put parts of one section or claim together again."""
    own = dict.fromkeys(name for part in parts for name in part.own)
    return Part(parts[0].chapter, parts[0].title, tuple(own))


def _told_apart(parts: Iterable[Part]) -> Iterator[Part]:
    """Count sections of the same name, as those of several documents may be."""
    seen = Counter[str]()
    for part in parts:
        seen[part.title] += 1
        title = f"{part.title} [{seen[part.title]}]" if seen[part.title] > 1 else part.title
        yield replace(part, chapter=title, title=title)


def _inner(view: View, part: Part) -> list[Part]:
    """Return the sections within a section; before them what stands in none of them, with what directly bears on it."""
    sections = view.analysis.map.sections
    inner = [at for at, each in enumerate(sections) if each.parent == part.section]
    found = [each for at in inner if (each := _section(view, at, f"{part.chapter} › ", part.chapter)).own]
    direct = set(part.own).difference(*(each.own for each in found))
    below = bearing(view).below
    near = direct.union(*(below[name] for name in direct)).intersection(part.own)
    first = [Part(part.chapter, part.title, _in_order(view, near))] if direct else []
    return [*first, *found] if len(first) + len(found) > 1 else []


def _section(view: View, index: int, before: str, chapter: str = "") -> Part:
    """Make a section with all within it a part; of one that only ties statements together, what it ties."""
    sections = view.analysis.map.sections
    within = {index}
    for number, each in enumerate(sections):
        if each.parent in within:
            within.add(number)
    own = tuple(p.id for p in view.propositions if p.first.section in within)
    title = before + (plain(sections[index].title) or f"Section {index + 1}")
    return Part(
        chapter or title, title, own or _in_order(view, joined_in(view, [sections[at] for at in within])), index
    )


def _by_claims(view: View) -> Iterator[Part]:
    """Give each answer or hypothesis, then each statement that leads nowhere, with what bears on it and on none before it."""
    ways = bearing(view)
    answers = [p for p in view.propositions if p.kind == "hypothesis" or p.id in view.answering]
    taken = {p.id for p in answers}
    last = [p for p in view.propositions if ways.below[p.id] and not ways.above[p.id] and p.id not in taken]
    for head in (*answers, *last):
        own = [head.id]
        for name in own:  # it grows meanwhile
            new = [other for other in ways.below[name] if other not in taken]
            taken.update(new)
            own += new
        title = shorten(plain(head.first.title), _TITLE) or head.id
        taken.add(head.id)
        yield Part(title, title, _in_order(view, own))
    rest = tuple(p.id for p in view.propositions if p.id not in taken)
    if rest:
        yield Part(REST, REST, rest)


def _in_order(view: View, own: Iterable[str]) -> tuple[str, ...]:
    wanted = set(own)
    return tuple(p.id for p in view.propositions if p.id in wanted)


def _packed(pages: Iterable[list[str]], most: int) -> list[list[str]]:
    """Put small pages that follow each other on one."""
    packed: list[list[str]] = []
    for page in pages:
        if packed and len({*packed[-1], *page}) <= most:
            packed[-1] = list(dict.fromkeys([*packed[-1], *page]))
        else:
            packed.append(page)
    return packed


def _cut(view: View, own: tuple[str, ...], most: int) -> list[list[str]]:
    """Cut the trees of a part into pages, each a conclusion with what bears on it: the largest branches go first."""
    heads, reasons = _trees(view, own)
    order = {name: at for at, name in enumerate(reasons)}
    pages: list[list[str]] = []
    branches: dict[str, list[str]] = {}
    for name in reversed(order):  # what bears on a statement comes after it
        grown = [branches.pop(other) for other in reasons[name]]
        while len(grown) > 1 and sum(map(len, grown)) >= most:
            largest = max(grown, key=len)
            if len(largest) == 1:
                pages.append([name, *(only for (only,) in grown[: most - 1])])
                grown = grown[most - 1 :]
            else:
                pages.append(largest)
                grown[grown.index(largest)] = largest[:1]
        if len(grown) == 1 and len(grown[0]) >= most:
            pages.append(grown[0])
            grown = [grown[0][:1]]
        branches[name] = [name, *(one for branch in grown for one in branch)]
    pages += [branches[name] for name in heads]
    return sorted(pages, key=lambda page: order[page[0]])


def _trees(view: View, own: tuple[str, ...]) -> tuple[list[str], Mapping[str, list[str]]]:
    """Return what stands at the top of a part, and for each statement what bears on it first; a circle is cut somewhere."""
    ways = bearing(view)
    inside = set(own)
    reasons: dict[str, list[str]] = {}
    heads: list[str] = []
    tops = [name for name in own if inside.isdisjoint(ways.above[name])]
    seen: set[str] = set()
    for head in (*tops, *own):
        if head in seen:
            continue
        heads.append(head)
        seen.add(head)
        waiting = [head]
        for name in waiting:
            new = [other for other in ways.below[name] if other in inside and other not in seen]
            seen.update(new)
            reasons[name] = new
            waiting += new
    return heads, reasons
