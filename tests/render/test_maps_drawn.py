"""Every map of maps/, as its reader sees it: no text leaves its box or is too small, and every text stands out.

Reading size is that of the picture as it is, 96 pixels to the inch; letters have the widths of the fonts that argmap
ships, which the browser is given under the name the SVG asks for.
"""

import base64
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from argmap import resources
from argmap.pipeline import analyse
from argmap.render.picture.choice import Choice
from argmap.render.picture.look import THEME_NAMES, Look
from argmap.render.picture.svg import size
from argmap.render.products import Product, pictures
from tests.conftest import ROOT
from tests.render.test_theme import contrast

MAPS = sorted((ROOT / "maps").rglob("*.argmap"))
every_map = pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
SMALLEST = 9.0  # pixels
WIDEST = 2500  # pixels of a picture nobody asked to be wide
TEXT = 4.5

MEASURE = """() => {
    const ground = (box, text) => {  // what is painted last below the middle of a text, before it
        const own = text.getBBox(), x = own.x + own.width / 2, y = own.y + own.height / 2;
        let found = null;
        for (const shape of document.querySelectorAll('svg path, svg polygon')) {
            if (text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING) break;
            const fill = shape.getAttribute('fill'), place = shape.getBBox();
            if (fill !== 'none' && fill !== 'transparent' && place.x <= x && x <= place.x + place.width
                && place.y <= y && y <= place.y + place.height && shape.isPointInFill(new DOMPoint(x, y))) found = fill;
        }
        return found;
    };
    const scale = document.querySelector('svg').getScreenCTM().a;
    return [...document.querySelectorAll('svg text')].map(text => {
        const box = text.closest('g.node.box, g.folded'), own = text.getBBox();
        const frame = text.closest('g.node.box')?.querySelector('path').getBBox();
        return {
            words: text.textContent,
            size: parseFloat(getComputedStyle(text).fontSize) * scale,
            colour: text.getAttribute('fill') ?? '#000000',
            ground: ground(box, text),
            over: frame ? Math.max(frame.x - own.x, own.x + own.width - frame.x - frame.width,
                                   frame.y - own.y, own.y + own.height - frame.y - frame.height) : 0,
        };
    });
}"""


@pytest.fixture(scope="module")
def page(chromium: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def shown(page: Page, svg: bytes) -> list[dict[str, object]]:
    """Measure all texts of an SVG, set in the shipped fonts."""
    faces = "".join(
        f"@font-face {{ font-family: Arial; font-weight: {weight}; src: url(data:font/ttf;base64,{data}) }}"
        for weight, name in (("normal", "Regular"), ("bold", "Bold"))
        if (data := base64.b64encode(resources.read_bytes("data/fonts", f"LiberationSans-{name}.ttf")).decode())
    )
    page.set_content(f"<style>{faces}</style>{svg.decode().partition(chr(10))[2]}")
    page.evaluate("Promise.all([document.fonts.load('10px Arial'), document.fonts.load('bold 10px Arial')])")
    found: list[dict[str, object]] = page.evaluate(MEASURE)
    assert found
    return found


def drawn(path: Path, *choices: Choice, look: Look | None = None) -> list[Product]:
    return pictures(analyse(str(path)), "svg", choices or (Choice(),), look=look)


@every_map
def test_texts_keep_within_their_boxes_and_are_large_enough(path: Path, page: Page) -> None:
    for made in drawn(path):
        texts = shown(page, made.data)
        assert [each["words"] for each in texts if float(str(each["over"])) > 0] == []
        assert [each for each in texts if float(str(each["size"])) < SMALLEST] == []
        assert size(made.data.decode())[0] <= WIDEST


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("name", ["first-steps/2-choir", "language-tour", "sanctions/brief"])
def test_every_text_stands_out_from_what_it_stands_on(name: str, theme: str, page: Page) -> None:
    look = Look(theme=theme, colour_by="stance", label="bits")  # type: ignore[arg-type]
    (made,) = drawn(ROOT / "maps" / f"{name}.argmap", Choice(sort="whole"), look=look)
    texts = shown(page, made.data)
    assert all(each["ground"] for each in texts)
    pairs = {(str(each["colour"]), str(each["ground"])): str(each["words"]) for each in texts}
    low = {words: (pair, contrast(*pair)) for pair, words in pairs.items() if contrast(*pair) < TEXT}
    assert low == {}


def test_every_view_of_the_largest_map_is_readable(page: Page) -> None:
    choices = (
        Choice(sort="overview"),
        Choice(sort="hypotheses"),
        Choice(section="1"),
        Choice(focus="chang.mastermind", depth=1),
        Choice(path=("chang.troops", "chang.approves")),
    )
    for made, choice in itertools.zip_longest(
        drawn(ROOT / "maps" / "sanctions" / "comparison.argmap", *choices), choices
    ):
        texts = shown(page, made.data)
        assert [each["words"] for each in texts if float(str(each["over"])) > 0] == [], choice
        assert size(made.data.decode())[0] <= WIDEST, choice
        assert made.shown.part
