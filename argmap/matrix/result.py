"""What the analysis of a matrix found: data only, for the terminal, the report, JSON and the checks.

What stands in its cells is in `cells`, what the rules make of them in `readings`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.matrix.readings import TOGETHER

if TYPE_CHECKING:
    from argmap.matrix.cells import Candidate, MatrixLine, Place
    from argmap.matrix.readings import CellChange, Reading, Rule, RuleScore, Verdict
    from argmap.model import Range


class Cluster(NamedTuple):
    """Rows that share a root origin."""

    origin: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """How many rows there are, and as how many independent ones they count.

    Attributes:
        clusters: The origins of two rows or more.
        nominal: How many rows count.
        effective: Over all origins the sum of the largest share any row has in it; rows without origin count 1.
    """

    clusters: tuple[Cluster, ...]
    nominal: int
    effective: float


class Incoherence(NamedTuple):
    """Something no set of probabilities can be.

    `kind`: answers of which at most (at least) one is true sum to more (less) than 1, or a part is likelier than its
    whole. `total` is the sum nearest to 1 within the written ranges, for a part by how much it is above the whole.
    """

    kind: Literal["sum above 1", "sum below 1", "part above whole"]
    hypotheses: tuple[str, ...]
    total: float


@dataclass(frozen=True, slots=True)
class Coherence:
    """Whether stated probabilities can all be true at once.

    Attributes:
        key: `prior` or `likelihood`: the attribute that states them.
        stated: The middle of what is written, by hypothesis, where something is.
        faults: What is wrong with them; none where some point within the written ranges is coherent.
        nearest: The coherent set nearest to `stated` (least squares).
    """

    key: Literal["prior", "likelihood"]
    stated: dict[str, float]
    faults: tuple[Incoherence, ...]
    nearest: dict[str, float]


NoPosterior = Literal[
    "letters", "no priors", "not exclusive", "incoherent priors", "too few hypotheses", "nothing rated"
]


@dataclass(frozen=True, slots=True)
class Posteriors:
    """Probabilities after the evidence, only where the author wrote every likelihood and every prior.

    Attributes:
        values: By hypothesis; empty where they are not to be had.
        limits: The lowest and highest by the written ranges.
        why_not: What is missing.
        conditional: Whether they hold only "given that one of these is true": the set is not exhaustive.
        dependent: Whether rows share an origin, so that multiplying their likelihoods counts it more than once.
    """

    values: dict[str, float] = field(default_factory=dict)
    limits: dict[str, Range] = field(default_factory=dict)
    why_not: NoPosterior | None = None
    conditional: bool = False
    dependent: bool = False


class Entailment(NamedTuple):
    """Two hypotheses that do not compete: whoever holds the stronger holds the weaker.

    Attributes:
        stronger: The one that says more.
        weaker: The one it entails.
        telling: The rows that rate the two differently: only they say whether more than the weaker is true.
        shared: The rows that speak for the weaker and no more for the stronger: they are not counted again for it.
    """

    stronger: str
    weaker: str
    telling: tuple[str, ...]
    shared: tuple[str, ...]


class Difference(NamedTuple):
    """A cell in which the map's own steps and the raters part ways.

    `argued` is C or I, as the map's steps have it; `kind` is "opposite" where the rating points the other way, and
    "neutral" where it says nothing either way.
    """

    row: str
    hypothesis: str
    argued: str
    rated: str
    kind: Literal["opposite", "neutral"]
    place: Place


@dataclass(frozen=True, slots=True)
class Argued:
    """The matrix as the map argues it ("argued, not rated"): what authors chose to argue, and so never scored alone.

    Attributes:
        cells: For each row, C where it reaches a hypothesis only by supporting steps, I where only by attacking
            ones, else empty; in the order of the hypotheses.
        differences: Where the raters say otherwise.
        unrated: Evidence of the map that reaches a hypothesis and has no row.
    """

    cells: dict[str, tuple[str, ...]]
    differences: tuple[Difference, ...]
    unrated: tuple[str, ...]


class Indicator(NamedTuple):
    """What one would expect to see if a hypothesis were true.

    Attributes:
        id: The statement.
        seen: `yes`, `no` or a date.
        expected_by: The hypotheses under which it fits (rated C or CC, else argued so).
        against: Those under which it does not.
        row: Whether it has a row of the matrix.
    """

    id: str
    seen: str
    expected_by: tuple[str, ...]
    against: tuple[str, ...]
    row: bool


@dataclass(frozen=True, slots=True)
class Absence:
    """What was expected and not seen, counted as an observation of its own (P becomes 1 - P, so CC becomes II).

    It holds only as far as one would have seen it; so it stands beside the scores and not in them.
    """

    rows: tuple[str, ...]
    scores: dict[Rule, RuleScore]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class NextObservation:
    """The single most useful thing to find out.

    Attributes:
        kind: Look for an indicator, rate an empty cell, or check a row that the lead hangs on.
        row: The statement.
        hypothesis: The column of the empty cell.
        bits: How much it tells between the two best, at most: log2 of the ratio of likelihoods.
        between: Those two, the leader (or first of the tied) first.
        changes: Whether one of its outcomes would change who leads.
        if_so: Who leads by the verdict if it is seen (rated C, confirmed); None where one cannot decide.
        if_not: Who leads if it is not.
    """

    kind: Literal["indicator", "empty cell", "linchpin"]
    row: str
    hypothesis: str | None
    bits: float
    between: tuple[str, ...]
    changes: bool
    if_so: str | None
    if_not: str | None


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """The matrix in a scenario of the map, or under `--assume`: what is different, and what comes of it.

    Attributes:
        title: Of the scenario.
        reading: All raters together, as the scenario has them.
        hypotheses: Those left in it.
        fallen: Rows that no longer count, with the reason why.
        added: Rows that count only here.
        rerated: Cells that are rated otherwise.
        leaders_changed: The rules under which other hypotheses lead than in the unchanged matrix.
        touched: Whether anything at all is different in this matrix.
    """

    title: str
    reading: Reading
    hypotheses: tuple[str, ...]
    fallen: dict[str, Literal["denied", "withdrawn", "no longer holds"]]
    added: tuple[str, ...]
    rerated: tuple[CellChange, ...]
    leaders_changed: tuple[Rule, ...]
    touched: bool


@dataclass(frozen=True, slots=True)
class MatrixAnalysis:
    """Everything about the matrix of one question.

    Attributes:
        question: Its id.
        text: Its text.
        hypotheses: The columns, in the order of the question.
        missing: Answers of the question that have no column.
        exclusive: Whether at most one is true, as the question says (`exclusive:`); None where it does not say.
        exhaustive: Whether at least one is (`exhaustive:`, or an answer that is `residual: yes`).
        raters: Who rated; the map's author is `analyst`.
        rows: The rows of all raters, in the order of their first matrix.
        readings: As each rater has it, and, last, `TOGETHER`. With one rater the two are the same.
        independence: Origins that rows share.
        argued: The view derived from the map.
        entailments: Pairs that do not compete.
        coherence: Of the stated priors, and of the stated likelihoods; only those that are stated.
        posteriors: Where they may be had.
        indicators: What was to be seen, in the map and the matrix.
        absence: With what was not seen counted; None where no row is `seen: no`.
        next: The most useful next observation; None where nothing would tell.
        scenarios: The matrix in each scenario of the map, and in those that were asked for.
        discounted: Whether `bits` mixes likelihoods by the reliability of sources.
        place: Where the matrix stands first.
        question_place: Where the question stands.
    """

    question: str
    text: str
    hypotheses: tuple[Candidate, ...]
    missing: tuple[str, ...]
    exclusive: bool | None
    exhaustive: bool
    raters: tuple[str, ...]
    rows: tuple[MatrixLine, ...]
    readings: dict[str, Reading]
    independence: Independence
    argued: Argued
    entailments: tuple[Entailment, ...]
    coherence: tuple[Coherence, ...]
    posteriors: Posteriors
    indicators: tuple[Indicator, ...]
    absence: Absence | None
    next: NextObservation | None
    scenarios: tuple[ScenarioOutcome, ...]
    discounted: bool
    place: Place
    question_place: Place

    @property
    def together(self) -> Reading:
        """What all raters say together."""
        return self.readings[TOGETHER]

    @property
    def verdict(self) -> Verdict:
        """The verdict of all raters together."""
        return self.together.verdict

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the hypotheses."""
        return tuple(one.id for one in self.hypotheses)

    def row(self, name: str) -> MatrixLine:
        """Return the row of a statement.

        Raises:
            KeyError: it has none.
        """
        for one in self.rows:
            if one.id == name:
                return one
        raise KeyError(name)
