"""Going on after an error, so that one run finds every error of a file.

The parser's own stack says which lists are open: the items of the file or of a section, the block of a statement, of
a step, of a source, the rows of a matrix. Where it is clear what was meant (a text without its closing quote), that is
read instead, and nothing is lost. Otherwise the broken item is dropped, the tokens up to the next one that begins an
item are skipped, and the innermost open list that can take it goes on. Where the broken item had a block, a stand-in
for its head is put before it, so that what the block holds is read as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lark.exceptions import UnexpectedToken

from argmap.near import Nearby
from argmap.syntax.faults import Situation, explain
from argmap.syntax.lexer import Token, tokens
from argmap.syntax.nodes import AttributeNode, DeclarationNode, RelationNode, StatementNode
from argmap.syntax.stacks import Stacks
from argmap.syntax.standins import head_for, stand_in

if TYPE_CHECKING:
    from lark import Lark

    from argmap.diagnostics import Diagnostic
    from argmap.source import Source
    from argmap.syntax.faults import Fault
    from argmap.syntax.nodes import Document

_GOES_ON = frozenset({"SEPARATOR", "AND", "LBRACE", "NEWLINE", "RBRACKET"})  # at the begin of a line: no new item
_MARGIN = frozenset({"KIND", "DECLARE", "SECTION", "IMPORT", "MAP", "MATRIX", "SCENARIO"})
_AFTER_SUBJECT = frozenset({"MOVE", "RELATION", "SINCE", "UNLESS"})
# Faults after which it is a guess what belongs to which block.
_OF_BLOCKS = frozenset({"L104", "L109", "L135"})
_BRACKETS = frozenset({"LBRACE", "RBRACE", "AS"})
_MOST_ENDS = 4  # faults at the end: in a tail, in its step, in the block, and what is still open
_MOST_TRIES = 20  # errors at one token: deep blocks may have to be left one by one
_LOOK_AHEAD = 500  # tokens
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
        self.stacks = Stacks(parser)
        self.diagnostics: list[Diagnostic] = []
        self.unread: set[str] = set()
        self.doubtful: int | None = None
        self.lost_import = False
        self.braces: list[_Brace] = []  # the open ones, innermost last
        self.suspect: tuple[Token, Token] | None = None  # braces that do not look like a pair
        self.item = 0  # index of the token with which the current item begins
        self.guessed = -1  # index of the token after something that was read as what was meant
        self.reread = 0
        self.tried = -1  # index of the token with the last error
        self.tries = 0  # how many errors it has had before
        self.nearby = Nearby()

    def parse(self) -> Document:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            self._close_guessed(token)
            self.stacks.open_list()
            if self.stacks.in_list:
                self.item = at
            try:
                self.stacks.feed(token)
            except UnexpectedToken as error:
                if self.source.begins_line(token.start) and self.stacks.complete():
                    continue  # the item before was whole: the error is at the beginning of one
                at = self._recover(at, frozenset(error.expected)) if self._is_new(at) else at + 1
                continue
            self._keep(at)
            at += 1
        return self._end()

    def _is_new(self, at: int) -> bool:
        """Tell whether there is still something to try at a token: the errors at one token must come to an end."""
        self.tries = self.tries + 1 if at == self.tried else 0
        self.tried = at
        return self.tries < _MOST_TRIES

    def _keep(self, at: int) -> None:
        """Take note of what the token just read begins or ends."""
        token = self.tokens[at]
        if token.type == "LBRACE":
            self.braces.append(_Brace(token, at, self.item, self.source.indent(token.start)))
        elif token.type == "RBRACE":
            if self.braces:
                self._closed(token, self.braces.pop())
        elif self.stacks.began_item:
            self.item = at

    def _closed(self, token: Token, brace: _Brace) -> None:
        """Note the first pair of braces that does not look like one: perhaps one is missing, or one too many."""
        self.item = brace.item
        if self.suspect is not None:
            return
        odd = "\n" in self.source.text[brace.token.start : token.start]
        if self.source.begins_line(token.start):
            odd = self.source.indent(token.start) > brace.depth
        if odd:
            self.suspect = (brace.token, token)
            self._doubt(token.start)

    def _doubt(self, place: int) -> None:
        self.doubtful = min(place, self.doubtful if self.doubtful is not None else place)

    # The end of the text.

    def _end(self) -> Document:
        end = len(self.source.text)
        last = Token("$END", "", end, end)
        self._close_guessed(last)
        for _ in range(_MOST_ENDS):
            self.stacks.open_list()
            try:
                return self.stacks.finish(last)
            except UnexpectedToken as error:
                self.stacks.complete()
                if self.stacks.in_list:
                    self.item = len(self.tokens)
                found = self._report(len(self.tokens), frozenset(error.expected))
                self.stacks.drop_item()
            if found.diagnostic.code == "L104":
                self._close_all(end)
        return self.stacks.finish_anyhow(last)

    def _close_all(self, place: int) -> None:
        while self.braces:
            self.braces.pop()
            self.stacks.takes(stand_in("RBRACE", place))
            self.stacks.complete()

    # Errors.

    def _recover(self, at: int, expected: frozenset[str]) -> int:
        """Report the error at token `at`, bring the stacks to an open list, and say with which token to go on."""
        token = self.tokens[at]
        if self._leaves_blocks_open(at):
            self._report(at, expected, unclosed=True)
            self._close_down_to(token)
            return at
        if at == self.guessed and not self.source.begins_line(token.start):
            # What was guessed does not fit here, and the fault itself has been told.
            return self._skip(at, self.stacks.drop_item())
        if token.type == "AS" or self._ends_line_with_colon(at):
            self.stacks.complete()
        found = self._report(at, expected)
        if found.restart is not None:
            at = self._go_back(found.restart)
        if self._begin_again(at, found):
            return at
        if found.instead is not None and found.go_on >= at and self._read_instead(at, found.instead, found.go_on):
            self.guessed = found.go_on
            return found.go_on
        return self._skip(at, self.stacks.drop_item())

    def _begin_again(self, at: int, found: Fault) -> bool:
        """Change what stands around the error, so that its token is to be tried again; tell whether that is done."""
        if found.reread is not None and self.reread < _MOST_REREAD:
            self.reread += 1
            self.tokens[at:] = [*(found.instead or ()), *tokens(self.source.text, found.reread)]
            return True
        if found.reopen == "block":
            self.tokens[at : max(at, found.go_on)] = found.instead or ()
            self.stacks.complete()
            self._reopen(at)
            return True
        return found.reopen == "headless" and self._reopen_headless(at)

    def _ends_line_with_colon(self, at: int) -> bool:
        following = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return self.tokens[at].value == ":" and following is not None and self.source.begins_line(following.start)

    def _go_back(self, start: int) -> int:
        """Take back what was read from the token with that index on, where the current item or the one before begins."""
        self.stacks.take_back()
        if start < self.item and self.stacks.items:
            self.stacks.items.pop()
        self.item = start
        return start

    def _report(self, at: int, expected: frozenset[str], *, unclosed: bool = False) -> Fault:
        items = self.stacks.items
        situation = Situation(
            self.source,
            self.tokens,
            at,
            self.item,
            expected,
            self.stacks.innermost,
            tuple(brace.token for brace in self.braces[-1:]),
            self.nearby,
            previous=items[-1] if items else None,
            suspect=self.suspect,
            unclosed=unclosed,
            outermost=self._first_to_close(self.tokens[at].start) if unclosed else 0,
        )
        found = explain(situation)
        self.diagnostics.append(found.diagnostic)
        if found.diagnostic.code in _OF_BLOCKS or situation.token.type in _BRACKETS:
            self._doubt(found.diagnostic.where.start)
        self.unread.update(found.named)
        if found.undo and items and isinstance(items[-1], AttributeNode | RelationNode):
            items.pop()
        return found

    def _read_instead(self, at: int, instead: tuple[Token, ...], go_on: int) -> bool:
        """Read what was meant; tell whether the parser took it."""
        begins = self.stacks.in_list
        if not self.stacks.takes_all(instead):
            return False
        if instead and begins:
            self.item = at
        if instead and instead[-1].type == "LBRACE" and instead[-1].stands_in:
            self._guess_block(instead[-1], at)
        if len(instead) == go_on - at:
            self.tokens[at:go_on] = instead
        return True

    # Blocks that were not closed, not opened, or closed too early.

    def _leaves_blocks_open(self, at: int) -> bool:
        """Tell whether a block was left open above: a statement begins no deeper than the line that opened it."""
        token = self.tokens[at]
        if not self.braces or self.stacks.innermost == "items":
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
        self.stacks.drop_item()
        while self.braces and self.stacks.innermost != "items" and self.braces[-1].depth >= depth:
            if not self.stacks.takes(stand_in("RBRACE", token.start)):
                break
            self.item = self.braces.pop().item

    def _close_guessed(self, token: Token) -> None:
        """Close blocks whose `{` was only guessed, where the indentation says that they end before this token."""
        at_end = token.type == "$END"
        while self.braces and self.braces[-1].guessed and (at_end or self.source.begins_line(token.start)):
            depth, own = self.braces[-1].depth, self.source.indent(token.start)
            if not at_end and (own > depth or (own == depth and token.type == "RBRACE")):
                return
            self.stacks.drop_item()
            self.stacks.takes(stand_in("RBRACE", token.start))
            self.item = self.braces.pop().item
            self.stacks.complete()

    def _reopen(self, at: int) -> None:
        """Go on in the block of what was read just before, which was closed too early or not opened at all."""
        items = self.stacks.items
        node: StatementNode | DeclarationNode = items.pop()
        word = node.kind if isinstance(node, StatementNode) else node.word
        head = [token for token in (word, node.name, node.text) if token is not None]
        self._open_block(at, head, self.source.indent(head[0].start))
        if node.block is not None:
            self.stacks.items.extend(node.block.items)
        if self.tokens[at].type == "AS":  # it belongs to a step that is over
            self.guessed = at

    def _guess_block(self, brace: Token, at: int) -> None:
        """Take note of a brace that was missing: its block ends where the indentation does, if there is any."""
        depth = self.source.indent(brace.start)
        following = self.tokens[at] if at < len(self.tokens) else None
        indented = following is not None and self.source.indent(following.start) > depth
        self.braces.append(_Brace(brace, at, self.item, depth if indented else -1, guessed=True))

    def _reopen_headless(self, at: int) -> bool:
        """Go on as if a block had begun here, if one ends further below; tell whether one does."""
        inside = 0
        for token in self.tokens[at : at + _LOOK_AHEAD]:
            inside += {"LBRACE": 1, "RBRACE": -1}.get(token.type, 0)
            if inside < 0:
                start = self.tokens[at].start
                depth = min(self.source.indent(token.start), self.source.indent(start) - 1)
                self._open_block(at, [stand_in("KIND", start), stand_in("TEXT", start)], depth)
                return True
        return False

    def _open_block(self, at: int, head: list[Token], depth: int) -> None:
        brace = Token("LBRACE", "{", head[-1].end, head[-1].end)
        self.stacks.takes_all([*head, brace])
        self.braces.append(_Brace(brace, at, self.item, depth, guessed=True))
        self.stacks.open_list()

    # What cannot be read.

    def _skip(self, at: int, where: str) -> int:
        """Skip what is left of the broken item; return the index of the token with which to go on."""
        if where == "rows":
            self._drop_row(at)
        # One table outside a matrix, or one run of attributes outside a block, is one message.
        same = self.tokens[at].type if self.tokens[at].type in {"ROW", "KEY"} else ""
        for index in range(self.item, len(self.tokens)):
            token = self.tokens[index]
            if index >= max(at, self.item + 1):
                if token.type == "LBRACE":
                    return self._enter_block(index, where)
                if token.type == "RBRACE":
                    return index
                if token.type not in _GOES_ON and token.type != same and self.source.begins_line(token.start):
                    if token.type in {"SINCE", "UNLESS"} and where in {"items", "block_items"}:
                        self.stacks.takes_all(head_for(self.tokens, self.item, index, where))
                    return index
            if token.type == "NAME":
                self.unread.add(token.value)
            elif token.type == "IMPORT":
                self.lost_import = True
        return len(self.tokens)

    def _drop_row(self, at: int) -> None:
        """Drop the row of a matrix that is broken within its line: what stands before the fault was taken for a row."""
        rows = self.stacks.items
        if at and rows and rows[-1] is self.tokens[at - 1] and not self.source.begins_line(self.tokens[at].start):
            rows.pop()

    def _enter_block(self, index: int, where: str) -> int:
        """Read a stand-in for the head of a broken item, and its brace; return where to go on."""
        brace = self.tokens[index]
        if self.stacks.takes_all([*head_for(self.tokens, self.item, index, where), brace]):
            self.braces.append(_Brace(brace, index, self.item, self.source.indent(brace.start)))
        return index + 1
