"""Findings that the map itself allows: `# argmap: allow S102 the archive burnt down`.

An allowance holds for the line it stands on, and for the statement there. On a line of its own it holds for the
statement that follows, and for the one in whose block it stands. To a statement belong its head and its own attributes,
not what is nested in it.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.codes import CODES, UNUSED
from argmap.diagnostics import Diagnostic, Label, Mend
from argmap.syntax.lexer import all_tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from argmap.model import Allowance
    from argmap.source import Source


def without_allowed(
    found: Iterable[Diagnostic],
    allowances: Sequence[Allowance],
    sources: Sequence[Source],
    was_run: Collection[str],
) -> list[Diagnostic]:
    """Leave out what is allowed, and add a finding for each allowance that allowed nothing.

    Allowances of imported files may be needed where those are read by themselves, and are not called idle here.

    Args:
        found: The findings.
        allowances: The allowances of the map.
        sources: The texts of its files, in the order in which the allowances count them.
        was_run: The codes of the rules that were run: of the others nobody knows whether there is anything to allow.
    """
    reach = {number: _Reach(sources[number]) for number in {allowance.file for allowance in allowances}}
    held: dict[tuple[str, str, int], list[int]] = {}  # code, path and line: the allowances that hold there
    for index, allowance in enumerate(allowances):
        for line in reach[allowance.file].of(allowance):
            held.setdefault((allowance.code, sources[allowance.file].path, line), []).append(index)
    by_path = {each.source.path: each for each in reach.values()}
    used: set[int] = set()
    kept = []
    for each in found:
        there = by_path.get(each.where.source.path)
        lines = there.lines_of(each.where.start) if there is not None else ()
        holding = [index for line in lines for index in held.get((each.code, each.where.source.path, line), ())]
        used.update(holding)
        if not holding:
            kept.append(each)
    unused = [each for index, each in enumerate(allowances) if index not in used and each.file == 0]
    return kept + [_unused(each, sources) for each in unused if _is_known(each.code, was_run)]


def _is_known(code: str, was_run: Collection[str]) -> bool:
    """Tell whether an allowance of that code can be called idle."""
    return code in was_run or code[0] == "L" or (code[0] != "X" and code not in CODES)


def _unused(allowance: Allowance, sources: Sequence[Source]) -> Diagnostic:
    code = allowance.code
    message = f"nothing here has to be allowed: there is no finding {code} on this statement"
    if code[0] == "L":
        message = f"{code} is a fault of form, which cannot be allowed"
    elif code not in CODES and code[0] != "X":
        message = f"there is no rule {code}"
    where = Label(sources[allowance.file], allowance.start, allowance.end)
    mends = (Mend("leave the comment out"),)
    return Diagnostic(UNUSED, message, where, "an allowance where a finding is", mends, severity="warning")


@dataclass(slots=True)
class _Block:
    """A block: where it opens and closes, the line of its head, and the block around it."""

    start: int
    head: int
    outer: _Block | None
    end: int = sys.maxsize


class _Reach:
    """Which lines of a file belong to one statement; a statement is known by the line on which its head begins."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.heads: dict[int, int] = {}  # the lines on which something stands, with the head they belong to
        self.blocks: list[_Block] = []  # in the order in which they open
        self._read()
        self.lines = list(self.heads)
        self.starts = [block.start for block in self.blocks]

    def _read(self) -> None:
        line_of = self.source.line_of
        opened: list[_Block] = []
        before = None  # the line on which the token before this one begins
        for token in all_tokens(self.source.text):
            line = line_of(token.start)
            if line not in self.heads:
                belongs = token.type == "KEY" and opened
                self.heads[line] = opened[-1].head if belongs else line
            if token.type == "LBRACE":
                opened.append(_Block(token.start, self.heads[before or line], opened[-1] if opened else None))
                self.blocks.append(opened[-1])
            elif token.type == "RBRACE" and opened:
                opened.pop().end = token.end
            if token.type != "NEWLINE":
                before = line

    def of(self, allowance: Allowance) -> set[int]:
        """Return the lines to which an allowance speaks: its own, and those of heads."""
        line = self.source.line_of(allowance.start)
        if line in self.heads:
            return {line, self.heads[line]}
        lines = {line}
        following = bisect_right(self.lines, line)
        if following < len(self.lines):
            lines.add(self.heads[self.lines[following]])
        around = self._around(allowance.start)
        if around is not None:
            lines.add(around.head)
        return lines

    def _around(self, offset: int) -> _Block | None:
        """Return the innermost block around a place."""
        last = bisect_left(self.starts, offset) - 1
        block = self.blocks[last] if last >= 0 else None
        while block is not None and block.end <= offset:
            block = block.outer
        return block

    def lines_of(self, offset: int) -> tuple[int, int]:
        """Return the line of a place, and that of the head to which it belongs."""
        line = self.source.line_of(offset)
        return line, self.heads.get(line, line)
