"""What a page can ask of a box or a line of a picture: ids, sources, stances, strength, section; as data attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.picture.parts import Facts
from argmap.render.places import anchor_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.render.picture.parts import Box, Joint, Line
    from argmap.render.view import Proposition
    from argmap.strength.result import StatementStrength


def facts_of(proposition: Proposition, found: StatementStrength | None) -> Facts:
    """Gather the facts of a statement with all its restatements; its section is that of the first."""
    statements, citations = proposition.statements, proposition.citations
    relied = [place.source for s in statements for place in s.places("from")]
    said = [name for s in statements for name in s.names("by")]
    return Facts(
        statements=tuple(s.id for s in statements),
        sources=_once((*(c.source for c in citations), *relied)),
        voices=_once((*(voice for c in citations for voice in c.voices), *said)),
        stances=_once(c.stance for c in citations),
        hedges=_once(c.hedge for c in citations),
        tags=_once(tag for s in statements for tag in s.names("tags")),
        strength=None if found is None else found.strength,
        section=proposition.first.section,
    )


def box_data(box: Box) -> dict[str, str]:
    """Return the data attributes of a box, without the `data-` before their names."""
    facts = box.facts
    found: dict[str, str] = {"kind": box.kind}
    for key in _LISTS:
        names = getattr(facts, key)
        if names:
            found[key] = " ".join(map(anchor_of, names))
    if facts.strength is not None:
        found["strength"] = f"{facts.strength:.4f}"
    if facts.section is not None:
        found["section"] = str(facts.section)
    if box.dashed:
        found["unsupported"] = "yes"
    return found | {key: str(count) for key, count in (("below", box.below), ("above", box.above)) if count}


_LISTS = ("statements", "sources", "voices", "stances", "hedges", "tags")


def joint_data(joint: Joint) -> dict[str, str]:
    """Return the data attributes of the point of a step."""
    return {"kind": joint.kind, "step": anchor_of(joint.step), "from": " ".join(joint.tails), "to": joint.head}


def line_data(line: Line) -> dict[str, str]:
    """Return the data attributes of a line."""
    found: dict[str, str] = {"kind": line.kind, "part": line.part, "from": line.tail, "to": line.head}
    if line.step:
        found["step"] = anchor_of(line.step)
    if line.bits is not None:
        found["bits"] = f"{line.bits:.4f}"
    return found


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
