"""What the ground of a box tells where it does not tell the kind: who says it, with what stance, under which tag."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.render.markup import plain
from argmap.render.picture.theme import GROUPS
from argmap.render.text import clean, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap
    from argmap.render.picture.look import ColourBy
    from argmap.render.picture.parts import Facts

OTHERS, NONE = "others", "none"
_LONGEST = 28


def groups_of(found: Iterable[Facts], by: ColourBy, argument_map: ArgumentMap) -> tuple[dict[Facts, int], list[str]]:
    """Sort boxes into groups by what their ground is to tell.

    Returns:
        The number of each box's group, from 1 on (0 where there is nothing to tell), and the names of the groups in the
        order of their first box. Where there are more groups than colours, the smaller ones share the last.
    """
    if by == "kind":
        return {}, []
    keys = {facts: _key(facts, by) for facts in found}
    sizes = Counter(key for key in keys.values() if key)
    named = [key for key, _ in sizes.most_common()]
    kept = set(named if len(named) <= GROUPS else named[: GROUPS - 1])
    order = [key for key in dict.fromkeys(keys.values()) if key in kept]
    called = {each.id: plain(each.name) for each in argument_map.voices}
    called |= {each.id: plain(each.title) for each in argument_map.sources} if by == "source" else {}
    titles = [shorten(called.get(key) or clean(key), _LONGEST) for key in order]
    if len(named) > len(kept):
        titles.append(OTHERS)
    number = {key: at for at, key in enumerate(order, 1)}
    return {facts: number.get(key, len(titles)) if key else 0 for facts, key in keys.items()}, titles


def _key(facts: Facts, by: ColourBy) -> str:
    """Return what decides: the first voice, source or tag, or the stances together."""
    if by == "stance":
        return " and ".join(sorted(facts.stances))
    names = {"voice": facts.voices, "source": facts.sources, "tag": facts.tags}[by]
    return names[0] if names else ""
