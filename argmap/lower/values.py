"""Values of attributes: each shape of the table in `vocabulary.py` has one reader.

A reader takes the value as tokens and gives it in its type; what does not fit it reports with what was expected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from argmap.diagnostics import Mend
from argmap.lower.citations import read_locators
from argmap.lower.names import find
from argmap.lower.quantities import is_date, read_range
from argmap.model import Attribute, Check, Range, SourceRef
from argmap.near import near as near_words
from argmap.syntax.lexer import Token
from argmap.syntax.nodes import ListNode
from argmap.syntax.texts import name_of, text_of
from argmap.vocabulary import ANALYST, LIKELIHOODS, STEPS, AttributeSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.lower.work import Work
    from argmap.model import AttributeValue
    from argmap.syntax.nodes import AttributeNode
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


def read_attribute(work: Work, file: int, node: AttributeNode, spec: AttributeSpec, target: Target) -> Attribute | None:
    """Read the value of one attribute; return None where it does not fit (that has been reported)."""
    reader = ValueReader(work, file, spec, target, node.key, list(node.values))
    value = reader.read()
    if value is None:
        return None
    return Attribute(spec.key, value, reader.reason, node.key.start, node.end)


class ValueReader:
    """Reads the value of one attribute. `parts` are the words, texts, signs and lists after its key."""

    def __init__(
        self, work: Work, file: int, spec: AttributeSpec, target: Target, place: Token, parts: list[Token | ListNode]
    ) -> None:
        self.work = work
        self.file = file
        self.spec = spec
        self.target = target
        self.place = place  # the key, at which to point when there is no value to point at
        self.parts = parts
        self.reason: str | None = None

    def read(self) -> AttributeValue | None:
        """Return the value, or None where it does not fit (that has been reported)."""
        spec = self.spec
        last = self.parts[-1] if self.parts else None
        if spec.reason and last is not None and _is_text(last) and (len(self.parts) > 1 or spec.shape == "locators"):
            self.reason = text_of(last)
            self.parts.pop()
        if not self.parts:
            self._misfit(self.place, f"`{spec.key}:` has no value", "L122")
            return None
        return _READERS[spec.shape](self)

    # Words and texts.

    def text(self) -> str | None:
        first, last = self.parts[0], self.parts[-1]
        if len(self.parts) == 1 and _is_text(first):
            return text_of(first)
        if all(isinstance(part, Token) and part.type == "WORD" for part in self.parts):
            raw = self.work.source(self.file).text[first.start : last.end]
            self.work.report(
                self.file, (first.start, last.end), "L128", f"the value of `{self.spec.key}:` is a text, and texts stand in quotes",
                self._wanted(), Mend(f'{self.spec.key}: "{raw}"'),
            )  # fmt: skip
            return None
        self._too_many()
        return None

    def word(self) -> str | None:
        token = self._single()
        return token.value if token is not None else None

    def choice(self) -> str | None:
        token = self._single()
        choices = self.spec.choices or scheme_names()
        if token is None or token.value in choices:
            return token.value if token is not None else None
        near = [word for word in choices if word.lower() == token.value.lower().replace("_", "-")]
        near = near or near_words(token.value.lower(), choices, 2, 0.5)
        wanted = (
            " ".join(f"`{word}`" for word in choices) if self.spec.choices else "the name of an argumentation scheme"
        )
        self._misfit(token, f"`{token.value}` is no value of `{self.spec.key}:`", wanted=f"one of {wanted}" if self.spec.choices else wanted,
                     mends=[Mend(f"{self.spec.key}: {word}") for word in near])  # fmt: skip
        return None

    def considered(self) -> str | None:
        value = self.choice()
        if value is not None and self.reason is None:
            self._misfit(self.parts[0], "`considered: none` says nothing without where you looked")
        return value

    # Numbers.

    def probability(self) -> Range | None:
        token = self._single()
        if token is None:
            return None
        found = read_range(token.value)
        if found is None:
            self._misfit(token, f"`{token.value}` is not a number from 0 to 1")
            return None
        low, high = found
        mends = []
        if not 0 <= low <= 1 or not 0 <= high <= 1:
            message = f"`{token.value}` is not between 0 and 1"
            if "%" not in token.value and read_range(f"{token.value}%") is not None and max(low, high) <= _HUNDRED:
                mends = [Mend(f"{self.spec.key}: {token.value}%", "if per cent was meant")]
        elif low > high:
            message = f"the range `{token.value}` runs from high to low"
            first, _, last = token.value.partition("..")
            mends = [Mend(f"{self.spec.key}: {last}..{first}")]
        else:
            return Range(low, high)
        self._misfit(token, message, mends=mends)
        return None

    def likelihood(self) -> Range | str | None:
        token = self._single()
        if token is None:
            return None
        if token.value in LIKELIHOODS:
            return token.value
        if read_range(token.value) is not None:
            return self.probability()
        near = near_words(token.value.lower(), LIKELIHOODS, 2, 0.6)
        self._misfit(
            token,
            f"`{token.value}` is no word of a likelihood scale",
            mends=[Mend(f"likelihood: {word}") for word in near],
        )
        return None

    def weight(self) -> float | str | None:
        token = self._single()
        if token is None or token.value in self.spec.choices:
            return token.value if token is not None else None
        words = "`weak`, `moderate`, `strong`"
        try:
            number = float(token.value)
        except ValueError:
            near = near_words(token.value.lower(), self.spec.choices, 1, 0.5)
            unit = "a share from 0 to 1" if self.target == "undercut" else "a number of bits"
            self._misfit(
                token,
                f"`{token.value}` is no weight",
                wanted=f"{words} or {unit}",
                mends=[Mend(f"weight: {word}") for word in near],
            )
            return None
        if self.target == "undercut" and not 0 <= number <= 1:
            self._misfit(token, "the weight of an `unless` is the share of the step it takes away, never a number of bits",
                         wanted=f"{words} or a number from 0 to 1")  # fmt: skip
            return None
        if not 0 < number <= MOST_BITS and self.target != "undercut":
            self._misfit(
                token,
                f"a weight of {token.value} bits is out of range",
                wanted=f"{words} or a number above 0, at most {MOST_BITS}",
            )
            return None
        return number

    def date(self) -> str | None:
        token = self._single()
        if token is None:
            return None
        if not is_date(token.value):
            self._misfit(token, f"`{token.value}` is not a date")
            return None
        return token.value

    def seen(self) -> str | None:
        token = self._single()
        if token is None or token.value in {"yes", "no"} or is_date(token.value):
            return token.value if token is not None else None
        self._misfit(token, f"`{token.value}` is neither yes, no nor a date")
        return None

    def checked(self) -> Check | None:
        words = [text_of(part) if _is_text(part) else part.value for part in self.parts if isinstance(part, Token)]
        if len(words) != len(self.parts) or len(words) != len(Check._fields) or not is_date(words[1]):
            message = "this is not who checked it, when, and with what verdict"
            self._misfit(self.parts[0], message, end=self.parts[-1].end)
            return None
        return Check(*words)

    # Names.

    def name(self) -> str | None:
        token = self._single()
        if token is not None and self.target in STEPS:
            return token.value  # the critical question of a scheme: a word, not the name of anything in the map
        return self._refer(token) if token is not None else None

    def names(self) -> tuple[str, ...] | None:
        only = self.parts[0]
        if len(self.parts) != 1 or not isinstance(only, ListNode):
            raw = ", ".join(part.value for part in self.parts if isinstance(part, Token) and part.type != "SEPARATOR")
            self._misfit(
                only,
                f"the values of `{self.spec.key}:` are a list",
                end=self.parts[-1].end,
                mends=[Mend(f"{self.spec.key}: [{raw}]")],
            )
            return None
        tokens = self._list_items(only)
        if tokens is None:
            return None
        if not self.spec.refers:
            return tuple(text_of(token) if _is_text(token) else token.value for token in tokens)
        found = [self._refer(token) for token in tokens]
        result = tuple(name for name in found if name is not None)
        for position, (name, token) in enumerate(zip(found, tokens, strict=True)):
            if name is not None and name in found[:position]:
                self._misfit(token, f"`{token.value}` stands twice in this list", mends=[Mend("leave one out")])
        return result

    def _list_items(self, node: ListNode) -> list[Token] | None:
        tokens: list[Token] = []
        comma_due = False
        for token in node.items:
            if token.type == "SEPARATOR":
                if not comma_due or token.value != ",":
                    self._misfit(token, f"a `{token.value}` stands here, and a value was due", wanted="`[one, two]`")
                    return None
                comma_due = False
            elif comma_due:
                raw = ", ".join(item.value for item in node.items if item.type != "SEPARATOR")
                self._misfit(
                    token,
                    "between two values of a list a comma is due",
                    wanted="`[one, two]`",
                    mends=[Mend(f"{self.spec.key}: [{raw}]")],
                )
                return None
            else:
                tokens.append(token)
                comma_due = True
        if not tokens:
            self._misfit(self.place, "this list is empty", wanted="`[one, two]`, or no such line")
            return None
        return tokens

    def chain(self) -> tuple[str, ...] | None:
        names: list[str] = []
        for position, part in enumerate(self.parts):
            if position % 2:
                if not isinstance(part, Token) or part.value != ">":
                    self._misfit(part, "between two names of a chain `>` is due", mends=[])
                    return None
            elif not isinstance(part, Token) or part.type != "WORD":
                self._misfit(part, "this is not a name")
                return None
            elif part.value == ANALYST:
                names.append(ANALYST)
            elif (name := self._refer(part)) is not None:
                names.append(name)
        return tuple(names)

    def place_in_source(self) -> SourceRef | None:
        first = self.parts[0]
        if not isinstance(first, Token) or first.type != "WORD":
            self._misfit(first, "this is not the name of a source")
            return None
        source = self._refer(first)
        locators = read_locators(self.work, self.file, self.parts[1:])
        return SourceRef(source, locators) if source is not None and locators is not None else None

    def locators(self) -> tuple[str, ...] | None:
        return read_locators(self.work, self.file, self.parts)

    # Helpers.

    def _refer(self, token: Token) -> str | None:
        kinds = tuple({"hypothesis": "statement"}.get(kind, kind) for kind in self.spec.refers if kind != ANALYST)
        if _is_text(token):
            self._misfit(token, "a name stands without quotes", mends=[Mend(f"{self.spec.key}: {text_of(token)}")])
            return None
        symbol = find(self.work, self.file, token, kinds, f"`{self.spec.key}:`")
        if symbol is None:
            return None
        kind = getattr(symbol.entity, "kind", "")
        if self.spec.refers == ("hypothesis",) and kind != "hypothesis":
            line = self.work.line(symbol.file, symbol.token.start)
            self._misfit(token, f"{name_of(token)} is {kind and 'a ' + str(kind)} (line {line}), and only a hypothesis answers a question",
                         wanted="the name of a hypothesis", mends=[Mend(f"hypothesis {symbol.token.value} …", f"on line {line}")])  # fmt: skip
            return None
        return symbol.id

    def _single(self) -> Token | None:
        if len(self.parts) == 1 and isinstance(self.parts[0], Token):
            token = self.parts[0]
            if token.type == "WORD":
                return token
            if _is_text(token):
                self._misfit(
                    token,
                    f"the value of `{self.spec.key}:` stands without quotes",
                    mends=[Mend(f"{self.spec.key}: {text_of(token)}")],
                )
                return None
        self._too_many()
        return None

    def _too_many(self) -> None:
        extra = self.parts[1] if len(self.parts) > 1 else self.parts[0]
        what = "has more values than it takes" if len(self.parts) > 1 else "does not take a list"
        mends = []
        if self.parts[1:] == [extra] and _is_text(extra) and not self.spec.reason:
            mends = [Mend(f"note: {extra.value}", "for a remark")]
        self._misfit(extra, f"`{self.spec.key}:` {what}", "L127", end=self.parts[-1].end, mends=mends)

    def _misfit(
        self, part: Token | ListNode, message: str, code: str = "L120", *,
        wanted: str = "", mends: list[Mend] | None = None, end: int | None = None,
    ) -> None:  # fmt: skip
        place = (part.start, end if end is not None else part.end)
        self.work.report(self.file, place, code, message, wanted or self._wanted(), *(mends or []))

    def _wanted(self) -> str:
        if self.spec.shape == "choice" and self.spec.choices:
            return "one of " + " ".join(f"`{word}`" for word in self.spec.choices)
        return _WANTED.get(self.spec.shape, self.spec.example)


_HUNDRED = 100
MOST_BITS = 20  # a step of twenty bits makes a million to one of evens: beyond that a number is a slip

_READERS: dict[str, Callable[[ValueReader], AttributeValue | None]] = {
    "text": ValueReader.text,
    "word": ValueReader.word,
    "choice": ValueReader.choice,
    "probability": ValueReader.probability,
    "likelihood": ValueReader.likelihood,
    "weight": ValueReader.weight,
    "date": ValueReader.date,
    "seen": ValueReader.seen,
    "names": ValueReader.names,
    "name": ValueReader.name,
    "chain": ValueReader.chain,
    "place": ValueReader.place_in_source,
    "locators": ValueReader.locators,
    "checked": ValueReader.checked,
    "considered": ValueReader.considered,
}


def scheme_names() -> tuple[str, ...]:
    """Return the names of the argumentation schemes argmap knows."""
    from argmap.schemes import names

    return names()


def _is_text(part: Token | ListNode) -> TypeGuard[Token]:
    return isinstance(part, Token) and part.type == "TEXT"
