"""The surroundings in which Graphviz is run, on every machine the same.

A temporary folder to work in, and the environment of the process. Letters come from the fonts that
argmap ships, whatever font a DOT text names, and from those alone as long as they suffice. For other
letters the fonts of the machine are added; as it can take seconds to look through them, what was
found is kept in the user's cache.
"""

from __future__ import annotations

import os
import re
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from argmap import resources

from .job import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The font name for DOT text, which an SVG passes on to where it is shown: the first three fonts are
# equally wide, so that the letters keep within the places that were measured for them.
FONT_NAMES = "Arial,Liberation Sans,Helvetica,sans-serif"


@dataclass(frozen=True, slots=True)
class Workplace:
    """`folder` is there to write to and gone in the end, `environment` that of Graphviz's process."""

    folder: Path
    environment: dict[str, str]


@contextmanager
def provided(texts: Sequence[str]) -> Iterator[Workplace]:
    """Provide a place to draw these DOT texts in.

    Raises:
        EngineError: there is nowhere to write to.
    """
    with ExitStack() as stack:
        try:
            temporary = TemporaryDirectory(prefix="argmap-", ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(temporary))
            config = folder / "fonts.conf"
            config.write_text(_configuration(folder, texts), encoding="utf-8")
        except OSError as error:
            raise EngineError(f"There is no place for Graphviz to work in: {error}") from error
        yield Workplace(folder, _environment(config))


def _suffices(text: str) -> bool:
    return _COVERED.fullmatch(unescape(text)) is not None


def _kept_fonts(otherwise: Path) -> Path:
    """Return the fonts in the user's cache, where fontconfig finds its notes about them again."""
    cache = resources.cache_folder()
    try:
        return _fonts_below(Path(cache)) if cache else _fonts_below(otherwise)
    except OSError:
        return _fonts_below(otherwise)


def _fonts_below(folder: Path) -> Path:
    """Copy the shipped fonts into a folder, once.

    They are not used where they lie: that may be in a zip file, and fontconfig 2.13, which
    pygraphviz carries, writes into every folder of fonts that it can write to.
    """
    fonts = folder / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for name in _SHIPPED:
        data = resources.read_bytes("data/fonts", name)
        copy = fonts / name
        if not copy.exists() or copy.stat().st_size != len(data):
            draft = fonts / f"{name}.{os.getpid()}"
            draft.write_bytes(data)
            draft.replace(copy)
    return fonts


def _configuration(folder: Path, texts: Sequence[str]) -> str:
    """Configure fontconfig to know nothing of the machine but what is named here."""
    suffices = all(map(_suffices, texts))
    fonts = _fonts_below(folder) if suffices else _kept_fonts(folder)
    cache = fonts.parent / "fontconfig"
    cache.mkdir(exist_ok=True)
    shipped = escape(str(fonts))
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{shipped}</dir>
{"" if suffices else _MORE_FONTS}
<cachedir>{escape(str(cache))}</cachedir>
<selectfont>
<acceptfont><glob>{shipped}/*</glob></acceptfont>
<rejectfont><glob>*/LiberationSans-*</glob></rejectfont>
</selectfont>
<match target="pattern">
<edit name="family" mode="prepend_first" binding="strong"><string>Liberation Sans</string></edit>
</match>
</fontconfig>
"""


def _environment(config: Path) -> dict[str, str]:
    """Return this process's environment without what would change a picture."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_IGNORED)}
    return kept | {"FONTCONFIG_FILE": str(config), "LC_ALL": "C"}


_SHIPPED = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf")

# The letters of Latin, Greek, Cyrillic and what goes with them that all the shipped fonts have.
_COVERED = re.compile(
    "[\t\n\r -~\xa0-\u036f\u0384-\u038a\u038e-\u03a1\u03a3-\u03ce\u03d0-\u0513\u1e00-\u1e9b"
    "\u1ea0-\u1ef9\u2000-\u200a\u2010\u2012-\u2022\u2026\u2030\u2032-\u2034\u2039\u203a\u2044"
    "\u2074-\u2079\u207f-\u2089\u20a0-\u20b5\u20bf\u2122\u2153\u2154\u215b-\u215e\u2190-\u2195"
    "\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2261\u2264\u2265\u25a0\u25b2\u25bc\u25cf]*"
)

_MORE_FONTS = """\
<dir>/usr/share/fonts</dir>
<dir>/usr/local/share/fonts</dir>
<dir>/run/current-system/sw/share/X11/fonts</dir>
<dir prefix="xdg">fonts</dir>
<dir>~/.fonts</dir>
<dir>/System/Library/Fonts</dir>
<dir>/Library/Fonts</dir>
<dir>~/Library/Fonts</dir>
<dir>WINDOWSFONTDIR</dir>"""

_IGNORED = ("DOTFONTPATH", "FC_", "FONTCONFIG_", "GDFONTPATH", "LANG", "LC_", "PANGO", "SOURCE_")
