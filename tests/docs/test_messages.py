"""docs/messages.md: an entry for every code, with a map that has the fault and a map that has not."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from argmap.codes import CODES
from tests.docs.conftest import Updated
from tests.docs.examples import Example, blocks, examples, rewritten

PAGE = "docs/messages.md"
EXAMPLES = examples(PAGE)


def entries() -> dict[str, list[Example]]:
    """The examples under the heading of each code."""
    found: dict[str, list[Example]] = {}
    for example in EXAMPLES:
        found.setdefault(example.block.heading, []).append(example)
    return found


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example.block.heading.split()[0]}-{example.block.line}"
)
def test_example(example: Example, tmp_path: Path) -> None:
    codes, printed = example.findings(tmp_path)
    assert codes == ([example.block.code] if example.block.code else []), f"{example.block}\n{printed}"


def test_what_argmap_prints_is_shown(updated: Updated, tmp_path: Path) -> None:
    by_line = {example.block.line: example for example in EXAMPLES}
    printed = {
        block: by_line[before.line].findings(tmp_path / str(block.line))[1]
        for before, block in pairwise(blocks(PAGE))
        if block.words == ("printed",)
    }
    assert printed
    updated(PAGE, rewritten(PAGE, printed))


@pytest.mark.parametrize("code", [code for code in CODES if code[0] == "L"])
def test_each_code_has_an_entry_with_its_fault_and_its_mend(code: str) -> None:
    shown = entries().get(f"{code} {CODES[code]}", [])
    assert [example.block.code for example in shown] == [code, None], (
        "a heading `### CODE name`, the fault, the mended map"
    )


def test_no_entry_has_a_code_that_is_not_there() -> None:
    headings = {heading for heading in entries() if re.match(r"[A-Z]\d{3} ", heading)}
    assert headings <= {f"{code} {name}" for code, name in CODES.items()}
