"""What an engine is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """One DOT text, the formats it is wanted in, and how: see `argmap.render.engine.draw`."""

    dot: str
    formats: tuple[str, ...]
    layout: str = "dot"
    dpi: int | None = None

    def passes(self) -> list[tuple[int | None, tuple[str, ...]]]:
        """Group the formats by the `dpi` they are laid out for: it would rescale the others."""
        if self.dpi is None:
            return [(None, self.formats)]
        pixels = tuple(name for name in self.formats if name.split(":")[0] in _PIXELS)
        others = tuple(name for name in self.formats if name not in pixels)
        return [(dpi, names) for dpi, names in ((None, others), (self.dpi, pixels)) if names]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What Graphviz drew.

    `outputs` holds the bytes by format, `warnings` what Graphviz remarked (one sentence each),
    `engine` is "bundled" or "system", `version` that of its Graphviz.
    """

    outputs: dict[str, bytes]
    warnings: tuple[str, ...]
    engine: str
    version: str


class EngineError(Exception):
    """There is no picture; the text says why, and what to do about it."""


_PIXELS = frozenset({"png", "gif", "jpg", "jpeg", "jpe", "webp", "bmp", "tif", "tiff"})
