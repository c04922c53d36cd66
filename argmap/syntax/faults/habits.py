"""Habits from elsewhere: comments, bullets, arrows, plain prose, as other notations have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.syntax.faults.situation import Fault, as_text
from argmap.syntax.lexer import Token
from argmap.vocabulary import KEYWORDS, RELATIONS

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Situation

_SIGNS = frozenset("+-*•–—><[(")
_COMMENTS = ("//", "/*", "<!--")
_OTHER_COMMENT = re.compile(r'(--|;+|%+)[^\S\n]+[^\s"]')
_CLOSES = {"/*": "*/", "<!--": "-->"}
_BULLET = re.compile(r"(?:[-+*•–—>]+|\d+[.)])[^\S\n]*")
# A heading of Argdown, in front of a text or alone: `[Name]: `, `<Name>: `.
_TITLE = re.compile(r"[\[<]([^\]>\n]+)[\]>]:?[^\S\n]*")
_ARROW = re.compile(r"(?:[-=~]+>|<[-=~]+)(?!>)")
_BOTH_WAYS = re.compile(r"<[-=~]*>|!=|><")
# What people write between two statements, and the word for it after the statement that it is about.
_ABOUT = {
    **dict.fromkeys(("supports", "support", "proves", "shows", "backs"), "because"),
    **dict.fromkeys(("attacks", "attack", "refutes", "rebuts", "opposes", "denies"), "but"),
    "undercuts": "unless",
    **dict.fromkeys(("therefore", "so", "hence", "thus", "implies", "then", "means"), "because"),
}
# The same where what it is about already stands first.
_AFTER = {**dict.fromkeys(("however", "although", "though"), "but"), "causes": "explains", "equals": "restates"}
_LIKE = 0.75
_LONGEST_COMMENT = 5000  # characters: no more is looked at for its end
_SENTENCE = 3  # so many words in a row are no names, but a sentence


def comment_sign(s: Situation) -> Fault | None:
    """`// words`, `/* words */`, `<!-- words -->`."""
    token, text = s.token, s.source.text
    sign = next((sign for sign in _COMMENTS if text.startswith(sign, token.start)), "")
    if not sign and (other := _OTHER_COMMENT.match(text, token.start)) is not None:
        sign = other[1] if other[1] == "--" or s.begins_line(token) else ""
    if token.type != "STRAY" or not sign:
        return None
    end = s.source.line_end(token.start)
    close = text.find(_CLOSES[sign], token.start, token.start + _LONGEST_COMMENT) if sign in _CLOSES else -1
    over = close if close >= 0 else end  # where the words of the comment end
    mends = [s.mend(token.start, end, f"# {text[token.start + len(sign) : min(over, end)].strip()}")]
    if over > end:
        mends = [mends[0]._replace(when="and `#` in front of each line of it", whole_line=False)]
    stop = over + len(_CLOSES[sign]) if close >= 0 else end
    go_on = s.at
    while go_on < len(s.tokens) and s.tokens[go_on].start < stop:
        go_on += 1
    found = s.fault(
        "L124", f"`{sign}` begins no comment here", "`#`, and the comment after it", *mends, end=token.start + len(sign)
    )
    return found._replace(instead=(), go_on=go_on)


def outline_sign(s: Situation) -> Fault | None:
    """`+ "…"`, `- words`, `1. "…"`, `[Name]: words`, as other notations have it."""
    token = s.token
    if s.begins_item and s.where != "changes" and _is_sign(token):
        start, sign = token.start, token.value[0]
    elif s.at == s.item + 1 and token.type == "STRAY" and token.value in ".)" and _is_number(s):
        start, sign = s.tokens[s.item].start, s.tokens[s.item].value + token.value
    else:
        return None
    if sign in "[(<>" and _BULLET.match(s.source.text, start) is None and s.where != "items":
        return None
    word = _move_of(s, sign, start)
    known = "`+` and `-` are outline signs" if sign in "+-" else f"`{sign}` is an outline sign"
    wanted = "`because` or `but` in the block of the claim" if word != "claim" else "`claim`, and its text in quotes"
    instead = _as_item(s, start, word)
    mends = [
        s.mend(start, s.source.line_end(start), instead)._replace(
            whole_line=s.where == "block_items" or word == "claim"
        )
    ]
    if s.where == "block_items" and sign == "-" and instead.startswith("but "):
        mends = [
            mends[0]._replace(when="if it is an objection"),
            s.mend(start, s.source.line_end(start), f"because {instead[4:]}", "if it is a reason, and `-` a bullet"),
        ]
    found = s.fault(
        "L112",
        f"{known}, not {'words' if sign in '+-' else 'a word'} of the language",
        wanted,
        *mends,
        start=start,
        end=start + len(sign),
    )
    follows = s.following is not None and s.following.type == "TEXT" and s.same_line(token, s.following)
    if s.where == "block_items" and token.type == "STRAY" and sign in "+-*" and follows:
        return found._replace(instead=(Token("MOVE", word, token.start, token.start + 1),), go_on=s.at + 1)
    return found


def _is_sign(token: Token) -> bool:
    if token.type == "NAME":
        return token.value[0] in "•–—"
    return token.type in {"STRAY", "SEPARATOR", "LBRACKET"} and token.value[:1] in _SIGNS


def _is_number(s: Situation) -> bool:
    number = s.tokens[s.item]
    return number.type == "NAME" and number.value.isdecimal() and s.begins_line(number)


def _move_of(s: Situation, sign: str, start: int) -> str:
    """Return the word that such a sign stands for: at the margin nothing is there that it could be a reason for."""
    if s.where == "items" and not s.source.indent(start):
        return "claim"
    return "but" if sign == "-" else "because"


def _as_item(s: Situation, start: int, word: str) -> str:
    """Write a line of an outline in the words of the language."""
    line = s.source.text[start : s.source.line_end(start)].rstrip()
    rest = line[found.end() :] if (found := _BULLET.match(line)) else line
    if rest.split(" ", 1)[0] in KEYWORDS:
        return rest
    title = _TITLE.match(rest)
    if title is None:
        return f"{word} {_quoted(rest)}"
    name = re.sub(r"[^\w]+", "-", title[1].lower()).strip("-_") or "name"
    text = rest[title.end() :]
    kind = "" if word == "claim" or not text else "claim "
    return f"{word} {kind}{name}{f' {_quoted(text)}' if text else ''}"


def _quoted(words: str) -> str:
    if words.startswith('"'):
        return words
    opens = words.endswith("{")
    text = words.removesuffix("{").strip().strip("“”").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text or "…"}"' + (" {" if opens else "")


def other_relation(s: Situation) -> Fault | None:
    """`b -> a`, `b supports a`: the reason first, then a sign or a verb, then what it is a reason for."""
    if s.where != "items" or s.item >= len(s.tokens) or s.at > s.item + 1:
        return None
    first = s.tokens[s.item]
    if first.type not in {"NAME", "TEXT"} or s.item + 1 >= len(s.tokens) or not s.begins_line(first):
        return None
    verb = s.tokens[s.item + 1]
    return _between(s, first, verb) if s.same_line(first, verb) else None


def _between(s: Situation, first: Token, verb: Token) -> Fault | None:
    text = s.source.text
    arrow = _ARROW.match(text, verb.start)
    small = verb.value.lower() if verb.type == "NAME" else ""
    if (both := _BOTH_WAYS.match(text, verb.start)) is not None:
        return _both_ways(s, first, verb, both)
    word = "because" if arrow else _ABOUT.get(small) or _AFTER.get(small)
    near = s.nearby(verb.value.lower(), RELATIONS, 1, _LIKE) if word is None and verb.type == "NAME" else []
    if near and first.type == "NAME":
        return _misspelt_relation(s, verb, near[0])
    if word is None:
        return None
    end = arrow.end() if arrow else verb.end
    shown = text[verb.start : end]
    other = next((token for token in s.tokens[s.item + 2 : s.item + 5] if token.start >= end), None)
    if other is None or other.type not in {"NAME", "TEXT"} or not s.same_line(verb, other):
        return None
    one, about = (other, first) if shown.startswith("<") or small in _AFTER else (first, other)
    mend = f"{about.value} {word} {one.value}"
    if about.type == "TEXT":
        mend = f"claim {about.value} {{ {word} {one.value} }}"
    mends = [s.mend(first.start, other.end, mend)]
    if small == "implies" and first.type == other.type == "NAME":
        mends.append(s.mend(verb.start, verb.end, "entails", "if whoever holds the one holds the other"))
    hint = f"what is to be shown comes first, then `{word}`" if small not in _AFTER else f"here it would be `{word}`"
    forms = {"unless": "`step unless exception`", "explains": "`cause explains effect`", "restates": "`A restates B`"}
    return s.fault(
        "L106",
        f"`{shown}` is not a word of the language; {hint}",
        forms.get(word, f"`conclusion {word} reason`"),
        *mends,
        start=verb.start,
        end=end,
    )


def _both_ways(s: Situation, first: Token, verb: Token, both: re.Match[str]) -> Fault | None:
    """`a <-> b`."""
    other = next((token for token in s.tokens[s.item + 2 : s.item + 5] if token.start >= both.end()), None)
    if other is None or (first.type, other.type) != ("NAME", "NAME") or not s.same_line(first, other):
        return None
    return s.fault(
        "L106",
        f"`{both[0]}` is not a word of the language; two that cannot both be true are joined by `excludes`",
        f"a relation ({', '.join(RELATIONS)})",
        s.mend(verb.start, both.end(), "excludes"),
        start=verb.start,
        end=both.end(),
    )


def if_then(s: Situation) -> Fault | None:
    """`if a then b`."""
    at = s.item
    words = s.tokens[at : at + 4]
    if s.where != "items" or [word.type for word in words] != ["NAME"] * 4 or not s.same_line(words[0], words[-1]):
        return None
    if (words[0].value.lower(), words[2].value.lower()) != ("if", "then"):
        return None
    one, other = words[1].value, words[3].value
    start, end = words[0].start, words[3].end
    return s.fault(
        "L106",
        "`if` is not a word of the language; what is to be shown comes first, then `because`",
        "`conclusion because reason`",
        s.mend(start, end, f"{other} because {one}", "if the one is a reason for the other"),
        s.mend(start, end, f"{one} entails {other}", "if whoever holds the one holds the other"),
        start=start,
        end=words[0].end,
    )


def because_in_relation(s: Situation) -> Fault | None:
    """`a contrasts b because "…"`: the reason of a relation is a text alone."""
    following = s.following
    if s.token.value != "because" or s.where != "items" or following is None or following.type != "TEXT":
        return None
    before = [token.type for token in s.tokens[max(0, s.at - 3) : s.at]]
    if before != ["NAME", "RELATION", "NAME"] or not s.same_line(s.tokens[s.at - 1], s.token):
        return None
    found = s.fault(
        "L118",
        "the reason of a relation is a text alone, without `because`",
        f'`A {s.tokens[s.at - 2].value} B "…"`',
        s.mend(s.token.start, following.start, ""),
    )
    read = (*s.tokens[s.at - 3 : s.at], following)
    return found._replace(instead=read, go_on=s.at + 2, undo=True, restart=s.at - 3)


def relation_on_the_line(s: Situation) -> Fault | None:
    """`claim b "…" -> a`, `claim b "…" supports a`: a step on the line of its reason."""
    at = s.item if s.item in {s.at, s.at - 1} and s.item < len(s.tokens) else s.at  # the error may show one word later
    verb = s.tokens[at] if at < len(s.tokens) else s.token
    if at < 3 or s.where != "items" or s.begins_line(verb):  # noqa: PLR2004 - kind, name and text before it
        return None
    head, name, said = s.tokens[at - 3 : at]
    arrow = _ARROW.match(s.source.text, verb.start)
    word = "because" if arrow else _ABOUT.get(verb.value.lower()) if verb.type == "NAME" else None
    if word is None or (head.type, name.type, said.type) != ("KIND", "NAME", "TEXT") or not s.same_line(head, verb):
        return None
    end = arrow.end() if arrow else verb.end
    other = next((token for token in s.tokens[at + 1 : at + 5] if token.start >= end), None)
    if other is None or other.type != "NAME" or not s.same_line(verb, other):
        return None
    one, about = (other, name) if arrow and arrow[0].startswith("<") else (name, other)
    return s.fault(
        "L106",
        f"`{s.source.text[verb.start : end]}` is not a word of the language; a step stands on a line of its own",
        f"`conclusion {word} reason`",
        s.mend(said.end, other.end, f"\n{about.value} {word} {one.value}"),
        start=verb.start,
        end=end,
    )


def row_of_commas(s: Situation) -> Fault | None:
    """`e, C, I`: a row as in a spreadsheet."""
    if s.where != "rows" or not s.begins_item or s.token.type not in {"NAME", "SEPARATOR"}:
        return None
    line = s.source.text[s.token.start : s.source.line_end(s.token.start)].rstrip()
    if "," not in line or any(sign in line for sign in '|"{}'):
        return None
    cells = " | ".join(cell.strip() for cell in line.split(","))
    return s.fault(
        "L118",
        "the cells of a row stand between bars",
        "`| name | C | I |`",
        s.mend(s.token.start, s.token.start + len(line), f"| {cells} |".replace("|  |", "| |")),
    )


def change_outside(s: Situation) -> Fault | None:
    """`assume "…"` outside a scenario."""
    if s.token.type != "CHANGE" or not s.begins_item or s.where != "items":
        return None
    mends = [Mend(f'scenario "…" {{ {s.item_text()} }}', "if it is to be tried out")]
    if s.token.value == "assume" and s.following is not None and s.following.type == "TEXT":
        mends.insert(0, s.mend(s.token.start, s.token.end, "assumption", "if it is taken for granted"))
    return s.fault("L118", f"`{s.token.value}` belongs in a `scenario`", '`scenario "…" { … }` around it', *mends)


def _misspelt_relation(s: Situation, verb: Token, meant: str) -> Fault:
    return s.fault(
        "L106",
        f"`{verb.value}` is not a word of the language",
        f"`because`, `but` or a relation ({', '.join(RELATIONS)})",
        s.mend(verb.start, verb.end, meant),
        start=verb.start,
        end=verb.end,
    )


def sentence(s: Situation) -> Fault | None:
    """Plain prose where an item should begin."""
    if s.where not in {"items", "block_items"} or s.item >= len(s.tokens) or s.at > s.item + 1:
        return None
    first = s.tokens[s.item]
    line = s.source.text[first.start : s.source.line_end(first.start)].rstrip()
    if first.type != "NAME" or not s.begins_line(first) or any(sign in line for sign in '"{}|[]&#:„“”«»'):
        return None
    words = line.split()
    if len(words) < _SENTENCE + (line[-1] not in ".!?") or any(word in KEYWORDS for word in words[:2]):
        return None
    word = "claim" if s.where == "items" else "because"
    return s.fault(
        "L128",
        "these words look like a text, and texts stand in quotes",
        "`claim`, and the text in quotes" if word == "claim" else "`because` or `but`, and the text in quotes",
        s.mend(first.start, first.start + len(line), f"{word} {as_text(first, line).value}"),
        start=first.start,
        end=first.start + len(line),
    )
