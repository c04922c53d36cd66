"""Sums, ranks and leaders: what one rule makes of a table."""

from __future__ import annotations

from math import fsum, inf
from typing import TYPE_CHECKING

from argmap.matrix.readings import HIGHEST_LEADS, RULES, RuleScore
from argmap.matrix.rules import fitting, terms
from argmap.matrix.scale import ROUNDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.matrix.readings import Rule
    from argmap.matrix.rules import Terms
    from argmap.matrix.table import Table


def scores(table: Table) -> dict[Rule, RuleScore]:
    """Return what every rule makes of a table."""
    return {rule: scored(table, rule, terms(table, rule)) for rule in RULES}


def scored(table: Table, rule: Rule, added: Terms) -> RuleScore:
    """Sum up what the rows add under a rule."""
    names = table.hypotheses
    sums = totals(added, len(names))
    rated = table.rated()
    first = leading(rule, sums, rated)
    return RuleScore(
        rule=rule,
        values=dict(zip(names, sums, strict=True)),
        terms=added,
        ranks=dict(zip(names, _ranks(rule, sums, rated), strict=True)),
        leaders=tuple(names[n] for n in first),
        margin=margin(table, rule, sums, rated),
        unrated=tuple(name for name, cells in zip(names, rated, strict=True) if not cells),
        order=tuple(names[n] for n in _order(table, rule, sums, rated)),
    )


def totals(added: Sequence[Sequence[float]], count: int) -> list[float]:
    """Return the sum for each hypothesis; it does not depend on the order of the rows."""
    return [fsum(column) for column in zip(*added, strict=True)] if added else [0.0] * count


def costs(rule: Rule, sums: Sequence[float]) -> list[float]:
    """Return scores of which the lowest leads."""
    return [-value for value in sums] if rule in HIGHEST_LEADS else list(sums)


def leading(rule: Rule, sums: Sequence[float], rated: Sequence[int]) -> tuple[int, ...]:
    """Return the numbers of the hypotheses that lead; one of which no cell is rated cannot, untested as it is."""
    found = costs(rule, sums)
    best = min((cost for cost, cells in zip(found, rated, strict=True) if cells), default=None)
    if best is None:
        return ()
    return tuple(n for n, cost in enumerate(found) if rated[n] and cost - best <= ROUNDING)


def margin(table: Table, rule: Rule, sums: Sequence[float], rated: Sequence[int]) -> float | None:
    """Return by how much who leads is ahead of its nearest rival; None where it has no rival."""
    first = leading(rule, sums, rated)
    found = costs(rule, sums)
    gaps = [found[n] - found[one] for one in first for n in range(len(sums)) if rated[n] and table.compete(one, n)]
    if not gaps:
        return None
    least = min(gaps)
    return least if least > ROUNDING else 0.0


def _ranks(rule: Rule, sums: Sequence[float], rated: Sequence[int]) -> list[int]:
    found = [cost if cells else inf for cost, cells in zip(costs(rule, sums), rated, strict=True)]
    steps: list[float] = []
    for cost in sorted(found):
        if not steps or cost > steps[-1] + ROUNDING:
            steps.append(cost)
    return [sum(cost > step + ROUNDING for step in steps) + 1 for cost in found]


def _order(table: Table, rule: Rule, sums: Sequence[float], rated: Sequence[int]) -> list[int]:
    """Return the hypotheses best first; `squared` breaks ties as open-synthesis does."""
    ranks = _ranks(rule, sums, rated)
    if rule != "squared":
        return sorted(range(len(sums)), key=ranks.__getitem__)
    columns = [[line.cells[n] for line in table.lines] for n in range(len(sums))]

    def key(n: int) -> tuple[int, int, int, int]:
        cells = columns[n]
        return (ranks[n], -fitting(cells), sum(c.letter == "NA" for c in cells), sum(c.blank for c in cells))

    return sorted(range(len(sums)), key=key)
