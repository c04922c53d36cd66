"""Every number on which strength rests, in one place, each with where it comes from.

No standard fixes the first three tables: the grades are those of the Admiralty system (NATO STANAG 2511; UK and US
field manuals), the numbers are argmap's. Every report shows them; `base:` and `weight:` override them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argmap.vocabulary import Hedge

# What an observation of that Admiralty credibility is worth from a wholly reliable source, 0..1.
CREDIBILITY: Final[dict[str, float]] = {"1": 0.95, "2": 0.85, "3": 0.70, "4": 0.40, "5": 0.15, "6": 0.60}
CREDIBILITY_NOT_GIVEN: Final = CREDIBILITY["6"]  # grade 6 says that it cannot be judged

# How much of the distance from .5 a source of that Admiralty reliability lets through, 0..1.
RELIABILITY: Final[dict[str, float]] = {"A": 1.0, "B": 0.9, "C": 0.75, "D": 0.5, "E": 0.25, "F": 0.6}
RELIABILITY_NOT_GIVEN: Final = RELIABILITY["F"]  # grade F says that it cannot be judged

# Bits (each doubles the odds) of a step, or of a statement's own say-so, by how firmly it is held.
HEDGE_BITS: Final[dict[Hedge, float]] = {
    "asserted": 2.0,
    "qualified": 1.5,
    "possible": 1.0,
    "speculative": 0.5,
}

WEIGHT_BITS: Final[dict[str, float]] = {"weak": 1.0, "moderate": 2.0, "strong": 3.0}
UNDERCUT_SHARE: Final[dict[str, float]] = {"weak": 1 / 3, "moderate": 2 / 3, "strong": 1.0}
UNDERCUT_DEFAULT: Final = UNDERCUT_SHARE["moderate"]
RELATION_BITS: Final = 2.0  # `excludes` and `contradicts`, each way

ASSUMED: Final = 0.8  # the base of an assumption: granted
CLIP_LOW: Final = 0.01  # the log-odds semantics keeps bases within these two, so that no base is beyond argument
CLIP_HIGH: Final = 0.99

ROUNDING: Final = 1e-12  # parts of one whole that differ from it by less do so by rounding
SHARE_LEAST: Final = 0.01  # an origin that brings less of a step's bits is counted with the step's own voice

# The solver of cycles.
SETTLED: Final = 1e-12  # a circle in which a sweep moves nothing further than this has settled
RK4_LARGEST: Final = 0.5  # the size of a Runge-Kutta step, halved where it proves too large for the motion
RK4_STIFF: Final = 1.0  # too large: h |F'| / 2 above this (the method is stable up to about 1.39)
QUIET: Final = 1e-13  # what moves no further in a sweep has not moved
RESTED: Final = 1e-10  # a balance is found where every statement is as near as that to what its reasons make it
MET: Final = 1e-6  # bounds nearer to each other than this have met
NEAR: Final = 1e-7  # bounds that stay apart are narrowed until so much, by their pace, is left to go
SWEEPS_LEAST: Final = 10  # each method may go so often over a cycle, however large the map's cycles are,
SWEEPS_MOST: Final = 2_000  # and never more often than this,
EVALUATIONS: Final = 150_000  # and in between so many single evaluations over all cycles of the map
GOING: Final = 2  # to move so many keys of a state is as much work as to compute one
PACE_MOST: Final = 8.0  # the longest stride towards balance, as a multiple of the distance
PACE_LEAST: Final = 1e-3  # the shortest
