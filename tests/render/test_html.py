"""The report: one page that needs nothing else, reads well without a picture, and trusts no text."""

import base64
import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from argmap.analysis import Analysis
from argmap.assessment import Assessment
from argmap.diagnostics import Diagnostic, Label
from argmap.model import ArgumentMap, MapFile
from argmap.render.dot import to_dot
from argmap.render.engine import draw
from argmap.render.html import to_html
from argmap.render.report import input_hash
from argmap.source import Source
from tests.conftest import Golden
from tests.render import samples

MAPS: dict[str, Callable[[], Analysis]] = {
    "harry": samples.harry,
    "northgate": samples.northgate,
    "analyst": samples.analyst,
    "hostile": samples.hostile,
}
every_map = pytest.mark.parametrize("name", MAPS)
VOID = {"meta", "br", "input", "link", "img", "hr"}
Attributes = dict[str, str | None]


class Page(HTMLParser):
    """The elements of a page, in order, and the text of each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []
        self.open: list[tuple[str, list[str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, text = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        self.texts.append((tag, " ".join("".join(text).split())))

    def handle_data(self, data: str) -> None:
        for _, text in self.open:
            text.append(data)

    def each(self, *tags: str) -> Iterator[Attributes]:
        return (attributes for tag, attributes in self.found if tag in tags)

    def text(self, tag: str) -> list[str]:
        return [text for found, text in self.texts if found == tag]


@cache
def written(name: str) -> str:
    analysis = MAPS[name]()
    return to_html(analysis, draw(to_dot(analysis), ["svg"]).outputs["svg"], engine="Graphviz 0")


@cache
def page(name: str) -> Page:
    return Page(written(name))


def row(name: str, anchor: str) -> str:
    """The text of a row of a table."""
    _, _, rest = written(name).partition(f'<tr id="{anchor}">')
    return " ".join(Page(rest.partition("</tr>")[0]).text("th") + Page(rest.partition("</tr>")[0]).text("td"))


# ----------------------------------------------------------------------------------- as a whole


def test_the_page_is_the_one_we_have_looked_at(golden: Golden) -> None:
    golden("pages/analyst.html", to_html(samples.analyst(), None, engine="nothing"))


@every_map
def test_every_element_is_closed(name: str) -> None:
    assert page(name).open == []


@every_map
def test_the_same_map_gives_the_same_page(name: str) -> None:
    analysis = MAPS[name]()
    assert to_html(analysis, None) == to_html(analysis, None)


@every_map
def test_nothing_is_loaded_run_or_styled_in_place(name: str) -> None:
    for tag, attributes in page(name).found:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
        assert not [key for key in attributes if key.startswith("on") or key in {"style", "src", "action"}]


@every_map
def test_the_policy_allows_the_one_style_sheet_and_nothing_else(name: str) -> None:
    (style,) = page(name).text("style")
    _, _, rest = written(name).partition("<style>")
    style = rest.partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policies = [each["content"] for each in page(name).each("meta") if each.get("http-equiv")]
    assert policies == [f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"]


@every_map
def test_every_link_leads_somewhere(name: str) -> None:
    ids = [found for _, attributes in page(name).found if (found := attributes.get("id"))]
    assert len(ids) == len(set(ids))
    for link in page(name).each("a"):
        address = link["href"] or ""
        assert address.startswith(("https://", "HTTPS://")) or address.removeprefix("#") in ids


@every_map
def test_labels_and_captions_exist(name: str) -> None:
    ids = {attributes.get("id") for _, attributes in page(name).found}
    for _, attributes in page(name).found:
        for key in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(key) is None or attributes[key] in ids


# ------------------------------------------------------------------------------- reading the page


@every_map
def test_headings_come_in_order(name: str) -> None:
    levels = [int(tag[1]) for tag, _ in page(name).found if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@every_map
def test_tables_say_what_they_are(name: str) -> None:
    found = page(name).found
    tables = [index for index, (tag, _) in enumerate(found) if tag == "table"]
    assert tables
    for index in tables:
        region, caption = found[index - 1][1], found[index + 1]
        assert caption[0] == "caption"
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-labelledby") == caption[1]["id"]
    assert all(each.get("scope") in {"col", "row"} for each in page(name).each("th"))


def test_the_first_thing_on_the_page_skips_to_its_content() -> None:
    first = next(iter(page("harry").each("a")))
    assert first == {"class": "skip", "href": "#main"}
    assert any(each.get("id") == "main" for each in page("harry").each("main"))


def test_the_facts_stand_at_the_top() -> None:
    facts = dict(zip(page("northgate").text("dt"), page("northgate").text("dd"), strict=True))
    assert facts["As of"] == "2025-04-01"
    assert facts["Drawn by"] == "Graphviz 0"
    assert facts["File"] == "northgate.argmap"
    assert facts["Input (SHA-256)"] == input_hash(samples.northgate())
    assert facts["Made with"].startswith("argmap ")


def test_the_hash_of_one_file_is_that_of_its_text() -> None:
    analysis = samples.northgate()
    (source,) = analysis.sources
    assert input_hash(analysis) == hashlib.sha256(source.text.encode()).hexdigest()
    assert input_hash(samples.analyst()) != input_hash(analysis)


def test_no_folder_of_the_machine_is_told() -> None:
    assert "maps/" not in written("northgate")
    assert "maps" not in written("hostile")


def test_hypotheses_show_both_readings() -> None:
    (cells,) = (text for text in page("analyst").text("tr") if text.startswith("enabler:"))
    assert ".68" in cells
    assert ".84" in cells
    assert ".50 (no view)" in cells
    assert "2 for, 1 against" in cells


def test_a_map_without_questions_shows_its_main_claim() -> None:
    assert "Main claim" in page("harry").text("h3")
    (cells,) = (text for text in page("harry").text("tr") if text.startswith("Harry is a British subject."))
    assert "not assessed" in cells
    assert ".61" in cells


def test_a_row_tells_what_bears_on_a_statement() -> None:
    told = row("analyst", "claim-mastermind")
    assert "because ability & incentive, since licence" in told
    assert "undercut by leap undercut by pattern" in told
    assert "excludes separate" in told
    assert "speculative, might even have" in told
    assert "is entailed by mastermind" in row("analyst", "claim-enabler")


def test_an_undercut_of_a_step_is_none_of_a_statement_with_the_same_id() -> None:
    assert "undercut by “Both his parents were aliens.”" in row("harry", "claim-_1")
    assert "undercut by “He has become" not in row("harry", "claim-_1")


def test_what_is_not_assessed_has_no_bar() -> None:
    told = written("harry").partition('<tr id="claim-_4">')[2].partition("</tr>")[0]
    assert told.count("not assessed") == 2
    assert "<svg" not in told


def test_restatements_share_a_row_that_both_names_lead_to() -> None:
    told = written("analyst").partition('<tr id="claim-trade.dependence">')[2].partition("</tr>")[0]
    assert '<span id="claim-trade.t95">' in told
    assert "also trade.t95" in told


def test_markup_of_texts_is_rendered() -> None:
    assert "both the <em>means</em> and" in written("analyst")
    assert '(see <a href="#claim-open-posts">the posts</a>)' in written("analyst")


def test_without_a_picture_the_page_says_so() -> None:
    told = to_html(samples.harry(), None)
    assert "There is no picture" in told
    assert 'class="picture"' not in told


def test_a_map_that_was_not_weighed_says_so() -> None:
    weighed = samples.harry()
    told = to_html(Analysis(Assessment(weighed.map, weighed.sources)))
    assert "No strengths were computed" in told
    assert '<svg class="bar"' not in told


def test_findings_stand_with_their_place() -> None:
    source = Source("maps/bad.argmap", "one\ntwo <three>\n")
    finding = Diagnostic(code="L1", message="This is <odd>.", where=Label(source, 4, 7), severity="warning")
    empty = ArgumentMap(files=[MapFile(source.path)])
    told = Page(to_html(Analysis(Assessment(empty, (source,)), (finding,))))
    assert "warning L1 This is <odd>. (bad.argmap, line 2)" in told.text("li")


# --------------------------------------------------------------------------------------- hostile


def test_addresses_become_links_only_where_they_are_safe() -> None:
    addresses = {each["href"] for each in page("hostile").each("a")}
    assert "https://example.org/?q=<&r='" not in addresses
    assert {"HTTPS://example.org/", "https://example.org/?a=1&b=%22", "#claim-c1"} <= addresses
    assert not [each for each in addresses if "script" in (each or "").lower()]
    assert "javascript:alert('x')" in " ".join(page("hostile").text("td"))


def test_tags_in_texts_are_text() -> None:
    assert "<script>" not in written("hostile")
    assert page("hostile").text("title")[0] == samples.HOSTILE[1]
    assert samples.HOSTILE[1] in page("hostile").text("p")


def test_the_language_of_a_map_cannot_open_an_attribute() -> None:
    languages = {attributes["lang"] for _, attributes in page("hostile").found if "lang" in attributes}
    assert languages == {"en", 'fr" onclick="x'}


# ------------------------------------------------------------------------------------ in Chromium


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@every_map
def test_no_width_makes_the_page_scroll_sideways(name: str, browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(written(name), encoding="utf-8")
    opened = browser.new_page()
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("request", lambda request: told.append(request.url))
    opened.goto(path.as_uri())
    for wide in (400, 1280, 2560):
        opened.set_viewport_size({"width": wide, "height": 900})
        assert opened.evaluate("document.documentElement.scrollWidth") == wide
    assert told == [path.as_uri()]
    opened.close()


def test_the_picture_is_shown_in_the_size_that_is_chosen(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(written("northgate"), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 1000, "height": 800})
    opened.goto(path.as_uri())
    widths = []
    for choice in ("whole", "readable", "large"):
        opened.check(f"#size-{choice}")
        widths.append(opened.evaluate("document.querySelector('.picture svg').getBoundingClientRect().width"))
    assert widths[0] < 1000 < widths[1] < widths[2]
    opened.close()
