"""Finding the texts of documents, and everything that may be wrong with them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from argmap.checks.settings import Settings
from argmap.formats.draft import skeleton
from argmap.pipeline import analyse
from argmap.provenance.texts import files
from argmap.provenance.texts.splitting import notes, paragraphs
from argmap.source import Source
from tests.conftest import ROOT
from tests.provenance.texts.shelf import analysis_of

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.provenance.texts.document import Documents

MAP = 'source log "L" { file: "log.txt"  paragraphs: "log.tsv" }\nclaim c "It ran late." { cite: log par1 }\n'
BARE = MAP.replace('  paragraphs: "log.tsv"', "")
HEAD = "document\tparagraph\tsection\tfirst_words\tfile_lines\tnotes\n"
TEXT = "The ferry left late.\n\nIt came back\n\nat noon.\n"


def documents(main: str = MAP, **others: str | bytes) -> Documents:
    found = analysis_of(main, **others).assessment.documents
    assert found is not None
    return found


def faults(main: str = MAP, **others: str | bytes) -> list[str]:
    found = documents(main, **others)
    return [
        f"{each.where.source.path}:{each.where.source.position(each.where.start).line}: {each.message}"
        for each in found.faults
    ]


def test_a_table_says_where_paragraphs_begin_and_end() -> None:
    table = HEAD + "log\tpar1\tIn port\tThe ferry\t1\t1,2-3\nlog\tparq\tAt sea\tIt came\t3+5\t-\n"
    document = documents(log_txt=TEXT, log_tsv=table).texts["log"]
    assert [(each.name, each.section, each.notes) for each in document.paragraphs] == [
        ("par1", "In port", (1, 2, 3)), ("parq", "At sea", ()),
    ]  # fmt: skip
    assert [TEXT[start:end] for start, end in document.paragraphs[1].spans] == ["It came back", "at noon."]


def test_a_table_of_commas_and_one_of_many_documents() -> None:
    commas = MAP.replace(".tsv", ".csv")
    table = 'paragraph,first_words,file_lines\npar1,"The ferry, left",1-3\n'
    assert documents(commas, log_txt=TEXT, log_csv=table).faults == ()
    table = HEAD + "diary\tpar1\t\t\t1\t-\nlog\tpar1\t\t\t3\t-\n"
    (paragraph,) = documents(log_txt=TEXT, log_tsv=table).texts["log"].paragraphs
    assert TEXT[slice(*paragraph.spans[0])] == "It came back"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("", "log.tsv:1: this table has no paragraphs"),
        ("diary\tpar1\t\t\t1\t-\nbook\tpar1\t\t\t1\t-\n", "log.tsv:1: this table has no rows of the document log; it has rows of book, diary"),
        ("log\tp1\t\t\t1\t-\n", "log.tsv:2: `p1` is no name of a paragraph"),
        ("log\tpar1\t\t\tone\t-\n", "log.tsv:2: `one` names no lines of the file"),
        ("log\tpar1\t\t\t9\t-\n", "log.tsv:2: log.txt has no lines 9: it ends with line 6"),
        ("log\tpar1\t\t\t3-1\t-\n", "log.tsv:2: log.txt has no lines 3-1: it ends with line 6"),
        ("log\tpar1\t\t\t99999999999\t-\n", "log.tsv:2: `99999999999` names no lines of the file"),
        ("log\tpar1\t\t\t2\t-\n", "log.tsv:2: line 2 of log.txt is empty"),
        ("log\tpar1\t\t\t1\tone\n", "log.tsv:2: `one` are no numbers of notes"),
        ("log\tpar1\t\tA ferry\t1\t-\n", "log.tsv:2: par1 does not begin so on line 1 of log.txt: there stands “The ferry left late. …”"),
        ("log\tpar1\n", "log.tsv:2: `` names no lines of the file"),
        ("\nlog\tpar1\t\t\t1\t-\nlog\tpar1\t\t\t3\t-\n", "log.tsv:4: par1 stands twice in this table"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_table_is_told_with_its_line(rows: str, told: str) -> None:
    assert faults(log_txt=TEXT, log_tsv=HEAD + rows) == [told]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("", "main.argmap:1: log.tsv is empty"),
        ("paragraph\tlines\n", "log.tsv:1: this table has no column `file_lines` (`lines` is like it)"),
        ("a\tb\n", "log.tsv:1: this table has no column `paragraph`"),
        (b"\0\0", "main.argmap:1: log.tsv is not a text file: it holds a NUL byte"),
        (HEAD + "x" * 200_000 + "\n", "log.tsv:2: this is no line of a table: field larger than field limit (131072)"),
    ],
)
def test_what_is_no_such_table_is_told(table: str | bytes, told: str) -> None:
    assert faults(log_txt=TEXT, log_tsv=table) == [told]


def test_where_the_table_is_wrong_nothing_is_looked_up() -> None:
    found = documents(MAP.replace("par1", "par9"), log_txt=TEXT, log_tsv=HEAD + "log\tp1\t\t\t1\t-\n")
    assert (found.texts, found.quotes, len(found.faults)) == ({}, (), 1)


def test_of_many_faults_in_one_table_the_first_few_are_told() -> None:
    assert len(faults(log_txt=TEXT, log_tsv=HEAD + "log\tp1\t\t\t1\t-\n" * 50)) == 5


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7 \xff", "log.txt is a PDF, not plain text"),
        (b"PK\3\4", "log.txt is a word processor's file, or an archive, not plain text"),
        (b"a\0b", "log.txt is not a text file: it holds a NUL byte"),
        ("é".encode("latin-1"), "log.txt is not UTF-8: byte 1 is 0xe9"),
        ("no".encode("utf-16"), "log.txt is UTF-16, not UTF-8"),
        (b" \n", "log.txt is empty"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, told: str) -> None:
    assert faults(BARE, log_txt=data) == [f"main.argmap:1: {told}"]


def test_a_file_that_is_not_there_is_told_with_a_near_one(tmp_path: Path) -> None:
    (tmp_path / "log.text").write_text(TEXT)
    main = tmp_path / "main.argmap"
    main.write_text(BARE)
    found = analyse(str(main), needs={"documents"}).assessment.documents
    assert found is not None
    (fault,) = found.faults
    assert fault.kind == "missing"
    assert fault.mends[0].text == 'source log "L" { file: "log.text" }'


def test_files_outside_the_folder_are_read_only_where_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text(TEXT)
    (tmp_path / "maps").mkdir()
    main = tmp_path / "maps" / "main.argmap"
    for path in ("../log.txt", str(tmp_path / "log.txt")):
        main.write_text(BARE.replace("log.txt", path))
        refused = analyse(str(main), needs={"documents"}).assessment.documents
        assert refused is not None
        assert [each.message for each in refused.faults] == [f'"{path}" lies outside the folder of the map']
        allowed = analyse(str(main), needs={"documents"}, allow_outside=True).assessment.documents
        assert allowed is not None
        assert list(allowed.texts) == ["log"]


def test_a_link_out_of_the_folder_is_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT)
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "log.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "maps" / "main.argmap").write_text(BARE)
    found = analyse(str(tmp_path / "maps" / "main.argmap"), needs={"documents"}).assessment.documents
    assert found is not None
    assert not found.texts


def test_a_folder_and_a_huge_file_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main = tmp_path / "main.argmap"
    main.write_text(BARE)
    (tmp_path / "log.txt").mkdir()
    found = analyse(str(main), needs={"documents"}).assessment.documents
    assert found is not None
    assert found.faults[0].message.endswith("log.txt cannot be read: is a directory")
    (tmp_path / "log.txt").rmdir()
    (tmp_path / "log.txt").write_text("a" * 2000)
    monkeypatch.setattr(files, "MOST_BYTES", 1000)
    found = analyse(str(main), needs={"documents"}).assessment.documents
    assert found is not None
    assert "is larger than" in found.faults[0].message


def test_a_folder_of_texts_gives_a_document_by_its_file_or_its_id() -> None:
    by_id = 'source log "L" {}\nclaim c "It ran late." { cite: log par1 }\n'
    table = HEAD + "log\tpar7\t\t\t3\t-\n"
    found = documents(by_id, folder="texts", texts__log_txt=TEXT, texts__paragraphs_tsv=table)
    assert [each.name for each in found.texts["log"].paragraphs] == ["par7"]
    assert [each.verdict for each in found.quotes] == ["no-place"]
    other = HEAD + "diary\tpar7\t\t\t3\t-\nbook\tpar1\t\t\t1\t-\n"
    found = documents(by_id, folder="texts", texts__log_txt=TEXT, texts__paragraphs_tsv=other)
    assert [each.section for each in found.texts["log"].paragraphs] == ["", "It came back"]
    found = documents(BARE.replace("log.txt", "old/log.txt"), folder="texts", texts__log_txt=TEXT)
    assert list(found.texts) == ["log"]


def test_a_folder_of_texts_goes_before_the_file_beside_the_map() -> None:
    found = documents(BARE, folder="texts", texts__log_txt="Another text.\n", log_txt=TEXT)
    assert found.texts["log"].source.text == "Another text.\n"
    assert documents(BARE, folder="texts", log_txt=TEXT).texts["log"].source.text == TEXT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_and_standard_input_are_no_documents(tmp_path: Path) -> None:
    main = tmp_path / "main.argmap"
    os.mkfifo(tmp_path / "log.txt")
    for text, told in ((BARE, "log.txt is no regular file"), (BARE.replace("log.txt", "-"), "there is no file ")):
        main.write_text(text)
        found = analyse(str(main), needs={"documents"}).assessment.documents
        assert found is not None
        assert told in found.faults[0].message


HOSTILE = [
    "#" + " " * 200_000 + "x", "." * 200_000, "one " * 50_000, "four" + " " * 200_000, "1,000 " * 40_000,
    "2022-" * 40_000, "a" * 500_000, "- " * 100_000, "```\n" * 50_000, "[^1]: " * 40_000, "¹ x\n\n" * 30_000,
    "<!--" * 50_000, "9" * 100_000, "\n" * 300_000 + "x", "“" * 200_000, "(" * 100_000 + "](" * 50_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
@pytest.mark.parametrize("name", ["log.txt", "log.md"])
def test_nothing_in_a_text_takes_long(text: str, name: str) -> None:
    main = f'source log "L" {{ file: "{name}" }}\nclaim c "In May 2024 four of 1,000." {{ cite: log par1 "walrus … {"w" * 900}" }}\n'
    begin = time.process_time()
    analysis_of(main, **{name.replace(".", "_"): text})
    skeleton(Source(name, text), file=name, table="x.tsv", markdown=name.endswith(".md"))
    assert time.process_time() - begin < 10


def test_doubles_share_a_text() -> None:
    twice = BARE + 'source copy "C" { same-as: log }\nclaim d "No." { cite: copy par9 }\n'
    found = documents(twice, log_txt=TEXT)
    assert found.texts["copy"] is found.texts["log"]
    assert [each.absent for each in found.quotes] == [("par9",)]


def test_where_no_source_has_a_file_nothing_is_read() -> None:
    assert analysis_of('source log "L" {}\nclaim c "No." { cite: log par1 }\n').assessment.documents is None


def test_a_check_without_texts_does_not_load_what_reads_them(tmp_path: Path) -> None:
    (tmp_path / "main.argmap").write_text('source log "L" {}\nclaim c "No." { cite: log par1 }\n')
    script = (
        "import sys; from argmap.cli import run; run(['check', '-q', 'main.argmap']);"
        "assert not [name for name in sys.modules if name.startswith('argmap.provenance.texts')]"
    )
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, check=True)


def test_a_missing_text_is_no_error_and_a_verified_one_is_no_finding(tmp_path: Path) -> None:
    main = tmp_path / "main.argmap"
    for text, codes in (
        (BARE, ["S115"]),
        (BARE.replace('file: "log.txt"', 'file: "log.txt"  verified: 2025-03-01'), []),
    ):
        main.write_text(text)
        assert [each.code for each in analyse(str(main), checks=Settings(("S115", "S116", "C2"))).diagnostics] == codes


# ---------------------------------------------------------------- without a table


def test_blank_lines_divide_paragraphs_and_headings_are_none() -> None:
    text = "A heading\n\nOne is\nbroken here.\n\n* * *\n\nAnother heading\n\nTwo.\n\fThree.\n"
    assert [(each.name, each.section) for each in paragraphs(text)] == [
        ("par1", "A heading"), ("par2", "Another heading"), ("par3", "Another heading"),
    ]  # fmt: skip


def test_long_lines_without_blank_ones_are_paragraphs() -> None:
    text = f"{'Word ' * 40}end.\n{'Other ' * 40}end.\n"
    assert len(paragraphs(text)) == 2


def test_markdown_tells_its_headings() -> None:
    text = "# Title\nFirst right below.\n\nShort and no heading\n\nPart\n----\n\n[^1]: A note.\n\nLast.\n"
    assert [(each.name, each.section, text[slice(*each.spans[0])]) for each in paragraphs(text, markdown=True)] == [
        ("par1", "Title", "First right below."),
        ("par2", "Title", "Short and no heading"),
        ("par3", "Part", "Last."),
    ]
    assert [(each.name, text[slice(*each.spans[0])]) for each in notes(text)[0]] == [("n1", "[^1]: A note.")]


def test_a_note_at_the_foot_of_a_page_is_no_paragraph() -> None:
    text = "One is a sentence.¹\n\n¹ A note.\n\n² Another.\n\nTwo.\n"
    assert [each.name for each in notes(text)[0]] == ["n1", "n2"]
    assert [text[slice(*each.spans[0])] for each in paragraphs(text)] == ["One is a sentence.¹", "Two."]


def test_a_paragraph_goes_on_behind_a_page_break() -> None:
    half = "So many words stand here that nobody would take them for a heading, and then the page"
    text = f"{half}\n\n¹ A note.\n\x0c\nends with a word. Two.\n\nBeginning anew.\n\n{half} ends.\n\nnot with one.\n"
    assert [len(each.spans) for each in paragraphs(text)] == [2, 1, 1, 1]
    assert [len(each.spans) for each in paragraphs(text, markdown=True)] == [1, 1, 1, 1, 1]


@pytest.mark.parametrize("marks", [("¹", "²", "³"), ("1.", "2.", "3."), ("[1]", "[2]", "[3]"), ("- ¹", "- ²", "- ³")])
def test_notes_are_listed_under_their_heading(marks: tuple[str, str, str]) -> None:
    text = "One.\n\nNotes:\n\n" + "\n".join(f"{mark} Note, p.\n54), goes on." for mark in marks) + "\n"
    listed, begin = notes(text)
    assert [each.name for each in listed] == ["n1", "n2", "n3"]
    assert text[slice(*listed[1].spans[0])] == f"{marks[1]} Note, p.\n54), goes on.".removeprefix("")
    assert [each.name for each in paragraphs(text, begin)] == ["par1"]
