"""The pictures for paper: when there are any, that they can be read, that nothing is missing, and what they say of themselves."""

import re
from collections.abc import Callable, Sequence
from functools import cache

import pytest

from argmap.analysis import Analysis
from argmap.render import products
from argmap.render.picture.svg import finish
from argmap.render.report import sheets
from argmap.render.report.context import context_of
from argmap.render.report.picture import Drawn
from argmap.render.report.pictures import on_paper
from argmap.render.report.sheets import LEAST, Sheet, sheets_of
from argmap.render.report.wishes import Wishes
from argmap.render.view import view_of
from tests.render import samples
from tests.render.pages import laid_out, read

LARGE = {
    "a tree": lambda: samples.large(100),
    "comparison": lambda: read("sanctions/comparison.argmap"),
    "essay": lambda: read("sanctions/essay.argmap"),
    "deal": lambda: read("sanctions/essay-5-deal.argmap"),
}


@cache
def analysis_of(name: str) -> Analysis:
    return LARGE[name]()


@cache
def drawn(name: str) -> tuple[Sheet, ...]:
    return tuple(sheets_of(view_of(analysis_of(name)), laid_out))


@cache
def finished(name: str) -> tuple[Drawn, ...]:
    return tuple(on_paper(context_of(analysis_of(name)), drawn(name)))


# ---------------------------------------------------------------------------------------- the choice


@pytest.mark.parametrize("small", [samples.harry, samples.northgate], ids=["harry", "northgate"])
def test_a_small_map_has_none_and_draws_none(small: Callable[[], Analysis]) -> None:
    def refuse(dots: Sequence[str]) -> list[str | None]:
        raise AssertionError(dots)

    assert sheets_of(view_of(small()), refuse) == []


@pytest.mark.parametrize("name", LARGE)
def test_the_overview_comes_first_and_everything_can_be_read(name: str) -> None:
    found = drawn(name)
    assert [number for number, sheet in enumerate(found) if sheet.part is None] == [0]
    assert min(sheet.smallest for sheet in found) >= LEAST


@pytest.mark.parametrize("name", LARGE)
def test_every_statement_is_in_a_picture(name: str) -> None:
    view = view_of(analysis_of(name))
    parts = [sheet.part.own for sheet in drawn(name) if sheet.part]
    assert {identifier for own in parts for identifier in own} == {p.id for p in view.propositions}


def test_every_section_that_holds_or_ties_anything_has_pictures_in_the_order_of_the_text() -> None:
    titles = [section.title for section in analysis_of("comparison").map.sections]
    assert list(dict.fromkeys(sheet.part.chapter for sheet in drawn("comparison") if sheet.part)) == titles


def test_pages_are_filled() -> None:
    """Of two neighbours that could stand on one page, a page would not hold both."""
    assert len(drawn("comparison")) <= 55
    assert len(drawn("essay")) <= 32


def test_a_very_large_map_has_an_overview_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "IN_PARTS", 99)
    analysis = analysis_of("a tree")
    found = sheets_of(view_of(analysis), laid_out)
    assert [sheet.part for sheet in found] == [None]
    assert "pictures that follow" not in on_paper(context_of(analysis), found)[0].caption


def test_the_same_map_gives_the_same_pictures() -> None:
    assert tuple(sheets_of(view_of(analysis_of("deal")), laid_out)) == drawn("deal")


def test_what_cannot_be_drawn_costs_neither_the_others_nor_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(analysis_of("deal"))
    assert sheets_of(view, lambda dots: [None for _ in dots]) == []

    def upright_only(dots: Sequence[str]) -> list[str | None]:
        return [None if 'rankdir="RL"' in dot else svg for dot, svg in zip(dots, laid_out(dots), strict=True)]

    assert len(sheets_of(view, upright_only)) > 3
    monkeypatch.setattr(products, "sheets_of", lambda view, _: sheets_of(view, lambda dots: [None for _ in dots]))
    page = products.report(analysis_of("deal"), Wishes(sections=("map",))).decode()
    assert 'id="picture-1"' in page
    assert "sheet" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


# ----------------------------------------------------------------------------------- as they are shown


@pytest.mark.parametrize("name", LARGE)
def test_they_have_no_ids_and_their_boxes_lead_to_the_cards(name: str) -> None:
    for one in finished(name):
        assert " id=" not in one.svg
        assert "aria-labelledby" not in one.svg
        assert '<a href="#' in one.svg
        assert f"<title>{one.title.split('’')[0][:8]}" in one.svg


def test_a_text_that_looks_like_an_id_stays() -> None:
    dot = 'digraph { "box-a" [id="box-a" class="box claim" label=<<TABLE><TR><TD>it says id="x" here</TD></TR></TABLE>>]; }'
    (svg,) = laid_out([dot])
    assert svg
    sheet = drawn("deal")[0]
    (one,) = on_paper(context_of(analysis_of("deal")), [Sheet(None, sheet.excerpt, sheet.picture, svg, (9.0, 9.0))])
    assert 'it says id="x" here' in one.svg
    assert 'id="box-a"' in finish(svg, title="", inline=True)
    assert 'id="box-a"' not in one.svg


def test_they_are_named_and_counted_by_section() -> None:
    titles = [one.title for one in finished("comparison")]
    assert titles[:2] == ["Overview", "The hypotheses"]
    assert len(set(titles)) == len(titles)
    assert "Introduction (1 of 3)" in titles
    assert [one.number for one in finished("comparison")] == list(range(1, len(titles) + 1))


@pytest.mark.parametrize("name", LARGE)
def test_each_says_how_much_it_leaves_out(name: str) -> None:
    total = len(view_of(analysis_of(name)).propositions)
    for sheet, one in zip(drawn(name), finished(name), strict=True):
        left = total - len(sheet.excerpt.propositions)
        told = f"The other {left} are counted" if sheet.part is None else f"{left} of the map’s {total} are not in it"
        assert told in one.caption


def test_what_goes_on_elsewhere_is_found_there() -> None:
    found = drawn("essay")
    told = [
        (number, name, int(other))
        for number, one in enumerate(finished("essay"))
        for name, other in re.findall(r"([\w.-]+) \(picture (\d+)\)", one.caption)
    ]
    assert len(told) > 5
    for number, name, other in told:
        there = found[other - 1].part
        assert there
        assert name in there.own
        assert set(there.own) - found[number].excerpt.propositions
