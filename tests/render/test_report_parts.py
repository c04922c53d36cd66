"""Parts of a report by themselves: the light picture, the one script, the style sheet, Markdown's escapes."""

import re
import xml.etree.ElementTree as ET

import pytest

from argmap.render.markup import Html
from argmap.render.report.markdown import escape
from argmap.render.report.picture import as_script
from argmap.render.report.script import bundle, modules
from argmap.render.report.slim import slim
from argmap.render.report.style import style
from argmap.render.report.templates import source

SVG = "{http://www.w3.org/2000/svg}"
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 75 38"><g id="graph0" class="graph">
<g id="box-c" class="node box claim" data-kind="claim" data-sources="s" data-strength="0.6000"><title>c, claim: Words.</title>\
<a href="#claim-c" aria-label="c, claim: Words."><path class="f-paper s-claim" fill="#ffffff" stroke="#6b8299" stroke-dasharray="5,2"\
 d="M12,0C12,0 88,0 88,0 94,0 100,6 100,12 100,12 100,38 100,38 100,44 94,50 88,50 88,50 12,50 12,50 6,50 0,44 0,38 0,38 0,12 0,12 0,6 6,0 12,0"/>\
<text x="5.26" y="10.04" font-weight="bold" font-size="8.00" class="f-claim-name" fill="#3e5c76">c</text>\
<text x="5.26" y="22.5" font-size="10.00" class="f-ink" fill="#1b2430">Words &amp; &lt;signs&gt; of 1.00 or 2.25</text>\
<polygon class="f-bar" fill="#2f6db5" stroke="none" points="5,20 5,25 50.5,25 50.5,20 5,20"/></a></g>
<g id="step-1" class="edge line support" data-kind="support" data-part="whole" data-from="box-e" data-to="box-c"><title>e supports c</title>\
<path class="s-support" fill="none" stroke="#007a5a" stroke-width="2.8" d="M1.26,2.94C3.5,4.5 5.5,6.5 7.5,8.5"/>\
<polygon class="f-support s-support" fill="#007a5a" stroke="#007a5a" stroke-width="2.8" points="7.51,8.5 9,9.04 8,7 7.51,8.5"/></g>
</g></svg>"""


def test_a_light_picture_keeps_places_words_links_and_what_the_script_needs() -> None:
    root = ET.fromstring(slim(PICTURE))  # noqa: S314 - written here
    box = next(group for group in root.iter(f"{SVG}g") if group.get("id") == "box-c")
    assert box.get("class") == "box claim f-ink"
    (link,) = box.iter(f"{SVG}a")
    assert link.get("href") == "#claim-c"
    outline, bar = box.iter(f"{SVG}rect")
    assert [outline.get(key) for key in ("x", "y", "width", "height", "rx")] == ["0", "0", "100", "50", "12"]
    assert (outline.get("class"), outline.get("stroke-dasharray")) == ("f-paper s-claim", "5,2")
    assert [bar.get(key) for key in ("x", "y", "width", "height")] == ["5", "20", "45.5", "5"]
    name, text = box.iter(f"{SVG}text")
    assert name.attrib == {"x": "5.2", "y": "10", "class": "tb t8 f-claim-name"}
    assert text.attrib == {"x": "5.2", "y": "22.5"}
    assert text.text == "Words & <signs> of 1.00 or 2.25"
    line = next(group for group in root.iter(f"{SVG}g") if group.get("id") == "step-1")
    assert dict(line.attrib) == {
        "id": "step-1",
        "class": "line support",
        "data-from": "box-e",
        "data-to": "box-c",
    }
    assert line.findtext(f"{SVG}title") == "e supports c"
    path, head = line.iter(f"{SVG}path"), line.iter(f"{SVG}polygon")
    assert [dict(each.attrib) for each in path] == [
        {"class": "s-support", "stroke-width": "2.8", "d": "M1,2C3,4 5,6 7,8"}
    ]
    assert [dict(each.attrib) for each in head] == [{"class": "f-support", "points": "7.5,8.5 9,9 8,7 7.5,8.5"}]


def test_colours_that_a_class_names_are_left_to_the_style_sheet_and_are_in_it() -> None:
    light = slim(PICTURE)
    assert "#" not in light.replace("#claim-c", "")
    from argmap.render.report.picture import Drawn

    sheet = style([Drawn(Html(light), "c", 100, 50)])
    for role in set(re.findall(r"[fs]-[a-z-]+", light)):
        assert f".{role} {{" in sheet


def test_each_module_stands_before_those_that_import_it() -> None:
    seen: set[str] = set()
    for name, text in modules().items():
        assert set(re.findall(r'from "\./([\w-]+\.js)"', text)) <= seen
        seen.add(name)
    assert list(modules())[-1] == "main.js"


def test_every_name_that_is_imported_is_exported() -> None:
    texts = modules()
    for text in texts.values():
        for names, other in re.findall(r'^import \{ ([^}]*) \} from "\./([\w-]+\.js)"', text, re.MULTILINE):
            for name in names.split(", "):
                assert re.search(rf"^export (?:function|class|const) {name}\b", texts[other], re.MULTILINE)


def test_the_script_of_a_page_imports_and_exports_nothing() -> None:
    assert not re.search(r"^\s*(?:import|export)\b", bundle(), re.MULTILINE)


def test_ones_own_script_or_style_cannot_end_its_element() -> None:
    def own(name: str) -> str:
        return 'export const x = "</script><p>";' if name.endswith(".js") else 'p::after { content: "</style>" }'

    assert "</" not in bundle(own)
    assert "</" not in style([], own)


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "&amp;", "\u2028\u2029", "a\\u003c"])
def test_data_for_the_script_come_out_as_they_went_in_and_hold_no_markup(text: str) -> None:
    import json

    made = as_script({"text": text})
    assert json.loads(made) == {"text": text}
    assert not set("<>&\u2028\u2029") & set(made)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("*not* _this_ `or` [that](x)", r"\*not\* \_this\_ \`or\` \[that\](x)"),
        ("<b> & so", "&lt;b&gt; &amp; so"),
        ("two\nlines", "two lines"),
        (Html("<em>means</em> &amp; ends"), "means &amp; ends"),
    ],
)
def test_markdown_shows_every_sign_as_it_is(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_a_template_that_is_not_there_is_none() -> None:
    assert source("page.html")
    assert source("no-such.html") is None
    assert source("page.html", {"page.html": "mine"}.get) == "mine"


def test_long_lines_stay_lines_and_heads_have_no_outline_of_their_own() -> None:
    """A line of eight bends has as many points as a box with round corners."""
    bends = "M12,0" + "C" + " ".join("88,0 94,6 100,12" for _ in range(8))
    line = (
        f'<g id="r" class="edge line contrasts"><path class="s-grey" fill="none" stroke="#5b6675" d="{bends}"/>'
        '<polygon class="f-support s-support" fill="#007a5a" stroke="#007a5a" stroke-width="2" points="0,0 4,2 0,4 0,0"/>'
        '<polyline class="s-attack" fill="none" stroke="#b84a00" points="0,0 4,2"/></g>'
    )
    light = slim(PICTURE.replace("</g></svg>", f"{line}\n</g></svg>"))
    root = ET.fromstring(light)  # noqa: S314 - written here
    (group,) = (each for each in root.iter(f"{SVG}g") if each.get("id") == "r")
    path, head, bar = group
    assert path.tag == f"{SVG}path"
    assert dict(head.attrib) == {"class": "f-support", "points": "0,0 4,2 0,4 0,0"}
    assert dict(bar.attrib) == {"class": "s-attack", "points": "0,0 4,2"}


def test_letters_have_a_class_that_the_style_sheet_knows() -> None:
    legend = '<text x="1" y="2" font-weight="bold" font-size="9.00" class="f-ink" fill="#1b2430">a</text>'
    root = ET.fromstring(slim(PICTURE.replace("\n</g></svg>", f"\n{legend}</g></svg>")))  # noqa: S314 - written here
    assert [text.get("class") for text in root.iter(f"{SVG}text")] == ["tb t8 f-claim-name", None, "tb t9 f-ink"]
    sheet = source("map.css") or ""
    assert ".t8 {\n  font-size: 8px;" in sheet
    assert ".tb {\n  font-weight: bold;" in sheet
