"""Tokens: a small lexer of our own behind Lark's parser.

It gives the same tokens as Lark's contextual lexer on the terminals of `grammars/argmap.lark` (a test holds it to
that) at several times the speed, and it never fails: what cannot be read becomes a token that no rule accepts,
so that the parser meets it in its place and the message can say what stood there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lark.lexer import Lexer

from argmap.vocabulary import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark.common import LexerConf

# Everything that may be part of a name: anything but space, ASCII punctuation (save - and _) and curly quotes.
# Whether a character beyond ASCII really is a letter is looked at when the name is read (see names.py).
_RUN = r"[^\s!-,./:-@\[-^`{-~“”„‟«»‹›‘’‚‛「」『』]+"
_TEXT = r'(?P<TEXT>"""(?:\\.|[^\\])*?"""|"(?!"")(?:\\.|[^"\\\n])*")'
# Texts that are not as texts should be. They take the rest of their line (or file); `broken.py` says how much.
_BROKEN = r"(?P<OPEN_LONG>\"\"\"(?s:.*))|(?P<OPEN_TEXT>\"[^\n]*)|(?P<CURLY>['“”„‟«»‹›「」『』‘’‚‛][^\n]*)|(?P<STRAY>.)"
_BRACES = r"(?P<LBRACE>\{)|(?P<RBRACE>\})"
_KEY = r'(?P<KEY>[A-Za-z][\w-]*:(?=[\s"\[}#]|$))'

# Between items line ends mean nothing; within the value of an attribute they end it.
_ITEM = re.compile(
    rf"(?:[^\S\n]+|\n|#[^\n]*)*+(?:{_KEY}|(?P<NAME>(?!-){_RUN}(?:\.{_RUN})*)|{_TEXT}|{_BRACES}|(?P<AND>&)"
    rf'|(?P<ROW>\|(?:[^"#\n{{}}]|"(?:\\.|[^"\\\n])*")*)|(?P<SEPARATOR>[>,])|(?P<LBRACKET>\[)|(?P<RBRACKET>\])|{_BROKEN})',
    re.DOTALL,
)
_VALUE = re.compile(
    rf"(?:[^\S\n]+|#[^\n]*)*+(?:(?P<NEWLINE>\n)|{_KEY}|(?P<WORD>[^\s{{}}\[\]\",>#|“”„‟«»‹›‘’‚‛「」『』]+)|{_TEXT}|{_BRACES}"
    rf"|(?P<SEPARATOR>[>,])|(?P<LBRACKET>\[)|(?P<RBRACKET>\])|{_BROKEN})",
    re.DOTALL,
)
_BROKEN_TEXTS = frozenset({"OPEN_LONG", "OPEN_TEXT", "CURLY"})
_ALLOW = re.compile(r"#[^\S\n]*argmap(?::|[^\S\n]+allow[^\S\n]+[A-Z]\d{3}\b)[^\n]*")


class Token:
    """A piece of the text: the terminal it is, its characters, and its offsets."""

    __slots__ = ("end", "start", "type", "value")
    # Lark copies these to its end token; positions are worked out from offsets, and only when shown.
    start_pos = end_pos = line = column = end_line = end_column = None

    def __init__(self, type: str, value: str, start: int, end: int) -> None:  # noqa: A002 (Lark's own name for it)
        self.type = type
        self.value = value
        self.start = start
        self.end = end

    @property
    def stands_in(self) -> bool:
        """Whether it was put in for something that could not be read, and so is not in the text."""
        return self.start == self.end

    def __repr__(self) -> str:
        return f"{self.type}({self.value!r}, {self.start})"


def tokens(text: str, at: int = 0) -> list[Token]:  # noqa: C901 - every character of every map goes through this loop
    """Cut a text into tokens from an offset on, without space and comments; `NEWLINE` only where it ends a value."""
    result: list[Token] = []
    append = result.append
    item, value = _ITEM.match, _VALUE.match
    keywords = KEYWORDS
    match = item
    depth = 0  # of lists; inside them a line end does not end the value
    last = ""
    while (found := match(text, at)) is not None:
        kind = found.lastgroup or ""
        start, at = found.span(kind)
        characters = found[kind]
        if kind == "NAME":
            kind = keywords.get(characters, kind)
        elif kind == "KEY":
            match, depth = value, 0
        elif kind in _BROKEN_TEXTS:
            characters = _as_far_as_it_goes(kind, characters, last)
            at = start + len(characters)
        elif match is value:
            if kind == "NEWLINE":
                if depth and not _next_line_is_an_item(text, at, last):
                    continue
                if last == "SEPARATOR" and not depth:
                    continue
                match = item
            elif kind in {"RBRACE", "LBRACE"}:
                match = item
            elif kind == "LBRACKET":
                depth += 1
            elif kind == "RBRACKET":
                depth = max(depth - 1, 0)
        append(Token(kind, characters, start, at))
        last = kind
    return result


@lru_cache(maxsize=4)
def all_tokens(text: str) -> tuple[Token, ...]:
    """Cut a whole text into tokens; the last few texts are remembered, for a file is looked through more than once."""
    return tuple(tokens(text))


def allowances(text: str) -> Iterator[tuple[int, int]]:
    """Find the comments addressed to argmap itself (`# argmap: …`), each as its two offsets."""
    if _ALLOW.search(text) is None:
        return
    gaps, at = [], 0
    for token in all_tokens(text):
        gaps.append((at, token.start))
        at = token.end
    for start, end in [*gaps, (at, len(text))]:
        for found in _ALLOW.finditer(text, start, end):
            yield found.span()


def _as_far_as_it_goes(kind: str, characters: str, last: str) -> str:
    """Cut a broken text where it seems to have been meant to end."""
    from argmap.syntax.broken import end_of_broken  # most maps never need it

    return characters[: end_of_broken(kind, characters, in_row=last == "ROW")]


def _next_line_is_an_item(text: str, at: int, last: str) -> bool:
    """Tell whether a list was left open: the line that begins at `at` begins like an item, and no comma leads to it."""
    if last == "SEPARATOR":
        return False
    found = _ITEM.match(text, at)
    return found is not None and (found.lastgroup == "KEY" or found["NAME"] in KEYWORDS)


class ArgmapLexer(Lexer):
    """The lexer as Lark asks for it."""

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Take no notice of Lark's configuration: the terminals are fixed."""

    def lex(self, text: str) -> Iterator[Token]:  # type: ignore[override]
        """Give the tokens of a text."""
        return iter(all_tokens(text))
