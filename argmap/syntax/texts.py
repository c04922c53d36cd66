"""Reading what is inside a token: a text without its quotes, a name in its one spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.syntax.lexer import Token

_ESCAPED = re.compile(r'\\(["\\])')
_PARAGRAPH = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s+")
_JOINERS = "\u200c\u200d"  # they shape letters in Persian and Indic scripts


def text_of(token: Token) -> str:
    r"""Return what a text says: without quotes, `\"` and `\\` read, a long one folded to paragraphs."""
    raw = token.value
    if raw.startswith('"""'):
        return fold(_ESCAPED.sub(r"\1", raw[3:-3]))
    text = raw[1:-1]
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def fold(text: str) -> str:
    """Fold lines into paragraphs: space becomes one space, an empty line parts two paragraphs."""
    paragraphs = (_SPACE.sub(" ", paragraph).strip() for paragraph in _PARAGRAPH.split(text.strip()))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def name_of(token: Token) -> str:
    """Return a name in its one spelling (Unicode's composed form), so that equal names compare equal."""
    name = token.value
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def not_for_names(name: str) -> int | None:
    """Return the index of the first character that cannot stand in a name, or None: letters, marks, digits, - and _."""
    if name.isascii() or name.isalnum():
        return None
    for index, char in enumerate(name):
        if unicodedata.category(char)[0] not in "LMN" and char not in "-_." + _JOINERS:
            return index
    return None
