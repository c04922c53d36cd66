"""docs/hypotheses.md: its map is sound, its commands print what it says, its table of rules is that of the program."""

import re
from pathlib import Path

import pytest

from argmap.matrix.cells import Rated
from argmap.matrix.readings import HIGHEST_LEADS, RULES, VOTING, Rule
from argmap.matrix.rules import row
from argmap.matrix.scale import LEVEL, LIKELIHOOD, STEPS
from argmap.matrix.table import Line
from tests.conftest import ROOT
from tests.docs.conftest import Updated
from tests.docs.examples import Example, examples, rewritten
from tests.docs.sessions import sessions

PAGE = "docs/hypotheses.md"


@pytest.mark.parametrize("example", examples(PAGE), ids=lambda example: f"line {example.block.line}")
def test_example(example: Example, tmp_path: Path) -> None:
    codes, printed = example.findings(tmp_path)
    assert [code for code in codes if code.startswith("L")] == [], printed


def test_commands_print_what_the_page_says(updated: Updated, tmp_path: Path) -> None:
    updated(PAGE, rewritten(PAGE, sessions(PAGE, tmp_path)))


def test_the_table_of_rules_is_in_step(updated: Updated) -> None:
    written = (ROOT / PAGE).read_text(encoding="utf-8")
    place = re.compile(r"(<!-- rules -->\n).*?(<!-- end -->)", re.DOTALL)
    assert place.search(written)
    updated(PAGE, place.sub(lambda found: f"{found[1]}{rules()}{found[2]}", written))


def rules() -> str:
    lines = ["| rule | what a letter adds, from CC to II | leads | votes |", "|---|---|---|---|"]
    for rule in RULES:
        leads = "the highest" if rule in HIGHEST_LEADS else "the lowest"
        lines.append(f"| `{rule}` | {_adds(rule)} | {leads} | {'yes' if rule in VOTING else 'no'} |")
    return "\n".join([*lines, ""])


def _adds(rule: Rule) -> str:
    if rule == "bits":
        return "log2 of " + ", ".join(f"{LIKELIHOOD[letter]:.2f}".lstrip("0") for letter in STEPS)
    cells = tuple(Rated(letter) for letter in STEPS)
    added = ", ".join(f"{value:.0f}" for value in row(Line("e", cells), rule)).replace("-", "−")
    if rule == "weighted":
        levels = ", ".join(f"{word} {value:.2f}" for word, value in LEVEL.items())
        return f"{added}, times credibility and relevance ({levels})"
    return added
