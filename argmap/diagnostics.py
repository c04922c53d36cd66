"""What argmap has to say about a map: one immutable record, made by every stage, shown by every output form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.codes import CODES

if TYPE_CHECKING:
    from argmap.source import Source

Severity = Literal["error", "warning", "suggestion"]


class Label(NamedTuple):
    """A stretch of a source text, from offset `start` up to `end`, and what is to be seen there."""

    source: Source
    start: int
    end: int
    text: str = ""


class Mend(NamedTuple):
    """One way to put it right, and the case it is for.

    Where `whole_line` is true, `text` can be pasted over the line of the fault (over all lines on which it lies), less
    the indentation; else it is advice, or shows the form. Where `sure` is true as well, nothing else can have been
    meant, and `--fix` does it.
    """

    text: str
    when: str = ""
    whole_line: bool = False
    sure: bool = False


def line_mend(source: Source, start: int, end: int, instead: str, when: str = "") -> Mend:
    """Make the mend that puts something else between two offsets, and leaves the rest of the line as it is."""
    if source.line_end(end) - source.line_start(start) > _LONGEST_LINE:
        return Mend(f"… {instead} …", when)
    return Mend(source.line_with(start, end, instead), when, whole_line=True)


def lines_of(where: Label) -> tuple[int, int]:
    """Return the lines on which a place lies, less the space around them: what the mend of a whole line replaces."""
    text, start, end = where.source.text, where.source.line_start(where.start), where.source.line_end(where.end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


class Diagnostic(NamedTuple):
    """One finding.

    `code` says which kind of fault it is (its name is in `codes.py`), `message` what was found, `where` the place,
    `help` what was expected there in plain words, `mends` what could be written instead, `related` further places.
    """

    code: str
    message: str
    where: Label
    help: str = ""
    mends: tuple[Mend, ...] = ()
    related: tuple[Label, ...] = ()
    severity: Severity = "error"

    @property
    def name(self) -> str:
        """What its code is called; rules of the house (X) have no names of their own."""
        return CODES.get(self.code, "house-rule")


def in_order(diagnostics: list[Diagnostic], paths: list[str]) -> list[Diagnostic]:
    """Sort by file (in the order of `paths`), place and code, each finding once."""
    rank = {path: number for number, path in enumerate(paths)}
    seen: dict[tuple[str, str, int, str], Diagnostic] = {}
    for found in diagnostics:
        seen.setdefault((found.where.source.path, found.code, found.where.start, found.message), found)

    def key(found: Diagnostic) -> tuple[int, int, int, str]:
        where = found.where
        return (rank.get(where.source.path, len(rank)), where.start, where.end, found.code)

    return sorted(seen.values(), key=key)


def counted_once(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Fold repetitions of one slip of the pen into the first of them, with their number ("2 more in this file")."""
    more: dict[tuple[str, str, str], int] = {}
    first: list[tuple[Diagnostic, tuple[str, str, str]]] = []
    for found in diagnostics:
        key = (found.where.source.path, found.code, found.message if found.code in _SAME_WORDS else "")
        if found.code in FOLDED and key in more:
            more[key] += 1
        else:
            more[key] = 0
            first.append((found, key))
    return [_with_count(found, more[key]) for found, key in first]


# The same slip through a whole file (a text pasted from a word processor, a `;` behind every line) is one message, not
# fifty; and so is a name that is defined nowhere, but used in twenty places.
_SAME_WORDS = frozenset({"L124", "L201"})
FOLDED = frozenset({"L103"}) | _SAME_WORDS
_LONGEST_LINE = 1000  # longer lines are not shown again with their mend


def _with_count(found: Diagnostic, more: int) -> Diagnostic:
    return found._replace(message=f"{found.message} ({more} more in this file)") if more else found
