"""Going on after an error, so that one run finds every error of a file.

The parser's own stack says which lists are open: the items of the file or of a section, the block of a statement, of
a step, of a source, the rows of a matrix. Where it is clear what was meant (a text without its closing quote), that is
read instead, and nothing is lost. Otherwise the broken item is dropped, the tokens up to the next one that begins an
item are skipped, and the innermost open list that can take it goes on. Where the broken item had a block, a stand-in
for its head is put before it, so that what the block holds is read as well.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from lark.exceptions import UnexpectedToken
from lark.parsers.lalr_analysis import Shift

from argmap.near import Nearby
from argmap.syntax.faults import Situation, explain
from argmap.syntax.lexer import Token, tokens
from argmap.syntax.nodes import AttributeNode, DeclarationNode, StatementNode

if TYPE_CHECKING:
    from lark import Lark

    from argmap.diagnostics import Diagnostic
    from argmap.source import Source
    from argmap.syntax.faults import Fault
    from argmap.syntax.nodes import Document

# The lists of the grammar in which an item may be dropped and the next one taken.
LISTS = ("items", "block_items", "step_items", "attributes", "rows", "changes")
_TAILS = ("tails",)  # what hangs on a step: one that is broken is dropped without its step
_GOES_ON = frozenset(
    {"SEPARATOR", "AND", "LBRACE", "NEWLINE", "RBRACKET"}
)  # a line that begins so belongs to the one before
_ENDS = ("RBRACE", "KIND", "$END")  # what may follow an item, whichever list it is in
_MARGIN = frozenset({"KIND", "DECLARE", "SECTION", "IMPORT", "MAP", "MATRIX", "SCENARIO"})
_AFTER_SUBJECT = frozenset({"MOVE", "RELATION", "SINCE", "UNLESS"})
# What to feed for the head of a broken item that has a block, by the first token of the item and the list it is in.
_STAND_INS: dict[str, tuple[str, ...]] = {
    "items": ("KIND", "TEXT"),
    "block_items": ("MOVE", "TEXT"),
    "step_items": ("UNLESS", "TEXT"),
    "tails": ("UNLESS", "TEXT"),
    "SECTION": ("SECTION", "TEXT"),
    "DECLARE": ("DECLARE", "NAME"),
    "MAP": ("MAP",),
    "MATRIX": ("MATRIX", "NAME"),
    "SCENARIO": ("SCENARIO", "TEXT"),
    "changes": ("CHANGE", "NAME"),
}
# By what stands first in a block: what it must be the block of.
_HOLDERS = {"ROW": "MATRIX", "CHANGE": "SCENARIO", **dict.fromkeys(("KIND", "DECLARE", "SECTION", "MATRIX"), "SECTION")}
_STAND_IN_TEXT = {
    "KIND": "claim",
    "TEXT": '""',
    "MOVE": "because",
    "UNLESS": "unless",
    "NAME": "",
    "DECLARE": "source",
    "MAP": "map",
    "CHANGE": "set",
}
# Faults after which it is a guess what belongs to which block.
_OF_BLOCKS = frozenset({"L104", "L109", "L135"})
_BRACKETS = frozenset({"LBRACE", "RBRACE", "AS"})
_MOST_ENDS = 4  # a broken item in a tail, the tail, its step, and the open blocks
_LOOK_AHEAD = 500  # tokens
_MOST_TRIES = 3  # ways to go on at one token
_MOST_REREAD = 5  # so often, at most, is a text cut into tokens once more


def parse_with_recovery(parser: Lark, source: Source) -> tuple[Document, list[Diagnostic]]:
    """Parse a text that has errors: the tree without its broken items, and one diagnostic for each error."""
    run = _Run(parser, source)
    document = run.parse()
    document.unread, document.doubtful, document.lost_import = run.unread, run.doubtful, run.lost_import
    return document, run.diagnostics


class _Brace(NamedTuple):
    """An open brace: its token, the indices of that and of the item it belongs to, and how deep its line is indented.

    One that is only `guessed` stands for a missing one; the block ends where the indentation does.
    """

    token: Token
    at: int
    item: int
    depth: int
    guessed: bool = False


class _Run:
    """One pass over the tokens of a text, with the parser's stacks in hand."""

    def __init__(self, parser: Lark, source: Source) -> None:
        self.source = source
        self.tokens = tokens(source.text)
        self.diagnostics: list[Diagnostic] = []
        self.unread: set[str] = set()
        self.doubtful: int | None = None
        self.lost_import = False
        self.suspect: tuple[Token, Token] | None = None  # a `}` indented deeper than the line of its `{`, and that
        self.state = parser.parse_interactive().parser_state
        table = self.state.parse_conf.states
        self.lists = _states_of(table, LISTS)
        self.tails = _states_of(table, _TAILS)
        self.braces: list[_Brace] = []  # the open ones, innermost last
        self.item = 0  # index of the token with which the current item begins
        self.guessed = -1  # index of the token after something that was read as what was meant
        self.reread = 0
        self.tried = -1  # index of the token at which recovery was tried last, and how often already
        self.tries = 0
        self.nearby = Nearby()

    def parse(self) -> Document:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            self._close_guessed(token)
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
            self._keep(at)
            at += 1
        return self._end()

    def _keep(self, at: int) -> None:
        """Take note of what the token just read begins or ends."""
        token = self.tokens[at]
        if token.type == "LBRACE":
            self.braces.append(_Brace(token, at, self.item, self.source.indent(token.start)))
        elif token.type == "RBRACE":
            if self.braces:
                self._closed(token, self.braces.pop())
        elif (below := self.state.state_stack[-2]) in self.lists or below in self.tails:
            self.item = at

    def _closed(self, token: Token, brace: _Brace) -> None:
        self.item = brace.item
        if self.suspect is not None:
            return
        deeper = self.source.indent(token.start) > brace.depth
        if (
            deeper
            if self.source.begins_line(token.start)
            else "\n" in self.source.text[brace.token.start : token.start]
        ):
            self.suspect = (brace.token, token)
            self.doubtful = min(token.start, self.doubtful if self.doubtful is not None else token.start)

    def _end(self) -> Document:
        end = len(self.source.text)
        last = Token("$END", "", end, end)
        self._close_guessed(last)
        for _ in range(_MOST_ENDS):
            self._open_list()
            try:
                return self._feed_end(last)
            except UnexpectedToken as error:
                self._complete()
                if self.state.state_stack[-1] in self.lists:
                    self.item = len(self.tokens)
                found = self._report(len(self.tokens), set(error.expected))
                self._drop_item()
            if found.diagnostic.code == "L104":
                self._close_all(last)
        del self.state.state_stack[2:], self.state.value_stack[1:]  # nothing for it: back to the items of the file
        return self._feed_end(last)

    def _close_guessed(self, token: Token) -> None:
        """Close blocks whose `{` was only guessed, where the indentation says that they end before this token."""
        while (
            self.braces and self.braces[-1].guessed and (token.type == "$END" or self.source.begins_line(token.start))
        ):
            depth, own = self.braces[-1].depth, self.source.indent(token.start)
            if token.type != "$END" and (own > depth or (own == depth and token.type == "RBRACE")):
                return
            self._drop_if_broken()
            self._feed(Token("RBRACE", "}", token.start, token.start))
            self.item = self.braces.pop().item
            self._complete()

    def _drop_if_broken(self) -> None:
        if not self._complete() and self.state.state_stack[-1] not in self.lists:
            self._drop_item()

    def _close_all(self, last: Token) -> None:
        while self.braces:
            self.braces.pop()
            self._feed(Token("RBRACE", "}", last.start, last.start))
            self._complete()

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
            rule = next(
                (
                    arg
                    for terminal in _ENDS
                    if (action := row.get(terminal)) and action[0] is not Shift
                    for arg in action[1:]
                ),
                None,
            )
            if rule is None:
                states[:], values[:] = kept
                return False
            size = len(rule.expansion)
            parts = values[len(values) - size :]
            del states[len(states) - size :], values[len(values) - size :]
            values.append(conf.callbacks[rule](parts))
            states.append(conf.states[states[-1]][rule.origin.name][1])
        return len(kept[0]) != len(states)

    def _recover(self, at: int, expected: set[str]) -> int:  # noqa: PLR0911 - one for each way to go on
        """Report the error at token `at`, bring the stacks to an open list, and say with which token to go on."""
        token = self.tokens[at]
        self.tries = self.tries + 1 if at == self.tried else 0
        self.tried = at
        if self.tries > _MOST_TRIES:  # whatever was tried here led back to it: leave this token out
            self._drop_item()
            return at + 1
        if self._leaves_blocks_open(at):
            self._report(at, expected, unclosed=True)
            self._close_down_to(token)
            return at
        if at == self.guessed and not self.source.begins_line(token.start):
            # What was guessed does not fit here, and the fault itself has been told.
            return self._skip(at, self._drop_item())
        found = self._report(at, expected)
        if found.reread is not None and self.reread < _MOST_REREAD:
            self.reread += 1
            self.tokens[at:] = tokens(self.source.text, found.reread)
            return at
        if found.reopen and self._can_reopen(at, found.reopen):
            self._reopen(at, headless=found.reopen == "headless")
            return at
        if found.restart:
            self._drop_item()
            at = self.item
        if found.instead is not None and self._read_instead(at, found.instead, found.go_on):
            self.guessed = found.go_on
            return found.go_on
        return self._skip(at, self._drop_item())

    def _can_reopen(self, at: int, how: str) -> bool:
        """Tell whether a block opened here would not be closed at once again, for nothing below is indented as its own."""
        return how != "headless" or self.source.indent(self.tokens[at].start) > self._depth_of_end(at)

    def _reopen(self, at: int, *, headless: bool) -> None:
        """Go on in the block of what was read just before, which was closed too early or not opened at all.

        For a block that is `headless`, a stand-in is put before it.
        """
        node = self._previous()
        items = self.state.value_stack[-1]
        start = self.tokens[at].start
        if headless or not isinstance(node, StatementNode | DeclarationNode):
            head, block = [Token("KIND", "claim", start, start), Token("TEXT", '""', start, start)], None
            depth = self._depth_of_end(at)
        else:
            items.pop()
            word = node.kind if isinstance(node, StatementNode) else node.word
            head, block = [token for token in (word, node.name, node.text) if token is not None], node.block
            depth = self.source.indent(head[0].start)
        brace = Token("LBRACE", "{", head[-1].end, head[-1].end)
        for token in [*head, brace]:
            self._feed(token)
        self.braces.append(_Brace(brace, at, self.item, depth, guessed=True))
        self._open_list()
        if block is not None:
            self.state.value_stack[-1] += block.items
        if self.tokens[at].type == "AS":  # it belongs to a step that is over
            self.guessed = at

    def _depth_of_end(self, at: int) -> int:
        """Return how deep the `}` is indented that ends the block in which a token stands."""
        inside = 0
        for token in self.tokens[at : at + _LOOK_AHEAD]:
            inside += {"LBRACE": 1, "RBRACE": -1}.get(token.type, 0)
            if inside < 0:
                return self.source.indent(token.start)
        return 0

    def _read_instead(self, at: int, instead: tuple[Token, ...], go_on: int) -> bool:
        """Feed what was meant; tell whether the parser took it."""
        begins = self.state.state_stack[-1] in self.lists
        states, values = self.state.state_stack, self.state.value_stack
        kept = (list(states), list(values)) if len(states) < _DEEP else None
        for token in instead:
            if not self._feed(token):
                if kept is not None:
                    states[:], values[:] = kept
                return False
        if instead and begins:
            self.item = at
        if len(instead) == go_on - at:
            self.tokens[at:go_on] = instead
        return True

    def _report(self, at: int, expected: set[str], *, unclosed: bool = False) -> Fault:
        situation = Situation(
            self.source,
            self.tokens,
            at,
            self.item,
            frozenset(expected),
            self._innermost(),
            tuple(brace.token for brace in self.braces[-1:]),
            self.nearby,
            previous=self._previous(),
            suspect=self.suspect,
            unclosed=unclosed,
            outermost=self._first_to_close(self.tokens[at].start) if unclosed else 0,
        )
        found = explain(situation)
        self.diagnostics.append(found.diagnostic)
        if self.doubtful is None and (found.diagnostic.code in _OF_BLOCKS or situation.token.type in _BRACKETS):
            self.doubtful = found.diagnostic.where.start
        self.unread.update(found.named)
        if found.undo:
            self._undo()
        return found

    def _undo(self) -> None:
        """Take back the attribute that was read last."""
        items = self.state.value_stack[-1] if self.state.value_stack else None
        if isinstance(items, list) and items and isinstance(items[-1], AttributeNode):
            items.pop()

    def _previous(self) -> object | None:
        """Return what was read last in the open list."""
        items = self.state.value_stack[-1] if self.state.state_stack[-1] in self.lists else None
        return items[-1] if items else None

    def _innermost(self) -> str:
        for state in reversed(self.state.state_stack):
            if state in self.lists:
                return self.lists[state]
        return "items"

    def _drop_item(self) -> str:
        """End the current item, or take it off the stacks if it is not whole; return the list that is now open."""
        self._complete()
        states, values = self.state.state_stack, self.state.value_stack
        while states[-1] not in self.lists and states[-1] not in self.tails:
            states.pop()
            values.pop()
        return self.lists.get(states[-1], "tails")

    def _leaves_blocks_open(self, at: int) -> bool:
        """Tell whether a block was left open above: a statement begins no deeper than the line that opened the block."""
        token = self.tokens[at]
        if not self.braces or self._innermost() == "items":
            return False
        following = self.tokens[at + 1].type if at + 1 < len(self.tokens) else ""
        if token.type not in _MARGIN and not (token.type == "NAME" and following in _AFTER_SUBJECT):
            return False
        return self.source.begins_line(token.start) and self.source.indent(token.start) <= self.braces[-1].depth

    def _first_to_close(self, start: int) -> int:
        """Return the index of the outermost brace that is to be closed before a line that begins at `start`."""
        depth = self.source.indent(start)
        first = self.braces[-1].at
        for brace in reversed(self.braces):
            if brace.depth < depth:
                break
            first = brace.at
        return first

    def _close_down_to(self, token: Token) -> None:
        """Close the open blocks whose line is indented as deep as that token or deeper."""
        depth = self.source.indent(token.start)
        self._drop_item()
        while self.braces and self._innermost() != "items" and self.braces[-1].depth >= depth:
            if not self._feed(Token("RBRACE", "}", token.start, token.start)):
                break
            self.item = self.braces.pop().item

    def _skip(self, at: int, where: str) -> int:
        """Skip what is left of the broken item; return the index of the token with which to go on."""
        if where == "rows":
            self._drop_row(at)
        rows = "ROW" if at < len(self.tokens) and self.tokens[at].type == "ROW" else ""  # one table, one message
        for index in range(self.item, len(self.tokens)):
            token = self.tokens[index]
            if token.type == "NAME":
                self.unread.add(token.value)
            elif token.type == "IMPORT":
                self.lost_import = True
            if index < max(at, self.item + 1):
                continue
            if token.type == "LBRACE":
                return self._enter_block(index, where)
            if token.type == "RBRACE":
                return index
            if self.source.begins_line(token.start) and token.type not in _GOES_ON and token.type != rows:
                if token.type in {"SINCE", "UNLESS"} and where in {"items", "block_items"}:
                    self._feed_head(index, where)
                return index
        return len(self.tokens)

    def _drop_row(self, at: int) -> None:
        """Drop the row of a matrix that is broken within its line: what stands before the fault was taken for a row."""
        rows = self.state.value_stack[-1]
        if at and rows and rows[-1] is self.tokens[at - 1] and not self.source.begins_line(self.tokens[at].start):
            rows.pop()

    def _enter_block(self, index: int, where: str) -> int:
        """Feed a stand-in for the head of a broken item, so that the block at `index` is read; return where to go on."""
        if self._feed_head(index, where) and self._feed(self.tokens[index]):
            self.braces.append(
                _Brace(self.tokens[index], index, self.item, self.source.indent(self.tokens[index].start))
            )
        return index + 1

    def _feed_head(self, index: int, where: str) -> bool:
        """Feed a stand-in for what the broken item has before the token at `index`; tell whether the parser took it."""
        first = self.tokens[self.item].type
        types = {token.type for token in self.tokens[self.item : index]}
        head = _STAND_INS.get(first) or _STAND_INS.get(where, ())
        if where == "items" and first == "NAME" and "MOVE" in types:
            head = ("NAME", "MOVE", "TEXT")
        if "AS" in types and self.tokens[index].type == "LBRACE" and head[-1:] == ("TEXT",):
            head = ("NAME", "MOVE", "TEXT", "AS") if where == "items" else (*head, "AS")
        inside = self.tokens[index + 1].type if index + 1 < len(self.tokens) else ""
        if where == "items" and inside in _HOLDERS and self.tokens[index].type == "LBRACE":
            first = _HOLDERS[inside]
            head = _STAND_INS[first]
        place = self.tokens[index].start
        depth = len(self.state.state_stack)
        stand_ins = [Token(terminal, _STAND_IN_TEXT.get(terminal, ""), place, place) for terminal in head]
        for token in [*stand_ins, *(self._cited(index) if first == "SECTION" else ())]:
            if not self._feed(token):
                del self.state.state_stack[depth:], self.state.value_stack[depth - 1 :]
                return False
        return bool(head)

    def _cited(self, index: int) -> list[Token]:
        """Find the `of SOURCE` in the head of a section: citations in the section rely on it."""
        head = self.tokens[self.item : index]
        for one, other in pairwise(head):
            if one.type == "OF" and other.type == "NAME":
                return [one, other]
        return []

    def _feed(self, token: Token) -> bool:
        try:
            self.state.feed_token(token)  # type: ignore[arg-type]
        except UnexpectedToken:
            return False
        return True


_DEEP = 2000  # stacks higher than this are not copied


def _states_of(states: dict[Any, dict[str, tuple[Any, Any]]], names: tuple[str, ...]) -> dict[Any, str]:
    """Find the parser's states in which one of these lists is open, by following the table's own transitions."""
    return {row[name][1]: name for row in states.values() for name in names if name in row}
