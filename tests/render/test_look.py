"""What a look changes: colours, grounds, line length, labels, title and source line."""

import pytest

from argmap.model import MapFile, Range
from argmap.render.engine import draw
from argmap.render.figures import shown_contribution
from argmap.render.picture.compose import picture_of
from argmap.render.picture.dot import to_dot
from argmap.render.picture.look import COLOUR_BY, ColourBy, Look
from argmap.render.picture.parts import Box, Picture
from argmap.render.picture.theme import THEMES
from argmap.strength.result import StatementStrength, StepStrength
from tests.render import samples
from tests.render.samples import parsed


def boxes(picture: Picture) -> dict[str, Box]:
    return {each.id: each for box in picture.boxes for each in (box, *box.folded)}


def grounds(by: ColourBy) -> tuple[dict[str, int], tuple[str, ...]]:
    picture = picture_of(samples.analyst(), look=Look(colour_by=by))
    return {box.id: box.group for box in picture.boxes}, picture.groups


def test_grounds_tell_the_kind_unless_something_else_is_asked_for() -> None:
    assert grounds("kind") == ({box.id: 0 for box in picture_of(samples.analyst()).boxes}, ())


def test_grounds_tell_the_stance() -> None:
    group, names = grounds("stance")
    assert {"endorsed", "conceded", "entertained", "endorsed and rejected"} <= set(names)
    assert names[group["box-strict"] - 1] == "conceded"
    assert group["asked-part"] == 0


def test_grounds_tell_who_says_it() -> None:
    group, names = grounds("source")
    assert names[group["box-mastermind"] - 1] == "China's Violation of…"
    assert grounds("voice")[1]


def test_many_groups_share_the_last_colour() -> None:
    analysis = samples.northgate()
    for number, statement in enumerate(analysis.map.statements[:12]):
        statement.attributes += samples.attributes(tags=(f"tag-{number % 11}",))
    picture = picture_of(analysis, look=Look(colour_by="tag"))
    assert len(picture.groups) == 8
    assert picture.groups[-1] == "others"
    assert max(box.group for box in picture.boxes) == 8


@pytest.mark.parametrize("by", COLOUR_BY)
@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_draws_every_colouring(theme: str, by: ColourBy) -> None:
    look = Look(theme=theme, colour_by=by)  # type: ignore[arg-type]
    dot = to_dot(samples.analyst(), look=look)
    found = THEMES[theme]  # type: ignore[index]
    assert f'bgcolor="{found["paper"]}"' in dot
    other = THEMES["dark" if theme != "dark" else "light"]
    assert other["ink"] not in dot
    assert draw(dot, ["svg"]).warnings == ()


def test_boxes_are_as_wide_as_their_lines_are_long() -> None:
    narrow, wide = (to_dot(samples.northgate(), look=Look(wrap=wrap)) for wrap in (20, 60))
    assert 'WIDTH="117"' in narrow
    assert 'WIDTH="352"' in wide
    assert wide.count("<BR") < narrow.count("<BR")


def test_contributions_stand_beside_the_lines_that_reach_a_conclusion() -> None:
    picture = picture_of(samples.northgate(), look=Look(label="bits"))
    labels = {line.id: line.label for line in picture.lines}
    assert labels["step-_1:end"] == "+1.5"
    assert labels["step-_1:box-C1"] == ""
    assert labels["step-_9"] == "−1.0"
    assert {line.label for line in picture_of(samples.northgate()).lines} == {""}


def test_what_is_not_assessed_contributes_no_zero() -> None:
    analysis = samples.northgate()
    assert analysis.leading is not None
    step = next(step for step in analysis.map.steps if step.premises == ["C8"])
    found = analysis.leading.steps[step.id]
    analysis.leading.steps[step.id] = StepStrength(found.weight, found.factor, 0.0)
    (line,) = (each for each in picture_of(analysis, look=Look(label="bits")).lines if each.tail == "box-C8")
    assert (line.label, line.bits) == ("not assessed", None)


def test_lines_may_say_what_they_are() -> None:
    labels = {line.label for line in picture_of(samples.northgate(), look=Look(label="kind")).lines}
    assert labels == {"", "supports", "attacks", "undercuts"}


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        ("support", 1.25, "+1.3"),
        ("attack", 0.04, "−.04"),
        ("support", 0.0, "adds nothing"),
        ("attack", 0.0, "takes nothing"),
        ("support", None, "not assessed"),
        ("undercut", 0.5, "takes .50"),
        ("undercut", None, "not assessed"),
    ],
)
def test_a_contribution_is_never_a_bare_zero(kind: str, amount: float | None, words: str) -> None:
    assert shown_contribution(kind, amount) == words  # type: ignore[arg-type]


def test_a_source_line_stands_below() -> None:
    found = samples.northgate()
    assert picture_of(found).source_line == "Drawn by argmap from northgate.argmap"
    assert (
        picture_of(found, look=Look(source_line="Source: the review board")).source_line == "Source: the review board"
    )
    assert picture_of(found, look=Look(source_line="")).source_line == ""
    found.map.files[0] = MapFile("C:\\maps\\x.argmap")
    assert picture_of(found).source_line == "Drawn by argmap from x.argmap"


def test_a_look_may_give_a_title() -> None:
    svg = draw(to_dot(samples.northgate(), look=Look(title="Outage <1>")), ["svg"]).outputs["svg"]
    assert "Outage <1>" in {each.text for each in parsed(svg).iter("{http://www.w3.org/2000/svg}text")}


def test_evidence_without_a_grade_says_so_where_others_have_one() -> None:
    analysis = samples.northgate()
    assert not any("ungraded" in box.notes for box in boxes(picture_of(analysis)).values())
    analysis.map.sources[0].attributes += samples.attributes(reliability="B")
    found = boxes(picture_of(analysis))
    assert "ungraded" not in found["box-E1"].notes
    assert found["box-E3"].notes == ("ungraded",)
    assert "ungraded" not in found["box-C1"].notes


def test_what_does_not_settle_has_a_bar_between_its_bounds_and_no_figure() -> None:
    analysis = samples.northgate()
    assert analysis.leading is not None
    analysis.leading.statements["C1"] = StatementStrength(0.5, Range(0.5, 0.5), 0.55, 0.43, 0.71, undetermined=True)
    found = boxes(picture_of(analysis))["box-C1"]
    assert (found.figure, found.filled, found.span) == (".43–.71", (0.43, 0.71), None)
    assert "no single value settles" in to_dot(analysis)
    assert "no single value settles" not in to_dot(samples.northgate())


def test_a_range_is_a_thin_line_below_the_bar() -> None:
    analysis = samples.northgate()
    assert analysis.leading is not None
    analysis.leading.statements["C1"] = StatementStrength(0.5, Range(0.4, 0.6), 0.86, 0.5, 0.95)
    found = boxes(picture_of(analysis))["box-C1"]
    assert (found.figure, found.filled, found.span) == (".86", (0.0, 0.86), (0.5, 0.95))
    assert "how low and how high it may be" in to_dot(analysis)
