"""Competing hypotheses: each matrix with its ratings, every rule's scores, and how well each row tells them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.matrix.readings import VOTING
from argmap.render.markup import Html, plain
from argmap.render.matrices.figures import shown_score
from argmap.render.matrices.words import RULES
from argmap.render.picture.boxes import shown_name
from argmap.render.places import anchor_of
from argmap.render.report.mind import doubts, remarks, scenarios, turning
from argmap.render.report.parts import Ref, Stretch, stretch
from argmap.render.text import clean, shorten
from argmap.rounding import rounded, trimmed

if TYPE_CHECKING:
    from argmap.matrix.cells import MatrixCell, MatrixLine
    from argmap.matrix.readings import RuleScore
    from argmap.matrix.result import MatrixAnalysis
    from argmap.render.report.context import Context
    from argmap.render.report.mind import Remark, ScenarioRow, Turning

_TEXT = 160
_WORDS = {
    "CC": "fits very well",
    "C": "fits",
    "N": "says nothing either way",
    "I": "does not fit",
    "II": "does not fit at all",
    "NA": "does not apply",
    "": "not yet rated",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One rating: the letter and what it means, the likelihood where one is written, reasons, and disagreement."""

    letter: str
    words: str
    likelihood: str
    reason: str
    raters: str
    argued: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a statement, its ratings, what is known of it, and how well it tells the hypotheses apart."""

    number: int
    anchor: str
    ref: Ref
    name: str
    text: str
    cells: tuple[Cell, ...]
    about: tuple[str, ...]
    reason: str
    spread: str
    bits: str
    bar: Stretch | None
    flat: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What one rule gives one hypothesis; `by_origin` is told where one vote for each origin makes it another."""

    text: str
    leads: bool
    by_origin: str


@dataclass(frozen=True, slots=True)
class RuleHead:
    """One rule: its name, which end of it leads, and how it reckons."""

    name: str
    leads: str
    words: str
    votes: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """One hypothesis with its scores, and its cells in the order of the rows."""

    ref: Ref
    label: str
    scores: tuple[Score, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """The matrix of one question. Rows come most telling first; `number` gives the order of the map."""

    anchor: str
    heading: Html
    answers: tuple[Answer, ...]
    rows: tuple[Row, ...]
    rules: tuple[RuleHead, ...]
    raters: tuple[tuple[str, tuple[str, ...]], ...]
    nominal: int
    effective: str
    flat: int
    doubts: tuple[str, ...]
    leader: str
    turning: tuple[Turning, ...]
    scenarios: tuple[ScenarioRow, ...]
    remarks: tuple[Remark, ...]
    legend: tuple[tuple[str, str], ...]


def hypotheses(context: Context) -> tuple[MatrixBlock, ...]:
    """Gather the matrices, in the order of their questions."""
    return tuple(_block(context, matrix) for matrix in context.matrices)


def _block(context: Context, matrix: MatrixAnalysis) -> MatrixBlock:
    most = max((line.diagnosticity.bits for line in matrix.rows), default=0.0)
    rows = [_row(context, matrix, number, most) for number in range(len(matrix.rows))]
    order = sorted(range(len(rows)), key=lambda n: _telling(matrix.rows[n]))
    ordered = tuple(rows[n] for n in order)
    rules = tuple(RuleHead(rule, told.leads, told.how, votes=rule != "net") for rule, told in RULES.items())
    verdict = matrix.verdict
    return MatrixBlock(
        anchor=f"matrix-{anchor_of(matrix.question)}",
        heading=context.html(matrix.text),
        answers=tuple(_answer(context, matrix, place, ordered) for place in range(len(matrix.hypotheses))),
        rows=ordered,
        rules=rules,
        raters=_raters(context, matrix),
        nominal=matrix.independence.nominal,
        effective=trimmed(matrix.independence.effective, 1),
        flat=sum(line.diagnosticity.flat for line in matrix.rows),
        doubts=doubts(context, matrix),
        leader=context.label(context.view.home[verdict.leader]) if verdict.leader else "",
        turning=turning(context, matrix),
        scenarios=scenarios(context, matrix),
        remarks=remarks(context, matrix),
        legend=tuple((letter, words) for letter, words in _WORDS.items() if _used(rows, letter)),
    )


def _telling(line: MatrixLine) -> tuple[bool, bool, float]:
    """Return by what rows are sorted: those that count, and of them those that tell most, come first."""
    return (not line.counted, line.diagnosticity.flat, -line.diagnosticity.bits)


def _used(rows: list[Row], letter: str) -> bool:
    return any(cell.letter == letter for row in rows for cell in row.cells)


def _row(context: Context, matrix: MatrixAnalysis, number: int, most: float) -> Row:
    line = matrix.rows[number]
    told = line.diagnosticity
    argued = matrix.argued.cells.get(line.id, ())
    proposition = context.view.home[line.id]
    return Row(
        number=number + 1,
        anchor=f"matrix-row-{anchor_of(matrix.question)}~{anchor_of(line.id)}",
        ref=context.ref(proposition),
        name=shown_name(line.id) or str(number + 1),
        text=shorten(plain(line.text), _TEXT),
        cells=tuple(
            _cell(cell, argued[place] if place < len(argued) else "", alone=len(matrix.raters) == 1)
            for place, cell in enumerate(line.cells)
        ),
        about=tuple(_about(context, line)),
        reason=plain("; ".join(line.reason.values())),
        spread=rounded(told.spread, 2),
        bits=rounded(told.bits, 1),
        bar=stretch(0.0, told.bits / most) if most and not told.flat else None,
        flat=told.flat,
        counted=line.counted,
    )


def _about(context: Context, line: MatrixLine) -> list[str]:
    found = []
    if line.relevance:
        found.append(f"relevance {line.relevance}")
    if line.credibility:
        found.append(f"credibility {line.credibility}")
    if line.origins:
        found.append(f"from {', '.join(context.called.get(name, clean(name)) for name in line.origins)}")
    if line.seen:
        found.append(f"seen: {line.seen}")
    return found


def _cell(cell: MatrixCell, argued: str, *, alone: bool) -> Cell:
    rated = cell.together
    letter = rated.letter or ""
    likelihood = rated.likelihood
    shown = "" if likelihood is None else _percent(likelihood.low, likelihood.high)
    reasons = [plain(one.reason) for one in cell.raters.values() if one.reason]
    raters = "" if alone else ", ".join(f"{name} {one.letter or 'blank'}" for name, one in cell.raters.items())
    parts_ways = argued and letter and (argued == "C") == (letter in {"I", "II", "N"}) and letter != argued
    return Cell(
        letter, _WORDS[letter], shown, "; ".join(reasons), raters if cell.steps else "", argued if parts_ways else ""
    )


def _percent(low: float, high: float) -> str:
    """Show a likelihood as it was written, which is per cent."""
    first, last = f"{low * 100:g}", f"{high * 100:g}"
    return f"{first}%" if first == last else f"{first}–{last}%"


def _answer(context: Context, matrix: MatrixAnalysis, place: int, rows: tuple[Row, ...]) -> Answer:
    name = matrix.hypotheses[place].id
    proposition = context.view.home[name]
    together = matrix.together
    return Answer(
        ref=context.ref(proposition),
        label=context.label(proposition),
        scores=tuple(_score(together.scores[rule], together.by_origin.get(rule), name) for rule in RULES),
        cells=tuple(row.cells[place] for row in rows),
    )


def _score(score: RuleScore, by_origin: RuleScore | None, name: str) -> Score:
    text = _shown(score, name)
    other = _shown(by_origin, name) if by_origin is not None else text
    return Score(text, name in score.leaders and score.rule != "net", other if other != text else "")


def _shown(score: RuleScore, name: str) -> str:
    value = score.shown(name)
    if value is None:
        return "not rated"
    return shown_score(score.rule, value)


def _raters(context: Context, matrix: MatrixAnalysis) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return for each of several raters who leads under each rule that votes."""
    if len(matrix.raters) == 1:
        return ()
    return tuple(
        (
            context.called.get(rater, clean(rater)),
            tuple(
                ", ".join(context.label(context.view.home[name]) for name in score.leaders)
                for score in (matrix.readings[rater].scores[rule] for rule in VOTING)
            ),
        )
        for rater in matrix.raters
    )
