"""What stands in a matrix: its hypotheses, its rows, and what each rater says in each cell. Data only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argmap.model import Range


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
