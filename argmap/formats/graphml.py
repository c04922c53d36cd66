"""A map as GraphML (http://graphml.graphdrawing.org), for programs that analyse and draw graphs.

Statements are nodes, and so are steps, as an undercut ends on one: premises lead to a step, the step to its conclusion.
Only one way: GraphML holds the graph, not the whole map.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from argmap.formats.graph import graph_of, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis import Analysis
    from argmap.formats.graph import Graph
    from argmap.strength.result import Strengths

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
# What nodes and edges have, with its type; the same words as in the language.
_NODE = {
    "label": "string",
    "kind": "string",
    "text": "string",
    "ids": "string",
    "sources": "string",
    "section": "string",
    "strength": "double",
    "weight": "double",
    "contribution": "double",
}
_EDGE = {"role": "string"}


def dump(analysis: Analysis) -> str:
    """Write a map without errors; `strength`, `weight` and `contribution` are left out where they are not assessed."""
    found = graph_of(analysis)
    keys = [f'  <key id="n-{name}" for="node" attr.name="{name}" attr.type="{kind}"/>' for name, kind in _NODE.items()]
    keys += [f'  <key id="e-{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>' for name, kind in _EDGE.items()]
    body = [*_statements(analysis, found), *_steps(analysis.leading, found), *_edges(found)]
    graph = ['  <graph id="map" edgedefault="directed">', *(f"    {line}" for line in body), "  </graph>"]
    return _HEAD + "\n".join([*keys, *graph, "</graphml>"]) + "\n"


def _statements(analysis: Analysis, found: Graph) -> Iterator[str]:
    for number, (question, _) in enumerate(found.questions):
        yield _node(f"q{number}", {"label": question.id, "kind": "question", "text": question.text})
    sections = analysis.map.sections
    for number, node in enumerate(found.nodes):
        first = node.first
        cited = dict.fromkeys(citation.source for each in node.statements for citation in each.citations)
        data = {
            "label": node.name or first.title,
            "kind": first.kind,
            "text": first.text,
            "ids": " ".join(each.id for each in node.statements),
            "sources": " ".join(cited),
            "section": "" if first.section is None else sections[first.section].title,
            "strength": "" if node.strength is None else repr(node.strength),
        }
        yield _node(f"n{number}", data)


def _steps(leading: Strengths | None, found: Graph) -> Iterator[str]:
    known = leading.steps if leading is not None else {}
    for number, step in enumerate(found.steps):
        data = {"label": step.id if step.named else "", "kind": step.kind, "ids": step.id}
        if step.id in known:
            data |= {"weight": repr(known[step.id].weight), "contribution": repr(known[step.id].contribution)}
        yield _node(f"s{number}", data)


def _edges(found: Graph) -> Iterator[str]:
    points = {step.id: f"s{number}" for number, step in enumerate(found.steps)}
    for step in found.steps:
        point, licences = points[step.id], {found.home[name] for name in step.warrants}
        for premise in found.premises(step):
            yield _edge(f"n{premise}", point, "warrant" if premise in licences else "premise")
        target = points[step.target] if step.kind == "undercut" else f"n{found.home[step.target]}"
        yield _edge(point, target, step.kind)
    for number, (_, answers) in enumerate(found.questions):
        yield from (_edge(f"n{answer}", f"q{number}", "answers") for answer in answers)
    for link in found.links:
        yield _edge(f"n{link.left}", f"n{link.right}", link.kind)


def _node(name: str, data: dict[str, str]) -> str:
    told = "".join(f'<data key="n-{key}">{_text(value)}</data>' for key, value in data.items() if value)
    return f'<node id="{name}">{told}</node>'


def _edge(source: str, target: str, role: str) -> str:
    return f'<edge source="{source}" target="{target}"><data key="e-role">{role}</data></edge>'


def _text(text: str) -> str:
    return escape(one_line(text), quote=False)
