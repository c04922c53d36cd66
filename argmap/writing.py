"""Writing: JSON as every command gives it, and files so that a failure never costs the old one."""

from __future__ import annotations

import os


def json_text(data: object) -> str:
    """Return plain data as JSON, one value a line, letters as they are."""
    import json  # what most commands can do without

    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def write_file(path: str, data: bytes) -> None:
    """Write a file beside its place, then rename it; nothing is left where that fails.

    Raises:
        OSError: it cannot be written.
    """
    beside = f"{path}.{os.getpid()}.part"
    try:
        with open(beside, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        if os.path.exists(beside):
            os.remove(beside)
        raise
