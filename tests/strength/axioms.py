"""The published axioms of gradual semantics, each as a check of what it says on one graph.

A check returns None where the graph does not meet the axiom's premises, else whether the axiom holds there. The
graphs are small: statements `a` and `b`, which the axioms are about, and leaves that support and attack them. No
more is needed, for every semantics here is modular: a statement rests on the strengths of what is next to it.
"""

from __future__ import annotations

from collections import Counter
from math import isclose, isnan
from typing import TYPE_CHECKING, Literal, NamedTuple

import argmap

if TYPE_CHECKING:
    from collections.abc import Callable

SAME, CLEAR = 1e-9, 1e-12  # numbers this near are equal; what is strictly greater is so by this
Strength = dict[str, float]
Kind = Literal["support", "attack"]


class Scene(NamedTuple):
    """A graph."""

    base: dict[str, float]
    supports: list[tuple[str, str]]
    attacks: list[tuple[str, str]]

    def supporters(self, name: str) -> set[str]:
        return {source for source, target in self.supports if target == name}

    def attackers(self, name: str) -> set[str]:
        return {source for source, target in self.attacks if target == name}

    def strengths(self, semantics: str) -> Strength:
        return argmap.strength.strengths(self.base, self.supports, self.attacks, semantics)

    def without(self, *names: str) -> Scene:
        """The same without some statements."""
        base = {name: value for name, value in self.base.items() if name not in names}
        sides = ([(s, t) for s, t in side if s in base and t in base] for side in (self.supports, self.attacks))
        return Scene(base, *sides)

    def renamed(self, new: dict[str, str]) -> Scene:
        """The same under other names, in the reverse order."""
        base = {new[name]: value for name, value in reversed(self.base.items())}
        sides = ([(new[s], new[t]) for s, t in reversed(side)] for side in (self.supports, self.attacks))
        return Scene(base, *sides)


class Axiom(NamedTuple):
    """One axiom: what it says, who put it forward, and how to see whether it holds."""

    name: str
    says: str
    source: str
    check: Callable[[Scene, str], bool | None]
    attacks_alone: bool = True  # whether it says something of graphs without supports
    bounded: bool = False  # whether it takes strengths to lie within 0..1


def _equal(left: float, right: float) -> bool:
    if isnan(left) or isnan(right):  # a cycle without balance
        return isnan(left) and isnan(right)
    return isclose(left, right, rel_tol=SAME, abs_tol=SAME)


def _alike(scene: Scene) -> bool:
    return scene.base["a"] == scene.base["b"]


def _inner(scene: Scene, name: str = "a") -> bool:
    return 0.0 < scene.base[name] < 1.0


def _multiset(names: set[str], found: Strength) -> Counter[float]:
    return Counter(found[name] for name in names)


def anonymity(scene: Scene, semantics: str) -> bool:
    new = {name: f"z{number:02}" for number, name in enumerate(reversed(scene.base))}
    found, other = scene.strengths(semantics), scene.renamed(new).strengths(semantics)
    return all(_equal(value, other[new[name]]) for name, value in found.items())


def independence(scene: Scene, semantics: str) -> bool:
    apart = scene.renamed({name: f"{name}'" for name in scene.base})
    both = Scene(scene.base | apart.base, scene.supports + apart.supports, scene.attacks + apart.attacks)
    found, whole = scene.strengths(semantics), both.strengths(semantics)
    return all(_equal(value, whole[name]) for name, value in found.items())


def directionality(scene: Scene, semantics: str) -> bool:
    """The last statement of these scenes leads to nothing: without it all others stay the same."""
    last = list(scene.base)[-1]
    before = scene.without(last).strengths(semantics)
    after = scene.strengths(semantics)
    return all(_equal(value, after[name]) for name, value in before.items())


def equivalence(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    sides = (scene.attackers, scene.supporters)
    if not _alike(scene) or any(_multiset(side("a"), found) != _multiset(side("b"), found) for side in sides):
        return None
    return _equal(found["a"], found["b"])


def stability(scene: Scene, semantics: str) -> bool | None:
    if scene.attackers("a") or scene.supporters("a"):
        return None
    return _equal(scene.strengths(semantics)["a"], scene.base["a"])


def neutrality(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    attackers, supporters = (side("b") - side("a") for side in (scene.attackers, scene.supporters))
    fewer = scene.attackers("a") <= scene.attackers("b") and scene.supporters("a") <= scene.supporters("b")
    if not (_alike(scene) and fewer) or any(found[name] for name in attackers | supporters):
        return None
    return _equal(found["a"], found["b"])


def monotony(scene: Scene, semantics: str) -> bool | None:
    if not _monotone(scene):
        return None
    found = scene.strengths(semantics)
    return found["a"] >= found["b"] - CLEAR


def strict_monotony(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    more = (scene.attackers("b") - scene.attackers("a")) | (scene.supporters("a") - scene.supporters("b"))
    if not (_monotone(scene) and _inner(scene)) or not any(found[name] > 0.0 for name in more) or _at_ends(found):
        return None
    return found["a"] > found["b"] + CLEAR


def _monotone(scene: Scene) -> bool:
    fewer = scene.attackers("a") <= scene.attackers("b") and scene.supporters("a") >= scene.supporters("b")
    return _alike(scene) and fewer


def _at_ends(found: Strength) -> bool:
    return found["a"] <= 0.0 and found["b"] >= 1.0


def reinforcement(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    if _exchanged(scene, found) is None:
        return None
    return found["a"] >= found["b"] - CLEAR


def strict_reinforcement(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    if not _exchanged(scene, found) or not _inner(scene) or _at_ends(found):
        return None
    return found["a"] > found["b"] + CLEAR


def _exchanged(scene: Scene, found: Strength) -> float | None:
    """By how much stronger `a` is placed by one weaker attacker and one stronger supporter; None for anything else."""
    gain, changed = 0.0, 0
    for side, sign in ((scene.attackers, -1.0), (scene.supporters, 1.0)):
        ours, theirs = side("a") - side("b"), side("b") - side("a")
        if len(ours) != len(theirs) or len(ours) > 1:
            return None
        if ours:
            difference = sign * (found[ours.pop()] - found[theirs.pop()])
            if difference < 0.0:
                return None
            gain, changed = gain + difference, changed + 1
    return gain if changed and _alike(scene) else None


def resilience(scene: Scene, semantics: str) -> bool | None:
    return 0.0 < scene.strengths(semantics)["a"] < 1.0 if _inner(scene) else None


def franklin(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    attackers, supporters = (side("b") - side("a") for side in (scene.attackers, scene.supporters))
    fewer = scene.attackers("a") <= scene.attackers("b") and scene.supporters("a") <= scene.supporters("b")
    if not (_alike(scene) and fewer) or len(attackers) != 1 or len(supporters) != 1:
        return None
    return _equal(found["a"], found["b"]) if found[attackers.pop()] == found[supporters.pop()] else None


def weakening(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    if not _inner(scene) or not _stronger(scene.attackers("a"), scene.supporters("a"), found):
        return None
    return found["a"] < scene.base["a"] - CLEAR


def strengthening(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    if not _inner(scene) or not _stronger(scene.supporters("a"), scene.attackers("a"), found):
        return None
    return found["a"] > scene.base["a"] + CLEAR


def _stronger(side: set[str], other: set[str], found: Strength) -> bool:
    """Each of `other` has one of its own in `side` that is at least as strong, and something in `side` goes beyond."""
    ours, theirs = (sorted((found[name] for name in names if found[name]), reverse=True) for names in (side, other))
    matched = list(zip(ours, theirs, strict=False))
    return len(ours) >= len(theirs) and all(x >= y for x, y in matched) and ours != theirs


def balance(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    if _multiset(scene.attackers("a"), found) != _multiset(scene.supporters("a"), found):
        return None
    return _equal(found["a"], argmap.strength.strengths({"a": scene.base["a"]}, semantics=semantics)["a"])


def duality(scene: Scene, semantics: str) -> bool | None:
    found = scene.strengths(semantics)
    swapped = (scene.supporters("b"), scene.attackers("b"))
    sides = zip((scene.attackers("a"), scene.supporters("a")), swapped, strict=True)
    opposite = _equal(scene.base["a"] + scene.base["b"], 1.0)
    if not opposite or any(_multiset(ours, found) != _multiset(theirs, found) for ours, theirs in sides):
        return None
    return _equal(found["a"] + found["b"], 1.0)


CROWD, NEAR = 1_000, 0.01  # so many must bring a strength this near to its end


def open_mindedness(scene: Scene, semantics: str) -> bool | None:
    if not _inner(scene):
        return None
    attacked, supported = crowded(scene, semantics)
    return attacked < NEAR and supported > 1.0 - NEAR


def crowded(scene: Scene, semantics: str) -> tuple[float, float]:
    """Return what `a` comes to when a crowd attacks it, and when a crowd supports it, each of base 1."""
    crowd = {f"n{number}": 1.0 for number in range(CROWD)}
    edges = [(name, "a") for name in crowd]
    attacked = Scene(scene.base | crowd, scene.supports, scene.attacks + edges).strengths(semantics)["a"]
    if semantics == "h-categorizer":
        return attacked, 1.0
    return attacked, Scene(scene.base | crowd, scene.supports + edges, scene.attacks).strengths(semantics)["a"]


_ABN = "Amgoud & Ben-Naim 2018"
AXIOMS = (
    Axiom("anonymity", "names do not matter", _ABN, anonymity),
    Axiom("independence", "what is not connected does not matter", _ABN, independence),
    Axiom("directionality", "a statement matters only to what it leads to", _ABN, directionality),
    Axiom("equivalence", "equal base, equally strong attackers and supporters: equal strength", _ABN, equivalence),
    Axiom("stability", "with no attacker and no supporter the strength is the base", _ABN, stability),
    Axiom("neutrality", "an attacker or supporter of strength 0 changes nothing", _ABN, neutrality),
    Axiom("monotony", "fewer attackers or more supporters: not weaker", _ABN, monotony),
    Axiom("strict monotony", "the same, one of them of strength above 0: stronger", _ABN, strict_monotony),
    Axiom("reinforcement", "a weaker attacker or a stronger supporter instead: not weaker", _ABN, reinforcement),
    Axiom("strict reinforcement", "the same, strictly: stronger", _ABN, strict_reinforcement),
    Axiom("resilience", "a base strictly within 0 and 1 never comes to 0 or 1", _ABN, resilience, bounded=True),
    Axiom("franklin", "an attacker and a supporter of equal strength cancel out", _ABN, franklin, attacks_alone=False),
    Axiom("weakening", "attackers stronger than supporters, one by one: below the base", _ABN, weakening),
    Axiom(
        "strengthening",
        "supporters stronger than attackers, one by one: above the base",
        _ABN,
        strengthening,
        attacks_alone=False,
    ),
    Axiom(
        "balance",
        "attackers and supporters of the same strengths: no change",
        "Baroni, Rago & Toni 2019",
        balance,
        attacks_alone=False,
    ),
    Axiom(
        "duality",
        "opposite bases, attackers and supporters exchanged: opposite strengths",
        "Potyka 2018",
        duality,
        attacks_alone=False,
    ),
    Axiom(
        "open-mindedness",
        "enough attackers of base 1 bring any strength near 0, enough supporters near 1",
        "Potyka 2019",
        open_mindedness,
        bounded=True,
    ),
)
