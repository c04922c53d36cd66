"""The one script of a report: small modules that import each other by name, laid end to end.

A page that loads nothing cannot import; so the imports and the word `export` are taken out, and each module stands
before those that use it. No two modules may give the same name to different things: a test holds them to that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.render.report.templates import source

if TYPE_CHECKING:
    from collections.abc import Callable

MAIN = "main.js"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |class )", re.MULTILINE)


def bundle(own: Callable[[str], str | None] | None = None) -> str:
    """Return the script with all its modules."""
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)).strip() for text in modules(own).values()) + "\n"


def modules(own: Callable[[str], str | None] | None = None) -> dict[str, str]:
    """Return the modules by name, each after those it imports."""
    found: dict[str, str] = {}

    def add(name: str) -> None:
        if name in found:
            return
        text = source(f"script/{name}", own) or ""
        for other in _IMPORT.findall(text):
            add(other)
        found[name] = text.replace("</", "<\\/")

    add(MAIN)
    return found
