"""Baselines: findings that were there before, kept in a file and no longer told."""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import TYPE_CHECKING

from argmap.cli.common import CannotRunError, reason, write
from argmap.render.messages.fingerprints import Mark, as_posix, mark
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.diagnostics import Diagnostic

_FORMAT = "argmap-baseline/1"


def read_baseline(path: str) -> Counter[Mark]:
    """Return what a baseline holds: how often each mark was there.

    Raises:
        CannotRunError: it cannot be read, or is no baseline.
    """
    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        if data["format"] != _FORMAT:
            raise CannotRunError(f"{path} is of the form {data['format']!r}; this argmap reads {_FORMAT!r}")
        return Counter({Mark(one["file"], one["code"], one["line"]): int(one["count"]) for one in data["findings"]})
    except FileNotFoundError as error:
        raise CannotRunError(f"there is no baseline {path}; to make it: --write-baseline {path}") from error
    except OSError as error:
        raise CannotRunError(f"{path} cannot be read: {reason(error)}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise CannotRunError(f"{path} is no baseline; to make it anew: --write-baseline {path}") from error


def write_baseline(path: str, found: Iterable[Diagnostic]) -> int:
    """Write what was found, sorted, faults of form left out; return how many findings that are.

    Raises:
        CannotRunError: it cannot be written.
    """
    counts = Counter(_from(path, each) for each in found if each.code[0] != "L")
    findings = [{"file": key.path, "code": key.code, "line": key.line, "count": counts[key]} for key in sorted(counts)]
    data = {"format": _FORMAT, "findings": findings}
    write(path, json_text(data).encode())
    return counts.total()


def without_known(
    found: Iterable[Diagnostic], known: Counter[Mark], path: str
) -> tuple[list[Diagnostic], Counter[Mark]]:
    """Leave out what a baseline (at `path`) knows; return the rest, and what of the baseline was not found any more."""
    left = Counter(known)
    kept = []
    for each in found:
        key = _from(path, each)
        if left[key] > 0:
            left[key] -= 1
        else:
            kept.append(each)
    return kept, +left


def _from(path: str, found: Diagnostic) -> Mark:
    """Return the mark of a finding, its file as it is reached from the baseline's folder."""
    folder = os.path.dirname(os.path.abspath(path))
    return mark(found)._replace(path=as_posix(os.path.relpath(found.where.source.path, folder)))
