r"""The light markup a text may hold: `*emphasis*`, `` `code` ``, `[words](#id)` and `[words](https://…)`.

Pages render it, pictures drop it. Everything else in a text is text: `<` stays a less-than sign.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from argmap.render.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARK = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<target>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|(?<![\w*])\*(?P<emphasis>(?=\S)[^*`\[\]]+(?<=\S))\*(?![\w*])"
)
_SAFE_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\\]+", re.IGNORECASE)


class Html(str):
    """A text that is HTML already: a template does not escape it again."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell a template so."""
        return self


def plain(text: str) -> str:
    """Return the text without its markup, on one line."""
    if "`" in text or "*" in text or "[" in text:
        text = "".join(words for _, words, _ in _parts(text))
    return clean(text)


def to_html(text: str, anchor: Callable[[str], str | None]) -> Html:
    """Render the markup; `anchor` gives the address on this page of what an id names, if it is there."""
    return Html("".join(_render(kind, clean_part(words), target, anchor) for kind, words, target in _parts(text)))


def clean_part(text: str) -> str:
    """Clean a part of a text, keeping the space at its ends."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"


def safe_url(url: str) -> str | None:
    """Return an address that may become a link (http, https, mailto), or None."""
    url = clean(url)
    return url if _SAFE_URL.fullmatch(url) else None


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Give the parts of a text in order, each with its kind, its words, and where a link leads."""
    at = 0
    for found in _MARK.finditer(text):
        if found.start() > at:
            yield "text", text[at : found.start()], ""
        kind = found.lastgroup or ""
        if kind == "target":
            yield "link", found["words"], found["target"]
        else:
            yield kind, found[kind], ""
        at = found.end()
    if at < len(text):
        yield "text", text[at:], ""


def _render(kind: str, words: str, target: str, anchor: Callable[[str], str | None]) -> str:
    safe = escape(words)
    if kind == "code":
        return f"<code>{safe}</code>"
    if kind == "emphasis":
        return f"<em>{safe}</em>"
    if kind != "link":
        return safe
    if target.startswith("#"):
        inside = anchor(target[1:])
        return f'<a href="{escape(inside)}">{safe}</a>' if inside else safe
    outside = safe_url(target)
    return f'<a href="{escape(outside)}" rel="noreferrer">{safe}</a>' if outside else f"{safe} ({escape(target)})"
