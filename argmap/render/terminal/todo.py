"""What is left to do in a map: paragraphs without a claim, claims without support, evidence without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from argmap.render.markup import plain
from argmap.render.terminal.columns import cut
from argmap.render.text import clean
from argmap.render.wording import counted, name_of, of_kinds
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.assessment import Assessment
    from argmap.model import Statement

FORMAT = "argmap-todo/1"
Kind = Literal["paragraph", "hypothesis", "claim", "evidence"]


class Todo(NamedTuple):
    """One thing to do: of which kind, where, its name (an id, or a paragraph of a document), and its words."""

    kind: Kind
    file: str
    line: int
    name: str
    words: str


# What the items of these kinds are called together.
_HEADS: dict[tuple[Kind, ...], Callable[[list[Todo]], str]] = {
    ("paragraph",): lambda found: f"{counted(len(found), 'paragraph')} without a claim",
    ("hypothesis", "claim"): lambda found: f"{of_kinds(one.kind for one in found)} without support",
    ("evidence",): lambda found: f"{counted(len(found), 'piece')} of evidence without a source",
}


def todo(assessment: Assessment) -> list[Todo]:
    """Return what is left to do: paragraphs in the order of their documents, then statements in the order of the map.

    Claims and hypotheses without support are those of `Outline.unsupported`. Of documents only those count whose text is
    at hand, and which the map cites.
    """
    return [*_paragraphs(assessment), *_statements(assessment)]


def todo_text(found: list[Todo], room: int, strong: Callable[[str], str] = str) -> str:
    """Lay out what is left to do, for a terminal of so many columns."""
    if not found:
        return "Nothing is left to do: every paragraph has a claim, every claim support, all evidence a source.\n"
    blocks = []
    for kinds, head in _HEADS.items():
        items = [each for each in found if each.kind in kinds]
        if items:
            lines = [cut(f"{each.file}:{each.line}: {each.name}  {each.words}", room) for each in items]
            blocks.append("\n".join([strong(f"{head(items)}:"), *lines]))
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
            if not part.statements and part.skipped is None:
                yield Todo("paragraph", path, part.line, f"{clean(covered.source.id)} {part.name}", clean(part.opening))


def _statements(assessment: Assessment) -> Iterator[Todo]:
    outline = assessment.outline
    for statement in assessment.map.statements:
        unseen = outline.first[statement.id] in outline.awaited
        if statement.id in outline.unsupported or (not unseen and _lacks_source(statement)):
            source = assessment.sources[statement.file]
            line = source.position(statement.start).line
            words = clean(plain(statement.text)) if statement.named else ""
            yield Todo(cast("Kind", statement.kind), source.path, line, name_of(statement), words)


def _lacks_source(statement: Statement) -> bool:
    return statement.kind == "evidence" and not (statement.citations or statement.get("from") or statement.get("by"))
