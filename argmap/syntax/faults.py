"""What to say of an error of form: each kind of slip has a small function that knows it, asked in order.

A token name is never shown: what was expected is said in the words of someone who writes maps.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.near import near as near_words
from argmap.diagnostics import Diagnostic, Label, Mend
from argmap.syntax.lexer import Token
from argmap.vocabulary import ATTRIBUTES, KEYWORDS, RELATIONS, STATEMENT_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.source import Source

_QUOTES = "“”„‟«»‹›「」『』‘’‚‛"
_TAKES_A_NAME = {"KIND", "DECLARE", "AS", "OF", "BY", "MATRIX", "CHANGE", "RELATION"}
# Words people write where the language has another, and what they most likely mean.
_OTHER_WORDS = {
    **dict.fromkeys(
        ("therefore", "thus", "hence", "so", "consequently", "ergo", "conclusion"),
        "the conclusion comes first, its reasons after",
    ),
    **dict.fromkeys(("supports", "support", "proves", "for", "pro", "reason", "premise", "argument"), "a reason is `because`"),
    **dict.fromkeys(("attacks", "attack", "objection", "against", "con", "however", "although"), "an objection is `but`"),
    **dict.fromkeys(("except", "if", "undercut", "rebuttal"), "what breaks a step is `unless`"),
    **dict.fromkeys(("warrant", "given", "assuming"), "the licence of a step is `since`"),
    **dict.fromkeys(("fact", "observation", "data"), "an observation is `evidence`"),
    **dict.fromkeys(("statement", "thesis", "contention"), "what can be disputed is a `claim`"),
    **dict.fromkeys(("implies", "then"), "whoever holds A holds B is `A entails B`"),
    **dict.fromkeys(("and", "also", "or"), "reasons that need each other are joined by `&`; each of its own has its own `because`"),
}


@dataclass(frozen=True)
class Situation:
    """Where the parser stood: the token it could not take, the item it was in, and the lists and braces open there."""

    source: Source
    tokens: list[Token]
    at: int
    item: int
    expected: frozenset[str]
    where: str
    braces: tuple[Token, ...]
    unclosed: bool = False

    @property
    def token(self) -> Token:
        """The token that does not fit; at the end of the text an empty one."""
        if self.at < len(self.tokens):
            return self.tokens[self.at]
        end = len(self.source.text)
        return Token("$END", "", end, end)

    def back(self, steps: int) -> Token | None:
        """The token so many places before it."""
        return self.tokens[self.at - steps] if self.at >= steps else None

    @property
    def before(self) -> Token | None:
        """The token before it, if it belongs to the same item."""
        return self.tokens[self.at - 1] if self.at > self.item else None

    @property
    def begins_item(self) -> bool:
        """Whether the error is the first token of an item."""
        return self.at == self.item

    def same_line(self, one: Token, other: Token) -> bool:
        """Whether two tokens stand on one line."""
        return "\n" not in self.source.text[one.end : other.start]

    def rest_of_line(self, start: int) -> str:
        """The text from an offset to the end of its line, without a comment or an opening brace at its end."""
        end = self.source.text.find("\n", start)
        line = self.source.text[start : end if end >= 0 else None]
        return line.rstrip().removesuffix("{").rstrip()

    def item_text(self) -> str:
        """The line of the broken item from its first token."""
        return self.rest_of_line(self.tokens[self.item].start) if self.item < len(self.tokens) else ""

    def fault(self, code: str, message: str, help: str, *mends: Mend, **places: object) -> Diagnostic:  # noqa: A002
        """Make a diagnostic; `start`, `end` and `related` may be given, else it points at the token."""
        start, end = places.get("start", self.token.start), places.get("end", self.token.end)
        related = places.get("related", ())
        return Diagnostic(
            code,
            message,
            Label(self.source, int(start), int(end)),  # type: ignore[call-overload]
            help,
            mends,
            tuple(related),  # type: ignore[arg-type]
        )


def explain(situation: Situation) -> Diagnostic:
    """Say what is wrong, what was expected, and how it may be mended."""
    for knows in _KINDS:
        found = knows(situation)
        if found is not None:
            return found
    return _anything_else(situation)


# Texts and their quotes.


def _unclosed_text(s: Situation) -> Diagnostic | None:
    token = s.token
    if token.type == "OPEN_LONG":
        return s.fault(
            "L101", 'this text is opened by """ and never closed', 'a second """ where the text ends',
            Mend(f'{_short(token.value.splitlines()[0])} …"""'), end=token.start + 3,
        )  # fmt: skip
    if token.type != "OPEN_TEXT":
        return None
    text = token.value.rstrip()
    trailing = text.endswith("{") and s.where != "rows"
    shown = text.removesuffix("{").rstrip() if trailing else text
    closed = s.source.text[s.tokens[s.item].start : token.start] + _closed(shown) + (" {" if trailing else "")
    return s.fault(
        "L101", "this text has no closing quote on its line",
        'a `"` at the end of the line (a text of several lines stands between """ and """)',
        Mend(closed.split("\n")[-1].strip()), end=token.start + len(text),
    )  # fmt: skip


def _closed(text: str) -> str:
    # An odd number of backslashes at the end would escape the quote that closes.
    return text + ("\\" if (len(text) - len(text.rstrip("\\"))) % 2 else "") + '"'


def _quote_in_text(s: Situation) -> Diagnostic | None:
    before, token = s.before, s.token
    if before is None or before.type != "TEXT" or before.end != token.start or token.type in {"LBRACE", "RBRACE", "$END", "AND"}:
        return None
    line = s.rest_of_line(before.start)
    last = line.rfind('"')
    inner = line[1:last].split('"') if last > 0 else [before.value[1:-1]]
    if len(inner) % 2 == 0:  # an odd number of inner quotes: the last one has no partner
        inner[-2:] = [inner[-2] + "”" + inner[-1]]
    mended = "".join(part if i == 0 else ("“" if i % 2 else "”") + part for i, part in enumerate(inner))
    tail = line[last + 1 :] if last > 0 else ""
    end = token.end if token.type in {"NAME", "WORD", *set(KEYWORDS.values())} else token.start + 1
    inside = s.source.text[token.start : s.source.text.find("\n", token.start)]
    word_end = token.start + len(inside.split('"')[0].rstrip()) if '"' in inside else end
    return s.fault(
        "L102", "the text ends before this word, because of the quote in front of it",
        'inner quotes as \\" or as typographic quotes',
        Mend(s.source.text[s.source.line_start(before.start) : before.start].lstrip() + '"' + mended + '"' + tail),
        end=max(end, min(word_end, token.end if token.type == "OPEN_TEXT" else word_end)),
    )  # fmt: skip


def _typographic_quote(s: Situation) -> Diagnostic | None:
    token = s.token
    if token.value[:1] not in {*_QUOTES, "'"} or token.type not in {"CURLY", "STRAY"}:
        return None
    line = s.rest_of_line(token.start)
    close = max((line.rfind(quote, 1) for quote in (*_QUOTES, "'", '"')), default=-1)
    text = line[1:close] if close > 0 else line[1:]
    after = line[close + 1 :] if close > 0 else ""
    text = text.replace('"', '\\"')
    start = s.source.line_start(token.start)
    return s.fault(
        "L103", f'a text begins with a straight quote, not with {token.value[0]}',
        'the straight quote "',
        Mend(s.source.text[start : token.start].lstrip() + f'"{text}"{after}'), end=token.start + 1,
    )  # fmt: skip


# Blocks.


def _unclosed_block(s: Situation) -> Diagnostic | None:
    at_end = s.token.type == "$END" and s.braces and s.begins_item
    if not (s.unclosed or at_end):
        return None
    opener, closer = _culprit(s)
    line = s.source.position(s.token.start).line
    where = "the end of the file" if at_end else f"the next statement at the margin (line {line})"
    related = () if at_end else (Label(s.source, s.token.start, s.token.end, "where the next statement begins"),)
    indent = " " * s.source.indent(opener.start)
    if closer is not None:
        brace_line = s.source.position(closer.start).line
        outer = s.source.position(_opener_at(s, s.source.indent(closer.start), opener)).line
        mend = Mend(
            f"put `{indent}}}` after line {brace_line - 1}: "
            f"the `}}` on line {brace_line} is indented like line {outer}, so it looks meant for that block"
        )
    else:
        last = s.tokens[s.at - 1] if s.at else opener
        mend = Mend(f"put `{indent}}}` after line {s.source.position(last.start).line}")
    return s.fault(
        "L104", "this `{` is never closed", f"a `}}` before {where}", mend,
        start=opener.start, end=opener.end, related=related,
    )  # fmt: skip


def _culprit(s: Situation) -> tuple[Token, Token | None]:
    """Find the `{` that was left open: the first whose `}` is indented like an outer block, else the innermost."""
    stack: list[Token] = []
    for token in s.tokens[: s.at]:
        if token.type == "LBRACE":
            stack.append(token)
        elif token.type == "RBRACE" and stack:
            opener = stack.pop()
            if (
                s.source.begins_line(token.start)
                and s.source.indent(token.start) < s.source.indent(opener.start)
                and any(s.source.indent(outer.start) == s.source.indent(token.start) for outer in stack)
            ):
                return opener, token
    return s.braces[-1], None


def _opener_at(s: Situation, indent: int, inner: Token) -> int:
    openers = [t.start for t in s.tokens if t.type == "LBRACE" and t.start < inner.start]
    return next((start for start in reversed(openers) if s.source.indent(start) == indent), inner.start)


def _stray_close(s: Situation) -> Diagnostic | None:
    if s.token.type != "RBRACE" or s.braces:
        return None
    return s.fault("L109", "this `}` closes nothing", "a `{` before it, or no `}`", Mend("leave it out"))


# Names.


def _name_of_two_words(s: Situation) -> Diagnostic | None:
    words = _words_before(s)
    if len(words) < 1 or words[0] == 0:
        return None
    head, first = s.tokens[words[0] - 1], words[0]
    if head.type not in _TAKES_A_NAME or not s.same_line(head, s.tokens[first]):
        return None
    end = s.at
    while end < len(s.tokens) and _is_word(s.tokens[end]) and s.same_line(s.tokens[end - 1], s.tokens[end]):
        end += 1
    if end - first < 2 or (s.token.type not in {"TEXT", "LBRACE", "OPEN_TEXT"} and end == s.at):
        return None
    name = "-".join(token.value for token in s.tokens[first:end])
    start, stop = s.tokens[first].start, s.tokens[end - 1].end
    line = s.source.text[s.source.line_start(start) : start].lstrip() + name + s.rest_of_line(stop)
    return s.fault(
        "L105", "a name has no spaces in it",
        "one word, joined with `-`, then the text in quotes", Mend(line), start=s.tokens[first + 1].start, end=stop,
    )  # fmt: skip


def _words_before(s: Situation) -> range:
    """The words that stand side by side just before the error, on its line, after what takes a name."""
    first = s.at
    while first > 0 and _is_word(s.tokens[first - 1]) and (first == len(s.tokens) or s.same_line(s.tokens[first - 1], s.tokens[first])):
        if s.tokens[first - 1].type in _TAKES_A_NAME:
            break
        first -= 1
    return range(first, s.at + 1)


def _is_word(token: Token) -> bool:
    return token.type == "NAME" or token.value in KEYWORDS


def _reserved_name(s: Situation) -> Diagnostic | None:
    before, word = s.before, s.token.value
    if before is None or before.type not in _TAKES_A_NAME | {"MOVE", "AND", "SINCE", "UNLESS"} or word not in KEYWORDS:
        return None
    if before.type not in _TAKES_A_NAME and s.token.type in {"MOVE", "SINCE", "UNLESS"} and not s.same_line(before, s.token):
        return None
    if before.type == "AS" and s.token.type == "KIND":
        return None
    following = s.tokens[s.at + 1] if s.at + 1 < len(s.tokens) else None
    text = following.value if following is not None and following.type == "TEXT" else '"…"'
    mends = [Mend(f"{before.value} {word}-1 {text}", f"if {word} was meant as its name")]
    if word in STATEMENT_KINDS and before.type == "KIND":
        mends.append(Mend(f"{word} {text}", "if it is an observation" if word == "evidence" else f"if it is a {word}"))
    thing = "a statement" if before.type in {"KIND", "MOVE", "AND", "SINCE", "UNLESS"} else "anything"
    return s.fault(
        "L107", f"`{word}` is a word of the language and cannot name {thing}",
        "a name, or a text in quotes" if before.type == "KIND" else "a name", *mends,
    )  # fmt: skip


def _name_after_text(s: Situation) -> Diagnostic | None:
    before, head = s.before, s.back(2)
    if before is None or head is None or before.type != "TEXT" or s.token.type != "NAME":
        return None
    if head.type not in {"KIND", "DECLARE"} or not s.same_line(before, s.token):
        return None
    return s.fault(
        "L113", "the name stands before the text", f"`{head.value}`, the name, then the text in quotes",
        Mend(f"{head.value} {s.token.value} {before.value}"),
    )  # fmt: skip


def _nothing_named(s: Situation) -> Diagnostic | None:
    before = s.before
    if before is None or before.type not in {"KIND", "DECLARE"}:
        return None
    mend = f'{before.value} "…"' if before.type == "KIND" else f'{before.value} name "…"'
    return s.fault(
        "L114", f"after `{before.value}` neither a name nor a text follows",
        "a name, a text in quotes, or both" if before.type == "KIND" else "a name, then a text in quotes",
        Mend(mend), start=before.start, end=before.end,
    )  # fmt: skip


# Links between premises.


def _missing_link(s: Situation) -> Diagnostic | None:
    before, token = s.before, s.token
    if before is None or "AND" not in s.expected:
        return None
    if token.type == "SEPARATOR" or token.value in {"and", "plus", "or"} or (token.type == "STRAY" and token.value in ";+/"):
        first, mended = token, s.source.text[s.tokens[s.item].start : token.start].rstrip() + " & "
        rest = s.rest_of_line(token.end).strip()
        return s.fault(
            "L110", f"`{token.value}` does not join two reasons",
            "`&` if the reasons need each other, or a new `because` if each counts alone",
            Mend(_last_line(mended) + rest), start=first.start, end=first.end,
        )  # fmt: skip
    if token.type not in {"TEXT", "NAME", "KIND", "OPEN_TEXT"} or before.type not in {"TEXT", "NAME", "RBRACE"}:
        return None
    if not s.same_line(before, token):
        return None
    head = _last_line(s.source.text[s.tokens[s.item].start : before.end])
    return s.fault(
        "L110", "two premises stand side by side with nothing between them",
        "`&` if the reasons need each other, or a new `because` if each counts alone",
        Mend(f"{head} & {s.rest_of_line(token.start)}"),
    )  # fmt: skip


def _missing_link_outside(s: Situation) -> Diagnostic | None:
    """`a because b c`, outside blocks: `c` could have begun a move of its own, so the error shows only after it."""
    before, one = s.before, s.back(2)
    if before is None or one is None or before.type != "NAME" or s.item != s.at - 1:
        return None
    if one.type not in {"NAME", "TEXT"} or not s.same_line(one, before):
        return None
    line = s.source.text[s.source.line_start(one.start) : one.end].lstrip()
    return s.fault(
        "L110", "two premises stand side by side with nothing between them",
        "`&` if the reasons need each other, or a new `because` if each counts alone",
        Mend(f"{line} & {s.rest_of_line(before.start)}"), start=before.start, end=before.end,
    )  # fmt: skip


# Words that begin an item.


def _outline_sign(s: Situation) -> Diagnostic | None:
    if not (s.begins_item and s.token.value[:1] in {"+", "-", "*", "•", "–", "—", ">", "<", "[", "("}):
        return None
    if s.token.type not in {"STRAY", "SEPARATOR", "NAME", "LBRACKET"} or s.token.type == "NAME" and s.token.value[0] not in "•–—":
        return None
    sign = s.token.value[:1]
    rest = s.rest_of_line(s.token.start + 1).strip() or '"…"'
    word = "but" if sign == "-" else "because"
    known = "`+` and `-` are outline signs" if sign in "+-" else f"`{sign}` is an outline sign"
    return s.fault(
        "L112", f"{known}, not {'words' if sign in '+-' else 'a word'} of the language",
        "`because` or `but` in the block of the claim", Mend(f"{word} {rest}"), end=s.token.start + 1,
    )  # fmt: skip


def _text_without_a_move(s: Situation) -> Diagnostic | None:
    if not s.begins_item or s.token.type not in {"TEXT", "OPEN_TEXT"}:
        return None
    text = s.token.value
    if s.where == "items":
        return s.fault(
            "L111", "a text stands here without a word that says what it is",
            "`claim`, `evidence`, `assumption` or `hypothesis` before it", Mend(f"claim {text}"),
        )  # fmt: skip
    if s.where == "step_items":
        mends = [Mend(f"since {text}", "if it is the licence of the step"), Mend(f"unless {text}", "if it breaks the step")]
        return s.fault(
            "L111", "a text stands here without a word that says what it does",
            "`since`, `unless` or an attribute", *mends,
        )  # fmt: skip
    cite = _last_citation(s)
    mends = [Mend(f"because {text}")] + ([Mend(f"{cite} {text}")] if cite else [])
    return s.fault(
        "L111", "a text stands here without a word that says what it does",
        "`because` (a reason) or `but` (an objection); words quoted from a source stand on the line of their `cite:`",
        *mends,
    )  # fmt: skip


def _last_citation(s: Situation) -> str:
    for token in reversed(s.tokens[: s.at]):
        if token.type == "KEY" and token.value == "cite:":
            return s.rest_of_line(token.start)
        if token.type == "LBRACE":
            return ""
    return ""


def _astray(s: Situation) -> Diagnostic | None:
    if not s.begins_item or s.token.type not in {"SINCE", "UNLESS"}:
        return None
    word = s.token.value
    return s.fault(
        "L131" if word == "unless" else "L130",
        f"`{word}` belongs to a `because` or `but`, and none stands before it here",
        f"`{word}` after its step and indented deeper, or a named step before it: `name {word} …`",
        Mend(f'because "…"\n    {s.item_text()}'),
        *([Mend(f"but {s.rest_of_line(s.token.end).strip()}", "if it speaks against the claim itself")] if word == "unless" else []),
    )  # fmt: skip


def _move_without_subject(s: Situation) -> Diagnostic | None:
    if not s.begins_item or s.where != "items" or s.token.type not in {"MOVE", "RELATION", "AS"}:
        return None
    word = s.token.value
    name = _last_name(s) or "name"
    return s.fault(
        "L116", f"`{word}` stands outside a block, and nothing before it says what it is about",
        f"the name of a statement before `{word}`, or `{word}` within the block of its statement",
        Mend(f"{name} {s.item_text()}"),
    )  # fmt: skip


def _last_name(s: Situation) -> str:
    for index in range(s.at - 1, 0, -1):
        if s.tokens[index].type == "NAME" and s.tokens[index - 1].type == "KIND":
            return s.tokens[index].value
    return ""


def _attribute_outside(s: Situation) -> Diagnostic | None:
    if s.token.type != "KEY" or not s.begins_item or s.where != "items":
        return None
    return s.fault(
        "L117", f"`{s.token.value}` stands outside a block, so it belongs to nothing",
        "attributes within the block of what they describe", Mend(f'claim "…" {{ {s.item_text()} }}'),
    )  # fmt: skip


def _statement_without_a_move(s: Situation) -> Diagnostic | None:
    if s.where not in {"block_items", "step_items"} or not s.begins_item:
        return None
    if s.token.type == "KIND":
        mends = [Mend(f"because {s.item_text()}", "if it is a reason"), Mend(f"but {s.item_text()}", "if it is an objection")]
        if s.where == "step_items":
            mends = [Mend(f"unless {s.item_text()}", "if it breaks the step"), Mend(f"since {s.item_text()}", "if it licenses the step")]
        message = f"a {s.token.value} stands within the block of another statement, without a word that says what it does there"
    elif s.token.type in {"RELATION", "DECLARE", "SECTION", "MATRIX", "SCENARIO", "IMPORT", "MAP"}:
        mends, message = [Mend("put it after the `}` of this block")], f"`{s.token.value}` cannot stand within the block of a statement"
    elif s.token.type == "NAME" and s.at + 1 < len(s.tokens) and s.tokens[s.at + 1].type in {"MOVE", "RELATION", "UNLESS", "SINCE"}:
        word = s.tokens[s.at + 1]
        message = "within a block the subject is the statement it belongs to, and is not named again"
        mends = [Mend(s.rest_of_line(word.start), "if it is about this statement"), Mend("put the line after the `}` of this block")]
    else:
        return None
    return s.fault("L115", message, _items_of(s.where), *mends)


def _step_in_a_step(s: Situation) -> Diagnostic | None:
    if s.where == "step_items" and s.begins_item and s.token.type == "MOVE":
        return s.fault(
            "L115", f"`{s.token.value}` cannot stand in the block of a step: that block says how the step works",
            _items_of(s.where), Mend("put it in the block of a statement"),
            Mend(f"unless {s.rest_of_line(s.token.end).strip()}", "if it breaks the step"),
        )  # fmt: skip
    return None


def _not_a_word(s: Situation) -> Diagnostic | None:
    token = s.token
    if token.type not in {"NAME", "KEY"} or not (s.begins_item or s.where == "items" and s.item == s.at - 1 and s.before):
        return None
    word = token if s.begins_item else s.tokens[s.item]
    if word.type != "NAME":
        return None
    small = word.value.lower()
    rest = s.rest_of_line(word.end).strip()
    known = _words_of(s.where)
    if small in KEYWORDS and small != word.value:
        return s.fault(
            "L108", "the words of the language are written small", f"`{small}`", Mend(f"{small} {rest}".strip()),
            start=word.start, end=word.end,
        )  # fmt: skip
    if small in _OTHER_WORDS:
        hint = f"; {_OTHER_WORDS[small]}"
        mends = _other_mends(s, small, rest)
    elif near := near_words(small, [*known, *(f"{key}:" for key in ATTRIBUTES)], 1, 0.7):
        hint, mends = "", [Mend(f"{near[0]} {rest}".strip())]
    else:
        hint, mends = "", []
    return s.fault(
        "L106", f"`{word.value}` is not a word of the language{hint}", _items_of(s.where), *mends,
        start=word.start, end=word.end,
    )  # fmt: skip


def _other_mends(s: Situation, word: str, rest: str) -> list[Mend]:
    if word in {"therefore", "thus", "hence", "so", "consequently", "ergo", "conclusion"}:
        text = rest if rest.startswith('"') else '"…"'
        reason = _last_name(s) or '"…"'
        return [Mend(f"claim {text} {{ because {reason} }}")]
    for_word = {"a reason is `because`": "because", "an objection is `but`": "but"}
    for_word |= {"what breaks a step is `unless`": "unless", "the licence of a step is `since`": "since"}
    for_word |= {"an observation is `evidence`": "evidence", "what can be disputed is a `claim`": "claim"}
    better = for_word.get(_OTHER_WORDS[word])
    return [Mend(f"{better} {rest}".strip())] if better else []


# Values and references.


def _reference_with_block(s: Situation) -> Diagnostic | None:
    before = s.before
    if s.token.type != "LBRACE" or before is None or before.type != "NAME" or "AND" not in s.expected:
        return None
    return s.fault(
        "L141", f"`{before.value}` is only named here; its block stands where it is defined",
        "details of the step after `as`", Mend(f"{_last_line(s.source.text[s.tokens[s.item].start : before.end])} as {{ …"),
    )  # fmt: skip


def _unclosed_list(s: Situation) -> Diagnostic | None:
    if "RBRACKET" not in s.expected:
        return None
    opener = next((t for t in reversed(s.tokens[: s.at]) if t.type == "LBRACKET"), s.token)
    return s.fault(
        "L119", "this `[` is never closed", "a `]` after the last of its values",
        Mend(s.rest_of_line(s.source.line_start(opener.start)).strip().rstrip(",") + "]"), start=opener.start, end=opener.end,
    )  # fmt: skip


def _value_missing(s: Situation) -> Diagnostic | None:
    before = s.before
    if before is None or before.type != "SEPARATOR" or "WORD" not in s.expected:
        return None
    return s.fault(
        "L122", f"after `{before.value}` one more value is due", "a name after it, or no sign at all",
        Mend(s.source.text[s.source.line_start(before.start) : before.start].strip()), start=before.start, end=before.end,
    )  # fmt: skip


def _strange_character(s: Situation) -> Diagnostic | None:
    token = s.token
    if token.type != "STRAY":
        return None
    char = token.value[0]
    if char == ":" and s.before is not None and s.before.end == token.start:
        word = s.before.value
        return s.fault(
            "L123", f"after `{word}:` a space is due before its value", f"`{word}: value`",
            Mend(f"{word}: {s.rest_of_line(token.end).strip()}"),
        )  # fmt: skip
    name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
    shown = f"`{char}`" if char.isprintable() else f"an invisible character ({name})"
    return s.fault("L124", f"{shown} means nothing here", _expected(s), Mend("leave it out"))


def _row_outside(s: Situation) -> Diagnostic | None:
    if s.token.type != "ROW":
        return None
    return s.fault(
        "L118", "a row of a table stands outside a matrix", "rows within `matrix QUESTION { … }`",
        Mend(f"matrix question {{\n    {s.item_text()}\n}}"),
    )  # fmt: skip


def _end_of_file(s: Situation) -> Diagnostic | None:
    if s.token.type != "$END":
        return None
    last = s.tokens[-1] if s.tokens else s.token
    return s.fault(
        "L125", "the file ends in the middle of a statement", _expected(s), start=last.start, end=last.end
    )


def _anything_else(s: Situation) -> Diagnostic:
    shown = s.token.value.splitlines()[0] if s.token.value.strip() else "the end of the line"
    quoted = shown if shown.startswith('"') else f"`{_short(shown)}`" if s.token.value.strip() else shown
    return s.fault("L118", f"{_short(quoted)} cannot stand here", _expected(s))


_KINDS: tuple[Callable[[Situation], Diagnostic | None], ...] = (
    _quote_in_text,
    _unclosed_text,
    _typographic_quote,
    _unclosed_block,
    _stray_close,
    _unclosed_list,
    _value_missing,
    _name_of_two_words,
    _reserved_name,
    _name_after_text,
    _nothing_named,
    _missing_link,
    _outline_sign,
    _text_without_a_move,
    _astray,
    _move_without_subject,
    _attribute_outside,
    _statement_without_a_move,
    _step_in_a_step,
    _reference_with_block,
    _missing_link_outside,
    _not_a_word,
    _strange_character,
    _row_outside,
    _end_of_file,
)


# What may stand where, in plain words.

_ITEMS_OF = {
    "items": "`claim`, `evidence`, `assumption`, `hypothesis`, `source`, `section` or another word that begins an item, "
    "or a name followed by `because`, `but` or a relation",
    "block_items": "`because`, `but`, an attribute such as `cite:`, or `}`",
    "step_items": "`since`, `unless`, an attribute such as `weight:`, or `}`",
    "attributes": "an attribute such as `note:`, or `}`",
    "rows": "a row of the table, `| … | … |`, or `}`",
    "changes": "`assume`, `deny`, `withdraw`, `set`, or `}`",
}
_PLAIN = {
    "NAME": "a name",
    "TEXT": "a text in quotes",
    "LBRACE": "`{`",
    "RBRACE": "`}`",
    "AND": "`&` and another reason",
    "AS": "`as`",
    "BY": "`by`",
    "OF": "`of`",
    "WORD": "a value",
    "KIND": "a statement",
    "RELATION": f"a relation ({', '.join(RELATIONS)})",
    "MOVE": "`because` or `but`",
    "SINCE": "`since`",
    "UNLESS": "`unless`",
}


def _items_of(where: str) -> str:
    return _ITEMS_OF[where]


def _words_of(where: str) -> list[str]:
    if where == "block_items":
        return ["because", "but"]
    if where == "step_items":
        return ["since", "unless"]
    if where == "changes":
        return ["assume", "deny", "withdraw", "set"]
    return [word for word in KEYWORDS if word not in {"as", "of", "by"}]


def _expected(s: Situation) -> str:
    if s.begins_item:
        return _items_of(s.where)
    words = [plain for terminal, plain in _PLAIN.items() if terminal in s.expected]
    if not words:
        return _items_of(s.where)
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


def _short(text: str, width: int = 40) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def _last_line(text: str) -> str:
    return text.rsplit("\n", 1)[-1].strip()
