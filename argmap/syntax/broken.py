"""Where a text ends whose closing quote is missing or of another kind: a guess, so that what follows it is read as well.

Nothing here is used for a text that is as it should be.
"""

from __future__ import annotations

import re

# Every quote that a word processor makes, with those that may close what it opens.
CLOSERS: dict[str, str] = {
    "“": "”“", "”": "”", "„": "“”", "‟": "”“", "«": "»", "»": "«", "‹": "›", "›": "‹",
    "「": "」", "」": "」", "『": "』", "』": "』", "‘": "’", "’": "’", "‚": "‘’", "‛": "’", "'": "'",
}  # fmt: skip

_WORDS = "hypothesis|claim|evidence|assumption|source|voice|question|section|map|import|matrix|scenario"
_MOVES = "because|but|since|unless"
# What seems to go on after a text on its line: a block, a comment, the next attribute.
_BLOCK = re.compile(rf'\s+\{{(?=\s*(?:$|\}}|"|(?:{_MOVES})\s|[A-Za-z][\w-]*:[\s"\[]))')
_COMMENT = re.compile(r"\s+#\s")
_ATTRIBUTE = re.compile(r"\s{2,}[a-z][a-z-]*:\s")
_AFTER_QUOTE = re.compile(r"[\s{}&,\]|#]|$")
# A line within a long text that looks like the next item or the end of a block.
_ITEM_LINE = re.compile(
    rf'\n[^\S\n]*(?=\}}|(?:{_WORDS})\s+(?:[^\s"{{]+\s*)?["{{]|(?:{_MOVES})\s+(?:(?:claim|evidence|assumption)\s|")'
    r"|[a-z][a-z-]*:\s)"
)


def end_of_broken(kind: str, text: str, *, in_row: bool) -> int:
    """Return how many characters of a broken token belong to its text; `in_row` tells that it stands in a matrix."""
    if kind == "OPEN_LONG":
        # With more quotes to come, cutting here could go on and on through a long file.
        return len(text) if '"""' in text[3:] else end_of_long(text)
    if kind == "CURLY" and (closed := _closing_quote(text)):
        return closed
    if in_row:
        bar = text.find("|")
        return len(text[: bar if bar > 0 else None].rstrip())
    places = [found.start() for form in (_BLOCK, _COMMENT, _ATTRIBUTE) if (found := form.search(text, 1))]
    if places:
        return max(min(places), 1)
    return _without_closing_braces(text)


def end_of_long(text: str) -> int:
    """Return where a long text should perhaps have ended: before the first line in it that looks like an item."""
    first, line_end, _ = text.partition("\n")
    if line_end and (block := _BLOCK.search(first, 3)):
        return block.start()
    found = _ITEM_LINE.search(text)
    return found.start() if found else len(text)


def _closing_quote(text: str) -> int:
    closers = CLOSERS[text[0]]
    ends = [at for at, char in enumerate(text) if at and char in closers]
    for at in ends:
        if _AFTER_QUOTE.match(text, at + 1):
            return at + 1
    straight = text.find('"', 1)
    return straight + 1


def _without_closing_braces(text: str) -> int:
    """Leave out the braces at the end of a line that close a block opened before this text."""
    end = len(text.rstrip())
    excess = text.count("}") - text.count("{")
    while excess > 0 and text[end - 1] == "}":
        end = len(text[: end - 1].rstrip())
        excess -= 1
    return max(end, 1)
