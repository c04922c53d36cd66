"""Where the parser stood when it met a token that does not fit, and what helps to speak of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.diagnostics import Diagnostic, Label, Mend, line_mend
from argmap.syntax.lexer import Token
from argmap.vocabulary import KEYWORDS

if TYPE_CHECKING:
    from argmap.near import Nearby
    from argmap.source import Source

TAKES_A_NAME = frozenset({"KIND", "DECLARE", "AS", "OF", "BY", "MATRIX", "CHANGE", "RELATION"})
# Words after which a premise stands.
BEFORE_PREMISE = frozenset({"MOVE", "AND", "SINCE", "UNLESS"})
_LOOK_BACK = 500  # so many tokens, at most: a message must not take longer the longer the file is
_SHORT = 40
_WORDS_OF_A_NAME = 3


class Fault(NamedTuple):
    """What there is to say, and how to read on.

    `instead` is to be read instead of the tokens from the faulty one up to `go_on`. Where it is None, nothing is known,
    and the rest of the item is left out; `named` are names that may be defined there. Further, one of these is to be
    done first: to cut the text into tokens once more from the offset `reread` on (after `instead`); to `undo` the attribute or relation just read, of
    which this speaks; to `reopen` the block of what was read just before (there, too, with `instead`), or a block
    that has lost its head; to `restart` at the token with that index, where the item or the one before it begins.
    """

    diagnostic: Diagnostic
    instead: tuple[Token, ...] | None = None
    go_on: int = 0
    reread: int | None = None
    named: tuple[str, ...] = ()
    undo: bool = False
    reopen: Literal["", "block", "headless"] = ""
    restart: int | None = None


@dataclass(frozen=True)
class Situation:
    """The token that does not fit, the item it was in, and the lists and braces open there.

    `where` names the innermost open list of the grammar, `expected` the terminals that would have fitted, `item` is the
    index of the token with which the item begins, `outermost` that of the first brace that is to be closed at once,
    `previous` is the node read last in the open list, `suspect` a pair of braces that do not look like one.
    """

    source: Source
    tokens: list[Token]
    at: int
    item: int
    expected: frozenset[str]
    where: str
    braces: tuple[Token, ...]
    nearby: Nearby
    previous: object | None = None
    suspect: tuple[Token, Token] | None = None
    unclosed: bool = False
    outermost: int = 0

    @property
    def token(self) -> Token:
        """The token that does not fit; at the end of the text an empty one."""
        if self.at < len(self.tokens):
            return self.tokens[self.at]
        end = len(self.source.text)
        return Token("$END", "", end, end)

    @property
    def before(self) -> Token | None:
        """The token before it, if it belongs to the same item."""
        return self.tokens[self.at - 1] if self.at > self.item else None

    @property
    def following(self) -> Token | None:
        """The token after it."""
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None

    @property
    def begins_item(self) -> bool:
        """Whether the error is the first token of an item."""
        return self.at == self.item

    @property
    def key_without_value(self) -> Token | None:
        """The key on the line before, where the item begins after a key that has no value."""
        if not self.begins_item or self.at < 2 or self.tokens[self.at - 1].type != "NEWLINE":  # noqa: PLR2004
            return None
        key = self.tokens[self.at - 2]
        return key if key.type == "KEY" else None

    def back(self, steps: int) -> Token | None:
        """The token so many places before it."""
        return self.tokens[self.at - steps] if self.at >= steps else None

    def backwards(self) -> range:
        """The indices of the tokens before it, the nearest first, as far back as is worth looking."""
        return range(self.at - 1, max(-1, self.at - _LOOK_BACK), -1)

    def same_line(self, one: Token, other: Token) -> bool:
        """Whether two tokens stand on one line."""
        return "\n" not in self.source.text[one.end : other.start]

    def begins_line(self, token: Token) -> bool:
        """Whether a token is the first on its line."""
        return self.source.begins_line(token.start)

    def in_premises(self, at: int) -> bool:
        """Whether a premise ends just before the token at that index: a name, a text, or a statement with both."""
        kinds = [token.type for token in self.tokens[max(0, at - 4) : at]]
        while kinds and kinds[-1] in {"TEXT", "NAME", "KIND"}:
            kinds.pop()
        taken = [token.type for token in self.tokens[max(0, at - 4) : at]][len(kinds) :]
        forms = (["TEXT"], ["NAME"], ["KIND", "NAME"], ["KIND", "TEXT"], ["KIND", "NAME", "TEXT"])
        return bool(kinds) and kinds[-1] in BEFORE_PREMISE and taken in forms

    def rest_of_line(self, start: int) -> str:
        """The text from an offset to the end of its line, without an opening brace at its end."""
        line = self.source.text[start : self.source.line_end(start)]
        return line.rstrip().removesuffix("{").rstrip()

    def item_text(self) -> str:
        """The line of the broken item from its first token."""
        return self.rest_of_line(self.tokens[self.item].start) if self.item < len(self.tokens) else ""

    def mend(self, start: int, end: int, instead: str, when: str = "") -> Mend:
        """Make the mend that puts something else between two offsets."""
        return line_mend(self.source, start, end, instead, when)

    def fault(
        self,
        code: str,
        message: str,
        help: str,  # noqa: A002 - its name in the diagnostic
        *mends: Mend,
        start: int | None = None,
        end: int | None = None,
        related: tuple[Label, ...] = (),
    ) -> Fault:
        """Make a fault that points at the token, or at the place given."""
        where = Label(self.source, self.token.start if start is None else start, self.token.end if end is None else end)
        return Fault(Diagnostic(code, message, where, help, mends, related))


def is_word(token: Token) -> bool:
    """Tell whether a token is a name, or a word of the language that may have been meant as one."""
    return token.type == "NAME" or token.value in KEYWORDS


def as_text(token: Token, text: str) -> Token:
    """Make a text of a token that was meant as one."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return Token("TEXT", f'"{escaped}"', token.start, token.end)


def short(text: str, width: int = _SHORT) -> str:
    """Cut a text to a width at which it can be shown within a message."""
    return text if len(text) <= width else text[: width - 1] + "…"


def name_for(text: str) -> str:
    """Make a name of the first words of a text."""
    return "-".join(re.findall(r"[^\W_]+", text.lower())[:_WORDS_OF_A_NAME]) or "name"


def last_name(s: Situation) -> str:
    """Return the name of the statement that was defined last before the fault."""
    for index in s.backwards():
        if index and s.tokens[index].type == "NAME" and s.tokens[index - 1].type == "KIND":
            return s.tokens[index].value
    return ""
