"""Words the language does not have, where an item begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.syntax.faults.expected import items_of, words_of
from argmap.syntax.faults.meanings import CONCLUSION, SECOND_WORDS, TRANSLATED, in_place_of
from argmap.syntax.faults.situation import Fault, last_name
from argmap.syntax.lexer import Token
from argmap.vocabulary import ATTRIBUTES, KEYWORDS

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Situation

_CHANGES = {**dict.fromkeys(("remove", "drop", "without", "delete"), "withdraw"), "suppose": "assume", "reject": "deny"}
_LIKE = 0.7
_STANDING = frozenset({"argument", "arguments", "premise", "premises"})  # what is often written before all else
_MOST_REASONS = 4  # that a conclusion is shown with


def not_a_word(s: Situation) -> Fault | None:
    """A word the language does not have where an item begins."""
    token = s.token
    if token.type not in {"NAME", "KEY"} and not (s.where == "items" and s.item == s.at - 1 and s.before):
        return None
    if s.begins_item:
        at = s.at
    elif s.where == "items" and s.item == s.at - 1:
        at = s.item
    else:
        return None
    word = s.tokens[at]
    if word.type != "NAME":
        return None
    small = word.value.lower()
    if small in KEYWORDS and small != word.value:
        found = s.fault(
            "L108",
            "the words of the language are written small",
            f"`{small}`",
            s.mend(word.start, word.end, small),
            start=word.start,
            end=word.end,
        )
        return _read_as(s, at, small, found)
    return _other_word(s, at, word, small)


def _other_word(s: Situation, at: int, word: Token, small: str) -> Fault:
    hint, mends, meant, named = "", [], "", ""
    meaning, other = in_place_of(small)
    if meaning or other:
        meant = other
        hint = f"; {meaning}" if meaning else ""
        if meaning is CONCLUSION:
            mends = [_conclusion(s, word)]
    elif small in TRANSLATED:
        meant = TRANSLATED[small]
        hint = f"; its words are English, and here it would be `{meant}`"
    elif s.where == "changes" and small in _CHANGES:
        meant = _CHANGES[small]
    elif near := s.nearby(small, _words_and_keys(s.where), 1, _LIKE):
        meant = near[0]
    if s.where == "items" and KEYWORDS.get(meant) == "MOVE":  # a reason, for which claim?
        meant = f"{last_name(s)} {meant}" if last_name(s) and small not in _STANDING else "claim"
    elif (
        not (meant or mends) and s.where in _BEFORE_NAMED and _takes(s, at, "claim") and s.tokens[at + 1].type == "TEXT"
    ):
        mends = [s.mend(word.start, word.start, _BEFORE_NAMED[s.where], f"if `{word.value}` names this text")]
        named = word.value
    fits = meant in words_of(s.where)
    last = at
    while small in TRANSLATED and last + 1 < len(s.tokens) and s.tokens[last + 1].value in SECOND_WORDS:
        last += 1
    if meant:
        pasted = (fits and _takes(s, last, meant)) or " " in meant
        mends = [s.mend(word.start, s.tokens[last].end, meant)._replace(whole_line=pasted)]
    found = s.fault(
        "L106",
        f"`{word.value}` is not a word of the language{hint}",
        items_of(s.where),
        *mends,
        start=word.start,
        end=word.end,
    )
    found = found._replace(named=(named,)) if named else found
    return _read_as(s, at, meant, found, last) if fits and _takes(s, last, meant) else found


_BEFORE_NAMED = {"items": "claim ", "block_items": "because claim "}


def _words_and_keys(where: str) -> list[str]:
    keys = [f"{key}:" for key in ATTRIBUTES] if where != "items" else []
    return [*words_of(where), *keys]


def _conclusion(s: Situation, word: Token) -> Mend:
    """Write the conclusion with what stands above it for its reasons."""
    rest = s.rest_of_line(word.end).strip()
    text = rest if rest.startswith('"') else '"…"'
    first, reasons = _statements_above(s) if s.where == "items" else (word, [])
    if not reasons:
        reason = last_name(s) or '"…"'
        return Mend(f"claim {text} {{ because {reason} }}")
    mend = f"claim {text} {{ because {' & '.join(token.value for token in reasons)} }}"
    if all(token.type == "NAME" for token in reasons):
        return s.mend(word.start, s.source.line_end(word.start), mend)
    lines = s.source.position(first.start).line, s.source.position(word.start).line
    return Mend(mend, f"in place of lines {lines[0]} to {lines[1]}")


def _statements_above(s: Situation) -> tuple[Token, list[Token]]:
    """Return the first of the plain statements just above the item, and the name or text of each of them."""
    at, first = s.item, s.token
    found: list[Token] = []
    while at > 1 and len(found) < _MOST_REASONS:
        size = next((size for size in (2, 3) if at >= size and s.tokens[at - size].type == "KIND"), 0)
        if not size or s.tokens[at - 1].type not in {"NAME", "TEXT"}:
            break
        at -= size
        first = s.tokens[at]
        found.insert(0, s.tokens[at + 1])
    return first, found


def _takes(s: Situation, at: int, word: str) -> bool:
    """Whether what stands after a misspelt word fits the word that was meant."""
    following = s.tokens[at + 1] if at + 1 < len(s.tokens) else None
    if following is None or not s.same_line(s.tokens[at], following):
        return False
    texts = {"TEXT", "OPEN_TEXT", "CURLY"}
    names = {"NAME"} if KEYWORDS[word] in {"DECLARE", "MATRIX", "CHANGE"} else {"NAME", *texts}
    if KEYWORDS[word] in {"MOVE", "SINCE", "UNLESS"}:
        names = {"NAME", *texts, "KIND"}
    return following.type in (names if KEYWORDS[word] not in {"SECTION", "IMPORT", "SCENARIO"} else texts)


def _read_as(s: Situation, at: int, word: str, found: Fault, last: int | None = None) -> Fault:
    """Read on with the word that was meant, instead of what stands from `at` to `last`."""
    last = at if last is None else last
    if not _takes(s, last, word) or KEYWORDS[word] not in _BEGINS.get(s.where, ()):
        return found
    token = Token(KEYWORDS[word], word, s.tokens[at].start, s.tokens[at].end)
    return found._replace(instead=(token,), go_on=last + 1, restart=at if at < s.at else None)


_BEGINS = {
    "items": ("KIND", "DECLARE", "MAP", "IMPORT", "SECTION", "MATRIX", "SCENARIO"),
    "block_items": ("MOVE",),
    "step_items": ("SINCE", "UNLESS"),
    "changes": ("CHANGE", "MATRIX"),
}
