"""docs/rules/ is made from the rules; `argmap rule` prints the same pages."""

import pytest

from argmap.checks import RULES
from argmap.checks.rule import Rule
from argmap.codes import CODES
from argmap.render.messages.rules import index, listing, markdown, page_of
from tests.conftest import ROOT
from tests.docs.conftest import Updated

FOLDER = "docs/rules"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_of_each_rule(rule: Rule, updated: Updated) -> None:
    updated(f"{FOLDER}/{rule.code}-{rule.name}.md", markdown(rule))


def test_the_first_page(updated: Updated) -> None:
    updated(f"{FOLDER}/README.md", index())


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    there = {path.name for path in (ROOT / FOLDER).glob("*.md")} - {"README.md"}
    assert there == {f"{rule.code}-{rule.name}.md" for rule in RULES}


@pytest.mark.parametrize("code", [code for code in CODES if code[0] == "L" or code in {rule.code for rule in RULES}])
def test_every_code_has_a_page_by_its_code_and_its_name(code: str) -> None:
    page = page_of(code)
    assert page is not None
    assert page.startswith(f"# {code} {CODES[code]}\n")
    assert page_of(CODES[code]) == page_of(code.lower()) == page


def test_what_is_no_rule_has_no_page() -> None:
    assert page_of("S999") is None


def test_all_rules_are_listed() -> None:
    assert all(f"  {rule.code}  {rule.name}" in listing() for rule in RULES)
