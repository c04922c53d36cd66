"""argmap from Python: light to import, honest about broken maps, at home in a notebook."""

import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.render.picture.choice import NotThereError
from argmap.strength.contests import answers
from tests.conftest import ROOT
from tests.render.samples import parsed

HARRY = str(ROOT / "maps" / "first-steps" / "1-harry.argmap")
CHOIR = str(ROOT / "maps" / "first-steps" / "2-choir.argmap")
BROKEN = 'claim "Unfinished'


def test_importing_it_imports_next_to_nothing() -> None:
    loaded = "import sys, argmap; print([name for name in sys.modules if name.startswith('argmap')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout == "['argmap']\n"


def test_it_lists_what_there_is() -> None:
    assert {"load", "read", "strength", "BrokenMapError"} <= set(dir(argmap))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = argmap.nothing


def test_a_file_or_a_path(tmp_path: Path) -> None:
    assert argmap.load(HARRY).map == argmap.load(Path(HARRY)).map
    with pytest.raises(FileNotFoundError):
        argmap.load(tmp_path / "nowhere.argmap")
    with pytest.raises(ValueError, match="no semantics"):
        argmap.load(HARRY, semantics="guess").strengths()


def test_a_text_imports_from_beside_its_name(tmp_path: Path) -> None:
    (tmp_path / "other.argmap").write_text('claim c "One."')
    found = argmap.read('import "other.argmap"', name=str(tmp_path / "main.argmap"))
    assert [each.id for each in found.map.statements] == ["c"]


def test_a_broken_map_can_be_looked_at_and_no_more() -> None:
    broken = argmap.read(BROKEN)
    assert [each.code for each in broken.errors] == ["L101"]
    assert "mend: " in broken.messages
    assert broken._repr_html_().startswith("<pre>map.argmap:1:7: error")
    assert set(broken._repr_mimebundle_()) == {"text/plain", "text/html"}
    for use in (broken.picture, broken.report, broken.strengths, broken.export):
        with pytest.raises(argmap.BrokenMapError, match="L101"):
            use()


def test_what_is_wrong_is_escaped_in_a_page() -> None:
    assert "<script>" not in argmap.read('claim "<script>')._repr_html_()


def test_it_shows_itself() -> None:
    harry = argmap.load(HARRY)
    bundle = harry._repr_mimebundle_()
    assert bundle["text/plain"] == f"<argmap.Map {HARRY}: 10 statements, 7 steps, 0 errors>"
    assert parsed(bundle["image/svg+xml"]).get("role") == "img"
    assert parsed(bundle["text/html"]).get("style") == "max-width: 100%; height: auto"


def test_pictures_know_how_they_show() -> None:
    harry = argmap.load(HARRY)
    svg, png = harry.picture(), harry.picture("png")
    assert (svg._repr_svg_(), svg._repr_png_()) == (svg.text, None)
    assert (png._repr_svg_(), png._repr_html_(), png._repr_png_()) == (None, None, png.data)
    assert svg.engine.startswith("Graphviz ")
    assert harry.picture("dot").engine == ""
    with pytest.raises(ValueError, match="a PNG is no text"):
        _ = png.text
    with pytest.raises(ValueError, match="does not go into a page"):
        _ = png.html


def test_saving_leaves_no_half_file(tmp_path: Path) -> None:
    image = argmap.load(HARRY).picture("dot")
    image.save(tmp_path / "harry.dot")
    assert (tmp_path / "harry.dot").read_bytes() == image.data
    with pytest.raises(OSError, match="directory"):
        image.save(tmp_path / "nowhere" / "harry.dot")
    assert [path.name for path in tmp_path.iterdir()] == ["harry.dot"]


def test_what_is_not_there_is_a_value_error() -> None:
    assert issubclass(NotThereError, ValueError)


@pytest.mark.parametrize("form", ["json", "argmap", "mermaid", "graphml", "claims-csv"])
@pytest.mark.parametrize("path", [HARRY, CHOIR])
def test_exports_are_those_of_the_command_line(form: str, path: str) -> None:
    command = [sys.executable, "-m", "argmap", "export", path, "--format", form]
    done = subprocess.run(command, capture_output=True, check=True)
    assert argmap.load(path).export(form) == done.stdout.decode()  # type: ignore[arg-type]


def test_a_form_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match="there is no format 'xml'; there are json, "):
        argmap.load(HARRY).export("xml")  # type: ignore[arg-type]


def test_an_answer_to_two_questions_competes_for_both() -> None:
    both = argmap.read(
        'question a "A?"\nquestion b "B?"\nhypothesis x "X." {\n    answers: a\n    answers: b\n}\n'
        'hypothesis y "Y." { answers: a }\nhypothesis z "Z." { answers: b }\n'
    )
    assert answers(both.map) == {"a": ("x", "y"), "b": ("x", "z")}
    drawn = both.picture("dot").text
    assert [drawn.count(f'id="answer-{question}:') for question in "ab"] == [2, 2]
    graph = both.export("mermaid")
    assert [graph.count(f"--- q{number}\n") for number in (0, 1)] == [2, 2]
