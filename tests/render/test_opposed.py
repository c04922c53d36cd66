"""The same statement, used by two documents for opposite conclusions: on direct steps and along chains."""

from argmap.render.report.context import context_of
from argmap.render.report.opposed import Opposed, opposed
from tests.reading import analysis_of

SOURCES = """source essay "An essay"
source brief "A brief"
"""
STATEMENTS = """evidence trucks "Trucks crossed the bridge."
claim busy "The bridge is busy."
hypothesis open "The border is open."
hypothesis shut "The border is shut."
"""


def found(steps: str, *, first: str = "essay", second: str = "brief") -> list[str]:
    """Tell what is found in a map in a line each: `trucks: supports busy, then open; supports shut`."""
    return [told(one) for one in opposed(context_of(analysis_of(SOURCES + STATEMENTS + steps)), first, second)]


def told(one: Opposed) -> str:
    uses = (
        f"{use.words} {' then '.join(ref.text for ref in (*use.by_way_of, use.target))}"
        for use in (one.first, one.second)
    )
    return f"{one.evidence.text}: {'; '.join(uses)}"


def step(kind: str, target: str, premise: str, *documents: str, stance: str = "endorsed") -> str:
    cites = " ".join(f"cite: {document} par1 {stance}" for document in documents)
    return f"{target} {kind} {premise} as {{ {cites} }}\n"


def test_one_for_and_one_against_the_same() -> None:
    steps = step("because", "open", "trucks", "essay") + step("but", "open", "trucks", "brief")
    assert found(steps) == ["trucks: supports open; attacks open"]
    assert found(steps, first="brief", second="essay") == ["trucks: attacks open; supports open"]


def test_each_for_a_rival_of_the_other() -> None:
    steps = step("because", "open", "trucks", "essay") + step("because", "shut", "trucks", "brief")
    assert found(steps) == []
    assert found(steps + "open contradicts shut\n") == ["trucks: supports open; supports shut"]
    question = "question q {q} {{ hypotheses: [open, shut]  exclusive: {word} }}\n"
    assert found(steps + question.format(q='"Is it open?"', word="no")) == []
    assert found(steps + question.format(q='"Is it open?"', word="yes")) == ["trucks: supports open; supports shut"]


def test_a_chain_of_support_is_followed_and_told() -> None:
    steps = (
        step("because", "busy", "trucks", "essay")
        + step("because", "open", "busy", "essay")
        + step("because", "shut", "trucks", "brief")
        + "open excludes shut\n"
    )
    assert found(steps) == ["trucks: supports busy then open; supports shut"]


def test_a_chain_may_end_in_an_attack_but_does_not_go_on_from_one() -> None:
    against = step("but", "shut", "busy", "essay") + step("because", "shut", "trucks", "brief")
    assert found(step("because", "busy", "trucks", "essay") + against) == [
        "trucks: attacks busy then shut; supports shut"
    ]
    beyond = step("but", "busy", "trucks", "essay") + step("but", "open", "busy", "essay")
    assert found(beyond + step("because", "open", "trucks", "brief")) == []


def test_a_chain_is_of_one_document() -> None:
    steps = (
        step("because", "busy", "trucks", "essay")
        + step("because", "open", "busy", "brief")
        + step("but", "open", "trucks", "brief")
    )
    assert found(steps) == []


def test_what_lies_beneath_a_shared_statement_is_not_told_again() -> None:
    steps = (
        step("because", "busy", "trucks", "essay", "brief")
        + step("because", "open", "busy", "essay")
        + step("but", "open", "busy", "brief")
    )
    assert found(steps) == ["busy: supports open; attacks open"]


def test_a_step_that_a_document_rejects_is_not_its_own() -> None:
    steps = step("because", "open", "trucks", "essay") + step("but", "open", "trucks", "brief", stance="rejected")
    assert found(steps) == []


def test_a_circle_of_support_ends() -> None:
    steps = (
        step("because", "busy", "trucks", "essay")
        + step("because", "open", "busy", "essay")
        + step("because", "busy", "open", "essay")
        + step("but", "open", "trucks", "brief")
    )
    assert found(steps) == ["trucks: supports busy then open; attacks open"]
