"""A map as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), for pages that draw Mermaid themselves.

Only one way: a flowchart holds what is drawn, not the whole map.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.formats.graph import graph_of, one_line
from argmap.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.analysis import Analysis
    from argmap.formats.graph import Graph, Node
    from argmap.model import Step
    from argmap.vocabulary import RelationKind

# Signs that would be syntax or markup in a text between quotes; Mermaid reads `#35;` as a character by its number.
_ESCAPES = str.maketrans({char: f"#{ord(char)};" for char in '#&<>"`*_\\[]{}()|$'})
_LINKS: dict[RelationKind, str] = {
    "contradicts": 'x-- "contradicts" --x',
    "excludes": 'x-. "excludes" .-x',
    "entails": '-- "entails" -->',
    "explains": '-. "explains" .->',
    "contrasts": '-. "contrasts with" .-',
}
_ARROWS = {"support": "-->", "attack": '-. "attacks" .-x', "undercut": '-. "undercuts" .-o'}
_STYLES = (
    "classDef question fill:#EAF2FA,stroke:#1B2430,stroke-width:2px,color:#1B2430",
    "classDef hypothesis fill:#EAF2FA,stroke:#0B4F8A,stroke-width:2px,color:#1B2430",
    "classDef claim fill:#FFFFFF,stroke:#6B8299,color:#1B2430",
    "classDef evidence fill:#F1F4E8,stroke:#76854A,color:#1B2430",
    "classDef assumption fill:#FFFFFF,stroke:#7D7D7D,stroke-dasharray:4,color:#1B2430",
    "classDef point fill:#1B2430,stroke:#1B2430,color:#FFFFFF",
)


def dump(analysis: Analysis) -> str:
    """Write a map without errors as a flowchart that leads upward, one line for each box and each line."""
    found = graph_of(analysis)
    title = one_line(found.title).replace('"', "'").replace("\\", "/")
    head = ["---", f'title: "{title}"', "---"] if title else []
    lines = ["flowchart BT", *_boxes(found), *_steps(found), *_relations(found), *_STYLES]
    return "\n".join([*head, lines[0], *(f"    {line}" for line in lines[1:])]) + "\n"


def _boxes(found: Graph) -> Iterator[str]:
    for number, (question, _) in enumerate(found.questions):
        yield f'q{number}["{_text(question.text)}"]:::question'
    for number, node in enumerate(found.nodes):
        yield f'n{number}["{_label(node)}"]:::{node.first.kind}'


def _label(node: Node) -> str:
    head = " ".join(filter(None, (_text(node.name), node.first.kind, _text(_figure(node.strength)))))
    return f"{head}<br/>{_text(node.first.title) or '(no text)'}"


def _figure(strength: float | None) -> str:
    """Show a strength as pictures do: never as 0 or 1, and not at all where it is not assessed."""
    if strength is None:
        return ""
    text = rounded(strength, 2)
    return {"0.00": "<.01", "1.00": ">.99"}.get(text) or text.removeprefix("0")


def _steps(found: Graph) -> Iterator[str]:
    broken = {step.target for step in found.steps if step.kind == "undercut"}
    points = {step.id: f"s{number}" for number, step in enumerate(found.steps)}
    for step in found.steps:
        target = points[step.target] if step.kind == "undercut" else f"n{found.home[step.target]}"
        yield from _step(found, step, points[step.id], target, pointed=step.id in broken)


def _step(found: Graph, step: Step, point: str, target: str, *, pointed: bool) -> Iterator[str]:
    """Write a step as one line, or with a point where several premises meet or something breaks it."""
    premises = found.premises(step)
    arrow = _ARROWS[step.kind]
    if len(premises) == 1 and not pointed:
        yield f"n{premises[0]} {arrow} {target}"
        return
    yield f'{point}((" ")):::point'
    licences = {found.home[name] for name in step.warrants}
    for premise in premises:
        yield f"n{premise} {'-.-' if premise in licences else '---'} {point}"
    yield f"{point} {arrow} {target}"


def _relations(found: Graph) -> Iterator[str]:
    for number, (_, answers) in enumerate(found.questions):
        yield from (f"n{answer} --- q{number}" for answer in answers)
    for link in found.links:
        if link.left != link.right:
            yield f"n{link.left} {_LINKS[link.kind]} n{link.right}"


def _text(text: str) -> str:
    return one_line(text).translate(_ESCAPES)
