"""What a page can ask of a box or a line of a picture: ids, sources, stances, strength, section; as data attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.picture.parts import Facts
from argmap.render.places import anchor_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.render.picture.parts import Box, Joint, Line
    from argmap.render.view import Proposition
    from argmap.strength.result import StatementStrength


def facts_of(proposition: Proposition, found: StatementStrength | None) -> Facts:
    """Gather the facts of a statement with all its restatements; its section is that of the first."""
    statements, citations = proposition.statements, proposition.citations
    sources = [citation.source for citation in citations]
    voices = [voice for citation in citations for voice in citation.voices]
    tags: list[str] = []
    for statement in statements:
        sources += [place.source for place in statement.places("from")]
        voices += statement.names("by")
        tags += statement.names("tags")
    return Facts(
        statements=tuple([statement.id for statement in statements]),
        sources=_once(sources),
        voices=_once(voices),
        stances=_once([citation.stance for citation in citations]),
        hedges=_once([citation.hedge for citation in citations]),
        tags=_once(tags),
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


def _once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names)) if names else ()
