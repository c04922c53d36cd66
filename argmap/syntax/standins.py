"""Heads for blocks whose own head could not be read, so that what is in the block can be.

A stand-in token is of no width: whatever is made of it, nobody is told what is wrong with that.
"""

from __future__ import annotations

from itertools import pairwise

from argmap.syntax.lexer import Token

# By the first token of the broken item, else by the list it is in.
_HEADS: dict[str, tuple[str, ...]] = {
    "items": ("KIND", "TEXT"),
    "block_items": ("MOVE", "TEXT"),
    "step_items": ("UNLESS", "TEXT"),
    "tails": ("UNLESS", "TEXT"),
    "SECTION": ("SECTION", "TEXT"),
    "DECLARE": ("DECLARE", "NAME"),
    "MAP": ("MAP",),
    "MATRIX": ("MATRIX", "NAME"),
    "SCENARIO": ("SCENARIO", "TEXT"),
    "changes": ("CHANGE", "NAME"),
}
# By what stands first in a block: what it must be the block of.
_HOLDERS = {"ROW": "MATRIX", "CHANGE": "SCENARIO", **dict.fromkeys(("KIND", "DECLARE", "SECTION", "MATRIX"), "SECTION")}
_VALUES = {
    "KIND": "claim",
    "TEXT": '""',
    "MOVE": "because",
    "UNLESS": "unless",
    "DECLARE": "source",
    "MAP": "map",
    "CHANGE": "set",
}


def head_for(tokens: list[Token], item: int, at: int, where: str) -> list[Token]:
    """Return what to read before the token at an index, instead of the head of the broken item that begins at `item`.

    `where` is the list that the item is in. Empty where nothing can stand before that token.
    """
    first = tokens[item].type
    head = _HEADS.get(first) or _HEADS.get(where, ())
    types = {token.type for token in tokens[item:at]}
    if where == "items" and first == "NAME" and "MOVE" in types:
        head = ("NAME", "MOVE", "TEXT")
    if tokens[at].type == "LBRACE":
        if "AS" in types and head[-1:] == ("TEXT",):
            head = ("NAME", "MOVE", "TEXT", "AS") if where == "items" else (*head, "AS")
        inside = tokens[at + 1].type if at + 1 < len(tokens) else ""
        if where == "items" and inside in _HOLDERS:
            first = _HOLDERS[inside]
            head = _HEADS[first]
    stand_ins = [stand_in(terminal, tokens[at].start) for terminal in head]
    return stand_ins + (_cited(tokens[item:at]) if first == "SECTION" else [])


def stand_in(terminal: str, place: int) -> Token:
    """Return a token that stands for one which is not there."""
    return Token(terminal, _VALUES.get(terminal, ""), place, place)


def _cited(head: list[Token]) -> list[Token]:
    """Find the `of SOURCE` in the head of a section: citations in the section rely on it."""
    return next(([one, other] for one, other in pairwise(head) if one.type == "OF" and other.type == "NAME"), [])
