"""What the answer to each question hangs on: the inputs that move its leader most, and those that would unseat it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.strength.explaining.contests import contests_of, main_claims
from argmap.strength.explaining.sensitivity import flips, input_kind, leaders, swings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.sensitivity import Flip, InputKind, Swing

_MOST = 5  # turning points and main claims that are told of
_EACH = 3  # inputs that are told of each side
_TRIED = 20  # inputs whose turning points are sought, those with the widest swing first
_TELLS = 0.005  # what moves a strength by less does not show in two decimals


Side = Literal["for", "against", "open"]
_SIDES: tuple[Side, ...] = ("for", "against", "open")


class Prop(NamedTuple):
    """An input that moves a statement: its base, and the statement's strength with that base at .1 and at .95.

    `backed` tells whether evidence or somebody's word is behind it: what is not, moves nothing as things stand.
    """

    id: str
    kind: InputKind
    base: float
    low: float
    high: float
    backed: bool = True

    @property
    def side(self) -> Side:
        """Whether it speaks for the statement or against it; `open` while nothing backs it."""
        if not self.backed:
            return "open"
        return "for" if self.high > self.low else "against"


class Turn(NamedTuple):
    """Another answer leads when the base of an input falls below `at` (or rises above it, if `rising`).

    `backed` as of `Prop`.
    """

    id: str
    base: float
    at: float
    rising: bool
    instead: tuple[str, ...]
    backed: bool = True


@dataclass(frozen=True, slots=True)
class Hinge:
    """What one question, or one main claim (`question` is None), hangs on, in the leading reading.

    Attributes:
        question: Its id.
        about: The statement that is told of: the strongest answer, by id; several where they tie.
        props: What moves the first of these: the three widest swings of each side, side by side, widest first.
        turns: Where another answer would lead, nearest first; None where fewer than two answers are assessed.
    """

    question: str | None
    about: tuple[str, ...]
    props: tuple[Prop, ...]
    turns: tuple[Turn, ...] | None = None


def hinges(bench: Bench) -> tuple[Hinge, ...]:
    """Find for each question of a map what its leader hangs on, then for each of the first main claims."""
    found = []
    for contest in contests_of(bench):
        leading = leaders(bench, bench.solution.point, contest.answers)
        about = leading or tuple(n for n in contest.answers if bench.assessed(n))[:1]
        found.append(_hinge(bench, contest.question, contest.answers, about, turning=bool(leading)))
    claims = [number for number in main_claims(bench)[:_MOST] if bench.assessed(number)]
    return (*found, *(_hinge(bench, None, (number,), (number,), turning=False) for number in claims))


def _hinge(bench: Bench, question: str | None, group: Sequence[int], about: tuple[int, ...], *, turning: bool) -> Hinge:
    if not about:
        return Hinge(question, (), ())
    order = [about[0], *(number for number in group if number != about[0])]
    swung = sorted(swings(bench, order), key=lambda one: -one.width(0))
    moving = [_prop(bench, one) for one in swung if one.width(0) > _TELLS]
    props = tuple(prop for side in _SIDES for prop in [one for one in moving if one.side == side][:_EACH])
    turns = _turns(bench, group, order, swung) if turning else None
    return Hinge(question, tuple(_name(bench, n) for n in about), props, turns)


def _turns(bench: Bench, answers: Sequence[int], order: Sequence[int], swung: Sequence[Swing]) -> tuple[Turn, ...]:
    wide = sorted(swung, key=lambda one: -max(one.width(place) for place in range(len(order))))[:_TRIED]
    found = [flip for one in wide for flip in flips(bench, one.input, answers)]
    found.sort(key=lambda flip: abs(flip.at - flip.base))
    return tuple(_turn(bench, flip) for flip in found[:_MOST])


def _turn(bench: Bench, flip: Flip) -> Turn:
    instead = tuple(_name(bench, number) for number in flip.instead)
    backed = _backed(bench, flip.input, input_kind(bench, flip.input))
    return Turn(_name(bench, flip.input), flip.base, flip.at, flip.rising, instead, backed)


def _prop(bench: Bench, one: Swing) -> Prop:
    backed = _backed(bench, one.input, one.kind)
    return Prop(_name(bench, one.input), one.kind, one.base, one.low[0], one.high[0], backed)


def _backed(bench: Bench, number: int, kind: InputKind | None) -> bool:
    return kind != "bare" or bool(bench.spoken[number])


def _name(bench: Bench, number: int) -> str:
    return bench.classes[number][0].id
