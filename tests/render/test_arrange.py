"""Which way a picture runs, where small parts stand, and which sections have frames."""

import itertools
import re

import pytest

from argmap.analysis import Analysis
from argmap.model import ArgumentMap, MapFile, Section
from argmap.render.engine import draw
from argmap.render.picture.arrange import direction_of, ranks, stacked
from argmap.render.picture.compose import picture_of
from argmap.render.picture.dot import picture_dot, to_dot
from argmap.render.picture.look import DIRECTIONS, Look
from argmap.render.picture.parts import Picture
from argmap.render.picture.theme import LIGHT
from tests.render import samples
from tests.render.samples import parsed


def fan(reasons: int) -> Picture:
    """A claim with so many reasons."""
    steps = samples.Steps()
    for number in range(reasons):
        steps.because("C", f"c{number}")
    claims = [samples.say("C", "C", "So it is."), *(samples.say("C", f"c{n}", f"Reason {n}.") for n in range(reasons))]
    return picture_of(samples.analysed(ArgumentMap(statements=claims, steps=steps.made), {}))


def scattered(sizes: list[int]) -> Picture:
    """Chains of claims, each so long, that have nothing to do with each other."""
    steps, claims = samples.Steps(), []
    for chain, size in enumerate(sizes):
        names = [f"c{chain}-{number}" for number in range(size)]
        claims += [samples.say("C", name, name) for name in names]
        for upper, lower in itertools.pairwise(names):
            steps.because(upper, lower)
    return picture_of(samples.analysed(ArgumentMap(statements=claims, steps=steps.made), {}))


# -------------------------------------------------------------------------------------- direction


def test_conclusions_stand_on_top_as_long_as_that_is_not_too_wide() -> None:
    assert direction_of(fan(7), Look(), LIGHT) == "BT"
    assert direction_of(fan(8), Look(), LIGHT) == "RL"
    assert direction_of(fan(8), Look(width=3000), LIGHT) == "BT"
    assert direction_of(fan(8), Look(direction="TB"), LIGHT) == "TB"


def test_a_cycle_has_ranks_too() -> None:
    steps = samples.Steps()
    steps.because("C1", "C2")
    steps.because("C2", "C1")
    steps.because("C3", "C1")
    claims = [samples.say("C", name, name) for name in ("C1", "C2", "C3")]
    found = ranks(picture_of(samples.analysed(ArgumentMap(statements=claims, steps=steps.made), {})))
    assert found == {"box-C1": 1, "box-C2": 1, "box-C3": 0}


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_it_is_drawn_in_every_direction_with_its_title_at_the_top_left(direction: str) -> None:
    look = Look(direction=direction)  # type: ignore[arg-type]
    svg = parsed(draw(to_dot(samples.northgate(), look=look), ["svg"]).outputs["svg"])
    words = {each.text: each for each in svg.iter("{http://www.w3.org/2000/svg}text")}
    title = words["The Northgate outage"]
    places = [(float(each.get("x", 0)), float(each.get("y", 0))) for each in words.values()]
    assert float(title.get("y", 0)) == min(y for _, y in places)
    assert float(title.get("x", 0)) < sum(x for x, _ in places) / len(places)


# ------------------------------------------------------------------------------------ small parts


def test_small_parts_stand_below_each_other() -> None:
    assert list(stacked(scattered([1, 1, 1, 1]))) == [
        ("box-c1-0", "box-c0-0"),
        ("box-c2-0", "box-c1-0"),
        ("box-c3-0", "box-c2-0"),
    ]


def test_a_column_is_no_longer_than_the_longest_part() -> None:
    assert list(stacked(scattered([6, 2, 2, 1, 3]))) == [
        ("box-c2-0", "box-c1-1"),
        ("box-c3-0", "box-c2-1"),
    ]


def test_what_hangs_together_is_not_stacked() -> None:
    assert list(stacked(fan(5))) == []


# ----------------------------------------------------------------------------------------- frames


def sectioned(found: Analysis, look: Look | None = None) -> list[str]:
    return [frame.title for frame in picture_of(found, look=look).frames]


def test_a_small_map_in_sections_has_frames() -> None:
    titles = ["Engineering review", "Timing dispute", "Operations", "Attack hypothesis"]
    assert sectioned(samples.northgate()) == titles
    assert sectioned(samples.northgate(), Look(frames=False)) == []


def test_a_map_that_is_hardly_in_sections_has_none() -> None:
    assert sectioned(samples.analyst()) == []
    assert sectioned(samples.analyst(), Look(frames=True)) == ["Land border"]


def test_a_point_stands_in_the_frame_of_its_step() -> None:
    frames = {frame.title: frame.boxes for frame in picture_of(samples.northgate()).frames}
    assert "step-_5" in frames["Engineering review"]  # from E4 and A1 to C2
    assert not any("step-_1" in boxes for boxes in frames.values())  # its conclusion is in no section


def test_frames_stand_in_frames() -> None:
    sections = [Section(title="Outer"), Section(title="Inner", parent=0)]
    claims = [samples.say("C", "C1", "One", section=0), samples.say("C", "C2", "Two", section=1)]
    found = samples.analysed(ArgumentMap(files=[MapFile("x.argmap")], sections=sections, statements=claims), {})
    (outer,) = picture_of(found, look=Look(frames=True)).frames
    assert (outer.boxes, [frame.boxes for frame in outer.inside]) == (("box-C1",), [("box-C2",)])
    dot = picture_dot(picture_of(found, look=Look(frames=True)))
    assert re.search(r'subgraph cluster_0 \{.*subgraph cluster_1 \{.*"box-C2";', dot, re.DOTALL)
    assert draw(dot, ["svg"]).warnings == ()
