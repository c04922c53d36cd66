"""Attributes and their values, rows of tables, and characters that mean nothing."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.syntax.faults.expected import expected
from argmap.syntax.faults.situation import name_for
from argmap.syntax.lexer import Token
from argmap.vocabulary import ATTRIBUTES, KEYWORDS

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Fault, Situation


def value_on_next_line(s: Situation) -> Fault | None:
    """`note:`, and its text on the next line."""
    key = s.key_without_value
    if key is None or s.token.type not in {"TEXT", "NAME", "OPEN_TEXT", "CURLY", "LBRACKET"}:
        return None
    if (
        s.token.type == "NAME"
        and s.following is not None
        and s.following.type in {"MOVE", "RELATION", "UNLESS", "SINCE"}
    ):
        return None
    return s.fault(
        "L122",
        f"the value of `{key.value}` stands on the next line",
        "key and value on one line (long lists may run on within `[ ]`, long texts between three quotes)",
        Mend(f"{key.value} {s.rest_of_line(s.token.start)}"),
        start=key.start,
        end=key.end,
    )._replace(undo=True)


def attribute_outside(s: Situation) -> Fault | None:
    """An attribute outside of blocks."""
    if s.token.type != "KEY" or not s.begins_item or s.where != "items":
        return None
    word = s.token.value[:-1].lower()
    if word in KEYWORDS:
        return _word_with_colon(s, word)
    key = s.token.value[:-1]
    if s.following is not None and KEYWORDS.get(s.following.value) in {"MOVE", "RELATION", "UNLESS", "SINCE"}:
        return _subject_with_colon(s, key)
    text = s.following.value if s.following is not None and s.following.type == "TEXT" else ""
    if key not in ATTRIBUTES and text:
        return _named_by_key(s, key)
    return s.fault(
        "L117",
        f"`{s.token.value}` stands outside a block, so it belongs to nothing",
        "attributes within the block of what they describe",
        _in_a_block(s, key),
    )._replace(reopen="headless")


def _in_a_block(s: Situation, key: str) -> Mend:
    if key not in ATTRIBUTES:
        return Mend(f"# {s.item_text()}", "if it is a comment")
    said = s.item_text()
    said = ATTRIBUTES[key].example if said.endswith(":") else said
    heads = (s.tokens[index - 1 : index + 1] for index in s.backwards() if index and s.tokens[index].type == "NAME")
    for word, name in heads:
        if word.type in {"KIND", "DECLARE"}:
            if word.value in ATTRIBUTES[key].on:
                return Mend(f"{word.value} {name.value} … {{ {said} }}")
            break
    if key == "title":
        text = s.following.value if s.following is not None and s.following.type == "TEXT" else '"…"'
        return Mend(f"map {text}", "if it is the title of the whole map")
    if "map" in ATTRIBUTES[key].on:
        return Mend(f"map {{ {s.item_text()} }}", "if it tells of the whole map")
    return Mend(f'claim "…" {{ {s.item_text()} }}')


def _subject_with_colon(s: Situation, name: str) -> Fault:
    """`growth: because spending`."""
    return s.fault(
        "L126",
        f"`{s.token.value}` is written like an attribute; a name has no colon after it",
        "`name because …`",
        s.mend(s.token.start, s.token.end, name),
    )._replace(instead=(Token("NAME", name, s.token.start, s.token.end - 1),), reread=s.token.end)


def _named_by_key(s: Situation, name: str) -> Fault:
    """`C1: "…"`, as a name for a claim."""
    return s.fault(
        "L126",
        f"`{name}:` is written like an attribute; a name stands after the kind of its statement, without a colon",
        "`claim`, the name, then the text in quotes",
        s.mend(s.token.start, s.token.end, f"claim {name}"),
    )._replace(
        instead=(
            Token("KIND", "claim", s.token.start, s.token.start),
            Token("NAME", name, s.token.start, s.token.end - 1),
        ),
        reread=s.token.end,
        named=(name,),
    )


def _word_with_colon(s: Situation, word: str) -> Fault:
    """`claim: words`."""
    start = s.token.start
    rest = s.rest_of_line(s.token.end).strip()
    named = KEYWORDS[word] == "DECLARE" and bool(rest) and "{" not in rest
    quoted = rest if rest.startswith('"') or not rest else '"' + rest.replace('"', "'") + '"'
    stop = s.token.end + len(s.rest_of_line(s.token.end))
    return s.fault(
        "L123",
        f"`{word}` is a word of the language and no attribute, so it has no colon",
        f'`{word} "…"`',
        s.mend(start, stop, f"{word} {name_for(rest)} {quoted}" if named else f"{word} {quoted}".rstrip()),
    )


def attribute_without_colon(s: Situation) -> Fault | None:
    """`note "…"`, `base=0.5`, `base:0.5`: the name of an attribute without its colon, or no space after it."""
    token, sign = s.token, s.following
    if not s.begins_item or token.type != "NAME" or sign is None or not s.same_line(token, sign):
        return None
    if s.where not in {"block_items", "step_items", "attributes"}:
        return None
    if sign.type == "STRAY" and sign.value in ":=\N{FULLWIDTH COLON}":
        glued = sign.value == ":" and sign.start == token.end
        return s.fault(
            "L123",
            f"after `{token.value}:` a space is due before its value"
            if glued
            else f"an attribute is written `{token.value}:`, its colon right after its name",
            f"`{token.value}: value`",
            s.mend(token.end, sign.end, ": " if not s.source.text[sign.end : sign.end + 1].isspace() else ":"),
            end=sign.end,
        )
    if token.value in ATTRIBUTES:
        return s.fault(
            "L123",
            f"an attribute has a colon after its name: `{token.value}:`",
            f"`{token.value}: value`",
            s.mend(token.end, token.end, ":"),
        )
    return None


def attribute_on_the_line(s: Situation) -> Fault | None:
    """`because e weight strong`, `because "B." cite memo p3`: an attribute without its colon, on the line of a move."""
    before, key, value = s.before, s.token, s.following
    if before is None or key.type != "NAME" or key.value not in ATTRIBUTES or not s.same_line(before, key):
        return None
    if value is None or not s.same_line(key, value) or not (s.in_premises(s.at) or before.type == "RBRACE"):
        return None
    spec = ATTRIBUTES[key.value]
    if before.type == "NAME" and spec.choices and value.value not in spec.choices:
        return None
    end = key.start + len(s.source.text[key.start : s.source.line_end(key.start)].split("#")[0].rstrip(" \t{}"))
    of_step = "step" in spec.on and (before.type == "NAME" or "claim" not in spec.on)
    words = s.source.text[key.end : end]
    return s.fault(
        "L123",
        f"`{key.value}` is an attribute: it has a colon, and stands in a block",
        "`as { … }` for what describes the step" if of_step else "`{ … }` after the premise that it describes",
        s.mend(key.start, end, f"{'as ' if of_step else ''}{{ {key.value}:{words} }}"),
    )


def unclosed_list(s: Situation) -> Fault | None:
    """A `[` without its `]`."""
    if "RBRACKET" not in s.expected:
        return None
    index = next((index for index in s.backwards() if s.tokens[index].type == "LBRACKET"), s.at - 1)
    opener, last = s.tokens[index], s.tokens[s.at - 1]
    hidden = s.source.text.find("#", last.end, s.source.line_end(last.end))
    if hidden >= 0:
        return s.fault(
            "L119",
            "`#` begins a comment, which runs to the end of the line and takes the `]` with it",
            "a word without `#`",
            s.mend(hidden, hidden + 1, ""),
            start=hidden,
            end=hidden + 1,
        )._replace(reread=hidden + 1)
    end = last.start if last.type == "SEPARATOR" and last.value == "," else last.end
    found = s.fault(
        "L119",
        "this `[` is never closed",
        "a `]` after the last of its values",
        s.mend(end, last.end, "]"),
        start=opener.start,
        end=opener.end,
    )
    return found._replace(instead=(Token("RBRACKET", "]", end, end),), go_on=s.at)


def value_missing(s: Situation) -> Fault | None:
    """`by: anna >` and nothing after it."""
    before = s.before
    if before is None or before.type != "SEPARATOR" or "WORD" not in s.expected:
        return None
    start = before.start
    while start and s.source.text[start - 1] in " \t":
        start -= 1
    return s.fault(
        "L122",
        f"after `{before.value}` one more value is due",
        "a name after it, or no sign at all",
        s.mend(start, before.end, ""),
        start=before.start,
        end=before.end,
    )


def change_with_colon(s: Situation) -> Fault | None:
    """`assume: b`."""
    word = s.token.value[:-1]
    if s.token.type != "KEY" or s.where != "changes" or not s.begins_item or KEYWORDS.get(word) != "CHANGE":
        return None
    return s.fault(
        "L123",
        f"`{word}` is a word of the language and no attribute, so it has no colon",
        f"`{word} NAME`",
        s.mend(s.token.start, s.token.end, word),
    )._replace(instead=(Token("CHANGE", word, s.token.start, s.token.end - 1),), reread=s.token.end)


def bracket_too_many(s: Situation) -> Fault | None:
    """`tags: a]`."""
    if s.token.type != "RBRACKET":
        return None
    found = s.fault(
        "L118", "this `]` closes nothing", "a `[` before it, or no `]`", s.mend(s.token.start, s.token.end, "")
    )
    return found._replace(instead=(), go_on=s.at + 1)


def row_outside(s: Situation) -> Fault | None:
    """A row of a table outside a matrix."""
    if s.token.type != "ROW":
        return None
    return s.fault(
        "L118",
        "a row of a table stands outside a matrix",
        "rows within `matrix QUESTION { … }`",
        Mend(f"matrix question {{\n    {s.item_text()}\n}}"),
    )


def row_without_bar(s: Situation) -> Fault | None:
    """A row of a matrix that does not begin with a bar."""
    if s.where != "rows" or not s.begins_item or s.token.type not in {"NAME", "TEXT", "KIND"}:
        return None
    if s.following is None or s.following.type != "ROW":
        return None
    return s.fault(
        "L118",
        "a row of a table begins with a bar",
        "`| name | C | I |`",
        s.mend(s.token.start, s.token.start, "| "),
    )


def strange_character(s: Situation) -> Fault | None:
    """A character that means nothing where it stands."""
    token = s.token
    if token.type != "STRAY":
        return None
    char, end = token.value[0], token.end
    while end < len(s.source.text) and s.source.text[end] == char:
        end += 1
    name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
    shown = f"`{char * (end - token.start)}`" if char.isprintable() else f"an invisible character ({name})"
    at_end = char in ";,.:" and (s.following is None or not s.same_line(token, s.following))
    wanted = "nothing: a line needs no sign at its end" if at_end else expected(s)
    mend = s.mend(token.start, end, "") if at_end else s.mend(token.start, end, "", "if it is a slip")
    mend = mend._replace(sure=at_end and char in ";,")
    if not mend.text.strip():
        mend = Mend("leave it out")
    found = s.fault("L124", f"{shown} means nothing here", wanted, mend, end=end)
    return found._replace(instead=(), go_on=s.at + end - token.start)


def end_of_file(s: Situation) -> Fault | None:
    """The file ends in the middle of a statement."""
    if s.token.type != "$END":
        return None
    last = s.tokens[-1] if s.tokens else s.token
    return s.fault("L125", "the file ends in the middle of a statement", expected(s), start=last.start, end=last.end)
