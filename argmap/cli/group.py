"""The group of all commands, each loaded only when it is called."""

from __future__ import annotations

import os
from importlib import import_module

import click

from argmap import __version__
from argmap.cli.common import CannotRunError, say
from argmap.near import near

# What each command does, here so that `--help` needs to import none of them.
COMMANDS = {
    "new": "Write a commented starter map, or a skeleton from a draft.",
    "check": "Say what is wrong with maps, and how to mend it.",
    "rule": "Say what a rule is about; without a code list all rules.",
    "map": "Draw a map: SVG, PNG, PDF or DOT.",
    "report": "Write a report: one HTML page that needs nothing else.",
    "build": "Do all of that for every map in a folder.",
    "explain": "Say where a strength comes from, and what it hangs on.",
    "rank": "Set hypotheses beside each other, with what their order hangs on.",
    "matrix": "Score competing hypotheses, and say what would change the answer.",
    "sources": "List sources and voices: what each carries, and what falls without it.",
    "coverage": "List which passages of its documents a map holds, skips and leaves.",
    "todo": "List what is left to map, to support and to cite.",
    "export": "Give a map to other programs: JSON, CSV, Mermaid, GraphML.",
}

_HELP = """Turn a plain-text map of an argument into pictures, reports and a list of weak points.

\b
A first map, in a file that ends in .argmap:
    claim "Harry is a British subject." {
        because "Harry was born in Bermuda."
            since "Whoever is born in Bermuda is, as a rule, a British subject."
            unless "Both his parents were aliens."
        but "He has become an American citizen."
    }

\b
Then:
    argmap check harry.argmap       is it well formed?
    argmap report harry.argmap      one page to read and to mail: harry.html
    argmap map harry.argmap -o harry.png
"""


class _Commands(click.Group):
    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"argmap.cli.{name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and (os.path.exists(name) or name.endswith(".argmap")):
            msg = f"say what to do with {name}: `argmap check {name}`, `argmap map {name}` or `argmap report {name}`"
            raise click.UsageError(msg)
        if name not in COMMANDS and not name.startswith("-"):
            likely = near(name, COMMANDS)
            hint = f"; did you mean argmap {likely[0]}?" if likely else "; argmap --help lists them all"
            raise click.UsageError(f"there is no command {name}{hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, "-V", "--version", message="argmap %(version)s")
def cli() -> None:
    """The group itself does nothing."""


def run_group(arguments: list[str]) -> int:
    """Run one command; return its exit status."""
    try:
        result = cli.main(arguments, prog_name="argmap", standalone_mode=False)
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.ClickException as error:
        error.show()
        return 2
    except CannotRunError as error:
        say(f"Error: {error}")
        return 2
    return result if isinstance(result, int) else 0
