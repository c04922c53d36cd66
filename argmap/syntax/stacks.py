"""The stacks of Lark's parser, taken in hand: what recovery needs to look at them and to change them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lark.exceptions import UnexpectedToken
from lark.parsers.lalr_analysis import Shift

if TYPE_CHECKING:
    from lark import Lark

    from argmap.syntax.lexer import Token
    from argmap.syntax.nodes import Document

# The lists of the grammar in which an item may be dropped and the next one taken.
LISTS = ("items", "block_items", "step_items", "attributes", "rows", "changes")
_TAILS = ("tails",)  # what hangs on a step: one that is broken is dropped without its step
_ENDS = ("RBRACE", "KIND", "$END")  # what may follow an item, whichever list it is in
_DEEP = 2000  # stacks higher than this are not copied


class Stacks:
    """The parser's states, and the nodes made so far, innermost last."""

    def __init__(self, parser: Lark) -> None:
        self._state = parser.parse_interactive().parser_state
        self._states = self._state.state_stack
        self._values = self._state.value_stack
        self._table = self._state.parse_conf.states
        self._lists = _states_of(self._table, LISTS)
        self._tails = _states_of(self._table, _TAILS)

    def feed(self, token: Token, *, is_end: bool = False) -> Any:  # noqa: ANN401 - at the end the document, else nothing
        """Give the parser a token.

        Raises:
            UnexpectedToken: it does not fit; what was whole before it has been reduced.
        """
        return self._state.feed_token(token, is_end=is_end)  # type: ignore[arg-type] # ours has what it asks of one

    def takes(self, token: Token) -> bool:
        """Give the parser a token; tell whether it took it."""
        try:
            self.feed(token)
        except UnexpectedToken:
            return False
        return True

    def takes_all(self, tokens: tuple[Token, ...] | list[Token]) -> bool:
        """Give the parser tokens, all or (as far as that can be undone) none; tell whether it took them."""
        kept = (list(self._states), list(self._values)) if len(self._states) < _DEEP else None
        for token in tokens:
            if not self.takes(token):
                if kept is not None:
                    self._states[:], self._values[:] = kept
                return False
        return True

    def finish(self, end: Token) -> Document:
        """Give the parser the end of the text, and return the tree.

        Raises:
            UnexpectedToken: something is not whole yet.
        """
        document: Document = self.feed(end, is_end=True)
        return document

    def finish_anyhow(self, end: Token) -> Document:
        """Leave out what is not whole, and return the tree."""
        del self._states[2:], self._values[1:]  # the items of the file are the first list there is
        return self.finish(end)

    @property
    def in_list(self) -> bool:
        """Whether a list is open, so that the next token begins an item."""
        return self._states[-1] in self._lists

    @property
    def began_item(self) -> bool:
        """Whether the token just taken began an item, or one of the tails of a step."""
        below = self._states[-2]
        return below in self._lists or below in self._tails

    @property
    def innermost(self) -> str:
        """The name of the innermost open list."""
        for state in reversed(self._states):
            if state in self._lists:
                return self._lists[state]
        return "items"

    @property
    def items(self) -> list[Any]:
        """What the open list holds so far; it may be changed."""
        items: list[Any] = self._values[-1] if self.in_list else []
        return items

    def open_list(self) -> None:
        """Begin an empty list where one is due, as the parser itself does only once it sees a token that fits."""
        row = self._table[self._states[-1]]
        for name in LISTS:
            if name in row:
                self._states.append(row[name][1])
                self._values.append([])
                return

    def complete(self) -> bool:
        """Finish the item read so far, if nothing is missing from it; tell whether that changed anything."""
        height, kept = len(self._states), (list(self._states), list(self._values))
        while not self.in_list:
            rule = self._rule_at_end()
            if rule is None:
                self._states[:], self._values[:] = kept
                return False
            size = len(rule.expansion)
            parts = self._values[len(self._values) - size :]
            del self._states[len(self._states) - size :], self._values[len(self._values) - size :]
            self._values.append(self._state.parse_conf.callbacks[rule](parts))
            self._states.append(self._table[self._states[-1]][rule.origin.name][1])
        return height != len(self._states)

    def drop_item(self) -> str:
        """End the current item, or take it off if it is not whole; return the list that is now open."""
        self.complete()
        self.take_back()
        return self._lists.get(self._states[-1], "tails")

    def take_back(self) -> None:
        """Take the current item off, as far as it has been read."""
        while not self.in_list and self._states[-1] not in self._tails:
            self._states.pop()
            self._values.pop()

    def _rule_at_end(self) -> Any:  # noqa: ANN401 - Lark's rule
        row = self._table[self._states[-1]]
        for terminal in _ENDS:
            action = row.get(terminal)
            if action is not None and action[0] is not Shift:
                return action[1]
        return None


def _states_of(states: dict[Any, dict[str, tuple[Any, Any]]], names: tuple[str, ...]) -> dict[Any, str]:
    """Find the parser's states in which one of these lists is open, by following the table's own transitions."""
    return {row[name][1]: name for row in states.values() for name in names if name in row}
