"""What there is to rate: the rows of a question in random order, so that nobody rates along a story."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from argmap.matrix.argued import reaching
from argmap.matrix.background import Background

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Question, Statement


class ToRate(NamedTuple):
    """The hypotheses of a question in their order, and the rows in a random one."""

    hypotheses: tuple[Statement, ...]
    rows: tuple[Statement, ...]


def to_rate(argument_map: ArgumentMap, question: Question, seed: int) -> ToRate:
    """Return what there is to rate of a question: the rows of its matrices, else the evidence that bears on its answers.

    Args:
        argument_map: The map.
        question: The question.
        seed: Where the random numbers start: the same seed, the same order.
    """
    statements = argument_map.by_id()
    those = [matrix for matrix in argument_map.matrices if matrix.question == question.id]
    rows = dict.fromkeys(row.statement for matrix in those for row in matrix.rows)
    if not rows:
        reached = reaching(Background(argument_map), question.hypotheses)
        rows = dict.fromkeys(
            s.id for s in argument_map.statements if s.kind == "evidence" and any(reached.get(s.id, ()))
        )
    shuffled = [statements[name] for name in rows if name in statements]
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    return ToRate(tuple(statements[name] for name in question.hypotheses if name in statements), tuple(shuffled))
