"""Where the files lie that argmap reads and that are no code: the only module that knows.

`argmap/data/` lies inside the package. `grammars/` and `templates/` lie beside it in a checkout
(and so in an editable install), inside it in a wheel. All are read through the loader that brought
this module, so that a zipped wheel serves as well as a folder.
"""

from __future__ import annotations

import os
import sys

# Every command imports this module, and pathlib alone costs 16 ms: hence os.path.

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def read_text(folder: str, name: str) -> str:
    r"""Return a file as text (UTF-8, each line end `\n`): `read_text("grammars", "argmap.lark")`.

    Raises:
        FileNotFoundError: there is no such file in the package or beside it.
    """
    return read_bytes(folder, name).decode("utf-8").replace("\r\n", "\n")


def read_bytes(folder: str, name: str) -> bytes:
    """Return a file as it is: `read_bytes("data/fonts", "LiberationSans-Regular.ttf")`.

    Raises:
        FileNotFoundError: there is no such file in the package or beside it.
    """
    for root in (_PACKAGE, os.path.dirname(_PACKAGE)):
        try:
            return _load(os.path.join(root, *folder.split("/"), name))
        except OSError:
            continue
    raise FileNotFoundError(f"{folder}/{name} is missing from this argmap: install it again")


def cache_folder() -> str | None:
    """Return the folder for what argmap can make again; it may not exist yet.

    None where the system names no home for the user.
    """
    variable, usual = _CACHES.get(sys.platform, ("XDG_CACHE_HOME", "~/.cache"))
    home = os.environ.get(variable, "")
    if not os.path.isabs(home):
        home = os.path.expanduser(usual)
    return os.path.join(home, "argmap") if os.path.isabs(home) else None


_CACHES = {
    "darwin": ("XDG_CACHE_HOME", "~/Library/Caches"),
    "win32": ("LOCALAPPDATA", "~/AppData/Local"),
}


def _load(path: str) -> bytes:
    """Read through this module's own loader: from the disk, or from the zip file argmap lies in."""
    loader = __spec__.loader
    data: bytes = loader.get_data(path)  # type: ignore[union-attr]
    return data
