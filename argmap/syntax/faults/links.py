"""Links between premises, and texts without quotes that look like several of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.syntax.faults.situation import BEFORE_PREMISE, Fault, as_text, is_word
from argmap.syntax.lexer import Token

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Situation

_JOINERS = frozenset({"and", "plus", "or", "also"})
_WANTED = "`&` if the reasons need each other, or a new `because` if each counts alone"
_SIDE_BY_SIDE = "two premises stand side by side with nothing between them"
_SENTENCE = 3  # so many words in a row are no names, but a text that lacks its quotes
_MOST_WORDS = 40
_THINGS = ("KIND", "DECLARE", "MAP", "IMPORT", "SECTION", "MATRIX", "SCENARIO", "$END")


def unquoted_text(s: Situation) -> Fault | None:
    """`because It adds stress.`: words where a text is due."""
    head = s.at - 1
    while head > max(0, s.at - _MOST_WORDS) and s.tokens[head].type == "NAME":
        head -= 1
    if head < 0 or s.tokens[head].type not in {*BEFORE_PREMISE, "KIND", "SECTION", "SCENARIO", "IMPORT", "MAP"}:
        return None
    first, end = head + 1, head + 1
    while end < min(len(s.tokens), first + _MOST_WORDS) and s.same_line(s.tokens[end - 1], s.tokens[end]):
        if not (is_word(s.tokens[end]) or s.tokens[end].type in {"STRAY", "CURLY", "SEPARATOR"}):
            break
        if (s.tokens[head].type, s.tokens[end].type) in {("SECTION", "OF"), ("IMPORT", "AS")}:
            break
        end += 1
    words = s.tokens[first:end]
    if _are_names(s, head, words, end):
        return None
    if (
        end < len(s.tokens)
        and s.tokens[end].type == "TEXT"
        and s.tokens[head].type in {"SECTION", "SCENARIO", "IMPORT"}
    ):
        return _title_only(s, head, first, end)
    if (
        end <= s.at - 1
        or s.token.type not in {"NAME", "STRAY", "SEPARATOR", *_THINGS}
        or not _is_sentence(s.tokens[head], words)
    ):
        return None
    if s.tokens[head].type == "KIND" and words[0].value.islower() and words[1].value[:1].isupper():
        words = words[1:]  # the name, then the text
    start, stop = words[0].start, words[-1].end
    text = s.source.text[start:stop]
    stop += s.source.text[stop : stop + 1] == '"'  # the text ends well, and only begins without its quote
    return s.fault(
        "L128",
        "these words look like a text, and texts stand in quotes",
        "a text in quotes" if s.tokens[head].type not in BEFORE_PREMISE else "a name, or a text in quotes",
        s.mend(start, stop, as_text(words[0], text).value),
        start=start,
        end=stop,
    )._replace(named=tuple(word.value for word in s.tokens[first:end]))


def _are_names(s: Situation, head: int, words: list[Token], end: int) -> bool:
    """Whether these are `a and b` after a `because`, or a long name before the text that it names."""
    if s.tokens[head].type in BEFORE_PREMISE:
        return len(words) == 3 and words[1].value in _JOINERS  # noqa: PLR2004 - two names, and a word between them
    return s.tokens[head].type == "KIND" and _is_whole_text(s, end)


def _is_whole_text(s: Situation, at: int) -> bool:
    """Whether a text stands there, and after it nothing that the words before it could go on with."""
    if at >= len(s.tokens) or s.tokens[at].type != "TEXT":
        return False
    following = s.tokens[at + 1] if at + 1 < len(s.tokens) else None
    return following is None or following.type == "LBRACE" or not s.same_line(s.tokens[at], following)


def _title_only(s: Situation, head: int, first: int, end: int) -> Fault | None:
    word = s.tokens[head].value
    if first != s.at or end == first:
        return None
    found = s.fault(
        "L118",
        f"{'an' if word[0] in 'aeiou' else 'a'} {word} has no name before its text",
        f"`{word}`, then a text in quotes",
        s.mend(s.token.start, s.tokens[end].start, ""),
        end=s.tokens[end - 1].end,
    )
    return found._replace(instead=(), go_on=end)


def _is_sentence(head: Token, words: list[Token]) -> bool:
    names = [word for word in words if is_word(word)]
    if head.type in {"SECTION", "SCENARIO", "IMPORT"}:
        return bool(names)
    stop = bool(words) and words[-1].type == "STRAY" and words[-1].value in ".!?"
    if head.type == "MAP":
        return len(names) > 1
    return len(names) >= _SENTENCE or (stop and len(names) > 1)


def missing_link(s: Situation) -> Fault | None:
    """Two premises side by side, or a word or sign between them that joins nothing."""
    before, token = s.before, s.token
    if before is None or not (s.in_premises(s.at) or (before.type == "RBRACE" and "AND" in s.expected)):
        return None
    joins = token.type == "SEPARATOR" or token.value in _JOINERS or (token.type == "STRAY" and token.value in ";+/")
    if joins and s.following is not None and s.following.type in {"TEXT", "NAME", "KIND"}:
        end, go_on = token.end, s.at + 1
        if s.following.value in _JOINERS:  # `"…", and "…"`
            end, go_on = s.following.end, s.at + 2
        space = "" if s.source.text[token.start - 1].isspace() else " "
        found = s.fault(
            "L110", f"`{token.value}` does not join two reasons", _WANTED, s.mend(token.start, end, f"{space}&")
        )
        return found._replace(instead=(Token("AND", "&", token.start, end),), go_on=go_on)
    if token.type not in {"TEXT", "NAME", "KIND", "OPEN_TEXT", "CURLY"} or not s.same_line(before, token):
        return None
    mends = [s.mend(token.start, token.start, "& ")]
    named: tuple[str, ...] = ()
    if before.type == "NAME" and token.type == "TEXT" and s.tokens[s.at - 2].type in BEFORE_PREMISE:
        kind = "assumption" if s.tokens[s.at - 2].type == "SINCE" else "claim"
        named = (before.value,)
        mends = [
            s.mend(before.start, before.start, f"{kind} ", f"if `{before.value}` names this text"),
            s.mend(token.start, token.start, "& ", "if they are two reasons"),
        ]
    if before.type == token.type == "NAME":
        mends = [
            s.mend(token.start, token.start, "& ", "if they are two reasons"),
            s.mend(before.end, token.start, "-", "if it is one name"),
        ]
    found = s.fault("L110", _SIDE_BY_SIDE, _WANTED, *mends)
    return found._replace(instead=(Token("AND", "&", token.start, token.start),), go_on=s.at, named=named)


def missing_link_outside(s: Situation) -> Fault | None:
    """`a because b c`, outside blocks: `c` could have begun a move of its own, so the error shows only after it."""
    name = s.before
    if name is None or name.type != "NAME" or s.item != s.at - 1 or not s.in_premises(s.at - 1):
        return None
    one = s.tokens[s.at - 2]
    if not s.same_line(one, name):
        return None
    if name.value in _JOINERS:
        found = s.fault(
            "L110",
            f"`{name.value}` does not join two reasons",
            _WANTED,
            s.mend(name.start, name.end, "&"),
            start=name.start,
            end=name.end,
        )
        return found._replace(named=(name.value,))
    return s.fault("L110", _SIDE_BY_SIDE, _WANTED, s.mend(name.start, name.start, "& "), start=name.start, end=name.end)
