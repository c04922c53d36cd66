"""`argmap matrix`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.assessment import NOTHING
from argmap.cli.common import CannotRunError, analysed, coloured, write
from argmap.cli.options import source_options
from argmap.cli.terminal import standing_in_the_way, strong_on, width
from argmap.near import near

if TYPE_CHECKING:
    from argmap.matrix.result import MatrixAnalysis
    from argmap.model import ArgumentMap, Scenario

_FORMATS = ("plain", "json", "csv", "md")


@click.command("matrix", short_help="Score competing hypotheses, and say what would change the answer.")
@click.argument("file", metavar="FILE")
@click.argument("question", metavar="[QUESTION]", required=False)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="plain", help="A table, JSON, CSV or Markdown.")
@click.option("--columns", is_flag=True, help="Put hypotheses in columns and not in rows.")
@click.option("--arithmetic", is_flag=True, help="Show every sum.")
@click.option("--discount", is_flag=True, help="Under bits, let the written reliability of sources count.")
@click.option("--assume", metavar="ID", multiple=True, help="Run again with this taken as true.")
@click.option("--assume-not", metavar="ID", multiple=True, help="Run again with this taken as false.")
@source_options
def command(
    file: str,
    question: str | None,
    form: str,
    assume: tuple[str, ...],
    assume_not: tuple[str, ...],
    **flags: bool,
) -> int:
    """Score the competing hypotheses of the map FILE (or - for standard input), and say what would change the answer.

    For each question that has a matrix, or for QUESTION alone: the ratings, the score of every hypothesis under every
    rule, who leads or that one cannot decide, and what that hangs on: rows, origins, single cells, priors, scenarios.
    """
    analysis = analysed(file, NOTHING, allow_outside=flags["allow_outside"])
    status = standing_in_the_way(analysis, quiet=flags["quiet"])
    if status is not None:
        return status
    from argmap.matrix.engine import matrices

    _check_question(analysis.map, question)
    found = matrices(
        analysis.map, question, discount=flags["discount"], assumed=_assumed(analysis.map, assume, assume_not)
    )
    write("-", _text(found, form, columns=flags["columns"], arithmetic=flags["arithmetic"]).encode())
    return 0


def _text(found: tuple[MatrixAnalysis, ...], form: str, *, columns: bool, arithmetic: bool) -> str:
    if form == "plain":
        from argmap.render.matrices.text import matrix_text

        strong = strong_on(coloured(sys.stdout))
        return matrix_text(found, width(), columns=columns, arithmetic=arithmetic, strong=strong)
    from argmap.render.matrices import data

    if form == "json":
        return data.matrix_json(found)
    if form == "csv":
        return data.matrix_csv(found)
    from argmap.render.matrices.markdown import matrix_markdown

    return matrix_markdown(found, columns=columns)


def _check_question(argument_map: ArgumentMap, question: str | None) -> None:
    """Complain of a question that is not there, or has no matrix."""
    if question is None:
        return
    known = [one.id for one in argument_map.questions]
    rated = [name for name in known if any(matrix.question == name for matrix in argument_map.matrices)]
    if question in rated:
        return
    if question in known:
        raise CannotRunError(f"the question {question} has no matrix; in the map: matrix {question} {{ … }}")
    close = near(question, rated or known)
    hint = f"; did you mean {close[0]}?" if close else f"; there is {', '.join(rated)}" if rated else ""
    raise CannotRunError(f"no question of this map is called {question}{hint}")


def _assumed(argument_map: ArgumentMap, assume: tuple[str, ...], assume_not: tuple[str, ...]) -> list[Scenario]:
    """Make a scenario of what is assumed on the command line."""
    from argmap.model import Change, Scenario

    known = argument_map.by_id()
    for name in (*assume, *assume_not):
        if name not in known:
            close = near(name, list(known))
            hint = f"; did you mean {close[0]}?" if close else ""
            raise CannotRunError(f"no statement of this map is called {name}{hint}")
    both = sorted(set(assume) & set(assume_not))
    if both:
        raise CannotRunError(f"{both[0]} cannot be assumed to be both true and false")
    if not assume and not assume_not:
        return []
    changes = [Change("assume", name) for name in assume] + [Change("deny", name) for name in assume_not]
    words = [f"assume {name}" for name in assume] + [f"assume not {name}" for name in assume_not]
    return [Scenario(title=", ".join(words), changes=changes)]
