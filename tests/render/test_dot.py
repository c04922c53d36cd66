"""The picture: what is in it, how it is written, and that Graphviz takes whatever a text may hold."""

import pytest

from argmap.analysis import Analysis
from argmap.assessment import Assessment
from argmap.model import ArgumentMap, MapFile
from argmap.render.engine import draw
from argmap.render.picture.compose import picture_of
from argmap.render.picture.dot import to_dot
from argmap.render.picture.parts import Box, Joint, Line, Picture
from tests.conftest import Golden
from tests.render import samples
from tests.render.samples import parsed

MAPS = {
    "harry": samples.harry,
    "northgate": samples.northgate,
    "analyst": samples.analyst,
    "hostile": samples.hostile,
    "large": samples.large,
}
every_map = pytest.mark.parametrize("name", MAPS)


def boxes(picture: Picture) -> dict[str, Box]:
    return {box.id: box for box in picture.boxes}


def joints(picture: Picture) -> dict[str, Joint]:
    return {joint.id: joint for joint in picture.joints}


def line(picture: Picture, tail: str, head: str) -> Line:
    (found,) = (each for each in picture.lines if (each.tail, each.head) == (tail, head))
    return found


def texts(analysis: Analysis) -> str:
    """All letters of the picture."""
    root = parsed(draw(to_dot(analysis), ["svg"]).outputs["svg"])
    return " ".join(each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text"))


# ------------------------------------------------------------------------------------ as a whole


@pytest.mark.parametrize("name", ["harry", "northgate", "analyst", "hostile"])
def test_the_dot_is_the_one_we_have_looked_at(name: str, golden: Golden) -> None:
    golden(f"pictures/{name}.dot", to_dot(MAPS[name]()))


@every_map
def test_the_same_map_gives_the_same_text(name: str) -> None:
    assert to_dot(MAPS[name]()) == to_dot(MAPS[name]())


@every_map
def test_graphviz_draws_it_without_a_remark(name: str) -> None:
    assert draw(to_dot(MAPS[name]()), ["svg"]).warnings == ()


@every_map
def test_no_statement_is_left_out(name: str) -> None:
    analysis = MAPS[name]()
    picture = picture_of(analysis)
    shown = [each.id for box in picture.boxes for each in (box, *box.folded)]

    assert len(shown) == len(set(shown))
    assert len(shown) == len(analysis.map.classes()) + len(analysis.map.questions)


@every_map
def test_lines_run_between_what_is_drawn(name: str) -> None:
    picture = picture_of(MAPS[name]())
    drawn = boxes(picture).keys() | joints(picture).keys()

    assert all({each.tail, each.head} <= drawn for each in picture.lines)
    assert len({each.id for each in picture.lines}) == len(picture.lines)


def test_an_empty_map_is_a_picture_too() -> None:
    empty = Analysis(Assessment(ArgumentMap(files=[MapFile("empty.argmap")])))
    assert texts(empty) == "Drawn by argmap from empty.argmap empty This map has no statements yet."


def test_a_title_may_stand_in_place_of_the_maps_own() -> None:
    assert picture_of(samples.northgate(), title="Another").title == "Another"
    assert picture_of(samples.northgate()).title == "The Northgate outage"
    assert picture_of(samples.harry()).title == "harry"


def test_the_day_and_the_reading_stand_above() -> None:
    assert picture_of(samples.northgate()).subtitle == "as of 2025-04-01 · strength: log-odds, as documented"
    assert picture_of(samples.harry()).subtitle == "strength: log-odds, if assertions are granted"


# ----------------------------------------------------------------------------------------- boxes


def test_what_was_given_no_name_shows_none() -> None:
    picture = picture_of(samples.harry())
    assert {box.name for box in picture.boxes} == {""}
    assert "_1" not in texts(samples.harry())


def test_a_claim_that_nothing_supports_is_dashed_and_says_so() -> None:
    found = boxes(picture_of(samples.northgate()))["box-C8"]
    assert found.dashed
    assert found.notes == ("no support given",)
    assert found.figure == "not assessed"
    assert found.filled is None


def test_evidence_and_assumptions_are_not_dashed() -> None:
    for box in picture_of(samples.northgate()).boxes:
        assert not box.dashed or box.kind in {"claim", "hypothesis"}


def test_an_objection_that_nothing_backs_is_marked() -> None:
    found = boxes(picture_of(samples.analyst()))
    assert "unweighed" in found["box-leap"].notes
    assert "unweighed" in found["box-strict"].notes
    assert "unweighed" not in found["box-open-posts"].notes
    assert "unweighed" not in found["box-ability"].notes


def test_stance_and_firmness_show() -> None:
    found = boxes(picture_of(samples.analyst()))
    marks = {name: [mark.word for mark in found[f"box-{name}"].marks] for name in ("mastermind", "strict")}
    assert marks == {"mastermind": ["may"], "strict": ["conceded"]}
    assert [mark.word for mark in found["box-no-knowledge"].marks] == ["rejected"]
    assert [mark.word for mark in found["box-trade.hunger"].marks] == ["entertained"]
    assert [mark.word for mark in found["box-licence"].marks] == ["implicit"]


def test_restatements_are_one_box_that_says_where_else_it_stands() -> None:
    found = boxes(picture_of(samples.analyst()))["box-trade.dependence"]
    assert found.restated == ("also trade.t95",)
    assert found.sources == ("essay par. 33", "brief par. 4")


def test_markup_is_dropped_in_pictures() -> None:
    found = boxes(picture_of(samples.analyst()))
    assert found["box-licence"].text.startswith("Whoever has both the means and")
    assert found["box-approves"].text.endswith("(see the posts).")


def test_a_map_that_was_not_weighed_shows_no_strengths() -> None:
    weighed = samples.northgate()
    bare = Analysis(Assessment(weighed.map, weighed.sources))
    assert {box.figure for box in picture_of(bare).boxes} == {""}
    assert "not assessed" not in texts(bare)
    assert "strength" not in picture_of(bare).subtitle


# --------------------------------------------------------------------------------------- folding


def test_evidence_for_one_claim_alone_is_folded_into_it() -> None:
    found = boxes(picture_of(samples.northgate()))
    assert [each.id for each in found["box-O3"].folded] == ["box-E13", "box-E14"]
    assert [each.figure for each in found["box-O3"].folded] == [".60", ".83"]


def test_evidence_that_is_undercut_linked_or_attacked_has_its_own_box() -> None:
    found = boxes(picture_of(samples.northgate()))
    assert {"box-E2", "box-E11", "box-E12", "box-E4"} <= found.keys()


def test_evidence_with_a_heavy_step_has_its_own_box() -> None:
    analysis = samples.northgate()
    step = next(step for step in analysis.map.steps if step.premises == ["E1"])
    step.attributes += samples.attributes(weight="strong")
    assert "box-E1" in boxes(picture_of(analysis))


# ----------------------------------------------------------------------------------------- steps


def test_a_single_reason_is_one_arrow() -> None:
    found = line(picture_of(samples.northgate()), "box-C4", "box-C2")
    assert (found.kind, found.part, found.width) == ("support", "whole", 1.8)


def test_linked_premises_meet_in_one_bar() -> None:
    picture = picture_of(samples.northgate())
    bar = joints(picture)["step-_1"]
    assert bar.premises == 3
    assert [each.tail for each in picture.lines if each.head == bar.id] == ["box-C1", "box-C2", "box-C3"]
    assert line(picture, bar.id, "box-H1").part == "conclusion"


def test_a_warrant_meets_its_premises() -> None:
    picture = picture_of(samples.harry())
    parts = {each.tail: each.part for each in picture.lines if each.head == "step-_1"}
    assert parts == {"box-_2": "premise", "box-_3": "warrant", "box-_4": "whole"}


def test_an_undercut_ends_on_the_steps_own_point() -> None:
    picture = picture_of(samples.northgate())
    assert joints(picture)["step-_6"].premises == 1
    found = line(picture, "box-O1", "step-_6")
    assert found.kind == "undercut"
    assert found.words == "O1 undercuts the step from E2 to C3"


def test_an_undercut_may_be_undercut() -> None:
    picture = picture_of(samples.analyst())
    undercut = line(picture, "box-leap", "step-_2")
    assert undercut.part == "premise"
    assert line(picture, "step-_2", "step-means-and-motive").kind == "undercut"
    assert line(picture, "box-pattern", "step-_2").kind == "undercut"


def test_a_line_is_as_thick_as_the_step_weighs() -> None:
    picture = picture_of(samples.northgate())
    strong, weak = line(picture, "step-_1", "box-H1"), line(picture, "box-C7", "box-C6")
    assert (strong.width, weak.width) == (3.8, 1.8)
    assert line(picture, "box-O1", "step-_6").width == 1.8
    assert line(picture, "step-_21", "box-O2").width == 3.8


def test_answers_lead_to_their_question() -> None:
    picture = picture_of(samples.northgate())
    assert picture.boxes[0].id == "asked-Q"
    assert [each.tail for each in picture.lines if each.head == "asked-Q"] == ["box-H1", "box-H2"]


def test_relations_are_drawn_save_restatements() -> None:
    picture = picture_of(samples.analyst())
    kinds = [each.kind for each in picture.lines if each.id.startswith("relation-")]
    assert kinds == ["entails", "excludes", "contradicts", "contrasts", "explains"]


def test_contradictions_have_a_tee_at_both_ends() -> None:
    (written,) = (each for each in to_dot(samples.analyst()).splitlines() if '"box-denial" -> ' in each)
    assert 'arrowhead="tee", dir="both", arrowtail="tee"' in written


# ---------------------------------------------------------------------------------------- legend


def test_the_legend_tells_only_what_occurs() -> None:
    northgate, analyst = texts(samples.northgate()), texts(samples.analyst())
    for words in ("undercuts the step", "premises needed together", "dashed box: no support given"):
        assert words in northgate
    for words in ("entails", "exclude: not both are true", "explains", "what licenses the step", "unweighed:"):
        assert words in analyst
        assert words not in northgate


def test_sources_named_by_id_are_spelt_out_below() -> None:
    assert picture_of(samples.analyst()).sources == (
        "essay: China's Violation of Sanctions",
        "brief: Research paper (excerpt)",
    )
    assert picture_of(samples.northgate()).sources == ()


# --------------------------------------------------------------------------------------- hostile


def test_texts_come_out_as_they_went_in() -> None:
    shown = texts(samples.hostile())
    for words in (
        "<script>alert(1)</script>",
        'Quotes " and',
        "back\\slashes \\N \\G \\l,",
        "&amp; &lt; &#x41;",
        "click data out in no",
    ):
        assert words in shown


def test_ids_are_safe_and_told_apart() -> None:
    picture = picture_of(samples.hostile())
    ids = [each.id for drawn in (picture.boxes, picture.joints, picture.lines) for each in drawn]
    assert all(char.isalnum() or char in "-_.~:" for identifier in ids for char in identifier)
    assert len(ids) == len(set(ids))


def test_a_long_word_is_cut_into_lines_and_ends_in_an_ellipsis() -> None:
    lines = [word for word in texts(samples.hostile()).split() if word.startswith("WWW")]
    assert len(lines) == 12
    assert lines[-1].endswith("…")
