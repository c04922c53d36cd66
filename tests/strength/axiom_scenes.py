"""Random small graphs on which the premises of an axiom are likely to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from tests.strength.axioms import Kind, Scene
from tests.strength.graphs import made_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

GRID = (0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 1.0)


class Sketch:
    """A scene under construction: leaves named c, d, e, … around `a` and `b`."""

    def __init__(self, order: Random, *, attacks_only: bool) -> None:
        self.order = order
        self.attacks_only = attacks_only
        self.scene = Scene({"a": self.value(), "b": 0.0}, [], [])
        self.scene.base["b"] = self.scene.base["a"]

    def value(self, least: float = 0.0) -> float:
        return self.order.choice([one for one in GRID if one >= least])

    def kind(self) -> Kind:
        return "attack" if self.attacks_only else self.order.choice(get_args(Kind))

    def times(self, most: int) -> range:
        return range(self.order.randint(0, most))

    def leaf(self, base: float, *relations: tuple[Kind, str]) -> None:
        """Add a leaf that attacks or supports."""
        if self.attacks_only and any(kind == "support" for kind, _ in relations):
            return
        name = "cdefghijklmnopqrstuvwxyz"[len(self.scene.base) - 2]
        self.scene.base[name] = base
        for kind, target in relations:
            (self.scene.supports if kind == "support" else self.scene.attacks).append((name, target))

    def shared(self) -> None:
        """Add leaves that do the same to `a` and to `b`."""
        for _ in self.times(2):
            kind = self.kind()
            self.leaf(self.value(), (kind, "a"), (kind, "b"))


def scene_for(axiom: str, order: Random, *, attacks_only: bool) -> Scene:
    """Draw a scene for an axiom."""
    sketch = Sketch(order, attacks_only=attacks_only)
    if axiom in _DRAWN:
        _DRAWN[axiom](sketch)
        return sketch.scene
    # axioms of whole graphs, with cycles; the last statement leads to nothing
    graph = made_up(order.randrange(10**6), "h-categorizer" if attacks_only else "df-quad", 5)
    last = list(graph.base)[-1]
    sides = ([(s, t) for s, t, _ in side if s != last] for side in (graph.supports, graph.attacks))
    return Scene(graph.base, *sides)


def _equivalence(sketch: Sketch) -> None:
    for _ in sketch.times(3):
        kind, base = sketch.kind(), sketch.value()
        sketch.leaf(base, (kind, "a"))
        sketch.leaf(base, (kind, "b"))


def _stability(sketch: Sketch) -> None:
    del sketch.scene.base["b"]


def _neutrality(sketch: Sketch) -> None:
    sketch.shared()
    sketch.leaf(0.0, (sketch.kind(), "b"))


def _monotony(sketch: Sketch) -> None:
    sketch.shared()
    for _ in sketch.times(2):
        sketch.leaf(sketch.value(), ("attack", "b"))
    for _ in sketch.times(2):
        sketch.leaf(sketch.value(), ("support", "a"))


def _reinforcement(sketch: Sketch) -> None:
    sketch.shared()
    if sketch.order.random() < 0.7:
        base = sketch.value()
        sketch.leaf(base, ("attack", "a"))
        sketch.leaf(sketch.value(base), ("attack", "b"))
    if sketch.order.random() < 0.7:
        base = sketch.value()
        sketch.leaf(base, ("support", "b"))
        sketch.leaf(sketch.value(base), ("support", "a"))


def _any(sketch: Sketch) -> None:
    for _ in sketch.times(4):
        sketch.leaf(sketch.value(), (sketch.kind(), "a"))


def _franklin(sketch: Sketch) -> None:
    sketch.shared()
    base = sketch.value()
    sketch.leaf(base, ("attack", "b"))
    sketch.leaf(base, ("support", "b"))


def _outweighed(stronger: Kind, weaker: Kind) -> Callable[[Sketch], None]:
    def draw(sketch: Sketch) -> None:
        for _ in sketch.times(2):
            base = sketch.value()
            sketch.leaf(base, (weaker, "a"))
            sketch.leaf(sketch.value(base), (stronger, "a"))
        for _ in sketch.times(2):
            sketch.leaf(sketch.value(), (stronger, "a"))

    return draw


def _balance(sketch: Sketch) -> None:
    for _ in sketch.times(3):
        base = sketch.value()
        sketch.leaf(base, ("attack", "a"))
        sketch.leaf(base, ("support", "a"))


def _duality(sketch: Sketch) -> None:
    sketch.scene.base["b"] = 1.0 - sketch.scene.base["a"]
    for _ in sketch.times(3):
        kind, base = sketch.kind(), sketch.value()
        other: Kind = "attack" if kind == "support" else "support"
        sketch.leaf(base, (kind, "a"))
        sketch.leaf(base, (other, "b"))


_DRAWN: dict[str, Callable[[Sketch], None]] = {
    "equivalence": _equivalence,
    "stability": _stability,
    "neutrality": _neutrality,
    "monotony": _monotony,
    "strict monotony": _monotony,
    "reinforcement": _reinforcement,
    "strict reinforcement": _reinforcement,
    "resilience": _any,
    "franklin": _franklin,
    "weakening": _outweighed("attack", "support"),
    "strengthening": _outweighed("support", "attack"),
    "balance": _balance,
    "duality": _duality,
    "open-mindedness": _any,
}
