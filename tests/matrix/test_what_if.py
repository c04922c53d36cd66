"""What a scenario does is what writing it into the map does: the same scores, whichever way."""

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from argmap.matrix.engine import matrices
from argmap.model import (
    ArgumentMap,
    Attribute,
    Cell,
    Change,
    Citation,
    Matrix,
    MatrixRow,
    Question,
    Scenario,
    SourceDocument,
    Statement,
)
from argmap.vocabulary import RATINGS

NAMES = ("x", "y", "z")
RATING = st.sampled_from(RATINGS)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    found = ArgumentMap(questions=[Question(id="q", text="Q?", attributes=[Attribute("hypotheses", NAMES)])])
    found.statements = [Statement(id=name, kind="hypothesis", text=name) for name in NAMES]
    found.sources = [SourceDocument(id=name, title=name) for name in ("s", "t")]
    rows = []
    for n in range(draw(st.integers(1, 4))):
        cited = [Citation(name) for name in draw(st.lists(st.sampled_from(("s", "t")), max_size=2, unique=True))]
        grades = [Attribute("credibility", draw(st.sampled_from("126")))] if draw(st.booleans()) else []
        found.statements.append(
            Statement(id=f"e{n}", kind="evidence", text=f"e{n}", citations=cited, attributes=grades)
        )
        rows.append(MatrixRow(statement=f"e{n}", cells=[Cell(draw(RATING)) for _ in NAMES]))
    found.matrices = [Matrix(question="q", hypotheses=NAMES, rows=rows)]
    return found


def scores(found: ArgumentMap) -> dict[str, dict[str, float]]:
    (one,) = matrices(found)
    return {rule: score.values for rule, score in one.together.scores.items()}


def in_scenario(found: ArgumentMap, scenario: Scenario) -> dict[str, dict[str, float]]:
    (one,) = matrices(found, assumed=[scenario])
    return {rule: score.values for rule, score in one.scenarios[-1].reading.scores.items()}


@given(maps(), st.data())
def test_other_ratings(found: ArgumentMap, data: st.DataObject) -> None:
    edited = deepcopy(found)
    own = edited.matrices[0]
    columns = data.draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    rows = []
    for row in data.draw(st.lists(st.sampled_from(own.rows), unique_by=lambda row: row.statement)):
        cells = [Cell(data.draw(RATING | st.none())) for _ in columns]
        rows.append(MatrixRow(statement=row.statement, cells=cells))
        for name, cell in zip(columns, cells, strict=True):
            if cell.rating is not None:
                row.cells[NAMES.index(name)] = cell
    scenario = Scenario(title="s", matrices=[Matrix(question="q", hypotheses=tuple(columns), rows=rows)])
    assert in_scenario(found, scenario) == scores(edited)


@given(maps(), st.sampled_from("1346"), st.sampled_from(("low", "high")))
def test_other_grades(found: ArgumentMap, credibility: str, relevance: str) -> None:
    given_there = [Attribute("credibility", credibility), Attribute("relevance", relevance)]
    edited = deepcopy(found)
    edited.by_id()["e0"].attributes = given_there
    scenario = Scenario(title="s", changes=[Change("set", "e0", given_there)])
    assert in_scenario(found, scenario) == scores(edited)


@given(maps(), st.sampled_from(("s", "t")))
def test_a_source_less(found: ArgumentMap, source: str) -> None:
    edited = deepcopy(found)
    cited = {one.id: [each.source for each in one.citations] for one in found.statements}
    rows = edited.matrices[0].rows
    edited.matrices[0].rows = [row for row in rows if cited[row.statement] != [source]]
    scenario = Scenario(title="s", changes=[Change("withdraw", source)])
    there = in_scenario(found, scenario)
    if edited.matrices[0].rows:
        assert there == scores(edited)
    else:
        assert all(value == 0 for values in there.values() for value in values.values())


@given(maps())
def test_a_row_denied_is_a_row_less(found: ArgumentMap) -> None:
    edited = deepcopy(found)
    edited.matrices[0].rows = edited.matrices[0].rows[1:]
    there = in_scenario(found, Scenario(title="s", changes=[Change("deny", "e0")]))
    if edited.matrices[0].rows:
        assert there == scores(edited)


@given(maps(), st.sampled_from(NAMES))
def test_a_hypothesis_denied_is_a_column_less(found: ArgumentMap, name: str) -> None:
    there = in_scenario(found, Scenario(title="s", changes=[Change("deny", name)]))
    here = scores(found)
    assert there == {rule: {h: v for h, v in values.items() if h != name} for rule, values in here.items()}
