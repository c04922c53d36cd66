"""The catalogue of argumentation schemes, read from the package's data when a map names one."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from argmap.resources import read_text


class CriticalQuestion(NamedTuple):
    """A question to ask of a step of a scheme: the id by which `answers:` names it, and its words.

    Whoever takes the step owes an answer to an assumption; an exception is for the challenger to show.
    """

    id: str
    question: str
    is_assumption: bool


class Scheme(NamedTuple):
    """One scheme: its name, its title, what it goes from and to, and its critical questions, assumptions first."""

    id: str
    title: str
    premises: tuple[str, ...]
    conclusion: str
    questions: tuple[CriticalQuestion, ...]


@cache
def schemes() -> dict[str, Scheme]:
    """Return all known schemes by their names, as they stand after `scheme:`."""
    found = json.loads(read_text("data", "schemes.json"))["schemes"]
    return {
        one["id"]: Scheme(
            one["id"],
            one["title"],
            tuple(one["premises"]),
            one["conclusion"],
            tuple(
                CriticalQuestion(each["id"], each["question"], kind == "assumptions")
                for kind in ("assumptions", "exceptions")
                for each in one["critical_questions"][kind]
            ),
        )
        for one in found
    }


@cache
def names() -> tuple[str, ...]:
    """Return the names of all known schemes."""
    return tuple(schemes())
