"""The first sentence of a paragraph, made fit to stand as the text of a claim."""

from __future__ import annotations

import re

LONGEST = 240  # characters: what is longer is cut at a word
_ENOUGH = 2000  # characters of a paragraph that are looked at
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-z]|\s*$)")
_SHORT = frozenset({
    "mr", "mrs", "ms", "dr", "st", "vs", "no", "nos", "al", "cf", "fig", "figs", "eg", "ie", "pp", "vol", "ed", "eds",
    "jr", "sr", "prof", "gen", "col", "sen", "rep", "gov", "capt", "lt", "sgt", "rev", "hon", "inc", "ltd", "co",
    "corp", "dept", "est", "approx", "ca", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
})  # fmt: skip
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LINE_MARK = re.compile(r"^\s*(?:>\s?|[-*+•]\s+|\d{1,3}[.)]\s+)+", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BROKEN = re.compile(r"(?<=[^\W\d_])\u00ad\s*(?=[^\W\d_])")


def first_sentence(paragraph: str) -> str:
    """Return the first sentence of a paragraph, on one line, without marks of notes, links and lists."""
    text = _plain(paragraph[:_ENOUGH])
    for match in _END.finditer(text):
        if not _goes_on(text[: match.end()], match[0]):
            text = text[: match.end()]
            break
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def one_line(text: str) -> str:
    """Return a text (of a long one the beginning) on one line, without marks of notes and lists, and targets of links."""
    text = _CONTROL.sub(" ", text[:_ENOUGH])
    for pattern, instead in ((_LINE_MARK, ""), (_IMAGE, ""), (_LINK, r"\1"), (_NOTE_MARK, "")):
        text = pattern.sub(instead, text)
    return " ".join(text.replace("](", "] (").split())


def _plain(paragraph: str) -> str:
    text = _BROKEN.sub("", paragraph)
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(_LINE_MARK.match(line) and not line.lstrip().startswith(">") for line in lines[:2]):
        text = lines[0]  # of a list its first item
    return one_line(text)


def _goes_on(text: str, end: str) -> bool:
    """Tell whether a full stop only ends an abbreviation or an initial."""
    if not end.startswith(".") or end.startswith(".."):
        return False
    last = _LAST_WORD.search(text)
    return last is not None and (len(last[1]) == 1 or last[1].lower() in _SHORT)
