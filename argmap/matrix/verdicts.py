"""Who leads, or that one cannot decide: on a tie, and where the voting rules or the raters disagree."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from argmap.matrix.readings import VOTING, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.matrix.readings import Rule, RuleScore
    from argmap.matrix.table import Table

_TWO = 2


def verdict(table: Table, found: Mapping[Rule, RuleScore]) -> Verdict:
    """Return the verdict of the voting rules."""
    if len(table.hypotheses) < _TWO:
        return Verdict(None, (Reason("too few hypotheses", (), table.hypotheses),))
    if not any(table.rated()):
        return Verdict(None, (Reason("nothing rated"),))
    chosen: dict[str, int] = {}
    ties: dict[tuple[str, ...], list[str]] = {}
    for rule in VOTING:
        leaders = found[rule].leaders
        one = weakest(table, [table.hypotheses.index(name) for name in leaders])
        if one is None:
            ties.setdefault(leaders, []).append(rule)
        else:
            chosen[rule] = one
    reasons = [Reason("tie", tuple(rules), leaders) for leaders, rules in ties.items()]
    agreed = weakest(table, chosen.values())
    if chosen and agreed is None:
        names = tuple(table.hypotheses[n] for n in sorted(set(chosen.values())))
        reasons.append(Reason("rules disagree", tuple(chosen), names))
    if reasons or agreed is None:
        return Verdict(None, tuple(reasons))
    return Verdict(table.hypotheses[agreed])


def leader(table: Table, leaders: Mapping[Rule, Sequence[int]]) -> int | None:
    """Return on whom the voting rules agree, given who leads under each; None where they do not, or somebody ties."""
    chosen = [weakest(table, leaders[rule]) for rule in VOTING]
    agreed = [one for one in chosen if one is not None]
    return weakest(table, agreed) if len(agreed) == len(chosen) else None


def among_raters(table: Table, together: Verdict, raters: Mapping[str, Verdict]) -> Verdict:
    """Return the verdict of all together, once it is known what each rater alone would say."""
    own = {rater: found.leader for rater, found in raters.items() if found.leader is not None}
    numbers = [table.hypotheses.index(name) for name in own.values()]
    if len(own) < _TWO or weakest(table, numbers) is not None:
        return together
    names = tuple(table.hypotheses[n] for n in sorted(set(numbers)))
    return Verdict(None, (*together.reasons, Reason("raters disagree", tuple(own), names)))


def weakest(table: Table, numbers: Iterable[int]) -> int | None:
    """Return the one that all others of these hypotheses entail; None where two of them compete."""
    found: Sequence[int] = sorted(set(numbers))
    if not found or any(table.compete(*pair) for pair in combinations(found, 2)):
        return None
    return min(found, key=lambda n: (len(table.entails[n].intersection(found)), n))
