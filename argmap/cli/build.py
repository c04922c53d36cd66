"""`argmap build`."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

import click

from argmap.assessment import EVERYTHING
from argmap.cli.common import CannotRunError, analysed, complain, is_broken, say, write
from argmap.cli.options import engine_option, semantics_option, source_options
from argmap.cli.settings import settings_for

if TYPE_CHECKING:
    from argmap.render.engine import EngineName

PICTURES = ("svg", "png", "pdf", "dot")


@click.command("build", short_help="Build every map in a folder.")
@click.argument("folder", metavar="FOLDER", default=".", type=click.Path(exists=True))
@click.option("-o", "--output", metavar="FOLDER", default="out", show_default=True, help="Where to write.")
@engine_option
@semantics_option
@source_options
def command(
    folder: str, output: str, engine: EngineName, *, semantics: str | None, quiet: bool, allow_outside: bool
) -> int:
    """Write picture (SVG, PNG, PDF, DOT), report (HTML) and data (JSON) of every map in FOLDER and below.

    Of a large map the pictures are an overview, and the whole is beside them: NAME.whole.svg.

    A map with errors is reported and left out; the others are built all the same, and the exit status is then 1.
    """
    paths = _maps(folder, output)
    if not paths:
        raise CannotRunError(f"there is no file that ends in .argmap in {folder}")
    base = folder if os.path.isdir(folder) else os.path.dirname(folder) or "."
    reports = []
    for number, path in enumerate(paths, 1):
        target = os.path.join(output, os.path.splitext(os.path.relpath(path, base))[0])
        began = time.monotonic()
        if not quiet:
            say(f"[{number}/{len(paths)}] {path} …", end="")
        built = _build(path, target, engine, semantics=semantics, allow_outside=allow_outside, quiet=quiet)
        if built:
            reports.append(f"{target}.html")
            if not quiet:
                say(f" built in {time.monotonic() - began:.1f} s")
    if not quiet:
        left_out = len(paths) - len(reports)
        say(
            f"{len(reports)} of {len(paths)} maps built"
            + (f", {left_out} left out because of errors" if left_out else "")
            + ("; the reports:" if reports else "")
        )
        sys.stdout.write("".join(f"{report}\n" for report in reports))
    return 0 if len(reports) == len(paths) else 1


def _maps(folder: str, output: str) -> list[str]:
    if os.path.isfile(folder):
        return [folder]
    result = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(os.path.join(root, name)) != os.path.realpath(output)
        )
        result += [os.path.join(root, name) for name in sorted(names) if name.endswith(".argmap")]
    return result


def _build(
    path: str, target: str, engine: EngineName, *, semantics: str | None, allow_outside: bool, quiet: bool
) -> bool:
    """Build one map; tell whether that went well. Nothing is written unless all of it could be made."""
    from argmap.formats.argmap_json import dump
    from argmap.render.products import EngineError, everything

    not_built = f"{path}: not built" if quiet else " not built"
    try:
        analysis = analysed(
            path, EVERYTHING, checks=settings_for(path), allow_outside=allow_outside, semantics=semantics
        )
        if is_broken(analysis):
            say(not_built)
            complain(analysis.diagnostics)
            return False
        made = everything(analysis, PICTURES, engine=engine)
        made["json"] = dump(analysis).encode()
        for ending, data in made.items():
            write(f"{target}.{ending}", data)
    except (CannotRunError, EngineError) as error:
        say(f"{not_built}\nError: {error}")
        return False
    return True
