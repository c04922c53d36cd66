"""What is left to do in a map: copies of a draft to be put in words, paragraphs without a claim, claims without support, evidence without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.render.markup import plain
from argmap.render.terminal.columns import cut
from argmap.render.text import clean
from argmap.render.wording import counted, name_of
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.assessment import Assessment

FORMAT = "argmap-todo/1"
Kind = Literal["untouched", "paragraph", "claim", "evidence"]
_HEADS: dict[Kind, tuple[str, str]] = {
    "untouched": ("statement to be put in your own words", "statements to be put in your own words"),
    "paragraph": ("paragraph without a claim", "paragraphs without a claim"),
    "claim": ("claim without support", "claims without support"),
    "evidence": ("piece of evidence without a source", "pieces of evidence without a source"),
}


class Todo(NamedTuple):
    """One thing to do: of which kind, where, its name (an id, or a paragraph of a document), and its words."""

    kind: Kind
    file: str
    line: int
    name: str
    words: str


def todo(assessment: Assessment) -> list[Todo]:
    """Return what is left to do: paragraphs in the order of their documents, then statements in the order of the map.

    What stands as it was copied from a draft (`untouched: yes`) is first to be put in words, and asked for nothing else.
    A claim is asked for support where a document, or the map's author, puts it forward as true, and neither a step nor a
    statement that entails it supports it. Of documents only those count whose text is at hand, and which the map cites.
    """
    return [*_paragraphs(assessment), *_statements(assessment)]


def todo_text(found: list[Todo], room: int, strong: Callable[[str], str] = str) -> str:
    """Lay out what is left to do, for a terminal of so many columns."""
    if not found:
        return "Nothing is left to do: every paragraph has a claim, every claim support, all evidence a source.\n"
    blocks = []
    for kind, (one, many) in _HEADS.items():
        items = [each for each in found if each.kind == kind]
        if items:
            head = strong(f"{counted(len(items), one, many)}:")
            blocks.append(
                "\n".join([head, *(cut(f"{each.file}:{each.line}: {each.name}  {each.words}", room) for each in items)])
            )
    return "\n\n".join(blocks) + "\n"


def todo_json(found: list[Todo]) -> str:
    """Return what is left to do as JSON, in the same order."""
    return json_text({"format": FORMAT, "todo": [each._asdict() for each in found]})


def _paragraphs(assessment: Assessment) -> Iterator[Todo]:
    for covered in assessment.coverage or ():
        cited = covered.count("mapped") or covered.elsewhere or covered.count("skipped")
        if covered.document is None or not cited:
            continue
        path = covered.document.source.path
        for part in covered.paragraphs:
            if not part.statements and not part.untouched and part.skipped is None:
                yield Todo("paragraph", path, part.line, f"{clean(covered.source.id)} {part.name}", clean(part.opening))


def _statements(assessment: Assessment) -> Iterator[Todo]:
    outline = assessment.outline
    for statement in assessment.map.statements:
        first = outline.first[statement.id]
        kind: Kind = "evidence" if statement.kind == "evidence" else "claim"
        if statement.flag("untouched"):
            bare, kind = True, "untouched"
        elif statement.kind == "evidence":
            bare = not (statement.citations or statement.get("from") or statement.get("by"))
        elif statement.kind == "assumption" or statement.flag("residual") or first != statement.id:
            bare = False
        else:
            bare = first in outline.held and not outline.supports[first] and not outline.entailed_by[first]
        if bare:
            source = assessment.sources[statement.file]
            line = source.position(statement.start).line
            words = clean(plain(statement.text)) if statement.named else ""
            yield Todo(kind, source.path, line, name_of(statement), words)
