"""What a map says of having been checked against a document: `verified: 2025-08-01 "text 51e03a20af7a, map 9ab1…"`.

Two short digests are kept in the map, so that much can be said where the text is not at hand: of the text itself, and
of all that the map takes from it (what is cited where, in which words, with which numbers).
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import citing
from argmap.provenance.texts.numbers import figures_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.model import ArgumentMap, SourceDocument

DIGITS = 12  # in hexadecimal: enough to tell texts apart, short enough to stand in a map
_TEXT = re.compile(r"\btext ([0-9a-f]{6,64})\b")
_MAP = re.compile(r"\bmap ([0-9a-f]{6,64})\b")


class Verified(NamedTuple):
    """When a document was checked, and the digests of its text and of what the map took from it ("" if not kept)."""

    date: str
    text: str = ""
    map: str = ""

    @property
    def written(self) -> str:
        """The value of the attribute."""
        return f'{self.date} "text {self.text}, map {self.map}"'


def verified_of(source: SourceDocument) -> Verified | None:
    """Read what a source says of having been checked."""
    given = source.get("verified")
    if given is None:
        return None
    text, taken = (pattern.search(given.reason or "") for pattern in (_TEXT, _MAP))
    return Verified(str(given.value), text[1] if text else "", taken[1] if taken else "")


def digest(text: str) -> str:
    """Return the digest of a text: of its characters, whatever the line ends and the encoding of its file."""
    return sha256(text.encode()).hexdigest()[:DIGITS]


def taken_from(argument_map: ArgumentMap, names: Collection[str]) -> str:
    """Return the digest of what a map takes from a document, known by these ids: places, quoted words and numbers."""
    lines = []
    for holder in citing(argument_map):
        numbers = " ".join(number.written for number in figures_in(getattr(holder, "text", "")))
        lines += [
            f"{' '.join(citation.locators)}\t{citation.anchor or ''}\t{numbers}"
            for citation in holder.citations
            if citation.source in names
        ]
    return digest("\n".join(sorted(lines)))
