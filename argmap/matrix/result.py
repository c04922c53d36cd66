"""What the analysis of a matrix found: data only, for the terminal, the report, JSON and the checks.

Dicts keyed by hypotheses are in the order of `MatrixAnalysis.hypotheses`, dicts keyed by rules in that of `RULES`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from argmap.model import Range

Rule = Literal["inconsistency", "weighted", "squared", "net", "bits"]
RULES: tuple[Rule, ...] = ("inconsistency", "weighted", "squared", "net", "bits")
# `net` has no vote: it is shown as a warning of what it hides.
VOTING: tuple[Rule, ...] = ("inconsistency", "weighted", "squared", "bits")
HIGHEST_LEADS: frozenset[Rule] = frozenset({"net", "bits"})
TOGETHER = "together"  # where a rater is named: all of them


class Place(NamedTuple):
    """Where something stands: the number of the file in the map, and two offsets."""

    file: int
    start: int
    end: int


class Rated(NamedTuple):
    """What is said in one cell: a letter, or a likelihood as it was written; neither where it is not yet rated.

    A cell with a likelihood has a letter too: the one whose number is nearest, by which the rules of letters take it.
    """

    letter: str | None = None
    likelihood: Range | None = None
    reason: str | None = None

    @property
    def blank(self) -> bool:
        """Whether it is not yet rated; NA is a rating."""
        return self.letter is None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One row under one hypothesis, as each rater sees it.

    Attributes:
        raters: What each rater says, by the rater's name; raters without this row or column are left out.
        together: What they say together: the middle of their letters, of two in the middle the one nearer to N;
            NA where more than half of them say so; the mean of their likelihoods where one of them wrote a number.
        steps: How many steps of the scale lie between the furthest of them, 0 where they agree.
        deviation: The sample standard deviation of their values 1..5, 0 for a single one.
        places: Where each rater's cell stands.
    """

    raters: dict[str, Rated]
    together: Rated
    steps: int = 0
    deviation: float = 0.0
    places: dict[str, Place] = field(default_factory=dict)


class Diagnosticity(NamedTuple):
    """How well a row tells the hypotheses apart, two ways.

    Attributes:
        spread: The population standard deviation of the values 1..5 over the hypotheses.
        bits: log2 of the largest likelihood less that of the smallest.
        flat: Whether it rates every hypothesis alike, and so tells nothing apart, however inconsistent it is.
    """

    spread: float
    bits: float
    flat: bool


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One row: a statement, and how it fits each hypothesis.

    Attributes:
        id: The statement.
        title: Its short label.
        text: Its text.
        cells: One for each hypothesis, in their order.
        diagnosticity: Of what the raters say together.
        place: Where the row stands first.
        kind: The kind of the statement.
        relevance: low, medium or high, from the matrix, else from the statement; None where neither says.
        credibility: The Admiralty grade 1 to 6, from the matrix, else from the statement; None where neither says.
        reliability: 0..1, of the chain by which it is had; None where nothing along it has a written grade.
        origins: Its root origins: ids of sources and voices. A row without any is a voice of its own.
        seen: `yes`, `no` or a date for an indicator or expected evidence, else None.
        counted: Whether it counts. A row of what was not seen (`seen: no`) says what it would mean, and does not.
        reason: The reason for the whole row, by rater.
        interests: The parties whose interest its origins serve (`interest:` of a source).
        tags: Its labels.
    """

    id: str
    title: str
    text: str
    cells: tuple[MatrixCell, ...]
    diagnosticity: Diagnosticity
    place: Place
    kind: str = "evidence"
    relevance: str | None = None
    credibility: str | None = None
    reliability: float | None = None
    origins: tuple[str, ...] = ()
    seen: str | None = None
    counted: bool = True
    reason: dict[str, str] = field(default_factory=dict)
    interests: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One hypothesis of a matrix: its label, and what its author says of its probability.

    `likelihood` is as it is written, a word of a scale or numbers; `stated` the probabilities it stands for.
    """

    id: str
    title: str
    text: str
    place: Place
    residual: bool = False
    prior: Range | None = None
    likelihood: str | Range | None = None
    stated: Range | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What one rule makes of a matrix.

    Attributes:
        rule: Its name.
        values: The score of each hypothesis. Under `bits` a sum of log2 P(row | hypothesis), of which only
            differences mean anything.
        terms: What each row adds to each score, rows and hypotheses in their order: every sum can be shown.
        ranks: 1 for who leads; equals have the same, and the next follows without a gap. Unrated ones come last.
        leaders: All that lead.
        margin: By how much the leader is ahead of its nearest rival, 0 for a tie, None without a rival.
        unrated: The hypotheses of which no cell is rated: their 0 is none, and they cannot lead.
        order: All hypotheses, best first, unrated ones last. Ties stand in their own order, save under `squared`, which looks at what
            fits, at the share of NA, and at the share of unrated cells.
    """

    rule: Rule
    values: dict[str, float]
    terms: tuple[tuple[float, ...], ...]
    ranks: dict[str, int]
    leaders: tuple[str, ...]
    margin: float | None
    unrated: tuple[str, ...]
    order: tuple[str, ...]

    def shown(self, name: str) -> float | None:
        """Return a score as it is shown: under `bits` the difference from the best; None where nothing is rated."""
        if name in self.unrated:
            return None
        if self.rule != "bits":
            return self.values[name]
        return self.values[name] - max(value for other, value in self.values.items() if other not in self.unrated)


Doubt = Literal["too few hypotheses", "nothing rated", "tie", "rules disagree", "raters disagree"]
Caveat = Literal["linchpin", "fragile", "one origin", "untested", "nothing disconfirms", "absence"]


class Reason(NamedTuple):
    """Why one cannot decide: under which rules or by which raters, and between which hypotheses."""

    doubt: Doubt
    by: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()


class Warned(NamedTuple):
    """What to know beside a verdict: what it hangs on, with the rows and the hypotheses in question."""

    caveat: Caveat
    rows: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who leads, or that one cannot decide and why.

    The voting rules must agree on one leader without a tie, and so must the raters. Hypotheses that entail each other
    do not compete: where both lead, the weaker is named.
    """

    leader: str | None
    reasons: tuple[Reason, ...] = ()
    caveats: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """The matrix without some of its rows.

    Attributes:
        kind: One row, all rows that rest on one origin alone, or all rows of low credibility.
        name: The statement, or the origin; empty for rows of low credibility.
        rows: What is left out.
        leaders: Who leads then, under each rule.
        changed: The rules under which that is another set than before.
    """

    kind: Literal["row", "origin", "low credibility"]
    name: str
    rows: tuple[str, ...]
    leaders: dict[Rule, tuple[str, ...]]
    changed: tuple[Rule, ...]


class CellChange(NamedTuple):
    """One cell rated otherwise, `steps` steps along CC C N I II."""

    row: str
    hypothesis: str
    before: str
    after: str
    steps: int


@dataclass(frozen=True, slots=True)
class Overturn:
    """The fewest one-step changes of cells by which a rival comes level with the leader, or overtakes it."""

    steps: int
    rival: str
    changes: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class Fragility:
    """How little would change the leader under one rule.

    Attributes:
        rule: The rule.
        leader: Who leads; None for a tie, which needs no change at all.
        level: The fewest changes by which somebody is level with the leader; None where no changes do that.
        overtaken: The fewest by which somebody is ahead of it.
    """

    rule: Rule
    leader: str | None
    level: Overturn | None
    overtaken: Overturn | None


@dataclass(frozen=True, slots=True)
class PriorSweep:
    """How far priors would have to move for another hypothesis to lead under `bits`.

    Attributes:
        priors: Where the sweep starts: the written priors (their middle), brought to a sum of 1, else even ones.
        written: Whether they are the author's.
        leads_from: The prior from which each hypothesis leads, the others keeping their proportions to each other.
            Hypotheses that entail each other do not compete and are not compared.
    """

    priors: dict[str, float]
    written: bool
    leads_from: dict[str, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """A matrix as one rater has it, or all of them together.

    Attributes:
        rater: The rater's name, or `TOGETHER`.
        scores: Every rule.
        by_origin: The same where one origin is one vote: of what rows of one origin say against (or for) a
            hypothesis only the largest counts, each row shared among its origins.
        verdict: Who leads, or that one cannot decide.
        removals: Leaving out each row, each origin, and the rows of low credibility.
        fragility: By rule, those that vote.
        sweep: Priors; None where there are fewer than two hypotheses.
    """

    rater: str
    scores: dict[Rule, RuleScore]
    by_origin: dict[Rule, RuleScore]
    verdict: Verdict
    removals: tuple[Removal, ...]
    fragility: dict[Rule, Fragility]
    sweep: PriorSweep | None

    @property
    def linchpins(self) -> tuple[Removal, ...]:
        """The removals of single rows and origins that change who leads under some voting rule."""
        return tuple(
            one
            for one in self.removals
            if one.kind != "low credibility" and any(rule in VOTING for rule in one.changed)
        )


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
