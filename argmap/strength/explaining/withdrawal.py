"""Strengths without one evidence, assumption, source or voice: silenced, never taken out of a linked set.

What is silenced goes back to "no view" and its own word counts for nothing; what else speaks for it still does.
To delete a false premise would strengthen its step; silence never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.model import NO_VIEW, Change
from argmap.strength.bases import Base
from argmap.strength.explaining.sensitivity import input_kind
from argmap.strength.hedges import has_citations, taken_as_asserted
from argmap.strength.whatif import changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.provenance.origins import Origins
    from argmap.strength.explaining.bench import Bench

_SILENT = Base(NO_VIEW, NO_VIEW, NO_VIEW)


class Withdrawal(NamedTuple):
    """What becomes of the targets (strengths, in their order; None: not assessed) when something is withdrawn.

    `name` is the id of what is withdrawn, `fallen` the classes of statements that are silent without it. `root` marks
    a source or voice in which some of these statements begin.
    """

    kind: Literal["statement", "source", "voice"]
    name: str
    fallen: tuple[int, ...]
    strengths: tuple[float | None, ...]
    root: bool = False


def silenced(bench: Bench, numbers: Sequence[int], targets: Sequence[int]) -> tuple[float | None, ...]:
    """Return the strengths of the targets with some classes of statements silent; None: not assessed."""
    return bench.strengths_under(targets, dict.fromkeys(numbers, _SILENT), dict.fromkeys(numbers, 0.0))


def apart(before: float | None, after: float | None) -> float:
    """Return how far apart two strengths are, "not assessed" being where "no view" is."""
    return abs((NO_VIEW if after is None else after) - (NO_VIEW if before is None else before))


def tells(before: float | None, after: float | None, least: float) -> bool:
    """Tell whether a change is to be told: by so much at least, or of whether a statement is assessed at all."""
    return (before is None) != (after is None) or apart(before, after) >= least


def without_statements(bench: Bench, targets: Sequence[int]) -> list[Withdrawal]:
    """Withdraw in turn each evidence, assumption and statement with a written base that the targets rest on."""
    found = []
    for number in bench.classes_behind(targets):
        if number in targets or input_kind(bench, number) in {None, "bare"}:
            continue
        name = bench.classes[number][0].id
        found.append(Withdrawal("statement", name, (number,), silenced(bench, [number], targets)))
    return found


def without_sources(bench: Bench, targets: Sequence[int], known: Origins) -> list[Withdrawal]:
    """Withdraw in turn each source and voice by which a document has one of the targets, or a statement behind them.

    As a scenario does it: evidence falls silent where every chain to it needs what is withdrawn, and is graded by
    the best chain that is left elsewhere; what a document says on its own word falls with it. `fallen` are the
    statements of which no chain at all is left.
    """
    behind = bench.classes_behind(targets)
    statements = [s.id for number in behind for s in bench.classes[number]]
    roots = {root for name in statements for root in known.roots.get(name, ())}
    links = dict.fromkeys(link for name in statements for chain in known.chains.get(name, ()) for link in chain)
    sources = {source.id for source in bench.map.sources}
    found = []
    for link in links:
        given, said = _left(bench, link)
        after = bench.strengths_under(targets, given, said)
        kind: Literal["source", "voice"] = "source" if link in sources else "voice"
        found.append(Withdrawal(kind, link, _fallen(bench, known, link, behind), after, link in roots))
    return found


def heard_uncited(bench: Bench, targets: Sequence[int]) -> list[bool]:
    """Tell of each target whether its reasons would make it assessed if its map cited no document, all granted."""
    if not has_citations(bench.map):
        return [bench.assessed(target) for target in targets]
    said = taken_as_asserted(bench.map, bench.classes, bench.ready.given)
    raised = {n: worth for n, worth in enumerate(said) if worth > bench.spoken[n] and n not in targets}
    return [found is not None for found in bench.strengths_under(targets, {}, raised)]


def _left(bench: Bench, link: str) -> tuple[dict[int, Base], dict[int, float]]:
    """Return the bases, and the worth of the own word, of all classes that have others without a source or voice."""
    without = changed(bench.ready, [Change("withdraw", link)])
    before, left = bench.given, without.given_to(bench.semantics)
    given = {n: after for n, after in enumerate(left) if after != before[n]}
    if not any(bench.spoken):
        return given, {}
    return given, {n: bits for n, bits in enumerate(without.spoken) if bits != bench.spoken[n]}


def _fallen(bench: Bench, known: Origins, link: str, behind: Sequence[int]) -> tuple[int, ...]:
    """Return the classes of which no member keeps a chain."""
    lost = set(known.without(link))
    had = {number: [s.id for s in bench.classes[number] if known.chains.get(s.id)] for number in behind}
    return tuple(number for number, names in had.items() if names and lost.issuperset(names))
