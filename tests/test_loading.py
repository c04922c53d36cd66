"""Files and their imports, and whatever may be found in a file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from argmap.loading import load
from argmap.pipeline import analyse
from argmap.source import Source, UnreadableTextError, decode
from tests.reading import codes_of, map_of

if TYPE_CHECKING:
    from pathlib import Path


def check(path: Path, **options: bool) -> list[str]:
    return [found.code for found in analyse(str(path), needs=(), **options).diagnostics]  # type: ignore[arg-type]


def test_any_line_end_and_a_byte_order_mark_are_read() -> None:
    text = decode(b'\xef\xbb\xbfclaim "a" {\r\n\tbecause "b"\r}\n')
    assert text == 'claim "a" {\n\tbecause "b"\n}\n'
    assert codes_of(text) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"a\0b", "NUL"), ("é".encode("latin-1"), "not UTF-8: byte 1 is 0xe9"), ("a".encode("utf-16"), "UTF-16")],
)
def test_what_is_no_utf8_is_said_to_be_none(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTextError, match=reason):
        decode(data)


def test_columns_count_characters() -> None:
    source = Source("x", 'claim "🦉é" { becaus "x" }\n\tclaim')
    assert (source.position(13).line, source.position(13).column) == (1, 14)
    assert source.position(len(source.text)).column == 7
    assert source.indent(source.text.rindex("claim")) == 4


def test_no_break_spaces_are_space() -> None:
    assert codes_of('claim\u00a0a\u00a0"A."\u00a0{\u2003because "b" }\n') == []


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", " \t\n# one\n"])
def test_a_file_that_says_nothing_gets_a_warning(text: str) -> None:
    assert [code for code, *_ in codes_of(text)] == ["L160"]


@pytest.mark.parametrize(
    "text", ["{", "}", '"', "claim", "because", "|", "“", "claim {", "a because", "section", "matrix q {"]
)
def test_a_file_of_one_piece_gets_a_message(text: str) -> None:
    assert codes_of(text)


@pytest.mark.parametrize("depth", [300, 5000])
def test_blocks_may_nest_as_deep_as_one_likes(depth: int) -> None:
    text = "".join(f'{"claim" if i == 0 else "because"} "level {i}" {{\n' for i in range(depth)) + "}\n" * depth
    the_map = map_of(text)
    assert (len(the_map.statements), len(the_map.steps)) == (depth, depth - 1)


def test_blocks_left_open_however_deep_are_one_message() -> None:
    text = "".join(f'{"claim" if i == 0 else "because"} "level {i}" {{\n' for i in range(2000))
    assert [code for code, *_ in codes_of(text)] == ["L104"]


def test_a_text_may_be_as_long_as_one_likes() -> None:
    (statement,) = map_of('claim "' + "word " * 100_000 + '"\n').statements
    assert len(statement.text) == 500_000


@pytest.mark.parametrize(
    "text",
    [
        'question q "Q" { hypotheses: [a,\n', 'claim "x" { because "y" &\n', 'claim "x" { cite: \n', 'claim "x" { because "y" as\n',
        'scenario "x" { set\n', "import", 'section "x" {\nclaim "y" {\n', 'claim "x" { by: a >\n', "matrix q { | a", 'claim "x" """',
    ],
)  # fmt: skip
def test_a_file_that_ends_too_soon_ends_the_reading_too(text: str) -> None:
    began = time.monotonic()
    assert codes_of(text)
    assert time.monotonic() - began < 5


def test_many_errors_are_found_in_bounded_time() -> None:
    began = time.monotonic()
    found = codes_of(
        "".join(f'claim c{i} "C." {{\n    because "a" "b"\n    because nothing{i}\n}}\n' for i in range(1000))
    )
    assert len(found) == 2000
    assert time.monotonic() - began < 60


def test_files_that_import_each_other_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.argmap").write_text('import "b.argmap" as b\nclaim x "X."\n')
    (tmp_path / "b.argmap").write_text('import "a.argmap" as a\nclaim y "Y."\n')
    assert check(tmp_path / "a.argmap") == ["L211"]


def test_a_file_that_imports_itself_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.argmap").write_text('import "./a.argmap"\nclaim x "X."\n')
    assert check(tmp_path / "a.argmap") == ["L211"]


def test_a_missing_file_is_said_once_and_its_names_are_not_blamed(tmp_path: Path) -> None:
    (tmp_path / "a.argmap").write_text('import "trad.argmap" as trade\nclaim x "X." { because trade.t1 & trade.t2 }\n')
    (tmp_path / "trade.argmap").write_text('claim t1 "T."\n')
    analysis = analyse(str(tmp_path / "a.argmap"), needs=())
    (found,) = analysis.diagnostics
    assert found.code == "L210"
    assert found.mends[0].text == 'import "trade.argmap" as trade'


def test_two_files_under_one_name_are_said() -> None:
    text = 'import "one.argmap" as t\nimport "two.argmap" as t\nclaim "A." { because t.x }\n'
    assert [code for code, *_ in codes_of(text, one='claim x "1."\n', two='claim x "2."\n')] == ["L214"]


def test_one_file_imported_twice_is_said() -> None:
    text = 'import "one.argmap" as a\nimport "one.argmap" as b\nclaim "A." { because a.x }\n'
    assert [code for code, *_ in codes_of(text, one='claim x "1."\n')] == ["L213"]


@pytest.mark.parametrize("outside", ["../base.argmap", "inner/../../base.argmap"])
def test_files_outside_need_to_be_allowed(tmp_path: Path, outside: str) -> None:
    folder = tmp_path / "maps"
    (folder / "inner").mkdir(parents=True)
    (tmp_path / "base.argmap").write_text('claim b "B."\n')
    (folder / "a.argmap").write_text(f'import "{outside}"\nclaim "A." {{ because b }}\n')
    assert check(folder / "a.argmap") == ["L212"]
    assert check(folder / "a.argmap", allow_outside=True) == []


def test_a_link_that_leads_outside_is_outside(tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    (tmp_path / "base.argmap").write_text('claim b "B."\n')
    (folder / "near.argmap").symlink_to(tmp_path / "base.argmap")
    (folder / "a.argmap").write_text('import "near.argmap"\nclaim "A." { because b }\n')
    assert check(folder / "a.argmap") == ["L212"]


def test_a_long_chain_of_imports_is_followed(tmp_path: Path) -> None:
    for i in range(200):
        text = (
            f'import "f{i + 1}.argmap" as n\nclaim c{i} "C." {{ because n.c{i + 1} }}\n'
            if i < 199
            else 'claim c199 "C."\n'
        )
        (tmp_path / f"f{i}.argmap").write_text(text)
    loaded = load(str(tmp_path / "f0.argmap"))
    assert len(loaded.files) == 200
    assert check(tmp_path / "f0.argmap") == []


def test_the_file_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(str(tmp_path / "none.argmap"))
