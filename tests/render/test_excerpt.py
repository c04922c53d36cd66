"""Excerpts: what of a map a picture shows, what it counts, and what can be asked for by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.analysis import Analysis
from argmap.pipeline import analyse
from argmap.render.picture import excerpt as excerpts
from argmap.render.picture.bearing import bearing
from argmap.render.picture.choice import Choice, NotThereError, excerpt_of, statement_of
from argmap.render.picture.compose import composed
from argmap.render.picture.look import Look
from argmap.render.picture.parts import Box, Picture
from argmap.render.view import View, view_of
from tests.render import samples


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(samples.northgate())


def shown(picture: Picture) -> dict[str, Box]:
    return {box.id: box for box in picture.boxes}


def drawn(view: View, choice: Choice) -> Picture:
    return composed(view, excerpt_of(view, choice), Look())


# -------------------------------------------------------------------------------------- what bears


def test_premises_licences_and_undercutters_bear_on_a_conclusion(view: View) -> None:
    ways = bearing(view)
    assert ways.below["C3"] == ("E2", "O1")
    assert ways.above["O1"] == ("C3",)
    assert ways.below["H2"] == ("E10", "D1", "D2", "O2")


def test_a_statement_weighs_what_lies_below_it_once(view: View) -> None:
    weights = bearing(view).weights()
    assert (weights["E1"], weights["C1"], weights["C2"]) == (1, 2, 5)
    assert weights["O3"] == 3


# --------------------------------------------------------------------------------------- excerpts


def test_the_whole_map_hides_nothing(view: View) -> None:
    found = excerpts.whole(view)
    assert len(found.propositions) == len(view.propositions)
    assert len(found.steps) == len(view.steps)
    assert excerpts.hidden(view, found) == {}
    assert composed(view, found, Look()).part == ""


def test_around_a_statement_both_ways(view: View) -> None:
    found = excerpts.around(view, view.home["C3"], 1)
    assert found.propositions == {"H1", "C3", "E2", "O1"}
    assert found.marked == {"C3"}
    assert found.questions == {"Q"}


def test_around_a_statement_one_way(view: View) -> None:
    assert excerpts.around(view, view.home["C3"], 1, "up").propositions == {"H1", "C3"}
    assert excerpts.around(view, view.home["C3"], 2, "down").propositions == {"C3", "E2", "O1", "E7", "R1"}
    assert excerpts.around(view, view.home["C3"], 0).propositions == {"C3"}


def test_what_is_not_drawn_is_counted_at_the_boxes(view: View) -> None:
    boxes = shown(composed(view, excerpts.around(view, view.home["C3"], 1), Look()))
    assert (boxes["box-O1"].below, boxes["box-O1"].above) == (3, 0)
    assert boxes["box-H1"].below == 14
    assert boxes["box-O1"].hidden == "3 more below"
    assert "3 more below" in boxes["box-O1"].words


def test_a_section_with_what_it_leads_to(view: View) -> None:
    found = excerpts.section(view, 1)
    assert found.propositions == {"O1", "E7", "R1", "E8", "C3", "E2"}  # E2 is what O1 doubts leads to C3
    assert found.words == "section “Timing dispute”"


def test_hypotheses_alone(view: View) -> None:
    found = excerpts.hypotheses(view)
    assert found.propositions == {"H1", "H2"}
    assert excerpts.hidden(view, found)["H1"] == (20, 0)


def test_an_overview_grows_from_the_hypotheses_down_by_whole_steps(view: View) -> None:
    assert excerpts.overview(view, most=2).propositions == {"H1", "H2"}
    five = excerpts.overview(view, most=5).propositions
    assert five == {"H1", "H2", "C1", "C2", "C3"}
    evidence = {name for name in excerpts.overview(view).propositions if view.home[name].kind == "evidence"}
    assert evidence == {"E2"}  # an undercut of a step from it is shown


def test_an_overview_says_how_much_its_counts_do_not_reach() -> None:
    view = view_of(samples.analyst())
    found = excerpts.overview(view)
    picture = composed(view, found, Look())
    counted = sum(box.below + box.above for box in picture.boxes)
    assert excerpts.unreached(view, found) == 3
    assert counted > 0
    assert (
        picture.part
        == f"overview ({len(found.propositions)} of {len(view.propositions)} statements, 3 of the others not tied to them)"
    )


def test_a_path_holds_all_that_its_steps_need(view: View) -> None:
    found = excerpts.path(view, view.home["E8"], view.home["C3"])
    assert found is not None
    assert found.propositions == {"E8", "R1", "O1", "C3", "E2"}
    assert found.marked == {"E8", "C3"}
    backwards = excerpts.path(view, view.home["C3"], view.home["E8"])
    assert backwards is not None
    assert backwards.propositions == found.propositions


def test_there_may_be_no_path(view: View) -> None:
    assert excerpts.path(view, view.home["E8"], view.home["H2"]) is None


def test_lines_of_an_excerpt_run_between_what_is_drawn(view: View) -> None:
    for choice in (
        Choice(focus="C2", depth=1),
        Choice(section="2"),
        Choice(sort="overview"),
        Choice(path=("E9", "H2")),
    ):
        picture = drawn(view, choice)
        ends = {box.id for box in picture.boxes} | {joint.id for joint in picture.joints}
        assert all({line.tail, line.head} <= ends for line in picture.lines), choice


def test_a_large_map_is_an_overview_unless_all_of_it_is_asked_for() -> None:
    view = view_of(samples.large())
    assert len(drawn(view, Choice()).boxes) <= excerpts.OVERVIEW + 1
    assert drawn(view, Choice()).part.startswith("overview (")
    assert len(drawn(view, Choice(sort="whole")).boxes) > excerpts.MOST


@given(st.integers(0, 5), st.sampled_from(["up", "down", "both"]), st.integers(0, 200))
@settings(max_examples=40)
def test_every_statement_is_drawn_or_counted_or_out_of_reach(depth: int, way: excerpts.Way, at: int) -> None:
    view = view_of(samples.analyst())
    found = excerpts.around(view, view.propositions[at % len(view.propositions)], depth, way)
    counts = excerpts.hidden(view, found)
    missing = len(view.propositions) - len(found.propositions)
    assert missing >= excerpts.unreached(view, found)
    assert (missing > excerpts.unreached(view, found)) == any(below or above for below, above in counts.values())


# ------------------------------------------------------------------------------- asked for by name


def test_sections_are_found_by_title_part_or_number(view: View) -> None:
    for name in ("Timing dispute", "timing", "2"):
        assert excerpt_of(view, Choice(section=name)).words == "section “Timing dispute”"


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (Choice(focus="C33"), "no statement of this map is called C33; did you mean"),
        (Choice(section="Weather"), "no section is called “Weather”; there are: 1 Engineering review;"),
        (Choice(section="e"), "several sections match “e”"),
        (Choice(section="9"), "no section is called “9”"),
        (Choice(path=("E8", "H2")), "neither of E8 and H2 bears on the other"),
        (Choice(sort="hypotheses", highlight=("E1",)), "E1 cannot stand out: this picture does not show it"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(view: View, choice: Choice, message: str) -> None:
    with pytest.raises(NotThereError) as caught:
        excerpt_of(view, choice)
    assert message in str(caught.value)


def test_a_map_without_sections_or_hypotheses_says_so() -> None:
    view = view_of(samples.harry())
    for choice, message in (
        (Choice(section="1"), "this map has no sections"),
        (Choice(sort="hypotheses"), "this map has no hypotheses"),
    ):
        with pytest.raises(NotThereError, match=message):
            excerpt_of(view, choice)


def test_a_name_without_its_prefix_finds_what_is_imported() -> None:
    view = view_of(samples.analyst())
    with pytest.raises(NotThereError, match=r"did you mean trade\.t95\?"):
        statement_of(view, "t95")


def test_several_statements_stand_out(view: View) -> None:
    boxes = shown(drawn(view, Choice(highlight=("C1", "E2"))))
    assert [name for name, box in boxes.items() if box.marked] == ["box-C1", "box-E2"]


def test_evidence_that_stands_out_has_a_box_of_its_own(view: View) -> None:
    boxes = shown(drawn(view, Choice(highlight=("E1",))))
    assert boxes["box-E1"].marked
    assert boxes["box-C1"].folded == ()


def test_a_map_without_strengths_has_excerpts_too() -> None:
    bare = Analysis(samples.northgate().assessment)
    assert len(drawn(view_of(bare), Choice(focus="C3", depth=1)).boxes) == 5


PARTS = """
claim a "A." { because claim b "B." as ab }
claim d "D."
section "What ties them" {
    d because a as da
    b contradicts d
}
section "Doubts" { da unless claim e "E." }
"""


@pytest.mark.parametrize(
    ("choice", "shown", "steps"),
    [
        (Choice(section="1"), {"a", "b", "d"}, {"ab", "da"}),
        (Choice(section="2"), {"a", "d", "e"}, {"da", "_s1"}),
        (Choice(focus="e", depth=1), {"a", "d", "e"}, {"da", "_s1"}),
    ],
    ids=["a section of steps alone", "a section of undercuts", "around an undercut"],
)
def test_no_section_is_empty_and_no_undercut_hangs_in_the_air(choice: Choice, shown: set[str], steps: set[str]) -> None:
    found = excerpt_of(view_of(analyse("x.argmap", lambda _: PARTS.encode())), choice)
    assert found.propositions == shown
    assert found.steps == steps
