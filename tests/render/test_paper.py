"""A large map where the page cannot be walked: on paper, and in a browser that runs no script."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Page

from argmap.render.report.sheets import LEAST
from tests.conftest import required
from tests.render.pages import MAPS, Opened, written
from tests.render.test_page import AXE, TAGS

LETTER, A4 = (11.0, 8.5), (11.69, 8.27)
# The size of each letter that is seen in a picture, in points as it is printed.
_SIZES = """pictures => pictures.map(svg => Math.min(...[...svg.querySelectorAll('text')].map(text =>
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a * 0.75)))"""


def pages_of(page: Page, paper: str = "A4") -> list[str]:
    """The pages that the report has on paper, each "upright" or "across"."""
    printed = page.pdf(format=paper, prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return ["across" if float(wide) > float(high) else "upright" for wide, high in boxes]


# ---------------------------------------------------------------------------------------- on paper


@pytest.mark.parametrize(("paper", "scripts"), [("A4", True), ("Letter", False)], ids=["scripts", "no scripts"])
def test_each_picture_of_a_large_map_has_a_page(opened: Opened, paper: str, *, scripts: bool) -> None:
    page = opened("comparison", scripts=scripts)
    across = Counter(pages_of(page, paper))["across"]
    pictures = page.locator(".drawing").count()
    assert pictures > 40
    assert pictures - 3 <= across <= pictures  # small ones may share


@pytest.mark.parametrize("size", [A4, LETTER], ids=["A4", "Letter"])
def test_all_letters_can_be_read_on_paper(opened: Opened, size: tuple[float, float]) -> None:
    wide = round((size[0] - 2 / 2.54) * 96)  # what the margins leave
    page = opened("comparison", wide=wide)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    least = page.eval_on_selector_all(".drawing > svg", _SIZES)
    assert len(least) > 40
    assert min(least) >= LEAST - 0.02
    weights = page.eval_on_selector_all(
        ".drawing text:not(.tb)", "all => [...new Set(all.map(one => getComputedStyle(one).fontWeight))]"
    )
    assert weights == ["400"]  # the page has its links bold, and there is no room for that
    heights = page.eval_on_selector_all(".sheet", "all => all.map(one => one.getBoundingClientRect().height)")
    assert max(heights) <= (size[1] - 2 / 2.54) * 96


@pytest.mark.parametrize("name", ["comparison", "northgate", "tour"])
def test_nothing_is_so_wide_that_the_browser_prints_all_of_the_report_smaller(opened: Opened, name: str) -> None:
    upright = int((A4[1] - 3 / 2.54) * 96)
    page = opened(name, wide=upright)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= upright


def test_the_whole_of_a_large_map_is_not_printed_and_that_of_a_small_one_is(opened: Opened) -> None:
    for name, printed in (("comparison", False), ("northgate", True)):
        page = opened(name)
        page.emulate_media(media="print")
        assert page.is_visible("#picture-1") == printed
        assert page.locator(".sheet").count() == 0 or not printed


# ----------------------------------------------------------------------------------- without scripts


def test_without_scripts_the_overview_comes_first_then_the_whole_then_the_sections(opened: Opened) -> None:
    page = opened("comparison", scripts=False)
    assert page.is_visible("#sheet-1")
    places = [page.locator(which).bounding_box() for which in ("#sheet-1", "#picture-1", ".chapter >> nth=0")]
    tops = [place["y"] for place in places if place]
    assert len(tops) == 3
    assert tops == sorted(tops)
    assert not page.is_visible("#sheet-2")
    page.click(".chapter summary >> nth=0")
    assert page.is_visible("#sheet-2")
    assert (page.get_attribute("#sheet-2 .hypothesis a", "href") or "").startswith("#claim-")


@pytest.mark.parametrize(("wide", "dark"), [(1280, False), (400, True)], ids=["light", "dark"])
def test_what_is_shown_without_scripts_is_for_everyone(opened: Opened, wide: int, *, dark: bool) -> None:
    """Axe is a script itself: so the rule goes that hides these pictures from those who have scripts."""
    required(AXE.is_file(), "axe-core is not installed: npm ci")
    page = opened("comparison", wide=wide, dark=dark)
    page.evaluate(
        "() => { const [sheet] = document.styleSheets;"
        " const at = [...sheet.cssRules].findIndex(rule => rule.conditionText?.includes('scripting'));"
        " sheet.deleteRule(at) }"
    )
    for summary in page.locator(".chapter summary").all()[:3]:
        summary.click()
    assert page.is_visible("#sheet-3")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({include: ['.on-paper']}, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == []


# -------------------------------------------------------------------------------------- with scripts


def test_with_scripts_they_are_in_nobodys_way(opened: Opened) -> None:
    page = opened("comparison")
    assert page.eval_on_selector_all(".on-paper", "all => all.map(one => one.getClientRects().length)") == [0, 0]
    heard = page.locator(".section-map").aria_snapshot()
    assert "Overview" not in heard
    assert "Picture of the map" in heard
    for start, key, times in (("[name=q] >> nth=0", "Shift+Tab", 2), ("#picture-1", "Tab", 8)):
        page.focus(f".viewer {start}")
        for _ in range(times):
            page.keyboard.press(key)
            assert not page.evaluate("document.activeElement.closest('.on-paper')")
    assert not page.evaluate("document.activeElement.closest('.section-map')")


@pytest.mark.parametrize("name", MAPS)
def test_no_id_stands_twice_on_the_page(name: str) -> None:
    ids = re.findall(r'<[a-z][^<>]*? id="([^"]*)"', written(name))
    assert [one for one, times in Counter(ids).items() if times > 1] == []
