"""The page of every rule: its first example offends, its second does not."""

from __future__ import annotations

import re

import pytest

from argmap.checks import RULES
from argmap.checks.rule import Rule, page
from argmap.checks.settings import Settings
from argmap.codes import CODES
from argmap.pipeline import analyse

_PART = re.compile(r"^## (\w+)$\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_MAP = re.compile(r"^```argmap\n(.*?)```", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^```text (\S+)\n(.*?)```", re.MULTILINE | re.DOTALL)


def codes(part: str, rule: Rule, files: dict[str, str]) -> list[str]:
    """Return what a rule finds in the map of a part of its page, which stands beside these files."""
    (text,) = map(str, _MAP.findall(part))

    def reader(path: str) -> bytes:
        if path == "map.argmap":
            return text.encode()
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return files[path].encode()

    found = analyse("map.argmap", reader, needs=(), checks=Settings((rule.code,)))
    return [each.code for each in found.diagnostics]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_first_example_offends_and_the_second_does_not(rule: Rule) -> None:
    examples = dict(_PART.findall(page(rule)))
    offending, better = (dict(_FILE.findall(examples[name])) for name in ("Example", "Better"))
    assert set(codes(examples["Example"], rule, offending)) == {rule.code}
    assert codes(examples["Better"], rule, better or offending) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_begins_with_code_and_name_and_has_its_parts(rule: Rule) -> None:
    text = page(rule)
    assert text.startswith(f"{rule.code} {rule.name}: ")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE)[:2] == ["What it finds", "Why it matters"]


def test_rules_stand_in_order_and_have_names_of_their_own() -> None:
    order = "SCAH"
    assert [rule.code for rule in RULES] == sorted(
        (r.code for r in RULES), key=lambda code: (order.index(code[0]), code)
    )
    assert len(set(CODES.values())) == len(CODES)
