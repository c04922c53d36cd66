"""A table with everything that is worked out of it: scores, verdict, what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.clusters import one_vote
from argmap.matrix.fragility import fragility
from argmap.matrix.priors import sweep
from argmap.matrix.readings import RULES, VOTING, Reading, Verdict, Warned
from argmap.matrix.scale import AGAINST
from argmap.matrix.scores import scored, scores
from argmap.matrix.sensitivity import removals
from argmap.matrix.verdicts import verdict, weakest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argmap.matrix.readings import Fragility, Removal, Rule, RuleScore
    from argmap.matrix.table import Table
    from argmap.model import Range

FRAGILE = 1  # a lead that so few one-step changes of cells would end is a fragile one
UNTESTED = 0.5  # a hypothesis of which more than so many cells are NA or empty was hardly tested


def read(table: Table, rater: str, priors: Mapping[str, Range]) -> Reading:
    """Work out everything about one table."""
    found = scores(table)
    by_origin = {rule: scored(table, rule, one_vote(rule, table.lines, found[rule].terms)) for rule in RULES}
    decided = verdict(table, found)
    left_out = removals(table, found)
    fragile = fragility(table, found)
    if decided.leader is not None:
        warned = _caveats(table, decided.leader, by_origin, left_out, fragile)
        decided = Verdict(decided.leader, decided.reasons, tuple(warned))
    return Reading(rater, found, by_origin, decided, left_out, fragile, sweep(table, found["bits"], priors))


def _caveats(
    table: Table,
    leader: str,
    by_origin: Mapping[Rule, RuleScore],
    left_out: tuple[Removal, ...],
    fragile: Mapping[Rule, Fragility],
) -> Iterator[Warned]:
    """Give what to know beside a verdict."""
    pins = [one for one in left_out if one.kind == "row" and any(rule in VOTING for rule in one.changed)]
    if pins:
        yield Warned("linchpin", tuple(one.name for one in pins), (leader,))
    few = [way for one in fragile.values() if (way := one.lost) is not None and way.steps <= FRAGILE]
    if few:
        rows = dict.fromkeys(change.row for way in few for change in way.changes)
        yield Warned("fragile", tuple(rows), (leader,))
    number = table.hypotheses.index(leader)
    others = [
        table.hypotheses[one] if one is not None else ""
        for rule in VOTING
        if (one := weakest(table, [table.hypotheses.index(name) for name in by_origin[rule].leaders])) != number
    ]
    if others:
        yield Warned("one origin", (), tuple(dict.fromkeys(filter(None, others))))
    rated = table.rated()  # one that nobody rates at all cannot lead, and needs no warning
    untested = [name for n, name in enumerate(table.hypotheses) if rated[n] and _untested(table, n) > UNTESTED]
    if untested:
        yield Warned("untested", (), tuple(untested))
    if not any(cell.letter in AGAINST for line in table.lines for cell in line.cells):
        yield Warned("nothing disconfirms")


def _untested(table: Table, column: int) -> float:
    """Return which share of a hypothesis' cells says nothing: NA or empty."""
    cells = [line.cells[column] for line in table.lines]
    return sum(cell.letter in {None, "NA"} for cell in cells) / len(cells) if cells else 0.0
