"""The semantics `log-odds` as small pure functions on numbers.

Potyka's MLP semantics ("Interpreting Neural Networks as Quantitative Argumentation Frameworks", AAAI 2021) with
weights as log-odds to the base 2, and with four changes: the silent gate, the cap, undercuts, one voice per origin.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp2, fsum, inf, log2, prod
from typing import TYPE_CHECKING, Literal

from argmap.model import NO_VIEW
from argmap.strength.constants import ASSUMED, CLIP_HIGH, CLIP_LOW, ROUNDING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The root origins of a step, each with the part of the step's bits that comes from it.
# What is left to 1 has no origin, and is a voice of its own.
Shares = tuple[tuple[int, float], ...]

# How what comes in from one side is gathered: it adds up, each takes its share of what the others leave, or only the
# strongest counts.
Gathering = Literal["sum", "product", "top"]


@dataclass(frozen=True, slots=True)
class Semantics:
    """What a solver needs to know of a semantics.

    `step(weight, gate, factor)` is what a step contributes, 0 or more (its unit is the semantics' own);
    `combine(base, supports, attacks, say)` the strength of a statement, 0..1, from its base, what its steps
    contribute, and what its own say-so is worth. Both rise with support and fall with attack. `together` is what the
    contributions of one side come to; how a base is moved follows from that of its supports less that of its attacks.
    `gathering` tells how the contributions of one side come together. `in_bits` tells whether contributions are bits, which add up to the strength's log-odds; `clips` whether bases are
    kept within [.01, .99]; `attacks_only` whether supports count for nothing; `heaviest` is what a step that is wholly believed contributes at most.
    """

    name: str
    step: Callable[[float, float, float], float]
    combine: Callable[[float, Sequence[float], Sequence[float], float], float]
    together: Callable[[Sequence[float]], float] = fsum
    gathering: Gathering = "sum"
    in_bits: bool = True
    clips: bool = True
    attacks_only: bool = False
    heaviest: float = inf


def bits(strength: float) -> float:
    """Return log-odds to the base 2 of a number in 0..1; -inf and inf at its ends."""
    if 0.0 < strength < 1.0:
        return log2(strength / (1.0 - strength))
    return inf if strength > 0.0 else -inf


def from_bits(log_odds: float) -> float:
    """Return the number in 0..1 with these log-odds; the inverse of `bits`, without overflow."""
    if log_odds >= 0.0:
        return 1.0 / (1.0 + exp2(-log_odds))
    odds = exp2(log_odds)
    return odds / (1.0 + odds)


def clipped(base: float) -> float:
    """Return a base within [.01, .99]."""
    return min(CLIP_HIGH, max(CLIP_LOW, base))


def gate(strength: float) -> float:
    """Return what a premise passes on, 0..1: nothing up to .5 (it is silent), all at 1."""
    return 2.0 * strength - 1.0 if strength > NO_VIEW else 0.0


def assumption_gate(strength: float) -> float:
    """Return what an assumption passes on, 0..1: all while it stands as granted (.8 or more), nothing from .5 down."""
    return gate(strength) / gate(ASSUMED) if strength < ASSUMED else 1.0


def remaining(taken: Sequence[float]) -> float:
    """Return the part of a step that its undercutters leave, 0..1: the product of what each leaves.

    Args:
        taken: The share that each undercutter takes away, 0..1.
    """
    return prod(1.0 - share for share in sorted(taken))


def step_bits(weight: float, passed: float, factor: float) -> float:
    """Return the contribution of a step in bits: `factor * min(weight * g, log2((1 + g) / (1 - g)))`.

    The second term is the log-odds of a plain premise with that g: a step never says more than its premise does.

    Args:
        weight: The weight of the step in bits, 0 or more.
        passed: What its weakest premise passes on (g), 0..1.
        factor: What its undercutters leave of it, 0..1.
    """
    pushed = weight * passed
    if passed < 1.0:
        pushed = min(pushed, log2((1.0 + passed) / (1.0 - passed)))
    return factor * pushed


def log_odds_strength(base: float, supports: Sequence[float], attacks: Sequence[float], say: float = 0.0) -> float:
    """Return the strength 2^B / (1 + 2^B), where B is the base's bits plus support less attack.

    Args:
        base: The base score, 0..1.
        supports: Contributions of supporting steps in bits.
        attacks: Contributions of attacking steps in bits.
        say: Bits that the statement's own assertion is worth; it counts as far as it exceeds the reasons.
    """
    moved = max(say, fsum(supports)) - fsum(attacks)
    return from_bits(bits(base) + moved) if moved else base


def own_part(shares: Shares) -> float:
    """Return the part of a step's bits that comes from no origin, 0..1."""
    if not shares:
        return 1.0
    left = 1.0 - fsum(share for _, share in shares)
    return left if left > ROUNDING else 0.0


LOG_ODDS = Semantics("log-odds", step_bits, log_odds_strength)
