"""Makes a result of what Graphviz drew and said: its log as sentences, its errors raised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .job import Drawing, EngineError
from .steady import steady

if TYPE_CHECKING:
    from .job import Job


def drawing(engine: tuple[str, str], job: Job, pictures: dict[str, bytes], log: bytes) -> Drawing:
    """Return the pictures of a job, each in the bytes it will always have.

    Raises:
        EngineError: a picture is missing, or Graphviz drew one in spite of an error.
    """
    errors, warnings = sentences(log)
    if errors or not all(name in pictures for name in job.formats):
        reason = "; ".join(errors or warnings) or "there is no graph in the DOT text"
        told = reason if len(reason) <= _LONGEST else f"{reason[:_LONGEST]}…"
        raise EngineError(f"Graphviz cannot draw this: {told.rstrip('. ')}.{_advice(reason)}")
    outputs = {name: steady(name, pictures[name]) for name in job.formats}
    return Drawing(outputs, tuple(warnings), *engine)


def sentences(log: bytes) -> tuple[list[str], list[str]]:
    """Sort what Graphviz wrote to its standard error into errors and warnings, each said once."""
    errors: list[str] = []
    warnings: list[str] = []
    current = warnings
    for line in filter(None, map(str.strip, log.decode("utf-8", "replace").splitlines())):
        stamp = _STAMP.match(line)
        kind, _, text = line.partition(": ")
        if kind.startswith("Fontconfig"):  # about the files of this machine, not about the picture
            continue
        if kind in {"Error", "Warning"}:
            current = errors if kind == "Error" or _LOST.match(text) else warnings
            current.append(text)
        elif _LOST.match(line):
            current = errors
            current.append(line)
        elif current and not stamp:
            current[-1] += f" {line}"  # such as: in label of node x
        else:
            current = warnings
            current.append(line[stamp.end() :] if stamp else line)
    return list(dict.fromkeys(errors)), list(dict.fromkeys(warnings))


def too_slow(timeout: float) -> EngineError:
    """Return the error for a picture that took longer than `timeout` seconds."""
    return EngineError(
        f"Graphviz was stopped: it took longer than the time limit of {timeout:g} s. "
        "Draw a part of the map, or allow more time."
    )


def _advice(reason: str) -> str:
    return next((f" {text}" for sign, text in _ADVICE.items() if sign in reason), "")


# How the libraries below Graphviz begin: "(process:4711): Pango-WARNING **: 12:00:00.000: "
_STAMP = re.compile(r"\([^)]*\): (?:\S+-\w+ \*\*: )?(?:[\d:.]+: )?")

# A line that Graphviz found no way for, and left out.
_LOST = re.compile(r"lost .* edge$")
_LONGEST = 300

_ADVICE = {
    "init_rank": "The frames of its sections stand in each other's way: draw it without them (--flat).",
    "longer than 16384": "A text in it is too long (16384 bytes without a line break) or not closed.",
    "in label of": "Something in this label is not escaped, not closed, or empty.",
    "syntax error": "The fault is in the DOT text.",
}
