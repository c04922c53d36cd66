"""Words that begin an item where they cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.syntax.faults.expected import items_of
from argmap.syntax.faults.situation import Fault, last_name
from argmap.syntax.lexer import Token
from argmap.vocabulary import KEYWORDS

if TYPE_CHECKING:
    from argmap.syntax.faults.situation import Situation


def text_without_a_move(s: Situation) -> Fault | None:
    """A text alone."""
    if not s.begins_item or s.token.type not in {"TEXT", "OPEN_TEXT"} or s.where not in _BEFORE_TEXT:
        return None
    word, terminal = _BEFORE_TEXT[s.where]
    start = s.token.start
    found = Token(terminal, word, start, start)
    if s.where == "items":
        word = _word_for(s)
        found = Token(KEYWORDS[word], word, start, start)
        fault = s.fault(
            "L111",
            "a text stands here without a word that says what it is",
            "`claim`, `evidence`, `assumption` or `hypothesis` before it" if word == "claim" else f"`{word}` before it",
            s.mend(start, start, f"{word} "),
        )
    elif s.where == "step_items":
        fault = s.fault(
            "L111",
            "a text stands here without a word that says what it does",
            "`since`, `unless` or an attribute",
            s.mend(start, start, "since ", "if it is the licence of the step"),
            s.mend(start, start, "unless ", "if it breaks the step"),
        )
    elif (head := _head_without_text(s)) is not None:
        fault = s.fault(
            "L111",
            f"the text of this {head.value} stands in its block",
            "the text after the name, and then the block",
            Mend(
                f"{s.source.text[head.start : s.tokens[s.at - 1].start].rstrip()} {s.token.value} {{",
                "in its first line",
            ),
        )
        return fault._replace(instead=(), go_on=s.at + 1)
    else:
        cite = _last_citation(s)
        fault = s.fault(
            "L111",
            "a text stands here without a word that says what it does",
            "`because` (a reason) or `but` (an objection); words quoted from a source stand on the line of "
            "their `cite:`",
            *([s.mend(start, start, f"{cite} ", "instead of that line, if they are its words")] if cite else []),
            s.mend(start, start, "because "),
        )
    return fault._replace(instead=(found,), go_on=s.at)


def _head_without_text(s: Situation) -> Token | None:
    """Return the kind of the statement in whose block a text stands first, where it has only a name."""
    if s.at < 3 or s.token.type != "TEXT" or s.tokens[s.at - 1].type != "LBRACE":  # noqa: PLR2004 - kind, name, brace
        return None
    kind, name = s.tokens[s.at - 3], s.tokens[s.at - 2]
    return kind if kind.type == "KIND" and name.type == "NAME" else None


def _word_for(s: Situation) -> str:
    """Guess from what follows what a text outside blocks is."""
    if s.token.value.endswith('.argmap"'):
        return "import"
    inside = [token.type for token in s.tokens[s.at + 1 : s.at + 4]]
    if inside[:1] == ["OF"] or (inside[:1] == ["LBRACE"] and (inside[1:2] == ["KIND"] or inside[1:] in _MOVES_INSIDE)):
        return "section"
    return "claim"


_MOVES_INSIDE = (["NAME", "MOVE"], ["NAME", "UNLESS"], ["NAME", "RELATION"])
_BEFORE_TEXT = {"items": ("claim", "KIND"), "block_items": ("because", "MOVE"), "step_items": ("since", "SINCE")}


def _last_citation(s: Situation) -> str:
    for index in s.backwards():
        token = s.tokens[index]
        if token.type == "KEY" and token.value == "cite:":
            end = index
            while s.tokens[end + 1].type in {"WORD", "SEPARATOR"}:
                end += 1
            return s.source.text[token.start : s.tokens[end].end]
        if token.type == "LBRACE":
            break
    return ""


def astray(s: Situation) -> Fault | None:
    """`since` or `unless` with no step before it."""
    if not s.begins_item or s.token.type not in {"SINCE", "UNLESS"}:
        return None
    word = s.token.value
    rest = s.rest_of_line(s.token.end).strip()
    mends = [Mend(f'because "…"\n    {word} {rest}')]
    if s.where == "block_items" and word == "unless":
        mends.append(s.mend(s.token.start, s.token.end, "but", "if it speaks against the claim itself"))
    if s.where == "block_items" and s.braces and _of_premise(s, s.braces[-1]):
        brace = s.braces[-1]
        mends = [s.mend(brace.start, brace.start, "as ", "if what is in this block is about the step")]
    subject = _subject_above(s)
    if subject:
        mends = [
            s.mend(
                s.token.start,
                s.token.start,
                f"{subject} ",
                f"if it {'breaks' if word == 'unless' else 'licenses'} {subject}",
            )
        ]
    between = _cut_off(s)
    if between is not None:
        step, key = between
        line = s.source.position(step.start).line
        return s.fault(
            "L131" if word == "unless" else "L130",
            f"`{key.value}` on line {s.source.position(key.start).line} cuts this `{word}` off from the `{step.value}` "
            f"of line {line}",
            f"`{word}` right below its step, or in the block of the step: `as {{ … }}`",
            Mend(f"move it up, right below line {line}"),
        )
    return s.fault(
        "L131" if word == "unless" else "L130",
        f"`{word}` belongs to a `because` or `but`, and none stands just before it here",
        f"`{word}` after its step and indented deeper, or a named step before it: `name {word} …`",
        *mends,
    )


def _cut_off(s: Situation) -> tuple[Token, Token] | None:
    """Return the step and the attribute that stands between it and this word, all indented deeper than the step."""
    key = None
    for index in s.backwards():
        token = s.tokens[index]
        if token.type == "KEY":
            key = token
        elif token.type in {"LBRACE", "RBRACE"}:
            break
        elif token.type == "MOVE" and key is not None and s.begins_line(key):
            depth = s.source.indent(token.start)
            return (token, key) if min(s.source.indent(key.start), s.source.indent(s.token.start)) > depth else None
    return None


def _of_premise(s: Situation, brace: Token) -> bool:
    """Whether a block is that of a premise."""
    return any(s.in_premises(index) for index in s.backwards() if s.tokens[index] is brace)


def _subject_above(s: Situation) -> str:
    """The step named by the item just before, where that is an undercut or a warrant standing alone."""
    for index in s.backwards():
        token = s.tokens[index]
        if token.type in {"SINCE", "UNLESS"}:
            subject = s.tokens[index - 1]
            return (
                subject.value
                if index and subject.type == "NAME" and s.begins_line(subject) and s.where == "items"
                else ""
            )
        if token.type in {"MOVE", "RBRACE"}:
            break
    return ""


def move_without_subject(s: Situation) -> Fault | None:
    """`because …` outside blocks, with no name before it."""
    if not s.begins_item or s.where != "items" or s.token.type not in {"MOVE", "RELATION", "AS"}:
        return None
    word = s.token.value
    name = last_name(s)
    before = s.back(1)
    mends = [s.mend(s.token.start, s.token.start, f"{name} ")] if name and s.begins_line(s.token) else []
    if (
        before is not None
        and before.type in {"NAME", "TEXT"}
        and s.same_line(before, s.token)
        and s.token.type == "MOVE"
    ):
        rest = s.rest_of_line(s.token.start)
        mends = [s.mend(s.token.start, s.token.start + len(rest), f"{{ {rest} }}")]
    return s.fault(
        "L116",
        f"`{word}` stands outside a block, and nothing before it says what it is about",
        f"the name of a statement before `{word}`, or `{word}` within the block of its statement",
        *(mends or [Mend(f"name {s.item_text()}")]),
    )


def statement_without_a_move(s: Situation) -> Fault | None:
    """A statement, or what can only stand outside, within the block of a statement."""
    if s.where not in {"block_items", "step_items"} or not s.begins_item:
        return None
    token, start = s.token, s.token.start
    if token.type == "KIND":
        ways = [("because", "if it is a reason"), ("but", "if it is an objection")]
        if s.where == "step_items":
            ways = [("unless", "if it breaks the step"), ("since", "if it licenses the step")]
        mends = [s.mend(start, start, f"{word} ", when) for word, when in ways]
        message = (
            f"`{token.value}` stands within the block of another statement, without a word that says what it does there"
        )
    elif token.type in _OUTSIDE:
        mends, message = (
            [Mend("put it after the `}` of this block")],
            f"`{token.value}` cannot stand within the block of a statement",
        )
    elif token.type == "NAME" and s.following is not None and s.following.type in _AFTER_SUBJECT:
        message = "within a block the subject is the statement it belongs to, and is not named again"
        mends = [Mend("put the line after the `}` of this block")]
        if s.following.type in {"MOVE", "SINCE", "UNLESS"}:
            mends.insert(0, s.mend(start, s.following.start, "", "if it is about this statement"))
    else:
        return None
    return s.fault("L115", message, items_of(s.where), *mends)


_OUTSIDE = frozenset({"RELATION", "DECLARE", "SECTION", "MATRIX", "SCENARIO", "IMPORT", "MAP", "CHANGE"})
_AFTER_SUBJECT = frozenset({"MOVE", "RELATION", "UNLESS", "SINCE"})


def step_in_a_step(s: Situation) -> Fault | None:
    """`because` in the block of a step."""
    if s.where != "step_items" or not s.begins_item or s.token.type != "MOVE":
        return None
    return s.fault(
        "L115",
        f"`{s.token.value}` cannot stand in the block of a step: that block says how the step works",
        items_of(s.where),
        Mend("put it in the block of a statement"),
        s.mend(s.token.start, s.token.end, "unless", "if it breaks the step"),
    )


def reference_with_block(s: Situation) -> Fault | None:
    """`because c {`: a block after a name."""
    before = s.before
    if s.token.type != "LBRACE" or before is None or before.type != "NAME" or not s.in_premises(s.at):
        return None
    return s.fault(
        "L141",
        f"`{before.value}` is only named here; its block stands where it is defined",
        "details of the step after `as`",
        s.mend(s.token.start, s.token.start, "as ", "if it describes the step")._replace(
            whole_line="}" in s.source.text[s.token.start : s.source.line_end(s.token.start)]
        ),
    )


def misspelt_link(s: Situation) -> Fault | None:
    """`section "…" off essay {`: a small word that links a head to a name."""
    head, following = s.tokens[s.item] if s.item < len(s.tokens) else s.token, s.following
    word = {"SECTION": "of", "IMPORT": "as", "MATRIX": "by"}.get(head.type)
    if word is None or word.upper() not in s.expected or s.token.type not in {"NAME", "AS", "BY", "OF"}:
        return None
    if following is None or following.type != "NAME" or not s.same_line(s.token, following):
        return None
    found = s.fault(
        "L106",
        f"`{s.token.value}` does not link a name to this {head.value}",
        f"`{word}`",
        s.mend(s.token.start, s.token.end, word),
    )
    return found._replace(instead=(Token(word.upper(), word, s.token.start, s.token.end),), go_on=s.at + 1)
