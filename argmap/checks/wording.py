"""Words that many findings need: lists of names, and the places of several things."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from argmap.checks.places import at, called
from argmap.model import Entity, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.assessment import Assessment
    from argmap.diagnostics import Label
    from argmap.model import Step

Something = TypeVar("Something", bound=Entity)
_MOST = 8  # names, or places, that one finding tells of


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence has them: "a, b and c", of many only the first few: "…, g, h and 3 more"."""
    shown = [*names[:_MOST], f"{len(names) - _MOST} more"] if len(names) > _MOST + 1 else list(names)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def counted(number: int, word: str) -> str:
    """Return a number with its noun: "1 source", "3 sources"."""
    return f"{number} {word}{'s' if number != 1 else ''}"


def named(assessment: Assessment, identifier: str) -> str:
    """Return what a message calls a source (its id) or a voice (its name)."""
    thing = assessment.outline.speakers.get(identifier)
    return thing.name if isinstance(thing, Voice) else f"`{identifier}`"


def statement_names(assessment: Assessment, names: Iterable[str]) -> str:
    """Return the names of statements, given by their ids, as a list."""
    return listed([called(assessment.outline.by_id[name]) for name in names])


def places(assessment: Assessment, names: Iterable[str], text: str) -> tuple[Label, ...]:
    """Return the places of some statements, sources or voices, given by their ids; of many the first few."""
    known = {**assessment.outline.by_id, **assessment.outline.speakers}
    return tuple(at(assessment, known[name], text=text) for name in list(names)[:_MOST])


def step_called(assessment: Assessment, step: Step) -> str:
    """Return what a message calls a step: its name, or the statements between which it leads."""
    if step.named:
        return f"`{step.id}`"
    outline = assessment.outline
    premises = listed([called(outline.by_id[name]) for name in step.premises])
    target = outline.by_id.get(step.target)
    end = called(target) if target is not None else step_called(assessment, outline.steps[step.target])
    return f"from {premises} to {end}"


def by_file(things: Iterable[Something]) -> list[list[Something]]:
    """Return things file by file, in their order: what is gathered in one finding lies in one file."""
    found: dict[int, list[Something]] = {}
    for thing in things:
        found.setdefault(thing.file, []).append(thing)
    return list(found.values())
