"""What a picture shows: boxes, the points where lines meet, and lines. No colours, no layout, no DOT."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from argmap.vocabulary import StatementKind, StepKind

BoxKind = StatementKind | Literal["question"]
LineKind = Literal[
    "support", "attack", "undercut", "contradicts", "excludes", "entails", "explains", "contrasts", "answers"
]
# A line is whole, or it runs from a premise or a warrant to a point, or from a point to what the step ends on.
Part = Literal["whole", "premise", "warrant", "conclusion"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that changes how a statement is to be read: "rejected", "may"; `warns` makes it stand out."""

    word: str
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A question or a statement.

    `name` is empty where the author gave none. `figure` is its strength as shown (empty where it was not asked for),
    `filled` from where to where the bar is. `notes` warn ("no support given"); `sources` and `restated` are in small
    print. `folded` is evidence that bears on this statement alone.
    """

    id: str
    kind: BoxKind
    name: str
    text: str
    full: str
    figure: str = ""
    filled: tuple[float, float] | None = None
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    restated: tuple[str, ...] = ()
    folded: tuple[Box, ...] = ()
    dashed: bool = False

    @property
    def words(self) -> str:
        """All of the box in one sentence, for those who hear it."""
        name = f"{self.name}, {self.kind}" if self.name else self.kind
        marks = "".join(f" ({mark.word})" for mark in self.marks)
        extra = "; ".join(filter(None, (self.figure and f"strength {self.figure}", *self.notes)))
        return f"{name}{marks}: {self.full}" + (f" [{extra}]" if extra else "")


@dataclass(frozen=True, slots=True)
class Joint:
    """The point of a step: a bar where several premises meet, a small circle on the way of a single one."""

    id: str
    kind: StepKind
    premises: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line between boxes and joints; `width` is that of the stroke, `words` tell it in a sentence."""

    id: str
    tail: str
    head: str
    kind: LineKind
    width: float
    words: str
    part: Part = "whole"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what stands above it and below it, and all that is in it, in the order of the text."""

    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    joints: tuple[Joint, ...]
    lines: tuple[Line, ...]
    sources: tuple[str, ...] = ()
