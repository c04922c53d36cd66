"""Reads maps from texts, for tests: files are a dictionary of path and text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.pipeline import analyse

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.model import ArgumentMap


def analysis_of(text: str, **others: str) -> Analysis:
    """Analyse a map; `others` are further files, by their name without ending."""
    files = {"main.argmap": text} | {f"{name}.argmap": other for name, other in others.items()}

    def reader(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return files[path].encode()

    return analyse("main.argmap", reader, needs=())


def map_of(text: str, **others: str) -> ArgumentMap:
    """Return the map of a text that must be without fault."""
    analysis = analysis_of(text, **others)
    assert [(found.code, found.message) for found in analysis.diagnostics] == []
    return analysis.map


def codes_of(text: str, **others: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of everything that is wrong with a text."""
    found = analysis_of(text, **others).diagnostics
    places = [one.where.source.position(one.where.start) for one in found]
    return [(one.code, place.line, place.column) for one, place in zip(found, places, strict=True)]
