"""The finished SVG: words, ids, links, fonts, sizes, and no letter over the edge of its box."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache

import pytest
from playwright.sync_api import sync_playwright

from argmap.analysis import Analysis
from argmap.render.engine import draw
from argmap.render.picture.compose import picture_of
from argmap.render.picture.dot import to_dot
from argmap.render.picture.svg import FONTS, finish, size
from tests.render import samples
from tests.render.samples import parsed

SVG = "{http://www.w3.org/2000/svg}"
MAPS: dict[str, Callable[[], Analysis]] = {
    "harry": samples.harry,
    "northgate": samples.northgate,
    "analyst": samples.analyst,
    "hostile": samples.hostile,
}
every_map = pytest.mark.parametrize("name", MAPS)
LINKS = {"box-O3": "#claim-O3", "box-E13": "#claim-E13", "box-C1": "#claim-C1"}


@cache
def drawn(name: str) -> bytes:
    return draw(to_dot(MAPS[name]()), ["svg"]).outputs["svg"]


def finished(name: str, links: dict[str, str] | None = None) -> str:
    return finish(drawn(name), title="A <title>", description="What it & that is", links=links)


def group(svg: str, identifier: str) -> ET.Element:
    (found,) = (each for each in parsed(svg).iter() if each.get("id") == identifier)
    return found


def test_it_says_what_it_is() -> None:
    root = parsed(finished("harry"))
    assert root.get("role") == "img"
    assert [(each.tag, each.get("id"), each.text) for each in root][:2] == [
        (f"{SVG}title", "map-title", "A <title>"),
        (f"{SVG}desc", "map-desc", "What it & that is"),
    ]
    assert root.get("aria-labelledby") == "map-title"
    assert root.get("aria-describedby") == "map-desc"


@every_map
def test_ids_are_plain_and_used_once(name: str) -> None:
    svg = finished(name)
    ids = [found for each in parsed(svg).iter() if (found := each.get("id")) is not None]
    assert len(ids) == len(set(ids))
    assert not any(found.startswith("a_") for found in ids)
    assert "&#45;" not in svg


@every_map
def test_nothing_in_it_runs_loads_or_styles(name: str) -> None:
    for element in parsed(finished(name)).iter():
        assert element.tag.removeprefix(SVG) in {
            "svg",
            "title",
            "desc",
            "g",
            "path",
            "polygon",
            "polyline",
            "ellipse",
            "text",
        }
        assert not [key for key in element.attrib if key.startswith("on") or key in {"style", "href"}]


def test_boxes_and_lines_have_words_of_their_own() -> None:
    box = group(finished("northgate"), "box-C8")
    assert box.findtext(f"{SVG}title") == (
        "C8, claim: Staffing was below plan that night [strength not assessed; no support given]"
    )
    line = group(finished("northgate"), "step-_11:end")
    assert line.findtext(f"{SVG}title") == "C5 and C6 together support H1"


def test_boxes_lead_to_places_on_the_page() -> None:
    svg = finished("northgate", LINKS)
    found = {each.get("href") for each in parsed(svg).iter(f"{SVG}a")}
    assert found == set(LINKS.values())
    assert parsed(svg).get("role") == "group"


def test_links_never_hold_links() -> None:
    root = parsed(finished("northgate", LINKS))
    for link in root.iter(f"{SVG}a"):
        assert not list(link.iterfind(f".//{SVG}a"))
        assert link.get("aria-label")


def informed(name: str, *, inline: bool = False) -> str:
    picture = picture_of(MAPS[name]())
    return finish(drawn(name), title="A title", picture=picture, inline=inline)


def test_boxes_tell_what_can_be_asked_of_them() -> None:
    box = group(informed("northgate"), "box-O3")
    assert box.get("class") == "node box claim"
    assert {key: value for key, value in box.attrib.items() if key.startswith("data-")} == {
        "data-kind": "claim",
        "data-statements": "O3",
        "data-strength": "0.7700",
        "data-section": "3",
    }
    folded = group(informed("northgate"), "box-E13")
    assert (folded.get("class"), folded.get("data-sources")) == ("folded evidence", "diagram")
    assert folded.get("data-stances") == "endorsed"
    assert group(informed("northgate"), "box-C8").get("data-strength") is None
    assert group(informed("northgate"), "box-C8").get("data-unsupported") == "yes"


def test_lines_and_points_tell_what_they_join() -> None:
    svg = informed("northgate")
    line, point = group(svg, "step-_1:box-C1"), group(svg, "step-_1")
    assert (line.get("class"), line.get("data-part")) == ("edge line support", "premise")
    assert (line.get("data-from"), line.get("data-to"), line.get("data-step")) == ("box-C1", "step-_1", "_1")
    assert (point.get("data-from"), point.get("data-to")) == ("box-C1 box-C2 box-C3", "box-H1")
    assert group(svg, "answer-Q:H1").get("data-kind") == "answers"
    assert group(svg, "step-_1:end").get("data-bits") == "1.5000"


@every_map
def test_every_group_is_a_box_a_line_a_point_or_a_known_part(name: str) -> None:
    for each in parsed(informed(name)).iter(f"{SVG}g"):
        words = (each.get("class") or "").split()
        if words[:2] in (["node", "box"], ["edge", "line"], ["node", "point"]) or words[:1] == ["folded"]:
            assert each.get("id")
            assert each.get("data-kind") == words[-1]
        else:
            assert words in (["graph"], ["heading"], ["legend"], ["section"])


@every_map
def test_on_a_page_every_colour_has_a_role(name: str) -> None:
    for each in parsed(informed(name, inline=True)).iter():
        roles = (each.get("class") or "").split()
        for key, letter in (("fill", "f"), ("stroke", "s")):
            if (each.get(key) or "none") not in {"none", "transparent", "black"}:
                assert any(role.startswith(f"{letter}-") for role in roles), ET.tostring(each)


def test_the_font_stands_once_with_what_may_replace_it() -> None:
    svg = finished("harry")
    assert svg.count("font-family=") == 1
    assert parsed(svg).get("font-family") == FONTS


def test_it_has_a_size_and_scales_to_any_other() -> None:
    svg = finished("harry")
    wide, high = size(svg)
    box = [float(part) for part in (parsed(svg).get("viewBox") or "").split()]
    assert box[2:] == pytest.approx([wide * 0.75, high * 0.75], abs=0.5)


def test_a_file_declares_itself_and_a_part_of_a_page_does_not() -> None:
    assert finished("harry").startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg')
    assert finish(drawn("harry"), title="", inline=True).startswith("<svg")


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert finished("analyst") == finished("analyst")


OVERFLOWING = """() => [...document.querySelectorAll('g.node.box')].flatMap(group => {
    const box = group.querySelector('path').getBBox();
    return [...group.querySelectorAll('text')].filter(text => {
        const own = text.getBBox();
        return own.x < box.x || own.x + own.width > box.x + box.width
            || own.y < box.y || own.y + own.height > box.y + box.height;
    }).map(text => text.textContent);
})"""


def test_no_letter_stands_over_the_edge_of_its_box(chromium: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for name in MAPS:
            page.set_content(finish(drawn(name), title=name, inline=True))
            assert page.locator("g.node.box").count() > 0
            assert page.evaluate(OVERFLOWING) == []
        browser.close()
