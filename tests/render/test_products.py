"""Files that are written: every form, links that are safe, large maps, and what becomes of what cannot be drawn."""

import re
from collections.abc import Sequence

import pytest

from argmap.model import ArgumentMap, Citation
from argmap.render import products
from argmap.render.engine import Drawing, EngineError, Job, draw_many
from argmap.render.picture.choice import Choice
from argmap.render.picture.look import Look
from argmap.render.products import everything, picture, pictures
from tests.render import samples
from tests.render.samples import parsed

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "Quotes \" and ' and <b>tags</b>",
    "</script><script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "A & B &amp; C &#x41;",
    "مرحبا بالعالم",
    "世界の皆さん、こんにちは",
    "👩‍👩‍👧‍👦 family and 🏴‍☠️ flag",
    "W" * 10_000,
    "bell \a and escape \x1b[31m and null \x00",
    "\\N \\G \\l back\\slash",
    "--> ]]> <!-- x",
    "<TABLE><TR><TD>",
    '"; }} digraph evil {',
)


def test_each_form_is_what_it_says() -> None:
    starts = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}
    for form, start in starts.items():
        made = picture(samples.harry(), form)
        assert made.data.startswith(start)
        assert made.engine.startswith("Graphviz ") == (form != "dot")


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "dot"])
def test_the_same_map_gives_the_same_bytes(form: str) -> None:
    assert picture(samples.analyst(), form).data == picture(samples.analyst(), form).data


def test_dpi_makes_a_png_finer() -> None:
    coarse, fine = (picture(samples.harry(), "png", dpi=dpi).data for dpi in (48, 192))
    wide = [int.from_bytes(data[16:20], "big") for data in (coarse, fine)]
    assert wide[1] == pytest.approx(4 * wide[0], rel=0.01)


def test_an_svg_names_what_drew_it() -> None:
    named = parsed(picture(samples.harry(), "svg").data).get("data-engine") or ""
    assert re.fullmatch(r"Graphviz \d+\.[\d.]+ \((bundled|system)\)", named)


# ------------------------------------------------------------------------------------------ links


def linked(*urls: str) -> list[str | None]:
    """The links of a picture of a claim for each source with such an address."""
    found = ArgumentMap(
        sources=[samples.source(f"s{number}", "A source", url=url) for number, url in enumerate(urls)],
        statements=[samples.say("C", f"c{number}", "A claim", Citation(f"s{number}")) for number in range(len(urls))],
    )
    root = parsed(picture(samples.analysed(found, {}), "svg").data)
    assert all(each.get("rel") == "noreferrer" for each in root.iter(f"{SVG}a"))
    return [each.get("href") for each in root.iter(f"{SVG}a")]


def test_a_box_leads_to_its_source() -> None:
    assert linked("https://example.org/?a=1&b=2") == ["https://example.org/?a=1&b=2"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        '"><script>alert(1)</script>',
        'https://example.org/" onload="alert(1)',
        "//example.org",
        "",
    ],
)
def test_an_address_that_is_not_safe_is_no_link(url: str) -> None:
    assert linked(url) == []


# ---------------------------------------------------------------------------------------- hostile


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_drawn_and_nothing_else(text: str) -> None:
    found = ArgumentMap(
        title=text,
        statements=[samples.say("C", "c1", text, Citation("s", anchor=text)), samples.say("E", "e1", text)],
        sources=[samples.source("s", text)],
    )
    look = Look(title=text, source_line=text, colour_by="source", label="bits")
    made = picture(samples.analysed(found, {}), "svg", look=look)
    names = {each.tag.removeprefix(SVG) for each in parsed(made.data).iter()}
    assert names <= {"svg", "title", "desc", "g", "path", "polygon", "polyline", "ellipse", "text", "a"}
    assert len([each for each in parsed(made.data).iter(f"{SVG}g") if "box" in (each.get("class") or "").split()]) == 2
    dot = picture(samples.analysed(found, {}), "dot", look=look).data.decode()
    assert len(re.findall(r"^digraph", dot, re.MULTILINE)) == 1
    assert len(re.findall(r'^ *"(?:box|asked|step)-[^"]*" \[', dot, re.MULTILINE)) == 2
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", dot)


# ------------------------------------------------------------------------------------------ large


def test_everything_of_a_large_map_holds_an_overview_and_the_whole() -> None:
    made = everything(samples.large(), ("svg", "dot"))
    assert set(made) == {"svg", "dot", "whole.svg", "html"}
    boxes = {name: made[name].count(b'class="node box') for name in ("svg", "whole.svg")}
    assert boxes["svg"] < 60 < boxes["whole.svg"]
    assert made["html"].count(b'<figure class="sheet"') > 3


def test_everything_of_a_small_map_holds_it_once() -> None:
    assert set(everything(samples.harry(), ("svg", "png"))) == {"svg", "png", "html"}


def test_several_pictures_are_drawn_by_one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def counting(jobs: Sequence[Job], **how: object) -> list[Drawing | EngineError]:
        calls.append(len(jobs))
        return draw_many(jobs, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(products, "draw_many", counting)
    made = pictures(samples.northgate(), "svg", [Choice(section=str(number)) for number in (1, 2, 3)])
    assert calls == [3]
    assert [each.shown.part.split(" (")[0] for each in made] == [
        "section “Engineering review”",
        "section “Timing dispute”",
        "section “Operations”",
    ]


def test_frames_that_nobody_asked_for_do_not_cost_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_frames(jobs: Sequence[Job], **how: object) -> list[Drawing | EngineError]:
        if any("subgraph cluster_0" in job.dot for job in jobs):
            return [EngineError("trouble in init_rank")]
        return draw_many(jobs, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(products, "draw_many", no_frames)
    assert picture(samples.northgate(), "svg").shown.frames == ()
    with pytest.raises(EngineError):
        picture(samples.northgate(), "svg", look=Look(frames=True))
