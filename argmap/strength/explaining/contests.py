"""What a map is about: the questions whose answers compete, and the claims that it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.strength.contests import answers

if TYPE_CHECKING:
    from argmap.strength.explaining.bench import Bench


@dataclass(frozen=True, slots=True)
class Contest:
    """A question and the classes of its answers."""

    question: str
    answers: tuple[int, ...]


def contests_of(bench: Bench) -> list[Contest]:
    """Return the questions of a map that have answers, in its order."""
    of = bench.network.node_of
    found = []
    for question, names in answers(bench.map).items():
        classes = tuple(dict.fromkeys(of[name] for name in names if name in of))
        if question and classes:
            found.append(Contest(question, classes))
    return found


def compared(bench: Bench) -> list[int]:
    """Return what a map is about, as classes: the answers to its questions, then its main claims."""
    first = (answer for contest in contests_of(bench) for answer in contest.answers)
    return list(dict.fromkeys((*first, *main_claims(bench))))


def main_claims(bench: Bench) -> list[int]:
    """Return what a map comes to: hypotheses that answer no question, and claims that rest on reasons but bear none.

    That a claim has a rival neither makes a premise of it nor gives it a reason: only the steps of the map count.
    """
    network, steps = bench.network, len(bench.map.steps)
    answers = {answer for contest in contests_of(bench) for answer in contest.answers}
    used = {number for step in range(steps) for number in network.premises.of(step)}
    hypotheses = [n for n, members in enumerate(bench.classes) if any(s.kind == "hypothesis" for s in members)]
    first = [n for n in hypotheses if n not in answers]
    aside = used | answers | set(first)
    rest = [n for n in range(network.classes) if n not in aside]
    return first + [n for n in rest if any(step < steps for step in (*network.supports.of(n), *network.attacks.of(n)))]
