"""Functions that call each other as deep as a text is nested, without Python's own stack.

Such a function is a generator: it yields the call it wants made (`found = yield self.other(…)`) and returns as usual.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

T = TypeVar("T")

# A call that is yet to be made. What it yields are such calls, and their results come back, whatever their types.
Deep = Generator[Any, Any, T]


def run(call: Deep[T]) -> T:
    """Make a call, with all the calls it asks for. Exceptions go up through the callers, as they would anywhere."""
    stack: list[Deep[Any]] = [call]
    result: Any = None
    error: Exception | None = None
    while stack:
        try:
            wanted = stack[-1].throw(error) if error is not None else stack[-1].send(result)
        except StopIteration as end:
            stack.pop()
            result, error = end.value, None
        except Exception as raised:  # noqa: BLE001 (it goes to the caller)
            stack.pop()
            result, error = None, raised
        else:
            stack.append(wanted)
            result = error = None
    if error is not None:
        raise error
    value: T = result
    return value
