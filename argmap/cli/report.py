"""`argmap report`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypedDict

import click

from argmap.assessment import EVERYTHING
from argmap.cli.common import STDIN, CannotRunError, analysed, outcome, reason, say, stem, write
from argmap.cli.options import engine_option, semantics_option, source_options, texts_option
from argmap.cli.settings import settings_for
from argmap.loading import is_below

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from argmap.render.engine import EngineName


class Asked(TypedDict):
    """What may be wished of a page."""

    title: str | None
    theme: str
    templates: str | None


@click.command("report", short_help="Write a report.")
@click.argument("file", metavar="FILE")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write; `-` is standard output. [default: the map's name with .html, or .md]",
)
@click.option("--title", help="A title in place of the map's own.")
@click.option("--sections", metavar="NAMES", help="Only these sections, with commas between; `list` names them all.")
@click.option(
    "--theme", type=click.Choice(["auto", "light", "dark"]), default="auto", show_default=True, help="The colours."
)
@click.option("--markdown", is_flag=True, help="Write Markdown for pasting into a document, without pictures.")
@click.option(
    "--templates",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False),
    help="Where templates, styles and scripts of your own lie, which take the place of argmap's by their names.",
)
@engine_option
@semantics_option
@texts_option
@source_options
def command(
    file: str,
    output: str | None,
    sections: str | None,
    engine: EngineName,
    *,
    markdown: bool,
    texts: str,
    semantics: str | None,
    quiet: bool,
    allow_outside: bool,
    **asked: Unpack[Asked],
) -> int:
    """Write a report of the map FILE (or - for standard input): one HTML page that needs nothing else."""
    from argmap.render.report.context import SECTIONS

    if sections == "list":
        click.echo("\n".join(f"{name:14} {heading}" for name, heading in SECTIONS.items()))
        return 0
    wanted = _sections(sections, tuple(SECTIONS))
    output = output or f"{stem(file)}.{'md' if markdown else 'html'}"
    analysis = analysed(
        file, EVERYTHING, checks=settings_for(file), texts=texts, allow_outside=allow_outside, semantics=semantics
    )
    status = outcome(analysis)
    if status is not None:
        return status
    from argmap.render.messages.findings import summary
    from argmap.render.products import EngineError, FaultyTemplateError, report
    from argmap.render.report.wishes import Wishes

    templates = asked["templates"]
    wishes = Wishes(title=asked["title"], sections=wanted, theme=asked["theme"], own=_reader(templates))
    try:
        write(output, report(analysis, wishes, engine=engine, markdown=markdown))
    except (EngineError, FaultyTemplateError) as error:
        raise CannotRunError(str(error)) from error
    if not quiet and output != STDIN:
        found = summary(analysis.diagnostics)
        say(f"{output} written" + (f", with {found}" if found else ""))
    return 0


def _sections(written: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    if written is None:
        return known
    names = [name.strip() for name in written.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise click.UsageError(f"there is no section {name!r}; there are {', '.join(known)}")
    return tuple(names)


def _reader(folder: str | None) -> Callable[[str], str | None] | None:
    """Return what reads files of one's own folder by their names, which may not lead out of it."""
    if folder is None:
        return None
    root = os.path.realpath(folder)

    def read(name: str) -> str | None:
        path = os.path.realpath(os.path.join(root, name))
        if not is_below(path, root) or not os.path.isfile(path):
            return None
        try:
            with open(path, encoding="utf-8") as file:
                return file.read()
        except OSError as error:
            raise CannotRunError(f"{path} cannot be read: {reason(error)}") from error
        except UnicodeDecodeError as error:
            raise CannotRunError(f"{path} cannot be read: it is not UTF-8") from error

    return read
