"""`argmap export`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from argmap.assessment import NOTHING, STRENGTH, WEIGHED
from argmap.cli.common import analysed, outcome, say, write
from argmap.cli.options import semantics_option, source_options
from argmap.cli.settings import settings_for

if TYPE_CHECKING:
    from argmap.analysis import Analysis


@click.command("export", short_help="Give a map to other programs.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "argmap", "mermaid", "graphml"]),
    default="json",
    show_default=True,
    help="JSON (the schema is in docs/); the map's text, newly laid out; or a graph as Mermaid or GraphML.",
)
@click.option("-o", "--output", metavar="PATH", default="-", help="Where to write. [default: standard output]")
@semantics_option
@source_options
def command(file: str, form: str, output: str, *, semantics: str | None, quiet: bool, allow_outside: bool) -> int:
    """Write the map FILE (or - for standard input) for other programs, with strengths and citations."""
    checks = settings_for(file) if form == "json" else None
    needs = _NEEDS.get(form, STRENGTH)
    analysis = analysed(file, needs, checks=checks, allow_outside=allow_outside, semantics=semantics)
    status = outcome(analysis)
    if status is not None:
        return status
    text = _text(analysis, form)
    write(output, text.encode())
    if not quiet and output != "-":
        say(f"{output} written")
    return 0


def _text(analysis: Analysis, form: str) -> str:
    if form == "argmap":
        from argmap.syntax.printer import print_file

        return print_file(analysis.map)
    module: Any = import_module(f"argmap.formats.{_MODULES[form]}")
    text: str = module.dump(analysis)
    return text


_NEEDS = {"json": WEIGHED, "argmap": NOTHING}
_MODULES = {"json": "argmap_json", "mermaid": "mermaid", "graphml": "graphml"}
