"""Strengths without one evidence, assumption, source or voice: silenced, never taken out of a linked set.

What is silenced goes back to "no view" and its own word counts for nothing; what else speaks for it still does.
To delete a false premise would strengthen its step; silence never does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.model import NO_VIEW
from argmap.provenance.origins import origins
from argmap.strength.bases import bases
from argmap.strength.sensitivity import input_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.provenance.origins import Origins
    from argmap.strength.bench import Bench


class Withdrawal(NamedTuple):
    """What becomes of the targets (strengths, in their order) when something is withdrawn.

    `name` is the id of what is withdrawn, `fallen` the classes of statements that are silent without it. `root` marks
    a source or voice in which some of these statements begin.
    """

    kind: Literal["statement", "source", "voice"]
    name: str
    fallen: tuple[int, ...]
    strengths: tuple[float, ...]
    root: bool = False


def silenced(
    bench: Bench, numbers: Sequence[int], targets: Sequence[int], regraded: Mapping[int, float] | None = None
) -> tuple[float, ...]:
    """Return the strengths of the targets with some classes of statements silent, and others with another base."""
    changes = {**(regraded or {}), **dict.fromkeys(numbers, NO_VIEW)}
    nodes = bench.run(bench.plan(changes, targets), changes, numbers)
    return tuple(nodes[target] for target in targets)


def without_statements(bench: Bench, targets: Sequence[int]) -> list[Withdrawal]:
    """Withdraw in turn each evidence, assumption and statement with a written base that the targets rest on."""
    found = []
    for number in bench.classes_behind(targets):
        if number in targets or input_kind(bench, number) in {None, "bare"}:
            continue
        name = bench.classes[number][0].id
        found.append(Withdrawal("statement", name, (number,), silenced(bench, [number], targets)))
    return found


def without_sources(bench: Bench, targets: Sequence[int], known: Origins | None = None) -> list[Withdrawal]:
    """Withdraw in turn each source and voice that statements behind the targets (and these) have to pass through.

    A statement falls with it where every chain by which it is had needs it; evidence that has another chain is graded
    by that one.
    """
    known = known or origins(bench.map)
    behind = bench.classes_behind(targets)
    statements = [s.id for number in behind for s in bench.classes[number]]
    roots = {root for name in statements for root in known.roots.get(name, ())}
    links = dict.fromkeys(link for name in statements for chain in known.chains.get(name, ()) for link in chain)
    sources = {source.id for source in bench.map.sources}
    found = []
    for link in links:
        fallen = _fallen(bench, known, link, behind)
        regraded = _regraded(bench, link)
        if fallen or regraded:
            after = silenced(bench, fallen, targets, regraded)
            found.append(Withdrawal("source" if link in sources else "voice", link, fallen, after, link in roots))
    return found


def _fallen(bench: Bench, known: Origins, link: str, behind: Sequence[int]) -> tuple[int, ...]:
    """Return the classes of which no member keeps a chain."""
    lost = set(known.without(link))
    had = {number: [s.id for s in bench.classes[number] if known.chains.get(s.id)] for number in behind}
    return tuple(number for number, names in had.items() if names and lost.issuperset(names))


def _regraded(bench: Bench, link: str) -> dict[int, float]:
    """Return the classes that have another base by the chains that are left."""
    left = bases(bench.map, bench.classes, (link,))
    pairs = enumerate(zip(bench.given, left, strict=True))
    return {number: after.value for number, (before, after) in pairs if after.value != before.value}
