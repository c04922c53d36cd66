"""Priors and posteriors: how far a prior must move for another to lead, and probabilities where the author wrote all."""

from __future__ import annotations

from math import fsum, log2
from typing import TYPE_CHECKING

from argmap.matrix.coherence import CLOSE
from argmap.matrix.readings import PriorSweep
from argmap.matrix.result import Posteriors
from argmap.matrix.scale import bits, kept
from argmap.model import Range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.matrix.readings import RuleScore
    from argmap.matrix.result import NoPosterior
    from argmap.matrix.table import Table

_TWO = 2


def sweep(table: Table, score: RuleScore, written: Mapping[str, Range]) -> PriorSweep | None:
    """Return from which prior each hypothesis leads under `bits`; None where there is nothing to compare.

    Args:
        table: The table.
        score: What `bits` makes of it.
        written: The priors as their author wrote them, by hypothesis; even ones are taken where one is missing.
    """
    names = tuple(name for name in table.hypotheses if name not in score.unrated)
    if len(names) < _TWO:
        return None
    complete = all(name in written for name in names)
    start = [_middle(written[name]) if complete else 1.0 for name in names]
    total = fsum(start)
    if total <= 0:
        complete, start, total = False, [1.0] * len(names), float(len(names))
    priors = [kept(value / total) for value in start]
    values = [score.values[name] for name in names]
    rivals = [[k for k, other in enumerate(names) if table.rivals(name, other)] for name in names]
    leads = {name: _leads_from(n, rivals[n], values, priors) for n, name in enumerate(names)}
    return PriorSweep(dict(zip(names, priors, strict=True)), complete, leads)


def _leads_from(one: int, rivals: Sequence[int], values: Sequence[float], priors: Sequence[float]) -> float:
    """Return the prior of one hypothesis at which it is level with its best rival.

    With odds x : 1 - x it is level where log2 x + B = log2 (1 - x) + log2 s + B', s being the rival's share of the rest.
    """
    rest = 1.0 - priors[one]
    behind = [values[n] + log2(priors[n] / rest) - values[one] for n in rivals if rest > 0]
    if not behind:
        return 0.0
    return 1.0 / (1.0 + 2.0 ** -max(behind)) if max(behind) > -_FAR else 0.0


_FAR = 1000.0  # bits: beyond it a float has no such odds


def posteriors(
    table: Table, written: Mapping[str, Range], *, exclusive: bool, exhaustive: bool, dependent: bool
) -> Posteriors:
    """Return probabilities after the evidence, where every likelihood and every prior was written by the author."""
    why_not = _why_not(table, written, exclusive=exclusive, exhaustive=exhaustive)
    if why_not is not None:
        return Posteriors(why_not=why_not)
    names = table.hypotheses
    low = [_weight(table, n, written[name], 0) for n, name in enumerate(names)]
    high = [_weight(table, n, written[name], 1) for n, name in enumerate(names)]
    middle = [_weight(table, n, written[name], 2) for n, name in enumerate(names)]
    values = _shares(middle)
    limits = {}
    for n, name in enumerate(names):
        least = _shares([low[k] if k == n else high[k] for k in range(len(names))])[n]
        most = _shares([high[k] if k == n else low[k] for k in range(len(names))])[n]
        limits[name] = Range(least, most)
    return Posteriors(dict(zip(names, values, strict=True)), limits, conditional=not exhaustive, dependent=dependent)


def _why_not(table: Table, written: Mapping[str, Range], *, exclusive: bool, exhaustive: bool) -> NoPosterior | None:
    """Return the first thing that stands in the way."""
    given = [written[name] for name in table.hypotheses if name in written]
    low, high = fsum(one.low for one in given), fsum(one.high for one in given)
    missing: dict[NoPosterior, bool] = {
        "too few hypotheses": len(table.hypotheses) < _TWO,
        "nothing rated": not table.lines,
        "letters": any(cell.likelihood is None for line in table.lines for cell in line.cells),
        "no priors": len(given) < len(table.hypotheses),
        "not exclusive": not exclusive,
        "incoherent priors": low > 1.0 + CLOSE or high <= 0.0 or (exhaustive and high < 1.0 - CLOSE),
    }
    return next((name for name, lacking in missing.items() if lacking), None)


def _weight(table: Table, column: int, prior: Range, which: int) -> float:
    """Return log2 of prior times likelihoods: with the lowest (0), the highest (1) or the middle (2) of each range."""
    found = [_pick(prior, which)]
    found += [
        _pick(cell.likelihood, which) for line in table.lines if (cell := line.cells[column]).likelihood is not None
    ]
    return fsum(map(bits, found))


def _pick(limits: Range | None, which: int) -> float:
    if limits is None:
        return 1.0
    return (limits.low, limits.high, _middle(limits))[which]


def _middle(limits: Range) -> float:
    return (limits.low + limits.high) / 2.0


def _shares(weights: Sequence[float]) -> list[float]:
    top = max(weights)
    parts = [2.0 ** (weight - top) for weight in weights]
    total = fsum(parts)
    return [part / total for part in parts]
