"""Draws with the Graphviz that pygraphviz carries: what the child process runs is this very file.

It is run alone, as `python -I -S child.py FOLDER SECONDS` in a folder that can be written to, and so
imports nothing but the standard library, and little of that. FOLDER is that of pygraphviz, of which
only the library in C is loaded. A picture that takes SECONDS ends the process.

It sends the version of Graphviz, then answers questions as long as there are any:

    question    layout, DOT text, then for each pass: dots per inch or nothing; formats, one a line
    answer      b"drawn" or b"failed", what Graphviz wrote to standard error, then the pictures
"""

from __future__ import annotations

import importlib
import os
import signal
import sys

# The modules pathlib and typing would take longer to import than a small map takes to draw.
# ruff: noqa: ANN401
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, BinaryIO

_SIZE = 8
_LOG = 2  # standard error, which is a file


def send(stream: BinaryIO, parts: Sequence[bytes]) -> None:
    """Write a message: how many parts there are, then each of them after its size."""
    message = [len(parts).to_bytes(_SIZE, "big")]
    for part in parts:
        message += (len(part).to_bytes(_SIZE, "big"), part)
    stream.write(b"".join(message))
    stream.flush()


def receive(stream: BinaryIO) -> list[bytes]:
    """Read a message that `send` wrote.

    Raises:
        EOFError: there is none, or only the beginning of one.
    """
    return [_exactly(stream, _number(stream)) for _ in range(_number(stream))]


def _number(stream: BinaryIO) -> int:
    return int.from_bytes(_exactly(stream, _SIZE), "big")


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError
    return data


def _main(folder: str, seconds: int) -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(_LOG, 1)  # nothing that Graphviz prints may get among the answers
    gv = _library(folder)
    numbers = gv.GRAPHVIZ_MAJOR_VERSION, gv.GRAPHVIZ_MINOR_VERSION, gv.GRAPHVIZ_PATCH_VERSION
    send(answers, [".".join(map(str, numbers)).encode()])
    while True:
        try:
            layout, dot, *passes = receive(sys.stdin.buffer)
        except EOFError:
            return
        _end_after(seconds)
        try:
            pictures = list(_draw(gv, layout, dot, passes))
            send(answers, [b"drawn", _take_log(), *pictures])
        except ValueError:
            send(answers, [b"failed", _take_log()])
        _end_after(0)


def _library(folder: str) -> Any:
    if sys.platform == "win32":
        beside = os.path.join(os.path.dirname(folder), "pygraphviz.libs")
        if os.path.isdir(beside):
            os.add_dll_directory(beside)
    sys.path.append(folder)
    return importlib.import_module("_graphviz")


def _draw(gv: Any, layout: bytes, dot: bytes, passes: list[bytes]) -> Iterator[bytes]:
    context = gv.gvContextWithBuiltins()
    graph = _read(gv, dot)
    for dpi, formats in zip(passes[::2], passes[1::2], strict=True):
        if dpi:
            gv.agattr(graph, gv.AGRAPH, b"dpi", dpi)
        if gv.gvLayout(context, graph, layout):
            raise ValueError
        for name in formats.splitlines():
            yield _render(gv, context, graph, name)
        gv.gvFreeLayout(context, graph)
    gv.agclose(graph)
    gv.gvFreeContext(context)


def _read(gv: Any, dot: bytes) -> Any:
    """Read the DOT text, for which the library wants a file; a fault in it is a ValueError."""
    with open("map.dot", "wb") as file:
        file.write(dot)
    with open("map.dot", "rb") as file:
        return gv.agread(file, None)


def _render(gv: Any, context: Any, graph: Any, name: bytes) -> bytes:
    result = gv.gvRenderData(context, graph, name)
    if isinstance(result, int) or result[0]:  # where all is well, 0 and the picture
        raise ValueError
    picture: bytes = result[1]
    return picture


def _take_log() -> bytes:
    size = os.lseek(_LOG, 0, os.SEEK_END)
    os.lseek(_LOG, 0, os.SEEK_SET)
    log = os.read(_LOG, size)
    os.lseek(_LOG, 0, os.SEEK_SET)
    os.ftruncate(_LOG, 0)
    return log


def _end_after(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
