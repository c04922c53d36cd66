"""`argmap explain`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.assessment import NOTHING
from argmap.cli.common import CannotRunError, analysed, coloured, write
from argmap.cli.options import semantics_option, source_options
from argmap.cli.terminal import standing_in_the_way, strong_on, width
from argmap.near import near

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.analysis import Analysis
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.telling import Told

_DEPTH = 2


@click.command("explain", short_help="Say where a strength comes from.")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--format", "form", type=click.Choice(["plain", "json"]), default="plain", help="Sentences and a tree, or JSON."
)
@click.option(
    "--depth",
    type=click.IntRange(0),
    default=None,
    help=f"How many levels of statements the tree shows; 0 for none. [default: {_DEPTH}; with JSON all]",
)
@click.option(
    "--reading",
    type=click.Choice(["documented", "granted", "both"]),
    default=None,
    help="Of which reading to show the tree. [default: the one that the map leads with]",
)
@click.option(
    "--shapley", is_flag=True, help="Add each input's fair part in the strength (for small maps; takes a moment)."
)
@semantics_option
@source_options
def command(
    file: str,
    name: str | None,
    form: str,
    depth: int | None,
    reading: str | None,
    *,
    shapley: bool,
    semantics: str | None,
    quiet: bool,
    allow_outside: bool,
) -> int:
    """Say in sentences where the strength of the statement ID comes from, and what it hangs on.

    FILE is a map, or - for standard input. ID is a statement or a question; when it is left out, all hypotheses and
    main claims are explained shortly. Figures have four decimals, so that each can be worked out again by hand.
    """
    if name is None and (shapley or depth is not None or reading is not None):
        raise CannotRunError("--depth, --reading and --shapley are for one statement: argmap explain FILE ID")
    analysis = analysed(file, NOTHING, allow_outside=allow_outside)
    status = standing_in_the_way(analysis, quiet=quiet)
    if status is not None:
        return status
    from argmap.strength.explaining.bench import benches

    both = benches(analysis.map, semantics)
    if name is None:
        return _all_shortly(both, form)
    targets = _targets(analysis, both[0], name)
    deep = None if form == "json" and depth is None else _DEPTH if depth is None else depth
    pairs = _told(both, targets, deep, shapley=shapley)
    if form == "json":
        from argmap.render.terminal.explanation_json import as_json

        write("-", as_json(pairs).encode())
    else:
        _print(pairs, reading, with_tree=deep != 0)
    if shapley and any(told.shapley is None for pair in pairs for told in pair):
        from argmap.strength.explaining.shapley import MOST_PLAYERS

        raise CannotRunError(f"no Shapley values: more than {MOST_PLAYERS} statements take part")
    return 0


def _told(
    both: tuple[Bench, Bench], targets: Sequence[int], depth: int | None, *, shapley: bool
) -> list[tuple[Told, Told]]:
    from argmap.provenance.origins import origins
    from argmap.strength.explaining.telling import tell

    known = origins(both[0].map)
    documented, granted = both
    return [
        (tell(documented, n, known, depth=depth, parts=shapley), tell(granted, n, known, depth=depth, parts=shapley))
        for n in targets
    ]


def _print(pairs: list[tuple[Told, Told]], reading: str | None, *, with_tree: bool) -> None:
    from argmap.render.terminal.explanation import explanation

    leading = reading or pairs[0][0].bench.ready.leading
    texts = []
    for pair in pairs:
        wanted = [told for told in pair if leading in {told.bench.strengths.reading, "both"}]
        if reading is None and not wanted[0].bench.assessed(wanted[0].target):
            wanted = [told for told in pair if told not in wanted]
        tree = [told for told in wanted if with_tree and told.bench.assessed(told.target)]
        texts.append(explanation(*pair, width(), tree=tree, strong=strong_on(coloured(sys.stdout))))
    write("-", "\n".join(texts).encode())


def _all_shortly(both: tuple[Bench, Bench], form: str) -> int:
    from argmap.strength.explaining.contests import compared, contests_of
    from argmap.strength.explaining.telling import tell_shortly

    known = [contests_of(bench) for bench in both]
    pairs = [
        (tell_shortly(both[0], number, known[0]), tell_shortly(both[1], number, known[1]))
        for number in compared(both[0])
    ]
    if form == "json":
        from argmap.render.terminal.explanation_json import as_json

        write("-", as_json(pairs).encode())
        return 0
    from argmap.render.terminal.columns import paragraph
    from argmap.render.terminal.explanation import CAUTION, short
    from argmap.render.terminal.speaking import unheard

    strong = strong_on(coloured(sys.stdout))
    texts = [short(*pair, width(), strong) for pair in pairs] or [
        "There are no hypotheses and no main claims here; `argmap explain FILE ID` explains any statement.\n"
    ]
    why = unheard([granted for _, granted in pairs]) if pairs else ""
    texts += [paragraph(why, width()) + "\n"] if why else []
    write("-", "\n".join([*texts, paragraph(CAUTION, width()) + "\n"]).encode())
    return 0


def _targets(analysis: Analysis, bench: Bench, name: str) -> list[int]:
    """Return the statement of an id, or the answers to the question of it."""
    from argmap.strength.explaining.contests import contests_of

    of = bench.network.node_of
    if name in of:
        return [of[name]]
    contest = next((one for one in contests_of(bench) if one.question == name), None)
    if contest is not None:
        return list(contest.answers)
    raise CannotRunError(_unknown(analysis, name))


def _unknown(analysis: Analysis, name: str) -> str:
    found = analysis.map
    step = next((step for step in found.steps if step.id == name), None)
    if step is not None and step.kind != "undercut":
        return f"{name} is a step, and has no strength of its own; it is told with what it speaks to: argmap explain … {step.target}"
    known = [one.id for one in (*found.statements, *found.questions) if not one.id.rpartition(".")[2].startswith("_")]
    imported = [one for one in known if one.rpartition(".")[2] == name.rpartition(".")[2]]
    close = imported[:3] or near(name, known, 3)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    return f"no statement or question of this map is called {name}{hint}"
