"""The one script of a report: small modules that import each other by name, laid end to end.

A page that loads nothing cannot import. So each module becomes a function that returns what it exports, and stands
before those that use it: `import { make } from "./dom.js"` becomes `const { make } = $dom`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.render.report.templates import source

if TYPE_CHECKING:
    from collections.abc import Callable

MAIN = "main.js"
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:function|const|class) (\w+))", re.MULTILINE)


def bundle(own: Callable[[str], str | None] | None = None) -> str:
    """Return the script with all its modules; `</` in one's own cannot end the element it stands in."""
    found = modules(own)
    return "\n".join(_wrapped(name, text) for name, text in found.items()).replace("</", "<\\/") + "\n"


def modules(own: Callable[[str], str | None] | None = None) -> dict[str, str]:
    """Return the modules by name, each after those it imports."""
    found: dict[str, str] = {}

    def add(name: str) -> None:
        text = source(f"script/{name}", own) or ""
        for _, other in _IMPORT.findall(text):
            if f"{other}.js" not in found:
                add(f"{other}.js")
        found[name] = text

    add(MAIN)
    return found


def _wrapped(name: str, text: str) -> str:
    exported = ", ".join(_EXPORT.findall(text))
    inside = _EXPORT.sub("", _IMPORT.sub(r"const \1 = $\2;\n", text)).strip()
    return f"const ${name.removesuffix('.js')} = (() => {{\n{inside}\nreturn {{ {exported} }};\n}})();"
