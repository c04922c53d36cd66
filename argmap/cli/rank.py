"""`argmap rank`."""

from __future__ import annotations

import sys

import click

from argmap.assessment import NOTHING
from argmap.cli.common import analysed, coloured, write
from argmap.cli.options import semantics_option, source_options
from argmap.cli.terminal import standing_in_the_way, strong_on, width


@click.command("rank", short_help="Set hypotheses beside each other.")
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(["plain", "json", "csv"]), default="plain", help="A table, JSON or CSV."
)
@click.option(
    "--runs",
    type=click.IntRange(0, 100_000),
    default=500,
    show_default=True,
    help="In how many runs grades are moved at random.",
)
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="Where the random numbers start: the same seed, the same result.",
)
@semantics_option
@source_options
def command(
    file: str, form: str, runs: int, seed: int, *, semantics: str | None, quiet: bool, allow_outside: bool
) -> int:
    """Set the hypotheses of the map FILE (or - for standard input) beside each other, with what their order hangs on.

    For each question its answers with base, strength in both readings, their range when grades are moved at random,
    how often each leads, and what stands behind it. Where the order is within the noise, it says so.
    """
    analysis = analysed(file, NOTHING, allow_outside=allow_outside)
    status = standing_in_the_way(analysis, quiet=quiet)
    if status is not None:
        return status
    from argmap.render.terminal.standing import rank_text
    from argmap.render.terminal.standing_data import rank_csv, rank_json
    from argmap.strength.explaining.bench import benches
    from argmap.strength.explaining.ranking import rankings

    both = benches(analysis.map, semantics)
    rule = both[0].semantics.name
    leading = 0 if both[0].ready.leading == "documented" else 1
    found = rankings(both, leading, runs=runs, seed=seed)
    if form == "json":
        text = rank_json(found, rule)
    elif form == "csv":
        text = rank_csv(found)
    else:
        text = rank_text(
            found, analysis.map, width(), leading=leading, semantics=rule, strong=strong_on(coloured(sys.stdout))
        )
    write("-", text.encode())
    return 0
