"""Reports to look at: of maps built without a parser, and of real ones; written once for all tests."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from playwright import sync_api as playwright

from argmap.analysis import Analysis
from argmap.assessment import EVERYTHING, Assessment
from argmap.loading import read_disk
from argmap.pipeline import _assessed, _Desk, analyse
from argmap.render.engine import EngineError, Job, draw, draw_many
from argmap.render.html import to_html
from argmap.render.picture.dot import to_dot
from argmap.render.report.sheets import sheets_of
from argmap.render.view import view_of
from tests.render import samples

ROOT = Path(__file__).resolve().parent.parent.parent


def weighed(found: Analysis) -> Analysis:
    """The same map with everything worked out that a report shows, but for coverage: some name sources that are not there."""
    return Analysis(
        _assessed(
            Assessment(found.map, found.sources),
            EVERYTHING - {"coverage"},
            _Desk(read_disk, "", allow_outside=False, semantics=None),
        ),
        found.diagnostics,
    )


def read(path: str) -> Analysis:
    return analyse(str(ROOT / "maps" / path), needs=EVERYTHING)


MAPS: dict[str, Callable[[], Analysis]] = {
    "harry": lambda: weighed(samples.harry()),
    "northgate": lambda: weighed(samples.northgate()),
    "analyst": lambda: weighed(samples.analyst()),
    "hostile": lambda: weighed(samples.hostile()),
    "tour": lambda: read("language-tour.argmap"),
    "tyre": lambda: read("first-steps/3-tyre.argmap"),
    "choir": lambda: read("first-steps/2-choir.argmap"),
    "comparison": lambda: read("sanctions/comparison.argmap"),
}
Opened = Callable[..., playwright.Page]  # a report in a browser, by the name of its map
VOID = {"meta", "br", "input", "link", "img", "hr"}
Attributes = dict[str, str | None]


class Page(HTMLParser):
    """The elements of a page, in order, and the text of each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, Attributes]] = []
        self.open: list[tuple[str, list[str]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, text = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        self.texts.append((tag, " ".join("".join(text).split())))

    def handle_data(self, data: str) -> None:
        for _, text in self.open:
            text.append(data)

    def each(self, *tags: str) -> Iterator[Attributes]:
        return (attributes for tag, attributes in self.found if tag in tags)

    def text(self, tag: str) -> list[str]:
        return [text for found, text in self.texts if found == tag]


def laid_out(dots: Sequence[str]) -> list[str | None]:
    """Draw pictures for paper."""
    found = draw_many([Job(dot, ("svg",)) for dot in dots])
    return [None if isinstance(one, EngineError) else one.outputs["svg"].decode() for one in found]


@cache
def written(name: str) -> str:
    analysis = MAPS[name]()
    whole, sheets = draw(to_dot(analysis), ["svg"]).outputs["svg"], sheets_of(view_of(analysis), laid_out)
    return to_html(analysis, whole, sheets=sheets, engine="Graphviz 0")


@cache
def page(name: str) -> Page:
    return Page(written(name))
