"""What a map holds of its documents."""

from __future__ import annotations

from argmap.checks.settings import Settings
from argmap.pipeline import analyse
from argmap.provenance.texts.coverage import Coverage, runs
from argmap.provenance.texts.verified import verified_of
from tests.provenance.texts.shelf import analysis_of

TEXT = "One sentence.\n\nTwo.\n\nThree.\n\nFour.\n\nNotes:\n\n1. First.\n2. Second.\n"
MAP = """\
source essay "E" { file: "essay.txt"  skip: par3 "a summary"  skip: n2 }
source wire "W" { noted: essay n1 }
claim a "A." { cite: essay par1  cite: essay par1-2 n2 }
claim b "B." { cite: essay par1 }
claim c "C." { cite: essay }
a because b as { cite: essay par3 }
"""


def covered(main: str, text: str | None = TEXT) -> Coverage:
    found = analysis_of(main, essay_txt=text) if text is not None else analysis_of(main)
    assert found.assessment.coverage is not None
    return found.assessment.coverage[0]


def test_what_is_mapped_skipped_and_left() -> None:
    found = covered(MAP)
    assert [(part.name, part.state, part.statements, part.steps) for part in found.paragraphs] == [
        ("par1", "mapped", ("a", "b"), 0), ("par2", "mapped", ("a",), 0), ("par3", "mapped", (), 1), ("par4", "left", (), 0),
    ]  # fmt: skip
    assert [(part.name, part.state, part.sources, part.skipped) for part in found.notes] == [
        ("n1", "mapped", ("wire",), None), ("n2", "mapped", (), ""),
    ]  # fmt: skip
    assert found.elsewhere == ("c",)
    assert (found.paragraphs[0].begins, found.paragraphs[0].words, found.paragraphs[2].line) == ("One sentence.", 2, 5)
    assert (found.share, found.density) == (0.75, 1.0)


def test_without_its_text_only_what_the_map_names_is_known() -> None:
    found = covered(MAP, None)
    assert [part.name for part in found.paragraphs] == ["par1", "par2", "par3"]
    assert (found.document, found.share, found.density) == (None, None, 1.0)


def test_a_source_that_nobody_cites_is_no_document_to_cover() -> None:
    found = analysis_of(MAP, essay_txt=TEXT).assessment.coverage
    assert found is not None
    assert [each.source.id for each in found] == ["essay"]


def test_doubles_are_one_document() -> None:
    twice = MAP + 'source copy "C" { same-as: essay }\nclaim d "D." { cite: copy par4 }\n'
    found = covered(twice)
    assert found.names == ("essay", "copy")
    assert found.count("left") == 0


def test_locators_are_told_in_runs() -> None:
    assert runs(["par1", "par2", "par3", "par7", "parq", "n1", "n2"]) == ["par1-3", "par7", "parq", "n1-2"]
    assert runs([]) == []


# ---------------------------------------------------------------- verified


def checked(main: str, text: str | None = TEXT) -> str:
    return covered(main, text).checked


def test_a_verification_holds_until_the_text_or_what_is_taken_from_it_changes() -> None:
    found = covered(MAP)
    assert found.document is not None
    dated = MAP.replace("skip: n2", f'skip: n2  verified: 2025-03-01 "text {found.document.digest}, map {found.taken}"')
    assert verified_of(covered(dated).source) == ("2025-03-01", found.document.digest, found.taken)
    assert checked(dated) == "same"
    assert checked(dated, TEXT.replace("\n", "\r\n")) == "same"
    assert checked(dated, None) == "unseen"
    assert checked(dated, TEXT.replace("Two", "Too")) == "changed"
    assert checked(dated.replace("cite: essay par1 }", "cite: essay par2 }"), None) == "map-changed"
    assert checked(dated.replace('claim b "B."', 'claim b "Bee."'), None) == "unseen"
    assert checked(dated.replace('claim b "B."', 'claim b "20 bees."'), None) == "map-changed"
    assert checked(MAP) == ""
    assert checked(MAP.replace("skip: n2", "skip: n2  verified: 2025-03-01")) == ""


def test_a_changed_text_is_a_finding() -> None:
    main = (
        'source essay "E" { verified: 2025-03-01 "text 51e03a20af7a, map 000000" }\nclaim c "C." { cite: essay par1 }\n'
    )
    found = analyse("main.argmap", {"main.argmap": main.encode()}.__getitem__, checks=Settings(("S117",))).diagnostics
    assert [each.message for each in found] == [
        "what the map takes from `essay` has changed since the map was verified against it on 2025-03-01"
    ]
