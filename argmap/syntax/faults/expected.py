"""What may stand where, in the words of someone who writes maps: a token's name is never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.vocabulary import CHANGES, KEYWORDS, RELATIONS

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Situation

_ITEMS_OF = {
    "items": "`claim`, `evidence`, `assumption`, `hypothesis`, `source`, `section` or another word that begins an "
    "item, or a name followed by `because`, `but` or a relation",
    "block_items": "`because`, `but`, an attribute such as `cite:`, or `}`",
    "step_items": "`since`, `unless`, an attribute such as `weight:`, or `}`",
    "attributes": "an attribute such as `note:`, or `}`",
    "rows": "a row of the table, `| … | … |`, or `}`",
    "changes": "`assume`, `deny`, `withdraw`, `set`, `matrix`, or `}`",
}
_PLAIN = {
    "NAME": "a name",
    "TEXT": "a text in quotes",
    "LBRACE": "`{`",
    "RBRACE": "`}`",
    "AND": "`&` and another reason",
    "AS": "`as`",
    "BY": "`by`",
    "OF": "`of`",
    "WORD": "a value",
    "KIND": "a statement",
    "RELATION": f"a relation ({', '.join(RELATIONS)})",
    "MOVE": "`because` or `but`",
    "SINCE": "`since`",
    "UNLESS": "`unless`",
}
_LINKING_WORDS = frozenset({"as", "of", "by"})


def items_of(where: str) -> str:
    """Say what may begin an item of a list."""
    return _ITEMS_OF[where]


def words_of(where: str) -> list[str]:
    """Return the words of the language that may begin an item of a list."""
    if where == "block_items":
        return ["because", "but"]
    if where == "step_items":
        return ["since", "unless"]
    if where == "changes":
        return [*CHANGES, "matrix"]
    return [word for word in KEYWORDS if word not in _LINKING_WORDS]


def expected(s: Situation) -> str:
    """Say what could have stood in the place of the fault."""
    words = [plain for terminal, plain in _PLAIN.items() if terminal in s.expected]
    if s.begins_item or not words:
        return items_of(s.where)
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
