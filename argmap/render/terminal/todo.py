"""What is left to do in a map: copies of a draft to be put in words, paragraphs without a claim, claims without support, evidence without a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.render.markup import plain
from argmap.render.terminal.columns import cut
from argmap.render.text import clean
from argmap.render.wording import counted, name_of, of_kinds
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.assessment import Assessment
    from argmap.model import Statement
    from argmap.outline import Outline

FORMAT = "argmap-todo/1"
Kind = Literal["untouched", "paragraph", "hypothesis", "claim", "evidence"]


class Todo(NamedTuple):
    """One thing to do: of which kind, where, its name (an id, or a paragraph of a document), and its words."""

    kind: Kind
    file: str
    line: int
    name: str
    words: str


# What the items of these kinds are called together.
_HEADS: dict[tuple[Kind, ...], Callable[[list[Todo]], str]] = {
    ("untouched",): lambda found: f"{counted(len(found), 'statement')} to be put in your own words",
    ("paragraph",): lambda found: f"{counted(len(found), 'paragraph')} without a claim",
    ("hypothesis", "claim"): lambda found: f"{of_kinds(one.kind for one in found)} without support",
    ("evidence",): lambda found: f"{counted(len(found), 'piece')} of evidence without a source",
}


def todo(assessment: Assessment) -> list[Todo]:
    """Return what is left to do: paragraphs in the order of their documents, then statements in the order of the map.

    What stands as it was copied from a draft (`untouched: yes`) is first to be put in words, and asked for nothing else.
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
            if not part.statements and not part.untouched and part.skipped is None:
                yield Todo("paragraph", path, part.line, f"{clean(covered.source.id)} {part.name}", clean(part.opening))


def _statements(assessment: Assessment) -> Iterator[Todo]:
    for statement in assessment.map.statements:
        kind = _asked(assessment.outline, statement)
        if kind is not None:
            source = assessment.sources[statement.file]
            line = source.position(statement.start).line
            words = clean(plain(statement.text)) if statement.named else ""
            yield Todo(kind, source.path, line, name_of(statement), words)


def _asked(outline: Outline, statement: Statement) -> Kind | None:
    """Return as what kind a statement is to be seen to; None where nothing is asked of it."""
    if statement.flag("untouched"):
        return "untouched"
    if statement.id in outline.unsupported:
        return "hypothesis" if statement.kind == "hypothesis" else "claim"
    if statement.kind != "evidence" or outline.first[statement.id] in outline.awaited:
        return None
    return None if statement.citations or statement.get("from") or statement.get("by") else "evidence"
