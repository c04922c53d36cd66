"""The configuration file: what it can say, and what is said of it where it is wrong."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from argmap.checks.configuration import ConfigurationError, settings_of
from argmap.checks.settings import THRESHOLDS, HouseRule, Settings, Thresholds
from argmap.cli.settings import settings_for
from argmap.pipeline import analyse

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """
select = ["S", "A302"]
ignore = ["S101"]
preview = true
scale = "icd203"

[severity]
S101 = "error"

[thresholds]
max-age = 10
margin = 0.5

[per-file]
"drafts/*.argmap" = ["A"]

[[house]]
code = "X501"
message = "say it plainly"
avoid = ["leverage", "going forward"]

[[house]]
code = "X502"
message = "every source has its day"
severity = "suggestion"
on = ["source"]
require = ["date"]
"""


def test_everything_that_can_be_said() -> None:
    settings = settings_of(WHOLE, "argmap.toml")
    assert settings is not None
    assert (settings.select, settings.ignore, settings.preview) == (("S", "A302"), ("S101",), True)
    assert settings.scale == "icd203"
    assert settings.severities == {"S101": "error"}
    assert (settings.thresholds.max_age, settings.thresholds.margin) == (10, 0.5)
    assert settings.house == (
        HouseRule("X501", "say it plainly", avoid=("leverage", "going forward")),
        HouseRule("X502", "every source has its day", "suggestion", ("source",), require=("date",)),
    )
    assert settings.spares("drafts/new.argmap", "A302")
    assert not settings.spares("drafts/new.argmap", "S101")
    assert not settings.spares("new.argmap", "A302")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = [", "argmap.toml: this is not TOML"),
        ("\nselects = []", "argmap.toml:2: `selects` means nothing; did you mean `select`?"),
        ('select = "S"', "argmap.toml:1: `select` cannot be 'S'; expected: codes"),
        ('ignore = ["S999"]', "argmap.toml:1: there is no rule S999"),
        ('ignore = ["s101"]', "there is no rule s101; did you mean S101?"),
        ("preview = 1", "`preview` cannot be 1; expected: true or false"),
        ('scale = "icd"', "`scale` cannot be 'icd'; expected: \"icd203\" or"),
        ('[severity]\nS101 = "fatal"', "argmap.toml:2: `S101` cannot be 'fatal'; expected: \"error\" or"),
        ('[severity]\nL101 = "warning"', "argmap.toml:2: `L101` in [severity] is not the code of a rule"),
        ("[thresholds]\nmax-age = -1", "argmap.toml:2: `max-age` cannot be -1"),
        ("[thresholds]\nmax-age = 1.5", "argmap.toml:2: `max-age` cannot be 1.5; expected: a whole number"),
        ("[thresholds]\nmaxage = 1", "`maxage` means nothing in [thresholds]; did you mean `max-age`?"),
        ('[per-file]\n"x/*" = ["Q"]', "argmap.toml:2: there is no rule Q"),
        ('[[house]]\ncode = "S501"', "argmap.toml:2: a rule of the house cannot have the code 'S501'"),
        ('[[house]]\ncode = "X501"', "the rule X501 has no `message`"),
        ('[[house]]\ncode = "X501"\nmessage = "m"', "the rule X501 looks for nothing"),
        ('[[house]]\ncode = "X501"\nmessage = "m"\nrequire = ["dat"]', "argmap.toml:4: `dat` is no attribute"),
        ('[[house]]\ncode = "X501"\nmessage = "m"\navoid = ["a"]\non = ["map"]', "argmap.toml:5: `map` is nothing"),
        ("sources = 1", "argmap.toml:1: `sources` cannot be 1; expected: a folder"),
        (
            '\nsources = "nowhere"',
            'argmap.toml:2: there is no folder "nowhere" here; expected: a folder with the texts',
        ),
        (
            'sources = ".."',
            'argmap.toml:1: ".." lies outside the folder of this file; expected: a folder in it or below',
        ),
        ('house = ["a"]', "`house` has to be tables"),
    ],
)
def test_what_is_said_of_a_wrong_one(text: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settings_of(text, "argmap.toml")
    assert message in str(caught.value)


def test_a_pyproject_speaks_of_argmap_or_not() -> None:
    assert settings_of('[tool.argmap]\nselect = ["S"]', "pyproject.toml") == Settings(("S",))
    assert settings_of('[project]\nname = "tool.argmap"', "pyproject.toml") is None


def test_the_nearest_file_above_the_map_holds(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('select = ["S"]')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert settings_for(str(below / "x.argmap")).select == ("S",)
    (below / "pyproject.toml").write_text('[tool.argmap]\nselect = ["A"]')
    assert settings_for(str(below / "y" / ".." / "x.argmap")).select in {("S",), ("A",)}


def test_a_folder_of_texts_is_named_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "argmap.toml").write_text('sources = "texts"')
    assert settings_for(str(tmp_path / "x.argmap")).texts == str(tmp_path / "texts")


def found(text: str, rule: HouseRule) -> list[str]:
    settings = Settings((rule.code,), house=(rule,))
    analysis = analyse("map.argmap", {"map.argmap": text.encode()}.__getitem__, needs=(), checks=settings)
    return [
        f"{each.where.source.text[each.where.start : each.where.end]}: {each.message}" for each in analysis.diagnostics
    ]


def test_words_of_the_house() -> None:
    avoid = HouseRule("X501", "say it plainly", avoid=("lever", "going forward"))
    text = 'claim a "The Lever moves going  forward." { because "Leverage is clever." }\nvoice v "A lever"\n'
    assert found(text, avoid) == [
        "Lever: “Lever” stands here: say it plainly",
        "going  forward: “going  forward” stands here: say it plainly",
    ]
    demand = HouseRule("X502", "say whose view it is", on=("claim",), demand=("we judge", "they hold"))
    assert len(found('claim a "We judge that it moves."\nclaim b "It moves."', demand)) == 1


def test_attributes_the_house_wants() -> None:
    rule = HouseRule("X503", "date it", on=("source",), require=("date",))
    assert len(found('source a "A" { date: 2024 }\nsource b "B"\nclaim c "C."', rule)) == 1
    cited = HouseRule("X504", "cite it", on=("evidence",), require=("cite",))
    assert len(found('source a "A"\nevidence e "E." { cite: a p1 }\nevidence f "F."', cited)) == 1


def test_each_threshold_says_what_it_is_for() -> None:
    assert [field.name for field in fields(Thresholds)] == list(THRESHOLDS)
