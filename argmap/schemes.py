"""The catalogue of argumentation schemes, read from the package's data when a map names one."""

from __future__ import annotations

import json
from functools import cache

from argmap.resources import read_text


@cache
def names() -> tuple[str, ...]:
    """Return the names of all known schemes, as they stand after `scheme:`."""
    return tuple(scheme["id"] for scheme in json.loads(read_text("data", "schemes.json"))["schemes"])
