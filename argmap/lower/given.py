"""The value of one attribute as it is given, and what can be said of it whatever its shape."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.lower.names import find
from argmap.syntax.lexer import Token
from argmap.syntax.texts import name_of, text_of
from argmap.vocabulary import ANALYST, KEYWORDS, LIKELIHOODS, AttributeSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeGuard

    from argmap.diagnostics import Mend
    from argmap.lower.work import Work
    from argmap.syntax.nodes import ListNode
    from argmap.vocabulary import Target

_WANTED = {
    "text": "one text in quotes",
    "word": "one word",
    "probability": "a number from 0 to 1, a percentage, or a range of them: `0.7`, `70%`, `0.6..0.8`",
    "likelihood": "a word of a scale (`very-likely`), a percentage or a range of them: `55%..80%`",
    "date": "a year, a month or a day: `2024`, `2024-07`, `2024-07-19`",
    "seen": "`yes`, `no`, or the date on which it was seen",
    "names": "a list: `[one, two]`",
    "name": "one name",
    "chain": "a name, or a chain of them: `A > B` (A, as passed on by B)",
    "place": "the name of a source, and places in it",
    "locators": "places in the source: `par22`, `n33-36`, `p7`",
    "checked": "a name, a date and a verdict: `checked: mary 2025-03-01 confirmed`",
    "considered": '`none`, and in quotes where objections were looked for: `considered: none "asked both sides"`',
}
_MOVES = frozenset({"MOVE", "SINCE", "UNLESS"})


class Given:
    """The words, texts, signs and lists after the key of an attribute.

    `place` is the key, at which to point when there is no value to point at; `reason` the quoted words after the value.
    """

    def __init__(
        self,
        work: Work,
        file: int,
        spec: AttributeSpec,
        target: Target,
        place: Token,
        parts: Sequence[Token | ListNode],
    ) -> None:
        self.work = work
        self.file = file
        self.spec = spec
        self.target = target
        self.place = place
        self.parts = list(parts)
        self.reason: str | None = None

    def refer(self, token: Token) -> str | None:
        """Return the id of what a name means."""
        kinds = tuple({"hypothesis": "statement"}.get(kind, kind) for kind in self.spec.refers if kind != ANALYST)
        if token.type == "TEXT":
            self.misfit(token, "a name stands without quotes", better=[text_of(token)])
            return None
        symbol = find(self.work, self.file, token, kinds, f"`{self.spec.key}:`")
        if symbol is None:
            return None
        kind = getattr(symbol.entity, "kind", "")
        if self.spec.refers == ("hypothesis",) and kind != "hypothesis":
            line = self.work.line(symbol.file, symbol.token.start)
            what = kind if kind == "evidence" else f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"
            message = f"{name_of(token)} is {what} (line {line}), and only a hypothesis answers a question"
            self.misfit(token, message, wanted=f"the name of a hypothesis, or `hypothesis` on line {line}")
            return None
        return symbol.id

    def single(self, better: Callable[[str], str] = str, what: str = "a number from 0 to 1") -> Token | None:
        """Return the one word that stands here; `better` makes of several parts the word that was perhaps meant."""
        first, last = self.parts[0], self.parts[-1]
        if len(self.parts) == 1 and isinstance(first, Token):
            if first.type == "WORD":
                return first
            if first.type == "TEXT":
                message = f"the value of `{self.spec.key}:` stands without quotes"
                self.misfit(first, message, better=[self._as_word(text_of(first))])
                return None
        meant = better(self.raw(first.start, last.end)) if better is not str else ""
        words = all(isinstance(part, Token) and part.type in {"WORD", "SEPARATOR"} for part in self.parts)
        if meant or (words and self.spec.shape == "date"):
            message = f"`{self.raw(first.start, last.end)}` is not {what}"
            self.misfit(
                first, message, end=last.end, mends=[self.instead(first.start, last.end, meant)] if meant else []
            )
        else:
            self.too_many()
        return None

    def too_many(self) -> None:
        """Report that more stands here than the attribute takes."""
        extra = self.parts[1] if len(self.parts) > 1 else self.parts[0]
        what = "has more values than it takes" if len(self.parts) > 1 else "does not take a list"
        mends = []
        if len(self.parts) == 2 and is_text(extra) and not self.spec.reason:  # noqa: PLR2004 - a value and a text
            mends = [self.instead(extra.start, extra.start, "note: ", "for a remark")]
        last = self.parts[-1]
        whole = self._as_word(self.raw(self.parts[0].start, last.end))
        if whole in LIKELIHOODS:
            mends = [self.instead(self.parts[0].start, last.end, whole)]
        elif isinstance(last, Token) and last.value in self.spec.choices:  # `very strong`
            mends = [self.instead(self.parts[0].start, last.end, last.value)]
        self.misfit(extra, f"`{self.spec.key}:` {what}", "L127", end=self.parts[-1].end, mends=mends)

    def _as_word(self, text: str) -> str:
        """Join the words of a likelihood, which is one word."""
        joined = "-".join(text.lower().split())
        return joined if self.spec.shape == "likelihood" and joined in LIKELIHOODS else text

    def raw(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.work.source(self.file).text[start:end]

    def instead(self, start: int, end: int, text: str, when: str = "") -> Mend:
        """Make the mend that puts something else between two offsets."""
        return self.work.mend(self.file, start, end, text, when)

    def misfit(
        self,
        part: Token | ListNode,
        message: str,
        code: str = "L120",
        *,
        wanted: str = "",
        better: Sequence[str] = (),
        mends: Sequence[Mend] = (),
        end: int | None = None,
    ) -> None:
        """Report that a value does not fit; each of the `better` ones could stand in its place."""
        place = (part.start, end if end is not None else part.end)
        made = [*(self.instead(part.start, part.end, word) for word in better), *mends]
        self.work.report(self.file, place, code, message, wanted or self.wanted(), *made)

    def wanted(self) -> str:
        """Say what values the attribute takes."""
        if self.spec.shape == "choice" and self.spec.choices:
            return "one of " + " ".join(f"`{word}`" for word in self.spec.choices)
        return _WANTED.get(self.spec.shape, self.spec.example)


def is_text(part: Token | ListNode) -> TypeGuard[Token]:
    """Tell whether a part of a value is a text."""
    return isinstance(part, Token) and part.type == "TEXT"


def runs_into_a_move(work: Work, file: int, key: str, parts: Sequence[Token | ListNode]) -> bool:
    """Report a `because` on the line of an attribute: there it is a word of the value."""
    for before, part in pairwise(parts):
        if isinstance(part, Token) and part.type == "WORD" and KEYWORDS.get(part.value) in _MOVES:
            if isinstance(before, Token) and before.value == ",":
                mend = work.mend(file, before.start, before.end, "")._replace(sure=True)
                message = f"because of this comma the value of `{key}:` runs on into the next line"
                work.report(file, before, "L118", message, "no comma: a line needs no sign at its end", mend)
                return True
            message = f"`{part.value}` stands within the value of `{key}:`, which goes to the end of its line"
            mend = work.mend(file, before.end, part.start, "\n")
            work.report(file, part, "L127", message, f"`{part.value}` on a line of its own", mend)
            return True
    return False
