"""docs/matrix.md: its tables are those of the code, and name every key of the JSON."""

import json
import re

from argmap.matrix.engine import matrices
from argmap.matrix.scale import AGAINST, LIKELIHOOD, VALUE
from argmap.render.matrices.data import matrix_json
from tests.conftest import ROOT
from tests.matrix.building import CASES, map_of_case

PAGE = (ROOT / "docs" / "matrix.md").read_text(encoding="utf-8")


def rows(name: str) -> list[list[str]]:
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- end -->", PAGE, re.DOTALL)
    assert found is not None
    return [[cell.strip() for cell in line.strip("|\n").split("|")] for line in found[1].splitlines()[2:]]


def test_the_letters_are_those_of_the_code() -> None:
    for letter, value, against, likelihood in rows("letters"):
        name = letter.strip("`")
        assert (int(value), int(against), float(likelihood)) == (VALUE[name], AGAINST.get(name, 0), LIKELIHOOD[name])
    assert [row[0].strip("`") for row in rows("letters")] == list(VALUE)


def test_every_key_of_the_json_is_told_and_no_other() -> None:
    (one,) = json.loads(matrix_json(matrices(map_of_case(CASES["stirparo-v04"]))))
    told = [key for row in rows("keys") for key in re.findall(r"`([a-z_]+)`", row[0])]
    assert sorted(told) == sorted(one)
    assert len(told) == len(set(told))
