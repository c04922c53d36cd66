"""Citations as they are written elsewhere, `Smith 2020, p. 3`: what each part is in the one word that a citation takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Mend
from argmap.lower.names import LOOSE_LOCATOR, find, has_meaning
from argmap.syntax.texts import text_of
from argmap.vocabulary import LOCATOR_UNITS, WRITTEN_UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.lower.work import Work
    from argmap.syntax.lexer import Token

_PLACES = re.compile(r"[0-9]+(?:[-–—][0-9]+)?")
_YEAR = re.compile(r"\(?[12][0-9]{3}[a-z]?\)?")
_MOST_WORDS = 4  # of a name in quotes
_WANTED = "`cite: NAME p4 par2`: the name of a source, then its places, one word each"


class _Loose(NamedTuple):
    """What a citation was meant to be, word by word; and what names in it were spread over several words."""

    words: list[str]
    spread: list[tuple[str, str]]


def written_loosely(work: Work, file: int, tokens: Sequence[Token], *, of_section: bool) -> bool:
    """Report a citation whose names or places are spread over several words, where all of it is understood.

    `of_section` tells that it stands in a section of a document, which need not be named again.
    """
    loose = _understood(work, file, tokens, of_section=of_section)
    if loose is None or " ".join(loose.words) == " ".join(token.value for token in tokens):
        return False
    place = (tokens[0].start, tokens[-1].end)
    mends = [work.mend(file, *place, " ".join(loose.words))]
    if loose.spread:
        for name, raw in loose.spread:
            if name not in work.visible[file]:
                mends.append(Mend(f'source {name} "{raw}"', "as a line of its own, if there is none yet"))
        name, raw = loose.spread[0]
        code, message = "L105", f"`{raw}` is several words, and a name is one"
        if name == raw:
            code, message = "L120", "the name of a source stands without quotes"
        work.report(file, place, code, message, _WANTED, *mends)
        return True
    start = tokens[0].start if of_section else tokens[1].start
    message = "places in a source are one word each, without commas"
    work.report(file, (start, place[1]), "L182", message, _WANTED, *mends)
    if not of_section and "in" not in loose.words:
        find(work, file, tokens[0], ("source",), "`cite:`")
    return True


def _understood(work: Work, file: int, tokens: Sequence[Token], *, of_section: bool) -> _Loose | None:
    """Read a citation as it was meant; None where some of it could be meant otherwise."""
    words: list[str] = []
    spread: list[tuple[str, str]] = []
    at = 0
    named = of_section and (has_meaning(tokens[0].value) or _place(tokens, 0)[1] > 0)
    while not named:
        end = _end_of_name(tokens, at)
        name, raw = _one_word(work, file, tokens[at:end])
        if not name or (end - at > 1 and tokens[at].value in work.visible[file] and name not in work.visible[file]):
            return None
        if end - at > 1 or tokens[at].type == "TEXT":
            spread.append((name, raw))
        words.append(name)
        at = end
        named = at >= len(tokens) or tokens[at].value != "in"
        if not named:
            words.append("in")
            at += 1
    while at < len(tokens):
        word, size = _place(tokens, at)
        token = tokens[at]
        if not size and (token.value in {",", "."} or has_meaning(token.value) or _is_last_text(tokens, at)):
            word, size = "" if token.value in {",", "."} else token.value, 1
        if not size:
            return None
        words += [word] if word else []
        at += size
    return _Loose(words, spread)


def _is_last_text(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].type == "TEXT" and at == len(tokens) - 1


def _place(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return a place written as `p. 3`, `page 3`, `pp.3-5`, in one word, and of how many tokens it is (0: none)."""
    word = tokens[at].value.lower()
    unit = WRITTEN_UNITS.get(word.rstrip("."), word.rstrip("."))
    following = tokens[at + 1].value if at + 1 < len(tokens) else ""
    if unit in LOCATOR_UNITS and _PLACES.fullmatch(following):
        return unit + re.sub("[–—]", "-", following), 2
    loose = LOOSE_LOCATOR.fullmatch(word)
    if loose is not None and (unit := WRITTEN_UNITS.get(loose["unit"], loose["unit"])) in LOCATOR_UNITS and unit != "t":
        return unit + re.sub("[–—]", "-", loose["places"]), 1
    return "", 0


def _end_of_name(tokens: Sequence[Token], at: int) -> int:
    """Return the index after the words of a name, and a year that belongs to them."""
    end = at
    for index in range(at, len(tokens)):
        token = tokens[index]
        if token.value == "," and index + 1 < len(tokens) and _YEAR.fullmatch(tokens[index + 1].value):
            continue
        if token.type == "TEXT" and index == at:
            return at + 1
        if token.type != "WORD" or token.value == "in":
            break
        number = token.value.isdecimal() and not _YEAR.fullmatch(token.value)
        if index > at and (number or has_meaning(token.value) or _place(tokens, index)[1]):
            break
        end = index + 1
    return end


def _one_word(work: Work, file: int, tokens: Sequence[Token]) -> tuple[str, str]:
    """Join the words of a name, as it is known or as it could be; and return them as they stand ("" for a sentence)."""
    words = [token.value for token in tokens]
    if tokens and tokens[0].type == "TEXT":
        words = text_of(tokens[0]).split()
        if len(words) > _MOST_WORDS:
            return "", ""
    elif len(words) == 1:
        return words[0], words[0]
    parts = [re.sub(r"[^\w-]", "", word) for word in words]
    name = "-".join(part for part in parts if part)
    known = next((each for each in work.visible[file] if each.casefold() == name.casefold()), name)
    return known, re.sub(r" ,", ",", " ".join(words))
