"""The head of a report: what it is of, up to which day it holds, and from what input by which rule it was made."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import argmap
from argmap.render.markup import plain
from argmap.render.picture.compose import READINGS, title_of
from argmap.render.text import clean
from argmap.render.wording import counted

if TYPE_CHECKING:
    from argmap.analysis import Analysis

_SHORT = 12  # letters of the hash that are shown in the head; all of it stands under "Method"


@dataclass(frozen=True, slots=True)
class Header:
    """The head: `facts` in the first line of the page, `further` under "Method"."""

    title: str
    facts: tuple[tuple[str, str], ...]
    further: tuple[tuple[str, str], ...]


def header(analysis: Analysis, *, engine: str, title: str | None = None) -> Header:
    """Gather the head."""
    leading = analysis.leading
    files = [clean(file.path.replace("\\", "/").rpartition("/")[2]) for file in analysis.map.files]
    named = "File" if len(files) == 1 else "Files"
    digest = input_hash(analysis)
    more = counted(len(files) - 1, "more file") if len(files) > 1 else ""
    facts = (
        ("As of", clean(analysis.map.word("as-of"))),
        ("Author", plain(analysis.map.word("author"))),
        ("Semantics", f"{clean(leading.semantics)}, {READINGS[leading.reading]}" if leading else "not computed"),
        ("Input", f"{' and '.join(filter(None, (files[0] if files else '', more)))} · {digest[:_SHORT]}"),
        ("Made with", f"argmap {argmap.__version__}" + (f" · {clean(engine)}" if engine else "")),
    )
    further = ((named, ", ".join(files)), ("Input (SHA-256)", digest), ("Drawn by", clean(engine)))
    return Header(
        title=clean(title) if title else title_of(analysis),
        facts=tuple((name, value) for name, value in facts if value),
        further=tuple((name, value) for name, value in further if value),
    )


def input_hash(analysis: Analysis) -> str:
    """Return the SHA-256 of the map's text; of several files, that of their hashes, one a line."""
    hashes = [hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest() for source in analysis.sources]
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()
