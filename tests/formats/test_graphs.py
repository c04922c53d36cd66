"""Mermaid and GraphML: what other programs see of a map, and that no text becomes syntax there."""

import re
import xml.etree.ElementTree as ET

import pytest

from argmap.analysis import Analysis
from argmap.formats import graphml, mermaid
from argmap.formats.graph import graph_of
from tests.conftest import Golden
from tests.render import samples
from tests.render.samples import parsed

MAPS = {
    "harry": samples.harry,
    "northgate": samples.northgate,
    "analyst": samples.analyst,
    "hostile": samples.hostile,
}
every_map = pytest.mark.parametrize("name", MAPS)
_SYNTAX = '#<>&`*_|\\"'
XML = "{http://graphml.graphdrawing.org/xmlns}"


def data(element: ET.Element) -> dict[str, str]:
    return {each.get("key", "")[2:]: each.text or "" for each in element.iter(f"{XML}data")}


def graph(analysis: Analysis) -> tuple[dict[str, dict[str, str]], list[tuple[str, str, str]]]:
    root = parsed(graphml.dump(analysis))
    nodes = {each.get("id", ""): data(each) for each in root.iter(f"{XML}node")}
    edges = [(each.get("source", ""), each.get("target", ""), data(each)["role"]) for each in root.iter(f"{XML}edge")]
    return nodes, edges


@pytest.mark.parametrize("name", ["harry", "analyst"])
def test_mermaid_is_as_we_have_looked_at_it(name: str, golden: Golden) -> None:
    golden(f"formats/{name}.mmd", mermaid.dump(MAPS[name]()))


def test_graphml_is_as_we_have_looked_at_it(golden: Golden) -> None:
    golden("formats/harry.graphml", graphml.dump(samples.harry()))


@every_map
def test_the_same_map_gives_the_same_bytes(name: str) -> None:
    assert mermaid.dump(MAPS[name]()) == mermaid.dump(MAPS[name]())
    assert graphml.dump(MAPS[name]()) == graphml.dump(MAPS[name]())


# ---------------------------------------------------------------------------------------- Mermaid


@every_map
def test_mermaid_has_one_box_for_each_statement(name: str) -> None:
    analysis = MAPS[name]()
    boxes = re.findall(r'^    [nq]\d+\["[^"]*"\]:::[a-z]+$', mermaid.dump(analysis), re.MULTILINE)
    assert len(boxes) == len(analysis.map.classes()) + len(analysis.map.questions)


@every_map
def test_in_mermaid_no_text_holds_a_sign_of_its_syntax(name: str) -> None:
    for label in re.findall(r'^    [nq]\d+\["(.*)"\]:::', mermaid.dump(MAPS[name]()), re.MULTILINE):
        left = re.sub(r"#\d+;", "", label.replace("<br/>", "", 1))
        assert not set(left) & set(_SYNTAX)


def test_an_undercut_ends_on_the_point_of_its_step() -> None:
    written = mermaid.dump(samples.harry())
    assert '    s0((" ")):::point\n    n1 --- s0\n    n2 -.- s0\n    s0 --> n0\n' in written
    assert '    n3 -. "undercuts" .-o s0\n' in written


def test_what_is_not_assessed_has_no_figure() -> None:
    written = mermaid.dump(samples.harry())
    assert '"claim .61<br/>Harry is a British subject."' in written
    assert '"claim<br/>Both his parents were aliens."' in written


def test_a_strength_is_never_shown_as_certain() -> None:
    assert "#62;.99" in mermaid.dump(samples.hostile())
    assert "#60;.01" in mermaid.dump(samples.hostile())


# ---------------------------------------------------------------------------------------- GraphML


@every_map
def test_graphml_holds_every_statement_and_step(name: str) -> None:
    analysis = MAPS[name]()
    nodes, edges = graph(analysis)
    found = graph_of(analysis)
    assert len(nodes) == len(found.nodes) + len(found.steps) + len(found.questions)
    assert all(tail in nodes and head in nodes for tail, head, _ in edges)


def test_graphml_tells_what_a_statement_is() -> None:
    nodes, edges = graph(samples.northgate())
    (place, told) = next((place, told) for place, told in nodes.items() if told.get("label") == "E13")
    assert told == {
        "label": "E13",
        "kind": "evidence",
        "text": "Network diagram v9",
        "ids": "E13",
        "sources": "diagram",
        "section": "Attack hypothesis",
        "strength": "0.6",
    }
    (step,) = (head for tail, head, role in edges if tail == place and role == "premise")
    assert (nodes[step]["kind"], nodes[step]["weight"]) == ("support", "2.0")


def test_in_graphml_what_is_not_assessed_is_left_out() -> None:
    nodes, _ = graph(samples.northgate())
    assert "strength" not in next(told for told in nodes.values() if told.get("label") == "C8")


def test_a_text_comes_out_of_graphml_as_it_went_in() -> None:
    texts = {told.get("text", "") for told in graph(samples.hostile())[0].values()}
    assert any("<script>alert(1)</script>" in text for text in texts)
    assert any("&amp; &lt; &#x41;" in text for text in texts)
