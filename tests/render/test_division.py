"""How a large map is divided into what can be read on a page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.analysis import Analysis
from argmap.assessment import Assessment
from argmap.model import ArgumentMap, Section
from argmap.render.picture.bearing import bearing
from argmap.render.picture.compose import composed
from argmap.render.picture.look import Look
from argmap.render.report.division import OUTSIDE, REST, Part, joined, parts_of, shown, split
from argmap.render.view import View, view_of
from tests.render import samples
from tests.render.samples import Steps, say
from tests.strategies import argument_maps


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(samples.northgate())


def viewed(found: ArgumentMap) -> View:
    return view_of(Analysis(Assessment(found, ())))


def in_sections() -> View:
    """A conclusion outside of all sections, a section with two within it, and one that only ties things together."""
    steps = Steps()
    statements = [say("C", name, f"Claim {name}.") for name in ("top", "a", "a1", "a2", "b")]
    for statement, home in zip(statements, (None, 0, 1, 2, 3), strict=True):
        statement.section = home
    for conclusion, premise in (("top", "a"), ("a", "a1"), ("a", "a2"), ("top", "b")):
        steps.because(conclusion, premise)
    steps.made[-1].start = 50
    sections = [Section(title="A"), Section(title="A one", parent=0), Section(title="A two", parent=0)]
    sections += [Section(title="B", start=1, end=9), Section(title="Ties", start=40, end=60)]
    return viewed(ArgumentMap(statements=statements, steps=steps.made, sections=sections))


# ------------------------------------------------------------------------------------ into parts


def test_a_map_is_divided_by_its_outermost_sections() -> None:
    parts = {part.title: part.own for part in parts_of(in_sections())}
    assert parts == {OUTSIDE: ("top",), "A": ("a", "a1", "a2"), "B": ("b",), "Ties": ("top", "b")}


def test_sections_of_the_same_name_are_told_apart() -> None:
    found = ArgumentMap(
        statements=[say("C", name, f"Claim {name}.") for name in ("a", "b")],
        sections=[Section(title="Introduction"), Section(title="Introduction")],
    )
    for number, statement in enumerate(found.statements):
        statement.section = number
    assert [(part.chapter, part.own) for part in parts_of(viewed(found))] == [
        ("Introduction", ("a",)),
        ("Introduction [2]", ("b",)),
    ]


def test_a_section_that_only_ties_statements_together_shows_what_it_ties() -> None:
    view = in_sections()
    (ties,) = (part for part in parts_of(view) if part.title == "Ties")
    assert [line.kind for line in composed(view, shown(view, ties), Look()).lines] == ["support"]


def test_a_map_without_sections_is_divided_by_its_answers_and_main_claims() -> None:
    parts = {part.title: part.own for part in parts_of(view_of(samples.large(10)))}
    assert list(parts) == ["The dam failed because of seepage under its foundation."]
    found = viewed(
        ArgumentMap(
            statements=[say("C", name, f"Claim {name}.") for name in ("on", "alone", "why")]
            + [say("H", "one", "An answer.")],
            steps=(steps := Steps()).made,
        )
    )
    assert {part.title: part.own for part in parts_of(found)} == {
        "An answer.": ("one",),
        REST: ("on", "alone", "why"),
    }
    steps.because("on", "why")
    found = viewed(found.analysis.map)
    assert {part.title: part.own for part in parts_of(found)} == {
        "An answer.": ("one",),
        "Claim on.": ("on", "why"),
        REST: ("alone",),
    }


@settings(max_examples=25, deadline=None)
@given(argument_maps())
def test_every_statement_is_in_some_part(found: ArgumentMap) -> None:
    view = viewed(found)
    assert {name for part in parts_of(view) for name in part.own} == {p.id for p in view.propositions}


# ----------------------------------------------------------------------------------- what is shown


def test_a_part_shows_what_it_leads_to_and_no_more(view: View) -> None:
    (part,) = (part for part in parts_of(view) if part.title == "Engineering review")
    assert shown(view, part).propositions - set(part.own) == {"H1"}
    assert "H1" in {p.id for p in view.propositions} - set(part.own)


@settings(max_examples=25, deadline=None)
@given(argument_maps(), st.integers(2, 9))
def test_steps_are_shown_whole(found: ArgumentMap, most: int) -> None:
    """A picture in which one of two premises stood alone would say that it suffices."""
    view = viewed(found)
    for part in (page for whole in parts_of(view) for page in split(view, whole, most)):
        excerpt = shown(view, part)
        for step in (view.step(name) for name in excerpt.steps):
            premises = {p.id for p in view.premises(step)}
            if not premises.isdisjoint(part.own):
                assert premises <= excerpt.propositions


def test_an_undercut_is_drawn_with_the_whole_step_that_it_breaks() -> None:
    steps = Steps()
    steps.unless(steps.because("c", "p q"), "u")
    names = ("c", "p", "q", "u")
    view = viewed(ArgumentMap(statements=[say("C", name, f"Claim {name}.") for name in names], steps=steps.made))
    found = shown(view, Part("Doubts", "Doubts", ("u",)))
    assert found.propositions == set(names)
    assert "undercut" in {line.kind for line in composed(view, found, Look()).lines}


# ------------------------------------------------------------------------------------- into pages


def test_a_section_is_split_by_those_within_it_first() -> None:
    view = in_sections()
    (section,) = (part for part in parts_of(view) if part.title == "A")
    split_up = [(part.chapter, part.title, part.own) for part in split(view, section, 2)]
    assert split_up == [("A", "A", ("a", "a1", "a2")), ("A", "A › A one", ("a1",)), ("A", "A › A two", ("a2",))]


def test_a_branch_that_is_cut_off_keeps_its_conclusion_in_both_pages() -> None:
    view = view_of(samples.large(40))
    (whole,) = parts_of(view)
    pages = split(view, whole, 13)
    assert pages[0].own[0] == "n0"
    ways = bearing(view)
    together = {(name, other) for page in pages for name in page.own for other in ways.below[name] if other in page.own}
    first = {(ways.above[name][0], name) for name in whole.own[1:]}
    assert first <= together  # every statement stands with one on which it bears
    assert set(whole.own) == {name for page in pages for name in page.own}


def test_parts_can_be_put_together_again() -> None:
    one, other = Part("A", "A", ("a", "b")), Part("A", "A", ("b", "c"))
    assert joined([one, other]) == Part("A", "A", ("a", "b", "c"))


@settings(max_examples=25, deadline=None)
@given(argument_maps(), st.integers(2, 9))
def test_splitting_loses_nothing_and_keeps_to_the_size(found: ArgumentMap, most: int) -> None:
    view = viewed(found)
    everything = Part("All", "All", tuple(p.id for p in view.propositions))
    pages = split(view, everything, most)
    assert {name for page in pages for name in page.own} == set(everything.own)
    assert all(len(page.own) <= most for page in pages)
    assert pages == split(view, everything, most)
