"""The letters of a matrix, and every number on which its scores rest, each with where it comes from.

No standard fixes these numbers. Reports name the rule and show the arithmetic, so that anyone can work it out again.
"""

from __future__ import annotations

from math import log2, sqrt
from typing import Final

# From what fits very well to what does not fit at all; NA and an empty cell are not on the scale.
STEPS: Final = ("CC", "C", "N", "I", "II")

# Numbers from 5 to 1 as open-synthesis has them (openach/metrics.py), NA as neutral.
VALUE: Final[dict[str, int]] = {"CC": 5, "C": 4, "N": 3, "NA": 3, "I": 2, "II": 1}

# What counts against a hypothesis, and what the warning rule `net` counts for it.
AGAINST: Final[dict[str, int]] = {"I": 1, "II": 2}
FOR: Final[dict[str, int]] = {"C": 1, "CC": 2}

# Letters as likelihoods: the mapping of T. Schiller, "ACH: Bayesian analysis" (toddschiller.com/artifacts/ach-bayesian).
LIKELIHOOD: Final[dict[str, float]] = {"CC": 0.95, "C": 0.80, "N": 0.50, "NA": 0.50, "I": 0.20, "II": 0.05}
LEAST: Final = 1e-6  # a likelihood of 0 would end all discussion: no cell says more than twenty bits

# The weights of PARC ACH (Palo Alto Research Center, 2.0): credibility and relevance are each low, medium or high.
LEVEL: Final[dict[str, float]] = {"low": 1 / sqrt(2), "medium": 1.0, "high": sqrt(2)}
# Admiralty grades of credibility as those levels. 6 says that it cannot be judged, which is not the worst grade.
CREDIBILITY_LEVEL: Final[dict[str, str]] = {
    "1": "high", "2": "high", "3": "medium", "4": "low", "5": "low", "6": "medium",
}  # fmt: skip
LOW_CREDIBILITY: Final = frozenset({"4", "5"})

ROUNDING: Final = 1e-9  # scores that differ by less differ by rounding


def nearest(likelihood: float) -> str:
    """Return the letter whose likelihood is nearest; half way between two, the one nearer to N."""
    return min(STEPS, key=lambda letter: (abs(LIKELIHOOD[letter] - likelihood), abs(VALUE[letter] - VALUE["N"])))


def kept(likelihood: float) -> float:
    """Return a likelihood, at least a millionth."""
    return max(likelihood, LEAST)


def bits(likelihood: float) -> float:
    """Return log2 of a likelihood, kept away from 0."""
    return log2(kept(likelihood))
