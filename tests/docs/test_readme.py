"""README.md: its commands run and print what it says, its picture is that of its map; and the links of all pages."""

import os
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from argmap.cli.group import COMMANDS
from tests.conftest import ROOT
from tests.docs.conftest import Updated
from tests.docs.examples import Example, examples, rewritten
from tests.docs.sessions import run, sessions

PAGE = "README.md"
PICTURE = "docs/pictures/harry.svg"
PAGES = [
    PAGE,
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))),
]

_LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("example", examples(PAGE), ids=lambda example: f"line {example.block.line}")
def test_example(example: Example, tmp_path: Path) -> None:
    codes, printed = example.findings(tmp_path)
    assert codes == ([example.block.code] if example.block.code else []), printed


def test_commands_print_what_the_page_says(updated: Updated, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    printed = sessions(PAGE, tmp_path)
    assert (tmp_path / "harry.svg").is_file()
    assert (tmp_path / "harry.html").is_file()
    updated(PAGE, rewritten(PAGE, printed))


def test_the_picture_is_that_of_the_map(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    (tmp_path / "harry.argmap").write_text(examples(PAGE)[0].text, encoding="utf-8")
    run("argmap map harry.argmap", tmp_path)
    drawn = (tmp_path / "harry.svg").read_bytes()
    if request.config.getoption("--update-golden"):
        (ROOT / PICTURE).write_bytes(drawn)
    # Another Graphviz may put a box elsewhere; what is to be read is the same.
    assert words_of(drawn) == words_of((ROOT / PICTURE).read_bytes()), (
        "`pytest tests/docs --update-golden` draws it anew"
    )


def test_the_strength_the_page_speaks_of_is_in_the_picture() -> None:
    said = re.findall(r"`(\.\d\d)`", (ROOT / PAGE).read_text(encoding="utf-8"))
    assert said
    assert set(said) <= set(words_of((ROOT / PICTURE).read_bytes()))


def words_of(svg: bytes) -> list[str]:
    """All that can be read in a picture."""
    return sorted(text for element in ET.fromstring(svg).iter() if (text := (element.text or "").strip()))  # noqa: S314 - our own


def test_the_commands_of_the_page_are_there() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    assert set(re.findall(r"argmap (new|check|map|report|build|export)\b", page)) <= set(COMMANDS)
    for script in re.findall(r"^script/\w+", page, re.MULTILINE):
        assert os.access(ROOT / script, os.X_OK), script


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for link in _LINK.findall(prose(page)):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        assert target.exists(), f"{page} links to {link}"
        if anchor:
            assert anchor in anchors(target), f"{page} links to {link}"


def test_the_index_names_every_page() -> None:
    linked = set(_LINK.findall(prose("docs/README.md")))
    pages = {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages <= linked, "each page of docs/ has a line in docs/README.md"


def prose(page: str) -> str:
    """A page without its code."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.sub(r"```.*?```|`[^`\n]+`", "", text, flags=re.DOTALL)


def anchors(page: Path) -> set[str]:
    """What links into a page may end in: its headings, and the anchors it sets itself."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([\w-]+)">', text))
