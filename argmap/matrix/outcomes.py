"""What comes of one scenario, beside the unchanged matrix."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.matrix.reading import read
from argmap.matrix.readings import TOGETHER, VOTING, CellChange
from argmap.matrix.result import ScenarioOutcome
from argmap.matrix.scale import STEPS
from argmap.matrix.scenarios import rows_of, sheet_in
from argmap.matrix.scores import scores
from argmap.matrix.verdicts import among_raters, verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.matrix.background import Background
    from argmap.matrix.cells import Rated
    from argmap.matrix.readings import Reading
    from argmap.matrix.scenarios import Altered
    from argmap.matrix.sheet import Sheet
    from argmap.model import Matrix, Scenario


def outcome(
    known: Background,
    made: Sheet,
    those: Sequence[Matrix],
    scenario: Scenario,
    change: Altered,
    before: Reading,
    *,
    discount: bool,
) -> ScenarioOutcome:
    """Work out the matrix in a scenario, all raters together, beside what it is without."""
    there = sheet_in(made.question, those, scenario, change)
    counted, then = rows_of(made, known), rows_of(there, change.known, change)
    table = there.table(TOGETHER, change.known, then, discount=discount)
    priors = {
        name: prior for name in there.hypotheses if (prior := change.known.statements[name].range("prior")) is not None
    }
    reading = read(table, TOGETHER, priors)
    if len(there.raters) > 1:
        tables = {rater: there.table(rater, change.known, then, discount=discount) for rater in there.raters}
        own = {rater: verdict(each, scores(each)) for rater, each in tables.items()}
        reading = replace(reading, verdict=among_raters(table, reading.verdict, own))
    same = (there.hypotheses, then) == (made.hypotheses, counted) and _values(reading) == _values(before)
    return ScenarioOutcome(
        title=scenario.title,
        reading=reading,
        hypotheses=there.hypotheses,
        fallen={row: change.fallen[row] for row in made.rows if row in change.fallen and row in counted},
        added=tuple(row for row in then if row not in counted),
        rerated=tuple(_rerated(made, there)),
        leaders_changed=tuple(rule for rule in VOTING if reading.scores[rule].leaders != before.scores[rule].leaders),
        touched=not same,
    )


def _values(reading: Reading) -> list[dict[str, float]]:
    return [score.values for score in reading.scores.values()]


def _rerated(made: Sheet, there: Sheet) -> list[CellChange]:
    found = []
    for row in made.rows:
        for name in there.hypotheses:
            old, new = made.cell(TOGETHER, row, name), there.cell(TOGETHER, row, name)
            if name in made.hypotheses and old[:2] != new[:2]:
                found.append(CellChange(row, name, written(old), written(new), _steps(old, new)))
    return found


def written(cell: Rated) -> str:
    """Return a rating as it is written: its letter, or its likelihood; nothing where it is not yet rated."""
    if cell.likelihood is None:
        return cell.letter or ""
    low, high = cell.likelihood
    return f"{low:g}" if low == high else f"{low:g}..{high:g}"


def _steps(old: Rated, new: Rated) -> int:
    if old.letter in STEPS and new.letter in STEPS:
        return abs(STEPS.index(old.letter or "") - STEPS.index(new.letter or ""))
    return 0
