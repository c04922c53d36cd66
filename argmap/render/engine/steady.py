"""Takes out of a picture what is not the same each time it is drawn."""

from __future__ import annotations

import re


def steady(name: str, picture: bytes) -> bytes:
    """Return a picture of the format `name` without its date, its links numbered box by box."""
    kind = name.partition(":")[0]
    if kind == "pdf":
        return _DATE.sub(lambda date: b" " * len(date[0]), picture)
    if kind in {"svg", "svg_inline"}:
        return _numbered_anew(picture)
    return picture


def _numbered_anew(svg: bytes) -> bytes:
    """Count the links inside each box from 0; Graphviz counts all that its process ever drew."""
    owner, count = b"", 0

    def number(found: re.Match[bytes]) -> bytes:
        nonlocal owner, count
        if found["owner"] is not None:
            owner, count = found["owner"], 0
        elif found["link"] == owner:
            count += 1
            return b'<g id="a_%b_%d"><a ' % (owner, count - 1)
        return found[0]

    return _IDS.sub(number, svg)


_IDS = re.compile(rb'<g id="(?P<owner>[^"]*)" class="|<g id="a_(?P<link>[^"]*)_\d+"><a ')

# Blanked and not cut out: a PDF says at its end how many bytes each part of it lies from the start.
_DATE = re.compile(rb"/(?:CreationDate|ModDate) ?\(D:[^)]*\)")
