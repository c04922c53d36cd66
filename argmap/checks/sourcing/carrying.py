"""What each source carries: the statements that a document has through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.assessment import asked

if TYPE_CHECKING:
    from argmap.assessment import Assessment


def carried_by(assessment: Assessment) -> dict[str, list[str]]:
    """Return by the id of a source, doubles included, the ids of the statements that have a chain through it.

    Where a document cites a statement only to reject it, the document carries nothing.
    """
    known = asked(assessment.origins)
    rejected = {
        statement.id
        for statement in assessment.map.statements
        if statement.citations and all(citation.stance == "rejected" for citation in statement.citations)
    }
    found: dict[str, list[str]] = {}
    for name, chains in known.chains.items():
        if name not in rejected:
            for link in dict.fromkeys(link for chain in chains for link in chain):
                found.setdefault(link, []).append(name)
    same = known.sources.same
    return {source.id: found.get(same[source.id], []) for source in assessment.map.sources}
