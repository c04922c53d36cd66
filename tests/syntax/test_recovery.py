"""After an error the reading goes on: it always ends, stays within the text, and invents few errors."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.messages.plain import as_json, plain
from argmap.syntax.lexer import tokens
from tests.conftest import ROOT
from tests.reading import analysis_of

TEXTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "maps").rglob("*.argmap"))
    if "import" not in path.read_text(encoding="utf-8")
}
MOST = 8  # messages for one broken token


def broken(text: str, seed: int) -> tuple[str, int]:
    """Break one token of a text: leave it out, double it, swap it with the next, cut it, or put a stray sign before it."""
    chance = random.Random(seed)
    found = tokens(text)
    index = chance.randrange(len(found) - 1)
    token, following = found[index], found[index + 1]
    match chance.choice(["leave out", "double", "swap", "cut", "stray"]):
        case "leave out":
            return text[: token.start] + text[token.end :], token.start
        case "double":
            return text[: token.end] + " " + token.value + text[token.end :], token.start
        case "swap":
            between = text[token.end : following.start]
            return text[: token.start] + following.value + between + token.value + text[following.end :], token.start
        case "cut":
            at = token.start + chance.randrange(max(1, len(token.value)))
            return text[:at] + text[at + 1 :], token.start
        case _:
            return text[: token.start] + chance.choice('"{}[]&|>,:;.#“”+-*()\\é☃ \n') + text[token.start :], token.start


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_one_broken_token_gives_few_messages_near_it(name: str) -> None:
    text = TEXTS[name]
    counts = []
    for seed in range(60):
        mended, at = broken(text, seed)
        began = time.monotonic()
        found = analysis_of(mended).diagnostics
        assert time.monotonic() - began < 10, seed
        plain(found)
        as_json(found)
        for one in found:
            assert 0 <= one.where.start <= len(mended), seed
        counts.append(len(found))
        assert len(found) <= MOST or at < len(text) // 10, (seed, [one.code for one in found][:20])
    assert sorted(counts)[len(counts) * 3 // 4] <= 2  # three in four give at most two


@settings(max_examples=150)
@given(st.text(alphabet='abc "{}[]&|>,:#\n“”because but since unless claim cite as', max_size=120))
def test_any_text_at_all_is_read_to_its_end(text: str) -> None:
    began = time.monotonic()
    plain(analysis_of(text).diagnostics)
    assert time.monotonic() - began < 10


WORDS = ["claim", "evidence", "because", "but", "since", "unless", "as", "{", "}", '"text"', "name", "cite:", "par2", "&", "\n", "section", "of",
         "matrix", "| a | b |", "question", "scenario", "set", "map", "import", "excludes", "[", "]", ">", ",", "source", "note:"]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_row_of_words_is_read_to_its_end(words: list[str]) -> None:
    began = time.monotonic()
    plain(analysis_of(" ".join(words)).diagnostics)
    assert time.monotonic() - began < 10
