"""The maps of maps/sanctions against the two documents they are of, where these are at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.checks.settings import Settings
from argmap.pipeline import analyse
from argmap.provenance.texts.figures import figures
from argmap.provenance.texts.numbers import figures_in
from argmap.provenance.texts.quotes import Library
from argmap.provenance.texts.splitting import notes, paragraphs
from tests.conftest import ROOT

TEXTS = ROOT.parent / "shared" / "sources"
MAPS = sorted((ROOT / "maps" / "sanctions").glob("*.argmap"))
RULES = Settings(("S115", "S116", "S117", "C209", "C210", "C211", "C215", "C216"))


@pytest.fixture(scope="module")
def texts() -> str:
    if not TEXTS.is_dir():  # they are not ours to hand on, so that not even CI can ask for them
        pytest.skip("the two documents are not here")
    return str(TEXTS)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_quotation_number_and_place_is_right(path: Path, texts: str) -> None:
    found = analyse(str(path), needs={"documents"}, checks=RULES, texts=texts)
    assert [each.message for each in found.diagnostics] == []
    if path.stem in {"essay", "brief", "comparison"}:
        assert found.assessment.documents is not None
        assert len(found.assessment.documents.quotes) > 50


def test_a_slip_in_any_quotation_is_seen(texts: str) -> None:
    path = str(ROOT / "maps" / "sanctions" / "brief.argmap")
    text = Path(path).read_text()
    slipped, slips = re.subn(r'(cite: [^"\n]*)"(?=\w)', r'\1"walrus ', text)

    def reader(name: str) -> bytes:
        return slipped.encode() if name == path else Path(name).read_bytes()

    found = analyse(path, reader, needs=(), checks=RULES, texts=texts).diagnostics
    assert len(found) == slips
    assert {each.code for each in found} == {"C210"}
    assert sum(bool(each.mends) for each in found) > 0.9 * slips


def test_a_hedge_that_a_map_loses_is_seen(texts: str) -> None:
    """All but those whose statement holds back itself, and those that the text puts without such a word."""
    path = str(ROOT / "maps" / "sanctions" / "essay.argmap")
    lost = 0

    def reader(name: str) -> bytes:
        nonlocal lost
        firmer, changes = re.subn(
            r'(cite: [^"\n]*)\b(?:qualified|possible|speculative)\b(?=[^"\n]*")', r"\1asserted", Path(name).read_text()
        )
        lost += changes
        return firmer.encode()

    found = analyse(path, reader, needs=(), checks=Settings(("C216",)), texts=texts).diagnostics
    assert len(found) >= 18
    assert len(found) > 0.4 * lost  # the others hedge a step, or stand beside a statement that hedges itself


@pytest.mark.parametrize("name", ["essay", "brief"])
def test_the_maps_were_verified_against_these_texts(name: str, texts: str) -> None:
    """Where this fails: `argmap coverage maps/sanctions/NAME.argmap --sources … --verify`."""
    path = str(ROOT / "maps" / "sanctions" / f"{name}.argmap")
    covered = next(each for each in analyse(path, needs={"coverage"}, texts=texts).assessment.coverage or ())
    assert (covered.source.id, covered.checked, covered.count("left")) == (name, "same", 0)


def test_nine_in_ten_slips_in_a_number_are_seen(texts: str) -> None:
    """The others name a number that stands at the place for something else: a year in a note, say."""
    found = analyse(str(ROOT / "maps" / "sanctions" / "comparison.argmap"), needs={"documents"}, texts=texts)
    assert found.assessment.documents is not None
    library = Library(found.assessment.documents.texts)
    seen = []
    for statement in found.map.statements:
        text = statement.text
        for number in figures_in(text) if statement.citations else ():
            if number.written[0].isdigit():
                slip = re.sub(r"\d+(?=\D*$)", lambda last: str(int(last[0]) + 1), number.written)
                statement.text = text[: number.start] + slip + text[number.start + len(number.written) :]
                seen.append(any(figure.statement is statement for figure in figures(found.map, library)))
        statement.text = text
    assert len(seen) > 30
    assert sum(seen) > 0.9 * len(seen)


def test_without_its_table_the_essay_is_cut_alike(texts: str) -> None:
    path = str(ROOT / "maps" / "sanctions" / "comparison.argmap")
    documents = analyse(path, needs={"documents"}, texts=texts).assessment.documents
    assert documents is not None
    essay = next(text for name, text in documents.texts.items() if name.endswith("essay"))
    plain = paragraphs(essay.source.text, notes(essay.source.text)[1])
    keywords = [each for each in plain if essay.source.text.startswith("Keywords", each.spans[0][0])]
    assert len(keywords) == 1
    assert [each.spans for each in plain if each not in keywords] == [each.spans for each in essay.paragraphs]


def test_the_essay_and_the_brief_are_cut_as_their_table_says(texts: str) -> None:
    path = str(ROOT / "maps" / "sanctions" / "comparison.argmap")
    documents = analyse(path, needs={"documents"}, texts=texts).assessment.documents
    assert documents is not None
    essay, brief = (
        next(text for name, text in documents.texts.items() if name.endswith(end)) for end in ("essay", "brief")
    )
    assert [each.name for each in essay.paragraphs] == [f"par{number}" for number in range(84)]
    assert [each.name for each in essay.notes] == [f"n{number}" for number in range(1, 79)]
    assert [each.name for each in brief.paragraphs] == ["par1", "par2", "parq", "par3", "par4"]
