"""Names that cannot be names, or stand where none can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.syntax.faults.situation import BEFORE_PREMISE, TAKES_A_NAME, Fault, as_text, name_for
from argmap.syntax.lexer import Token
from argmap.vocabulary import ATTRIBUTES, KEYWORDS, STATEMENT_KINDS

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Situation

_NO_REASON = frozenset({*BEFORE_PREMISE, "RBRACE", "LBRACE", "AS", "KEY", "$END"})
_LOOK_AHEAD = 500  # tokens
_MOST_WORDS = 8  # a longer row of words is no name
# Words of the language that may be part of what someone thought of as a name: things, not links.
_THINGS = frozenset({"KIND", "DECLARE", "MAP", "IMPORT", "SECTION", "MATRIX", "SCENARIO", "CHANGE"})
# Signs that people put into the names of sources: `Smith, J. (2020)`.
_SIGNS = frozenset({"SEPARATOR", "STRAY", "AND"})
_IN_A_NAME = frozenset(",.()&/")


def name_of_two_words(s: Situation) -> Fault | None:
    """`claim global warming "…"`."""
    first = _first_word(s)
    if first is None:
        return None
    end = s.at
    while end < min(len(s.tokens), first + _MOST_WORDS) and _may_be_in_name(s.tokens[end]):
        if not s.same_line(s.tokens[end - 1], s.tokens[end]):
            break
        end += 1
    if end - first < 2 or (s.token.type not in {"TEXT", "LBRACE", "OPEN_TEXT", "CURLY"} and end == s.at):  # noqa: PLR2004
        return None
    words = s.tokens[first:end]
    signs = [token.value for token in words if token.type in _SIGNS]
    if signs and (end == len(s.tokens) or s.tokens[end].type not in {"TEXT", "LBRACE"}):
        return None
    name = "-".join(token.value for token in words if token.type not in _SIGNS)
    head, stop = s.tokens[first - 1], words[-1].end
    found = s.fault(
        "L105",
        f"a name is one word, without `{signs[0]}`" if signs else "a name has no spaces in it",
        "one word, joined with `-`, then the text in quotes",
        s.mend(words[0].start, stop, name),
        start=words[1].start,
        end=stop,
    )._replace(named=(name,))
    if first - 1 in {s.item, s.item - 2} and head.type in {"KIND", "DECLARE"}:
        read = Token("NAME", name, words[0].start, stop)
        return found._replace(instead=(head, read), go_on=end, restart=first - 1)
    return found


def _first_word(s: Situation) -> int | None:
    """Find the first of the words that stand side by side up to the error, right after what takes a name."""
    first = s.at
    while first > 0 and s.at - first < _MOST_WORDS:
        before = s.tokens[first - 1]
        if first < len(s.tokens) and not s.same_line(before, s.tokens[first]):
            return None
        if before.type in TAKES_A_NAME:
            return first if first < s.at or before.type not in {"KIND", "DECLARE"} else None
        if not _may_be_in_name(before):
            return None
        first -= 1
    return None


def _may_be_in_name(token: Token) -> bool:
    return token.type == "NAME" or token.type in _THINGS or (token.type in _SIGNS and token.value in _IN_A_NAME)


def reserved_name(s: Situation) -> Fault | None:
    """`claim evidence "…"`: a word of the language as a name."""
    before, word = s.before, s.token.value
    if before is None or before.type not in TAKES_A_NAME | BEFORE_PREMISE or s.token.type == "NAME":
        return None
    if word not in KEYWORDS or (before.type == "AS" and s.token.type == "KIND"):
        return None
    if not s.same_line(before, s.token) or (before.type in BEFORE_PREMISE and s.token.type in BEFORE_PREMISE):
        return None
    thing = "a statement" if before.type in BEFORE_PREMISE | {"KIND"} else "anything"
    mends = [s.mend(s.token.start, s.token.end, f"{word}-1", f"if {word} was meant as its name")]
    if word in STATEMENT_KINDS and before.type == "KIND":
        what = "an observation" if word == "evidence" else f"a {word}"
        mends.append(s.mend(before.start, s.token.end, word, f"if it is {what}"))
    found = s.fault(
        "L107",
        f"`{word}` is a word of the language and cannot name {thing}",
        "a name, or a text in quotes" if before.type == "KIND" else "a name",
        *mends,
    )
    name = Token("NAME", word, s.token.start, s.token.end)
    return found._replace(instead=(name,), go_on=s.at + 1, named=(word,))


def name_after_text(s: Situation) -> Fault | None:
    """`claim "…" name`: the error shows at the name, or only at what follows it, for which it might be the subject."""
    at = s.at if s.token.type == "NAME" else s.at - 1
    if at < 2 or s.tokens[at].type != "NAME" or s.tokens[at - 1].type != "TEXT":  # noqa: PLR2004
        return None
    head, text, name = s.tokens[at - 2 : at + 1]
    if head.type not in {"KIND", "DECLARE"} or not s.same_line(text, name):
        return None
    found = s.fault(
        "L113",
        "the name stands before the text",
        f"`{head.value}`, the name, then the text in quotes",
        s.mend(head.end, name.end, f" {name.value} {text.value}"),
        start=name.start,
        end=name.end,
    )._replace(named=(name.value,))
    return found._replace(instead=(), go_on=s.at + 1) if at == s.at and head.type == "KIND" else found


def nothing_named(s: Situation) -> Fault | None:
    """`claim` or `because` with nothing after it."""
    before = s.before
    if before is None:
        return None
    if before.type in BEFORE_PREMISE:
        return _no_premise(s, before)
    return _no_name(s, before) if before.type in {"KIND", "DECLARE"} else None


def _no_premise(s: Situation, before: Token) -> Fault | None:
    if s.same_line(before, s.token) and s.token.type not in _NO_REASON:
        return None
    if s.token.type == before.type == "AND":
        found = s.fault("L110", "one `&` joins two reasons", "`&`", s.mend(s.token.start, s.token.end, ""))
        return found._replace(instead=(), go_on=s.at + 1)
    if s.token.type == "KEY" and s.token.value[:-1] not in ATTRIBUTES and s.same_line(before, s.token):
        return _name_with_colon(s, "assumption " if before.type == "SINCE" else "claim ")
    what = "no reason" if before.type in {"MOVE", "AND"} else "nothing"
    return s.fault(
        "L114",
        f"after `{before.value}` {what} follows",
        "a name, a text in quotes, or a statement",
        s.mend(before.start, before.end, f'{before.value} "…"')._replace(whole_line=False),
        start=before.start,
        end=before.end,
    )


def _no_name(s: Situation, head: Token) -> Fault:
    if s.token.type == "TEXT" and s.same_line(head, s.token):
        return _text_before_name(s, head)
    if s.token.type == "KEY" and s.following is not None and s.following.type == "TEXT":
        return _name_with_colon(s)
    if s.token.type == "KEY" and s.following is not None and s.following.type == "WORD":
        return _name_with_words(s)
    sign = _comment_sign(s, head)
    if sign is not None:
        return sign
    mend = f'{head.value} "…"' if head.type == "KIND" else f'{head.value} name "…"'
    return s.fault(
        "L114",
        f"after `{head.value}` neither a name nor a text follows",
        "a name, a text in quotes, or both" if head.type == "KIND" else "a name, then a text in quotes",
        s.mend(head.start, head.end, mend)._replace(whole_line=False),
        start=head.start,
        end=head.end,
    )


def _name_with_colon(s: Situation, kind: str = "") -> Fault:
    """`claim late: "…"`, `because late: "…"`."""
    name = s.token.value[:-1]
    return s.fault(
        "L126",
        f"`{s.token.value}` is written like an attribute; a name has no colon after it",
        "the name, then the text in quotes",
        s.mend(s.token.start, s.token.end, f"{kind}{name}"),
    )._replace(reread=s.token.end, named=(name,))


def _name_with_words(s: Situation) -> Fault:
    """`evidence prints: Fingerprints on the door`."""
    name, rest = s.token.value[:-1], s.rest_of_line(s.token.end)
    text = as_text(Token("", "", s.token.end, s.token.end + len(rest)), rest.strip())
    meant = Token("NAME", name, s.token.start, s.token.end - 1)
    return s.fault(
        "L126",
        f"`{s.token.value}` is written like an attribute; a name has no colon after it",
        "the name, then the text in quotes",
        s.mend(s.token.start, text.end, f"{name} {text.value}"),
    )._replace(instead=(meant, text), reread=text.end, named=(name,))


def _comment_sign(s: Situation, head: Token) -> Fault | None:
    """`claim #1 "…"`: nobody means a comment by that."""
    rest = s.source.text[head.end : s.source.line_end(head.end)]
    number = rest.lstrip()
    if not number.startswith("#") or not number[1:2].isalnum():
        return None
    start = head.end + len(rest) - len(number)
    return s.fault(
        "L126",
        "`#` begins a comment, which runs to the end of the line",
        "a name without `#`, then the text in quotes",
        s.mend(start, start + 1, ""),
        start=start,
        end=start + 1,
    )._replace(reread=start + 1)


def _text_before_name(s: Situation, head: Token) -> Fault:
    following = s.following
    if following is not None and following.type == "NAME" and s.same_line(s.token, following):
        return s.fault(
            "L113",
            "the name stands before the text",
            f"`{head.value}`, the name, then the text in quotes",
            s.mend(s.token.start, following.end, f"{following.value} {s.token.value}"),
            start=following.start,
            end=following.end,
        )
    name = (_rated(s) if head.value == "question" else "") or name_for(s.token.value)
    found = s.fault(
        "L114",
        f"a {head.value} needs a name, by which the map speaks of it",
        f"`{head.value}`, the name, then the text in quotes",
        s.mend(s.token.start, s.token.start, f"{name} "),
    )
    meant = Token("NAME", name, s.token.start, s.token.start)
    return found._replace(instead=(meant, s.token), go_on=s.at + 1, named=(name,))


def _rated(s: Situation) -> str:
    """Return the name of the question of the next matrix."""
    for index in range(s.at, min(len(s.tokens) - 1, s.at + _LOOK_AHEAD)):
        if s.tokens[index].type == "MATRIX" and s.tokens[index + 1].type == "NAME":
            return s.tokens[index + 1].value
    return ""


def title_without_quotes(s: Situation) -> Fault | None:
    """`voice Mr Smith`: what is meant as the title of a source or a voice."""
    at = s.item  # the error may show one word later
    if at < 2 or s.at > at + 1 or at >= len(s.tokens) or s.tokens[at].type != "NAME":  # noqa: PLR2004 - word and name
        return None
    head, first, second = s.tokens[at - 2 : at + 1]
    if head.type != "DECLARE" or first.type != "NAME" or not s.same_line(head, second):
        return None
    end = at
    while end < len(s.tokens) and s.tokens[end].type == "NAME" and s.same_line(s.tokens[end - 1], s.tokens[end]):
        end += 1
    words = s.source.text[first.start : s.tokens[end - 1].end]
    return s.fault(
        "L128",
        f"these words look like the title of a {head.value}, and texts stand in quotes",
        f"`{head.value}`, a name of one word, then the text in quotes",
        s.mend(first.start, s.tokens[end - 1].end, f'{name_for(words)} "{words}"'),
        start=first.start,
        end=s.tokens[end - 1].end,
    )._replace(named=(name_for(words),))


def matrix_of_nothing(s: Situation) -> Fault | None:
    """`matrix {`, without its question."""
    head = s.before
    if head is None or head.type != "MATRIX" or s.token.type != "LBRACE":
        return None
    before = (index for index in s.backwards() if s.tokens[index].value == "question")
    name = next((s.tokens[index + 1].value for index in before if s.tokens[index + 1].type == "NAME"), "QUESTION")
    return s.fault(
        "L114",
        "this matrix does not say which question it is about",
        "`matrix QUESTION { … }`",
        s.mend(s.token.start, s.token.start, f"{name} ")._replace(whole_line=name != "QUESTION"),
        start=head.start,
        end=head.end,
    )


def apostrophe(s: Situation) -> Fault | None:
    """`claim don't "…"`."""
    token = s.token
    if token.type != "CURLY" or not token.start or not s.source.text[token.start - 1].isalnum():
        return None
    return s.fault(
        "L126",
        f"`{token.value[0]}` cannot stand in a name",
        "letters of any script, digits, `-` and `_`",
        s.mend(token.start, token.start + 1, "-"),
        end=token.start + 1,
    )
