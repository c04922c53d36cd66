"""argmap from Python, in scripts and notebooks: `argmap.load("x.argmap")` (docs/python.md shows all of it by example)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from argmap.assessment import EVERYTHING, STRENGTH
from argmap.loading import read_disk
from argmap.pipeline import analyse
from argmap.writing import write_file

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from argmap.analysis import Analysis
    from argmap.assessment import Need
    from argmap.diagnostics import Diagnostic
    from argmap.formats.exporting import Form as ExportForm
    from argmap.model import ArgumentMap
    from argmap.render.engine import EngineName
    from argmap.render.picture.choice import Sort
    from argmap.render.picture.excerpt import Way
    from argmap.render.picture.look import ColourBy, Direction, LabelKind, ThemeName
    from argmap.strength.result import Reading

Form = Literal["svg", "png", "pdf", "dot"]
Path = str | os.PathLike[str]


class BrokenMapError(ValueError):
    """The map has errors of form; the text shows each with its place and its mend, `findings` holds them."""

    def __init__(self, findings: Sequence[Diagnostic], text: str) -> None:
        super().__init__(text)
        self.findings = tuple(findings)


def load(path: Path, *, semantics: str | None = None, allow_outside: bool = False) -> Map:
    """Read a map from a file, with all it imports.

    Args:
        path: The file.
        semantics: The rule by which strengths are computed; without it the one the map asks for.
        allow_outside: Whether files outside the folder of the map may be imported.

    Raises:
        OSError: the file cannot be read.
        ValueError: there is no such rule.
    """
    return Map(os.fspath(path), None, semantics, allow_outside=allow_outside)


def read(text: str, *, name: str = "map.argmap", semantics: str | None = None) -> Map:
    """Read a map from a text; what it imports is looked for beside `name`.

    Raises:
        ValueError: there is no such rule as `semantics`.
    """
    return Map(name, text, semantics, allow_outside=False)


class Map:
    """A map that was read. It may be broken: `check` says so, and what needs a whole map raises BrokenMapError."""

    def __init__(self, path: str, text: str | None, semantics: str | None, *, allow_outside: bool) -> None:
        """See `argmap.load` and `argmap.read`."""
        self.path = path
        self._text = text
        self._semantics = semantics
        self._allow_outside = allow_outside
        self._analysis = self._analyse(STRENGTH)

    @property
    def map(self) -> ArgumentMap:
        """What the map says, as data: statements, steps, relations, sources, voices, questions."""
        return self._analysis.map

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps the map from being understood; none where it is well formed."""
        return tuple(each for each in self._analysis.diagnostics if each.severity == "error" and each.code[0] == "L")

    def check(self) -> tuple[Diagnostic, ...]:
        """Return all that is wrong with the map or weak in it, in the order of its text.

        Each finding has a `code`, a `severity`, a `message`, and `where` it is; `messages` prints them.
        """
        return self._whole.diagnostics if not self.errors else self._analysis.diagnostics

    @property
    def messages(self) -> str:
        """What `check` finds, as the command line prints it."""
        from argmap.render.messages.plain import plain

        return plain(self.check())

    def strengths(self, reading: Reading | None = None) -> dict[str, float | None]:
        """Return the strength of each statement, 0 to 1, by its id; None where it is not assessed.

        Args:
            reading: "documented" or "granted"; without it the one that the map leads with.

        Raises:
            BrokenMapError: the map has errors.
        """
        found = self._sound
        asked = {None: found.leading, "documented": found.documented, "granted": found.granted}[reading]
        return {name: each.strength for name, each in asked.statements.items()} if asked is not None else {}

    def picture(  # noqa: PLR0913 - a call in a notebook reads best with its options by name
        self,
        form: Form = "svg",
        *,
        view: Sort = "auto",
        focus: str | None = None,
        depth: int = 2,
        way: Way = "both",
        section: str | None = None,
        path: tuple[str, str] | None = None,
        highlight: Sequence[str] = (),
        theme: ThemeName = "light",
        direction: Direction | None = None,
        frames: bool | None = None,
        wrap: int = 30,
        width: int = 2000,
        colour_by: ColourBy = "kind",
        label: LabelKind = "none",
        title: str | None = None,
        source_line: str | None = None,
        dpi: int | None = None,
        engine: EngineName = "auto",
        timeout: float = 60.0,
    ) -> Image:
        """Draw the map, or a part of it; the arguments are the options of `argmap map` (docs/pictures.md).

        Raises:
            BrokenMapError: the map has errors.
            argmap.render.picture.choice.NotThereError: it has no such statement, section or path (a ValueError).
            argmap.render.engine.EngineError: it could not be drawn.
        """
        from argmap.render import products

        choice = products.Choice(
            sort=view, focus=focus, depth=depth, way=way, section=section, path=path, highlight=tuple(highlight)
        )
        look = products.Look(
            theme=theme,
            direction=direction,
            frames=frames,
            wrap=wrap,
            width=width,
            colour_by=colour_by,
            label=label,
            title=title,
            source_line=source_line,
        )
        made = products.picture(self._sound, form, choice=choice, look=look, engine=engine, dpi=dpi, timeout=timeout)
        return Image(made.data, form, made.engine)

    def report(self) -> str:
        """Write the report: one HTML page that needs nothing else.

        Raises:
            BrokenMapError: the map has errors.
            argmap.render.engine.EngineError: its picture could not be drawn.
        """
        from argmap.render.products import report

        self._demand_sound()
        return report(self._whole).decode()

    def export(self, form: ExportForm = "json") -> str:
        """Write the map for other programs: JSON, its own language newly laid out, Mermaid, GraphML, or a sheet of its claims.

        Raises:
            BrokenMapError: the map has errors.
            ValueError: there is no such format.
        """
        from argmap.formats.exporting import NEEDS, exported

        if form not in NEEDS:
            raise ValueError(f"there is no format {form!r}; there are {', '.join(NEEDS)}")
        self._demand_sound()
        return exported(self._analyse(NEEDS[form], checked=form == "json"), form)

    def __repr__(self) -> str:
        """Say what it is in a line."""
        found = self.map
        parts = (f"{len(found.statements)} statements", f"{len(found.steps)} steps", f"{len(self.errors)} errors")
        return f"<argmap.Map {self.path}: {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        """Show itself in a notebook: its picture, or what is wrong with it."""
        if self.errors:
            from html import escape

            return f"<pre>{escape(self.messages)}</pre>"
        return self.picture().html

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Show itself in a notebook in the richest form that it knows."""
        bundle = {"text/plain": repr(self), "text/html": self._repr_html_()}
        return bundle if self.errors else bundle | {"image/svg+xml": self.picture().text}

    def _analyse(self, needs: Collection[Need], *, checked: bool = False) -> Analysis:
        from argmap.checks.settings import Settings

        return analyse(
            self.path,
            self._read,
            needs=needs,
            checks=Settings() if checked else None,
            allow_outside=self._allow_outside,
            semantics=self._semantics,
        )

    def _read(self, path: str) -> bytes:
        return self._text.encode() if self._text is not None and path == self.path else read_disk(path)

    @property
    def _sound(self) -> Analysis:
        self._demand_sound()
        return self._analysis

    def _demand_sound(self) -> None:
        if self.errors:
            raise BrokenMapError(self.errors, self.messages)

    @cached_property
    def _whole(self) -> Analysis:
        """All that is known of the map, with what the rules found."""
        return self._analyse(EVERYTHING, checked=True)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of a map: its bytes, its form ("svg", "png", "pdf", "dot"), and what drew it."""

    data: bytes
    form: Form
    engine: str = ""

    @property
    def text(self) -> str:
        """The picture as text, where it is SVG or DOT.

        Raises:
            ValueError: it is PNG or PDF.
        """
        if self.form not in {"svg", "dot"}:
            raise ValueError(f"a {self.form.upper()} is no text: use `data`")
        return self.data.decode()

    def save(self, path: Path) -> None:
        """Write it to a file, beside the old one, which it then replaces.

        Raises:
            OSError: it cannot be written.
        """
        write_file(os.fspath(path), self.data)

    def __repr__(self) -> str:
        """Say what it is in a line."""
        return f"<argmap.Image {self.form}, {len(self.data):,} bytes>"

    def _repr_svg_(self) -> str | None:
        return self.text if self.form == "svg" else None

    def _repr_png_(self) -> bytes | None:
        return self.data if self.form == "png" else None

    def _repr_html_(self) -> str | None:
        return self.html if self.form == "svg" else None

    @property
    def html(self) -> str:
        """An SVG for a page: as wide as there is room for it, and no wider than it is.

        Raises:
            ValueError: it is no SVG.
        """
        if self.form != "svg":
            raise ValueError(f"a {self.form.upper()} does not go into a page as it is")
        svg = self.text.partition("\n")[2]
        return svg.replace("<svg ", '<svg style="max-width: 100%; height: auto" ', 1)
