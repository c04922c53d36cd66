"""`argmap matrix`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.common import CannotRunError, coloured, write
from argmap.cli.matrix_input import map_with_matrices, the_question
from argmap.cli.options import source_options
from argmap.cli.supposing import Supposed, scenarios_of
from argmap.cli.terminal import strong_on, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matrix.result import MatrixAnalysis
    from argmap.model import ArgumentMap

_FORMATS = ("plain", "json", "csv", "md", "argmap")


_HELP = """Score the competing hypotheses of the map FILE (or - for standard input), and say what would change the answer.

For each question that has a matrix, or for QUESTION alone: the ratings, the score of every hypothesis under every rule,
who leads or that one cannot decide, and what that hangs on: rows, origins, single cells, priors, scenarios.

\b
A blank sheet for somebody to fill in, its rows shuffled:
    argmap matrix map.argmap cause --sheet > cause.csv
Ann's answers beside the map's:
    argmap matrix map.argmap cause --csv ann.csv --by ann
A spreadsheet's matrix as a map:
    argmap matrix --csv old.csv --format argmap
"""


@click.command("matrix", help=_HELP, short_help="Score competing hypotheses, and say what would change the answer.")
@click.argument("file", metavar="[FILE]", required=False)
@click.argument("question", metavar="[QUESTION]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="plain",
    help="A table, JSON, CSV, Markdown, or (of a spreadsheet) a map.",
)
@click.option("--columns", is_flag=True, help="Put hypotheses in columns and not in rows.")
@click.option("--arithmetic", is_flag=True, help="Show every sum.")
@click.option("--argued", is_flag=True, help="Show beside the ratings what the map's own steps argue.")
@click.option("--discount", is_flag=True, help="Under bits, let the written reliability of sources count.")
@click.option(
    "--assume", metavar="ID", multiple=True, help="Run again with this (what is observed, not an answer) taken as true."
)
@click.option("--assume-not", metavar="ID", multiple=True, help="Run again with this taken as false.")
@click.option("--withdraw", metavar="ID", multiple=True, help="Run again without this source or voice.")
@click.option(
    "--rate", metavar="ROW:HYPOTHESIS=II", multiple=True, help="Run again with this cell rated so: CC, C, N, I, II, NA."
)
@click.option("--csv", "sheet", metavar="IN.csv", help="Read the matrix of a spreadsheet; with FILE, one more rater's.")
@click.option("--by", "rater", metavar="NAME", help="Who filled in that spreadsheet. [default: its name]")
@click.option("--sheet", "blank", is_flag=True, help="Write a rating sheet, its rows shuffled, to fill in as CSV.")
@click.option("--seed", type=int, default=None, help="In which order the sheet is shuffled. [default: 1]")
@source_options
def command(**options: Any) -> int:  # noqa: ANN401 - click hands over what the options above read
    """Score the competing hypotheses of a map."""
    wanted = _Wanted(**options)
    for misfit in wanted.misfits():
        raise CannotRunError(misfit)
    found, status = map_with_matrices(
        wanted.file,
        wanted.question,
        wanted.sheet,
        wanted.rater,
        blank=wanted.blank,
        quiet=wanted.quiet,
        allow_outside=wanted.allow_outside,
    )
    if found is not None:
        write("-", _output(found, wanted).encode())
    return status


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What was asked for."""

    file: str | None
    question: str | None
    form: str
    columns: bool
    arithmetic: bool
    argued: bool
    discount: bool
    assume: tuple[str, ...]
    assume_not: tuple[str, ...]
    withdraw: tuple[str, ...]
    rate: tuple[str, ...]
    sheet: str | None
    rater: str | None
    blank: bool
    seed: int | None
    quiet: bool
    allow_outside: bool

    def misfits(self) -> Iterator[str]:
        """Tell of what was asked for in vain: nothing is passed over in silence."""
        if self.rater is not None and self.sheet is None:
            yield "--by says who filled in a spreadsheet, and goes with --csv"
        if self.blank and self.form not in {"plain", "csv"}:
            yield "--sheet writes a blank sheet as CSV, and no other form"
        if self.seed is not None and not self.blank:
            yield "--seed says how a blank sheet is shuffled, and goes with --sheet"
        table = not self.blank and self.form in {"plain", "md"}
        if self.columns and not table:
            yield "--columns turns the table, and goes with --format plain or md"
        if self.arithmetic and (self.blank or self.form != "plain"):
            yield "--arithmetic writes sums below the table, and goes with --format plain; json has all figures"
        if self.argued and (self.blank or self.form != "plain"):
            yield "--argued marks the cells of the table, and goes with --format plain; json has what is argued"
        if (self.discount or self.supposed) and (self.blank or self.form == "argmap"):
            yield "--discount, --assume, --assume-not, --withdraw and --rate change scores, and here none are shown"

    @property
    def supposed(self) -> Supposed:
        """What is to be supposed, beside the scenarios of the map."""
        return Supposed(true=self.assume, false=self.assume_not, withdrawn=self.withdraw, rated=self.rate)


def _output(found: ArgumentMap, wanted: _Wanted) -> str:
    if wanted.blank:
        from argmap.matrix.blank import to_rate
        from argmap.render.matrices.data import blank_sheet

        return blank_sheet(
            to_rate(found, the_question(found, wanted.question), 1 if wanted.seed is None else wanted.seed)
        )
    if wanted.form == "argmap":
        from argmap.syntax.printer import print_file

        if wanted.file is not None:
            raise CannotRunError(
                "a map is written from a spreadsheet alone: argmap matrix --csv FILE.csv --format argmap"
            )
        return print_file(found)
    from argmap.matrix.engine import matrices

    scenarios = scenarios_of(found, wanted.question, wanted.supposed)
    return _told(matrices(found, wanted.question, discount=wanted.discount, assumed=scenarios), wanted)


def _told(found: tuple[MatrixAnalysis, ...], wanted: _Wanted) -> str:
    if wanted.form == "json":
        from argmap.render.matrices.data import matrix_json

        return matrix_json(found)
    if wanted.form == "csv":
        from argmap.render.matrices.data import matrix_csv

        return matrix_csv(found)
    if wanted.form == "md":
        from argmap.render.matrices.markdown import matrix_markdown

        return matrix_markdown(found, columns=wanted.columns)
    from argmap.render.matrices.text import matrix_text

    strong = strong_on(coloured(sys.stdout))
    return matrix_text(
        found, width(), columns=wanted.columns, arithmetic=wanted.arithmetic, argued=wanted.argued, strong=strong
    )
