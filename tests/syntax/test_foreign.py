"""Whole files that are something else than a map: each is one message, which says what it is and what to do."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.argmap_json import dump
from argmap.pipeline import analyse
from argmap.source import UnreadableTextError, decode
from argmap.syntax.outlines import is_outline, sketch
from tests.conftest import ROOT
from tests.reading import analysis_of, codes_of

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic

YAML = """title: Homework
claim: School should start later
reasons:
  - Teens sleep late
  - Grades rise
objections:
  - Buses cost more
"""
ARGDOWN = """===
author: Ann
===

[Late]: School should start later.
  + Teens sleep late.
    - <Jobs>: Some teens work.
  - Buses cost more.

(1) Teens sleep late.
----
(2) [Late]
"""
LABELS = """Claim: School should start later
Reason 1: "Teens sleep late"
Counterargument: Buses cost more
"""
SYLLOGISM = """1. All men are mortal.
2. Socrates is a man.
3. Therefore, Socrates is mortal.
"""
BARE = """School should start later
because Teens sleep late
but Buses cost more
"""
TOULMIN = """Claim "You should wear a seat belt."
Grounds "Seat belts save lives."
Warrant "What saves lives should be worn."
Rebuttal "You are in a parked car."
"""
PROSE = """# School start times

School should start later. Teenagers sleep late by nature,
and their grades rise when they get enough sleep. But the
buses would cost more, and many parents are against it.
"""
FILES = [
    ('{\n  "claim": "School should start later",\n  "because": ["Teens sleep late"]\n}\n', "JSON"),
    ('[{"claim": "A."}]', "JSON"),
    ("<!DOCTYPE html>\n<html><body><p>A.</p></body></html>\n", "a web page (HTML)"),
    ('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n', "a picture (SVG)"),
    ('<?xml version="1.0"?>\n<graphml></graphml>\n', "XML"),
    ('digraph G {\n    a [label="School"];\n    b -> a;\n}\n', "a graph in Graphviz's language (DOT)"),
    ("%% drawn\ngraph TD\n    A[School] --> B[Teens]\n", "a Mermaid diagram"),
    ("---\ntitle: x\n---\nflowchart BT\n    A --> B\n", "a Mermaid diagram"),
    ("@startuml\na -> b\n@enduml\n", "a PlantUML diagram"),
    ("@book{smith, title = {Sleep}}\n", "a list of references (BibTeX)"),
    ('# My map\n\n```argmap\nclaim "A." { because "B." }\n```\n', "Markdown around a map"),
    ("evidence,H1,H2\nE1: Door forced,C,I\nE2: Badge used,CC,N\n", "a table of a spreadsheet (CSV)"),
    ("Evidence;Insider;Outsider\nDoor forced;I;C\n", "a table of a spreadsheet (CSV)"),
    (ARGDOWN, "Argdown"),
    (YAML, "YAML, or an outline with labels"),
    (LABELS, "YAML, or an outline with labels"),
    (SYLLOGISM, "an outline"),
    ("- topic: School\n  notes:\n    - text: A\n      marks: 3\n", "YAML, or an outline with labels"),
    (BARE, "an argument without quotes and braces"),
    (TOULMIN, "an argument without quotes and braces"),
    (PROSE, "running text"),
]


def told(text: str) -> Diagnostic:
    (found,) = analysis_of(text).diagnostics
    return found


@pytest.mark.parametrize(("text", "name"), FILES, ids=[f"{name}-{number}" for number, (_, name) in enumerate(FILES)])
def test_a_file_of_another_format_is_one_message(text: str, name: str) -> None:
    found = told(text)
    assert found.code == "L137"
    assert found.message == f"this file looks like {name}, and not like a map"
    assert found.mends


AS_MAPS = {
    YAML: """claim "School should start later" {
    because "Teens sleep late"
    because "Grades rise"
    but "Buses cost more"
}""",
    LABELS: """claim "School should start later" {
    because "Teens sleep late"
    but "Buses cost more"
}""",
    ARGDOWN: """claim late "School should start later." {
    because "Teens sleep late." {
        but claim jobs "Some teens work."
    }
    but "Buses cost more."
}
claim "Teens sleep late."
""",
    SYLLOGISM: """claim "Socrates is mortal." {
    because "All men are mortal."
    because "Socrates is a man."
}""",
    TOULMIN: """claim "You should wear a seat belt." {
    because "Seat belts save lives."
        since "What saves lives should be worn."
        unless "You are in a parked car."
}""",
    BARE: """claim "School should start later" {
    because "Teens sleep late"
    but "Buses cost more"
}""",
}


@pytest.mark.parametrize(("text", "as_map"), AS_MAPS.items())
def test_an_outline_is_shown_as_the_map_it_would_be(text: str, as_map: str) -> None:
    assert told(text).mends[0].text == as_map.rstrip()
    assert codes_of(as_map) == []


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    "]),
        st.sampled_from(["- ", "+ ", "* ", "1. ", "[A]: ", "<B>: ", "[A]", "Claim: ", "reasons:", "But: ", "Therefore, ", "note: ", ""]),
        st.sampled_from(["Teens sleep late", 'He said "no"', "evidence", "a\\", ""]),
    ).map("".join),
    min_size=2,
    max_size=10,
)  # fmt: skip


@settings(max_examples=300)
@given(LINES)
def test_whatever_outline_is_shown_as_a_map_is_one(lines: list[str]) -> None:
    if is_outline(lines) and (as_map := sketch(lines)) and "…" not in as_map:
        assert [found for found in codes_of(as_map) if found[0] != "L160"] == [], as_map


def test_a_long_outline_is_shown_by_its_beginning() -> None:
    as_map = told("".join(f"- Reason {number} of many\n" for number in range(300))).mends[0].text
    assert len(as_map.splitlines()) == 12
    assert as_map.endswith("…")


def test_a_map_as_json_is_told_where_the_map_is() -> None:
    found = told(dump(analyse(str(ROOT / "maps/first-steps/1-harry.argmap"))))
    assert (found.code, found.message.partition(",")[0]) == ("L137", "this is a map as JSON")
    assert found.mends[0].text.endswith("1-harry.argmap")


def test_commands_that_read_such_a_file_are_named() -> None:
    assert told("evidence,H1,H2\nE1,C,I\n").mends[0].text == "argmap matrix --csv main.argmap --format argmap"
    assert told(PROSE).mends[0].text == "argmap new --from main.argmap map.argmap"


@pytest.mark.parametrize(
    "text",
    [
        'claim "A." {\n    - "B."\n    - "C."\n    + "D."\n',
        'title: Homework\nclaim "A."\n- "B."\n',
        'graph "A."\nclaim "B."\n',
        '{ because "B." }\n',
        "claim “A.”\n",
        "a because b\nc because\n",
    ],
)
def test_a_map_with_slips_is_still_a_map(text: str) -> None:
    assert "L137" not in {code for code, _, _ in codes_of(text)}


def test_an_import_that_is_no_map_is_told_once() -> None:
    found = analysis_of('import "other.argmap" as o\nclaim "A." { because o.b }\n', other='{"a": 1}').diagnostics
    assert [(one.code, one.where.source.path) for one in found] == [("L137", "other.argmap")]


def packed(name: str, content: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (packed("word/document.xml"), "a Word document"),
        (packed("xl/workbook.xml"), "an Excel workbook"),
        (packed("mimetype", "application/vnd.oasis.opendocument.text"), "an OpenDocument text"),
        (packed("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet"),
        (packed("notes.txt"), "a word processor's file, or an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
        (b"{\\rtf1\\ansi claim}", "rich text with fonts and sizes (RTF)"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"\x1f\x8b\x08", "a packed file (gzip)"),
    ],
)
def test_a_file_that_is_no_text_is_called_by_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableTextError) as told:
        decode(data)
    assert told.value.reason == f"this is {what}, not plain text"
    assert told.value.hint
