"""What the engine found: data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from argmap.model import Range

Reading = Literal["documented", "granted"]


@dataclass(frozen=True, slots=True)
class StatementStrength:
    """One statement: its base score and its strength, both in 0..1, and how low and high they may be.

    `strength` is None where the statement is not assessed: no view of it to begin with, and nothing that speaks
    for or against it. `undetermined` marks statements of a cycle of which more than one value may
    hold, between `low` and `high`, and all that rests on such a statement by whatever way.
    `say_so` is what its own assertion adds beyond its reasons (only where assertions are granted). Under `log-odds` it is
    in bits, and in bits `strength` is `base` + `say_so` + contributions of its supports - those of its attacks; under
    other semantics it is a difference of strengths.
    """

    base: float
    base_range: Range
    strength: float | None
    low: float | None
    high: float | None
    undetermined: bool = False
    say_so: float = 0.0


@dataclass(frozen=True, slots=True)
class StepStrength:
    """One step: its weight, what its undercutters leave of it, and what it contributes.

    `weight` is in bits, `factor` in 0..1, `contribution` what it adds to its conclusion, or takes from it, in bits, under
    other semantics than `log-odds` in their own unit (never negative; the step's kind says in which direction), and
    without what another step brings from the same origin. Of an undercut, weight and contribution are shares in
    0..1: what it takes away of its step at most, and as things stand.
    """

    weight: float
    factor: float
    contribution: float


@dataclass(frozen=True, slots=True)
class RelationStrength:
    """One direction of a relation: what `source` does to `target`, both ids of statements, in bits (never negative).

    `excludes` and `contradicts` attack, each way; `entails` supports by as much as it lifts its right side.
    `relation` is an index of the map's relations.
    """

    relation: int
    kind: Literal["support", "attack"]
    source: str
    target: str
    contribution: float


@dataclass(frozen=True, slots=True)
class Strengths:
    """One reading of a map under one semantics, by the ids of statements and steps.

    `settled` is False where a cycle found no balance within the bounds of work; its statements are undetermined.
    """

    semantics: str
    reading: Reading
    statements: dict[str, StatementStrength] = field(default_factory=dict)
    steps: dict[str, StepStrength] = field(default_factory=dict)
    settled: bool = True
    relations: tuple[RelationStrength, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How much evidence reaches a statement by supporting steps, itself included.

    `evidence` counts pieces, `citations` the places where documents have them, and `origins` those who stand behind
    them: what many documents have from one is one. Evidence without an origin counts as one of its own.
    """

    evidence: int = 0
    citations: int = 0
    origins: int = 0


@dataclass(frozen=True, slots=True)
class Circle:
    """Statements that support each other in a circle, by how much that lifts each (a difference of strengths).

    Compared is with their own bases and what reaches them from outside, the steps of the circle being silent.
    """

    lifted: dict[str, float]


@dataclass(frozen=True, slots=True)
class Assessed:
    """Both readings of a map, the one to show first, and what is to be known beside them.

    `documented`: only what has evidence, or a written base, behind it speaks. `granted`: what a document endorses or
    concedes speaks by its own hedge. `leading` is the first, save in a map whose evidence has no weight at all.

    Attributes:
        counts: Evidence and origins behind each statement, by its id.
        circles: Circles of support that lift themselves, in the leading reading.
        source_circles: Ids of sources that draw on each other in a circle.
        unweighed: How many objections to a statement, or to a step for it, nothing backs; none where there are none.
    """

    documented: Strengths
    granted: Strengths
    leading: Strengths
    counts: dict[str, Count] = field(default_factory=dict)
    circles: tuple[Circle, ...] = ()
    source_circles: tuple[tuple[str, ...], ...] = ()
    unweighed: dict[str, int] = field(default_factory=dict)

    def reading(self, name: Reading) -> Strengths:
        """Return one of the two readings."""
        return self.documented if name == "documented" else self.granted
