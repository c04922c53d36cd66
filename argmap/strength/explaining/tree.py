"""The tree of what a strength rests on, down to the inputs, as rows in the order in which it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.strength.explaining.attribution import account, step_account

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.attribution import Heard
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.hearing import Ear
    from argmap.vocabulary import StepKind


class Row(NamedTuple):
    """One line of the tree: a node or a step, with what becomes of it here.

    `heard` is what counts of a step at the node above it; `again` marks what is told further up already, `circle` what
    rests on itself here, `cut` what lies deeper than was asked for. `shares` are the root origins of a step with its
    shares of them, where another step at the same place has one of them: only the largest share counts then.
    """

    depth: int
    kind: Literal["node", "support", "attack", "undercut", "lift"]
    number: int
    heard: float = 0.0
    again: bool = False
    circle: bool = False
    cut: bool = False
    shares: tuple[tuple[str, float], ...] = ()


def tree(bench: Bench, root: int, depth: int | None = None) -> list[Row]:
    """Return the tree of what a node rests on, down to the inputs; what is met a second time is only named.

    Args:
        bench: A reading of a map.
        root: The node.
        depth: How many levels of statements to tell below the first; None for all.
    """
    rows: list[Row] = []
    told: set[int] = set()
    path: set[int] = set()
    waiting: list[Row | int] = [Row(0, "node", root)]
    while waiting:
        row = waiting.pop()
        if isinstance(row, int):
            path.discard(row)
            continue
        below = _below(bench, row)
        place = _place(bench, row)
        row = row._replace(
            circle=place in path,
            again=place in told and bool(below),
            cut=depth is not None and row.kind == "node" and row.depth >= 2 * depth and bool(below),
        )
        rows.append(row)
        if not (row.circle or row.again or row.cut):
            told.add(place)
            path.add(place)
            waiting.append(place)  # met again when all below it has been told
            waiting += reversed(below)
    return rows


def _place(bench: Bench, row: Row) -> int:
    """Return one number for what a row tells: nodes, then steps, then what a node lifts."""
    network = bench.network
    if row.kind == "node":
        return row.number
    if row.kind == "lift":
        return -1 - row.number
    return network.nodes + row.number


def _below(bench: Bench, row: Row) -> list[Row]:
    depth = row.depth + 1
    if row.kind == "lift":
        return [Row(depth, "node", row.number)]
    if row.kind == "node":
        return _below_node(bench, row.number, depth)
    found = step_account(bench, row.number)
    rows = [Row(depth, "node", one.node) for one in found.premises]
    return rows + _heard(bench, "undercut", found.undercutters, bench.network.hearing.undercutters[row.number], depth)


def _below_node(bench: Bench, node: int, depth: int) -> list[Row]:
    if not bench.assessed(node):
        return []
    found = account(bench, node)
    ears = bench.network.hearing
    rows = _heard(bench, "support", found.supports, ears.supports[node], depth)
    rows += _heard(bench, "attack", found.attacks, ears.attacks[node], depth)
    nodes = bench.solution.point.nodes
    most = max((nodes[other] for other in found.lifters), default=0.0)
    first = [other for other in found.lifters if nodes[other] == most]
    part = found.lift / len(first) if first else 0.0
    return rows + [Row(depth, "lift", other, part if other in first else 0.0) for other in found.lifters]


def _heard(bench: Bench, kind: StepKind, heard: Sequence[Heard], ear: Ear, depth: int) -> list[Row]:
    names, shares = bench.ready.witnesses.names, bench.network.shares
    told = [tuple((names[origin], part) for origin, part in shares[one.step]) if ear.rivals else () for one in heard]
    return [Row(depth, kind, one.step, one.bits, shares=own) for one, own in zip(heard, told, strict=True)]
