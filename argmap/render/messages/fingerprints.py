"""What a finding is known by when the lines around it move: the rule, the file, the text of its line, and its turn there."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic


class Mark(NamedTuple):
    """Where a finding was made: the path with `/`, the code, and the line without space around it."""

    path: str
    code: str
    line: str


def mark(found: Diagnostic) -> Mark:
    """Return the mark of a finding."""
    source = found.where.source
    line = source.line(source.position(found.where.start).line)
    return Mark(as_posix(source.path), found.code, line.strip())


def fingerprints(found: Iterable[Diagnostic]) -> list[str]:
    """Return a fingerprint for each finding, no two alike: the second of one rule on one line has another one."""
    turns: Counter[Mark] = Counter()
    result = []
    for each in found:
        key = mark(each)
        turns[key] += 1
        result.append(hashlib.sha256("\0".join((*key, str(turns[key]))).encode()).hexdigest())
    return result


def as_posix(path: str) -> str:
    """Return a path with `/`, without `./` in front."""
    return path.replace("\\", "/").removeprefix("./")
