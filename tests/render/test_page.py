"""The page in a browser: what its map, its tables and its keys do, and that everyone can use it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from argmap.cli import run
from argmap.render.engine import draw
from argmap.render.html import to_html
from argmap.render.picture.dot import to_dot
from argmap.render.report.wishes import Wishes
from tests.conftest import Golden, required
from tests.render.pages import MAPS, ROOT, Opened

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def status(page: Page) -> str:
    return page.inner_text(".viewer .status")


def shown(page: Page) -> set[str]:
    """The boxes of the picture that can be seen."""
    script = "[...document.querySelectorAll('.picture g.box')].filter(e => e.getClientRects().length).map(e => e.id)"
    return set(page.evaluate(script))


def bright(page: Page) -> set[str]:
    script = "[...document.querySelectorAll('.picture g.box:not(.dim):not(.away)')].map(e => e.id)"
    return set(page.evaluate(script))


# ------------------------------------------------------------------------------------ the first screen


def test_the_first_screen_answers(opened: Opened) -> None:
    """Who leads under what rules and which document, how fragile that is, what it rests on, what is unsupported."""
    page = opened("comparison")
    seen = page.evaluate(
        "() => { const all = [...document.querySelectorAll('.judgement:first-of-type :is(.verdict, h4, dt, dd, tbody th, td)')];"
        " return all.filter(e => e.getBoundingClientRect().bottom < innerHeight).map(e => e.textContent.trim()) }"
    )
    told = "\n".join(seen)
    for words in ("Cannot decide", "essay alone", "by all but bits", "rests most on", "What would change", "Fragility"):
        assert words in told
    assert {"By strength, which is no probability", "In the matrix"} <= set(seen)
    assert {"Not backed yet, but would move it", "Linchpins", "Most useful next", "Scenarios", "Unsupported"} <= set(
        seen
    )
    assert "Worried hedger" in told


@pytest.mark.parametrize("name", ["comparison", "tyre"])
def test_nothing_of_the_first_answer_is_below_the_first_screen(name: str, opened: Opened) -> None:
    page = opened(name)
    assert page.evaluate("document.querySelector('.judgement').getBoundingClientRect().bottom <= innerHeight")


def test_the_picture_in_the_docs_is_of_this_first_screen(
    browser: Browser, golden: Golden, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Pictures differ from machine to machine, words do not: where these change, the flag takes the picture anew too."""
    path = tmp_path / "mill-pond.html"
    assert run(["report", str(ROOT / "maps/mill-pond.argmap"), "-o", str(path)]) == 0
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    if request.config.getoption("--update-golden"):
        page.screenshot(path=ROOT / "docs/pictures/report.png", clip={"x": 0, "y": 0, "width": 1280, "height": 720})
    seen = page.evaluate(
        "() => [...document.querySelectorAll('h1, h2, h3, .verdict, .judged :is(caption, th, td, dt, dd)')]"
        ".filter(e => e.getBoundingClientRect().bottom < innerHeight).map(e => e.innerText.replace(/\\s+/g, ' ').trim())"
    )
    page.close()
    golden("pages/first-screen.txt", "\n".join(seen) + "\n")


def test_a_frame_fades_where_it_holds_more_than_is_in_sight(opened: Opened) -> None:
    page = opened("comparison", wide=400)
    script = (
        "e => ['left', 'right', 'bottom'].map(n => parseFloat(getComputedStyle(e).getPropertyValue(`--fade-${n}`)))"
    )
    frame = page.locator(".claims-frame")
    left, right, bottom = frame.evaluate(script)
    assert (left, right > 8, bottom > 8) == (0, True, True)
    frame.evaluate("e => e.scrollTo(e.scrollWidth, e.scrollHeight)")
    page.wait_for_function(
        "e => parseFloat(getComputedStyle(e).getPropertyValue('--fade-right')) < 1", arg=frame.element_handle()
    )
    left, right, bottom = frame.evaluate(script)
    assert (left > 8, right < 1, bottom < 1) == (True, True, True)
    whole = opened("tyre").locator(".judged > .scroll")
    assert whole.evaluate(script) == [0, 0, 0]


def test_no_word_of_the_claims_table_is_broken(opened: Opened) -> None:
    """A column is at least as wide as the longest word in it."""
    page = opened("tyre")
    broken = page.evaluate(
        "() => [...document.querySelectorAll('.claims td')].filter(e => {"
        " const range = document.createRange(); const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);"
        " for (let n; (n = walk.nextNode()); ) for (const m of n.data.matchAll(/[a-z]+/gi)) {"
        " range.setStart(n, m.index); range.setEnd(n, m.index + m[0].length);"
        " if (range.getClientRects().length > 1) return true } return false }).map(e => e.innerText)"
    )
    assert broken == []


# ------------------------------------------------------------------------------------------- the map


def test_search_dims_all_that_is_not_meant_and_goes_to_what_is(opened: Opened) -> None:
    page = opened("northgate")
    page.fill(".viewer [name=q]", "HISTORIAN")
    assert "found" in status(page)
    found = bright(page)
    assert found
    texts = page.evaluate("ids => ids.map(id => document.getElementById(id).textContent)", sorted(found))
    assert all("historian" in text.lower() for text in texts)
    gone_to = set()
    for _ in found:
        page.press(".viewer [name=q]", "Enter")
        gone_to.add(page.get_attribute(".picture .current", "id"))
    assert gone_to == found
    assert page.evaluate("document.activeElement.name") == "q"


def test_filters_leave_what_they_say(opened: Opened) -> None:
    page = opened("tyre")
    every = shown(page)
    page.uncheck(".viewer [name=kind][value=evidence]")
    left = shown(page)
    assert left < every
    kinds = page.evaluate("ids => ids.map(id => document.getElementById(id).classList.item(1))", sorted(left))
    assert "evidence" not in kinds
    page.click(".viewer [data-act=all]")
    assert shown(page) == every
    page.select_option(".viewer [name=source]", "mechanic")
    assert "box-old-valve" in page.evaluate(
        "[...document.querySelectorAll('.picture [id^=box-]')].filter(e => !e.closest('.away')).map(e => e.id)"
    )
    assert "box-puncture" not in shown(page)


def test_strength_filters(opened: Opened) -> None:
    page = opened("northgate")
    assert "around Q" in status(page)
    page.evaluate(
        "() => { const e = document.querySelector('.viewer [name=least]'); e.value = '0.8';"
        " e.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    numbers = page.evaluate(
        "JSON.parse(document.getElementById('map-data').textContent).nodes"
        ".filter(n => n.strength !== undefined && n.strength !== null && n.strength >= 0.8).length"
    )
    assert status(page).startswith(f"{numbers} of ")
    assert page.inner_text(".viewer output") == ".8"


def test_focus_brings_the_neighbours_together_and_widens(opened: Opened) -> None:
    page = opened("northgate")
    page.click(".viewer [data-act=all]")
    every = shown(page)
    page.click("#box-C3 text >> nth=0", force=True)
    page.click(".details [data-act=focus]")
    near = shown(page)
    assert {"box-C3", "box-H1"} <= near < every
    page.click(".viewer [data-act=nearer]")
    nearest = shown(page)
    assert nearest < near or nearest == near
    assert status(page).endswith("around C3, 1 step")
    page.click(".viewer [data-act=all]")
    assert shown(page) == every


def test_the_focus_on_an_undercut_shows_the_step_it_doubts_and_dims_nothing(opened: Opened) -> None:
    page = opened("comparison")
    page.fill(".viewer [name=q]", "Means and motive show")
    page.press(".viewer [name=q]", "Enter")
    page.click(".details [data-act=focus]")
    assert {"box-leap", "box-chang.ability", "box-chang.incentive", "box-chang.mastermind"} <= shown(page)
    assert shown(page) == bright(page)
    assert status(page).endswith("around leap, 2 steps")


PASSING = """() => {
  const rects = [...document.querySelectorAll('.picture g.box:not(.away)')].map(e => e.getBoundingClientRect());
  const inside = (p) => rects.some(r => p.x > r.left + 4 && p.x < r.right - 4 && p.y > r.top + 4 && p.y < r.bottom - 4);
  return [...document.querySelectorAll('.fresh path')].filter(path => {
    const matrix = path.getScreenCTM(), length = path.getTotalLength();
    return [...Array(41).keys()].some(n => inside(path.getPointAtLength(length * n / 40).matrixTransform(matrix)));
  }).length;
}"""


@pytest.mark.parametrize("name", ["box-chang.mastermind", "box-paper.predicament", "box-leap", "box-chang.facilitates"])
def test_no_line_of_a_focus_runs_behind_a_box(name: str, opened: Opened) -> None:
    page = opened("comparison")
    page.click(".viewer [data-act=all]")
    page.evaluate("id => document.getElementById(id).dispatchEvent(new MouseEvent('click', {bubbles: true}))", name)
    page.click(".details [data-act=focus]")
    assert page.locator(".fresh path").count() > 4
    assert page.evaluate(PASSING) == 0


def test_what_licenses_a_step_is_dotted_in_a_focus_as_in_the_picture_and_told_below(opened: Opened) -> None:
    page = opened("comparison")
    page.click(".viewer [data-act=wider]")
    assert page.locator(".fresh .near-since").count() > 0
    assert page.evaluate("getComputedStyle(document.querySelector('.fresh .near-since')).strokeDasharray") == "1px, 4px"
    assert "what licenses the step" in page.inner_text(".viewer .key")


def test_a_large_map_begins_around_its_first_question_and_says_so(opened: Opened) -> None:
    page = opened("comparison")
    assert status(page).endswith("around role-of-china, 1 step")
    assert "box-chang.mastermind" in shown(page)
    page.click(".viewer [data-act=all]")
    every, total = status(page).split(" shown")[0].split(" of ")
    assert every == total
    assert len(shown(page)) > 100


@pytest.mark.parametrize("name", ["comparison", "tyre"])
def test_the_map_begins_where_it_can_be_read(name: str, opened: Opened) -> None:
    """Letters of a statement are at least ten pixels high, or the whole is in view at a glance; the question is in sight."""
    page = opened(name)
    frame, box = (page.locator(which).bounding_box() for which in (".picture", ".picture g.box.question >> nth=0"))
    assert frame
    assert box
    assert box["width"] > 140
    assert frame["x"] <= box["x"]
    assert box["x"] + box["width"] <= frame["x"] + frame["width"]
    assert frame["y"] <= box["y"] < frame["y"] + frame["height"] / 2


def test_on_paper_the_map_is_whole(opened: Opened) -> None:
    page = opened("comparison")
    few = shown(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(shown(page)) > 100
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shown(page) == few


def test_what_bears_on_a_folded_box_alone_is_out_of_sight(opened: Opened) -> None:
    page = opened("northgate")
    page.click(".viewer [data-act=all]")
    every = shown(page)
    page.click("#box-H1 text >> nth=0", force=True)
    page.click(".details [data-act=fold]")
    assert "box-C1" not in shown(page)
    assert "box-H1" in shown(page)
    assert "box-H2" in shown(page)
    assert "1 folded" in status(page)
    page.click(".details [data-act=fold]")
    assert shown(page) == every


def test_search_and_filters_reach_all_of_a_map_that_begins_in_part(opened: Opened) -> None:
    page = opened("comparison")
    assert "box-chang.deyi-coal" not in shown(page)
    page.fill(".viewer [name=q]", "Shidao")
    assert "around" not in status(page)
    assert bright(page)
    page.press(".viewer [name=q]", "Enter")
    assert page.get_attribute(".picture .current", "id") in bright(page)


def test_the_picture_has_all_the_room_until_a_box_is_chosen(opened: Opened) -> None:
    page = opened("northgate")
    wide = page.locator(".picture").bounding_box()
    assert not page.is_visible(".details")
    page.click("#box-H1 text >> nth=0", force=True)
    assert page.is_visible(".details")
    narrow, box = (page.locator(which).bounding_box() for which in (".picture", "#box-H1"))
    assert wide
    assert narrow
    assert box
    assert narrow["width"] < wide["width"]
    assert box["x"] + box["width"] <= narrow["x"] + narrow["width"]
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert not page.is_visible(".details")


def test_of_many_questions_the_first_is_open_and_the_others_show_their_verdicts(opened: Opened) -> None:
    page = opened("comparison")
    verdicts = page.locator(".judgement .verdict")
    assert verdicts.count() == 6
    assert all(verdicts.nth(number).is_visible() for number in range(6))
    assert page.locator(".judgement .answers:visible").count() == 1
    page.click(".judgement.folded summary >> nth=0")
    assert page.locator(".judgement .answers:visible").count() == 2


def test_the_details_are_those_of_the_card(opened: Opened) -> None:
    page = opened("northgate")
    page.click(".viewer [data-act=all]")
    page.click("#box-C3 text >> nth=0", force=True)
    told = page.inner_text(".details")
    assert "Rests on" in told
    assert "Bears on" in told
    assert page.get_attribute(".details a", "href") == "#claim-C3"


def test_the_keyboard_alone_is_enough(opened: Opened) -> None:
    page = opened("northgate")
    page.focus(".picture")
    page.keyboard.press("ArrowDown")
    first = page.get_attribute(".picture .current", "id")
    assert first
    page.keyboard.press("ArrowDown")
    second = page.get_attribute(".picture .current", "id")
    assert second != first
    below = "([a, b]) => document.getElementById(b).getBoundingClientRect().y > document.getElementById(a).getBoundingClientRect().y"
    assert page.evaluate(below, [first, second])
    page.keyboard.press("f")
    assert "around" in status(page)
    page.keyboard.press("Escape")
    assert "around" not in status(page)
    before = page.evaluate("document.querySelector('.picture > svg').getBoundingClientRect().width")
    page.keyboard.press("+")
    assert page.evaluate("document.querySelector('.picture > svg').getBoundingClientRect().width") > before
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "details"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("f")  # in a field a letter is a letter
    assert "around" not in status(page)
    page.keyboard.press("Escape")
    page.focus(".picture")
    page.keyboard.press("?")
    assert page.is_visible(".viewer .keys")


def test_only_the_current_box_is_a_stop_for_the_tab_key(opened: Opened) -> None:
    page = opened("northgate")
    assert page.evaluate("document.querySelectorAll('.picture a:not([tabindex=\"-1\"])').length") == 0


def test_dragging_moves_the_picture_and_follows_no_link(opened: Opened) -> None:
    page = opened("northgate")
    page.locator(".picture").scroll_into_view_if_needed()
    before = page.evaluate("document.querySelector('.picture > svg').getBoundingClientRect().x")
    frame = page.locator(".picture").bounding_box()
    assert frame
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    assert page.evaluate("document.querySelector('.picture > svg').getBoundingClientRect().x") == pytest.approx(
        before + 60
    )
    assert "#" not in page.url


def test_many_cards_are_folded_by_section_and_open_for_a_link_and_on_paper(opened: Opened) -> None:
    page = opened("comparison")
    groups = page.locator(".group")
    assert groups.count() > 10
    assert page.locator(".group[open]").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") < 25_000
    assert any("without support" in text for text in page.locator(".group > summary").all_inner_texts())
    page.evaluate("location.hash = '#claim-chang.no-loss'")
    page.wait_for_selector("[id='claim-chang.no-loss']", state="visible")
    assert page.locator(".group[open]").count() == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".group[open]").count() == groups.count()


def test_without_scripts_folded_cards_are_on_paper_all_the_same(opened: Opened) -> None:
    page = opened("comparison", scripts=False)
    card = page.locator(".card >> nth=-1")
    assert not card.is_visible()
    page.emulate_media(media="print")
    assert card.is_visible()
    box = card.bounding_box()
    assert box
    assert box["height"] > 40


def test_on_paper_the_map_takes_one_page_and_leaves_none_blank(opened: Opened) -> None:
    page = opened("tyre")
    page.evaluate(
        "document.querySelectorAll('main > section:not(.section-map, .section-text)').forEach(e => e.remove())"
    )
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type */Page\b", printed)) == 4  # the heading, the map, and two of text


def test_a_few_cards_are_open(opened: Opened) -> None:
    page = opened("tyre")
    assert page.locator(".group[open]").count() == page.locator(".group").count() > 0


def test_a_card_draws_its_neighbourhood(opened: Opened) -> None:
    page = opened("northgate")
    page.evaluate("document.querySelector('#claim-C3 .nearby').open = true")
    page.wait_for_selector("#claim-C3 .nearby-picture")
    drawn = page.evaluate("document.querySelectorAll('#claim-C3 .nearby-picture g.box').length")
    assert drawn >= 2
    assert page.evaluate("document.querySelectorAll('#claim-C3 .nearby-picture [id]').length") == 0
    looks = "[...document.querySelectorAll('{} g.box text')].map(t => getComputedStyle(t)).map(s => s.fontSize + s.fontWeight)"
    near, whole = (set(page.evaluate(looks.format(where))) for where in ("#claim-C3 .nearby-picture", ".picture"))
    assert near <= whole == {"8px400", "8px700", "10px400"}


def test_without_cards_the_map_tells_of_a_box_itself(browser: Browser, tmp_path: Path) -> None:
    analysis = MAPS["northgate"]()
    svg = draw(to_dot(analysis), ["svg"]).outputs["svg"]
    path = tmp_path / "map.html"
    path.write_text(to_html(analysis, svg, wishes=Wishes(sections=("map",))), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.click(".viewer [data-act=all]")
    page.click("#box-C3 text >> nth=0", force=True)
    assert "The pumps tripped" in page.inner_text(".details")
    assert page.locator(".details a").count() == 0
    page.close()


# ---------------------------------------------------------------------------------------- the tables


def test_the_table_of_claims_is_filtered(opened: Opened) -> None:
    page = opened("tyre")
    page.fill("[data-filtered] [name=q]", "soapy")
    rows = page.evaluate("[...document.querySelectorAll('.claims tbody tr')].filter(r => !r.hidden).map(r => r.id)")
    assert rows == ["row-valve-bubble"]
    assert page.inner_text("[data-filtered] .status").startswith("1 of ")


def test_the_table_of_claims_is_sorted_both_ways(opened: Opened) -> None:
    page = opened("tyre")
    head = page.locator(".claims th", has_text="As documented")
    for order in ("descending", "ascending"):
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == order
        keys = page.evaluate(
            "[...document.querySelectorAll('.claims tbody tr')].map(r => parseFloat(r.cells[1].textContent) || -1)"
        )
        assert keys == sorted(keys, reverse=order == "descending")
        assert len(set(keys)) > 2


def test_the_matrix_is_sorted_by_diagnosticity_and_back(opened: Opened) -> None:
    page = opened("tyre")
    page.locator(".rows th", has_text="In the map").locator("button").click()
    numbers = page.evaluate("[...document.querySelectorAll('.rows tbody tr')].map(r => Number(r.cells[0].dataset.key))")
    assert numbers == list(range(1, len(numbers) + 1))
    page.locator(".rows th", has_text="Diagnosticity").locator("button").click()
    told = page.evaluate("[...document.querySelectorAll('.rows tbody tr')].map(r => Number(r.cells[2].dataset.key))")
    assert told == sorted(told, reverse=True)


# -------------------------------------------------------------------------------------- for everyone


def test_without_scripts_the_picture_is_there_and_its_boxes_lead_to_the_cards(opened: Opened) -> None:
    page = opened("northgate", scripts=False)
    assert page.is_visible("#box-C3")
    assert page.get_attribute("#box-C3 a", "href") == "#claim-C3"
    assert page.locator(".viewer .tools").count() == 0


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(name: str, opened: Opened, *, dark: bool) -> None:
    required(AXE.is_file(), "axe-core is not installed: npm ci")
    page = opened(name, dark=dark)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [
        (one["id"], [node["html"][:200] for node in one["nodes"][:3]], one["nodes"][0]["failureSummary"][:300])
        for one in found["violations"]
    ] == []


@pytest.mark.parametrize("name", ["northgate", "comparison"])
def test_axe_finds_nothing_in_the_focused_and_filtered_map(name: str, opened: Opened) -> None:
    required(AXE.is_file(), "axe-core is not installed: npm ci")
    page = opened(name, wide=400)
    page.focus(".picture")
    for key in ("ArrowDown", "f", "?"):
        page.keyboard.press(key)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []
