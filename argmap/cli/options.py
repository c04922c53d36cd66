"""Options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from argmap.near import near
from argmap.render.picture.look import COLOUR_BY, DIRECTIONS, LABELS, THEME_NAMES
from argmap.vocabulary import SEMANTICS

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

engine_option = click.option(
    "--engine",
    type=click.Choice(["auto", "bundled", "system"]),
    default="auto",
    show_default=True,
    help="Which Graphviz draws: the one that came with argmap, or the system's `dot`.",
)

texts_option = click.option(
    "--sources",
    "texts",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False),
    callback=lambda _context, _option, value: value or "",
    help="A folder with the texts of documents, named as in `file:`, or ID.txt.",
)


class _SemanticsName(click.ParamType[str]):
    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in SEMANTICS:
            close = near(value, SEMANTICS, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(SEMANTICS)}"
            self.fail(f"no semantics is called {value}; {hint}", param, ctx)
        return value


semantics_option = click.option(
    "--semantics",
    metavar="NAME",
    type=_SemanticsName(),
    help=f"By which rule to compute strength, whatever the map asks for: {', '.join(SEMANTICS)}.",
)


def source_options(command: F) -> F:
    """Add the options that every command which reads maps has."""
    command = click.option("--allow-outside", is_flag=True, help="Let maps import files from outside their folder.")(
        command
    )
    return click.option("-q", "--quiet", is_flag=True, help="Say only what was asked for, and errors.")(command)


def _collected(command: F) -> F:
    """Hand a command what its picture is to show and how, as a `Choice` and a `Look`."""
    from functools import wraps

    @wraps(command)
    def collecting(**given: Any) -> Any:  # noqa: ANN401 - click hands over whatever the options are
        from argmap.render.picture.choice import Choice
        from argmap.render.picture.look import Look

        at_once = [f"--{key}" for key in ("view", "focus", "section", "path") if given[key] is not None]
        if len(at_once) > 1:
            raise click.UsageError(f"{' and '.join(at_once)} cannot be had at once: each says what part is shown")
        if given["focus"] is None and (given["way"] or given["depth"] is not None):
            raise click.UsageError("--depth, --up and --down belong to --focus")
        choice = Choice(
            sort=given.pop("view") or "auto",
            focus=given.pop("focus"),
            section=given.pop("section"),
            path=given.pop("path"),
            highlight=given.pop("highlight"),
            **{key: value for key in ("depth", "way") if (value := given.pop(key)) is not None},
        )
        keys = ("theme", "direction", "wrap", "width", "colour_by", "label", "frames", "title", "source_line")
        look = Look(**{key: value for key in keys if (value := given.pop(key)) is not None})
        return command(choice=choice, look=look, **given)

    return cast("F", collecting)


_PICTURE_OPTIONS = (
    click.option("--view", type=click.Choice(["whole", "overview", "hypotheses"]), help="All of it; hypotheses and main claims, with what is below them counted; or hypotheses alone. [default: whole, or an overview of more than 60 boxes]"),
    click.option("--focus", metavar="ID", help="Only the statement ID and what is near it."),
    click.option("--depth", type=click.IntRange(0), default=None, help="With --focus: how many steps away. [default: 2]"),
    click.option("--down", "way", flag_value="down", default=None, help="With --focus: only what bears on it."),
    click.option("--up", "way", flag_value="up", help="With --focus: only what it bears on."),
    click.option("--section", metavar="NAME", help="Only a section, by its title, a part of that, or its number."),
    click.option("--path", nargs=2, metavar="ID ID", default=None, help="Only how one statement bears on another."),
    click.option("--highlight", metavar="ID", multiple=True, help="Let a statement stand out; may be given several times."),
    click.option("--theme", type=click.Choice(THEME_NAMES), default=None, help="Colours: on white, for colour-blind eyes, on black, or none. [default: light]"),
    click.option("--direction", type=click.Choice(DIRECTIONS), default=None, help="Where lines lead: BT is from the bottom to the top. [default: BT, or RL where that would be too wide]"),
    click.option("--width", type=click.IntRange(300), default=None, metavar="PIXELS", help="How wide a picture from bottom to top may be before it runs from right to left. [default: 2000]"),
    click.option("--wrap", type=click.IntRange(16, 100), default=None, metavar="LETTERS", help="How long a line in a box is. [default: 30]"),
    click.option("--frames/--flat", default=None, help="Draw a frame around each section, or none. [default: frames in a small map that is mostly in sections]"),
    click.option("--color-by", "--colour-by", "colour_by", type=click.Choice(COLOUR_BY), default=None, help="What the ground of a box tells. [default: kind]"),
    click.option("--label", type=click.Choice(LABELS), default=None, help="What stands beside the lines of steps: bits is what each contributes. [default: none]"),
    click.option("--title", default=None, help="What stands above, in place of the map's title."),
    click.option("--source-line", default=None, help="What stands below, in place of the name of the file."),
)  # fmt: skip


def picture_options(command: F) -> F:
    """Add the options that say what a picture shows and how; the command gets them as `choice` and `look`."""
    made: Any = _collected(command)
    for option in reversed(_PICTURE_OPTIONS):
        made = option(made)
    return cast("F", made)
