"""Habits of prose and of word processors: words to fill in, brackets around texts, words set in bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.syntax.faults.situation import BEFORE_PREMISE, Fault, as_text
from argmap.syntax.lexer import Token
from argmap.vocabulary import KEYWORDS, WEIGHTS

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Situation

# Words between a move and its text that say nothing more than the move does.
_FILLERS = frozenset({
    "if", "that", "also", "only", "even", "just", "then", "when", "where", "while", "of", "the", "to", "for", "so", "and",
    "however", "therefore", "perhaps", "maybe", "probably", "clearly", "obviously", "still", "yet",
})  # fmt: skip
_CLOSES = {"(": ")", "[": "]", "{": "}"}
_MOST_INSIDE = 40  # tokens between two brackets
_BRACKETED = re.compile(r"[(\[](?:(?:source|see|cf\.?|from)\s*:?\s+)?([^()\[\]\"{}|\n]+)[)\]]", re.IGNORECASE)
_PLACE = re.compile(r"\s*(pp?|par|s|n)[a-z]*\.?\s*(\d+(?:-\d+)?)", re.IGNORECASE)
_WORD = r"[^\W_](?:[\w-]*[^\W_])?"
_BOLD = re.compile(r"(\*{1,3}|_{1,3})(?P<word>[A-Za-z]+):?\1:?[^\S\n]*")


def filler(s: Situation) -> Fault | None:
    """`because if "…"`, `because of "…"`, `but also "…"`."""
    if s.token.type == "OF" and s.before is not None and s.before.type in BEFORE_PREMISE:
        return _filler(s, s.before, s.token)._replace(instead=(), reread=s.token.end)
    word, move = s.before, s.back(2)
    if word is None or word.type != "NAME" or word.value not in _FILLERS or move is None or s.at - 1 == s.item:
        return None
    if move.type not in BEFORE_PREMISE or s.token.type not in {"TEXT", "OPEN_TEXT", "CURLY"}:
        return None
    found = _filler(s, move, word)
    return found._replace(instead=tuple(s.tokens[s.item : s.at - 1]), go_on=s.at, restart=s.item)


def _filler(s: Situation, move: Token, word: Token) -> Fault:
    return s.fault(
        "L106",
        f"`{word.value}` says nothing after `{move.value}`, which alone leads to its text",
        f'`{move.value} "…"`',
        s.mend(word.start, word.end + 1, ""),
        start=word.start,
        end=word.end,
    )


def text_in_brackets(s: Situation) -> Fault | None:
    """`because ("…")`, `claim ["…"]`."""
    before, sign = s.before, s.token.value
    if before is None or sign not in _CLOSES or before.type not in {*BEFORE_PREMISE, "KIND", "NAME"}:
        return None
    if sign == "{" and before.type == "NAME":
        return None  # a block
    end = s.at + 1
    while end < min(len(s.tokens), s.at + _MOST_INSIDE) and s.tokens[end].value != _CLOSES[sign]:
        end += 1
    inside = s.tokens[s.at + 1 : end]
    if not inside or end == len(s.tokens) or s.tokens[end].value != _CLOSES[sign] or inside[0].type not in _STATED:
        return None
    if not s.same_line(s.token, s.tokens[end]) or any(token.type not in _STATED | _JOINS for token in inside):
        return None
    meant = tuple(Token("AND", "&", one.start, one.end) if one.type in _JOINS else one for one in inside)
    what = "a text stands between its quotes" if inside[0].type == "TEXT" else "reasons stand side by side"
    if before.type == "KIND" and inside[0].type == "NAME":
        what = "a name stands alone"
    found = s.fault(
        "L124",
        f"{what}, without `{sign} {_CLOSES[sign]}`",
        '`"…"`' if len(inside) == 1 else "`A & B`",
        s.mend(s.token.start, s.tokens[end].end, " ".join(token.value for token in meant)),
        end=s.tokens[end].end,
    )
    return found._replace(instead=meant, go_on=end + 1)


_STATED = frozenset({"TEXT", "NAME", "KIND"})
_JOINS = frozenset({"AND", "SEPARATOR"})


def source_in_brackets(s: Situation) -> Fault | None:
    """`because "…" (Smith 2020, p. 3)`, `claim "…" [IPCC]`."""
    before, start = s.before, s.token.start
    if before is None or before.type != "TEXT" or s.token.value not in {"(", "["} or not s.same_line(before, s.token):
        return None
    found = _BRACKETED.match(s.source.text, start)
    if found is None:
        return None
    said, go_on = found[1].strip(), s.at
    while go_on < len(s.tokens) and s.tokens[go_on].start < found.end():
        go_on += 1
    if said in WEIGHTS:
        block, wanted, what = f"as {{ weight: {said} }}", "`as { weight: … }`", "how strong a step is"
    else:
        name, _, places = said.partition(",")
        places = _PLACE.sub(lambda place: f" {place[1][0].lower()}{place[2]}", places)
        block = f"{{ cite: {'-'.join(re.findall(_WORD, name))}{places} }}"
        wanted, what = '`{ cite: NAME p3 }`, and a line `source NAME "…"`', "where it is said"
    told = s.fault(
        "L118",
        f"{what} stands in a block, and not in brackets",
        wanted,
        s.mend(start, found.end(), block),
        end=found.end(),
    )
    return told._replace(instead=(), go_on=go_on)


def word_in_bold(s: Situation) -> Fault | None:
    """`**claim** "…"`, as Markdown sets words in bold."""
    start = s.tokens[s.item].start if s.item < len(s.tokens) else s.token.start
    bold = _BOLD.match(s.source.text, start)
    word = bold["word"].lower() if bold is not None else ""
    if bold is None or not s.source.begins_line(start) or word not in KEYWORDS or s.at > s.item + 1:
        return None
    rest, keyword = s.rest_of_line(bold.end()), Token(KEYWORDS[word], word, start, bold.end())
    stop = bold.end() + len(rest)
    bare = bool(rest) and '"' not in rest
    text = as_text(Token("", "", bold.end(), stop), rest)
    return s.fault(
        "L124",
        f"`{bold[1]}` sets a word in bold elsewhere, and means nothing here",
        f"`{word}` alone",
        s.mend(start, stop, f"{word} {text.value if bare else rest}".rstrip()),
        start=start,
        end=start + len(bold[1]),
    )._replace(instead=(keyword, text) if bare else (keyword,), reread=stop if bare else bold.end(), restart=s.item)
