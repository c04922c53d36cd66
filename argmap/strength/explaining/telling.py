"""All that is to be told of one statement in one reading, gathered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argmap.strength.explaining.attribution import account
from argmap.strength.explaining.contests import contests_of
from argmap.strength.explaining.robustness import robustness
from argmap.strength.explaining.sensitivity import flips, leaders, swings
from argmap.strength.explaining.shapley import shapley
from argmap.strength.explaining.tree import tree
from argmap.strength.explaining.withdrawal import apart, tells, without_sources, without_statements
from argmap.strength.whatif import in_scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.provenance.origins import Origins
    from argmap.strength.explaining.attribution import Account
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.contests import Contest
    from argmap.strength.explaining.robustness import Robustness
    from argmap.strength.explaining.sensitivity import Flip, Swing
    from argmap.strength.explaining.shapley import Shapley
    from argmap.strength.explaining.tree import Row
    from argmap.strength.explaining.withdrawal import Withdrawal

_MOST_FLIPS = 20  # inputs whose flip points are sought, those with the widest swing first
_TELLS = 5e-5  # what moves a strength by less does not show in four decimals


@dataclass(frozen=True, slots=True)
class Told:
    """One statement in one reading.

    Attributes:
        bench: The reading.
        target: The statement, as a class.
        account: The sum at it.
        leading: For each question that it answers who leads.
        rows: The tree below it.
        swings: How it answers to its inputs, widest first; those that do not show are left out.
        withdrawals: What becomes of it without a statement, source or voice, furthest first.
        flips: For each of these questions where another answer leads, nearest first.
        robustness: What becomes of it, and of its rivals, when grades are moved at random; itself is the first target.
        scenarios: Its strength in each scenario of the map, by title; None where it is not assessed there.
        shapley: Its Shapley values, where asked for and possible.
    """

    bench: Bench
    target: int
    account: Account
    leading: tuple[tuple[Contest, tuple[int, ...]], ...]
    rows: tuple[Row, ...] = ()
    swings: tuple[Swing, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    flips: tuple[tuple[Contest, tuple[Flip, ...]], ...] = ()
    robustness: Robustness | None = None
    scenarios: tuple[tuple[str, float | None], ...] = ()
    shapley: Shapley | None = None


def tell_shortly(bench: Bench, target: int, known: Sequence[Contest]) -> Told:
    """Gather what takes no further run: the sum at a statement, and who leads where it is an answer.

    `known` are the contests of the map, which are gone through once for all its statements.
    """
    contests = [one for one in known if target in one.answers]
    leading = tuple((one, leaders(bench, bench.solution.point, one.answers)) for one in contests)
    return Told(bench, target, account(bench, target), leading)


def tell(bench: Bench, target: int, known: Origins, *, depth: int | None = None, parts: bool = False) -> Told:
    """Gather all that is to be told of a statement.

    Args:
        bench: A reading of its map.
        target: The statement, as a class.
        known: Where the statements of the map come from.
        depth: How many levels of statements the tree has below the first; None for all.
        parts: Whether Shapley values are wanted.
    """
    told = tell_shortly(bench, target, contests_of(bench))
    contests = [one for one, _ in told.leading]
    group = tuple(dict.fromkeys((target, *(answer for one in contests for answer in one.answers))))
    swung = swings(bench, group)
    gone = [*without_statements(bench, [target]), *without_sources(bench, [target], known)]
    return replace(
        told,
        rows=tuple(tree(bench, target, depth)),
        swings=tuple(sorted((one for one in swung if one.width(0) > _TELLS), key=lambda one: -one.width(0))),
        withdrawals=_that_show(gone, told.account.strength if bench.assessed(target) else None),
        flips=tuple((one, _flips(bench, one, group, swung)) for one in contests),
        robustness=robustness(bench, group, [one.answers for one in contests]),
        scenarios=tuple(_in_scenarios(bench, target)),
        shapley=shapley(bench, target) if parts else None,
    )


def _in_scenarios(bench: Bench, target: int) -> Iterator[tuple[str, float | None]]:
    name = bench.classes[target][0].id
    for title, found in in_scenarios(bench.ready, bench.strengths.reading, bench.semantics.name).items():
        yield title, found.statements[name].strength


def _that_show(gone: Sequence[Withdrawal], strength: float | None) -> tuple[Withdrawal, ...]:
    shown = (one for one in gone if tells(strength, one.strengths[0], _TELLS))
    return tuple(sorted(shown, key=lambda one: -apart(strength, one.strengths[0])))


def _flips(bench: Bench, contest: Contest, group: Sequence[int], swung: Sequence[Swing]) -> tuple[Flip, ...]:
    places = [group.index(answer) for answer in contest.answers]
    wide = sorted(swung, key=lambda one: -max(one.width(place) for place in places))[:_MOST_FLIPS]
    found = [flip for one in wide for flip in flips(bench, one.input, contest.answers)]
    return tuple(sorted(found, key=lambda flip: abs(flip.at - flip.base)))
