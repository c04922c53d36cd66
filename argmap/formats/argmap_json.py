"""A map as JSON (`"format": "argmap/1"`): written for other programs, read back without loss.

    analysis = argmap.pipeline.analyse(…)
    text = argmap_json.dump(analysis)
    argmap_json.read(text) == analysis.map

The same analysis always gives the same bytes. The format is published as `docs/argmap-1.schema.json`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from argmap.formats.from_wire import from_wire
from argmap.formats.integrity import problems
from argmap.formats.to_wire import to_wire
from argmap.formats.wire import FORMAT, WireMap

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from argmap.analysis import Analysis
    from argmap.model import ArgumentMap

__all__ = ["ForeignJsonError", "dump", "from_wire", "read", "schema", "to_wire"]

_SHOWN = 10  # problems named in one error


class ForeignJsonError(ValueError):
    """The text is not a map in the format `argmap/1`; `problems` says why, one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        shown = problems[:_SHOWN]
        if len(problems) > _SHOWN:
            shown.append(f"and {len(problems) - _SHOWN} more")
        super().__init__("\n".join(shown))
        self.problems = tuple(problems)


def dump(analysis: Analysis) -> str:
    """Write a map as JSON, with its strengths where they are known."""
    return to_wire(analysis).model_dump_json(indent=2) + "\n"


def read(text: str) -> ArgumentMap:
    """Read a map from its JSON.

    Raises:
        ForeignJsonError: the text is no JSON, not a map of this format, or a map that does not hold together.
    """
    data = _json(text)
    _check_format(data)
    try:
        found = WireMap.model_validate(data)
    except ValidationError as error:
        # One value that fits no kind of value gives an error for each of them: say it once.
        raise ForeignJsonError(list(dict.fromkeys(_sentence(each) for each in error.errors()))) from error
    if loose := problems(found):
        raise ForeignJsonError(loose)
    return from_wire(found)


def schema() -> str:
    """Return the JSON Schema of the format, as it is published."""
    body = WireMap.model_json_schema(mode="validation")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(head | body, indent=2, ensure_ascii=False) + "\n"


def _json(text: str) -> Any:  # noqa: ANN401 (whatever JSON holds)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ForeignJsonError([f"this is not JSON: line {error.lineno}, column {error.colno}: {error.msg}"]) from error
    except RecursionError as error:
        raise ForeignJsonError(["this is not a map: it is nested too deeply"]) from error


def _check_format(data: object) -> None:
    found = data.get("format") if isinstance(data, dict) else None
    if found == FORMAT:
        return
    if found is None:
        raise ForeignJsonError([f'this is JSON, but not a map: it does not begin with "format": "{FORMAT}"'])
    if isinstance(found, str) and found.startswith("argmap/"):
        raise ForeignJsonError([f'this map is in the format "{found}"; this argmap reads "{FORMAT}"'])
    raise ForeignJsonError([f'this is JSON of another kind: its format is {json.dumps(found)}, not "{FORMAT}"'])


def _sentence(error: ErrorDetails) -> str:
    kind = error["type"]
    location = error["loc"]
    if "value" in location:
        location = location[: location.index("value") + 1]
        return f"{_path(location)}: this is no value of an attribute"
    if kind == "missing":
        return f"{_path(location[:-1])}: the key “{location[-1]}” is missing"
    if kind == "extra_forbidden":
        return f"{_path(location[:-1])}: {FORMAT} has no key “{location[-1]}”"
    return f"{_path(location)}: {error['msg'][0].lower()}{error['msg'][1:]}, found {_shown(error['input'])}"


def _path(location: tuple[int | str, ...]) -> str:
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join(parts).removeprefix(".") or "the map"


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004 (a glance)
