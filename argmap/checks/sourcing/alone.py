"""Key claims behind which a single origin stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.outline import citations

if TYPE_CHECKING:
    from argmap.assessment import Assessment


def single_origins(assessment: Assessment) -> dict[str, str]:
    """Return the key claims with reasons all of which go back to one origin, and that origin."""
    grounds = assessment.grounds
    found = {name: grounds.of(name) for name in assessment.outline.concluded}
    return {name: origins[0] for name, origins in found.items() if len(origins) == 1}


def on_own_word(assessment: Assessment, name: str, origin: str) -> bool:
    """Tell whether a statement's one origin is the document that puts it forward."""
    same = assessment.grounds.same
    cited = citations(assessment.outline.groups[name])
    return any(same.get(citation.source, citation.source) == origin for citation in cited if not citation.voices)
