"""Allowances: which finding they hold back, and which of them are idle."""

import pytest

from argmap.checks.settings import Settings
from argmap.pipeline import analyse

ALLOW = "# argmap: allow S101 the log was lost"
HEAD = 'source diary "The keeper\'s diary"\n'


def codes(text: str, settings: Settings | None = None) -> list[str]:
    data = (HEAD + text).encode()
    found = analyse(
        "map.argmap", {"map.argmap": data}.__getitem__, needs=(), checks=settings or Settings(("S101", "L"))
    )
    return [each.code for each in found.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        f'evidence log "It left at nine." {ALLOW}',
        f'{ALLOW}\nevidence log "It left at nine."',
        f'{ALLOW}\n\n# a remark\nevidence log "It left at nine."',
        f'evidence log "It left at nine." {{\n    {ALLOW}\n    tags: [a]\n}}',
        f'evidence log "It left at nine." {{\n    tags: [a]  {ALLOW}\n}}',
        f'evidence log "It left at nine." {{ {ALLOW}\n    tags: [a]\n}}',
        f'evidence log """It left\nat nine.""" {{\n    tags: [a]  {ALLOW}\n}}',
        f'claim a "It was late." {{\n    {ALLOW}\n    because evidence log "It left at nine."\n}}',
    ],
)
def test_an_allowance_holds_for_its_line_and_the_statement_there_before_or_around_it(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f'claim a "It was late." {ALLOW}\nevidence log "It left at nine."',
        f'evidence log "It left at nine."\n{ALLOW}',
        f'claim a "It was late." {{ {ALLOW}\n    because evidence log "It left at nine."\n}}',
        'evidence log "It left at nine." # argmap: allow S104 it was lost',
    ],
)
def test_it_does_not_hold_elsewhere_or_for_other_rules(text: str) -> None:
    assert "S101" in codes(text)


def test_an_idle_allowance_is_a_finding() -> None:
    assert codes(f'claim a "It was late." {ALLOW}') == ["L192"]
    assert codes('claim a "It was late." # argmap: allow S999 no such rule') == ["L192"]
    assert codes('claim a "It was late." # argmap: allow L101 form') == ["L192"]


def test_nobody_calls_an_allowance_idle_whose_rule_was_not_run() -> None:
    assert codes(f'claim a "It was late." {ALLOW}', Settings(("A302", "L"))) == []


def test_two_codes_in_one_comment_are_two_allowances() -> None:
    assert codes('evidence log "It left." # argmap: allow S101, A302 lost', Settings(("S101", "A302", "L"))) == ["L192"]


def test_allowances_of_imported_files_hold_and_are_not_called_idle() -> None:
    files = {
        "map.argmap": f'import "part.argmap"\nsource d "D"\n{ALLOW}\nclaim a "A."',
        "part.argmap": f'evidence log "It left at nine." {ALLOW}\nclaim b "B." {ALLOW}',
    }
    data = {name: text.encode() for name, text in files.items()}
    found = analyse("map.argmap", data.__getitem__, needs=(), checks=Settings(("S101", "L")))
    assert [(each.code, each.where.source.path) for each in found.diagnostics] == [("L192", "map.argmap")]
