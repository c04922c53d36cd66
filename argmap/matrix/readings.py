"""What the rules make of one table, one rater's or that of all together: scores, verdict, what it hangs on. Data only.

Dicts keyed by hypotheses are in the order of the table, dicts keyed by rules in that of `RULES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Rule = Literal["inconsistency", "weighted", "squared", "net", "bits"]
RULES: tuple[Rule, ...] = ("inconsistency", "weighted", "squared", "net", "bits")
# `net` has no vote: it is shown as a warning of what it hides.
VOTING: tuple[Rule, ...] = ("inconsistency", "weighted", "squared", "bits")
HIGHEST_LEADS: frozenset[Rule] = frozenset({"net", "bits"})
TOGETHER = "together"  # where a rater is named: all of them


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
    """The fewest one-step changes of cells that bring rivals level with a leader, or ahead of it: all that are so then."""

    steps: int
    rivals: tuple[str, ...]
    changes: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class Fragility:
    """How little would change the leader under one rule.

    Attributes:
        rule: The rule.
        leader: Who leads; None for a tie, which needs no change at all.
        level: The fewest changes that bring somebody level with the leader and nobody ahead of it; None where as few
            put somebody ahead, and where none bring anybody level.
        overtaken: The fewest by which somebody is ahead of it; None where none do that.
    """

    rule: Rule
    leader: str | None
    level: Overturn | None
    overtaken: Overturn | None

    @property
    def lost(self) -> Overturn | None:
        """The fewest changes after which it no longer leads alone; None for a tie, and where no changes do that."""
        return self.level or self.overtaken


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
