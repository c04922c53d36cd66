"""Commas between attributes and at the ends of lines, where lists of other languages have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Fault, Situation
    from argmap.syntax.lexer import Token

_NEXT = frozenset({"KEY", "RBRACE"})
_OF_ATTRIBUTES = frozenset({"KEY", "WORD", "TEXT", "SEPARATOR", "LBRACKET", "RBRACKET"})


def comma_between(s: Situation) -> Fault | None:
    """`{ kind: news, date: 2024 }`: commas between attributes, or after the last of them."""
    comma = s.before
    if comma is None or comma.value != "," or "WORD" not in s.expected or s.token.type not in _NEXT:
        return None
    end = end_of_attributes(s, s.at)
    first = next(index for index in range(s.item, s.at) if s.same_line(s.tokens[index], comma))
    text, read = without_commas(s, first, end)
    found = s.fault(
        "L118",
        "attributes stand side by side, without commas",
        "`key: value key: value`, or a line for each",
        s.mend(s.tokens[first].start, s.tokens[end - 1].end, text)._replace(sure=True),
        start=comma.start,
        end=comma.end,
    )
    return found._replace(instead=(*s.tokens[s.item : first], *read), go_on=end, restart=s.item)


def comma_at_end(s: Situation) -> Fault | None:
    """`because "…",`."""
    if s.token.value != "," or (s.following is not None and s.same_line(s.token, s.following)):
        return None
    found = s.fault(
        "L118",
        "a comma stands at the end of this line",
        "nothing: a line needs no sign at its end",
        s.mend(s.token.start, s.token.end, "")._replace(sure=True),
    )
    return found._replace(instead=(), go_on=s.at + 1)


def end_of_attributes(s: Situation, at: int) -> int:
    """Return the index of the token after the attributes that go on from `at` to the end of the line."""
    end = at
    while end < len(s.tokens) and s.tokens[end].type in _OF_ATTRIBUTES and s.same_line(s.tokens[at - 1], s.tokens[end]):
        end += 1
    return end


def without_commas(s: Situation, start: int, end: int) -> tuple[str, tuple[Token, ...]]:
    """Return the text of some tokens, and these tokens, without the commas before a key or at the end of a block."""
    run = s.tokens[start:end]
    after = [*run[1:], *s.tokens[end : end + 1]]
    commas = [one for one, other in zip(run, after, strict=False) if one.value == "," and other.type in _NEXT]
    text, base = s.source.text[run[0].start : run[-1].end], run[0].start
    for comma in reversed(commas):
        before, rest = text[: comma.start - base].rstrip(), text[comma.end - base :].lstrip()
        text = f"{before}  {rest}" if rest else before
    return text, tuple(one for one in run if one not in commas)
