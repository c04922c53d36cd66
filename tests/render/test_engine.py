"""Graphviz draws what it is given, the same each time, and whatever it does, argmap lives on."""

import itertools
import os
import re
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from argmap import resources
from argmap.render import engine
from argmap.render.engine import Drawing, EngineError, Job, bundled, report, workplace
from argmap.render.engine.workplace import _COVERED
from tests.conftest import ROOT

BOX = """digraph map {
  node [shape=plain, fontname="Arial", fontsize=10]
  C1 [id="n-C1", URL="#C1", label=<<TABLE><TR><TD HREF="#E1" TOOLTIP="one">Größe <B>.72</B></TD></TR>
    <TR><TD HREF="#E2" TOOLTIP="two">a <I>second</I></TD></TR></TABLE>>]
  C2 [id="n-C2", URL="#C2", label=<<TABLE><TR><TD HREF="#E3" TOOLTIP="three">x</TD></TR></TABLE>>]
  C2 -> C1
}"""
FAULTY = {
    "mismatched tag.*node bad": "digraph { bad [label=<<B>x</I>>] }",
    "syntax error.*<B></B>.*node bad": "digraph { bad [label=<<B></B>>] }",
    "not well-formed.*not escaped": "digraph { bad [label=<x & y>] }",
    "Unknown HTML element": "digraph { bad [label=<<BLINK>x</BLINK>>] }",
    "too long": f'digraph {{ bad [label="{"x" * 100_000}"] }}',
    "near ';'.*The fault is in the DOT text": "digraph { a -> ; }",
    "no graph": "",
}
# Routing this at right angles takes Graphviz far longer than any test waits.
EDGES = " ".join(f"n{a} -> n{b};" for a, b in itertools.combinations(range(90), 2))
ENDLESS = f"digraph {{ splines=ortho; {EDGES} }}"


def png_size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def fonts_in(pdf: bytes) -> set[str]:
    return {name.decode() for name in re.findall(rb"/BaseFont /[A-Z]+\+([\w-]+)", pdf)}


def letters(text: str, font: str = 'fontname="Arial"') -> str:
    return f'digraph {{ a [shape=plain, margin=0, fontsize=20, label="{text}", {font}] }}'


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is found out about the fonts of the machine out of the user's cache."""
    folder = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setattr(resources, "cache_folder", lambda: str(folder))


class TestPictures:
    def test_one_layout_is_drawn_in_every_format_asked_for(self) -> None:
        drawing = engine.draw(BOX, ["svg", "png", "pdf"])

        assert list(drawing.outputs) == ["svg", "png", "pdf"]
        assert "Größe" in drawing.outputs["svg"].decode()
        assert min(png_size(drawing.outputs["png"])) > 50
        assert drawing.outputs["pdf"].startswith(b"%PDF-")
        assert drawing.warnings == ()

    def test_the_engine_and_its_version_are_told(self) -> None:
        drawing = engine.draw(BOX, ["svg"])

        assert (drawing.engine, drawing.version) == engine.engine_version()
        assert drawing.engine == "bundled"
        assert int(drawing.version.split(".")[0]) >= 14

    def test_dpi_makes_more_pixels_and_leaves_the_rest_alone(self) -> None:
        usual = engine.draw(BOX, ["svg", "png"])
        fine = engine.draw(BOX, ["png", "svg"], dpi=192)

        width, height = png_size(usual.outputs["png"])
        assert png_size(fine.outputs["png"]) == pytest.approx((2 * width, 2 * height), abs=2)
        assert fine.outputs["svg"] == usual.outputs["svg"]

    def test_another_layout_can_be_chosen(self) -> None:
        assert engine.draw(BOX, ["svg"], layout="circo") != engine.draw(BOX, ["svg"])

    def test_warnings_are_returned_and_not_printed(self, capfd: pytest.CaptureFixture[str]) -> None:
        dot = "digraph { a [shape=nonsense]; b [label=<<TABLE NO='1'><TR><TD>x</TD></TR></TABLE>>] }"
        drawing = engine.draw(dot, ["svg", "png"], dpi=100)

        assert drawing.warnings == (
            "using box for unknown shape nonsense",
            "Illegal attribute NO in <TABLE> - ignored in label of node b",
        )
        assert capfd.readouterr() == ("", "")


class TestLetters:
    def test_they_are_letters_and_not_boxes_of_one_width(self) -> None:
        wide = engine.draw(letters("WWWWW"), ["png"]).outputs["png"]
        narrow = engine.draw(letters("iiiii"), ["png"]).outputs["png"]
        assert png_size(wide)[0] > 2.5 * png_size(narrow)[0]

    @pytest.mark.parametrize("name", ["Arial", "Helvetica", "sans-serif", "serif", "Nonesuch", engine.FONT_NAMES, ""])
    def test_they_are_those_of_the_shipped_font_whatever_is_asked_for(self, name: str) -> None:
        drawing = engine.draw(letters("WAVE", f'fontname="{name}"'), ["pdf", "svg"])
        assert fonts_in(drawing.outputs["pdf"]) == {"LiberationSans"}
        assert b'width="65pt"' in drawing.outputs["svg"]

    def test_bold_and_italic_are_shipped_too(self) -> None:
        assert fonts_in(engine.draw(BOX, ["pdf"]).outputs["pdf"]) == {
            "LiberationSans",
            "LiberationSans-Bold",
            "LiberationSans-Italic",
        }

    def test_a_picture_names_fonts_of_the_same_width_for_where_it_is_shown(self) -> None:
        svg = engine.draw(letters("x", f'fontname="{engine.FONT_NAMES}"'), ["svg"]).outputs["svg"]
        assert b'font-family="Arial,Liberation Sans,Helvetica,sans-serif"' in svg

    def test_other_letters_come_from_the_machine_and_ours_stay(self) -> None:
        text = "Größe Привет 日本 العربية 😀"
        drawing = engine.draw(letters(text), ["svg", "pdf"])
        assert text in drawing.outputs["svg"].decode()
        assert "LiberationSans" in fonts_in(drawing.outputs["pdf"])

    def test_letters_are_believed_covered_only_if_every_shipped_font_has_them(self) -> None:
        covered = {code for code in range(33, 0x2FFFF) if _COVERED.fullmatch(chr(code))}
        assert len(covered) > 1500
        for name in workplace._SHIPPED:
            assert covered <= characters_of(resources.read_bytes("data/fonts", name))

    def test_half_a_letter_is_drawn_as_a_question_mark(self) -> None:
        assert b">x?y<" in engine.draw(letters("x\ud83dy"), ["svg"]).outputs["svg"]

    def test_an_escaped_letter_is_looked_for_as_well(self) -> None:
        assert workplace._suffices("Gr&ouml;&#223;e &rarr; &#x2192;")
        assert not workplace._suffices("&#26085;")

    def test_the_fonts_of_argmap_are_not_written_to(self) -> None:
        engine.draw(BOX, ["svg"])
        engine.draw(letters("日本"), ["svg"])
        names = {path.name for path in (ROOT / "argmap" / "data" / "fonts").iterdir()}
        assert names == {*workplace._SHIPPED, "LICENSE-OFL.txt"}


def characters_of(font: bytes) -> set[int]:
    """Read from a TrueType file which characters it has (its cmap table, format 4)."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count))
    cmap = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    maps = (struct.unpack_from(">HHL", font, cmap + 4 + 8 * number)[2] for number in range(count))
    at = next(cmap + m for m in maps if struct.unpack_from(">H", font, cmap + m)[0] == 4)
    (double,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{double // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{double // 2}H", font, at + 16 + double)
    return {code for a, b in zip(starts, ends, strict=True) for code in range(a, b + 1)}


@pytest.fixture(scope="module")
def picture() -> dict[str, bytes]:
    return engine.draw(BOX, ["svg", "png", "pdf"]).outputs


class TestTheSameBytes:
    def test_again(self, picture: dict[str, bytes]) -> None:
        time.sleep(1.1)  # a date has seconds
        assert engine.draw(BOX, ["pdf", "png", "svg"]).outputs == picture

    def test_in_a_row_of_pictures(self, picture: dict[str, bytes]) -> None:
        many = engine.draw_many([Job(BOX, ("svg",)), Job(BOX, tuple(picture)), Job(BOX, ("svg",))])
        assert [one.outputs["svg"] for one in many if isinstance(one, Drawing)] == [picture["svg"]] * 3

    def test_in_other_surroundings(
        self, picture: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.chdir(tmp_path)
        for name in ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "LANG", "SOURCE_DATE_EPOCH", "PANGO_X"):
            monkeypatch.setenv(name, "ja_JP.UTF-8")
        assert engine.draw(BOX, ["svg", "png", "pdf"]).outputs == picture

    def test_the_links_of_a_box_are_numbered_from_0(self, picture: dict[str, bytes]) -> None:
        links = re.findall(r'id="(a_[^"]*)"', picture["svg"].decode().replace("&#45;", "-"))
        assert links == ["a_n-C1", "a_n-C1_0", "a_n-C1_1", "a_n-C2", "a_n-C2_0"]

    def test_no_date_is_in_it(self, picture: dict[str, bytes]) -> None:
        assert b"Date" not in picture["pdf"]
        assert b"startxref" in picture["pdf"]


class TestFaults:
    @pytest.mark.parametrize(("told", "dot"), FAULTY.items())
    def test_what_is_wrong_is_told_and_nothing_drawn(self, told: str, dot: str) -> None:
        with pytest.raises(EngineError, match=f"(?s)cannot draw this.*{told}"):
            engine.draw(dot, ["svg"])

    def test_an_unknown_format_is_refused_with_those_that_are_known(self) -> None:
        with pytest.raises(EngineError, match=r'"docx" not recognized.*\bsvg\b'):
            engine.draw(BOX, ["svg", "docx"])

    def test_an_unknown_layout_is_refused_with_those_that_are_known(self) -> None:
        with pytest.raises(EngineError, match=r'"spiral" not recognized.*\bdot\b'):
            engine.draw(BOX, ["svg"], layout="spiral")

    def test_an_unknown_engine_is_refused(self) -> None:
        with pytest.raises(EngineError, match="no engine “steam”: choose auto, bundled or system"):
            engine.draw(BOX, ["svg"], engine="steam")  # type: ignore[arg-type]

    def test_one_bad_picture_leaves_the_others_be(self) -> None:
        jobs = [Job(dot, ("svg",)) for dot in (BOX, *FAULTY.values(), BOX)]
        first, *bad, last = engine.draw_many(jobs)
        assert all(isinstance(one, EngineError) for one in bad)
        assert isinstance(first, Drawing)
        assert first == last

    def test_no_job_gives_no_picture(self) -> None:
        assert engine.draw_many([]) == []

    def test_a_file_of_the_machine_cannot_be_drawn_in(self, tmp_path: Path) -> None:
        (tmp_path / "secret.svg").write_text("<svg width='9' height='9'/>")
        for name in ("secret.svg", "/etc/passwd"):
            drawing = engine.draw(f'digraph {{ a [image="{name}"] }}', ["svg"])
            assert drawing.warnings
            assert b"<image" not in drawing.outputs["svg"]


class TestTimeLimit:
    def test_a_picture_that_takes_too_long_is_given_up(self) -> None:
        start = time.monotonic()
        with pytest.raises(EngineError, match=r"longer than the time limit of 0\.5 s"):
            engine.draw(ENDLESS, ["svg"], timeout=0.5)
        assert time.monotonic() - start < 5

    def test_the_next_one_has_its_own_time(self) -> None:
        slow, quick = engine.draw_many([Job(ENDLESS, ("svg",)), Job(BOX, ("svg",))], timeout=1)
        assert isinstance(slow, EngineError)
        assert isinstance(quick, Drawing)


class TestCrash:
    def test_it_costs_one_picture(self) -> None:
        with workplace.provided([]) as place, bundled.Bundled(place, 60) as running:
            assert running._child is not None
            running._child._process.kill()
            with pytest.raises(EngineError, match="The Graphviz of pygraphviz crashed"):
                running.draw(Job(BOX, ("svg",)))
            assert running.draw(Job(BOX, ("svg",))).outputs["svg"]

    def test_its_last_words_are_told(self, tmp_path: Path) -> None:
        with (
            workplace.provided([]) as place,
            pytest.raises(EngineError, match=r"crashed \(code 1\): ModuleNotFoundError.*_graphviz"),
        ):
            bundled._Child(str(tmp_path), place, 60)


class TestSurroundings:
    def test_nothing_on_the_path_is_needed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        assert engine.draw(BOX, ["svg", "png", "pdf"]).engine == "bundled"

    @pytest.mark.parametrize("text", ["plain", "日本"])
    def test_no_home_is_needed(self, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("HOME", raising=False)
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        monkeypatch.setattr(resources, "cache_folder", lambda: None)
        assert engine.draw(letters(text), ["svg", "png"]).warnings == ()

    def test_the_current_folder_is_not_written_to(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        tmp_path.chmod(0o500)
        assert engine.draw(BOX, ["svg", "png", "pdf"]).warnings == ()
        assert list(tmp_path.iterdir()) == []

    def test_nothing_is_left_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
        monkeypatch.setattr(resources, "cache_folder", lambda: str(tmp_path / "cache"))
        engine.draw(BOX, ["svg", "png", "pdf"])
        assert list(tmp_path.iterdir()) == []

    def test_what_is_found_out_about_other_fonts_is_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        cache = tmp_path / "not yet there"
        monkeypatch.setattr(resources, "cache_folder", lambda: str(cache))
        engine.draw(letters("日本"), ["svg"])
        assert (cache / "fonts" / "LiberationSans-Bold.ttf").is_file()
        assert list((cache / "fontconfig").iterdir())

    def test_a_cache_that_cannot_be_written_to_is_done_without(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "cache").write_text("a file where the folder should be")
        monkeypatch.setattr(resources, "cache_folder", lambda: str(tmp_path / "cache"))
        assert engine.draw(letters("日本"), ["svg"]).warnings == ()

    def test_without_a_place_to_work_in_it_is_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
        with pytest.raises(EngineError, match="no place for Graphviz to work in"):
            engine.draw(BOX, ["svg"])

    def test_a_zipped_argmap_draws_too(self, tmp_path: Path) -> None:
        wheel = tmp_path / "argmap.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            package = ROOT / "argmap"
            wanted = [package / "__init__.py", package / "resources.py"]
            wanted += [*(package / "render").rglob("*.py"), *(package / "data" / "fonts").glob("*")]
            for path in wanted:
                archive.write(path, path.relative_to(ROOT))
        script = "from argmap.render import engine as e; print(e.__file__, e.draw('graph{a}', ['pdf']))"
        environment = os.environ | {"PYTHONPATH": str(wheel)}
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True)
        assert done.stdout.startswith(os.fsencode(wheel))
        assert b"LiberationSans" in done.stdout

    def test_pygraphviz_is_not_imported_into_argmap_itself(self) -> None:
        script = (
            "import sys; from argmap.render import engine; engine.draw('graph{a}', ['svg']);"
            "print([name for name in sys.modules if 'graphviz' in name])"
        )
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
        assert done.stdout == "[]\n"


@pytest.fixture
def no_pygraphviz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "find_spec", lambda _name: None)


class TestSystemEngine:
    """A stand-in for `dot`, as a script: what argmap makes of what a `dot` does."""

    @pytest.fixture(autouse=True)
    def _path(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        if sys.platform == "win32":
            pytest.skip("a script is no program there")
        monkeypatch.setenv("PATH", str(tmp_path))

    def stand_in(self, tmp_path: Path, does: str) -> None:
        program = tmp_path / "dot"
        program.write_text(
            f"#!{sys.executable} -IS\nimport os, sys\n"
            "if sys.argv[1:] == ['-V']: sys.exit('dot - graphviz version 9.8.7 (0)')\n"
            "sys.stderr.write('Warning: a remark\\n')\n"
            f"{does}\n"
        )
        program.chmod(0o700)

    DRAWS = "for name in ('picture0', 'picture1'): open(name, 'w').write(' '.join(sys.argv[1:]))"

    def test_where_there_is_none_it_is_said_how_to_get_one(self) -> None:
        with pytest.raises(EngineError, match=r"no `dot` on the path\..*apt install graphviz"):
            engine.draw(BOX, ["svg"], engine="system")

    @pytest.mark.usefixtures("no_pygraphviz")
    def test_where_there_is_neither_both_are_named(self) -> None:
        with pytest.raises(EngineError, match=r"(?s)pygraphviz.*is not installed.*no `dot` on the"):
            engine.engine_version()

    @pytest.mark.usefixtures("no_pygraphviz")
    def test_it_is_the_second_choice(self, tmp_path: Path) -> None:
        self.stand_in(tmp_path, self.DRAWS)
        assert engine.engine_version("auto") == ("system", "9.8.7")
        with pytest.raises(EngineError, match=r"pygraphviz.*is not installed"):
            engine.engine_version("bundled")

    def test_one_run_draws_all_formats(self, tmp_path: Path) -> None:
        self.stand_in(tmp_path, self.DRAWS)
        drawing = engine.draw(BOX, ["svg", "pdf"], engine="system", layout="neato")
        command = b"-Kneato -Tsvg -o picture0 -Tpdf -o picture1 map.dot"
        assert drawing.outputs == {"svg": command, "pdf": command}
        assert drawing.warnings == ("a remark",)
        assert (drawing.engine, drawing.version) == ("system", "9.8.7")

    def test_pixels_have_a_run_of_their_own(self, tmp_path: Path) -> None:
        self.stand_in(tmp_path, self.DRAWS)
        drawing = engine.draw(BOX, ["svg", "png"], engine="system", dpi=200)
        assert b"dpi" not in drawing.outputs["svg"]
        assert b"-Gdpi=200 -Tpng" in drawing.outputs["png"]

    def test_a_failure_is_told_in_its_own_words(self, tmp_path: Path) -> None:
        self.stand_in(tmp_path, "sys.exit('no such layout')")
        with pytest.raises(EngineError, match=r"ended with code 1: .* no such layout"):
            engine.draw(BOX, ["svg"], engine="system")

    def test_an_error_is_a_failure_even_with_a_picture(self, tmp_path: Path) -> None:
        self.stand_in(tmp_path, self.DRAWS + "\nsys.stderr.write('Error: bad label\\n')")
        with pytest.raises(EngineError, match="cannot draw this: bad label"):
            engine.draw(BOX, ["svg"], engine="system")

    def test_it_is_stopped_at_the_time_limit(self, tmp_path: Path) -> None:
        self.stand_in(tmp_path, "import time; time.sleep(60)")
        start = time.monotonic()
        with pytest.raises(EngineError, match=r"longer than the time limit of 0\.5 s"):
            engine.draw(BOX, ["svg"], engine="system", timeout=0.5)
        assert time.monotonic() - start < 5

    def test_something_else_of_that_name_is_not_taken_for_it(self, tmp_path: Path) -> None:
        (tmp_path / "dot").write_text("#!/bin/sh\nexit 0\n")
        (tmp_path / "dot").chmod(0o700)
        with pytest.raises(EngineError, match="is no Graphviz"):
            engine.draw(BOX, ["svg"], engine="system")


def test_a_dot_of_the_system_draws_the_same_map(tmp_path: Path) -> None:
    try:
        name, _ = engine.engine_version("system")
    except EngineError:
        pytest.skip("no `dot` is installed")
    drawing = engine.draw(BOX, ["svg", "png", "pdf"], engine="system")
    assert name == drawing.engine == "system"
    assert fonts_in(drawing.outputs["pdf"]) >= {"LiberationSans", "LiberationSans-Bold"}
    assert b'id="a_n&#45;C2_0"' in drawing.outputs["svg"]
    again = engine.draw(BOX, ["pdf", "svg", "png"], engine="system")
    assert again.outputs == drawing.outputs


def test_a_log_is_told_in_sentences() -> None:
    log = """\
Fontconfig warning: "/etc/fonts/x.conf", line 6: unknown element "reset-dirs"
(process:4711): Pango-WARNING **: 12:34:56.789: couldn't load font
(null): graph is too large for cairo-renderer bitmaps. Scaling by 0.17 to fit
Error: mismatched tag in line 1
... x</i> ...
in label of node a
Warning: node b, port zz unrecognized
Warning: node b, port zz unrecognized
"""
    assert report.sentences(log.encode()) == (
        ["mismatched tag in line 1 ... x</i> ... in label of node a"],
        [
            "couldn't load font",
            "graph is too large for cairo-renderer bitmaps. Scaling by 0.17 to fit",
            "node b, port zz unrecognized",
        ],
    )
