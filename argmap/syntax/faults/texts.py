"""Texts and their quotes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.syntax.broken import CLOSERS, end_of_broken, end_of_long
from argmap.syntax.faults.situation import Fault, as_text
from argmap.vocabulary import ATTRIBUTES, KEYWORDS

if TYPE_CHECKING:
    from argmap.diagnostics import Mend
    from argmap.syntax.faults.situation import Situation
    from argmap.syntax.lexer import Token

_LONG = '"""'
# What stands after the end of a text: nothing, a sign, or a word that goes on with the statement.
_GOES_ON = re.compile(r"\s*(?:$|[&{}#\]|]|as(?:\s+[\w-]+)?\s*(?:\{|$)|[a-z][a-z-]*:\s)")
_ENDS = re.compile(r"\s*[{&}]?\s*(?:#.*)?")  # what may stand after the quote that ends a text of several lines
_MOST_LINES = 12
_FIRST_WORD = re.compile(r'"([a-z][a-z-]*:?)\s')
_WORD = re.compile(r'[^\s"]+')
_NO_WORDS = "…"
_CURLY_ENDS = ("”", "“", "»", "’’")
_DOUBLED = re.compile(r'""([^"\n]+)""(?!")')
_LINE = 2000  # no more of a line is looked at
_PAIRED = frozenset(CLOSERS) - {"’"} | {
    '"'
}  # where one of them stands inside, nobody can be sure which quotes go together
_ESCAPED = "\0\0"  # what no text holds


def unclosed_text(s: Situation) -> Fault | None:
    """`"words`, or `words` after three quotes, without what closes them."""
    token = s.token
    if token.type == "OPEN_LONG":
        return _unclosed_long(s, token)
    if token.type != "OPEN_TEXT":
        return None
    runs_on = _runs_on(s, token)
    if runs_on is not None:
        return runs_on
    # A backslash at the end would escape the quote that closes.
    odd = (len(token.value) - len(token.value.rstrip("\\"))) % 2
    closed = token.value + ("\\" if odd else "") + '"'
    if token.value.endswith(_CURLY_ENDS):
        closed = token.value.rstrip("”“»’") + '"'
    found = s.fault(
        "L101",
        "this text has no closing quote on its line",
        'a `"` at the end of the line (a text of several lines stands between """ and """)',
        s.mend(token.start, token.end, closed),
    )
    return found._replace(instead=(as_text(token, token.value[1:] or _NO_WORDS),), go_on=s.at + 1)


def _runs_on(s: Situation, token: Token) -> Fault | None:
    """Say how a text of several lines is written, where one of the next lines ends it."""
    text, start = s.source.text, token.end
    if token.value.endswith(_CURLY_ENDS):
        return None  # this is how it was closed
    end = text.find('"', start)
    between = text[start : end if end >= 0 else start]
    if "\n" not in between or between.count("\n") > _MOST_LINES or "\n\n" in between:
        return None
    if not _ENDS.fullmatch(text[end + 1 : s.source.line_end(end)]):
        return None
    words = text[token.start + 1 : end]
    last = s.source.position(end).line
    found = s.fault(
        "L101",
        f"this text runs on to line {last}, and one quote holds only one line",
        'a text of several lines between """ and """',
        s.mend(token.start, token.end, f'""{token.value}', f'and """ where it ends, on line {last}')._replace(
            whole_line=False
        ),
        s.mend(token.start, end + 1, f'"{" ".join(words.split())}"', "on one line"),
    )
    return found._replace(instead=(as_text(token, " ".join(words.split()) or _NO_WORDS),), reread=end + 1)


def _unclosed_long(s: Situation, token: Token) -> Fault:
    text = token.value.rstrip()
    one_line = "\n" not in text
    closed = text + (" " if text.endswith(('"', "\\")) else "") + _LONG
    mends: tuple[Mend, ...] = (s.mend(token.start, token.start + len(text), closed),) if one_line else ()
    found = s.fault(
        "L101",
        'this text is opened by """ and never closed',
        'a second """ where the text ends'
        + ("" if one_line else f", perhaps on line {s.source.position(token.start + len(text)).line}"),
        *mends,
        end=token.start + 3,
    )
    return found._replace(instead=(as_text(token, text[3:].strip() or _NO_WORDS),), go_on=s.at + 1)


def long_text_too_long(s: Situation) -> Fault | None:
    """Three quotes that were never closed, so that the next three close them and their text stands bare."""
    before = s.before
    if (
        before is None
        or before.type != "TEXT"
        or not before.value.startswith(_LONG)
        or not s.same_line(before, s.token)
    ):
        return None
    end = end_of_long(before.value[:-3])
    if end == len(before.value) - 3:
        return None
    line = s.source.position(before.start + end + 1).line
    return s.fault(
        "L101",
        f'this text is opened by """ and runs over line {line}, which looks like no part of it',
        'a second """ where the text ends',
        start=before.start,
        end=before.start + 3,
    )._replace(reread=before.start + end)


def quote_before_word(s: Situation) -> Fault | None:
    """`"claim "…"`: a quote too many in front of a word of the language."""
    at = s.at - 1 if s.before is not None and s.before.type == "TEXT" and s.item == s.at - 1 else s.at
    token = s.tokens[at] if at < len(s.tokens) else s.token
    if token.type != "TEXT" or token.value.startswith(_LONG) or not s.source.text[token.end :][:1].strip():
        return None
    word = _FIRST_WORD.match(token.value)
    if word is None or (word[1] not in KEYWORDS and word[1].removesuffix(":") not in ATTRIBUTES) or at != s.item:
        return None
    return s.fault(
        "L124",
        f"the quote in front of `{word[1]}` makes a text of it",
        "a quote only where a text begins",
        s.mend(token.start, token.start + 1, ""),
        start=token.start,
        end=token.start + 1,
    )._replace(reread=token.start + 1)


def quote_in_text(s: Situation) -> Fault | None:
    """`"He said "no" to it."`; outside blocks the word could begin a move, so the error shows only after it."""
    if _shows_late(s):
        found = _quote_in_text(replace(s, at=s.at - 1))
        return found and (found._replace(instead=None) if found.restart is None else found)
    return _quote_in_text(s)


def _shows_late(s: Situation) -> bool:
    word, text = s.before, s.back(2)
    glued = word is not None and text is not None and text.type == "TEXT" and text.end == word.start
    return glued and s.token.type in {"TEXT", "OPEN_TEXT", "STRAY", "NAME"} and s.at > 1


def _quote_in_text(s: Situation) -> Fault | None:
    before, token = s.back(1), s.token
    if before is None or before.type != "TEXT" or before.end != token.start:
        return None
    if token.type in {"LBRACE", "RBRACE", "$END", "AND", "NEWLINE"} or _is_sign_between(s):
        return None
    if before.value.startswith(_LONG):
        return _quote_in_long(s, before)
    line_end = s.source.line_end(before.start)
    if before.value == '""' and (doubled := _DOUBLED.match(s.source.text, before.start)) is not None:
        return _doubled_quotes(s, before, doubled)
    end, mended = _meant(s.source.text[before.start : min(line_end, before.end + _LINE)], before)
    word = _WORD.match(s.source.text, token.start, end)
    go_on = s.at
    while go_on < len(s.tokens) and s.tokens[go_on].start < end:
        go_on += 1
    if go_on > s.at and s.tokens[go_on - 1].end > end:  # from here on, what is in quotes and what is not changed places
        while go_on < len(s.tokens) and s.same_line(s.tokens[go_on - 1], s.tokens[go_on]):
            go_on += 1
    found = s.fault(
        "L102",
        "the text ends before this word, because of the quote in front of it",
        'inner quotes as \\" or as typographic quotes',
        s.mend(before.start, end, mended),
        end=word.end() if word else token.start + 1,
    )
    return found._replace(instead=(), go_on=go_on)


def _doubled_quotes(s: Situation, before: Token, doubled: re.Match[str]) -> Fault:
    """`""words""`, as spreadsheets have it."""
    text = as_text(before, doubled[1])
    found = s.fault(
        "L102",
        "two quotes stand where one begins a text",
        'one `"` at each end',
        s.mend(before.start, doubled.end(), text.value),
        start=before.start,
        end=before.end,
    )
    at = go_on = s.at - 1
    while go_on < len(s.tokens) and s.tokens[go_on].start < doubled.end():
        go_on += 1
    heads = (index for index in (s.item, at - 1, at - 2) if index < at and s.tokens[index].type != "NAME")
    start = next(heads, None)  # the words may have begun an item of their own
    if start is None:
        return found
    return found._replace(instead=(*s.tokens[start:at], text), go_on=go_on, restart=start)


def _is_sign_between(s: Situation) -> bool:
    """Whether the token is a sign after a text, with no more of the text to come: `"A."; "B."`."""
    if s.token.type not in {"STRAY", "SEPARATOR", "RBRACKET"}:
        return False
    rest = s.source.text[s.token.end : s.source.line_end(s.token.end)][:_LINE]
    return rest.count('"') % 2 == 0 and not rest.startswith('"')


def _meant(line: str, before: Token) -> tuple[int, str]:
    """Guess where a text with quotes inside was meant to end, and write it with typographic ones."""
    line = line.replace('\\"', _ESCAPED)
    quotes = [at for at, char in enumerate(line) if char == '"']
    ends = [at for at in quotes[2:] if _GOES_ON.match(line, at + 1)]
    if ends:
        text = line[1 : ends[0]]
        end = ends[0] + 1
    else:
        end = len(before.value) + end_of_broken("OPEN_TEXT", line[len(before.value) :], in_row=False)
        text = line[1:end]
    inner = text.split('"')
    pairs = len(inner) - 1 - (len(inner) - 1) % 2  # a quote without a partner stands last
    mended = inner[0]
    for number, part in enumerate(inner[1:]):
        opens = number % 2 == 0 if number < pairs else mended[-1:].isspace()
        mended += ("“" if opens else "”") + part
    return before.start + end, '"' + mended.replace(_ESCAPED, '\\"') + '"'


def _quote_in_long(s: Situation, before: Token) -> Fault | None:
    """A quote just before the three that end a long text: they end it one quote too early."""
    quotes = len(s.source.text[before.end : before.end + 3]) - len(
        s.source.text[before.end : before.end + 3].lstrip('"')
    )
    if not quotes:
        return None
    end = before.end + quotes
    return s.fault(
        "L102",
        'a text between """ and """ cannot end in a quote',
        'the last quote as \\", or a space or a full stop after it',
        s.mend(before.end - 3, end, '\\"' * quotes + _LONG),
        start=before.end - 3,
        end=end,
    )


def typographic_quote(s: Situation) -> Fault | None:
    """`“words”`."""
    token = s.token
    if token.type == "STRAY" and token.value == "`":
        return _backticks(s, token)
    if token.type != "CURLY":
        return None
    quote = token.value[0]
    if token.start and s.source.text[token.start - 1].isalnum():
        return None  # an apostrophe in a name
    closed = len(token.value) > 1 and (token.value[-1] in CLOSERS[quote] or token.value[-1] == '"')
    words = token.value[1 : -1 if closed else None]
    words = words.strip() if quote in "«»‹›" else words  # which are set off by a space in some languages
    text = as_text(token, words)
    sure = closed and not any(char in _PAIRED for char in words)
    what = "the straight double quote, not with '" if quote == "'" else f"a straight quote, not with {quote}"
    found = s.fault(
        "L103",
        f"a text begins with {what}",
        'the straight quote "',
        s.mend(token.start, token.end, text.value)._replace(sure=sure),
        end=token.start + 1,
    )
    return found._replace(instead=(as_text(token, words or _NO_WORDS),), go_on=s.at + 1)


def _backticks(s: Situation, token: Token) -> Fault | None:
    """`claim `words``."""
    line = s.source.text[token.start + 1 : s.source.line_end(token.start)]
    words, closed, _ = line.partition("`")
    if not closed or not words.strip():
        return None
    end = token.start + len(words) + 2
    text = as_text(token, words)
    found = s.fault(
        "L103",
        "a text begins with a straight quote, not with `",
        'the straight quote "',
        s.mend(token.start, end, text.value),
    )
    return found._replace(instead=(text,), reread=end)
