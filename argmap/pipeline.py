"""One function from a file to everything known about it; each stage runs only when it is asked for."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Literal

from argmap.analysis import Analysis
from argmap.diagnostics import in_order
from argmap.loading import load, read_disk
from argmap.lower import lower

if TYPE_CHECKING:
    from argmap.loading import Loaded, Reader

Stage = Literal["map", "strength"]


def analyse(
    path: str,
    reader: Reader = read_disk,
    *,
    upto: Stage = "strength",
    allow_outside: bool = False,
    semantics: str | None = None,
) -> Analysis:
    """Read a map with everything it imports and work out what is asked for.

    Args:
        path: The file, as it is to be shown in messages.
        reader: Gives the bytes of a path: the disk, or whatever stands in for it.
        upto: The last stage wanted: "map" for the map and its errors, "strength" for the strengths as well.
        allow_outside: Whether files outside the folder of the map may be imported.
        semantics: The semantics by which strengths are computed; without it the one the map asks for.

    Returns:
        The map as far as it could be understood, with all errors. Strengths are left out where there are errors.

    Raises:
        OSError: the file cannot be read.
        ValueError: there is no such semantics for maps.
    """
    enabled = gc.isenabled()
    gc.disable()  # nothing made here is garbage before the end; walking it again and again costs a third of the time
    try:
        return _analysed(load(path, reader, allow_outside=allow_outside), upto, semantics)
    finally:
        if enabled:
            gc.enable()


def _analysed(loaded: Loaded, upto: Stage, semantics: str | None) -> Analysis:
    argument_map, errors = lower(loaded)
    sources = tuple(file.source for file in loaded.files)
    diagnostics = tuple(in_order([*loaded.diagnostics, *errors], [source.path for source in sources]))
    if upto == "map" or any(found.severity == "error" for found in diagnostics):
        return Analysis(argument_map, sources, diagnostics)
    from argmap.strength.engine import assess

    found = assess(argument_map, semantics)
    return Analysis(argument_map, sources, diagnostics, found.documented, found.granted, found.leading, found)
