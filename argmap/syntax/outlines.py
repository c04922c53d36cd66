"""Outlines of other notations, and what they would be in words of the language: Argdown, YAML, bullets, labels.

Each line of an outline has a mark: a bullet, a number, a heading in brackets, a label with a colon, or a word such as
`because`. What it means is a guess, made only to show how a map is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argmap.syntax.faults.meanings import CONCLUSIONS, meaning_of
from argmap.vocabulary import RESERVED, STATEMENT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARK = re.compile(r"(?P<bullet>[-+*•–—>]+(?=\s)|<[+_-](?=\s)|\(?\d+[.)](?=\s))\s*")
_TITLE = re.compile(r"(?P<sign>[\[<])(?P<title>[^\]>\n]+)[\]>](?::\s*|\s*$)")
_LABEL = re.compile(r"(?P<label>[^\W\d][\w -]{0,30}?)\s*(?P<number>\d*)\s*:(?:\s+|$)")
_RULE = re.compile(r"(?:={3,}|-{3,})$")
_FIRST = re.compile(r"(?P<word>[^\W\d]+),?\s+(?=\S)")
_MOVES = frozenset({"because", "but", "since", "unless"})
_OF_STEPS = {"since": "because", "unless": "but"}  # and what they would be without a step
_MOST = 12  # lines of a sketch
_MOST_READ = 200  # lines of an outline
_INDENT = "    "


@dataclass(slots=True)
class _Line:
    """A line of an outline: how deep it is indented, its mark, what it says, and the word of the language for that."""

    depth: int
    bullet: str = ""
    title: str = ""
    label: str = ""
    word: str = ""
    text: str = ""
    below: list[_Line] = field(default_factory=list)
    tails: list[_Line] = field(default_factory=list)


def is_outline(lines: Iterable[str]) -> str | None:
    """Say what kind of outline these lines are, where (nearly) all of them have a mark; None where they have not."""
    lines = list(lines)
    read = [_line(line) for line in lines]
    rules = sum(_RULE.match(line.strip()) is not None for line in lines)
    marked = sum(bool(line.bullet or line.title or line.label or line.word) for line in read)
    if marked < 2 or (marked + rules) * 4 < (len(lines) - 1) * 3:  # noqa: PLR2004 - three quarters
        return None
    if any(line.title for line in read) or any(_RULE.match(line.strip()) for line in lines[1:]):
        return "Argdown"
    if any(line.label for line in read):
        return "YAML, or an outline with labels"
    return "an outline" if any(line.bullet for line in read) else "an argument without quotes and braces"


def sketch(lines: Iterable[str]) -> str:
    """Write the beginning of an outline as a map; "" where too little of it is understood."""
    read = [line for text in list(lines)[:_MOST_READ] if (line := _line(text)).text or line.title or line.label]
    if sum(bool(line.label and not line.word) for line in read) * 2 > len(read):
        return ""
    if all(line.bullet.strip("(.)").isdigit() for line in read[:-1]) and read[-1].word == "claim":
        read = [read[-1], *read[:-1]]  # premises with numbers, and then what follows from them
        for premise in read[1:]:
            premise.word = premise.word or "because"
    written = list(_written(_nested(read), set()))
    return "\n".join(written if len(written) <= _MOST else [*written[: _MOST - 1], "…"])


def _line(raw: str) -> _Line:
    text = raw.expandtabs(4)
    line = _Line(len(text) - len(text.lstrip()))
    text = text.strip()
    if _RULE.match(text):
        return line
    if (mark := _MARK.match(text)) is not None:
        line.bullet, text = mark["bullet"], text[mark.end() :]
    if (title := _TITLE.match(text)) is not None:
        line.title, text = title["title"], text[title.end() :]
    elif (label := _LABEL.match(text)) is not None:
        line.label, text = label["label"], text[label.end() :]
        line.word = meaning_of(line.label)
    first = _FIRST.match(text) if not line.word else None
    word = meaning_of(first["word"]) if first is not None else ""
    quoted = first is not None and text[first.end() :].startswith(('"', "“"))
    if first is not None and word and (word in _MOVES or quoted or first["word"].lower() in CONCLUSIONS):
        line.word, text = word, text[first.end() :]
    line.text = text.strip().strip('"“”')
    line.text = line.text[:1].upper() + line.text[1:]
    return line


def _nested(lines: list[_Line]) -> list[_Line]:
    """Put each line below the one it is about; return the claims."""
    claims: list[_Line] = []
    above: list[_Line] = []
    cons = any(line.bullet.startswith("+") for line in lines)  # else a dash is only a bullet
    for line in lines:
        if line.label and not line.word:
            continue  # a title, an author
        if line.word in _OF_STEPS and len(above) > 1:
            above[-1].tails.append(line)
            continue
        line.word = _OF_STEPS.get(line.word, line.word)
        moves = line.word in _MOVES
        while above and above[-1].depth >= line.depth and not (moves and len(above) == 1):
            above.pop()
        if line.word == "claim" or not above:
            line.word = "claim" if moves or not line.word else line.word
            claims.append(line)
            above = [line]
            continue
        parent = above[-1]
        group = parent.word if parent.label and not parent.text else ""  # `objections:`, with a line for each below it
        line.word = line.word or group or ("but" if cons and line.bullet == "-" else "because")
        parent.below.append(line)
        above.append(line)
    return claims


def _written(lines: list[_Line], known: set[str], margin: str = "", about: str = "") -> Iterator[str]:
    """Write lines with what is below them; `known` are names that were given before, `about` is what these are about."""
    for line in lines:
        name = _name(line.title)
        if line.label and not line.text:
            yield from _written(line.below, known, margin, about)
            continue
        again = name in known
        if not line.text and (not name or (again and (not margin or name == about))):
            continue
        known.add(name)
        if again and not line.text:
            line.below = []  # what stands on a statement given above would have to stand there
        yield from _with_below(
            _head(line, "" if again and line.text else name, margin, again=again), line, known, margin
        )


def _with_below(head: str, line: _Line, known: set[str], margin: str) -> Iterator[str]:
    below = list(_written(line.below, known, margin + _INDENT, _name(line.title)))
    yield from [f"{margin}{head} {{", *below, f"{margin}}}"] if below else [f"{margin}{head}"]
    if margin:  # else there is no step that they could be about
        yield from _written(line.tails, known, margin + _INDENT)


def _head(line: _Line, name: str, margin: str, *, again: bool) -> str:
    word = line.word
    if not margin:
        word = word if word in STATEMENT_KINDS else "claim"
    elif word in STATEMENT_KINDS:
        word = f"because {word}"
    elif name and not again:
        word = f"{word} claim"
    text = line.text.replace("\\", "\\\\").replace('"', '\\"')
    return " ".join(part for part in (word, name, f'"{text}"' if text else "") if part)


def _name(title: str) -> str:
    name = re.sub(r"[^\w]+", "-", title.lower()).strip("-_")
    return f"{name}-1" if name in RESERVED else name
