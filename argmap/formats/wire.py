"""The format `argmap/1`: what stands in the JSON, key by key, in the order in which it is written.

These models are a promise to other programs. They are their own, so that a change inside argmap never changes a file
outside; a change here that breaks a reader of `argmap/1` makes it `argmap/2`.
Keys that are worked out from others (`paragraphs`, `named`, all strengths, …) are written for the reader's ease; they
may be left out, and are not looked at, when a file is read.
"""
# No `from __future__ import annotations` here: pydantic reads these annotations.

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from argmap.vocabulary import Hedge, RelationKind, Stance, StatementKind

FORMAT = "argmap/1"


class Wire(BaseModel):
    """What all parts of the format share: nothing unknown, nothing bent to fit."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class WireRange(Wire):
    """A closed interval of numbers; a single number has `low` equal to `high`."""

    low: float
    high: float


class WirePlace(Wire):
    """A place in a source."""

    source: str
    locators: list[str]


class WireCheck(Wire):
    """Who checked a statement, on what day, and with what verdict."""

    who: str
    date: str
    verdict: str


WireValue = str | float | list[str] | WireRange | WirePlace | WireCheck


class WireAttribute(Wire):
    """One attribute. Its value is a text or word, a number, a list of names, or one of the objects above."""

    key: str
    value: WireValue
    reason: str | None = None


class WireCitation(Wire):
    """Where a document, or a voice in it, says a thing; `paragraphs` and `notes` spell the locators out."""

    source: str
    voices: list[str] = []
    locators: list[str] = []
    paragraphs: list[str] = []
    notes: list[int] = []
    stance: Stance
    hedge: Hedge
    anchor: str | None = None


class WireImport(Wire):
    """One import of a file, under a name or bare."""

    path: str
    name: str | None = None


class WireFile(Wire):
    """One file of the map: its path, the prefix of its ids, and what it imports."""

    path: str
    prefix: str = ""
    imports: list[WireImport] = []


class WireSection(Wire):
    """A part of a map with a heading; `parent` is an index of `sections`, `file` one of `files`."""

    title: str
    source: str | None = None
    parent: int | None = None
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireSource(Wire):
    """A document."""

    id: str
    title: str
    attributes: list[WireAttribute] = []
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireVoice(Wire):
    """A person or body that speaks in a document."""

    id: str
    name: str
    attributes: list[WireAttribute] = []
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireQuestion(Wire):
    """A question; `hypotheses` are the ids of its competing answers, as in the attribute of that name."""

    id: str
    text: str
    hypotheses: list[str] = []
    attributes: list[WireAttribute] = []
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireStatementReading(Wire):
    """The strength of a statement under one reading; `strength` is null where it is not assessed."""

    base: float
    strength: float | None
    low: float | None
    high: float | None
    undetermined: bool


class WireStatementReadings(Wire):
    """Both readings of a statement; null where strength was not asked for."""

    documented: WireStatementReading | None = None
    granted: WireStatementReading | None = None


class WireCounts(Wire):
    """What reaches a statement by supporting steps: pieces of evidence, their citations, and their root origins."""

    evidence: int
    citations: int
    origins: int


class WireBand(Wire):
    """The strength of a statement by semantics in the reading that leads, with the least and the greatest of them."""

    low: float
    high: float
    values: dict[str, float]


class WireStatement(Wire):
    """A proposition; `base` to `undetermined` repeat the reading that leads, `section` is an index of `sections`.

    `parties` are strengths on what one document or voice alone holds, by its id, where it is assessed on that;
    `unweighed` tells how many objections to it, or to a step for it, nothing backs.
    """

    id: str
    named: bool = True
    kind: StatementKind
    text: str
    section: int | None = None
    base: float | None = None
    strength: float | None = None
    low: float | None = None
    high: float | None = None
    undetermined: bool | None = None
    readings: WireStatementReadings = WireStatementReadings()
    counts: WireCounts | None = None
    unweighed: int | None = None
    parties: dict[str, float] | None = None
    band: WireBand | None = None
    citations: list[WireCitation] = []
    attributes: list[WireAttribute] = []
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireStepReading(Wire):
    """A step under one reading: weight (bits; of an undercut a share), what undercutters leave of it, its effect."""

    weight: float
    factor: float
    contribution: float


class WireStepReadings(Wire):
    """Both readings of a step; null where strength was not asked for."""

    documented: WireStepReading | None = None
    granted: WireStepReading | None = None


class WireStep(Wire):
    """An inference for (`support`) or against (`attack`) a statement.

    `order` is its place among steps and undercuts together, from 0. `undercutters` are the statements that undercut it.
    """

    id: str
    named: bool = True
    order: int
    polarity: Literal["support", "attack"]
    premises: list[str]
    conclusion: str
    warrants: list[str] = []
    undercutters: list[str] = []
    weight: float | None = None
    factor: float | None = None
    contribution: float | None = None
    readings: WireStepReadings = WireStepReadings()
    citations: list[WireCitation] = []
    attributes: list[WireAttribute] = []
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireUndercut(Wire):
    """An attack on a step or on another undercut: `target` is its id. `order` as in a step."""

    id: str
    named: bool = True
    order: int
    target: str
    premises: list[str]
    warrants: list[str] = []
    undercutters: list[str] = []
    weight: float | None = None
    factor: float | None = None
    contribution: float | None = None
    readings: WireStepReadings = WireStepReadings()
    citations: list[WireCitation] = []
    attributes: list[WireAttribute] = []
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireRelation(Wire):
    """A relation between two statements."""

    kind: RelationKind
    left: str
    right: str
    reason: str | None = None
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireCell(Wire):
    """What a rater says of a row under one hypothesis."""

    rating: str | None = None
    likelihood: WireRange | None = None
    reason: str | None = None


class WireRow(Wire):
    """One row of a matrix, its cells in the order of the hypotheses."""

    statement: str
    cells: list[WireCell]
    attributes: list[WireAttribute] = []
    reason: str | None = None


class WireMatrix(Wire):
    """How each row fits each answer to a question, as one rater sees it; `columns` hold attributes of the rows."""

    question: str
    rater: str | None = None
    hypotheses: list[str]
    columns: list[str] = []
    rows: list[WireRow] = []
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireChange(Wire):
    """One line of a scenario: assume, deny, withdraw or set a target."""

    action: Literal["assume", "deny", "withdraw", "set"]
    target: str
    attributes: list[WireAttribute] = []


class WireScenario(Wire):
    """A named what-if."""

    title: str
    changes: list[WireChange] = []
    matrices: list[WireMatrix] = Field(default=[], description="ratings that replace those of the map's matrices")
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireAllowance(Wire):
    """A comment in the map that allows a finding, with the reason why."""

    code: str
    reason: str
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireFinding(Wire):
    """What the checks have to say: the rule, how grave it is, in words, what was expected, and where it stands."""

    code: str
    name: str
    severity: Literal["error", "warning", "suggestion"]
    message: str
    help: str = ""
    file: int = 0
    line: int | None = None
    column: int | None = None


class WireMap(Wire):
    """A whole map. `semantics` and `reading` say by which rule, and in which reading, the leading strengths are.

    `circles` are statements that lift themselves in a circle of support, by how much; `source_circles` sources that draw
    on each other; `findings` what the checks found, where they were run.
    """

    model_config = ConfigDict(title="An argument map (argmap/1)")

    format: Literal["argmap/1"]
    argmap: str = Field(default="", description="the version of argmap that wrote the file")
    name: str | None = None
    title: str | None = None
    attributes: list[WireAttribute] = []
    semantics: str | None = None
    reading: Literal["documented", "granted"] | None = None
    settled: bool | None = None
    circles: list[dict[str, float]] | None = None
    source_circles: list[list[str]] | None = None
    files: list[WireFile] = Field(min_length=1)
    sections: list[WireSection] = []
    sources: list[WireSource] = []
    voices: list[WireVoice] = []
    questions: list[WireQuestion] = []
    statements: list[WireStatement] = []
    steps: list[WireStep] = []
    undercuts: list[WireUndercut] = []
    relations: list[WireRelation] = []
    matrices: list[WireMatrix] = []
    scenarios: list[WireScenario] = []
    allowances: list[WireAllowance] = []
    findings: list[WireFinding] = []
