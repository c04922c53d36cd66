"""The report: one page that needs nothing else, reads well without a picture, and trusts no text."""

import base64
import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from argmap.analysis import Analysis
from argmap.assessment import Assessment
from argmap.diagnostics import Diagnostic, Label
from argmap.model import ArgumentMap, MapFile
from argmap.render.engine import draw
from argmap.render.figures import NOT_ASSESSED, shown
from argmap.render.html import to_html
from argmap.render.picture.dot import to_dot
from argmap.render.picture.marks import NO_SUPPORT
from argmap.render.report.cards import cards
from argmap.render.report.claims import claims
from argmap.render.report.context import SECTIONS, context_of
from argmap.render.report.header import input_hash
from argmap.render.report.wishes import Wishes
from argmap.render.terminal.todo import todo
from argmap.source import Source
from tests.conftest import Golden
from tests.render import samples
from tests.render.pages import MAPS, ROOT, Page, page, written

every_map = pytest.mark.parametrize("name", MAPS)


def row(name: str, anchor: str) -> str:
    """The text of a row of a table."""
    _, _, rest = written(name).partition(f'<tr id="{anchor}">')
    return " ".join(Page(rest.partition("</tr>")[0]).text("th") + Page(rest.partition("</tr>")[0]).text("td"))


# ----------------------------------------------------------------------------------- as a whole


def test_the_page_is_the_one_we_have_looked_at(golden: Golden) -> None:
    def bare(path: str) -> str | None:
        return "" if path.endswith((".css", ".js")) else None  # how it looks and moves is for other tests

    golden("pages/analyst.html", to_html(MAPS["analyst"](), None, engine="nothing", wishes=Wishes(own=bare)))


@every_map
def test_every_element_is_closed(name: str) -> None:
    assert page(name).open == []


@every_map
def test_the_same_map_gives_the_same_page(name: str) -> None:
    analysis = MAPS[name]()
    assert to_html(analysis, None) == to_html(analysis, None)


@every_map
def test_nothing_is_loaded_or_styled_in_place(name: str) -> None:
    for tag, attributes in page(name).found:
        assert tag not in {"link", "img", "iframe", "object", "embed", "form", "base"}
        assert not [key for key in attributes if key.startswith("on") or key in {"style", "src", "action"}]


def inside(name: str, opening: str, closing: str) -> str:
    _, _, rest = written(name).partition(opening)
    return rest.partition(closing)[0]


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@every_map
def test_the_policy_allows_the_one_style_sheet_and_the_one_script_and_nothing_else(name: str) -> None:
    style = digest(inside(name, "<style>", "</style>"))
    script = digest(inside(name, '<script type="module">', "</script>"))
    policies = [each["content"] for each in page(name).each("meta") if each.get("http-equiv")]
    assert policies == [
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"
    ]
    assert len(list(page(name).each("style"))) == 1
    assert {each["type"] for each in page(name).each("script")} == {"module", "application/json"}


@every_map
def test_the_data_for_the_script_cannot_end_its_element(name: str) -> None:
    text = inside(name, '<script type="application/json" id="map-data">', "</script>")
    data = json.loads(text)
    assert not set("<>&") & set(text)
    ids = {node["id"] for node in data["nodes"]}
    assert len(ids) == len(data["nodes"])
    assert all(0 <= end < len(ids) for link in data["links"] for end in link[:2])


@every_map
def test_every_link_leads_somewhere(name: str) -> None:
    ids = [found for _, attributes in page(name).found if (found := attributes.get("id"))]
    assert len(ids) == len(set(ids))
    for link in page(name).each("a"):
        address = link["href"] or ""
        assert address.startswith(("https://", "HTTPS://")) or address.removeprefix("#") in ids


@pytest.mark.parametrize("alone", list(SECTIONS))
def test_every_link_leads_somewhere_whatever_sections_there_are(alone: str) -> None:
    analysis = MAPS["tour"]()
    svg = draw(to_dot(analysis), ["svg"]).outputs["svg"]
    for sections in ((alone,), tuple(name for name in SECTIONS if name != alone)):
        made = Page(to_html(analysis, svg, wishes=Wishes(sections=sections)))
        ids = {attributes.get("id") for _, attributes in made.found}
        dead = [link["href"] for link in made.each("a") if link["href"] and link["href"].startswith("#")]
        assert [place for place in dead if place.removeprefix("#") not in ids] == []


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
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        if "aria-label" not in region:
            assert caption[0] == "caption"
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
    assert facts["Input"] == f"northgate.argmap · {input_hash(samples.northgate())[:12]}"
    assert facts["Made with"].startswith("argmap ")


def test_the_hash_of_one_file_is_that_of_its_text() -> None:
    analysis = samples.northgate()
    (source,) = analysis.sources
    assert input_hash(analysis) == hashlib.sha256(source.text.encode()).hexdigest()
    assert input_hash(samples.analyst()) != input_hash(analysis)


def test_no_folder_of_the_machine_is_told() -> None:
    assert "maps/" not in written("tyre")
    assert str(ROOT) not in written("tyre")


def told_of(name: str, start: str) -> str:
    """The first row of a table that begins like that."""
    return next(text for text in page(name).text("tr") if text.startswith(start))


def test_the_bottom_line_sets_answers_beside_each_other() -> None:
    found = MAPS["tyre"]()
    rankings = found.assessment.rankings
    assert rankings
    for one in rankings[0].standings:
        label = one.id if one.id != "other" else "other"
        told = told_of("tyre", label)
        strength = one.documented.found.strength
        assert (NOT_ASSESSED if strength is None else shown(strength)) in told
        assert f"{one.counts.supports_heard} of {one.counts.supports} for" in told
        if one.documented.leads:
            assert f"first in {one.documented.leads} of 500 regradings" in told


def test_the_bottom_line_says_who_leads_and_what_it_hangs_on() -> None:
    line = (
        "valve leads, by strength and in the matrix; a single row, source, scenario or step in one cell would end it."
    )
    assert line in page("tyre").text("p")
    told = " ".join(page("tyre").text("article")[0].split())
    assert "Each document alone" in told
    assert "valve rests most on" in told
    assert "valve-bubble" in told


def test_what_is_not_backed_is_no_support_and_what_is_not_seen_is_not_asked_for_any() -> None:
    """The new valve, which nobody has tried yet, is not what the answer rests on."""
    told = " ".join(page("tyre").text("article")[0].split())
    rests, open_ = told.split("valve rests most on")[1].split("Not backed yet, but would move it")
    assert "stays-hard" not in rests
    assert "With a new valve the tyre stays… stays-hard .87→.96, not yet seen" in open_
    assert "1 claim without support: A very small hole leaks only… tiny" in told


def test_the_first_screen_says_which_steps_make_level_and_which_put_ahead() -> None:
    told = " ".join(page("tyre").text("article")[0].split())
    assert "1 step of a cell brings puncture level by all but bits; 2 steps of cells put puncture ahead by bits" in told
    assert "(each: puncture and valve tie by all but bits)" in told


def test_where_rules_tie_one_cannot_decide() -> None:
    told = page("comparison").text("article")[0]
    assert any(text.startswith("Cannot decide: ") and "in the matrix" in text for text in page("comparison").text("p"))
    assert "essay alone" in told
    assert "Linchpins" in told


def test_a_map_without_questions_shows_its_main_claim() -> None:
    assert "Main claim" in page("harry").text("h3")
    assert "not assessed" in told_of("harry", "“Harry is a British subject.”")


def test_a_main_claim_is_one_also_where_it_has_a_rival() -> None:
    assert "2 main claims" in page("choir").text("h3")
    assert "of 2 for" in told_of("choir", "thursday")


def card(name: str, anchor: str) -> str:
    """The text of a card."""
    _, _, rest = written(name).partition(f'id="{anchor}"')
    return Page(f"<article {rest.partition('</article>')[0]}</article>").text("article")[0]


def test_a_card_tells_all_that_bears_on_a_statement() -> None:
    told = card("analyst", "claim-mastermind")
    assert "Rests on China had the means to arrange the pact. ability" in told
    assert "& China had strong reasons to arrange it. incentive" in told
    assert "since Whoever has both the means and the motive for an act did it. licence" in told
    assert "Undercut by Means and motive do not show the act. leap" in told
    assert "doubts the step from ability & incentive" in told
    assert "excludes The three states run three separate bilateral relations. separate" in told
    assert "speculative, “might even have”" in told.replace(", might even have", ", “might even have”")
    assert "is entailed by China masterminded the pact. mastermind" in card("analyst", "claim-enabler")
    assert "supports China masterminded the pact. mastermind" in card("analyst", "claim-ability")


def test_an_undercut_of_a_step_is_none_of_a_statement_with_the_same_id() -> None:
    told = card("harry", "claim-_1")
    assert "Undercut by “Both his parents were aliens.”" in told
    assert "Attacked by “He has become an American citizen.”" in told
    assert "Undercut by “He has become" not in told


def test_what_is_not_assessed_has_no_bar() -> None:
    told = written("harry").partition('id="row-_4"')[2].partition("</tr>")[0]
    assert told.count("not assessed") == 2
    assert "<svg" not in told


def test_restatements_share_a_card_that_both_names_lead_to() -> None:
    told = written("analyst").partition('id="claim-trade.dependence"')[2].partition("</article>")[0]
    assert '<span id="claim-trade.t95">' in told
    assert "also trade.t95" in told


def test_the_table_of_claims_names_the_main_objection_and_why_it_is_weak() -> None:
    told = told_of("tyre", "puncture")
    table = written("tyre").partition('id="row-puncture"')[2].partition("</tr>")[0]
    assert "no-bubbles" in table
    assert told


def test_one_count_of_what_lacks_support() -> None:
    """Flags in the table, heads of the cards and the bottom line count the same; `todo` does too."""
    for name in ("tyre", "comparison", "tour"):
        found = MAPS[name]()
        flagged = [row for row in claims(context_of(found)).rows if NO_SUPPORT in row.weak]
        heads = [group.weak for group in cards(context_of(found)).groups]
        counted = sum(int(number) for head in heads for number in re.findall(r"(\d+) (?:claim|hypothes)", head))
        asked = [one for one in todo(found.assessment) if one.kind in {"claim", "hypothesis"}]
        assert len(flagged) == counted == len(asked) > 0
        assert not {row.kind for row in flagged} - {"claim", "hypothesis"}


@every_map
def test_the_filter_offers_every_weakness_that_is_told(name: str) -> None:
    told = {word for each in page(name).each("tr") for word in (each.get("data-weak") or "").split("|") if word}
    assert told <= {attributes.get("value") for tag, attributes in page(name).found if tag == "option"} | set(
        page(name).text("option")
    )


def test_documents_have_their_stances_beside_each_other() -> None:
    assert any(text.startswith("Both speak of it") for text in page("comparison").text("h4"))
    told = [text for text in page("comparison").text("tr") if text.startswith("chang.worried Beijing")]
    assert any("rejected" in text and "reported" in text for text in told)


def test_what_is_mapped_of_a_document_is_shown_paragraph_by_paragraph() -> None:
    (found,) = (one for one in MAPS["choir"]().assessment.coverage or () if one.document)
    strip = [attributes for tag, attributes in page("choir").found if tag == "li" and attributes.get("title")]
    assert [each["class"] for each in strip] == [part.state for part in found.paragraphs]
    assert len({each["class"] for each in strip}) > 1
    assert "5 paragraphs mapped, 1 skipped, 0 left" in " ".join(page("choir").text("h4"))


def test_sources_tell_what_falls_without_them() -> None:
    told = row("tyre", "source-diary")
    assert "valve" in told
    assert "→" in told
    assert "left without any source: tiny, old-valve" in row("tyre", "source-mechanic")
    assert "neighbour → landlord" in row("tyre", "source-landlord")


def test_the_text_stands_line_by_line_and_cards_lead_to_it() -> None:
    lines = (ROOT / "maps/first-steps/3-tyre.argmap").read_text().splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("hypothesis valve"))
    assert f'href="#L1-{number}"' in written("tyre")
    assert f'<span id="L1-{number}">' in written("tyre")


def test_the_matrix_shows_every_rule_and_every_rating() -> None:
    found = MAPS["tyre"]().assessment.matrices
    assert found
    for rule, score in found[0].together.scores.items():
        assert rule in page("tyre").text("article")[1]
        assert score.values
    told = row("tyre", "matrix-row-cause~thorn")
    assert "thorns are often harmless" in told
    assert "relevance low" in told


def test_only_the_sections_that_are_wanted_are_on_the_page() -> None:
    told = Page(to_html(MAPS["tyre"](), None, wishes=Wishes(sections=("bottom-line", "claims"))))
    assert told.text("h2") == ["Bottom line", "Claims at a glance"]
    ids = {attributes["id"] for _, attributes in told.found if "id" in attributes}
    assert all((link["href"] or "").removeprefix("#") in ids for link in told.each("a"))


def test_a_theme_can_be_fixed() -> None:
    told = Page(to_html(MAPS["harry"](), None, wishes=Wishes(theme="dark")))
    assert next(told.each("html"))["data-theme"] == "dark"


def test_markup_of_texts_is_rendered() -> None:
    assert "both the <em>means</em> and" in written("analyst")
    assert '(see <a href="#claim-open-posts">the posts</a>)' in written("analyst")


def test_without_a_picture_the_page_says_so() -> None:
    told = to_html(samples.harry(), None)
    assert "There is no picture" in told
    assert 'class="picture"' not in told


def test_a_map_that_was_not_weighed_says_so() -> None:
    found = samples.harry()
    told = to_html(Analysis(Assessment(found.map, found.sources)))
    assert "No strengths were computed" in told
    assert '<svg class="bar"' not in told


def test_findings_stand_with_their_place() -> None:
    source = Source("maps/bad.argmap", "one\ntwo <three>\n")
    finding = Diagnostic(code="A302", message="This is <odd>.", where=Label(source, 4, 7), severity="warning")
    empty = ArgumentMap(files=[MapFile(source.path)])
    told = Page(to_html(Analysis(Assessment(empty, (source,)), (finding,))))
    assert "This is <odd>. (bad.argmap, line 2)" in told.text("li")
    assert any(text.startswith("warning A302") for text in told.text("summary"))


# --------------------------------------------------------------------------------------- hostile


def test_addresses_become_links_only_where_they_are_safe() -> None:
    addresses = {each["href"] for each in page("hostile").each("a")}
    assert "https://example.org/?q=<&r='" not in addresses
    assert {"HTTPS://example.org/", "https://example.org/?a=1&b=%22", "#claim-c1"} <= addresses
    assert not [each for each in addresses if "script" in (each or "").lower()]
    assert "javascript:alert('x')" in " ".join(page("hostile").text("th"))


def test_tags_in_texts_are_text() -> None:
    assert "<script>" not in written("hostile")
    assert page("hostile").text("title")[0] == samples.HOSTILE[1]
    assert samples.HOSTILE[1] in page("hostile").text("p")


def test_the_language_of_a_map_cannot_open_an_attribute() -> None:
    languages = {attributes["lang"] for _, attributes in page("hostile").found if "lang" in attributes}
    assert languages == {"en"}


# ------------------------------------------------------------------------------------ in Chromium


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
