"""What a picture shows: boxes, the points where lines meet, and lines. No colours, no layout, no DOT.

What there are thousands of is not frozen, for it is made in half the time so; nothing changes it.
"""

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


@dataclass(slots=True, unsafe_hash=True)
class Facts:
    """What a box stands for: ids of its statements and of what they cite, stances, strength (0..1), section.

    `strength` is None where it is not assessed; `section` is an index of the map's sections.
    """

    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    strength: float | None = None
    section: int | None = None


_NO_FACTS = Facts()


@dataclass(slots=True)
class Box:
    """A question or a statement.

    `name` is empty where the author gave none. `figure` is its strength as shown (empty where it was not asked for),
    `filled` from where to where the bar is, `span` how low and how high the strength may be. `notes` warn ("no support
    given"); `sources` and `restated` are in small print. `folded` is evidence that bears on this statement alone.
    `below` and `above` count the statements that are not drawn: those that bear on it, and those it bears on. `group` is
    an index of the picture's groups, from 1 on, or 0.
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
    span: tuple[float, float] | None = None
    facts: Facts = _NO_FACTS
    below: int = 0
    above: int = 0
    marked: bool = False
    group: int = 0

    @property
    def words(self) -> str:
        """All of the box in one sentence, for those who hear it."""
        name = f"{self.name}, {self.kind}" if self.name else self.kind
        marks = "".join(f" ({mark.word})" for mark in self.marks)
        extra = "; ".join(filter(None, (self.figure and f"strength {self.figure}", *self.notes, self.hidden)))
        return f"{name}{marks}: {self.full}" + (f" [{extra}]" if extra else "")

    @property
    def hidden(self) -> str:
        """How many statements above and below it are not drawn, in words."""
        parts = [f"{self.below} more below"] if self.below else []
        parts += [f"{self.above} more above"] if self.above else []
        return ", ".join(parts)


@dataclass(slots=True)
class Joint:
    """The point of a step: a bar where several premises meet, a small circle on the way of a single one.

    `tails` and `head` are the ids of the boxes (or, with undercuts, of the point) that it connects.
    """

    id: str
    kind: StepKind
    premises: int
    words: str
    step: str
    tails: tuple[str, ...]
    head: str


@dataclass(slots=True)
class Line:
    """A line between boxes and joints; `width` is that of the stroke, `words` tell it in a sentence.

    `step` is the id of the step it belongs to (empty with relations and answers), `bits` what that contributes (None
    where it was not computed), `label` is written beside it.
    """

    id: str
    tail: str
    head: str
    kind: LineKind
    width: float
    words: str
    part: Part = "whole"
    step: str = ""
    bits: float | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame around the boxes of a section and the frames in it."""

    index: int
    title: str
    boxes: tuple[str, ...]
    inside: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what stands above it and below it, and all that is in it, in the order of the text.

    `frames` stand around the boxes of sections; `groups` name the grounds of boxes.
    `sources` spell out what the ids of documents stand for, `source_line` says where the picture is from, `part`
    which part of the map it is ("" where it is all).
    """

    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    joints: tuple[Joint, ...]
    lines: tuple[Line, ...]
    sources: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    groups: tuple[str, ...] = ()
    source_line: str = ""
    part: str = ""
