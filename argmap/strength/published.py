"""The published semantics of weighted bipolar graphs, exactly as published, as small pure functions on numbers.

Each is modular (Mossakowski & Neuhaus, "Modular Semantics and Characteristics for Bipolar Weighted Argumentation
Graphs", 2018): every edge *pushes* with weight times strength, an *aggregation* of all pushes on a statement gives
one number (above 0 where support prevails), and an *influence* moves the base by it. Beside them stands argmap's own
`log-odds`, whose edges are silent up to a strength of .5 and capped.

Edges carry weights as in Potyka, "Interpreting Neural Networks as Quantitative Argumentation Frameworks" (AAAI
2021), and sets of statements may act together, as strong as the weakest of them, as in Yun & Vesic, "Gradual
Semantics for Weighted Bipolar SETAFs" (ECSQARU 2021).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, fsum, inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from argmap.strength.constants import WEIGHT_BITS
from argmap.strength.semantics import bits, from_bits, gate, step_bits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argmap.strength.semantics import Gathering

_EITHER_WAY = 2  # a product of so many numbers is the same in every order
_GREATEST_POWER = 700.0  # e to the power of this still has a float


@dataclass(frozen=True, slots=True)
class Published:
    """One semantics of plain graphs.

    Attributes:
        name: Its name in the API.
        source: Where it was published.
        gathering: How pushes are gathered.
        aggregate: From the pushes of supporters and of attackers, each 0 or more, to one number.
        influence: From base and aggregate to the strength. It rises with both.
        push: What an edge does, 0 or more, from its weight and the strength of where it comes from.
        weight: The weight of an edge that gives none.
        heaviest: The greatest weight that an edge may have; the least is 0.
        lowest: The lowest base.
        highest: The highest base; with `lowest` also the bounds of every strength.
        attacks_only: Whether it knows no supports.
        clips: Whether bases are kept within .01 and .99.
    """

    name: str
    source: str
    gathering: Gathering
    aggregate: Callable[[Sequence[float], Sequence[float]], float]
    influence: Callable[[float, float], float]
    push: Callable[[float, float], float]
    weight: float = 1.0
    heaviest: float = inf
    lowest: float = 0.0
    highest: float = 1.0
    attacks_only: bool = False
    clips: bool = False

    @property
    def bounded(self) -> bool:
        """Whether strengths stay within 0..1."""
        return self.highest < inf


def weighted(weight: float, strength: float) -> float:
    """Return what an edge does in the published semantics: weight times strength."""
    return weight * strength


def weighted_bits(weight: float, strength: float) -> float:
    """Return what an edge does under `log-odds`, in bits: silent up to .5 and capped, as a step in a map.

    Args:
        weight: The weight in bits, 0 or more.
        strength: The strength of where it comes from, 0..1.
    """
    return step_bits(weight, gate(strength), 1.0)


def total(supports: Sequence[float], attacks: Sequence[float]) -> float:
    """Return the sum of supports less the sum of attacks (Amgoud & Ben-Naim 2017; Potyka 2018), exactly rounded."""
    return fsum(supports) - fsum(attacks)


def remainders(supports: Sequence[float], attacks: Sequence[float]) -> float:
    """Return what attacks leave of 1 less what supports leave of 1 (Rago et al. 2016), -1..1.

    Each leaves a product of `1 - push`, which is why no push may exceed 1.
    """
    left = right = 1.0
    for push in attacks if len(attacks) <= _EITHER_WAY else sorted(attacks):
        left *= 1.0 - push
    for push in supports if len(supports) <= _EITHER_WAY else sorted(supports):
        right *= 1.0 - push
    return left - right


def strongest(supports: Sequence[float], attacks: Sequence[float]) -> float:
    """Return the largest support less the largest attack (Mossakowski & Neuhaus 2018), 0 for none."""
    return max(supports, default=0.0) - max(attacks, default=0.0)


def linear(base: float, moved: float) -> float:
    """Return the base moved by that share of its distance to 1 (to 0 where it is negative).

    Rago, Toni, Aurisicchio & Baroni, "Discontinuity-Free Decision Support with Quantitative Argumentation Debates",
    KR 2016.

    Args:
        base: The base score, 0..1.
        moved: The aggregate, -1..1.
    """
    return base + (1.0 - base if moved >= 0.0 else base) * moved


def one_max(base: float, moved: float) -> float:
    """Return the base moved by the share x/(1+x) of its distance to 1 or 0: p-Max with p = 1 (Potyka, AAMAS 2019)."""
    return linear(base, moved / (1.0 + abs(moved)))


def two_max(base: float, moved: float) -> float:
    """Return the base moved by the share x^2/(1+x^2) of its distance to 1 or 0.

    Potyka, "Continuous Dynamical Systems for Weighted Bipolar Argumentation", KR 2018.
    """
    squared = moved * moved
    share = squared / (1.0 + squared) if squared < inf else 1.0
    return base + (1.0 - base) * share if moved >= 0.0 else base - base * share


def euler(base: float, moved: float) -> float:
    """Return `1 - (1 - w^2) / (1 + w e^a)`.

    Amgoud & Ben-Naim, "Evaluation of Arguments in Weighted Bipolar Graphs", ECSQARU 2017 and IJAR 2018.
    """
    return 1.0 - (1.0 - base * base) / (1.0 + base * exp(min(moved, _GREATEST_POWER)))


def logistic(base: float, moved: float) -> float:
    """Return the strength whose natural log-odds are those of the base plus the aggregate (Potyka, AAAI 2021)."""
    if base in {0.0, 1.0}:
        return base
    if moved >= 0.0:
        return base / (base + (1.0 - base) * exp(-moved))
    odds = base * exp(moved)
    return odds / (odds + 1.0 - base)


def quotient(base: float, moved: float) -> float:
    """Return the base divided by 1 plus all attacks.

    Besnard & Hunter, "A Logic-Based Theory of Deductive Arguments", AIJ 2001; with bases and weights Amgoud, Ben-Naim,
    Doder & Vesic, "Acceptability Semantics for Weighted Argumentation Frameworks", IJCAI 2017.
    """
    return base / (1.0 - moved)


def shifted(base: float, moved: float) -> float:
    """Return the base plus the aggregate, without bounds: the `basic` model of QBAF-Py (Kampik et al.)."""
    return base + moved


def by_bits(base: float, moved: float) -> float:
    """Return the strength whose log-odds to the base 2 are those of the base plus the aggregate: `log-odds`."""
    return from_bits(bits(base) + moved) if moved else base


_ALL = (
    Published(
        "log-odds",
        "argmap: the MLP semantics of Potyka (AAAI 2021) in bits, with a silent gate and a cap",
        "sum",
        total,
        by_bits,
        weighted_bits,
        weight=WEIGHT_BITS["moderate"],
        clips=True,
    ),
    Published(
        "df-quad", "Rago, Toni, Aurisicchio & Baroni, KR 2016", "product", remainders, linear, weighted, heaviest=1
    ),
    Published("squared-df-quad", "Potyka, AAMAS 2019", "product", remainders, one_max, weighted, heaviest=1),
    Published("quadratic-energy", "Potyka, KR 2018", "sum", total, two_max, weighted),
    Published("euler", "Amgoud & Ben-Naim, ECSQARU 2017", "sum", total, euler, weighted),
    Published("euler-top", "Mossakowski & Neuhaus 2018", "top", strongest, euler, weighted),
    Published("mlp", "Potyka, AAAI 2021", "sum", total, logistic, weighted),
    Published(
        "h-categorizer",
        "Besnard & Hunter, AIJ 2001; Amgoud et al., IJCAI 2017",
        "sum",
        total,
        quotient,
        weighted,
        attacks_only=True,
    ),
    Published("basic", "QBAF-Py (Kampik et al.)", "sum", total, shifted, weighted, lowest=-inf, highest=inf),
)

SEMANTICS: Final[Mapping[str, Published]] = MappingProxyType({one.name: one for one in _ALL})
DEFAULT: Final = "log-odds"
