"""From a map to everything its matrices come to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.matrix.absence import NOT_SEEN, absence, indicators
from argmap.matrix.argued import argued, reaching
from argmap.matrix.background import Background
from argmap.matrix.cells import Candidate, MatrixCell, MatrixLine, Place
from argmap.matrix.clusters import independence
from argmap.matrix.coherence import Laws, coherence, stated
from argmap.matrix.diagnosticity import diagnosticity
from argmap.matrix.entailments import entailments
from argmap.matrix.outcomes import outcome
from argmap.matrix.outlook import next_observation
from argmap.matrix.priors import posteriors
from argmap.matrix.reading import read
from argmap.matrix.readings import TOGETHER, Reading, Warned
from argmap.matrix.result import Coherence, MatrixAnalysis
from argmap.matrix.scenarios import all_altered, rows_of
from argmap.matrix.sheet import by_question, sheet
from argmap.matrix.together import apart
from argmap.matrix.verdicts import among_raters
from argmap.model import Range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from argmap.matrix.result import Absence
    from argmap.matrix.scenarios import Altered
    from argmap.matrix.sheet import Sheet
    from argmap.matrix.table import Table
    from argmap.model import ArgumentMap, Matrix, Question, Scenario
    from argmap.strength.prepare import Prepared


def matrices(
    argument_map: ArgumentMap,
    question: str | None = None,
    *,
    discount: bool = False,
    assumed: Sequence[Scenario] = (),
    ready: Prepared | None = None,
) -> tuple[MatrixAnalysis, ...]:
    """Analyse the matrices of a map, one for each question that has any, in the order of the questions.

    Args:
        argument_map: The map.
        question: The id of the only question wanted.
        discount: Whether `bits` mixes the likelihoods of a row by the written reliability of its sources.
        assumed: Further scenarios, beside those of the map.
        ready: The compiled map, where it is at hand; else scenarios compile it.
    """
    found = by_question(argument_map.questions, argument_map.matrices)
    if not found:
        return ()
    known = Background(argument_map)
    every = [*argument_map.scenarios, *assumed]
    scenarios = list(zip(every, all_altered(known, every, ready), strict=True))
    return tuple(
        _analysed(known, one, found[one.id], scenarios, discount=discount)
        for one in argument_map.questions
        if one.id in found and question in {None, one.id}
    )


def _analysed(
    known: Background,
    question: Question,
    those: list[Matrix],
    scenarios: Sequence[tuple[Scenario, Altered]],
    *,
    discount: bool,
) -> MatrixAnalysis:
    made = sheet(question, those)
    counted = rows_of(made, known)
    candidates = tuple(_candidate(known, name) for name in made.hypotheses)
    priors = {one.id: one.prior for one in candidates if one.prior is not None}
    tables = {rater: made.table(rater, known, counted, discount=discount) for rater in (*made.raters, TOGETHER)}
    table = tables[TOGETHER]
    pending = [made.line(TOGETHER, row, known) for row in made.rows if known.word(row, "seen") == NOT_SEEN]
    unseen = absence(table, pending)
    readings = _readings(tables, priors, unseen)
    rows = tuple(_line(made, known, row, row in counted) for row in made.rows)
    exclusive, exhaustive = _says(question, "exclusive"), _exhaustive(known, question)
    reached = reaching(known, made.hypotheses)
    told = independence(table.lines)
    complete = not _missing(question, made)
    return MatrixAnalysis(
        question=question.id,
        text=question.text,
        hypotheses=candidates,
        missing=_missing(question, made),
        exclusive=exclusive,
        exhaustive=exhaustive,
        raters=made.raters,
        rows=rows,
        readings=readings,
        independence=told,
        argued=argued(known, made.hypotheses, rows, reached),
        entailments=entailments(table),
        coherence=_coherence(question, table, candidates, exhaustive=exhaustive and complete),
        posteriors=posteriors(
            table,
            priors,
            exclusive=bool(exclusive),
            exhaustive=exhaustive and complete,
            dependent=bool(told.clusters),
        ),
        indicators=indicators(known, made.hypotheses, rows, reached),
        absence=unseen,
        next=next_observation(table, readings[TOGETHER].scores, pending),
        scenarios=tuple(
            outcome(known, made, those, scenario, change, readings[TOGETHER], discount=discount)
            for scenario, change in scenarios
        ),
        discounted=discount,
        place=made.place,
        question_place=Place(question.file, question.start, question.end),
    )


def _readings(tables: Mapping[str, Table], priors: Mapping[str, Range], unseen: Absence | None) -> dict[str, Reading]:
    """Work out each rater's table and the joint one; with one rater they are the same."""
    raters = [rater for rater in tables if rater != TOGETHER]
    joint = read(tables[TOGETHER], TOGETHER, priors)
    if len(raters) == 1:
        found = {raters[0]: replace(joint, rater=raters[0])}
    else:
        found = {rater: read(tables[rater], rater, priors) for rater in raters}
    verdict = among_raters(tables[TOGETHER], joint.verdict, {rater: one.verdict for rater, one in found.items()})
    if unseen is not None and verdict.leader is not None and unseen.verdict.leader != verdict.leader:
        named = (unseen.verdict.leader,) if unseen.verdict.leader is not None else ()
        verdict = replace(verdict, caveats=(*verdict.caveats, Warned("absence", unseen.rows, named)))
    return found | {TOGETHER: replace(joint, verdict=verdict)}


def _candidate(known: Background, name: str) -> Candidate:
    statement = known.statements[name]
    likelihood = statement.get("likelihood")
    value = likelihood.value if likelihood is not None else None
    said = value if isinstance(value, (str, Range)) else None
    return Candidate(
        name,
        statement.title,
        statement.text,
        Place(statement.file, statement.start, statement.end),
        statement.flag("residual"),
        statement.range("prior"),
        said,
        stated(said, known.map.word("scale")) if said is not None else None,
    )


def _line(made: Sheet, known: Background, row: str, counted: bool) -> MatrixLine:  # noqa: FBT001 - as it is
    statement = known.statements[row]
    cells = tuple(_cell(made, row, name) for name in made.hypotheses)
    given = made.line(TOGETHER, row, known)
    return MatrixLine(
        id=row,
        title=statement.title,
        text=statement.text,
        cells=cells,
        diagnosticity=diagnosticity([cell.together for cell in cells]),
        place=made.row_places[row],
        kind=statement.kind,
        relevance=given.relevance,
        credibility=given.credibility,
        reliability=given.reliability,
        origins=given.origins,
        seen=known.word(row, "seen"),
        counted=counted,
        reason=made.reasons.get(row, {}),
    )


def _cell(made: Sheet, row: str, hypothesis: str) -> MatrixCell:
    keys = [(rater, row, hypothesis) for rater in made.raters if (rater, row, hypothesis) in made.ratings]
    said = {key[0]: made.ratings[key] for key in keys}
    steps, deviation = apart(list(said.values()))
    places = {key[0]: made.places[key] for key in keys}
    return MatrixCell(said, made.cell(TOGETHER, row, hypothesis), steps, deviation, places)


def _missing(question: Question, made: Sheet) -> tuple[str, ...]:
    return tuple(name for name in question.hypotheses if name not in made.hypotheses)


def _says(question: Question, key: str) -> bool | None:
    """Return what a question says of its answers, None where it says nothing."""
    return question.flag(key) if question.get(key) is not None else None


def _exhaustive(known: Background, question: Question) -> bool:
    """Tell whether one of the answers must be true: the question says so, or one of them is "none of these"."""
    said = _says(question, "exhaustive")
    if said is not None:
        return said
    return any(known.statements[name].flag("residual") for name in question.hypotheses if name in known.statements)


def _coherence(
    question: Question, table: Table, candidates: Sequence[Candidate], *, exhaustive: bool
) -> tuple[Coherence, ...]:
    """Look at the stated priors and at the stated likelihoods."""
    found = []
    exclusive = question.flag("exclusive")
    priors = {one.id: one.prior for one in candidates}
    likelihoods = {one.id: one.stated for one in candidates}
    for key, values in (("prior", priors), ("likelihood", likelihoods)):
        names = [name for name, value in values.items() if value is not None]
        if not names:
            continue
        whole = len(names) == len(candidates)
        order = tuple(
            (n, names.index(candidates[weak].id))
            for n, name in enumerate(names)
            for weak in sorted(table.entails[table.hypotheses.index(name)])
            if candidates[weak].id in names
        )
        laws = Laws(1.0 if exhaustive and whole else None, 1.0 if exclusive else None, order)
        limits = [value for value in values.values() if value is not None]
        found.append(coherence("prior" if key == "prior" else "likelihood", names, limits, laws))
    return tuple(found)
