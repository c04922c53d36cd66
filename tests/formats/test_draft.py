"""A draft as a skeleton of its map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.checks.settings import Settings
from argmap.formats.draft import skeleton
from argmap.formats.sentences import LONGEST, first_sentence
from argmap.pipeline import analyse
from argmap.source import Source, UnreadableTextError, decode

if TYPE_CHECKING:
    from tests.conftest import Golden

DRAFT = """\
---
title: unseen
---
# Should the library open on Sundays?

Most readers would come on Sundays.[^1] Mr. Hill of St. Ann's says so.

<!-- to be filled in -->

## What it costs

Opening costs 9,000 a year ([minutes](minutes.md)), "no more".

```text
code

# no heading
```

| cost | year |
|------|------|
| 9,000 | 2024 |

- Heating
- Light

> Staff have offered to work.

![A picture](x.png)

[^1]: The survey of 2024.
"""


def made(text: str, *, markdown: bool = True) -> dict[str, bytes]:
    name = "draft.md" if markdown else "draft.txt"
    found = skeleton(Source(name, text), file=name, table="draft.tsv", markdown=markdown)
    return {"draft.argmap": found.map.encode(), name: text.encode(), "draft.tsv": found.table.encode()}


def findings(files: dict[str, bytes]) -> list[str]:
    def reader(path: str) -> bytes:
        if not files.get(path):
            raise FileNotFoundError(2, "No such file or directory", path)
        return files[path]

    found = analyse("draft.argmap", reader, needs=(), checks=Settings(preview=False)).diagnostics
    return [f"{each.code} {each.message}" for each in found]


def untouched(told: list[str]) -> list[str]:
    """Return what else is told than that the claims are copies, which it is of every skeleton with claims."""
    return [each for each in told if not each.startswith("A315 ")]


def test_the_skeleton_of_a_draft(golden: Golden) -> None:
    files = made(DRAFT)
    golden("draft.argmap", files["draft.argmap"].decode())
    golden("draft.tsv", files["draft.tsv"].decode())
    assert untouched(findings(files)) == []


def test_plain_text_has_sections_as_well(golden: Golden) -> None:
    text = "The pond\n\nThe fish died in May.\n\nWho did it\n\nThe mill let out dye\non the 3rd.\n"
    files = made(text, markdown=False)
    golden("draft-plain.argmap", files["draft.argmap"].decode())
    assert untouched(findings(files)) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Then there is the air.", "air"),
        ("Others propose a one-way system.", "one-way-system"),
        ("The mayor claims that a ban would hurt.", "mayor-ban"),
        ("It may be so.", "may"),  # a word that says little is better than none
        ("Is it so, or is it?", "claim-1"),
        ("Evidence.", "evidence-2"),  # a word of the language is no name
    ],
)
def test_a_claim_is_called_by_the_words_that_tell_what_it_is_about(sentence: str, name: str) -> None:
    assert f"\nclaim {name} " in made(f"{sentence}\n", markdown=False)["draft.argmap"].decode()


WORDS = st.sampled_from([
    "The", "pond", "1,000", "U.N.", "claim", '"quoted"', "back\\slash", "[link](#id)", "[^1]", "*it*", "{brace}", "#", "|",
    "“curly”", "a.", "B!", "half-\n", "\u00ad", "`code`", "\t", "¹", "\x0c", "->", "evidence", "ñandú", "日本。",
])  # fmt: skip
LINES = st.lists(WORDS, max_size=12).map(" ".join)
TEXTS = st.lists(
    st.one_of(LINES, st.sampled_from(["", "# Head", "Head", "```", "---", "Notes", "1. x", "> q", "| a |"])),
    max_size=12,
)


@given(text=TEXTS.map("\n".join), markdown=st.booleans())
@example(text="a\x0cb", markdown=False)
@example(text='"""', markdown=True)
@example(text="claim", markdown=False)
def test_a_skeleton_is_never_a_broken_map(text: str, markdown: bool) -> None:  # noqa: FBT001 - drawn
    files = made(text, markdown=markdown)
    if text.strip():
        assert [each for each in findings(files) if each[0] == "L" or each.startswith(("S116", "C2"))] == []


@given(text=st.text(max_size=200), markdown=st.booleans())
def test_whatever_the_draft_is_a_map_comes_of_it(text: str, markdown: bool) -> None:  # noqa: FBT001 - drawn
    try:
        text = decode(text.encode())
    except (UnreadableTextError, UnicodeEncodeError):
        return
    assert not [each for each in findings(made(text, markdown=markdown)) if each[0] == "L"]


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        ("One. Two.", "One."),
        ("The U.N. Security Council met. It left.", "The U.N. Security Council met."),
        ("Mr. Hill and Dr. J. Roe agree. So do I.", "Mr. Hill and Dr. J. Roe agree."),
        ("He said “no.” Then he left.", "He said “no.”"),
        ("Is it so? Yes.", "Is it so?"),
        ("It rose by 3.5 per cent, e.g. in May. Then it fell.", "It rose by 3.5 per cent, e.g. in May."),
        ("It waited … and left. So.", "It waited … and left."),
        ("No end", "No end"),
        ("a pond.¹ Two.", "a pond."),
        ("- First thing\n- Second thing", "First thing"),
        ("> Quoted here.\n> Twice.", "Quoted here."),
        ('See [the report](x.md "t") and [it][1]. So.', "See the report and it."),
    ],
)  # fmt: skip
def test_the_first_sentence(paragraph: str, sentence: str) -> None:
    assert first_sentence(paragraph) == sentence


def test_a_long_sentence_is_cut_at_a_word() -> None:
    cut = first_sentence("word " * 200)
    assert len(cut) <= LONGEST + 2
    assert cut.endswith("word …")
