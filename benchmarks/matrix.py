"""How fast matrices are analysed: python benchmarks/matrix.py.

A matrix of 200 rows and 12 hypotheses, with every score, sensitivity, fragility, prior and the next observation, from
the map to the whole result. Ratings are random, by a seed; rows share origins, some cells are empty. The time is told
in seconds of the processor, and as a multiple of what one naive pass takes: adding up the five scores once without
each of the rows in turn, in plain loops.
"""

from __future__ import annotations

import random
import sys
import time
from statistics import median

from _timing import verdict

from argmap.matrix.engine import matrices
from argmap.matrix.scale import LIKELIHOOD, STEPS, VALUE
from argmap.model import ArgumentMap, Attribute, Cell, Citation, Matrix, MatrixRow, Question, SourceDocument, Statement

ROWS, HYPOTHESES, ORIGINS = 200, 12, 40
ROUNDS = 5
MOST_SECONDS = 2.0
MOST_TIMES = 6.0  # naive passes
SHAPES = ("random", "close", "one leads by far", "three raters")


def main() -> int:
    """Measure, print, and return 1 where a budget is not kept."""
    print(f"{ROWS} rows, {HYPOTHESES} hypotheses, everything; seconds of the processor, median of {ROUNDS}\n")
    worst = worst_times = 0.0
    for shape in SHAPES:
        made = matrix_map(shape)
        took = median(_seconds(made) for _ in range(ROUNDS))
        naive = median(_naive_seconds(made) for _ in range(ROUNDS))
        (found,) = matrices(made)
        steps = {rule: one.lost.steps if one.lost else None for rule, one in found.together.fragility.items()}
        print(f"  {shape:17} {took:6.3f} s  {took / naive:5.1f} naive passes  fewest changes {steps}")
        worst, worst_times = max(worst, took), max(worst_times, took / naive)
    print()
    kept = [
        verdict("the slowest, in seconds", worst, at_most=MOST_SECONDS),
        verdict("the slowest, in naive passes", worst_times, at_most=MOST_TIMES),
    ]
    return 0 if all(kept) else 1


def matrix_map(shape: str, seed: int = 1) -> ArgumentMap:
    """Make a map with one matrix."""
    rng = random.Random(seed)
    names = tuple(f"h{n}" for n in range(HYPOTHESES))
    made = ArgumentMap(questions=[Question(id="q", text="Who?", attributes=[Attribute("hypotheses", names)])])
    made.statements = [Statement(id=name, kind="hypothesis", text=name) for name in names]
    made.sources = [SourceDocument(id=f"s{n}", title=f"s{n}") for n in range(ORIGINS)]
    for n in range(ROWS):
        source = f"s{rng.randrange(ORIGINS)}"
        made.statements.append(Statement(id=f"e{n}", kind="evidence", text=f"e{n}", citations=[Citation(source)]))
    raters = (None,) if shape != "three raters" else (None, "ann", "bob")
    made.matrices = [_matrix(rng, rater, names, shape) for rater in raters]
    return made


def _matrix(rng: random.Random, rater: str | None, names: tuple[str, ...], shape: str) -> Matrix:
    rows = []
    for n in range(ROWS):
        cells = [Cell(_letter(rng, column, shape)) for column in range(len(names))]
        given = [Attribute("relevance", rng.choice(("low", "medium", "high")))]
        rows.append(MatrixRow(statement=f"e{n}", cells=cells, attributes=given))
    return Matrix(question="q", hypotheses=names, rater=rater, rows=rows)


def _letter(rng: random.Random, column: int, shape: str) -> str | None:
    if rng.random() < 1 / 20:
        return rng.choice(("NA", None))
    if shape == "one leads by far":
        return rng.choice(("CC", "C")) if column == 0 else rng.choice(("N", "I", "II"))
    return rng.choice(("CC", "C", "C", "N", "I") if shape == "close" and column < len(SHAPES) else STEPS)


def _seconds(made: ArgumentMap) -> float:
    began = time.process_time()
    matrices(made)
    return time.process_time() - began


def _naive_seconds(made: ArgumentMap) -> float:
    rows = [[cell.rating for cell in row.cells] for row in made.matrices[0].rows]
    began = time.process_time()
    for left_out in range(len(rows)):
        sums = [[0.0] * HYPOTHESES for _ in range(5)]
        for number, row in enumerate(rows):
            if number == left_out:
                continue
            for column, letter in enumerate(row):
                value = VALUE.get(letter or "", 3)
                sums[0][column] += max(3 - value, 0)
                sums[1][column] += max(3 - value, 0) * 1.4
                sums[2][column] += max(3 - value, 0) ** 2
                sums[3][column] += value - 3
                sums[4][column] += LIKELIHOOD.get(letter or "", 0.5)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
