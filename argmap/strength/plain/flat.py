"""Numbers by vertex, and rows of edges: what every solver of plain graphs reads."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Numbers(Protocol):
    """A number for each vertex: a list, or a view of an array."""

    def __getitem__(self, index: int, /) -> float:
        """Return one number."""

    def __setitem__(self, index: int, value: float, /) -> None:
        """Put one number."""


class Arrivals(NamedTuple):
    """What supports, or what attacks, each statement, in flat lists (compressed sparse rows).

    Row `v` is `items[start[v]:start[v + 1]]`: where the edges to statement `v` come from. `weights` tells what each
    weighs; it is None where every edge has the usual weight.
    """

    start: list[int]
    items: list[int]
    weights: list[float] | None

    def row(self, node: int) -> list[int]:
        """Return where the edges to a statement come from."""
        return self.items[self.start[node] : self.start[node + 1]]

    def row_weights(self, node: int, usual: float) -> list[float]:
        """Return what the edges to a statement weigh."""
        begin, end = self.start[node], self.start[node + 1]
        return [usual] * (end - begin) if self.weights is None else self.weights[begin:end]
