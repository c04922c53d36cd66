"""Braces that are missing, and braces too many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.diagnostics import Label, Mend
from argmap.syntax.faults.commas import end_of_attributes, without_commas
from argmap.syntax.lexer import Token
from argmap.syntax.nodes import DeclarationNode, StatementNode
from argmap.vocabulary import ATTRIBUTES

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Fault, Situation


def unclosed_block(s: Situation) -> Fault | None:
    """A block that is still open where the next statement begins, or at the end of the file."""
    at_end = s.token.type == "$END" and s.braces and s.begins_item
    if not (s.unclosed or at_end):
        return None
    opener, closer = _culprit(s)
    line = s.source.position(s.token.start).line
    where = "the end of the file" if at_end else f"the next statement at the margin (line {line})"
    related = () if at_end else (Label(s.source, s.token.start, s.token.end, "where the next statement begins"),)
    indent = " " * s.source.indent(opener.start)
    if closer is not None:
        line = s.source.position(closer.start).line
        outer = s.source.position(_opener_at(s, s.source.indent(closer.start), opener)).line
        mend = Mend(
            f"put `{indent}}}` after line {line - 1}: "
            f"the `}}` on line {line} is indented like line {outer}, so it looks meant for that block"
        )
    else:
        last = s.tokens[s.at - 1] if s.at else opener
        mend = Mend(f"put `{indent}}}` after line {s.source.position(last.start).line}")
    return s.fault(
        "L104",
        "this `{` is never closed",
        f"a `}}` before {where}",
        mend,
        start=opener.start,
        end=opener.end,
        related=related,
    )


def _culprit(s: Situation) -> tuple[Token, Token | None]:
    """Find the `{` that was left open: the first whose `}` is indented like an outer block, else the innermost."""
    stack: list[tuple[Token, int]] = []
    depths: Counter[int] = Counter()
    for token in s.tokens[s.outermost : s.at]:
        if token.type == "LBRACE":
            depth = s.source.indent(token.start)
            stack.append((token, depth))
            depths[depth] += 1
        elif token.type == "RBRACE" and stack:
            opener, inner = stack.pop()
            depths[inner] -= 1
            depth = s.source.indent(token.start)
            if depth < inner and depths[depth] and s.begins_line(token):
                return opener, token
    return s.braces[-1], None


def _opener_at(s: Situation, indent: int, inner: Token) -> int:
    for index in range(s.at - 1, s.outermost - 1, -1):
        token = s.tokens[index]
        if token.type == "LBRACE" and token.start < inner.start and s.source.indent(token.start) == indent:
            return token.start
    return inner.start


def block_not_open(s: Situation) -> Fault | None:
    """A move or an attribute indented below a statement whose block was never opened, or is closed already."""
    node = s.previous
    if not isinstance(node, StatementNode | DeclarationNode) or s.where != "items" or s.token.type == "$END":
        return None
    word = node.kind if isinstance(node, StatementNode) else node.word
    colon = s.token.value == ":"  # as Python begins a block
    token = s.following if colon and s.following is not None else s.token
    if word is None or word.stands_in or not s.begins_line(word) or token.type not in {"MOVE", "KEY", "AS"}:
        return None
    begins = s.begins_line(token)
    if begins and s.source.indent(token.start) <= s.source.indent(word.start):
        return None
    if node.block is not None:
        return _closed_too_early(s, word) if begins or s.token.type == "AS" else None
    if s.token.type == "AS":
        return None
    end = (node.text or node.name or word).end
    return s.fault(
        "L135",
        f"what follows this {word.value} seems to belong to it, but no `{{` opens its block",
        "`{` here, and `}` after the last line that belongs to it",
        s.mend(end, s.token.end if colon else end, " {", "and a `}` after its last line")._replace(whole_line=False),
        start=end,
        end=end,
    )._replace(reopen="block", go_on=s.at + colon)


def other_bracket(s: Situation) -> Fault | None:
    """`claim "…" [` or `(`, and what closes it, where a block is meant."""
    token = s.token
    ends = s.following is None or not s.same_line(token, s.following)
    if token.value in "([" and token.value and ends and "LBRACE" in s.expected and not s.begins_line(token):
        word, name = "{", "LBRACE"
    elif token.value in ")]" and token.value and ends and s.begins_line(token) and "RBRACE" in s.expected:
        word, name = "}", "RBRACE"
    else:
        return None
    found = s.fault("L124", "a block stands between `{` and `}`", f"`{word}`", s.mend(token.start, token.end, word))
    return found._replace(instead=(Token(name, word, token.start, token.end),), go_on=s.at + 1)


def move_before_block(s: Situation) -> Fault | None:
    """`claim "A" because {`: one `because` for all the reasons in a block."""
    following = s.following
    if s.token.type != "MOVE" or s.where != "items" or following is None or following.type != "LBRACE":
        return None
    if s.begins_line(s.token) or [one.type for one in s.tokens[s.item + 1 : s.at]] not in _HEADS:
        return None
    found = s.fault(
        "L118",
        f"`{s.token.value}` stands before each reason, and not before the block in which they are",
        "`{`",
        s.mend(s.token.start, following.start, ""),
    )
    return found._replace(instead=tuple(s.tokens[s.item : s.at]), go_on=s.at + 1, restart=s.item)


def move_on_the_line(s: Situation) -> Fault | None:
    """`claim "A" because "B"`, `source s "S", kind: news`: what belongs to a thing stands in its block."""
    head, comma = s.tokens[s.item] if s.item < len(s.tokens) else s.token, s.token.value == ","
    at = s.at + comma
    token = s.tokens[at] if at < len(s.tokens) else s.token
    if head.type not in {"KIND", "DECLARE"} or s.where != "items" or not s.same_line(head, token):
        return None
    if [one.type for one in s.tokens[s.item + 1 : s.at]] not in _HEADS:
        return None
    if token.type not in _IN_ITS_BLOCK or (token.type == "KEY" and token.value[:-1] not in ATTRIBUTES):
        return None
    text = s.source.text[token.start : s.source.line_end(token.start)].split("#")[0].rstrip()
    stop, end = token.start + len(text), end_of_attributes(s, at)
    read: tuple[Token, ...] = ()
    if end > at and s.tokens[end - 1].end == stop:
        text, read = without_commas(s, at, end)
    start = s.tokens[s.at - 1].end
    mend = s.mend(start, stop, f" {{ {text} }}")
    if text.endswith("{") or token.type in {"SINCE", "UNLESS"}:
        mend = s.mend(start, token.start, " { ", "and a `}` after its last line")._replace(whole_line=False)
    found = s.fault(
        "L135",
        f"`{token.value}` stands in the block of this {head.value}",
        "`{` before it",
        mend,
        start=token.start,
        end=token.end,
    )
    if token.type in {"SINCE", "UNLESS"}:
        return found._replace(instead=(Token("LBRACE", "{", token.start, token.start),), go_on=at)
    return found._replace(instead=read, go_on=end if read else at, reopen="block")


_HEADS = (["NAME"], ["NAME", "TEXT"], ["TEXT"])  # what stands between the word of a thing and its block
_IN_ITS_BLOCK = frozenset({"MOVE", "KEY", "SINCE", "UNLESS"})


def _closed_too_early(s: Situation, word: Token) -> Fault:
    closer = next(s.tokens[index] for index in s.backwards() if s.tokens[index].type == "RBRACE")
    what = "what follows seems to belong" if s.token.type == "AS" else "the next line is indented as if it belonged"
    return s.fault(
        "L109",
        f"this `}}` ends the block of line {s.source.position(word.start).line}, and {what} to it",
        "a `}` for each `{`, after the last line of its block",
        Mend("leave it out, or move it down"),
        start=closer.start,
        end=closer.end,
    )._replace(reopen="block")


def stray_close(s: Situation) -> Fault | None:
    """A `}` that closes nothing."""
    if s.token.type != "RBRACE" or s.braces:
        return None
    related: tuple[Label, ...] = ()
    if s.suspect is not None:
        opener, closer = s.suspect
        line = s.source.position(opener.start).line
        text = f"indented deeper than line {line}, whose block it ends: is one too many above it?"
        related = (Label(s.source, closer.start, closer.end, text),)
    found = s.fault(
        "L109", "this `}` closes nothing", "a `{` before it, or no `}`", Mend("leave it out"), related=related
    )
    return found._replace(instead=(), go_on=s.at + 1)


def unopened(s: Situation) -> Fault | None:
    """`section "…"`, `matrix …` or `scenario "…"` without its `{`."""
    head, before = s.tokens[min(s.item, len(s.tokens) - 1)] if s.tokens else s.token, s.before
    if head.type not in {"SECTION", "MATRIX", "SCENARIO"} or before is None or "LBRACE" not in s.expected:
        return None
    if s.same_line(before, s.token) and s.token.type != "$END":
        return None
    found = s.fault(
        "L135",
        f"what belongs to a {head.value} stands in its block, and no `{{` opens it",
        "`{` here, and `}` after the last line that belongs to it",
        s.mend(before.end, before.end, " {", "and a `}` after its last line")._replace(whole_line=False),
        start=before.end,
        end=before.end,
    )
    return found._replace(instead=(Token("LBRACE", "{", before.end, before.end),), go_on=s.at)


def text_after_text(s: Situation) -> Fault | None:
    """`claim a "A." "B."`: a second text for one statement."""
    before, token = s.before, s.token
    if before is None or before.type != "TEXT" or token.type != "TEXT" or not s.same_line(before, token):
        return None
    head = s.tokens[max(s.item, s.at - 3)]
    if head.type not in {"KIND", "DECLARE", "SECTION", "MAP", "SCENARIO"}:
        return None
    mends = [s.mend(before.start, token.end, f"{before.value[:-1]} {token.value[1:]}", "if they are one text")]
    if head.type == "KIND":
        mends.append(s.mend(token.start, token.end, f"{{ because {token.value} }}", "if the second is its reason"))
    found = s.fault("L118", "a second text cannot stand here", "one text, or a block after it", *mends)
    return found._replace(instead=(), go_on=s.at + 1)
