"""The matrix as the map argues it: what reaches a hypothesis only by supporting steps, and what only by attacking ones.

It copies what authors chose to argue, so it is never scored: it is there to be compared with what raters say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.result import Argued, Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argmap.matrix.background import Background
    from argmap.matrix.cells import MatrixLine
    from argmap.model import Step

_FOR, _AGAINST, _MIXED = 0, 1, 2  # by supports only; by supports and one attack; by anything else
_CONTRARY = {"C": ("I", "II"), "I": ("C", "CC")}


def argued(
    known: Background, hypotheses: Sequence[str], rows: Sequence[MatrixLine], reached: Mapping[str, tuple[str, ...]]
) -> Argued:
    """Return the view derived from the map (by what `reaching` found), and where the raters say otherwise."""
    cells = {row.id: reached.get(row.id, ("",) * len(hypotheses)) for row in rows}
    covered = {one.id for row in rows for one in known.members(row.id)}
    left = [
        one.id
        for one in known.map.statements
        if one.kind == "evidence" and one.id not in covered and any(reached.get(one.id, ()))
    ]
    return Argued(cells, tuple(_differences(rows, hypotheses, cells)), tuple(left))


def reaching(known: Background, hypotheses: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return for each statement that reaches a hypothesis C, I or nothing, in the order of the hypotheses."""
    into: dict[str, list[Step]] = {}
    for step in known.map.steps:
        into.setdefault(step.target, []).append(step)
    ways = [_ways(known, into, name) for name in hypotheses]
    names = dict.fromkeys(name for found in ways for name in found)
    return {name: tuple(_letter(found.get(name, 0)) for found in ways) for name in names}


def _ways(known: Background, into: Mapping[str, Sequence[Step]], hypothesis: str) -> dict[str, int]:
    """Return by what sorts of ways each statement reaches a hypothesis, as bits of a number."""
    found: dict[str, int] = {}
    waiting = [(hypothesis, _FOR)]
    while waiting:
        name, way = waiting.pop()
        if found.get(name, 0) & 1 << way:
            continue
        for member in known.members(name):
            found[member.id] = found.get(member.id, 0) | 1 << way
            for step in into.get(member.id, ()):
                there = min(way + (step.kind == "attack"), _MIXED)
                waiting += [(premise, there) for premise in (*step.premises, *step.warrants)]
                waiting += [(premise, _MIXED) for premise in _undercutting(into, step)]
    return found


def _undercutting(into: Mapping[str, Sequence[Step]], step: Step) -> Iterator[str]:
    """Give what undercuts a step, and what undercuts that."""
    waiting, seen = [step.id], {step.id}
    while waiting:
        for undercut in into.get(waiting.pop(), ()):
            if undercut.id not in seen:
                seen.add(undercut.id)
                waiting.append(undercut.id)
                yield from (*undercut.premises, *undercut.warrants)


def _letter(ways: int) -> str:
    return {1 << _FOR: "C", 1 << _AGAINST: "I"}.get(ways, "")


def _differences(
    rows: Sequence[MatrixLine], hypotheses: Sequence[str], cells: Mapping[str, Sequence[str]]
) -> Iterator[Difference]:
    for row in rows:
        for name, cell, said in zip(hypotheses, row.cells, cells[row.id], strict=True):
            letter = cell.together.letter
            if not said or letter is None:
                continue
            place = next(iter(cell.places.values()), row.place)
            if letter in _CONTRARY[said]:
                yield Difference(row.id, name, said, letter, "opposite", place)
            elif letter == "N":
                yield Difference(row.id, name, said, letter, "neutral", place)
