"""Reads a map from a text and says what a rule finds, for tests of rules."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from argmap.checks.settings import Settings
from argmap.pipeline import analyse

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic


def found(text: str, *codes: str) -> list[Diagnostic]:
    """Return what these rules find in a map that has no other fault."""
    data = dedent(text).encode()
    diagnostics = analyse("map.argmap", {"map.argmap": data}.__getitem__, needs=(), checks=Settings(codes)).diagnostics
    assert [(each.code, each.message) for each in diagnostics if each.code[0] == "L"] == []
    return list(diagnostics)


def messages(text: str, *codes: str) -> list[str]:
    """Return the messages of these rules."""
    return [each.message for each in found(text, *codes)]


def lines(text: str, *codes: str) -> list[int]:
    """Return the lines on which these rules find something."""
    return [each.where.source.position(each.where.start).line for each in found(text, *codes)]
