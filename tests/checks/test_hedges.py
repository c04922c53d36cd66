"""C216: what the text of a document holds back, and its map does not."""

import pytest

from argmap.checks.settings import Settings
from argmap.diagnostics import Diagnostic
from argmap.pipeline import analyse

MAP = """
source log "The log" {{ kind: diary  file: "log.txt" }}
voice mate "The mate"
claim late "{claim}" {{ cite: {cite} "{quote}" }}
"""


def found(text: str, quote: str, cite: str = "log par1", claim: str = "The ferry was late.") -> list[Diagnostic]:
    """Return what is said of a claim with a quotation of a text."""
    files = {"map.argmap": MAP.format(claim=claim, cite=cite, quote=quote).encode(), "log.txt": f"{text}\n".encode()}
    checks = Settings(("L", "C210", "C216"))
    return list(analyse("map.argmap", files.__getitem__, needs=(), checks=checks).diagnostics)


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("The ferry may have left late.", "may have left late", "may"),
        ("The road is probably able to take it.", "is … able to take it", "probably"),
        ("The ferry probably left, as on most days, late.", "ferry … left", "probably"),
        ("In some winters the ferry was late.", "In … winters the ferry was late", "some"),
        ("Some ferries were late.", "ferries were late", "Some"),
        ("Perhaps the ferry was late.", "the ferry was late", "Perhaps"),
        ("The tide was high. It seems that the ferry was late.", "the ferry was late", "seems"),
        ("The ferry was reportedly late again.", "late again", "reportedly"),
        ("The ferry’s delay could be longer than an hour.", "The ferry’s delay", "could"),
        ("The facts suggest that the ferry was late, because of fog.", "the ferry was late", "suggest"),
        ("The ferry\nwas in all\nlikelihood late.", "late", "in all likelihood"),
    ],
)
def test_a_hedge_that_bears_on_the_quoted_words_is_told_of(text: str, quote: str, word: str) -> None:
    (finding,) = found(text, quote)
    assert finding.code == "C216"
    assert finding.message.endswith(f"“{word}”")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The ferry was late.", "was late"),
        ("The fog may lift. The ferry was late.", "was late"),  # another sentence
        ("What May Be\n\nThe fog may lift\n\nThe ferry was late.", "ferry was late"),  # another block
        ("The fog may lift; the ferry was late.", "the ferry was late"),  # another part of it
        ("Although the fog may lift, the ferry was late.", "the ferry was late"),
        ("The ferry was late, perhaps because of fog.", "The ferry was late"),
        ("The ferry was late because the tide may have been low.", "The ferry was late"),
        ("The late ferry suggests that the tide was low.", "The late ferry"),  # what suggests a thing is sure itself
        ("The ferry was late in May 2019.", "late in May"),  # the month
        ("Perhaps the most unpleasant thing: the ferry was late.", "the ferry was late"),
        ("Perhaps the most tiresome of all ferries was late.", "ferries was late"),
        ("Nobody could have been on time; the ferry was late.", "could have been on time"),
        ("Some people waited, and the ferry was late.", "the ferry was late"),
    ],
)
def test_words_that_bear_on_something_else_are_passed_over(text: str, quote: str) -> None:
    assert found(text, quote) == []


@pytest.mark.parametrize("hedge", ["qualified", "possible", "speculative"])
def test_a_citation_with_a_hedge_has_said_so(hedge: str) -> None:
    assert found("The ferry may be late.", "may be late", f"log par1 {hedge}") == []


@pytest.mark.parametrize("stance", ["conceded", "rejected", "entertained"])
def test_what_is_not_held_may_be_put_as_it_comes(stance: str) -> None:
    assert found("The ferry may be late.", "may be late", f"log par1 {stance}") == []


@pytest.mark.parametrize("cite", ["mate in log par1", "mate in log par1 endorsed", "log par1 reported"])
def test_what_is_passed_on_is_read_as_well(cite: str) -> None:
    assert len(found("The ferry may be late.", "may be late", cite)) == 1


@pytest.mark.parametrize("claim", ["The ferry is probably late.", "Some ferries are late."])
def test_a_statement_that_holds_back_itself_has_said_so(claim: str) -> None:
    assert found("The ferry may be late.", "may be late", claim=claim) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The ferry is probably late.", "qualified"),
        ("The ferry is perhaps late.", "possible"),
        ("The ferry might even be late.", "speculative"),
        ("The ferry may even be late.", "speculative"),
    ],
)
def test_the_mend_has_the_hedge_of_the_word(text: str, hedge: str) -> None:
    quote = text.removeprefix("The ferry ").removesuffix(".")
    for cite in ("log par1", "log par1 asserted", "log asserted par1"):
        (finding,) = found(text, quote, cite)
        (mend,) = finding.mends
        assert mend.whole_line
        assert hedge in mend.text
        assert "asserted" not in mend.text
        assert found(text, quote, mend.text.partition("cite: ")[2].partition(' "')[0]) == []
