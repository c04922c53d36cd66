"""Weights of steps, and of say-so, by how firmly a text puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.constants import (
    HEDGE_BITS,
    UNDERCUT_DEFAULT,
    UNDERCUT_SHARE,
    WEIGHT_BITS,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from argmap.model import ArgumentMap, Citation, Statement, Step
    from argmap.strength.bases import Base

ASSERTED_BITS = HEDGE_BITS["asserted"]
SAYING = ("claim", "hypothesis")  # what a document puts forward; evidence and assumptions have a base


def firmness(citations: Iterable[Citation]) -> float | None:
    """Return the bits of the firmest endorsed citation, else of the firmest conceded one, None without either."""
    bits: dict[str, float] = {}
    for citation in citations:
        bits[citation.stance] = max(bits.get(citation.stance, 0.0), HEDGE_BITS[citation.hedge])
    return bits.get("endorsed", bits.get("conceded"))


def cited_in(classes: Sequence[Sequence[Statement]]) -> dict[str, list[Citation]]:
    """Return for each statement by its id the citations of its class."""
    gathered = ((members, [c for s in members for c in s.citations]) for members in classes)
    return {statement.id: citations for members, citations in gathered for statement in members}


def weight(step: Step, cited: Mapping[str, Sequence[Citation]]) -> float:
    """Return the weight of a step: bits, 0 or more; of an undercut the share it takes away, 0..1.

    Its own `weight:` first. Else, for support and attack, the hedge of its own citations, of what a support concludes
    to, of the least firm attacker; asserted where nothing is cited.

    Args:
        step: The step.
        cited: The citations of each statement by its id, those of its restatements included.
    """
    written = step.get("weight")
    value = written.value if written is not None else None
    if step.kind == "undercut":
        return _share(value)
    if isinstance(value, str):
        return WEIGHT_BITS.get(value, ASSERTED_BITS)
    if isinstance(value, int | float):
        return max(0.0, float(value))
    own = firmness(step.citations)
    return own if own is not None else _inherited(step, cited)


def _share(value: object) -> float:
    if isinstance(value, str):
        return UNDERCUT_SHARE.get(value, UNDERCUT_DEFAULT)
    if isinstance(value, int | float):
        return min(1.0, max(0.0, float(value)))
    return UNDERCUT_DEFAULT


def _inherited(step: Step, cited: Mapping[str, Sequence[Citation]]) -> float:
    speakers = [step.target] if step.kind == "support" else step.premises
    found = [firmness(cited.get(name, ())) for name in speakers]
    return min((ASSERTED_BITS if bits is None else bits for bits in found), default=ASSERTED_BITS)


def say_so(
    argument_map: ArgumentMap,
    classes: Sequence[Sequence[Statement]],
    bases: Sequence[Base],
    withdrawn: Collection[str] = (),
) -> list[float]:
    """Return what each class of statements is worth on its document's word alone, in bits, 0 where it has none.

    A claim or hypothesis counts that a document itself (not a voice in it) endorses or concedes, unless the document is
    withdrawn. In a map without any citation every premise of a `because` or `but` counts as asserted, unsourced
    evidence like a claim.
    """
    if has_citations(argument_map):
        return [_endorsed(members, withdrawn) for members in classes]
    return taken_as_asserted(argument_map, classes, bases)


def taken_as_asserted(
    argument_map: ArgumentMap, classes: Sequence[Sequence[Statement]], bases: Sequence[Base]
) -> list[float]:
    """Return what each class of statements is worth on its own word, in bits, if the map cites nothing."""
    spoken = {
        name for step in argument_map.steps if step.kind != "undercut" for name in (*step.premises, *step.warrants)
    }
    pairs = zip(classes, bases, strict=True)
    return [_taken_as_asserted(members, base, spoken) for members, base in pairs]


def has_citations(argument_map: ArgumentMap) -> bool:
    """Tell whether anything in the map cites a document."""
    things: tuple[Sequence[Statement] | Sequence[Step], ...] = (argument_map.statements, argument_map.steps)
    return any(thing.citations for group in things for thing in group)


def _endorsed(members: Sequence[Statement], withdrawn: Collection[str]) -> float:
    if members[0].kind not in SAYING:
        return 0.0
    own = (c for statement in members for c in statement.citations if not c.voices and c.source not in withdrawn)
    held = (HEDGE_BITS[c.hedge] for c in own if c.stance in {"endorsed", "conceded"})
    return max(held, default=0.0)


def _taken_as_asserted(members: Sequence[Statement], base: Base, spoken: set[str]) -> float:
    kind = members[0].kind
    says = kind in SAYING or (kind == "evidence" and base.no_view)
    return ASSERTED_BITS if says and any(s.id in spoken for s in members) else 0.0
