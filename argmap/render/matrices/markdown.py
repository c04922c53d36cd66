"""The analysis of a matrix as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.matrix.outcomes import written
from argmap.matrix.readings import RULES, VOTING
from argmap.render.markup import plain
from argmap.render.matrices import words
from argmap.render.matrices.figures import shown_score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.matrix.readings import Rule
    from argmap.matrix.result import MatrixAnalysis


def matrix_markdown(found: Sequence[MatrixAnalysis], *, columns: bool = False) -> str:
    """Lay out matrices as Markdown: ratings, scores, verdict, what would change it."""
    if not found:
        return "There is no matrix in this map.\n"
    parts = [part for one in found for part in _parts(one, columns=columns)]
    return "\n\n".join([*parts, f"*{words.CAUTION}*"]) + "\n"


def _parts(found: MatrixAnalysis, *, columns: bool) -> list[str]:
    names = words.Names(found)
    heads = ["", *(names(row.id) for row in found.rows)]
    rows = [[names(name), *(written(row.cells[n].together) for row in found.rows)] for n, name in enumerate(found.ids)]
    if columns:
        turned = list(zip(heads, *rows, strict=True))
        heads, rows = list(turned[0]), [list(line) for line in turned[1:]]
    scores = [[names(name), *(_score(found, rule, name) for rule in RULES)] for name in found.ids]
    items = [words.caveat(one, names) for one in found.verdict.caveats]
    items += [
        f"`{rule}`: {words.fragility(one, names)}"
        for rule, one in found.together.fragility.items()
        if rule in VOTING and one.leader is not None
    ]
    items += [f"most useful next: {words.following(found.next, names)}"] if found.next is not None else []
    parts = [f"## {_cell(plain(found.text) or found.question)}", _table(heads, rows), _table(["", *RULES], scores)]
    parts.append(f"**Verdict:** {_cell(words.verdict(found.verdict, names))}.")
    return [*parts, "\n".join(f"- {_cell(item)}" for item in items)] if items else parts


def _score(found: MatrixAnalysis, rule: Rule, name: str) -> str:
    score = found.together.scores[rule]
    value = score.shown(name)
    if value is None:
        return "not rated"
    text = shown_score(rule, value)
    return f"**{text}**" if name in score.leaders else text


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
