"""`argmap check` with everything it can be asked: which rules, in what form, how strictly, against what was there before."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from argmap.checks.settings import Settings
from argmap.cli.baseline import read_baseline
from argmap.cli.checking import Asked, check_files
from argmap.cli.common import CannotRunError
from argmap.cli.fixing import fix

SCHEMA = Path(__file__).parents[1] / "data" / "sarif-2.1.0.json"  # OASIS, as in the npm package @microsoft/jest-sarif
MAP = """source diary "The keeper's diary" { kind: diary }
claim late "The ferry ran late." {
    because evidence log "It left at 10 % past nine, so late."
}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ferry.argmap").write_text(MAP)
    (tmp_path / "argmap.toml").write_text('select = ["S101", "L"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], asked: Asked, *paths: str) -> tuple[int, str, str]:
    status = check_files(paths or ("ferry.argmap",), asked)
    out, err = capsys.readouterr()
    return status, out, err


def test_a_finding_of_a_rule_has_place_line_and_caret(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = check(capsys, Asked())
    assert status == 0
    assert out.startswith("ferry.argmap:3:13: warning S101 uncited-claim: the evidence `log` names no source\n  3 |")
    assert "^^^^" in out
    assert err == "1 file checked: 1 warning\n"


def test_strict_makes_warnings_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, Asked(strict=True))[0] == 1
    assert check(capsys, Asked(strict=True, ignore=("S",)))[0] == 0


def test_the_command_line_selects_over_the_configuration(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, Asked(select=("A302",)))[1] == ""
    assert "S101" in check(capsys, Asked(select=("S101", "A302")))[1]
    with pytest.raises(CannotRunError, match="there is no rule S999; all rules: argmap rule"):
        check(capsys, Asked(select=("S999",)))
    with pytest.raises(CannotRunError, match="`uncited-claim` is a name; its code is S101"):
        check(capsys, Asked(ignore=("uncited-claim",)))


def test_statistics(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, Asked(statistics=True))[1] == "1  S101 uncited-claim  warning\n"
    with pytest.raises(CannotRunError, match="--statistics counts in plain text"):
        check(capsys, Asked(statistics=True, form="json"))


def test_sarif_is_valid_and_says_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "spaced name.argmap").write_text("claim “curly” { because nobody }\n", encoding="utf-8")
    out = check(capsys, Asked("sarif"), "ferry.argmap", "spaced name.argmap")[1]
    log = json.loads(out)
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_bytes())).validate(log)
    (run,) = log["runs"]
    found = {each["ruleId"]: each for each in run["results"]}
    place = found["S101"]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "ferry.argmap"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (3, 13)
    assert run["tool"]["driver"]["rules"][found["S101"]["ruleIndex"]]["id"] == "S101"
    curly = found["L103"]
    assert curly["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "spaced%20name.argmap"
    replaced = curly["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"]
    assert replaced.startswith('claim "curly" {')


def test_github_commands_are_escaped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "argmap.toml").write_text(
        '[[house]]\ncode = "X501"\navoid = ["late"]\nmessage = "100% sure?"\n', encoding="utf-8"
    )
    out = check(capsys, Asked("github", select=("X501",)))[1]
    assert out.splitlines()[0] == (
        "::warning file=ferry.argmap,line=2,endLine=2,col=27,endColumn=31,title=X501 house-rule::"
        "“late” stands here: 100%25 sure?"
    )


def test_gitlab_report_has_fingerprints_that_lines_above_do_not_change(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (before,) = json.loads(check(capsys, Asked("gitlab"))[1])
    assert set(before) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert before["location"] == {"path": "ferry.argmap", "lines": {"begin": 3, "end": 3}}
    (folder / "ferry.argmap").write_text("# a remark\n\n" + MAP)
    (after,) = json.loads(check(capsys, Asked("gitlab"), "./ferry.argmap")[1])
    assert after["location"]["lines"]["begin"] == 5
    assert after["fingerprint"] == before["fingerprint"]


def test_two_findings_of_one_rule_on_one_line_have_fingerprints_of_their_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two = 'source d "D"\nclaim a "A." { because evidence "One." & evidence "Two." }\n'
    (folder / "ferry.argmap").write_text(two)
    assert len({each["fingerprint"] for each in json.loads(check(capsys, Asked("gitlab"))[1])}) == 2


def test_a_baseline_holds_back_what_was_there_and_nothing_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = check(capsys, Asked(write_baseline="old.json"))
    assert (status, out, err) == (0, "", "old.json written, with 1 finding\n")
    new = MAP.replace(
        "    because evidence log", '    because evidence tide "The tide was low."\n    because evidence log'
    )
    (folder / "ferry.argmap").write_text(new)
    _, out, err = check(capsys, Asked(baseline="old.json"))
    assert re.findall(r"the evidence `(\w+)`", out) == ["tide"]
    assert err.startswith("1 known from old.json\n")
    (folder / "ferry.argmap").write_text('claim late "The ferry ran late."\n')
    assert "1 there no longer" in check(capsys, Asked(baseline="old.json"))[2]


def test_a_baseline_that_is_not_there_or_is_none(folder: Path) -> None:
    with pytest.raises(CannotRunError, match=r"to make it: --write-baseline old\.json"):
        read_baseline("old.json")
    (folder / "old.json").write_text("[]")
    with pytest.raises(CannotRunError, match=r"old\.json is no baseline"):
        read_baseline("old.json")


def test_fix_mends_what_can_only_be_meant_in_one_way(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "claim late-ferry “The ferry’s late.” {\r\n"
        "    because evidence “It is nine.”\r\n"
        "}\r\n"
        'claim "So?" { because late-fery }\r\n'
        "claim “He said “no” then.” { because reason-2 }\r\n"
    )
    (folder / "ferry.argmap").write_bytes(b"\xef\xbb\xbf" + text.encode())
    status, out, err = check(capsys, Asked(fix=True))
    fixed = (folder / "ferry.argmap").read_bytes()
    assert fixed.startswith(
        b'\xef\xbb\xbfclaim late-ferry "The ferry\xe2\x80\x99s late." {\r\n    because evidence "It is nine."\r\n'
    )
    assert b'claim "So?" { because late-ferry }\r\n' in fixed
    assert "claim “He said “no” then.” { because reason-2 }\r\n".encode() in fixed  # who knows what is meant
    assert "ferry.argmap:4:23: mended L201, nothing is called late-fery\n" in err
    assert status == 1
    assert "He said" in out


def test_fix_mends_though_rules_then_find_more(folder: Path) -> None:
    (folder / "ferry.argmap").write_text(MAP + 'claim so "So?" { because later-ferry }\nclaim later-fery "So."\n')
    done = fix("ferry.argmap", Settings(), allow_outside=False)
    assert [mended.line for mended in done] == ['claim so "So?" { because later-fery }']
    assert "because later-fery }" in (folder / "ferry.argmap").read_text()


def test_fix_leaves_a_good_file_alone(folder: Path) -> None:
    before = (folder / "ferry.argmap").stat().st_mtime_ns
    assert fix("ferry.argmap", Settings(), allow_outside=False) == []
    assert (folder / "ferry.argmap").stat().st_mtime_ns == before


def test_suggestions_of_one_rule_come_together_at_the_end(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "argmap.toml").write_text('select = ["S101", "L"]\n[severity]\nS101 = "suggestion"\n')
    (folder / "ferry.argmap").write_text(MAP + MAP.split("\n", 1)[1].replace("late ", "later ").replace("log", "log-2"))
    out = check(capsys, Asked())[1]
    assert out.startswith("suggestion S101 uncited-claim, 2 times:\n  ferry.argmap:3:13: the evidence `log` names")
    assert out.count("expected:") == 1


@pytest.mark.parametrize("form", ["plain", "json", "sarif", "github", "gitlab"])
def test_the_same_map_gives_the_same_bytes(folder: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert check(capsys, Asked(form))[1] == check(capsys, Asked(form))[1] != ""
