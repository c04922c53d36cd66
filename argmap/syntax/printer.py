"""A map to its text: reading what is printed gives an equal map, and what can be nested is nested.

Equality takes no notice of comments, nor of the order in which a block holds citations, attributes and steps; so the
text of a printed map is not the text it was read from. Only the comments that allow findings are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import Relation
from argmap.syntax.blocks import Blocks, with_block
from argmap.syntax.deep import run
from argmap.syntax.layout import lay_out
from argmap.syntax.phrases import attribute, cell, cell_with_reason, indented, join, text
from argmap.syntax.placed import PlacedMove, PlacedSection, PlacedStatement, PlacedStep, UnprintableError
from argmap.syntax.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.model import ArgumentMap, Entity, Matrix, MatrixRow, Scenario
    from argmap.syntax.phrases import Lines
    from argmap.syntax.placed import Item

    Part = tuple[str, Lines]

__all__ = ["UnprintableError", "print_file", "print_map"]


def print_map(whole: ArgumentMap) -> dict[str, str]:
    """Return the text of each file of a map, by its path.

    Raises:
        UnprintableError: no text says this map.
    """
    return {file.path: print_file(whole, number) for number, file in enumerate(whole.files)}


def print_file(whole: ArgumentMap, file: int = 0) -> str:
    """Return the text of one file of a map.

    Raises:
        UnprintableError: no text says this map.
    """
    return "".join(line + "\n" for line in _Printer(whole, file).lines())


class _Printer:
    """One file on its way to text. A part is what stands outside blocks: its sort, and its lines."""

    def __init__(self, whole: ArgumentMap, file: int) -> None:
        self.whole = whole
        self.file = file
        self.scope = Scope(whole, file)
        self.blocks = Blocks(self.scope, self.comments)
        self.allowances = [each for each in reversed(whole.allowances) if each.file == file]

    def lines(self) -> Lines:
        return _spaced(self.parts())

    def parts(self) -> Iterator[Part]:
        whole, file = self.whole, self.file
        if file == 0:
            yield "map", self.head()
        for wanted in whole.files[file].imports:
            line = join(["import"], text(wanted.path))
            yield "import", join(line, [f"as {wanted.name}"]) if wanted.name else line
        for source in whole.sources:
            yield from self.declaration("source", source, source.title)
        for voice in whole.voices:
            yield from self.declaration("voice", voice, voice.name)
        for question in whole.questions:
            yield from self.declaration("question", question, question.text)
        yield from self.items(lay_out(whole, file))
        for matrix in whole.matrices:
            if matrix.file == file:
                yield "matrix", self.comments(matrix.start) + self.matrix(matrix)
        for scenario in whole.scenarios:
            if scenario.file == file:
                yield "scenario", self.comments(scenario.start) + self.scenario(scenario)
        yield "comment", self.comments(None)

    def head(self) -> Lines:
        """Write what the map says of itself, if anything."""
        whole = self.whole
        facts = self.blocks.attributes(whole.attributes)
        name = [[whole.name]] if whole.name is not None else []
        title = [text(whole.title)] if whole.title is not None else []
        return with_block(join(["map"], *name, *title), facts) if name or title or facts else []

    def declaration(self, word: str, entity: Entity, called: str) -> Iterator[Part]:
        """Write a source, voice or question, if it is of this file; a source called like its name needs no title."""
        if entity.file != self.file:
            return
        name = self.scope.name(entity.id)
        line = join([f"{word} {name}"], text(called)) if called not in ("", name) else [f"{word} {name}"]
        yield word, self.comments(entity.start) + with_block(line, self.blocks.attributes(entity.attributes))

    def items(self, items: list[Item]) -> Iterator[Part]:
        for item in items:
            match item:
                case PlacedStatement():
                    yield "statement", self.comments(item.statement.start) + run(self.blocks.statement(item))
                case PlacedMove():
                    yield "move", self.move(item)
                case PlacedSection():
                    yield "section", self.section(item)
                case Relation():
                    yield "relation", self.comments(item.start) + self.relation(item)

    def move(self, placed: PlacedMove) -> Lines:
        subject = [self.scope.name(placed.subject)]
        if isinstance(placed.move, PlacedStep):
            comments = self.comments(placed.move.step.start)
            return comments + join(subject, run(self.blocks.step(placed.move)))
        return join(subject, run(self.blocks.warrant(placed.move)))

    def section(self, placed: PlacedSection) -> Lines:
        section = placed.section
        comments = self.comments(section.start)
        source = [f"of {self.scope.name(section.source)}"] if section.source is not None else []
        head = join(["section"], text(section.title), *([source] if source else []), ["{"])
        outer = self.blocks.document
        self.blocks.document = section.source if section.source is not None else outer
        body = _spaced(self.items(placed.items))
        self.blocks.document = outer
        return [*comments, *head, *indented(body), "}"]

    def relation(self, relation: Relation) -> Lines:
        line = [f"{self.scope.name(relation.left)} {relation.kind} {self.scope.name(relation.right)}"]
        return line if relation.reason is None else join(line, text(relation.reason))

    def matrix(self, matrix: Matrix) -> Lines:
        """Write a matrix, with its bars below each other."""
        name = self.scope.name
        rater = f" by {name(matrix.rater)}" if matrix.rater is not None else ""
        heads = ["", *(f"{key}:" for key in matrix.columns), *map(name, matrix.hypotheses)]
        rows = [(heads, "")] + [self.row(row, matrix.columns) for row in matrix.rows]
        widths = [max(len(cells[column]) for cells, _ in rows) for column in range(len(heads))]
        body = [
            "| " + " | ".join(map(str.ljust, cells, widths)) + " |" + (f" {reason} |" if reason else "")
            for cells, reason in rows
        ]
        return [f"matrix {name(matrix.question)}{rater} {{", *indented(body), "}"]

    def row(self, row: MatrixRow, columns: tuple[str, ...]) -> tuple[Lines, str]:
        """Write the cells of a row, and apart from them its reason."""
        given = {each.key: cell_with_reason(str(each.value), each.reason) for each in row.attributes}
        cells = [given.get(column, "") for column in columns] + [cell(each) for each in row.cells]
        return [self.scope.name(row.statement), *cells], cell_with_reason("", row.reason)

    def scenario(self, scenario: Scenario) -> Lines:
        body: Lines = []
        for change in scenario.changes:
            line = [f"{change.action} {self.scope.name(change.target)}"]
            if change.action == "set":
                facts = [attribute(each, self.scope.name) for each in change.attributes]
                body += with_block(line, facts) if facts else [f"{line[0]} {{ }}"]
            else:
                body += line
        for matrix in scenario.matrices:
            body += self.matrix(matrix)
        return [*join(["scenario"], text(scenario.title), ["{"]), *indented(body), "}"]

    def comments(self, start: int | None) -> Lines:
        """Take the comments to argmap that stand before an offset (None: all that are left)."""
        lines = []
        while self.allowances and (start is None or self.allowances[-1].start <= start):
            allowance = self.allowances.pop()
            lines.append(f"# argmap: allow {allowance.code} {allowance.reason}")
        return lines


def _spaced(parts: Iterable[Part]) -> Lines:
    """Put the parts below each other, with empty lines between those that are long or of different sorts."""
    lines: Lines = []
    before: Part = ("", [])
    for part in parts:
        if not part[1]:
            continue
        if before[1] and (part[0] != before[0] or len(part[1]) > 1 or len(before[1]) > 1):
            lines.append("")
        lines += part[1]
        before = part
    return lines
