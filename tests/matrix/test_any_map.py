"""No map is too strange: the analysis ends, and what it says can be shown."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.matrix.engine import matrices
from argmap.model import ArgumentMap, Change, Scenario
from argmap.render.matrices.data import matrix_csv, matrix_json
from argmap.render.matrices.markdown import matrix_markdown
from argmap.render.matrices.text import matrix_text
from argmap.render.terminal.columns import columns
from tests.strategies import argument_maps


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(argument_maps(), st.data())
def test_any_map(whole: ArgumentMap, data: st.DataObject) -> None:
    assumed = []
    if whole.statements:
        names = data.draw(st.lists(st.sampled_from([one.id for one in whole.statements]), max_size=2, unique=True))
        actions = st.sampled_from(["assume", "deny"])
        assumed = [Scenario(title="what if", changes=[Change(data.draw(actions), name) for name in names])]
    found = matrices(whole, assumed=assumed, discount=data.draw(st.booleans()))
    assert {one.question for one in found} == {matrix.question for matrix in whole.matrices}
    assert len(json.loads(matrix_json(found))) == len(found)
    assert matrix_csv(found).count("evidence,text") >= len(found)
    assert matrix_markdown(found)
    for turned in (False, True):
        text = matrix_text(found, 60, columns=turned, arithmetic=True, argued=True)
        assert max(map(columns, text.splitlines())) <= 60
