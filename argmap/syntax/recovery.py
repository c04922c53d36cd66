"""Going on after an error, so that one run finds every error of a file.

The parser's own stack says which lists are open: the items of the file or of a section, the block of a statement, of
a step, of a source, the rows of a matrix. After an error the broken item is dropped, the tokens up to the
next one that begins an item are skipped, and the innermost open list that can take it goes on. Where the broken
item had a block, a stand-in for its head is put before it, so that what the block holds is read as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lark.exceptions import UnexpectedToken
from lark.parsers.lalr_analysis import Shift

from argmap.syntax.faults import Situation, explain
from argmap.syntax.lexer import Token, tokens
from argmap.syntax.nodes import Document

if TYPE_CHECKING:
    from lark import Lark

    from argmap.diagnostics import Diagnostic
    from argmap.source import Source

# The lists of the grammar in which an item may be dropped and the next one taken.
LISTS = ("items", "block_items", "step_items", "attributes", "rows", "changes")
_GOES_ON = frozenset({"SEPARATOR", "AND", "LBRACE", "NEWLINE", "RBRACKET"})  # a line that begins so belongs to the one before
_ENDS = ("RBRACE", "KIND", "$END")  # what may follow an item, whichever list it is in
_MARGIN = frozenset({"KIND", "DECLARE", "SECTION", "IMPORT", "MAP", "MATRIX", "SCENARIO"})
# What to feed for the head of a broken item that has a block, by the first token of the item and the list it is in.
_STAND_INS: dict[str, tuple[str, ...]] = {
    "items": ("KIND", "TEXT"),
    "block_items": ("MOVE", "TEXT"),
    "step_items": ("UNLESS", "TEXT"),
    "SECTION": ("SECTION", "TEXT"),
    "DECLARE": ("DECLARE", "NAME"),
    "MAP": ("MAP",),
    "MATRIX": ("MATRIX", "NAME"),
    "SCENARIO": ("SCENARIO", "TEXT"),
    "changes": ("CHANGE", "NAME"),
}
_STAND_IN_TEXT = {"KIND": "claim", "TEXT": '""', "MOVE": "because", "UNLESS": "unless", "NAME": "", "DECLARE": "source"}


def parse_with_recovery(parser: Lark, source: Source) -> tuple[Document, list[Diagnostic]]:
    """Parse a text that has errors: the tree without its broken items, and one diagnostic for each error."""
    run = _Run(parser, source)
    document = run.parse()
    document.unread = run.unread
    return document, run.diagnostics


class _Run:
    """One pass over the tokens of a text, with the parser's stacks in hand."""

    def __init__(self, parser: Lark, source: Source) -> None:
        self.source = source
        self.tokens = tokens(source.text)
        self.diagnostics: list[Diagnostic] = []
        self.unread: set[str] = set()
        self.state = parser.parse_interactive().parser_state
        self.lists = _list_states(self.state.parse_conf.states)
        self.braces: list[Token] = []  # the open ones, innermost last
        self.item = 0  # index of the token with which the current item begins

    def parse(self) -> Document:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            self._open_list()
            if self.state.state_stack[-1] in self.lists:
                self.item = at
            try:
                self.state.feed_token(token)  # type: ignore[arg-type]  # our token has what the parser asks of one
            except UnexpectedToken as error:
                if self.source.begins_line(token.start) and self._complete():
                    continue  # the item before was whole: the error is at the beginning of one
                at = self._recover(at, set(error.expected))
                continue
            self._keep_braces(token)
            at += 1
        return self._end()

    def _end(self) -> Document:
        end = len(self.source.text)
        last = Token("$END", "", end, end)
        self._open_list()
        try:
            return self._feed_end(last)
        except UnexpectedToken as error:
            self._complete()
            if self.state.state_stack[-1] in self.lists:
                self.item = len(self.tokens)
            self._report(len(self.tokens), set(error.expected))
        del self.state.state_stack[2:], self.state.value_stack[1:]  # back to the items of the file
        return self._feed_end(last)

    def _feed_end(self, last: Token) -> Document:
        document: Document = self.state.feed_token(last, is_end=True)  # type: ignore[arg-type]
        return document

    def _open_list(self) -> None:
        """Begin an empty list where one is due, as the parser itself does only once it sees a token that fits."""
        row = self.state.parse_conf.states[self.state.state_stack[-1]]
        for name in LISTS:
            if name in row:
                self.state.state_stack.append(row[name][1])
                self.state.value_stack.append([])
                return

    def _complete(self) -> bool:
        """Finish the item read so far, if nothing is missing from it; tell whether that changed anything."""
        state = self.state
        states, values = state.state_stack, state.value_stack
        conf = state.parse_conf
        kept = (list(states), list(values))
        while states[-1] not in self.lists:
            row = conf.states[states[-1]]
            rule = next((arg for terminal in _ENDS if (action := row.get(terminal)) and action[0] is not Shift for arg in action[1:]), None)
            if rule is None:
                states[:], values[:] = kept
                return False
            size = len(rule.expansion)
            parts = values[len(values) - size :]
            del states[len(states) - size :], values[len(values) - size :]
            values.append(conf.callbacks[rule](parts))
            states.append(conf.states[states[-1]][rule.origin.name][1])
        return len(kept[0]) != len(states)

    def _recover(self, at: int, expected: set[str]) -> int:
        """Report the error at token `at`, bring the stacks to an open list, and say with which token to go on."""
        token = self.tokens[at]
        if self._leaves_blocks_open(token):
            self._report(at, expected, unclosed=True)
            self._close_down_to(token)
            return at
        self._report(at, expected)
        where = self._drop_item()
        return self._skip(at, where)

    def _report(self, at: int, expected: set[str], *, unclosed: bool = False) -> None:
        situation = Situation(
            self.source, self.tokens, at, self.item, frozenset(expected), self._innermost(), tuple(self.braces), unclosed
        )
        self.diagnostics.append(explain(situation))

    def _innermost(self) -> str:
        for state in reversed(self.state.state_stack):
            if state in self.lists:
                return self.lists[state]
        return "items"

    def _drop_item(self) -> str:
        """Take what has been read of the current item off the stacks; return the list that is now open."""
        states, values = self.state.state_stack, self.state.value_stack
        while states[-1] not in self.lists:
            states.pop()
            values.pop()
        return self.lists[states[-1]]

    def _leaves_blocks_open(self, token: Token) -> bool:
        """Tell whether a block was left open above: a statement begins no deeper than the line that opened the block."""
        return (
            token.type in _MARGIN
            and bool(self.braces)
            and self._innermost() != "items"
            and self.source.begins_line(token.start)
            and self.source.indent(token.start) <= self.source.indent(self.braces[-1].start)
        )

    def _close_down_to(self, token: Token) -> None:
        """Close the open blocks whose line is indented as deep as that token or deeper."""
        depth = self.source.indent(token.start)
        self._drop_item()
        while self.braces and self._innermost() != "items" and self.source.indent(self.braces[-1].start) >= depth:
            brace = Token("RBRACE", "}", token.start, token.start)
            self.state.feed_token(brace)  # type: ignore[arg-type]
            self.braces.pop()

    def _skip(self, at: int, where: str) -> int:
        """Skip what is left of the broken item; return the index of the token with which to go on."""
        for index in range(self.item, len(self.tokens)):
            token = self.tokens[index]
            if token.type == "NAME":
                self.unread.add(token.value)
            if index < max(at, self.item + 1):
                continue
            if token.type == "LBRACE":
                return self._enter_block(index, where)
            if token.type == "RBRACE":
                return index
            if self.source.begins_line(token.start) and token.type not in _GOES_ON:
                if token.type in {"SINCE", "UNLESS"} and where in {"items", "block_items"}:
                    self._feed_head(index, where)
                return index
        return len(self.tokens)

    def _enter_block(self, index: int, where: str) -> int:
        """Feed a stand-in for the head of a broken item, so that the block at `index` is read; return where to go on."""
        if self._feed_head(index, where) and self._feed(self.tokens[index]):
            self.braces.append(self.tokens[index])
        return index + 1

    def _feed_head(self, index: int, where: str) -> bool:
        """Feed a stand-in for what the broken item has before the token at `index`; tell whether the parser took it."""
        first = self.tokens[self.item].type
        types = {token.type for token in self.tokens[self.item : index]}
        head = _STAND_INS.get(first) or _STAND_INS.get(where, ())
        if where == "items" and first == "NAME" and "MOVE" in types:
            head = ("NAME", "MOVE", "TEXT")
        if "AS" in types and self.tokens[index].type == "LBRACE" and head[-1:] == ("TEXT",):
            head = (*head, "AS")
        place = self.tokens[index].start
        depth = len(self.state.state_stack)
        for terminal in head:
            if not self._feed(Token(terminal, _STAND_IN_TEXT.get(terminal, ""), place, place)):
                del self.state.state_stack[depth:], self.state.value_stack[depth - 1 :]
                return False
        return bool(head)

    def _feed(self, token: Token) -> bool:
        try:
            self.state.feed_token(token)  # type: ignore[arg-type]
        except UnexpectedToken:
            return False
        return True

    def _keep_braces(self, token: Token) -> None:
        if token.type == "LBRACE":
            self.braces.append(token)
        elif token.type == "RBRACE" and self.braces:
            self.braces.pop()


def _list_states(states: dict[Any, dict[str, tuple[Any, Any]]]) -> dict[Any, str]:
    """Find the parser's states in which one of the lists is open, by following the table's own transitions."""
    return {row[name][1]: name for row in states.values() for name in LISTS if name in row}
