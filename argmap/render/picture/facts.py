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


def box_data(box: Box) -> str:
    """Write the data attributes of a box."""
    facts = box.facts
    told = f' data-kind="{box.kind}"'
    for key in _LISTS:
        names = getattr(facts, key)
        if names:
            told += f' data-{key}="{" ".join(map(anchor_of, names))}"'
    if facts.strength is not None:
        told += f' data-strength="{facts.strength:.4f}"'
    if facts.section is not None:
        told += f' data-section="{facts.section}"'
    if box.dashed:
        told += ' data-unsupported="yes"'
    if box.below:
        told += f' data-below="{box.below}"'
    if box.above:
        told += f' data-above="{box.above}"'
    return told


_LISTS = ("statements", "sources", "voices", "stances", "hedges", "tags")


def joint_data(joint: Joint) -> str:
    """Write the data attributes of the point of a step."""
    step, tails = anchor_of(joint.step), " ".join(joint.tails)
    return f' data-kind="{joint.kind}" data-step="{step}" data-from="{tails}" data-to="{joint.head}"'


def line_data(line: Line) -> str:
    """Write the data attributes of a line."""
    step = f' data-step="{anchor_of(line.step)}"' if line.step else ""
    bits = f' data-bits="{line.bits:.4f}"' if line.bits is not None else ""
    ends = f'data-from="{line.tail}" data-to="{line.head}"'
    return f' data-kind="{line.kind}" data-part="{line.part}" {ends}{step}{bits}'


def _once(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names)) if names else ()
