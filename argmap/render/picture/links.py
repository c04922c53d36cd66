"""Where the boxes of a picture that stands alone lead to: the document that says it, where that has a safe address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.markup import safe_url
from argmap.render.picture.boxes import box_id

if TYPE_CHECKING:
    from argmap.render.view import Proposition, View


def addresses(view: View) -> dict[str, str]:
    """Return, by the id of a box, the address of the first source with one that its statement cites or relies on."""
    known = {source.id: safe_url(source.word("url")) for source in view.analysis.map.sources if source.get("url")}
    found = {box_id(each): _first(each, known) for each in view.propositions} if any(known.values()) else {}
    return {box: address for box, address in found.items() if address}


def _first(proposition: Proposition, known: dict[str, str | None]) -> str | None:
    cited = [citation.source for citation in proposition.citations]
    relied = [place.source for statement in proposition.statements for place in statement.places("from")]
    return next(filter(None, (known.get(name) for name in (*cited, *relied))), None)
