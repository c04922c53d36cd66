"""Which hypotheses compete."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def answers(argument_map: ArgumentMap) -> dict[str, tuple[str, ...]]:
    """Return the answers to each question, by its id: those it lists, then those that say they answer it.

    In a map without questions all hypotheses stand under "".
    """
    hypotheses = [one for one in argument_map.statements if one.kind == "hypothesis"]
    if not argument_map.questions:
        return {"": tuple(one.id for one in hypotheses)}
    found: dict[str, dict[str, None]] = {one.id: dict.fromkeys(one.hypotheses) for one in argument_map.questions}
    for one in argument_map.statements:
        for question in one.all_names("answers"):
            if question in found:
                found[question][one.id] = None
    return {question: tuple(names) for question, names in found.items()}
