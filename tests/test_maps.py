"""The maps of maps/: what they are to show is there, and the well-argued one leaves an editor almost nothing to say."""

import pytest

from argmap.analysis import Analysis
from argmap.checks.settings import Settings
from argmap.matrix.result import MatrixAnalysis
from argmap.model import Citation
from argmap.pipeline import analyse
from tests.conftest import ROOT, required

MAPS = ROOT / "maps"
TEXTS = ROOT.parent / "shared" / "sources"  # the two documents, where they are at hand
SAME_EITHER_WAY = ("paper.reluctant", "paper.denial", "paper.evasion-help", "paper.trade-98", "paper.dual-use-trade")
LONGEST = 8  # words of another's text that may stand in a map


def read(path: str) -> Analysis:
    found = analyse(str(MAPS / path), needs={"strength", "matrix"}, checks=Settings())
    assert [one.message for one in found.diagnostics if one.severity == "error"] == []
    return found


def cited(path: str, source: str) -> list[Citation]:
    found = read(path).map
    said = [*(one.citations for one in found.statements), *(one.citations for one in found.steps)]
    return [citation for citations in said for citation in citations if citation.source == source]


@pytest.fixture(scope="module")
def matrices() -> dict[str, MatrixAnalysis]:
    return {one.question: one for one in read("sanctions/comparison.argmap").assessment.matrices or ()}


def test_the_essay_is_mapped_whole() -> None:
    citations = cited("sanctions/essay.argmap", "essay")
    paragraphs = {int(one) for citation in citations for one in citation.paragraphs}
    assert paragraphs == set(range(84))  # the abstract is par0
    assert {note for citation in citations for note in citation.notes} == set(range(1, 79))


def test_the_paper_is_mapped_whole() -> None:
    citations = cited("sanctions/brief.argmap", "brief")
    assert {one for citation in citations for one in citation.paragraphs} == {"1", "2", "3", "4", "q"}


@pytest.mark.parametrize("name", ["essay", "brief"])
def test_quotations_are_short(name: str) -> None:
    anchors = [citation.anchor for citation in cited(f"sanctions/{name}.argmap", name) if citation.anchor]
    assert anchors
    assert [anchor for anchor in anchors if len(anchor.split()) > LONGEST] == []


def test_quotations_and_figures_stand_where_they_are_cited() -> None:
    required(TEXTS.is_dir(), "the two documents are not at hand")
    found = analyse(
        str(MAPS / "sanctions/comparison.argmap"), needs={"documents"}, texts=str(TEXTS), allow_outside=True
    ).assessment.documents
    assert found is not None
    assert {quote.verdict for quote in found.quotes} == {"found"}
    assert [figure.statement.id for figure in found.figures if figure.missing] == []


def test_silence_and_evasion_tell_nothing_apart(matrices: dict[str, MatrixAnalysis]) -> None:
    for question, rows in (
        ("role-of-china", SAME_EITHER_WAY),
        ("mood", ("paper.reluctant", "paper.evasion-help")),
    ):
        assert all(matrices[question].row(row).diagnosticity.flat for row in rows)


def test_the_two_documents_decide_neither_question(matrices: dict[str, MatrixAnalysis]) -> None:
    assert {one.verdict.leader for one in matrices.values()} == {None}
    against = matrices["role-of-china"].together.scores["inconsistency"].values
    assert (against["chang.mastermind"], against["hedger"]) == (2, 1)
    assert against["chang.enabler"] == against["beneficiary"] == against["paper.separate"] == 0


def test_granting_deception_takes_evidence_away_and_adds_none(matrices: dict[str, MatrixAnalysis]) -> None:
    whole = matrices["role-of-china"]
    (granted,) = [one for one in whole.scenarios if "note 73" in one.title]
    assert {change.after for change in granted.rerated} == {"N"}
    before, after = whole.together.scores["inconsistency"].values, granted.reading.scores["inconsistency"].values
    assert (before["chang.mastermind"], after["chang.mastermind"]) == (2, 0)
    assert granted.reading.verdict.leader is None
    for name, value in after.items():
        assert value <= before[name]


def test_an_editor_finds_almost_nothing_in_the_mill_pond() -> None:
    found = read("mill-pond.argmap")
    assert len(found.diagnostics) <= 2, [one.message for one in found.diagnostics]
    (matrix,) = found.assessment.matrices or ()
    assert matrix.verdict.leader == "oxygen"
    assert matrix.together.linchpins == ()
