"""`argmap map`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypedDict

import click

from argmap.assessment import STRENGTH
from argmap.cli.common import STDIN, CannotRunError, analysed, outcome, say, stem, write
from argmap.cli.options import engine_option, picture_options, semantics_option, source_options

if TYPE_CHECKING:
    from typing import Unpack

    from argmap.render.engine import EngineName
    from argmap.render.picture.choice import Choice, Each
    from argmap.render.picture.look import Look
    from argmap.render.picture.parts import Picture


class How(TypedDict):
    """How a picture is drawn: by which Graphviz, how fine, and for how long at most."""

    engine: EngineName
    dpi: int | None
    timeout: float


FORMATS = ("svg", "png", "pdf", "dot")


@click.command("map", short_help="Draw a map.")
@click.argument("file", metavar="FILE")
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Where to write; the ending says what: .svg .png .pdf .dot. `-` is standard output. [default: the map's name with .svg]",
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="What to write, where the ending does not say it.")
@engine_option
@click.option("--dpi", type=click.IntRange(24, 1200), default=None, help="Dots per inch of a PNG. [default: 96]")
@click.option(
    "--timeout",
    type=click.FloatRange(1),
    default=60.0,
    show_default=True,
    help="Seconds after which drawing is given up.",
)
@click.option(
    "--each",
    type=click.Choice(["section", "hypothesis"]),
    default=None,
    help="A picture for each section, or for each hypothesis with what bears on it: NAME-1-TITLE.svg and so on.",
)
@semantics_option
@picture_options
@source_options
def command(
    file: str,
    output: str | None,
    form: str | None,
    choice: Choice,
    look: Look,
    *,
    each: Each | None,
    semantics: str | None,
    quiet: bool,
    allow_outside: bool,
    **how: Unpack[How],
) -> int:
    """Draw the map FILE (or - for standard input) as a picture."""
    form = _format(output, form)
    if how["dpi"] is not None and form != "png":
        raise click.UsageError(f"--dpi says how fine a PNG is, and this is {form.upper()}")
    output = output or f"{stem(file)}.{form}"
    analysis = analysed(file, STRENGTH, allow_outside=allow_outside, semantics=semantics)
    status = outcome(analysis)
    if status is not None:
        return status
    from argmap.render.products import EngineError, NotThereError, each_part, pictures

    if each and (not choice.is_default or choice.highlight or output == STDIN):
        raise click.UsageError("--each writes several files, and says itself what part is in each")
    try:
        parts = each_part(analysis, each) if each else [("", choice)]
        made = pictures(analysis, form, [part for _, part in parts], look=look, **how)
    except (EngineError, NotThereError) as error:
        raise CannotRunError(str(error)) from error
    for (name, part), product in zip(parts, made, strict=True):
        path = _beside(output, name)
        write(path, product.data)
        if not quiet and path != STDIN:
            say(f"{path} written{_remark(part, product.shown)}")
    return 0


def _beside(path: str, name: str) -> str:
    """Put the name of a part before the ending of a path."""
    start, ending = os.path.splitext(path)
    return f"{start}-{name}{ending}" if name else path


def _remark(choice: Choice, shown: Picture) -> str:
    """Say what is not in the picture where nobody asked for a part."""
    if choice.is_default and shown.part:
        return f", an {shown.part}: --view whole draws all, --section or --focus a part"
    return ""


def _format(output: str | None, form: str | None) -> str:
    ending = os.path.splitext(output or "")[1].lower().lstrip(".")
    if form is not None:
        return form
    if ending in FORMATS or not ending:
        return ending or "svg"
    raise click.UsageError(f"a picture cannot end in .{ending}: use .svg, .png, .pdf or .dot, or say --format")
