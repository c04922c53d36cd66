"""`argmap report`: sections, titles, themes, Markdown, and templates of one's own, which may not do everything."""

import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.report import command
from argmap.render.report.context import SECTIONS

MAP = """\
map "Is *this* | true?" { as-of: 2025-01-02 }
source diary "A diary" { reliability: A }
hypothesis yes "It is <b>true</b> & so on." { because seen }
evidence seen "It was seen | twice." { cite: diary par3  credibility: 2 }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "small.argmap").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["small.argmap", "-q", *arguments], catch_exceptions=True)


def test_only_the_sections_asked_for_are_written_in_the_order_of_the_page(folder: Path) -> None:
    run("--sections", "method, bottom-line")
    page = (folder / "small.html").read_text(encoding="utf-8")
    assert [name for name in SECTIONS if f'<h2 id="{name}">' in page] == ["bottom-line", "method"]
    assert page.index('<h2 id="bottom-line">') < page.index('<h2 id="method">')


def test_the_sections_are_listed_and_others_refused(folder: Path) -> None:
    assert [line.split()[0] for line in run("--sections", "list").output.splitlines()] == list(SECTIONS)
    found = run("--sections", "claims,summary")
    assert found.exit_code == 2
    assert "there is no section 'summary'; there are bottom-line, " in found.output


def test_title_and_theme(folder: Path) -> None:
    run("--title", "For <you>", "--theme", "dark", "--sections", "method")
    page = (folder / "small.html").read_text(encoding="utf-8")
    assert "<title>For &lt;you&gt;</title>" in page
    assert 'data-theme="dark"' in page


def test_markdown_is_written_beside_with_every_sign_of_a_text_as_text(folder: Path) -> None:
    run("--markdown")
    text = (folder / "small.md").read_text(encoding="utf-8")
    assert text.startswith("# Is this \\| true?\n")
    assert "It is &lt;b&gt;true&lt;/b&gt; &amp; so on." in text
    assert "| seen: It was seen \\| twice. | evidence |" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    for head, rule in itertools.pairwise(rows):
        if set(rule) <= set("|-"):
            assert head.count("|") == rule.count("|")


def test_a_template_of_ones_own_takes_the_place_of_argmaps(folder: Path) -> None:
    own = folder / "own"
    own.mkdir()
    (own / "header.html").write_text("<h1>{{ page.header.title }} for us</h1>", encoding="utf-8")
    (own / "base.css").write_text("h1 { color: red }", encoding="utf-8")
    assert run("--templates", "own", "--sections", "method").exit_code == 0
    page = (folder / "small.html").read_text(encoding="utf-8")
    assert "<h1>Is this | true? for us</h1>" in page
    assert "h1 { color: red }" in page
    assert 'class="facts"' not in page


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ page.", "header.html, line 1: "),
        ("{{ page.nothing }}", "has no attribute 'nothing'"),
        ("{{ page.__class__.__mro__ }}", "unsafe"),
        ("{% include '../small.argmap' %}", "../small.argmap"),
    ],
)
def test_a_template_that_is_faulty_or_does_too_much_is_refused_with_a_message(
    folder: Path, template: str, said: str
) -> None:
    own = folder / "own"
    own.mkdir()
    (own / "header.html").write_text(template, encoding="utf-8")
    found = run("--templates", "own", "--sections", "method")
    assert found.exit_code != 0
    assert "the templates cannot be filled: " in str(found.exception)
    assert said in str(found.exception)
    assert not (folder / "small.html").exists()


def test_what_a_template_prints_is_escaped(folder: Path) -> None:
    own = folder / "own"
    own.mkdir()
    (own / "header.html").write_text("{{ page.header.title ~ '<script>' }}", encoding="utf-8")
    run("--templates", "own", "--sections", "method", "--title", "</style><script>alert(1)</script>")
    page = (folder / "small.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;/style&gt;&lt;script&gt;" in page
