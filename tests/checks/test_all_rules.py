"""What holds for every rule, on whatever map."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from argmap.checks import RULES
from argmap.checks.settings import Settings
from argmap.model import ArgumentMap  # noqa: TC001 - hypothesis reads it
from argmap.pipeline import analyse
from argmap.syntax.printer import print_map
from tests.conftest import ROOT
from tests.strategies import argument_maps

MAPS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "maps").rglob("*.argmap"))
EVERY = Settings(preview=True)


@settings(
    max_examples=60, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(argument_maps())
def test_no_rule_stumbles_over_a_valid_map_and_all_say_the_same_again(whole: ArgumentMap) -> None:
    texts = print_map(whole)

    def reader(path: str) -> bytes:
        if path not in texts:
            raise FileNotFoundError(2, "No such file or directory", path)
        return texts[path].encode()

    first, again = (analyse(next(iter(texts)), reader, needs=(), checks=EVERY).diagnostics for _ in range(2))
    assert [each[:2] for each in first] == [each[:2] for each in again]
    known = {rule.code for rule in RULES}
    for each in first:
        assert each.code in known or each.code[0] == "L"
        for label in (each.where, *each.related):
            assert 0 <= label.start < label.end <= len(label.source.text)


@pytest.mark.parametrize("path", MAPS)
def test_a_finding_says_what_would_answer_it_and_says_it_once(path: str) -> None:
    found = analyse(str(ROOT / path), needs=(), checks=EVERY).diagnostics
    for each in found:
        assert each.help
        assert each.message[:1] not in " .,"
        assert not each.message.endswith(".")
    places = [(each.code, each.where.source.path, each.where.start) for each in found if each.code[0] in "SA"]
    assert len(places) == len(set(places))
