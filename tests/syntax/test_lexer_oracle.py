"""The lexer gives the tokens that Lark's own contextual lexer gives from the terminals of the grammar."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lark import Lark

from argmap.model import ArgumentMap
from argmap.resources import read_text
from argmap.syntax.lexer import tokens
from argmap.syntax.parser import GRAMMAR
from argmap.syntax.printer import print_map
from tests.conftest import ROOT
from tests.strategies import argument_maps

MAPS = sorted((ROOT / "maps").rglob("*.argmap"))

Piece = tuple[str, str, int, int]


@cache
def oracle() -> Lark:
    return Lark(read_text("grammars", GRAMMAR), parser="lalr", lexer="contextual", maybe_placeholders=False)


def pieces_by_lark(text: str) -> list[Piece]:
    steps = oracle().parse_interactive(text).iter_parse()
    return [(token.type, str(token), token.start_pos or 0, token.end_pos or 0) for token in steps]


def pieces(text: str) -> list[Piece]:
    return [(token.type, token.value, token.start, token.end) for token in tokens(text)]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_map_has_the_tokens_of_lark(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert pieces(text) == pieces_by_lark(text)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_printed_maps_have_the_tokens_of_lark(whole: ArgumentMap) -> None:
    for text in print_map(whole).values():
        assert pieces(text) == pieces_by_lark(text)
