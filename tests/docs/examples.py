"""The examples in a page of docs/: fenced blocks that begin with ```argmap, read and checked as a user's files.

After `argmap` a block may say what it is:

    error L131      it has this fault, once, and no other (`warning` works alike)
    file NAME       it is a file of that name, which later blocks of the page can import
    continued       it goes on where the block before it ended
    latin-1         it is saved in that encoding instead of UTF-8
    checked         the rule S101 is run over it, and what the map allows looked at
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from argmap.checks.settings import Settings
from argmap.pipeline import analyse
from argmap.render.messages.plain import plain

ROOT = Path(__file__).resolve().parents[2]

_HEADING = re.compile(r"(#+) (.*)")
_FENCE = re.compile(r"( *)```(\w*) *(.*)")
_SEVERITIES = ("error", "warning", "suggestion")


@dataclass(frozen=True)
class Block:
    """A fenced block: its page and line, the heading above it, its language, the words after that, its text."""

    page: str
    line: int
    heading: str
    language: str
    words: tuple[str, ...]
    text: str

    @property
    def code(self) -> str | None:
        """The code of the fault it is to show."""
        return next((self.after(word) for word in _SEVERITIES if word in self.words), None)

    def after(self, word: str) -> str | None:
        """The word that follows another one, None where that is not there."""
        return self.words[self.words.index(word) + 1] if word in self.words else None

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


@dataclass(frozen=True)
class Example:
    """A block of argmap's language with what it takes to run it: the whole text, and the files beside it."""

    block: Block
    name: str
    text: str
    beside: tuple[tuple[str, bytes], ...]

    def findings(self, folder: Path) -> tuple[list[str], str]:
        """Check it as a file in that folder; return the codes that were found, and the messages as they are printed."""
        data = self.text.encode("latin-1" if "latin-1" in self.block.words else "utf-8")
        for name, content in (*self.beside, (self.name, data)):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        checks = Settings(("S101", "L")) if "checked" in self.block.words else None
        analysis = analyse(str(folder / self.name), needs=(), checks=checks)
        printed = plain(analysis.diagnostics).replace(f"{folder}/", "")
        return [found.code for found in analysis.diagnostics], printed


def blocks(page: str) -> list[Block]:
    """Return all fenced blocks of a page (its path from the root of the project)."""
    found: list[Block] = []
    heading = ""
    opened: tuple[int, int, str, tuple[str, ...]] | None = None
    body: list[str] = []
    for number, line in enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), start=1):
        fence = _FENCE.fullmatch(line)
        if opened is None and fence is not None:
            opened, body = (number, len(fence[1]), fence[2], tuple(fence[3].split())), []
        elif opened is not None and fence is not None and not fence[2] and len(fence[1]) == opened[1]:
            found.append(Block(page, opened[0], heading, opened[2], opened[3], "".join(f"{each}\n" for each in body)))
            opened = None
        elif opened is not None:
            body.append(line[opened[1] :])
        elif title := _HEADING.fullmatch(line):
            heading = title[2]
    assert opened is None, f"{page}: a block is never closed, the one after {found[-1:]}"
    return found


def examples(page: str) -> list[Example]:
    """Return the examples of argmap's language in a page."""
    found: list[Example] = []
    beside: dict[str, bytes] = {}
    before = ""
    for block in blocks(page):
        if block.language != "argmap":
            continue
        text = f"{before}\n{block.text}" if "continued" in block.words else block.text
        name = block.after("file") or "map.argmap"
        others = tuple((other, content) for other, content in beside.items() if other != name)
        found.append(Example(block, name, text, others))
        if block.after("file"):
            beside[name] = text.encode()
        elif block.code is None:
            before = text
    return found


def rewritten(page: str, texts: dict[Block, str]) -> str:
    """Return a page with other texts in some of its blocks."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    for block in sorted(texts, key=lambda block: -block.line):
        size = len(block.text.splitlines())
        lines[block.line : block.line + size] = texts[block].splitlines()
    return "".join(f"{line}\n" for line in lines)
